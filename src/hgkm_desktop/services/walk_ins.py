"""What can be done with walk-ins: log, read, correct, delete and bring back."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from hgkm_desktop import clock
from hgkm_desktop.errors import Conflict, Forbidden, Invalid
from hgkm_desktop.models import RealQuestion, WalkIn, WalkInCorrection
from hgkm_desktop.models.codes import Act, ContactSetting, HarmKind
from hgkm_desktop.services import access, direct, rings, search
from hgkm_desktop.services.fields import clean, problem_with
from hgkm_desktop.texts import tr
from hgkm_desktop.vault import audit, sealing
from hgkm_desktop.vault.actor import actor_of

OLDEST = clock.at(datetime(2000, 1, 1).date(), datetime(2000, 1, 1).time())
AHEAD = timedelta(minutes=5)
LATEST_FOLLOW_UP = timedelta(days=5 * 365)
MOST_CHILDREN = 20
DESK_LONGEST = 500


class Unchanged:
    """Says that the real question stays as it is: whoever corrects need not be able to read it."""


UNCHANGED: Final = Unchanged()


@dataclass(frozen=True)
class NewWalkIn:
    """The wish to log somebody who came in, from another page."""


@dataclass(frozen=True, repr=False)
class Correction:
    """What a walk-in said before somebody changed it: field name and old value, as stored."""

    made_by: UUID
    made_at: datetime
    before: dict[str, Any]
    had_question: bool


def blank(session: Session, *, now: datetime) -> WalkIn:
    """Return a new walk-in with the sensible values already filled in (R-300)."""
    actor = access.require(session, access.DESK)
    return WalkIn(
        happened_at=now.replace(second=0, microsecond=0),
        setting=_usual_setting(session),
        entered_by=actor.member_id,
    )


def _usual_setting(session: Session) -> ContactSetting:
    newest = select(WalkIn.setting).where(WalkIn.deleted_at.is_(None))
    latest = newest.order_by(WalkIn.happened_at.desc(), WalkIn.id.desc()).limit(1)
    return session.scalars(latest).first() or ContactSetting.WALK_IN


def log(
    session: Session, walk_in: WalkIn, real_question: RealQuestion | None = None, *, now: datetime
) -> WalkIn:
    """Save a new walk-in; raise Invalid({field: problem}) if it cannot be."""
    actor = access.require(session, access.DESK)
    walk_in.entered_by, walk_in.entered_at = actor.member_id, now
    _prepare(walk_in, real_question, now)
    walk_in.sealed = _sealed(session, walk_in.id, real_question)
    direct.insert(session, walk_in)
    return walk_in


def get(session: Session, walk_in_id: UUID) -> WalkIn:
    """Return one walk-in for the panel; it is noted who looked. Raise Conflict if it is gone."""
    access.require(session, access.DESK)
    audit.mention(session, Act.READ, "walk_in", walk_in_id)
    return _alive(session, walk_in_id)


def read_real_question(session: Session, walk_in_id: UUID) -> RealQuestion | None:
    """Return the real question, None when there is none; for confidants only, and noted (R-146)."""
    access.require(session, access.CONFIDANTS)
    walk_in = _alive(session, walk_in_id)
    if walk_in.sealed is None:
        return None
    audit.mention(session, Act.READ, "real_question", walk_in_id)
    plain = sealing.unseal(session, sealing.CONFIDANTS, walk_in.sealed, *rings.QUESTION, walk_in_id)
    data = json.loads(plain)
    harm = tuple(HarmKind(code) for code in data["harm"])
    return RealQuestion(data["question"], data["own_words"], harm)


def may_correct(session: Session, walk_in: WalkIn, *, now: datetime) -> bool:
    """Say whether she may correct it: her own until midnight, staff and coordinator always."""
    actor = actor_of(session)
    if actor.may(*access.EDITORS):
        return True
    same_day = clock.local(walk_in.entered_at).date() == clock.local(now).date()
    return actor.may(*access.DESK) and walk_in.entered_by == actor.member_id and same_day


def correct(
    session: Session,
    walk_in: WalkIn,
    real_question: RealQuestion | Unchanged | None = UNCHANGED,
    *,
    now: datetime,
) -> WalkIn:
    """Save a corrected walk-in beside how it was; raise Invalid, Forbidden or Conflict."""
    before = _changeable(session, walk_in.id, now)
    if before.version != walk_in.version:
        raise Conflict(
            tr("Somebody else changed this first."), tr("Your text is kept. Look at both.")
        )
    question = None if isinstance(real_question, Unchanged) else real_question
    _prepare(walk_in, question, now)
    _keep_before(session, before, now)
    if not isinstance(real_question, Unchanged):
        walk_in.sealed = _sealed(session, walk_in.id, real_question)
    walk_in.entered_by, walk_in.entered_at = before.entered_by, before.entered_at
    walk_in.corrected_at = now
    return session.merge(walk_in)


def delete(session: Session, walk_in_id: UUID, reason: str, *, now: datetime) -> None:
    """Take a walk-in out of every list, with a reason; `undelete` brings it back."""
    walk_in = _changeable(session, walk_in_id, now)
    reason = clean(reason[:DESK_LONGEST])
    if not reason:
        raise Invalid({"reason": tr("Say in a few words why.")})
    if wrong := problem_with(reason, DESK_LONGEST):
        raise Invalid({"reason": wrong})
    walk_in.deleted_at, walk_in.deleted_reason = now, reason
    audit.mention(session, Act.DELETE, "walk_in", walk_in_id)


def undelete(session: Session, walk_in_id: UUID, *, now: datetime) -> None:
    """Bring a deleted walk-in back, whole."""
    access.require(session, access.DESK)
    walk_in = session.get(WalkIn, walk_in_id)
    if walk_in is None:
        raise _gone()
    _refuse_unless_hers(session, walk_in, now)
    walk_in.deleted_at, walk_in.deleted_reason = None, ""


def history(session: Session, walk_in_id: UUID) -> Sequence[Correction]:
    """Return how a walk-in read before, newest first."""
    access.require(session, access.DESK)
    mine = select(WalkInCorrection).where(WalkInCorrection.walk_in_id == walk_in_id)
    newest = mine.order_by(WalkInCorrection.made_at.desc(), WalkInCorrection.id.desc())
    return [
        Correction(row.made_by, row.made_at, json.loads(row.before), row.sealed is not None)
        for row in session.scalars(newest)
    ]


def _alive(session: Session, walk_in_id: UUID) -> WalkIn:
    walk_in = session.get(WalkIn, walk_in_id)
    if walk_in is None or walk_in.deleted_at is not None:
        raise _gone()
    return walk_in


def _gone() -> Conflict:
    return Conflict(tr("This visit is no longer there."), tr("Somebody deleted it."))


def _changeable(session: Session, walk_in_id: UUID, now: datetime) -> WalkIn:
    access.require(session, access.DESK)
    walk_in = _alive(session, walk_in_id)
    _refuse_unless_hers(session, walk_in, now)
    return walk_in


def _refuse_unless_hers(session: Session, walk_in: WalkIn, now: datetime) -> None:
    if not may_correct(session, walk_in, now=now):
        raise Forbidden(
            tr("You can no longer change this visit."), tr("Ask a staff member to do it.")
        )


def _prepare(walk_in: WalkIn, real_question: RealQuestion | None, now: datetime) -> None:
    if problems := _problems(walk_in, real_question, now):
        raise Invalid(problems)
    walk_in.desk_question = clean(walk_in.desk_question)
    walk_in.search_key = search.key(walk_in.desk_question)


def _problems(walk_in: WalkIn, real_question: RealQuestion | None, now: datetime) -> dict[str, str]:
    texts = {"desk_question": problem_with(walk_in.desk_question, DESK_LONGEST)}
    if real_question is not None:
        texts["question"] = problem_with(real_question.question)
        texts["own_words"] = problem_with(real_question.own_words)
    problems = {field: wrong for field, wrong in texts.items() if wrong}
    if not walk_in.topics:
        problems["topics"] = tr("Choose at least one topic.")
    if walk_in.happened_at > now + AHEAD:
        problems["happened_at"] = tr("This moment is still to come.")
    if walk_in.happened_at < OLDEST:
        problems["happened_at"] = tr("Look at the year once more.")
    latest = clock.local(now).date() + LATEST_FOLLOW_UP
    if not OLDEST.date() <= (walk_in.follow_up_on or latest) <= latest:
        problems["follow_up_on"] = tr("Look at the year once more.")
    if walk_in.children is not None and not 0 <= walk_in.children <= MOST_CHILDREN:
        problems["children"] = tr("Look at the number once more.")
    return problems


def _sealed(session: Session, walk_in_id: UUID, question: RealQuestion | None) -> bytes | None:
    if not question:
        return None
    return sealing.seal(session, sealing.CONFIDANTS, packed(question), *rings.QUESTION, walk_in_id)


def packed(question: RealQuestion) -> bytes:
    """Return a real question as the bytes that are sealed."""
    data = {"question": clean(question.question), "own_words": clean(question.own_words)}
    return json.dumps(data | {"harm": list(question.harm)}).encode()


def _keep_before(session: Session, walk_in: WalkIn, now: datetime) -> None:
    hidden = {"id", "version", "search_key", "sealed", "entered_by", "entered_at"}
    columns = [c.key for c in inspect(WalkIn).column_attrs if c.key not in hidden]
    before = {name: _plain(getattr(walk_in, name)) for name in columns}
    correction = WalkInCorrection(
        walk_in_id=walk_in.id,
        before=json.dumps(before),
        made_by=actor_of(session).member_id,
        made_at=now,
    )
    if walk_in.sealed is not None:
        place = *rings.BEFORE, correction.id
        correction.sealed = sealing.seal(session, sealing.CONFIDANTS, walk_in.sealed, *place)
    session.add(correction)


def _plain(value: object) -> object:
    if hasattr(value, "isoformat"):
        return value.isoformat()  # pyright: ignore[reportAttributeAccessIssue, reportUnknownVariableType, reportUnknownMemberType]
    return value
