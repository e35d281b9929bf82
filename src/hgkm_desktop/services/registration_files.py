"""A list somebody has already, as a file: looked at first, then taken in whole or not at all.

Surnames, numbers and reasons in it are never read: only the columns somebody chose are.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum, auto
from functools import cache
from typing import TypeVar
from uuid import UUID

from sqlalchemy import insert
from sqlalchemy.orm import Session

from hgkm_desktop import texts
from hgkm_desktop.errors import Invalid
from hgkm_desktop.models import Registration
from hgkm_desktop.models.codes import Act, Language
from hgkm_desktop.rules import session_words
from hgkm_desktop.rules.sessions import NameKind, Place, Reading
from hgkm_desktop.services import access, partner_columns, registrations
from hgkm_desktop.services.fields import one_line
from hgkm_desktop.services.registrations import MOST_CHILDREN, NewRegistration
from hgkm_desktop.services.search import fold
from hgkm_desktop.services.tables import BadLine, Row, Table
from hgkm_desktop.texts import tr
from hgkm_desktop.vault import audit


class Column(StrEnum):
    """What can be taken from a file; everything else in it is left alone."""

    NAME = auto()
    ALIAS = auto()
    LANGUAGE = auto()
    READING = auto()
    CHILDREN = auto()


C = TypeVar("C", bound=StrEnum)
Matching = Mapping[Column, int]
"""In which column of the file each of ours stands."""
_KNOWN: dict[Column, tuple[str, ...]] = {
    Column.NAME: ("voornaam", "naam", "first name", "firstname", "name", "roepnaam"),
    Column.ALIAS: ("schuilnaam", "alias"),
    Column.LANGUAGE: ("taal", "spreekt", "language"),
    Column.READING: ("lezen", "leest", "reading"),
    Column.CHILDREN: ("kinderen", "aantal kinderen", "opvang", "children"),
}


@dataclass(frozen=True, repr=False)
class Preview:
    """What would be taken in: good lines, bad ones with why, and what to know beforehand."""

    good: tuple[tuple[int, NewRegistration], ...]
    bad: tuple[BadLine, ...]
    shortened: int = 0
    twins: int = 0
    over: int = 0


def guessed(columns: Sequence[str]) -> dict[Column, int]:
    """Return which columns of a file are probably ours, by their names; no session needed."""
    names = [fold(name).strip() for name in columns]
    found: dict[Column, int] = {}
    for column, known in _KNOWN.items():
        place = next((names.index(name) for name in known if name in names), None)
        if place is not None and place not in found.values():
            found[column] = place
    return found


def preview(session: Session, session_id: UUID, table: Table, matching: Matching) -> Preview:
    """Return what a file would put on a list, without keeping it.

    Raise Invalid({"name": …}) while no column for a first name or an alias was chosen.
    """
    access.require(session, access.DESK)
    known = registrations.open_list(session, session_id)
    if Column.NAME not in matching and Column.ALIAS not in matching:
        raise Invalid({"name": tr("Choose in which column the first name stands.")})
    good: list[tuple[int, NewRegistration]] = []
    bad = list(table.bad)
    shortened = 0
    for row in table.rows:
        try:
            new = _read(row, matching)
            kept, is_shorter = registrations.checked(new)
        except Invalid as wrong:
            bad.append(BadLine(row.line, wrong.title))
            continue
        shortened += is_shorter
        good.append((row.line, _as_kept(new, kept)))
    left = registrations.places_to_give(session, known)
    over = 0 if left is None else max(0, len(good) - max(0, left))
    by_line = tuple(sorted(bad, key=_line))
    return Preview(tuple(good), by_line, shortened, _twins(session, session_id, good), over)


def take_in(session: Session, session_id: UUID, found: Preview) -> Sequence[UUID]:
    """Put the good lines of a preview on the list, all or none; return their ids.

    Who finds no place is put on the waiting list, in the order of the file.
    """
    access.require(session, access.DESK)
    known = registrations.open_list(session, session_id)
    left = registrations.places_to_give(session, known)
    number = registrations.last_number(session, session_id)
    rows: list[Registration] = []
    for place, (_line_number, new) in enumerate(found.good):
        registration, _ = registrations.checked(new)
        registration.session_id, registration.number = session_id, number + place + 1
        if left is not None and place >= left:
            registration.place = Place.WAITING
        rows.append(registration)
    if rows:
        session.execute(insert(Registration), [_values(row) for row in rows])
        audit.mention(session, Act.CREATE, "registration", session_id)
    return [row.id for row in rows]


def _values(row: Registration) -> dict[str, object]:
    columns = Registration.__table__.columns
    values: dict[str, object] = {column.key: getattr(row, column.key) for column in columns}
    return values | {"version": 1}


def _read(row: Row, matching: Matching) -> NewRegistration:
    """Return what the chosen cells of a line say; raise Invalid for one that says nothing known."""
    cells = {column: _cell(row, place) for column, place in matching.items()}
    alias, name = cells.get(Column.ALIAS, ""), _first_name_first(cells.get(Column.NAME, ""))
    if not alias and not name:
        raise Invalid({"name": tr("There is no name on this line.")})
    return NewRegistration(
        name=alias or name,
        kind=NameKind.ALIAS if alias else NameKind.FIRST_NAME,
        language=_code(_languages(texts.current()), cells.get(Column.LANGUAGE, "")),
        reading=_code(_readings(texts.current()), cells.get(Column.READING, "")),
        children=_children(cells.get(Column.CHILDREN, "")),
    )


def _first_name_first(cell: str) -> str:
    """Return "Fatma Yılmaz" for "Yılmaz, Fatma": a list of a school begins with the surname."""
    surname, comma, first = cell.partition(",")
    return f"{first.strip()} {surname}" if comma and first.strip() else cell


def _cell(row: Row, place: int) -> str:
    return one_line(row.cells[place]) if place < len(row.cells) else ""


def _code(known: Mapping[str, C], cell: str) -> C | None:
    if not cell:
        return None
    found = known.get(fold(cell))
    if found is None:
        raise Invalid({"code": tr("“{word}” is not in our list.").format(word=cell[:20])})
    return found


@cache
def _languages(language: str) -> dict[str, Language]:
    known = partner_columns.spellings(Language, language)
    return {word: Language(code) for word, code in known.items()}


@cache
def _readings(_language: str) -> dict[str, Reading]:
    in_files = dict(zip(Reading, ("leest zelf", "laat voorlezen", "met plaatjes"), strict=True))
    ways: tuple[Callable[[Reading], str], ...] = (in_files.__getitem__, session_words.word, str)
    return {fold(spell(code)): code for spell in ways for code in Reading}


def _children(cell: str) -> int:
    if not cell or fold(cell) == "nee":
        return 0
    if not cell.isdecimal():
        raise Invalid({"children": tr("The number of children is no number.")})
    if len(cell) > 2 or int(cell) > MOST_CHILDREN:
        raise Invalid({"children": tr("Look at the number once more.")})
    return int(cell)


def _as_kept(new: NewRegistration, kept: Registration) -> NewRegistration:
    """Return a line with what would be kept: what is shown beforehand is what comes in."""
    return NewRegistration(
        kept.name, kept.kind, new.language, new.reading, new.children, new.child_ages, new.source
    )


def _twins(session: Session, session_id: UUID, good: Sequence[tuple[int, NewRegistration]]) -> int:
    there = [fold(one.name) for one in registrations.of_session(session, session_id)]
    names = [name for name in (*there, *(fold(new.name) for _, new in good)) if name]
    return len(names) - len(set(names))


def _line(bad: BadLine) -> int:
    return bad.line
