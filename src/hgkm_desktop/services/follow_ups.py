"""What a confidant goes on with after a session: sealed, and apart from every list (R-082, R-083).

Nobody who works on sessions sees that it exists. It lies in the confidants' ring: any of them may
go on where another stopped. It can become a case, and is then no longer here.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from hgkm_desktop.errors import Conflict, Forbidden, Invalid, UserError
from hgkm_desktop.models import Draft, SessionFollowUp, new_id
from hgkm_desktop.models.codes import Act
from hgkm_desktop.rules import follow_ups as rules
from hgkm_desktop.rules.follow_ups import MOST_STEPS, Kept, PrivateFollowUp, Step
from hgkm_desktop.services import access, damaged
from hgkm_desktop.services.fields import NAME, clean, one_line, problem_with
from hgkm_desktop.texts import tr
from hgkm_desktop.vault import audit, sealing
from hgkm_desktop.vault.actor import actor_of
from hgkm_desktop.vault.directory import tampered
from hgkm_desktop.vault.sealing import CONFIDANTS, RingKey

SEALED = "session_follow_up", "sealed"
SHORT, LONG = 120, 2_000


@dataclass(frozen=True, repr=False)
class FollowUpLine:
    """One of them, as it was last kept and by whom."""

    id: UUID
    version: int
    follow_up: PrivateFollowUp
    by: UUID
    at: datetime


@dataclass(frozen=True)
class ShowFollowUps:
    """The wish to see what goes on after sessions, from another page."""


def begin(session: Session, follow_up: PrivateFollowUp, *, now: datetime) -> UUID:
    """Keep a new one and return its id; raise Invalid({field: …})."""
    tidy = _checked(session, follow_up)
    follow_up_id = new_id()
    sealed = _sealed(session, follow_up_id, tidy, 1, now)
    session.add(SessionFollowUp(id=follow_up_id, sealed=sealed))
    session.flush()
    return follow_up_id


def save(
    session: Session, follow_up_id: UUID, version: int, follow_up: PrivateFollowUp, *, now: datetime
) -> None:
    """Keep how it stands now; raise Invalid, or Conflict when another confidant was first."""
    tidy = _checked(session, follow_up)
    known = _found(session, follow_up_id)
    if known.version != version:
        raise Conflict(
            tr("Somebody else changed this first."), tr("Your text is kept. Look at both.")
        )
    known.sealed = _sealed(session, known.id, tidy, version + 1, now)
    session.flush()


def everything(session: Session) -> Sequence[FollowUpLine]:
    """Return all that goes on, those with a step to be done first, the soonest first.

    Raise Tampered when one of them was changed from outside, Forbidden for one of an ended key.
    """
    access.require(session, access.CONFIDANTS)
    return sorted((_opened(session, row) for row in _read(session)), key=_soonest)


def as_far_as_whole(session: Session) -> tuple[Sequence[FollowUpLine], UserError | None]:
    """Return all that can be opened, in that order, and what is wrong when one cannot be.

    One that was damaged must not keep a confidant from what the others are waiting for.
    """
    access.require(session, access.CONFIDANTS)
    lines: list[FollowUpLine] = []
    trouble: UserError | None = None
    for row in _read(session):
        try:
            lines.append(_opened(session, row))
        except damaged.DAMAGED as error:
            trouble = damaged.as_damage(error)
    return sorted(lines, key=_soonest), trouble


def due(session: Session, day: date) -> int:
    """Return in how many of them a step is to be done by a day; nothing else is told."""
    access.require(session, access.CONFIDANTS)
    if not sealing.is_held(session, CONFIDANTS):
        return 0
    rows = session.scalars(select(SessionFollowUp)).all()
    return sum(_kept(session, row).follow_up.is_due(day) for row in rows)


def end(session: Session, follow_up_id: UUID) -> PrivateFollowUp:
    """Let it go: it became a case, or nothing more is needed. Nothing of it stays in the log.

    Return it, for whoever takes that back at once.
    """
    access.require(session, access.CONFIDANTS)
    row = _found(session, follow_up_id)
    gone = _kept(session, row).follow_up
    session.execute(delete(Draft).where(Draft.place == place_of(follow_up_id)))
    session.delete(row)
    return gone


def place_of(follow_up_id: UUID | None) -> str:
    """Return where a half-typed change of it is kept; it goes with it, whoever typed it."""
    return f"after/{follow_up_id or 'new'}"


def seal_again(session: Session, old: RingKey, ring: RingKey) -> int:
    """Seal them with the confidants' new key; return how many."""
    count = 0
    for row in session.scalars(select(SessionFollowUp)):
        if sealing.ring_of(row.sealed) == old.ring_id:
            kept = _kept(session, row)
            again = replace(kept, version=row.version + 1)
            row.sealed = sealing.seal_inside(session, ring, rules.pack(again), *SEALED, row.id)
            count += 1
    return count


