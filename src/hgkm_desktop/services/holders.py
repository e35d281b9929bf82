"""Who holds her: offering, taking over, waiting, stopping, beginning again (R-013, R-257, R-258).

Every act reads how it stands and adds to it in one transaction, so that two acts at the same
moment follow each other. The coordinators' board is written with it.
"""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy.orm import Session

from hgkm_desktop import clock
from hgkm_desktop.errors import Forbidden, Invalid
from hgkm_desktop.rules.bodies import AskedAfter, Held
from hgkm_desktop.rules.entries import Entry
from hgkm_desktop.rules.holding import Ending, Holder, Holding, Reason, Waiting
from hgkm_desktop.rules.lists import Purpose
from hgkm_desktop.rules.standing import Standing
from hgkm_desktop.services import case_board, case_key
from hgkm_desktop.services.fields import clean, one_line, problem_with
from hgkm_desktop.texts import tr
from hgkm_desktop.vault.actor import actor_of

SHORT = 120
LONG = 1_000


def offer(
    session: Session, case_id: UUID, organisation: str, feedback_due: date, *, now: datetime
) -> Holding:
    """Offer her to a partner; we go on holding her. She must have said yes to this receiver."""
    organisation = _line(organisation)
    key = case_key.open_ring(session, case_id)
    found = case_key.stands(session, key)
    if organisation:
        _must_say_yes(found, organisation, now)
    changed = _holding(session, case_id).offer(organisation, now, feedback_due)
    return _held(session, case_id, changed, "offer", now)


def accept(session: Session, case_id: UUID, person: str, *, now: datetime) -> Holding:
    """Note who at the partner said yes."""
    changed = _agreed(session, case_id, now).accept(_line(person), clock.local(now).date())
    return _held(session, case_id, changed, "accept", now)


def talk(session: Session, case_id: UUID, *, now: datetime) -> Holding:
    """Note that you talked together, the three of you."""
    return _held(session, case_id, _agreed(session, case_id, now).talk(), "talk", now)


def confirm(session: Session, case_id: UUID, *, now: datetime) -> Holding:
    """Note that she says yes: from now on the partner holds her."""
    return _held(session, case_id, _agreed(session, case_id, now).confirm(now), "confirm", now)


def wait(session: Session, case_id: UUID, waiting: Waiting, *, now: datetime) -> Holding:
    """Note that she waits at the partner: for what, since when, and who keeps in touch."""
    tidy = Waiting(_line(waiting.what), waiting.since, _line(waiting.keeps_contact))
    if tidy.since > clock.local(now).date():
        raise Invalid({"holding": tr("This day is still to come.")})
    return _held(session, case_id, _holding(session, case_id).wait(tidy), "wait", now)


def feedback(session: Session, case_id: UUID, *, now: datetime) -> Holding:
    """Note that the partner let us hear."""
    changed = _holding(session, case_id).hear(clock.local(now).date())
    return _held(session, case_id, changed, "feedback", now)


def end_handover(session: Session, case_id: UUID, how: Ending, *, now: datetime) -> Holding:
    """Note that the handover does not go on; nothing changes for her."""
    changed = _holding(session, case_id).end_handover(how)
    return _held(session, case_id, changed, how.value, now)


def take(session: Session, case_id: UUID, *, now: datetime) -> Holding:
    """Say: I hold her."""
    changed = _holding(session, case_id).take(_me(session), now)
    return _held(session, case_id, changed, "take", now)


def close(
    session: Session,
    case_id: UUID,
    reason: Reason,
    follow_up: date | None,
    *,
    agreed_none: bool,
    now: datetime,
) -> Holding:
    """Stop standing beside her, with a reason and a day to ask after her, or an explicit none.

    Asking after her is contact by us: without her yes to it there can be no day (R-059).
    """
    found = case_key.stands(session, case_key.open_ring(session, case_id))
    if follow_up is not None and not found.may(Purpose.AFTERCARE_CHECK_IN, follow_up):
        raise Invalid({"holding": tr("Ask her first whether we may ask after her.")})
    today = clock.local(now).date()
    holding = _holding(session, case_id)
    changed = holding.close(reason, today, follow_up, agreed_none=agreed_none)
    return _held(session, case_id, changed, "close", now)


def reopen(session: Session, case_id: UUID, *, now: datetime) -> Holding:
    """Begin again, in one act and without a question why (R-259)."""
    changed = _holding(session, case_id).reopen(_me(session), now)
    return _held(session, case_id, changed, "reopen", now)


def asked_after(
    session: Session, case_id: UUID, planned: date, words: str = "", *, now: datetime
) -> Entry:
    """Note that a planned day of aftercare was used."""
    found = case_key.stands(session, case_key.open_ring(session, case_id))
    words = clean(words)
    if planned not in found.aftercare():
        raise Invalid({"planned": tr("No such day was planned.")})
    if wrong := problem_with(words, LONG):
        raise Invalid({"words": wrong})
    done = AskedAfter(planned, clock.local(now).date(), words)
    return case_key.note(session, case_id, done, now=now)


def _line(text: str) -> str:
    line = one_line(text)
    if wrong := problem_with(line, SHORT):
        raise Invalid({"holding": wrong})
    return line


def _me(session: Session) -> Holder:
    actor = actor_of(session)
    return Holder("", actor.name, actor.member_id)


def _holding(session: Session, case_id: UUID) -> Holding:
    found = case_key.stands(session, case_key.open_ring(session, case_id))
    assert found.holding is not None
    return found.holding


def _agreed(session: Session, case_id: UUID, now: datetime) -> Holding:
    """Return who holds her; raise Forbidden when she took back her yes to whom she is offered."""
    found = case_key.stands(session, case_key.open_ring(session, case_id))
    assert found.holding is not None
    if found.holding.handover is not None:
        _must_say_yes(found, found.holding.handover.organisation, now)
    return found.holding


def _must_say_yes(found: Standing, organisation: str, now: datetime) -> None:
    if not found.may(Purpose.SHARE_WITH_PARTNER, clock.local(now).date(), organisation):
        raise Forbidden(tr("She did not say yes to this."), tr("Ask her first."))


def _held(session: Session, case_id: UUID, changed: Holding, act: str, now: datetime) -> Holding:
    key = case_key.open_ring(session, case_id)
    case_key.add(session, key, Held(changed, act), case_key.last_link(session, key), now=now)
    case_board.put(session, key, now=now)
    return changed
