"""What an appointment must be before it is kept: times that can be, texts that fit, her wishes."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

from sqlalchemy.orm import Session

from hgkm_desktop import clock
from hgkm_desktop.models import Partner, PartnerPerson
from hgkm_desktop.models.codes import Language, Role
from hgkm_desktop.rules.appointment import (
    FURTHEST,
    LONGEST,
    MOST_QUESTIONS,
    OLDEST,
    SHORTEST,
    Details,
    Interpreter,
    NotWith,
    Visit,
)
from hgkm_desktop.rules.contact import Channel
from hgkm_desktop.rules.going_along import AppointmentKind, ArrivalSignal
from hgkm_desktop.services import case_key, safe_contact
from hgkm_desktop.services.appointment_rows import Opener
from hgkm_desktop.services.fields import clean, one_line, problem_with
from hgkm_desktop.texts import tr
from hgkm_desktop.vault.actor import actor_of

SHORT = 120
LONG = 2_000
MOST_LINES = 5
Problems = dict[str, str | None]
_LINES = ("alias", "partner_words", "person_words", "meet_where", "place")
_TEXTS = ("not_met_reason", "purpose", "off_why")


def tidy(visit: Visit) -> Visit:
    """Return it with every typed text cleaned, empty lines left out, and both times in UTC.

    In local time an hour more or less at a clock change would not be counted.
    """
    told = visit.details
    texts = {name: one_line(getattr(told, name)) for name in _LINES}
    texts |= {name: clean(getattr(told, name)) for name in _TEXTS}
    questions = (clean(question) for question in told.questions)
    lines = (NotWith(one_line(each.who), clean(each.what)) for each in told.not_with)
    details = replace(
        told,
        **texts,
        questions=tuple(question for question in questions if question),
        not_with=tuple(line for line in lines if line.who or line.what),
        interpreter=_tidy_interpreter(told.interpreter),
        introduced=tuple(who for who in told.introduced if who in visit.companions),
    )
    times = {"starts": visit.starts.astimezone(UTC), "ends": visit.ends.astimezone(UTC)}
    return replace(visit, **times, details=details)


def problems_with(
    session: Session, visit: Visit, key: Opener, now: datetime, before: Visit | None = None
) -> dict[str, str]:
    """Return what is wrong, by the name of its field.

    Of one that is there already (`before`) neither when it was is looked at again, nor who went
    along and does not stand beside her any more.
    """
    known = () if before is None else before.companions
    found: Problems = {
        **(_times(visit, now) if before is None else {}),
        **_texts(visit.details),
        **_who(session, visit),
        "reserve": _companions(session, visit, key, known),
        "signal": _signal(session, visit, key) if visit.state.is_ahead else None,
    }
    return {place: wrong for place, wrong in found.items() if wrong}


def problems_with_time(
    session: Session, visit: Visit, key: Opener, now: datetime
) -> dict[str, str]:
    """Return what is wrong with when it is."""
    found: Problems = {**_times(visit, now), "signal": _signal(session, visit, key)}
    return {place: wrong for place, wrong in found.items() if wrong}


def may_signal(session: Session, visit: Visit, key: Opener) -> bool:
    """Say whether the sign on arrival may be given as it is agreed now.

    Calling her at the door is contact by us: the gate is asked about the moment we arrive (R-284).
    """
    if visit.details.signal is not ArrivalSignal.CALL:
        return True
    if key is None:
        return False
    found = case_key.stands(session, key)
    return safe_contact.gate_of(found, Channel.CALL, _arrives(visit)).may


def _arrives(visit: Visit) -> datetime:
    """Return when she is met: at the hour that was agreed, the evening before where it is late."""
    meets, starts = visit.details.meet_at, clock.local(visit.starts)
    if meets is None:
        return visit.starts
    day = starts.date() if meets <= starts.time() else starts.date() - timedelta(days=1)
    return clock.at(day, meets)


def _times(visit: Visit, now: datetime) -> Problems:
    lasts = visit.ends - visit.starts
    if lasts < SHORTEST:
        return {"ends": tr("This is too short. Give it at least five minutes.")}
    if lasts > LONGEST:
        return {"ends": tr("This is too long. Twelve hours is the most.")}
    if visit.starts < now - OLDEST or visit.starts > now + FURTHEST:
        return {"starts": tr("Look at the year once more.")}
    return {}


def _texts(told: Details) -> Problems:
    found: Problems = {name: problem_with(getattr(told, name), SHORT) for name in _LINES}
    found |= {name: problem_with(getattr(told, name), LONG) for name in _TEXTS}
    found["partner"] = found.pop("partner_words")
    found["person"] = found.pop("person_words")
    if told.interpreter is not None:
        words = told.interpreter.name, told.interpreter.wish
        found["interpreter"] = _first(problem_with(text, SHORT) for text in words)
    if told.language and told.language not in set(Language):
        found["language"] = tr("Choose a language from the list.")
    found["questions"] = _first(problem_with(text, LONG) for text in told.questions)
    if len(told.questions) > MOST_QUESTIONS:
        most = tr("These are too many questions. Keep it to {count}.")
        found["questions"] = most.format(count=MOST_QUESTIONS)
    for number, line in enumerate(told.not_with):
        found[f"not_with.{number}"] = _not_with(line)
    if len(told.not_with) > MOST_LINES:
        found["not_with.0"] = tr("These are too many lines. Keep it to {count}.").format(
            count=MOST_LINES
        )
    return found


def _not_with(line: NotWith) -> str | None:
    if not line.who:
        return tr("Say who must not hear it.")
    if not line.what:
        return tr("Say what must not be talked about.")
    return problem_with(line.who, SHORT) or problem_with(line.what, LONG)


def _who(session: Session, visit: Visit) -> Problems:
    told = visit.details
    found: Problems = {}
    if visit.case_id is None and not told.alias:
        found["alias"] = tr("Say how she is called here.")
    if told.partner_id is not None and session.get(Partner, told.partner_id) is None:
        found["partner"] = tr("This partner is not there any more.")
    if told.person_id is not None:
        person = session.get(PartnerPerson, told.person_id)
        if person is None or person.partner_id != told.partner_id:
            found["person"] = tr("She does not work at this partner.")
    has_person = told.person_id is not None or bool(told.person_words)
    is_first_time = told.kind is AppointmentKind.INTRODUCTION
    explained = bool(told.not_met_reason) or told.introduction_id is not None
    if has_person and told.has_met is False and not (is_first_time or explained):
        found["not_met_reason"] = tr("She does not know this person. Say why it is all right.")
    return found


def _companions(session: Session, visit: Visit, key: Opener, known: tuple[UUID, ...]) -> str | None:
    if visit.reserve == visit.first:
        return tr("Choose somebody else as the reserve.")
    new = [who for who in visit.companions if who not in known]
    if key is not None and not set(new) <= set(key.ring.members):
        return tr("Only those who stand beside her go along.")
    directory = actor_of(session).directory
    if not all(directory.member(who).may_open(Role.CONFIDANT) for who in new):
        return tr("Only confidants go along.")
    return None


def _signal(session: Session, visit: Visit, key: Opener) -> str | None:
    if may_signal(session, visit, key):
        return None
    return tr("Calling her then was not agreed. Choose another sign.")


def _tidy_interpreter(told: Interpreter | None) -> Interpreter | None:
    if told is None:
        return None
    return replace(told, name=one_line(told.name), wish=one_line(told.wish))


def _first(problems: Iterable[str | None]) -> str | None:
    return next((problem for problem in problems if problem), None)
