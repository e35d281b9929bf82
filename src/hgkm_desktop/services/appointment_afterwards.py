"""How it went: kept or not, what was agreed, and by when; agreements become promises (R-052)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from sqlalchemy.orm import Session

from hgkm_desktop import clock
from hgkm_desktop.errors import Invalid
from hgkm_desktop.models import new_id
from hgkm_desktop.rules import appointment
from hgkm_desktop.rules.appointment import Afterwards, Visit
from hgkm_desktop.rules.bodies import Promise
from hgkm_desktop.services import access, appointment_rows, case_key, partner_count
from hgkm_desktop.services.appointment_checks import LONG, SHORT
from hgkm_desktop.services.appointment_rows import Opener
from hgkm_desktop.services.fields import clean, one_line, problem_with
from hgkm_desktop.texts import tr

MOST = 10


@dataclass(frozen=True, repr=False)
class Agreed:
    """What somebody will do, and by when; it becomes a promise on the case (R-018, R-049)."""

    what: str
    who: str
    by: date | None = None


def save(
    session: Session,
    visit_id: UUID,
    version: int,
    afterwards: Afterwards,
    agreed: Sequence[Agreed],
    *,
    now: datetime,
) -> Visit:
    """Keep how it went; new agreements join the promises on her case, once.

    Raise Invalid for a visit that is still to begin, for agreements without a case (they would
    be promised to nobody), or for a promise without who does it.
    """
    access.require(session, access.CONFIDANTS)
    row = appointment_rows.row_of(session, visit_id)
    key = appointment_rows.opener(session, row)
    before = appointment_rows.read(session, row, key)
    appointment_rows.must_be(row, version)
    tidy = _tidy(afterwards, now)
    promises = [_promise(each) for each in agreed]
    if problems := _problems(before, tidy, promises, now):
        raise Invalid(problems)
    made = _promised(session, key, promises, now)
    known = before.details.afterwards
    earlier = known.promises if known is not None else ()
    visit = appointment.held(before, replace(tidy, promises=(*earlier, *made)))
    saved = appointment_rows.keep(session, visit, key, now=now)
    partner_count.follow(session, before, saved)
    return saved


def _promised(
    session: Session, key: Opener, promises: Sequence[Promise], now: datetime
) -> list[UUID]:
    """Add the promises to her case; return their ids. Without a case there is nobody to add to."""
    if key is None:
        return []
    last = case_key.last_link(session, key)
    for promise in promises:
        last = case_key.add(session, key, promise, last, now=now).link
    return [promise.id for promise in promises]


def _problems(
    visit: Visit, after: Afterwards, promises: Sequence[Promise], now: datetime
) -> dict[str, str]:
    found = {
        "agreed": problem_with(after.agreed, LONG),
        "instead": problem_with(after.instead, SHORT),
    }
    if visit.starts > now:
        found["punctual"] = tr("This appointment is still to come.")
    if after.feedback_by is not None and after.feedback_by < clock.local(visit.starts).date():
        found["feedback_by"] = tr("This day has passed.")
    if len(promises) > MOST:
        found["agreed"] = tr("These are too many lines. Keep it to {count}.").format(count=MOST)
    for number, promise in enumerate(promises):
        place = f"agreed.{number}"
        found[f"{place}.what"] = _filled(promise.what, tr("Say what was promised."), LONG)
        found[f"{place}.who"] = _filled(promise.who, tr("Say who does it."), SHORT)
    if promises and visit.case_id is None:
        found["agreed.0.what"] = tr("Promises belong to somebody we stand beside. Write it above.")
    return {place: wrong for place, wrong in found.items() if wrong}


def _filled(text: str, missing: str, longest: int) -> str | None:
    return problem_with(text, longest) if text else missing


def _promise(agreed: Agreed) -> Promise:
    return Promise(new_id(), clean(agreed.what), one_line(agreed.who), agreed.by)


def _tidy(after: Afterwards, now: datetime) -> Afterwards:
    on = clock.local(now).date()
    return replace(after, on=on, instead=one_line(after.instead), agreed=clean(after.agreed))
