"""Text on paper: never markup, never endless, never boxes; codes always left to right."""

import unicodedata
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import groupby
from xml.sax.saxutils import escape

from hgkm_desktop.handouts import arabic, fonts
from hgkm_desktop.handouts.words import tr

CAP = 120
DASH = "–"
MORE = "…"
UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
MARKS = frozenset({"Mn", "Me"})
VARIATION_SELECTORS = range(0xFE00, 0xFE10)


@dataclass(frozen=True)
class Run:
    """A stretch of text that one font can draw."""

    font: str
    text: str


def plain(text: str, cap: int = CAP, bold: bool = False) -> str:
    """Return somebody's text as a Paragraph may have it: short, escaped, each script its font.

    A whole sheet in Arabic needs real shaping; this is right for one line, such as a name.
    """
    parts = (f'<font name="{r.font}">{escape(r.text)}</font>' for r in runs(text, cap, bold))
    return "".join(parts)


def fitted(text: str, width: float, size: float, bold: bool = False) -> list[Run]:
    """Return a text as runs that together fit on one line, cut short where needed."""
    whole = clean(text)
    for length in range(len(whole), 0, -1):
        cut = whole if length == len(whole) else whole[:length].rstrip() + MORE
        found = runs(cut, CAP + 1, bold)
        if sum(fonts.width(r.text, r.font, size) for r in found) <= width:
            return found
    return []


def runs(text: str, cap: int = CAP, bold: bool = False) -> list[Run]:
    """Return a text in the order it is drawn, one run per font.

    What no font can draw (emoji, scripts nobody here prints) becomes a dash instead of a box.
    """
    fonts.register()
    line = arabic.drawn(_without_boxes(clean(text, cap), bold))
    groups = groupby(line, key=partial(fonts.for_character, bold=bold))
    return [Run(font, "".join(letters)) for font, letters in groups]


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


def _without_boxes(text: str, bold: bool) -> str:
    out = ""
    for character in text:
        if fonts.can_draw(character, bold):
            out += character
        elif not out.endswith(DASH):
            out += DASH
    return out


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
