"""What will stand on the paper, word for word: texts with their numbers filled in.

A line whose number nobody has checked is left out, and so is a fact that is still to be verified.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from hgkm_desktop.sheets import library
from hgkm_desktop.sheets.library import KEY, MASTER, Sheet, SheetText
from hgkm_desktop.sheets.numbers import OWN, Number

FOR_CHILDREN = "for_children"
EMERGENCY, ADVICE, CHILDREN = "emergency", "veilig_thuis", "kindertelefoon"
SUICIDE = ("suicide_short", "suicide_long")
ORGANISATION = "organisation"
"""Stands in a text for our name; printed only on sheets that carry our letterhead."""
BLOCK = (EMERGENCY, ADVICE, *SUICIDE)
"""The numbers of "Waar kan ik terecht?", on every sheet that has the block (R-232)."""


@dataclass(frozen=True)
class Bit:
    """A stretch of a line; a number is printed as registered, from left to right."""

    text: str
    is_number: bool = False


Said = tuple[Bit, ...]


@dataclass(frozen=True)
class Shown:
    """A section as printed."""

    icon: str
    heading: str
    lines: tuple[Said, ...]


@dataclass(frozen=True)
class Box:
    """One field of the closing block: what for, the numbers, a note under them."""

    label: str
    call: Said
    note: str


@dataclass(frozen=True)
class Review:
    """Who of the language read a text, and when."""

    initials: str
    on: date


@dataclass(frozen=True)
class House:
    """What the organisation adds to its paper, all of it optional."""

    name: str = ""
    letterhead: bool = False
    qr: bool = False


@dataclass(frozen=True)
class Content:
    """One sheet in one language, ready for paper; nothing is looked up after this."""

    sheet: Sheet
    language: str
    title: str
    lead: str
    parts: tuple[Shown, ...]
    boxes: tuple[Box, ...]
    checked_on: date | None
    review: Review | None
    is_own: bool
    house: House
    words: Mapping[str, Any] = field(repr=False)
    numbers: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)

    @property
    def rtl(self) -> bool:
        """Whether it is read from right to left."""
        return self.language in library.RIGHT_TO_LEFT

    @property
    def must_say_unread(self) -> bool:
        """Whether the paper says that no reader of the language has checked it."""
        return self.review is None and (self.language != MASTER or self.is_own)


def compose(
    text: SheetText,
    numbers: Mapping[str, Number],
    *,
    review: Review | None = None,
    is_own: bool = False,
    house: House | None = None,
) -> Content:
    """Return what is printed of a text; numbers that were never checked are left out."""
    sheet, words, chosen = library.sheet(text.sheet), library.words(text.language), house or House()
    known = {key: number for key, number in numbers.items() if number.checked_on is not None}
    parts = tuple(
        Shown(section.icon, text.parts[section.key].heading, lines)
        for section in sheet.sections
        if (lines := _lines(text.parts[section.key], known, chosen))
    )
    boxes = _boxes(sheet, words, known) if sheet.closing else ()
    used = used_keys(text)
    dates = [known[key].checked_on for key in used if key in known]
    return Content(
        sheet=sheet,
        language=text.language,
        title=text.title,
        lead=text.lead,
        parts=parts,
        boxes=boxes,
        checked_on=min((day for day in dates if day), default=None),
        review=review,
        is_own=is_own,
        house=chosen,
        words=words,
        numbers={key: known[key].number for key in used if key in known},
    )


def used_keys(text: SheetText) -> list[str]:
    """Return the keys of every number a sheet would print, each once."""
    lines = [line for part in text.parts.values() for line in part.lines if not line.verify]
    keys = [key for line in lines for key in line.numbers()]
    keys += KEY.findall(text.title + text.lead)
    if library.sheet(text.sheet).closing:
        keys += (EMERGENCY, CHILDREN, OWN) if text.sheet == FOR_CHILDREN else (*BLOCK, OWN)
    return list(dict.fromkeys(keys))


def said(text: str, numbers: Mapping[str, Number], house: str = "") -> Said:
    """Return a text with its numbers filled in; raise KeyError for one that is not there."""
    bits: list[Bit] = []
    for place, part in enumerate(KEY.split(text)):
        if place % 2 and part == ORGANISATION:
            bits.append(Bit(house))
        elif place % 2:
            bits.append(Bit(numbers[part].number, is_number=True))
        elif part:
            bits.append(Bit(part))
    return tuple(bits)


def _lines(part: library.Part, known: Mapping[str, Number], house: House) -> tuple[Said, ...]:
    name = house.name if house.letterhead else ""
    there = {*known, ORGANISATION} if name else {*known}
    printed = (line for line in part.lines if not line.verify)
    return tuple(said(line.text, known, name) for line in printed if there >= {*line.numbers()})


def _boxes(sheet: Sheet, words: Mapping[str, Any], known: Mapping[str, Number]) -> tuple[Box, ...]:
    boxes = [Box(words["danger_now"], said(words["danger_call"], known), words["day_and_night"])]
    if sheet.id == FOR_CHILDREN:
        boxes += _box(words, known, "children_title", "children_note", (CHILDREN,))
    else:
        boxes += _box(words, known, "advice", "advice_note", (ADVICE,))
        boxes += _box(words, known, "suicide", "suicide_note", SUICIDE)
    ours = known.get(OWN)
    call = (Bit(ours.number, is_number=True),) if ours else ()
    return (*boxes, Box(words["us"], call, ours.hours if ours else words["us_fill_in"]))


def _box(
    words: Mapping[str, Any],
    known: Mapping[str, Number],
    label: str,
    note: str,
    keys: Iterable[str],
) -> list[Box]:
    bits: list[Bit] = []
    for key in keys:
        if key in known:
            bits += [Bit(f" {words['or']} ")] if bits else []
            bits.append(Bit(known[key].number, is_number=True))
    return [Box(words[label], tuple(bits), words[note])] if bits else []
