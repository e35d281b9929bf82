"""The day at a glance: each member sees what is hers to see, and nothing else (mock-up 03).

Whom we may call now is asked of the safe-contact gate; her number is not in here (R-286).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy.orm import Session

from hgkm_desktop import clock
from hgkm_desktop.models import Absence
from hgkm_desktop.models.codes import Role
from hgkm_desktop.rules.planning import Reminder
from hgkm_desktop.services import (
    access,
    appointment_list,
    beside_today,
    case_board,
    sessions_today,
    shift_notes,
)
from hgkm_desktop.services.appointment_list import Busy, Seen
from hgkm_desktop.services.beside_today import (
    LOOSE,
    Call,
    Changed,
    Ending,
    Late,
    Nobody,
)
from hgkm_desktop.services.fixed_times import Fixed
from hgkm_desktop.services.sessions_today import TakesPlace, Untold
from hgkm_desktop.services.shift_notes import HandOver
from hgkm_desktop.vault import sealing


@dataclass(frozen=True, repr=False)
class Today:
    """Everything of one day, for one member."""

    day: date
    calls: Sequence[Call] = ()
    going: Sequence[Seen] = ()
    busy: Sequence[Busy] = ()
    to_hand_over: Sequence[Seen] = ()
    nobody: Sequence[Nobody] = ()
    endings: Sequence[Ending] = ()
    late: Sequence[Late] = ()
    fixed: Sequence[Fixed] = ()
    away: Sequence[Absence] = ()
    hand_over: Sequence[HandOver] = ()
    changed: Sequence[Changed] = ()
    sessions: Sequence[TakesPlace] = ()
    reminders: Sequence[Reminder] = ()
    untold: Sequence[Untold] = ()
    steps_due: int = 0


def today(session: Session, *, now: datetime) -> Today:
    """Return the day as this member sees it; of cases only those she stands beside."""
    actor = access.require(session, access.DESK)
    day = clock.local(now).date()
    days = appointment_list.of_day(session, day)
    around = sessions_today.of_day(session, day, now=now)
    found = Today(
        day,
        sessions=around.sessions,
        reminders=around.reminders,
        untold=around.untold,
        steps_due=around.steps_due,
        going=days.seen,
        busy=days.busy,
        fixed=days.fixed,
        away=days.away,
        hand_over=shift_notes.open_notes(session, now=now),
    )
    if actor.may(Role.CONFIDANT):
        hers = beside_today.beside(session, day, now=now)
        found = replace(
            found,
            to_hand_over=appointment_list.to_hand_over(session, now=now),
            calls=hers.calls,
            nobody=hers.nobody,
            endings=hers.endings,
            late=hers.late,
            changed=hers.changed,
        )
    if actor.may(Role.COORDINATOR) and sealing.is_held(session, sealing.COORDINATION):
        known = {each.case_id for each in found.nobody}
        others = (row for row in _on_the_board(session, day) if row.case_id not in known)
        found = replace(found, nobody=[*found.nobody, *others])
    return found


def _on_the_board(session: Session, day: date) -> Iterator[Nobody]:
    """Return by code alone whom nobody holds, or of whom no answer came."""
    for row in case_board.board(session):
        late = max(0, (day - row.feedback_due).days) if row.feedback_due is not None else 0
        if row.state in LOOSE or late:
            who = row.case_id, row.code, None
            yield Nobody(*who, row.state, row.organisation, late)
