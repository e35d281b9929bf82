"""The cases a confidant stands beside, as a list: how each stands at a glance."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy.orm import Session

from hgkm_desktop import clock
from hgkm_desktop.rules.bodies import Note, Reached
from hgkm_desktop.rules.contact import Channel, Gate
from hgkm_desktop.rules.entries import Entry
from hgkm_desktop.rules.holding import Holding, State
from hgkm_desktop.rules.words import word
from hgkm_desktop.services import case_reading, safe_contact
from hgkm_desktop.services.case_name import CaseName
from hgkm_desktop.services.case_reading import Hers


@dataclass(frozen=True, repr=False)
class CaseRow:
    """One case in the list of a confidant."""

    name: CaseName
    state: State
    holding: Holding
    phase: int
    hers: tuple[int, ...]
    last_at: datetime | None
    last_kind: str
    first: UUID
    second: UUID | None
    gate: Gate
    days_late: int
    ask_after: date | None = None
    """The first planned day of aftercare that came, and that nobody used yet (R-059)."""

    @property
    def is_open(self) -> bool:
        """Whether we still stand beside her."""
        return self.state is not State.CLOSED


def rows(session: Session, *, now: datetime) -> Sequence[CaseRow]:
    """Return the cases this member stands beside: what needs somebody first, then by name."""
    return sorted((_row(hers, now) for hers in case_reading.everybody(session)), key=_most_urgent)


def _row(hers: Hers, now: datetime) -> CaseRow:
    key, page = hers.key, hers.page
    found, holding = page.standing, page.standing.holding
    assert holding is not None
    last_at, last_kind = _last_contact(page.entries)
    handover, today = holding.handover, clock.local(now).date()
    due = (day for day in found.aftercare() if day <= today)
    return CaseRow(
        page.name,
        holding.state(key.ring.members),
        holding,
        found.phase(),
        tuple(score.number for score in found.hers()),
        last_at,
        last_kind,
        page.first,
        page.second,
        safe_contact.gate_of(found, Channel.CALL, now),
        handover.days_late(today) if handover is not None else 0,
        next(due, None),
    )


def _last_contact(entries: Sequence[Entry]) -> tuple[datetime | None, str]:
    """Return when somebody last spoke with her or tried to, and how."""
    bodies = (entry.body for entry in entries)
    moments = [(body.at, _how(body)) for body in bodies if isinstance(body, Note | Reached)]
    return max(moments, default=(None, ""))


def _how(body: Note | Reached) -> str:
    return word(body.kind if isinstance(body, Note) else body.outcome)


def _most_urgent(row: CaseRow) -> tuple[int, bool, str, str]:
    order = list(State).index(row.state)
    return order, not row.name.alias, row.name.alias.casefold(), row.name.code
