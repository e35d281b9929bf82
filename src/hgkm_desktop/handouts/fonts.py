"""The fonts on paper: Noto Sans, and beside it Arabic and Ethiopic for names in those scripts."""

import struct
from functools import cache
from importlib.resources import files
from threading import Lock

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from hgkm_desktop.errors import UserError
from hgkm_desktop.texts import tr

REGULAR = "NotoSans-Regular"
BOLD = "NotoSans-SemiBold"
FAMILIES = ("NotoSans", "NotoSansArabic", "NotoSansEthiopic")
UNREADABLE = (OSError, TTFError, LookupError, ValueError, struct.error)

_one_at_a_time = Lock()


def register() -> None:
    """Make every font known to ReportLab, once; raise UserError when one cannot be read."""
    with _one_at_a_time:
        for name in (*_names(bold=False), *_names(bold=True)):
            _load(name)


def for_character(character: str, bold: bool = False) -> str:
    """Return the first font that can draw this character (Noto Sans where none can)."""
    names = _names(bold)
    return next((name for name in names if _has(name, character)), names[0])


def can_draw(character: str, bold: bool = False) -> bool:
    """Say whether one of the fonts has this character, or paper would show a box."""
    return _has(for_character(character, bold), character)


def width(text: str, name: str, size: float) -> float:
    """Return how wide a text becomes in this font, in points."""
    return pdfmetrics.stringWidth(text, name, size)


def _names(bold: bool) -> list[str]:
    return [f"{family}-{'SemiBold' if bold else 'Regular'}" for family in FAMILIES]


def _has(name: str, character: str) -> bool:
    return ord(character) in _load(name).face.charToGlyph


@cache
def _load(name: str) -> TTFont:
    font = files("hgkm_desktop") / "resources" / "built" / "fonts" / f"{name}.ttf"
    try:
        with font.open("rb") as stream:
            loaded = TTFont(name, stream)
    except UNREADABLE as problem:
        raise UserError(
            tr("The sheet cannot be made. A font is missing."),
            tr("Install the program again. Your data is safe."),
        ) from problem
    pdfmetrics.registerFont(loaded)  # pyright: ignore[reportUnknownMemberType]
    return loaded
