"""The columns of a file of partners and the words in its cells (docs/partners-csv.md); no session.

The words of the file stay the same whatever the screen says: they are its code lists.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar
from uuid import UUID

from hgkm_desktop import texts
from hgkm_desktop.errors import Invalid
from hgkm_desktop.models import Partner, PartnerPerson
from hgkm_desktop.models.codes import Language
from hgkm_desktop.models.labels import label
from hgkm_desktop.rules import opening, opening_words, partner_words, words
from hgkm_desktop.rules.lists import Area
from hgkm_desktop.rules.partners import Expertise, PartnerType
from hgkm_desktop.services.fields import one_line
from hgkm_desktop.services.partner_table import Cells
from hgkm_desktop.services.search import fold
from hgkm_desktop.texts import tr

NAME = "naam"
PERSON = "contactpersoon"
STAND_IN = "vervanger"

_TYPES = (
    "blijf groep,veilig thuis,buurtteam,okt,jeugdbescherming,raad voor de kinderbescherming,"
    "politie,reclassering,openbaar ministerie,gevangenis,de waag,ggd,ziekenhuis,huisarts,sipi,"
    "wijk actie team,gemeente,school,sportclub,woningcorporatie,advocaat,wijkrechter,"
    "buurtorganisatie,geloofsgemeenschap,onderzoek,anders"
)
_AREAS = (
    "nieuw-west,zuidoost,west,noord,oost,zuid,centrum,weesp,aalsmeer,amstelveen,diemen,"
    "ouder-amstel,uithoorn,elders,onbekend"
)
_LANGUAGES = (
    "nederlands,darija,arabisch,tamazight,turks,somalisch,tigrinya,engels,sranantongo,papiaments,"
    "spaans,portugees,frans,twi,urdu,dari,farsi,oekraïens,pools,gebarentaal,andere taal"
)
_EXPERTISE = "mensenhandel,kinderen,verblijfsrecht,eer,schulden,meisjesbesnijdenis,lhbtqi+,ouderen"
E = TypeVar("E", bound=StrEnum)


def _table(kind: type[E], in_file: str) -> dict[E, str]:
    return dict(zip(kind, in_file.split(","), strict=True))


_IN_FILE: dict[type[StrEnum], Mapping[StrEnum, str]] = {
    PartnerType: _table(PartnerType, _TYPES),
    Area: _table(Area, _AREAS),
    Language: _table(Language, _LANGUAGES),
    Expertise: _table(Expertise, _EXPERTISE),
}
_ON_SCREEN: dict[type[StrEnum], Callable[[StrEnum], str]] = {
    PartnerType: partner_words.word,
    Area: words.word,
    Language: label,
    Expertise: partner_words.word,
}


@dataclass(frozen=True)
class _Column:
    """How one field of a record is written in a cell, and read from it (ValueError if not)."""

    field: str
    write: Callable[[Any], str] = str
    read: Callable[[str], Any] = str


def cells(record: Partner | PartnerPerson) -> dict[str, str]:
    """Return a partner or somebody there as the cells of a line."""
    columns = PARTNER if isinstance(record, Partner) else PEOPLE
    return {name: one.write(getattr(record, one.field)) for name, one in columns.items()}


def partner(given: Cells) -> Partner:
    """Return the partner of a line; raise Invalid({column: problem})."""
    return Partner(**_fields(PARTNER, given))


def person(given: Cells, partner_id: UUID) -> PartnerPerson:
    """Return the person of a line; raise Invalid({column: problem})."""
    return PartnerPerson(partner_id=partner_id, **_fields(PEOPLE, given))


def has_person(given: Cells) -> bool:
    """Say whether a line tells of somebody at the partner."""
    return any(given.get(name, "").strip() for name in (*PEOPLE, STAND_IN))


def is_only_person(given: Cells) -> bool:
    """Say whether a line tells nothing of the partner itself but its name."""
    return not any(given.get(name, "").strip() for name in PARTNER if name != NAME)


def _fields(columns: Mapping[str, _Column], given: Cells) -> dict[str, Any]:
    """Return what the cells say; an empty one leaves a field as it is for a new record."""
    found: dict[str, Any] = {"name": ""}
    wrong: dict[str, str] = {}
    for name, column in columns.items():
        cell = given.get(name, "").strip()
        try:
            if cell:
                found[column.field] = column.read(cell)
        except ValueError:
            wrong[name] = tr("Column “{column}” says something we do not know.").format(column=name)
    if wrong:
        raise Invalid(wrong)
    return found


def _one(kind: type[E]) -> tuple[Callable[[E], str], Callable[[str], E]]:
    def read(cell: str) -> E:
        return _code(kind, cell)

    return _IN_FILE[kind].__getitem__, read


def _several(
    kind: type[E],
) -> tuple[Callable[[Iterable[E]], str], Callable[[str], tuple[E, ...]]]:
    def write(codes: Iterable[E]) -> str:
        return ", ".join(_IN_FILE[kind][code] for code in codes)

    def read(cell: str) -> tuple[E, ...]:
        parts = (part.strip() for part in re.split("[,;\n]", cell))
        return tuple(_code(kind, part) for part in parts if part)

    return write, read


def _code(kind: type[E], cell: str) -> E:
    """Return the code somebody wrote: the word of the file, the one on the screen, or itself."""
    code = spellings(kind, texts.current()).get(fold(one_line(cell)))
    if code is None:
        raise ValueError("no word of this list")
    return kind(code)


@cache
def spellings(kind: type[StrEnum], _language: str) -> dict[str, str]:
    """Return how a code may be written in a file: our word, the one on the screen, or itself."""
    ways = _IN_FILE[kind].__getitem__, _ON_SCREEN[kind], str
    return {fold(spell(code)): code.value for spell in ways for code in kind}


def _yes(cell: str) -> bool:
    said = {"ja": True, "x": True, "1": True, "nee": False, "0": False}.get(fold(cell))
    if said is None:
        raise ValueError("neither yes nor no")
    return said


def _day(cell: str) -> date:
    for form in ("%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y"):
        with suppress(ValueError):
            return datetime.strptime(cell, form).date()
    raise ValueError("no day")


def _yes_or_no(said: bool) -> str:
    return "ja" if said else "nee"


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _hours(packed: str) -> str:
    return opening_words.write(opening.unpack(packed))


def _packed(cell: str) -> str:
    return opening.pack(opening_words.read(cell))


_YES = _yes_or_no, _yes
_HOURS = _hours, _packed
_DAY = _iso, _day

PARTNER: Mapping[str, _Column] = {
    NAME: _Column("name"),
    "soort": _Column("type", *_one(PartnerType)),
    "soort anders": _Column("type_words"),
    "gebieden": _Column("areas", *_several(Area)),
    "doet wel": _Column("does"),
    "doet niet": _Column("does_not"),
    "adres": _Column("address"),
    "algemeen nummer": _Column("general_number"),
    "nachtnummer": _Column("night_number"),
    "nachtnummer erbij": _Column("night_words"),
    "open": _Column("hours", *_HOURS),
    "open erbij": _Column("hours_words"),
    "open op feestdagen": _Column("open_on_holidays", *_YES),
    "talen": _Column("languages", *_several(Language)),
    "meenemen": _Column("bring"),
    "kosten": _Column("costs"),
}
PEOPLE: Mapping[str, _Column] = {
    PERSON: _Column("name"),
    "taak": _Column("does"),
    "directe lijn": _Column("direct_number"),
    "vast gezicht": _Column("is_fixed", *_YES),
    "kennis": _Column("expertise", *_several(Expertise)),
    "spreekt": _Column("languages", *_several(Language)),
    "aanwezig": _Column("hours", *_HOURS),
    "aanwezig erbij": _Column("hours_words"),
    "sinds": _Column("since", *_DAY),
    "tot": _Column("until", *_DAY),
}
HEADER = (*PARTNER, *PEOPLE, STAND_IN)