def _read(session: Session) -> Sequence[SessionFollowUp]:
    """Return the rows for who holds the key, and note that she read them."""
    if not sealing.is_held(session, CONFIDANTS):
        return []
    rows = session.scalars(select(SessionFollowUp).order_by(SessionFollowUp.id)).all()
    if rows:
        audit.mention(session, Act.READ, SessionFollowUp.__tablename__)
    return rows


def _checked(session: Session, follow_up: PrivateFollowUp) -> PrivateFollowUp:
    access.require(session, access.CONFIDANTS)
    steps = tuple(_tidy_step(step) for step in follow_up.steps)
    tidy = replace(
        follow_up,
        alias=one_line(follow_up.alias),
        said=clean(follow_up.said),
        steps=tuple(step for step in steps if step.what),
    )
    problems = {
        "alias": problem_with(tidy.alias, NAME) if tidy.alias else tr("Choose an alias."),
        "said": problem_with(tidy.said, LONG),
    }
    if len(tidy.steps) > MOST_STEPS:
        problems["steps"] = tr("Keep it small: {count} steps at most.").format(count=MOST_STEPS)
    for place, step in enumerate(steps):
        problems[f"steps.{place}"] = problem_with(step.what, SHORT)
    if wrong := {name: problem for name, problem in problems.items() if problem}:
        raise Invalid(wrong)
    return tidy


def _tidy_step(step: Step) -> Step:
    return replace(step, what=one_line(step.what))


def _sealed(
    session: Session, follow_up_id: UUID, follow_up: PrivateFollowUp, version: int, now: datetime
) -> bytes:
    ring = sealing.current(session, CONFIDANTS)
    if ring is None or not sealing.is_held(session, CONFIDANTS):
        raise Forbidden(
            tr("You do not have the confidants' key yet."), tr("Ask another confidant for it.")
        )
    kept = Kept(follow_up, actor_of(session).member_id, now, version)
    return sealing.seal_inside(session, ring, rules.pack(kept), *SEALED, follow_up_id)


def _kept(session: Session, row: SessionFollowUp) -> Kept:
    """Return what was sealed; raise Tampered when an older one was put in its place."""
    plain = sealing.unseal_inside(session, CONFIDANTS, row.sealed, *SEALED, row.id)
    kept = rules.unpack(plain)
    if kept.version != row.version:
        raise tampered("FU-01")
    return kept


def _opened(session: Session, row: SessionFollowUp) -> FollowUpLine:
    kept = _kept(session, row)
    return FollowUpLine(row.id, row.version, kept.follow_up, kept.by, kept.at)


def _found(session: Session, follow_up_id: UUID) -> SessionFollowUp:
    known = session.get(SessionFollowUp, follow_up_id)
    if known is None:
        raise Conflict(tr("This is no longer there."), tr("Another confidant let it go."))
    return known


def _soonest(line: FollowUpLine) -> tuple[bool, str, float]:
    step = line.follow_up.next_step()
    day = step.by.isoformat() if step is not None and step.by is not None else "9999"
    return step is None, day, -line.at.timestamp()
