"""What she said yes or no to: what for, to whom, until when, who heard it (R-271, R-163)."""

from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from sqlalchemy.orm import Session

from hgkm_desktop import clock
from hgkm_desktop.errors import Invalid
from hgkm_desktop.rules.bodies import Consent
from hgkm_desktop.rules.entries import Entry
from hgkm_desktop.rules.lists import YES, ConsentForm, LifeDomain, Purpose
from hgkm_desktop.services import case_key
from hgkm_desktop.services.fields import clean, one_line, problem_with
from hgkm_desktop.texts import tr

PARTS = tuple(LifeDomain)
"""What a partner may know of, one by one."""
SHORT = 120
LONG = 1_000
_LINES = ("receiver", "person", "heard_by", "language", "text_version")
_TO_SOMEBODY = frozenset({Purpose.SHARE_WITH_PARTNER})


def answer(session: Session, case_id: UUID, consent: Consent, *, now: datetime) -> Entry:
    """Note her answer; raise Invalid for one without a receiver, or that has run out already."""
    problems = problems_with(consent, clock.local(now).date())
    if problems:
        raise Invalid(problems)
    return case_key.note(session, case_id, tidy(consent), now=now)


def withdraw(
    session: Session,
    case_id: UUID,
    purpose: Purpose,
    receiver: str = "",
    *,
    now: datetime,
    heard_by: str = "",
) -> list[str]:
    """Note that she takes her yes back, from this moment on; return who must be told."""
    key = case_key.open_ring(session, case_id)
    found = case_key.stands(session, key)
    given = found.consents.get((purpose, receiver))
    if given is None or given.form not in YES:
        raise Invalid({"receiver": tr("She said no yes to this.")})
    today = clock.local(now).date()
    heard = one_line(heard_by) or given.heard_by
    if wrong := problem_with(heard, SHORT):
        raise Invalid({"heard_by": wrong})
    back = replace(given, form=ConsentForm.WITHDRAWN, on=today, until=None, heard_by=heard)
    case_key.add(session, key, back, case_key.last_link(session, key), now=now)
    return [given.receiver] if given.receiver else []


def problems_with(consent: Consent, today: date) -> dict[str, str]:
    """Return what is wrong with an answer, by field."""
    found: dict[str, str | None] = {}
    if consent.purpose in _TO_SOMEBODY and not consent.receiver.strip():
        found["receiver"] = tr("Say who receives it.")
    if consent.on > today:
        found["on"] = tr("This day is still to come.")
    if consent.form in YES and consent.until is not None and consent.until < today:
        found["until"] = tr("This day has passed.")
    for name in _LINES:
        found[name] = found.get(name) or problem_with(getattr(consent, name), SHORT)
    for name, text in {"why": consent.why, "her_words": consent.her_words}.items():
        found[name] = problem_with(text, LONG)
    return {name: wrong for name, wrong in found.items() if wrong}


def tidy(consent: Consent) -> Consent:
    """Return an answer with its texts cleaned."""
    return replace(
        consent,
        receiver=one_line(consent.receiver),
        person=one_line(consent.person),
        why=clean(consent.why),
        language=one_line(consent.language),
        heard_by=one_line(consent.heard_by),
        her_words=clean(consent.her_words),
        text_version=one_line(consent.text_version),
    )
