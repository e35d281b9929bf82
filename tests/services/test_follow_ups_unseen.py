"""Nobody who works on sessions sees that a follow-up exists (R-082)."""

import inspect
from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import pytest
from access_sessions import ROWS
from desk import MONDAY
from meeting import planned, register
from test_access import SERVICES
from test_going_hostile import everything_said

from hgkm_desktop.errors import Forbidden, UserError
from hgkm_desktop.rules.follow_ups import PrivateFollowUp, Step
from hgkm_desktop.services import (
    finding,
    follow_ups,
    gathering,
    information_sessions,
    registrations,
    today,
)

NOW = {"now": MONDAY}
SOON, LATER = date(2026, 11, 30), date(2026, 12, 7)
MARKER = "zevenblad"
ROOS = PrivateFollowUp("Roos", "Ze bleef zitten.", (Step("bellen", SOON), Step("vragen")))


@pytest.fixture
def leyla(sign_in):
    return sign_in("Leyla")


def begin(db, follow_up=ROOS, **when):
    return db.call(follow_ups.begin, follow_up, **(when or NOW))


def everything(db):
    return db.call(follow_ups.everything)


def ask(db, list_id, hodan, name):
    """Return all that one of the services of sessions answers to somebody at the desk."""
    _roles, arguments = ROWS[name]
    given, named = arguments(None)
    known = {"session_id": list_id, "registration_id": hodan}
    words = list(inspect.signature(SERVICES[name]).parameters)[1:]
    real = [known.get(word, value) for word, value in zip(words, given, strict=False)]
    try:
        return everything_said(db.call(SERVICES[name], *real, **named))
    except UserError as error:
        return f"{type(error).__name__} {error.title} {error.hint}"


READING = (
    *("attendance.handed_out", "attendance.matches", "information_sessions.get"),
    *("registrations.counts", "registrations.of_session", "session_list.count"),
    *("session_list.one", "session_list.page", "session_counts.of_year", "session_counts.table"),
    *("session_counts.years", "school_holidays.reminders", "waiting_list.first"),
    *("session_names.kept_for", "session_series.following"),
)


@pytest.mark.parametrize("name", ["Hanan", "Joke", "Salma"])
def test_nobody_who_works_on_sessions_sees_that_it_exists(leyla, desk, sign_in, name):
    """Every answer of the services of sessions, the day and Ctrl+K is the same before and after."""
    db = sign_in("Joke")
    list_id = planned(db).id
    hodan = register(db, list_id, "Hodan").registration.id
    other = sign_in(name)

    def answers():
        found = [ask(other, list_id, hodan, each) for each in READING]
        found.append(everything_said(other.call(today.today, **NOW)))
        found.append(everything_said(other.call(gathering.gather)))
        return [*found, everything_said(other.call(finding.visits, MARKER))]

    before = answers()
    assert any("Hodan" in answer for answer in before)
    begin(leyla, PrivateFollowUp(MARKER, MARKER, (Step(MARKER, SOON),), list_id))
    assert answers() == before
    for service in (each for each in ROWS if each.startswith("follow_up")):
        with pytest.raises(Forbidden):
            given, named = ROWS[service][1](SimpleNamespace(desk=desk))
            other.call(SERVICES[service], *given, **named)


def test_staff_can_take_a_session_back_that_something_hangs_on(leyla, sign_in):
    """A refusal would say that there is something."""
    joke = sign_in("Joke")
    list_id = planned(joke).id
    begin(leyla, replace(ROOS, session_id=list_id))
    joke.call(information_sessions.take_back, [list_id])
    assert everything(leyla)[0].follow_up.session_id == list_id


def test_her_place_on_the_list_does_not_change_by_it(leyla, sign_in):
    joke = sign_in("Joke")
    list_id = planned(joke).id
    register(joke, list_id, "Hodan")
    before = [vars(one).copy() for one in joke.call(registrations.of_session, list_id)]
    begin(leyla, replace(ROOS, session_id=list_id))
    after = [vars(one).copy() for one in joke.call(registrations.of_session, list_id)]
    for each in (*before, *after):
        each.pop("_sa_instance_state")
    assert after == before
