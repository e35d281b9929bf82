"""Text on paper: never markup, never endless, never boxes; codes always left to right."""

import unicodedata
from datetime import date

from hgkm_desktop.handouts import fonts
from hgkm_desktop.handouts.glyph_font import PER_EM
from hgkm_desktop.handouts.shaping import Line, Piece, Text
from hgkm_desktop.handouts.words import language, tr

CAP = 120
DASH = "–"
MORE = "…"
UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
MARKS = frozenset({"Mn", "Me"})
VARIATION_SELECTORS = range(0xFE00, 0xFE10)


def fitted(text: str, width: float, size: float, bold: bool = False) -> Line | None:
    """Return a text as one line, cut short where it does not fit; None when nothing is left."""
    whole, most = clean(text), width / size * PER_EM
    for length in range(len(whole), 0, -1):
        cut = whole if length == len(whole) else whole[:length].rstrip() + MORE
        line = one_line(cut, bold)
        if line is not None and line.width <= most:
            return line
    return None


def one_line(text: str, bold: bool = False) -> Line | None:
    """Return clean text as one line in its own direction, None for nothing.

    What no font can draw (emoji, scripts nobody here prints) becomes a dash instead of a box.
    """
    fonts.register()
    piece = Piece(without_boxes(text), bold)
    lines = Text([piece], rtl=_begins_rtl(text), language=language()).lines(float("inf"))
    return next(iter(lines), None)


def clean(text: str, cap: int = CAP) -> str:
    """Return one line of at most `cap` characters, without control and direction signs."""
    short = unicodedata.normalize("NFC", text[: cap * 4])
    line = " ".join("".join(_readable(short)).split())
    return line if len(line) <= cap else line[: cap - 1].rstrip() + MORE


def ltr_code(code: str) -> list[str]:
    """Return a code in groups of four; raise ValueError for anything but capitals and digits.

    Plain ASCII cannot turn round after Arabic letters, and nothing of a code may be lost.
    """
    bare = code.replace("-", "").replace(" ", "")
    if not (bare.isascii() and bare.isalnum() and bare == bare.upper()):
        raise ValueError("a code has only capitals and digits")
    return [bare[start : start + 4] for start in range(0, len(bare), 4)]


def day(value: date) -> str:
    """Return a date as people write it on paper: 19 november 2026."""
    return tr("{day} {month} {year}").format(
        day=value.day, month=_months()[value.month - 1], year=value.year
    )


def _readable(text: str) -> list[str]:
    """Return the characters worth printing, at most one loose mark on each letter."""
    out: list[str] = []
    for character in text:
        kind = unicodedata.category(character)
        if character.isspace():
            out.append(" ")
        elif kind in MARKS:
            out += character if _may_carry(out) and not _is_selector(character) else ""
        elif kind not in UNSEEN:
            out.append(character)
    return out


def _may_carry(letters: list[str]) -> bool:
    return bool(letters) and unicodedata.category(letters[-1]).startswith("L")


def _is_selector(character: str) -> bool:
    return ord(character) in VARIATION_SELECTORS


def without_boxes(text: str) -> str:
    """Return a text with a dash for what no font can draw."""
    out = ""
    for character in text:
        if fonts.can_draw(character):
            out += character
        elif not out.endswith(DASH):
            out += DASH
    return out


def _begins_rtl(text: str) -> bool:
    sides = map(unicodedata.bidirectional, text)
    return next((side for side in sides if side in ("L", "R", "AL")), "L") != "L"


def _months() -> tuple[str, ...]:
    return (
        tr("January"),
        tr("February"),
        tr("March"),
        tr("April"),
        tr("May"),
        tr("June"),
        tr("July"),
        tr("August"),
        tr("September"),
        tr("October"),
        tr("November"),
        tr("December"),
    )
