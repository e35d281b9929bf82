"""Typed words on the card: they may break where they have no end, and read in their own order."""

import re

from hgkm_desktop.texts import is_right_to_left
from hgkm_desktop.ui.widgets.painting import isolate

_ENDLESS = re.compile(r"(\S{18})(?=\S)")


def spread(text: str) -> str:
    """Return a text for a label, which cannot break an endless word by itself."""
    lines = _ENDLESS.sub("\\1\u200b", text).split("\n")
    return "\n".join(isolate(line, is_right_to_left()) for line in lines)
