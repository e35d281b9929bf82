"""What is noted around her: household, what plays, promises, agreements, numbers, clocks, guide."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from sqlalchemy.orm import Session

from hgkm_desktop import clock
from hgkm_desktop.errors import Invalid
from hgkm_desktop.models import new_id
from hgkm_desktop.models.codes import HarmKind
from hgkm_desktop.rules.bodies import (
    Agreement,
    Body,
    ClockSet,
    GuideNote,
    Household,
    Person,
    Plan,
    Promise,
    Score,
    Situation,
)
from hgkm_desktop.rules.clocks import MOST, Clock
from hgkm_desktop.rules.entries import Entry
from hgkm_desktop.services import case_key
from hgkm_desktop.services.fields import clean, one_line, problem_with
from hgkm_desktop.texts import tr

SHORT = 120
LONG = 2_000
HIGHEST = 10
MOST_PEOPLE = 30
MOST_DAYS = 366
Problems = dict[str, str | None]


def household(session: Session, case_id: UUID, told: Household, *, now: datetime) -> Entry:
    """Note who lives there and who does not; raise Invalid for a person without a relation."""
    plan = told.plan
    tidy = replace(
        told,
        people=tuple(_person(person) for person in told.people),
        circle=clean(told.circle),
        plan=Plan(one_line(plan.made_with), plan.on, plan.look_again, one_line(plan.kept_where)),
    )
    problems: Problems = {
        "circle": problem_with(tidy.circle, LONG),
        "plan.made_with": problem_with(tidy.plan.made_with, SHORT),
        "plan.kept_where": problem_with(tidy.plan.kept_where, SHORT),
    }
    if len(tidy.people) > MOST_PEOPLE:
        most = tr("These are too many people. Keep it to {count}.")
        problems["people"] = most.format(count=MOST_PEOPLE)
    for number, person in enumerate(tidy.people):
        missing = None if person.relation else tr("Say who it is to her.")
        place = f"people.{number}"
        problems[f"{place}.relation"] = missing or problem_with(person.relation, SHORT)
        problems[f"{place}.words"] = problem_with(person.words, LONG)
    return _noted(session, case_id, tidy, problems, now)


def situation(session: Session, case_id: UUID, told: Situation, *, now: datetime) -> Entry:
    """Note her own words, what she fears, what is in the way and what plays; all optional."""
    known = {kind.value for kind in HarmKind}
    tidy = replace(
        told,
        own_words=clean(told.own_words),
        harms=tuple(harm for harm in told.harms if harm in known),
        domains={domain: clean(text) for domain, text in told.domains.items() if clean(text)},
        wishes=clean(told.wishes),
        not_to_discuss=clean(told.not_to_discuss),
    )
    problems: Problems = {
        "own_words": problem_with(tidy.own_words, LONG),
        "wishes": problem_with(tidy.wishes, LONG),
        "not_to_discuss": problem_with(tidy.not_to_discuss, LONG),
    }
    for domain, text in tidy.domains.items():
        problems[f"domains.{domain}"] = problem_with(text, LONG)
    return _noted(session, case_id, tidy, problems, now)


def promise(session: Session, case_id: UUID, made: Promise, *, now: datetime) -> Entry:
    """Note who does what by when, or whether it was kept (R-018, R-049)."""
    tidy = replace(
        made,
        what=clean(made.what),
        who=one_line(made.who),
        otherwise=clean(made.otherwise),
    )
    problems: Problems = {
        "what": problem_with(tidy.what, LONG) if tidy.what else tr("Say what was promised."),
        "who": problem_with(tidy.who, SHORT) if tidy.who else tr("Say who does it."),
        "otherwise": problem_with(tidy.otherwise, LONG),
    }
    return _noted(session, case_id, tidy, problems, now)


def agreement(session: Session, case_id: UUID, made: Agreement, *, now: datetime) -> Entry:
    """Note something agreed with her that stays, or that it ended."""
    tidy = replace(made, text=clean(made.text))
    wrong = problem_with(tidy.text, LONG) if tidy.text else tr("Write something here.")
    return _noted(session, case_id, tidy, {"text": wrong}, now)


def score(session: Session, case_id: UUID, given: Score, *, now: datetime) -> Entry:
    """Note one voice's number, 0 to 10; nobody's number is mixed with another's (R-304)."""
    tidy = replace(
        given,
        name=one_line(given.name),
        why=clean(given.why),
        one_higher_when=clean(given.one_higher_when),
    )
    problems: Problems = {
        "name": problem_with(tidy.name, SHORT),
        "why": problem_with(tidy.why, LONG),
        "one_higher_when": problem_with(tidy.one_higher_when, LONG),
        "on": _not_ahead(tidy.on, now),
    }
    if not 0 <= tidy.number <= HIGHEST:
        problems["number"] = tr("Choose a number from 0 to 10.")
    return _noted(session, case_id, tidy, problems, now)


def clock_set(
    session: Session, case_id: UUID, clock_id: UUID | None, running: Clock, *, now: datetime
) -> UUID:
    """Begin a clock, or set one that runs: its start, its length, what then and who; its id."""
    tidy = replace(running, then=clean(running.then), who=one_line(running.who))
    problems: Problems = {
        "then": problem_with(tidy.then, LONG),
        "who": problem_with(tidy.who, SHORT),
    }
    if not 1 <= tidy.days <= MOST.get(tidy.kind, MOST_DAYS):
        problems["days"] = tr("This is longer than it may last.")
    known = clock_id or new_id()
    _noted(session, case_id, ClockSet(known, tidy), problems, now)
    return known


def end_clock(session: Session, case_id: UUID, clock_id: UUID, *, now: datetime) -> Entry:
    """Take a clock away; that it ran stays in the timeline."""
    found = case_key.stands(session, case_key.open_ring(session, case_id))
    if clock_id not in found.clocks:
        raise Invalid({"clock": tr("This clock has stopped already.")})
    ended = ClockSet(clock_id, replace(found.clocks[clock_id], days=0))
    return case_key.note(session, case_id, ended, now=now)


def guide(session: Session, case_id: UUID, done: GuideNote, *, now: datetime) -> Entry:
    """Note what was done at one step of the voluntary guide (R-157)."""
    tidy = replace(done, text=clean(done.text), with_whom=one_line(done.with_whom))
    problems: Problems = {
        "text": problem_with(tidy.text, LONG) if tidy.text else tr("Write something here."),
        "with_whom": problem_with(tidy.with_whom, SHORT),
        "on": _not_ahead(tidy.on, now),
    }
    return _noted(session, case_id, tidy, problems, now)


def _person(person: Person) -> Person:
    return replace(person, relation=one_line(person.relation), words=clean(person.words))


def _not_ahead(day: date, now: datetime) -> str | None:
    return tr("This day is still to come.") if day > clock.local(now).date() else None


def _noted(session: Session, case_id: UUID, body: Body, problems: Problems, now: datetime) -> Entry:
    """Add it, unless something is wrong with it; who may not gets the one answer first."""
    key = case_key.open_ring(session, case_id)
    if found := dict(_wrong(problems.items())):
        raise Invalid(found)
    return case_key.add(session, key, body, case_key.last_link(session, key), now=now)


def _wrong(problems: Iterable[tuple[str, str | None]]) -> Iterable[tuple[str, str]]:
    return ((place, wrong) for place, wrong in problems if wrong)
