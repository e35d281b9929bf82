"""Partners as cards for an address book (vCard): a name and numbers, and nothing else of ours.

An address is neither written nor read: a card does not say which one is a shelter.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from hgkm_desktop.services.fields import one_line

if TYPE_CHECKING:
    from vobject.base import ContentLine

Version = Literal["3.0", "4.0"]
LONGEST = 1_000_000
"""One card with a large photograph."""
_BEGIN = re.compile(r"^BEGIN:VCARD[ \t]*$", re.IGNORECASE)
_GENERAL = {"main", "main-number"}


@dataclass(frozen=True, repr=False)
class Card:
    """One card: somebody at an organisation, or the organisation itself (no person)."""

    line: int
    organisation: str
    person: str = ""
    direct: str = ""
    general: str = ""


def written(cards: Iterable[Card], version: Version) -> bytes:
    """Return cards as one file; without an id, so nothing tells two files come from one place."""
    return "".join(_written(card, version) for card in cards).encode()


def _written(card: Card, version: Version) -> str:
    import vobject

    found = vobject.vCard()
    found.add("version").value = version
    found.add("fn").value = card.person or card.organisation
    name = {"given": card.person} if card.person else {"family": card.organisation}
    found.add("n").value = vobject.vcard.Name(**name)
    found.add("org").value = [card.organisation]
    for number, kind in ((card.direct, "VOICE"), (card.general, "MAIN")):
        if number:
            line = found.add("tel")
            line.value, line.params["TYPE"] = number, ["WORK", kind]
    return found.serialize()


def read(text: str) -> Iterator[tuple[int, Card | None]]:
    """Yield the line each card begins on with the card, None where it cannot be read."""
    for line, part in _parts(text):
        yield line, _read(line, part)


def _parts(text: str) -> Iterator[tuple[int, str]]:
    begins = 0
    part: list[str] = []
    for number, line in enumerate(re.split(r"\r\n|\r|\n", text), start=1):
        if _BEGIN.match(line):
            if part:
                yield begins, "\r\n".join(part)
            begins, part = number, []
        if begins:
            part.append(line)
    if part:
        yield begins, "\r\n".join(part)


def _read(line: int, text: str) -> Card | None:
    import vobject

    if len(text) > LONGEST:
        return None
    try:
        found = vobject.readOne(text, allowQP=True)
    except (vobject.base.VObjectError, ValueError, LookupError, AttributeError, TypeError):
        return None
    contents = found.contents
    organisation = one_line(_first(contents.get("org")))
    person = one_line(_first(contents.get("fn")) or _full_name(contents.get("n")))
    if person == organisation:
        person = ""
    direct, general = _numbers(contents.get("tel", []), bool(person))
    return Card(line, organisation, person, direct, general)


def _first(lines: "list[ContentLine] | None") -> str:
    """Return the first words of a field; what is no text ("a picture as a name") is left out."""
    match lines[0].value if lines else "":
        case str(text) | [str(text), *_]:
            return text
        case _:
            return ""


def _full_name(lines: "list[ContentLine] | None") -> str:
    name = lines[0].value if lines else None
    parts = (getattr(name, part, "") for part in ("given", "family"))
    return " ".join(part for part in parts if isinstance(part, str))


def _numbers(lines: "list[ContentLine]", is_person: bool) -> tuple[str, str]:
    """Return the direct and the general number; of an organisation the general one is all."""
    kinds = [(_kinds(line), _digits(_first([line]))) for line in lines]
    usable = [(kind, digits) for kind, digits in kinds if not kind & {"fax", "pager"}]
    general = [digits for kind, digits in usable if kind & _GENERAL]
    others = [digits for kind, digits in usable if "pref" in kind and not kind & _GENERAL]
    others += [digits for kind, digits in usable if not kind & {"pref", *_GENERAL}]
    if not is_person:
        return "", next(iter(general + others), "")
    return next(iter(others), ""), next(iter(general + others[1:]), "")


def _kinds(line: "ContentLine") -> set[str]:
    kinds = {kind for kinds in line.params.get("TYPE", ()) for kind in kinds.lower().split(",")}
    alone = {kind.lower() for kind in line.singletonparams}
    return kinds | alone | ({"pref"} if line.params.get("PREF") else set())


def _digits(number: str) -> str:
    plain = number.removeprefix("tel:").partition(";")[0]
    return one_line(re.sub("[./]", " ", plain))
