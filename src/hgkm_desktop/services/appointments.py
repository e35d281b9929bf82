"""Planning to go along with her, moving it, and what becomes of it (R-037, R-043, R-050, R-051).

Only who stands beside her opens an appointment; with a walk-in's alias it is every confidant. Two
who change the same one at the same moment hear of each other: nothing is overwritten.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

from sqlalchemy.orm import Session

from hgkm_desktop.errors import Invalid
from hgkm_desktop.models import new_id
from hgkm_desktop.models.codes import Act
from hgkm_desktop.rules import appointment
from hgkm_desktop.rules.appointment import Details, Move, Visit
from hgkm_desktop.rules.going_along import AppointmentKind, Side, State
from hgkm_desktop.services import (
    access,
    appointment_checks,
    appointment_rows,
    case_key,
    partner_count,
)
from hgkm_desktop.services.appointment_rows import Opener
from hgkm_desktop.services.fields import clean, problem_with
from hgkm_desktop.texts import tr
from hgkm_desktop.vault import audit
from hgkm_desktop.vault.actor import actor_of

USUAL = timedelta(hours=1)


def blank(
    session: Session, starts: datetime, case_id: UUID | None = None, *, now: datetime
) -> Visit:
    """Return a new appointment with the sensible values filled in; nothing is kept."""
    actor = access.require(session, access.CONFIDANTS)
    starts = starts.astimezone(UTC)
    first, reserve = actor.member_id, None
    if case_id is not None:
        first, *others = case_key.open_ring(session, case_id).ring.members
        reserve = others[0] if others else None
    return Visit(
        new_id(), case_id, starts, starts + USUAL, first, reserve, Details(AppointmentKind.OTHER)
    )


def plan(session: Session, visit: Visit, *, now: datetime) -> Visit:
    """Keep a new appointment; raise Invalid({field: problem})."""
    key = _key_for(session, visit.case_id)
    tidy = appointment_checks.tidy(
        replace(visit, version=0, details=appointment.new(visit.details))
    )
    _refuse(session, tidy, key, now)
    return appointment_rows.add(session, tidy, key, now=now)


def change(session: Session, visit: Visit, *, now: datetime) -> Visit:
    """Keep what was agreed anew; when it is stays (`move`), and so does what became of it."""
    key, before = _opened(session, visit.id, visit.version)
    told, known = visit.details, before.details
    details = replace(
        told,
        state=appointment.state_with(known.state, told.both_sides),
        moves=known.moves,
        off_by=known.off_by,
        off_why=known.off_why,
        afterwards=known.afterwards,
    )
    same = {"case_id": before.case_id, "starts": before.starts, "ends": before.ends}
    tidy = appointment_checks.tidy(replace(visit, **same, details=details))
    _refuse(session, tidy, key, now, before)
    return _kept(session, before, tidy, key, now)


def move(
    session: Session,
    visit_id: UUID,
    version: int,
    starts: datetime,
    ends: datetime,
    side: Side,
    *,
    now: datetime,
) -> Visit:
    """Give it another time, noted with by whom; the partner has to say yes again.

    Raise Conflict when somebody moved it meanwhile, Invalid for a time that cannot be, or at which
    she may not be called as was agreed for her arrival.
    """
    key, before = _opened(session, visit_id, version)
    stood = before.starts, before.ends, before.state, before.details.both_sides
    noted = Move(now, actor_of(session).member_id, side, *stood)
    visit = appointment_checks.tidy(appointment.moved(before, starts, ends, noted))
    if problems := appointment_checks.problems_with_time(session, visit, key, now):
        raise Invalid(problems)
    return _kept(session, before, visit, key, now)


def move_back(session: Session, visit_id: UUID, version: int, *, now: datetime) -> Visit:
    """Take the last move back, as if it had not been: time, state, and what counts of it."""
    return _changed(session, visit_id, version, appointment.moved_back, now)


def prepare(session: Session, visit_id: UUID, version: int, *, now: datetime) -> Visit:
    """Note that it was talked through with her."""
    return _settled(session, visit_id, version, appointment.prepared, now)


def confirm(session: Session, visit_id: UUID, version: int, *, now: datetime) -> Visit:
    """Note that both sides say yes; raise Invalid while one did not."""
    return _settled(session, visit_id, version, appointment.confirmed, now)


def call_off(
    session: Session,
    visit_id: UUID,
    version: int,
    state: State,
    by: Side | None,
    why: str,
    *,
    now: datetime,
) -> Visit:
    """Note that it does not take place: called off by somebody, not safe, or nobody came."""
    why = clean(why)
    if wrong := problem_with(why, appointment_checks.LONG):
        raise Invalid({"off_why": wrong})

    def off(visit: Visit) -> Visit:
        if state is State.NO_SHOW and visit.starts > now:
            raise Invalid({"state": tr("This appointment is still to come.")})
        return appointment.called_off(visit, state, by, why)

    return _changed(session, visit_id, version, off, now)


def bring_back(session: Session, visit_id: UUID, version: int, *, now: datetime) -> Visit:
    """Take back that it was called off."""
    return _changed(session, visit_id, version, appointment.on_again, now)


def let_reserve_go(session: Session, visit_id: UUID, version: int, *, now: datetime) -> Visit:
    """Let the reserve go along in place of the first: somebody she knows, no stranger (R-254)."""
    return _changed(session, visit_id, version, appointment.with_reserve, now)


def get(session: Session, visit_id: UUID) -> Visit:
    """Return an appointment; it is noted who looked."""
    found = _opened(session, visit_id)[1]
    audit.mention(session, Act.READ, "appointment", visit_id)
    return found


def of_case(session: Session, case_id: UUID) -> Sequence[Visit]:
    """Return every appointment of a case, oldest first."""
    return appointment_rows.of_case(session, case_key.open_ring(session, case_id))


def _key_for(session: Session, case_id: UUID | None) -> Opener:
    access.require(session, access.CONFIDANTS)
    return None if case_id is None else case_key.open_ring(session, case_id)


def _opened(session: Session, visit_id: UUID, version: int | None = None) -> tuple[Opener, Visit]:
    """Return an appointment and its key; raise Conflict when it is of another version."""
    access.require(session, access.CONFIDANTS)
    row = appointment_rows.row_of(session, visit_id)
    key = appointment_rows.opener(session, row)
    if version is not None:
        appointment_rows.must_be(row, version)
    return key, appointment_rows.read(session, row, key)


def _changed(
    session: Session,
    visit_id: UUID,
    version: int,
    act: Callable[[Visit], Visit],
    now: datetime,
) -> Visit:
    key, before = _opened(session, visit_id, version)
    return _kept(session, before, act(before), key, now)


def _settled(
    session: Session,
    visit_id: UUID,
    version: int,
    act: Callable[[Visit], Visit],
    now: datetime,
) -> Visit:
    """Change it where it is said to be right: then the sign on arrival has to be so too."""
    key, before = _opened(session, visit_id, version)
    visit = act(before)
    if not appointment_checks.may_signal(session, visit, key):
        raise Invalid({"signal": tr("Calling her then was not agreed. Choose another sign.")})
    return _kept(session, before, visit, key, now)


def _kept(session: Session, before: Visit, visit: Visit, key: Opener, now: datetime) -> Visit:
    saved = appointment_rows.keep(session, visit, key, now=now)
    partner_count.follow(session, before, saved)
    return saved


def _refuse(
    session: Session, visit: Visit, key: Opener, now: datetime, before: Visit | None = None
) -> None:
    if problems := appointment_checks.problems_with(session, visit, key, now, before):
        raise Invalid(problems)
