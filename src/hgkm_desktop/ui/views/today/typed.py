"""Typed words on the page: they may break where they have no end, and read in their own order."""

import re

from hgkm_desktop.texts import is_right_to_left
from hgkm_desktop.ui.widgets.painting import isolate

_ENDLESS = re.compile(r"(\S{24})(?=\S)")


def as_typed(text: str) -> str:
    """Return a text for a label, which cannot break an endless word by itself."""
    return isolate(_ENDLESS.sub("\\1\u200b", text), is_right_to_left())


def full_stop(text: str) -> str:
    """Return a sentence that ends."""
    return text if not text or text.endswith((".", "!", "?", "…")) else f"{text}."


def sentence(text: str) -> str:
    """Return a few words as a sentence: a capital before, a full stop behind."""
    return full_stop(text[:1].upper() + text[1:])
