"""May we reach her, now, and how: the one way to her number (R-284, R-285, R-286).

Without an agreement, without her yes to contact by us, after an incident or after thirty days the
answer is no. Whatever in the program could lead to contact asks `reach`, and nothing else does.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from sqlalchemy.orm import Session

from hgkm_desktop import clock
from hgkm_desktop.errors import Forbidden, Invalid
from hgkm_desktop.models.codes import Act
from hgkm_desktop.rules import contact
from hgkm_desktop.rules.bodies import Consent, ContactAgreement, Incident, Reached
from hgkm_desktop.rules.contact import Channel, Gate, SafeContact, Window
from hgkm_desktop.rules.entries import Entry
from hgkm_desktop.rules.lists import Outcome, Purpose
from hgkm_desktop.rules.standing import Standing
from hgkm_desktop.services import case_key, consents
from hgkm_desktop.services.fields import clean, one_line, problem_with
from hgkm_desktop.texts import tr
from hgkm_desktop.vault import audit
from hgkm_desktop.vault.actor import actor_of

SHORT = 120
LONG = 500
DIGITS = 6
_BY_NUMBER = frozenset({Channel.CALL, Channel.APP, Channel.TEXT})
_LINES = ("number", "name_we_use", "code_word", "who_may_answer")
_TEXTS = ("voicemail", "if_another_answers", "if_line_drops")


@dataclass(frozen=True, repr=False)
class Reach:
    """The gate's answer; the number and the words only when it says yes."""

    gate: Gate
    agreed: SafeContact | None


def gate_of(found: Standing, channel: Channel, now: datetime) -> Gate:
    """Return the gate's answer from how it stands; says nothing of the number."""
    today = clock.local(now).date()
    agreed = found.contact if found.may(Purpose.CONTACT_BY_US, today) else None
    return contact.gate(agreed, channel, now)


def at_another_minute(agreed: SafeContact, channel: Channel, now: datetime) -> Gate:
    """Return what the gate says a little later of what it let through or held up for the hour.

    Only for what `gate_of` answered by the hour: whether she still says yes is not asked anew.
    """
    return contact.gate(agreed, channel, now)


def reach(session: Session, case_id: UUID, channel: Channel, *, now: datetime) -> Reach:
    """Return whether we may reach her now, and only then how; it is noted that it was shown."""
    found = case_key.stands(session, case_key.open_ring(session, case_id))
    gate = gate_of(found, channel, now)
    if not gate.may or found.contact is None:
        hidden = found.contact and replace(found.contact, number="", code_word="")
        return Reach(gate, hidden)
    audit.mention(session, Act.READ, "contact", case_id)
    return Reach(gate, found.contact)


def agree(session: Session, case_id: UUID, agreed: SafeContact, *, now: datetime) -> None:
    """Note how she may be reached from now on, asked today; raise Invalid for half an agreement.

    Returns nothing: the entry holds the number.
    """
    key = case_key.open_ring(session, case_id)
    today, whole = clock.local(now).date(), tidy(agreed)
    if problems := problems_with(whole, today):
        raise Invalid(problems)
    if not case_key.stands(session, key).may(Purpose.CONTACT_BY_US, today):
        raise Forbidden(
            tr("She did not say yes to contact by us."), tr("Note her yes first, then how.")
        )
    checked = replace(whole, checked_on=today, checked_by=actor_of(session).name, incident_on=None)
    last = case_key.last_link(session, key)
    case_key.add(session, key, ContactAgreement(checked), last, now=now)


def agree_with(
    session: Session,
    case_id: UUID,
    consent: Consent | None,
    agreed: SafeContact | None,
    *,
    now: datetime,
) -> None:
    """Note her answer to contact by us together with how, both or nothing.

    Without `agreed` only her answer counts: a no closes the gate at once. An empty number keeps
    the one that is known, so that nobody has to see it to change the hours. Problems with her
    answer come under "consent.…".
    """
    known = case_key.stands(session, case_key.open_ring(session, case_id)).contact
    if agreed is not None:
        agreed = _with_known_number(agreed, known)
    today = clock.local(now).date()
    wrong = problems_with(tidy(agreed), today) if agreed is not None else {}
    if consent is not None:
        answered = consents.problems_with(consent, today).items()
        wrong |= {f"consent.{name}": problem for name, problem in answered}
        if consent.purpose is not Purpose.CONTACT_BY_US or consent.receiver:
            wrong["consent.purpose"] = tr("This is no answer to contact by us.")
    if wrong:
        raise Invalid(wrong)
    if consent is not None:
        consents.answer(session, case_id, consent, now=now)
    if agreed is not None:
        agree(session, case_id, agreed, now=now)


def still_right(session: Session, case_id: UUID, *, now: datetime) -> None:
    """Note that she was asked again and that everything still holds (R-285)."""
    found = case_key.stands(session, case_key.open_ring(session, case_id))
    if found.contact is None:
        raise Invalid({"contact": tr("Nothing was agreed yet.")})
    agree(session, case_id, found.contact, now=now)


def incident(session: Session, case_id: UUID, what: str, *, now: datetime) -> Entry:
    """Note that something happened: nobody calls before she was asked again."""
    what = clean(what)
    if wrong := problem_with(what, LONG):
        raise Invalid({"what": wrong})
    return case_key.note(session, case_id, Incident(clock.local(now).date(), what), now=now)


def tried(
    session: Session, case_id: UUID, channel: Channel, outcome: Outcome, *, now: datetime
) -> Entry:
    """Note how an attempt went. Somebody else answered: from now on she is asked again first."""
    return case_key.note(session, case_id, Reached(now, channel, outcome), now=now)


def _with_known_number(agreed: SafeContact, known: SafeContact | None) -> SafeContact:
    if known is None or agreed.number.strip() or not agreed.channels & _BY_NUMBER:
        return agreed
    return replace(agreed, number=known.number)


def tidy(agreed: SafeContact) -> SafeContact:
    """Return an agreement with what was typed cleaned."""
    lines = {name: one_line(getattr(agreed, name)) for name in _LINES}
    texts = {name: clean(getattr(agreed, name)) for name in _TEXTS}
    return replace(agreed, **lines, **texts)


def problems_with(agreed: SafeContact, today: date) -> dict[str, str]:
    """Return what keeps an agreement from being whole, by field."""
    found: dict[str, str | None] = {}
    for name in _LINES:
        found[name] = problem_with(getattr(agreed, name), SHORT)
    for name in _TEXTS:
        found[name] = problem_with(getattr(agreed, name), LONG)
    digits = sum(char.isdigit() for char in agreed.number)
    if agreed.channels & _BY_NUMBER and digits < DIGITS:
        found["number"] = tr("Type the number she gave.")
    if not agreed.channels:
        found["channels"] = tr("Choose how, or choose that she calls us.")
    if not agreed.windows or not all(_is_whole(window) for window in agreed.windows):
        found["windows"] = tr("Choose at least one day, and an end after the start.")
    if agreed.until is not None and agreed.until < today:
        found["until"] = tr("This day has passed.")
    return {name: wrong for name, wrong in found.items() if wrong}


def _is_whole(window: Window) -> bool:
    return bool(window.days) and window.begins < window.ends
