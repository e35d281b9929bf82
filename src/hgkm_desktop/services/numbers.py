"""The registry of public numbers, as this organisation keeps it (R-287)."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from hgkm_desktop.errors import Invalid, UserError
from hgkm_desktop.models import OwnSheet, PublicNumber
from hgkm_desktop.services import access, sheet_check
from hgkm_desktop.services.fields import NAME, one_line, problem_with, problem_with_name
from hgkm_desktop.sheets import numbers as registry
from hgkm_desktop.sheets.numbers import OWN, Number
from hgkm_desktop.texts import tr

FORM = re.compile(r"(?=.{3,20}\Z)\+?[0-9](?:[ -]?[0-9]){2,}")
"""Three digits at least, a space or a dash between them; it must fit on one line of the card."""


def every(session: Session) -> list[Number]:
    """Return every number: those that ship, as last checked here, and then our own."""
    access.require(session, access.DESK)
    return list(by_key(session).values())


def by_key(session: Session) -> Mapping[str, Number]:
    """Return every number by the key that texts name it by."""
    access.require(session, access.DESK)
    return _by_key(session)


def in_need(session: Session) -> Mapping[str, Number]:
    """Return the few numbers for danger and despair: whoever is signed in may need them (R-128)."""
    access.require(session, access.EVERYONE)
    known = _by_key(session)
    return {key: known[key] for key in registry.IN_NEED}


def _by_key(session: Session) -> Mapping[str, Number]:
    rows = {row.key: row for row in session.scalars(select(PublicNumber))}
    found = {n.key: _as_kept(n, rows.get(n.key)) for n in registry.shipped()}
    ours = sorted(key for key, row in rows.items() if row.is_own)
    return found | {key: _own(rows[key]) for key in ours}


def check(session: Session, key: str, *, today: date) -> None:
    """Note that somebody called or looked, and that the number is right."""
    actor = access.require(session, access.DESK)
    number = _known(session, key)
    row = _row(session, number)
    row.checked_on, row.checked_by = today, actor.member_id


def change(session: Session, key: str, number: str, hours: str, *, today: date) -> None:
    """Change a number or its hours after looking; raise Invalid for what is no number."""
    actor = access.require(session, access.EDITORS)
    number, hours = one_line(number), one_line(hours)
    _refuse_unless_right("x", number, hours)
    row = _row(session, _known(session, key))
    row.number, row.hours = number, hours
    row.checked_on, row.checked_by = today, actor.member_id


def add(session: Session, name: str, number: str, hours: str, *, today: date) -> str:
    """Add a number of our own; return its key. The first one stands in every closing block."""
    actor = access.require(session, access.EDITORS)
    name, number, hours = one_line(name), one_line(number), one_line(hours)
    _refuse_unless_right(name, number, hours)
    key = _free_key(by_key(session))
    row = PublicNumber(key=key, name=name, number=number, hours=hours, is_own=True)
    row.checked_on, row.checked_by = today, actor.member_id
    session.add(row)
    return key


def remove(session: Session, key: str) -> None:
    """Take away a number of our own; one that ships stays. Raise UserError while a text names it.

    Its key is given out again: an old text would print whatever number comes after it.
    """
    access.require(session, access.EDITORS)
    row = session.get(PublicNumber, key)
    if row is None or not row.is_own:
        return
    if key != OWN and _is_named(session, key):
        raise UserError(tr("This number stands on a sheet."), tr("Take it out there first."))
    session.delete(row)


def _is_named(session: Session, key: str) -> bool:
    return any(f"{{{key}}}" in body for body in session.scalars(select(OwnSheet.body)))


def _free_key(known: Mapping[str, Number]) -> str:
    place, key = 1, OWN
    while key in known:
        place, key = place + 1, f"{OWN}_{place + 1}"
    return key


def _known(session: Session, key: str) -> Number:
    number = by_key(session).get(key)
    if number is None:
        raise Invalid({"key": tr("This number is not in the list.")})
    return number


def _row(session: Session, number: Number) -> PublicNumber:
    row = session.get(PublicNumber, number.key)
    if row is None:
        row = PublicNumber(key=number.key, number=number.number, hours=number.hours)
        session.add(row)
    return row


def _refuse_unless_right(name: str, number: str, hours: str) -> None:
    problems = {"name": problem_with_name(name)}
    problems["hours"] = sheet_check.unprintable(hours) or problem_with(hours, NAME)
    if not FORM.fullmatch(number):
        problems["number"] = tr("Type the number with digits only.")
    if found := {field: wrong for field, wrong in problems.items() if wrong}:
        raise Invalid(found)


def _as_kept(number: Number, row: PublicNumber | None) -> Number:
    if row is None or _is_outdated(row, number):
        return number
    return replace(
        number,
        number=row.number,
        hours=row.hours,
        checked_on=row.checked_on,
        checked_by=str(row.checked_by or ""),
    )


def _is_outdated(row: PublicNumber, number: Number) -> bool:
    """Say whether the program came with another number that was looked at later than ours."""
    kept, came = row.checked_on or date.min, number.checked_on or date.min
    return row.number != number.number and kept < came


def _own(row: PublicNumber) -> Number:
    checked_by = str(row.checked_by or "")
    return Number(
        row.key,
        row.name,
        row.number,
        row.hours,
        checked_on=row.checked_on,
        checked_by=checked_by,
        is_own=True,
    )
