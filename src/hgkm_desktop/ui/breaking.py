"""Typed words on the page: they may break where they have no end, and read in their own order."""

import re

from hgkm_desktop.texts import is_right_to_left
from hgkm_desktop.ui.widgets.painting import isolate

_ENDLESS = re.compile(r"(\S{32})(?=\S)")


def as_typed(text: str) -> str:
    """Return a text for a label, which cannot break an endless word by itself.

    In an Arabic page each line keeps the order of its own language, its signs included.
    """
    lines = _ENDLESS.sub("\\1\u200b", text).split("\n")
    return "\n".join(isolate(line, is_right_to_left()) for line in lines)
