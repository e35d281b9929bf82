"""The fonts on paper: Noto Sans, and beside it Arabic and Ethiopic for those scripts."""

from functools import cache
from importlib.resources import files
from threading import Lock

from reportlab.pdfbase import pdfmetrics

from hgkm_desktop.errors import UserError
from hgkm_desktop.handouts.glyph_font import GlyphFont
from hgkm_desktop.texts import tr

REGULAR = "NotoSans-Regular"
BOLD = "NotoSans-SemiBold"
FAMILIES = ("NotoSans", "NotoSansArabic", "NotoSansEthiopic")
UNREADABLE = (OSError, ValueError)

_one_at_a_time = Lock()


def register() -> None:
    """Make every font known to ReportLab, once; raise UserError when one cannot be read."""
    with _one_at_a_time:
        for name in (*_names(bold=False), *_names(bold=True)):
            font(name)


def for_character(character: str, bold: bool = False) -> str:
    """Return the first font that can draw this character (Noto Sans where none can)."""
    names = _names(bold)
    return next((name for name in names if _has(name, character)), names[0])


def can_draw(character: str, bold: bool = False) -> bool:
    """Say whether one of the fonts has this character, or paper would show a box."""
    return _has(for_character(character, bold), character)


def width(text: str, name: str, size: float) -> float:
    """Return how wide a text becomes in this font, in points."""
    return font(name).stringWidth(text, size)


def _names(bold: bool) -> list[str]:
    return [f"{family}-{'SemiBold' if bold else 'Regular'}" for family in FAMILIES]


def _has(name: str, character: str) -> bool:
    return font(name).has(character)


@cache
def font(name: str) -> GlyphFont:
    """Return a font by its name; raise UserError when it cannot be read."""
    file = files("hgkm_desktop") / "resources" / "built" / "fonts" / f"{name}.ttf"
    try:
        loaded = GlyphFont(name, file.read_bytes())
    except UNREADABLE as problem:
        raise UserError(
            tr("The sheet cannot be made. A font is missing."),
            tr("Install the program again. Your data is safe."),
        ) from problem
    pdfmetrics.registerFont(loaded)  # pyright: ignore[reportUnknownMemberType]
    return loaded
