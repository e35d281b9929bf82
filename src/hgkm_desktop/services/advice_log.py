"""The log of advice asked at Veilig Thuis: for confidants, and tied to nobody (R-263, R-296)."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from hgkm_desktop import clock
from hgkm_desktop.errors import Invalid
from hgkm_desktop.models import AdviceCall, new_id
from hgkm_desktop.models.codes import Act
from hgkm_desktop.rules import advice as rules
from hgkm_desktop.rules.advice import Advice
from hgkm_desktop.services import access, rings
from hgkm_desktop.services.fields import clean, problem_with
from hgkm_desktop.services.rings import ADVICE
from hgkm_desktop.texts import tr
from hgkm_desktop.vault import audit, sealing

LONGEST = 2000


@dataclass(frozen=True, repr=False)
class AdviceLine:
    """One call for advice, and which confidant made it."""

    id: UUID
    made_at: datetime
    made_by: UUID
    advice: Advice


def ask(session: Session, advice: Advice, *, now: datetime) -> UUID:
    """Keep that advice was asked; return its id. Raise Invalid for a name's code or a number."""
    actor = access.require(session, access.CONFIDANTS)
    typed = {name: clean(getattr(advice, name)) for name in _texts()}
    _refuse_unless_right(advice.on, typed, clock.local(now).date())
    call_id = new_id()
    plain = rules.pack(Advice(advice.on, **typed), actor.member_id)
    session.add(AdviceCall(id=call_id, made_at=now, sealed=_sealed(session, plain, call_id)))
    return call_id


def page(session: Session) -> Sequence[AdviceLine]:
    """Return every call for advice, the newest first; it is noted who looked."""
    access.require(session, access.CONFIDANTS)
    rows = session.scalars(select(AdviceCall).order_by(AdviceCall.made_at, AdviceCall.id))
    lines = [_opened(session, row) for row in rows]
    audit.mention(session, Act.READ, AdviceCall.__tablename__)
    return sorted(reversed(lines), key=_day, reverse=True)


def _sealed(session: Session, plain: bytes, call_id: UUID) -> bytes:
    """Seal with the ring's own key, which opens ten times faster; who waits for it seals to it."""
    ring = sealing.current(session, sealing.CONFIDANTS)
    if ring is None or not rings.is_held(session):
        return sealing.seal(session, sealing.CONFIDANTS, plain, *ADVICE, call_id)
    return sealing.seal_inside(session, ring, plain, *ADVICE, call_id)


def _opened(session: Session, row: AdviceCall) -> AdviceLine:
    plain = sealing.unseal(session, sealing.CONFIDANTS, row.sealed, *ADVICE, row.id)
    made_by, advice = rules.unpack(plain)
    return AdviceLine(row.id, row.made_at, made_by, advice)


def _refuse_unless_right(on: date, typed: dict[str, str], today: date) -> None:
    problems = {name: _problem(text) for name, text in typed.items()}
    if not typed["asked"]:
        problems["asked"] = tr("Write what you asked.")
    if on > today:
        problems["on"] = tr("This day is still to come.")
    if found := {name: wrong for name, wrong in problems.items() if wrong}:
        raise Invalid(found)


def _problem(text: str) -> str | None:
    if rules.names_a_case(text):
        return tr("A code stands here. Take it out: this belongs to nobody.")
    return problem_with(text, LONGEST)


def _texts() -> list[str]:
    return [field.name for field in fields(Advice) if field.name != "on"]


def _day(line: AdviceLine) -> date:
    return line.advice.on
