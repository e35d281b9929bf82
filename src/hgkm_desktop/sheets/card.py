"""The card for a shoe or a purse: it looks like something else, and says nothing that harms.

No organisation, no logo, none of the words a finder must not read (R-302, FACTS.md 6.13).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from hgkm_desktop.sheets import library
from hgkm_desktop.sheets.content import ADVICE, EMERGENCY, Bit, Said
from hgkm_desktop.sheets.numbers import OWN, Number

CARD = "card"
KEYS = (EMERGENCY, ADVICE, OWN)


@dataclass(frozen=True)
class Cover:
    """What the card pretends to be."""

    title: str
    subtitle: str
    back: str


@dataclass(frozen=True)
class Row:
    """One number on the inside, what it is for, and when."""

    call: Said
    label: str
    note: str
    icon: str


@dataclass(frozen=True)
class CardContent:
    """A card in one language, ready for paper."""

    language: str
    cover: Cover
    cover_place: int
    rows: tuple[Row, ...]
    words: Mapping[str, Any] = field(repr=False)

    @property
    def rtl(self) -> bool:
        """Whether it is read from right to left."""
        return self.language in library.RIGHT_TO_LEFT


def covers(language: str) -> tuple[Cover, ...]:
    """Return the covers to choose from."""
    found = library.words(language)["card"]["covers"]
    return tuple(Cover(one["title"], one["subtitle"], one["back"]) for one in found)


def compose_card(language: str, numbers: Mapping[str, Number], cover: int = 0) -> CardContent:
    """Return what is printed; hours that would give the card away are left out."""
    words = library.words(language)["card"]
    known = {key: n for key, n in numbers.items() if n.checked_on is not None}
    rows = [
        Row(_call(known[EMERGENCY]), words["urgent"], "", "phone"),
        Row(_call(known[ADVICE]), words["questions"], words["free_day_night"], "clock"),
    ]
    if OWN in known:
        hours = known[OWN].hours if is_harmless(known[OWN].hours, language) else ""
        rows.append(Row(_call(known[OWN]), words["talk"], hours, "house"))
    choice = covers(language)
    place = cover % len(choice)
    return CardContent(language, choice[place], place, tuple(rows), words)


def is_harmless(text: str, language: str) -> bool:
    """Say whether a text holds none of the words that must not stand on the card."""
    stems = {*library.words(language)["card"]["forbidden"], *_dutch()}
    return not any(stem.casefold() in text.casefold() for stem in stems)


def _dutch() -> list[str]:
    return library.words(library.MASTER)["card"]["forbidden"]


def _call(number: Number) -> Said:
    return (Bit(number.number, is_number=True),)
