"""Bad luck with who is on a list: two seats, a wrong clock, forgotten names, a damaged row."""

import pytest
from a_visit import at_desk, go, press, told
from bad_luck import DAY, TITLE, door_of, flip, names_of, other_seat, page_of, times_shown
from beside_her import Calendar
from desk import MONDAY
from meeting import NOW, TUESDAY, meeting, planned, register
from program import CONTROL
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from standing_beside import AGREED

from hgkm_desktop.rules.follow_ups import PrivateFollowUp, Step
from hgkm_desktop.rules.sessions import Place
from hgkm_desktop.services import (
    follow_ups,
    information_sessions,
    registrations,
    session_names,
    session_reach,
)
from hgkm_desktop.services.sessions_today import ShowToTell
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.views.sessions.registration_form import RegistrationForm
from hgkm_desktop.ui.views.sessions.tell import TellOverlay

CHANGED_OUTSIDE = "van buiten veranderd"
YEAR = 366 * DAY
WEEKS_AGO = TUESDAY - 7 * DAY


@pytest.fixture
def calendar():
    return Calendar(MONDAY.date())


@pytest.fixture
def joke(sign_in):
    return sign_in("Joke")


@pytest.fixture
def one(joke):
    return planned(joke)


def test_the_last_place_is_taken_at_two_seats_and_nobody_loses_hers(
    desk, joke, sign_in, calendar, qtbot
):
    one = planned(joke, capacity=1)
    with at_desk(desk, qtbot, calendar, "Hanan") as it, other_seat(sign_in("Salma"), qtbot) as seat:
        here, there = page_of(it, one.id), seat.pages.first.page
        seat.pages.show_session(one.id)
        it.window.activateWindow()
        it.wait(it.window.isActiveWindow)
        assert here.about.counts.free == there.about.counts.free == 1
        said = []
        it.ctx.noticed.connect(said.append)
        there.quick.name.setText("Idil")
        QTest.keyClick(there.quick.name, Qt.Key.Key_Return)
        it.fill(here.quick.name, "Samira")
        it.press(Qt.Key.Key_Return)
        rows = it.ctx.call(registrations.of_session, one.id)
        assert [(row.name, row.place) for row in rows] == [
            ("Idil", Place.HAS_PLACE),
            ("Samira", Place.WAITING),
        ]
        assert "vol" in said[-1].text
        assert "Idil" in [row.name for row in here.about.placed]


def test_a_session_called_off_elsewhere_is_said_in_its_form_and_stays_off(
    desk, joke, one, calendar, qtbot
):
    with at_desk(desk, qtbot, calendar, "Joke") as it:
        page = page_of(it, one.id)
        it.push(page.head.change)
        form = it.overlay
        form.all.where.place.setText("zaal 7")
        joke.call(information_sessions.call_off, one.id, one.version, "ziek")
        it.press(Qt.Key.Key_Return, modifiers=CONTROL)
        assert it.overlay is form
        assert form.stored.isVisible()
        assert form.all.where.place.text() == "zaal 7"
        press(it, tr("Save mine"))
        assert it.overlay is None
        known = it.ctx.call(information_sessions.get, one.id)
        assert (known.place, known.is_off) == ("zaal 7", True)


def test_a_session_called_off_elsewhere_is_said_at_its_door_and_who_came_is_still_let_in(
    desk, joke, one, calendar, qtbot
):
    with at_desk(desk, qtbot, calendar, "Hanan") as it:
        door = door_of(it, one.id)
        it.fill(door.field, "Samira")
        assert "gaat niet door" not in told(it).casefold()
        joke.call(information_sessions.call_off, one.id, one.version, "ziek")
        door._watch._timer.timeout.emit()
        assert "gaat niet door" in told(it).casefold()
        assert door.field.text() == "Samira"
        it.press(Qt.Key.Key_Return)
        assert names_of(it, one.id) == ["Samira"]


@pytest.fixture
def long_ago(joke):
    """A session whose names are forgotten from now on, with Hodan on its list."""
    one = joke.call(information_sessions.save, meeting(TUESDAY - 60 * DAY), **NOW)
    register(joke, one.id, "Hodan")
    return one


def test_names_forgotten_while_a_form_is_open_do_not_come_back_by_it(
    desk, joke, long_ago, calendar, qtbot
):
    with at_desk(desk, qtbot, calendar, "Hanan") as it:
        page = page_of(it, long_ago.id)
        (row,) = it.ctx.call(registrations.of_session, long_ago.id)
        assert row.name == "Hodan", "the first day of a log forgets nothing"
        it.view.pages.row_deeds.change(row)
        form = it.overlay
        assert isinstance(form, RegistrationForm)
        it.fill(form.name, "zus")
        assert joke.call(session_names.forget, **NOW) == 1
        for _again in range(2):
            it.press(Qt.Key.Key_Return, modifiers=CONTROL)
            assert it.overlay is form
            assert "namen van deze bijeenkomst zijn weg" in told(it)
        it.press(Qt.Key.Key_Escape)
        assert names_of(it, long_ago.id) == [""]
        page.refresh()
        assert "Hodan" not in told(it)


def test_lists_written_anew_under_an_open_menu_leave_her_where_she_was(
    desk, joke, one, long_ago, calendar, qtbot
):
    hers = [register(joke, one.id, name).registration for name in ("Samira", "Idil")]
    with at_desk(desk, qtbot, calendar, "Hanan") as it:
        page = page_of(it, one.id)
        said = []
        it.ctx.noticed.connect(said.append)
        it.view.pages.row_deeds.show_menu(page.about.placed[1])
        joke.call(session_names.forget, **NOW)
        press(it, tr("She is here"))
        rows = it.ctx.call(registrations.of_session, one.id)
        assert [(row.name, row.is_here) for row in rows] == [("Samira", False), ("Idil", True)]
        it.view.pages.row_deeds.show_menu(page.about.placed[0])
        joke.call(registrations.remove, hers[0].id)
        press(it, tr("She is here"))
        assert [notice.text for notice in said if notice.is_problem] == [
            "Ze staat niet meer op de lijst."
        ]
        assert names_of(it, one.id) == ["Idil"]
        assert [row.name for row in page.about.placed] == ["Idil"]


def test_one_sign_in_with_the_clock_a_year_ahead_forgets_no_name(desk, joke, one, calendar, qtbot):
    """What is gone cannot come back, so one wrong clock may not take it."""
    last_week = planned(joke, WEEKS_AGO)
    for each in (one, last_week):
        register(joke, each.id, "Samira")
    right = MONDAY.date() + DAY
    for day, left in (
        (right, "Samira"),
        (right + YEAR, "Samira"),
        (right + DAY, "Samira"),
        (right + YEAR, "Samira"),
        (right + 2 * DAY, "Samira"),
    ):
        calendar.turn_to(day)
        with at_desk(desk, qtbot, calendar, "Bea"):
            pass
        for each in (one, last_week):
            rows = joke.call(registrations.of_session, each.id)
            assert [row.name for row in rows] == [left], day


def test_on_the_second_day_after_they_are_due_the_names_are_gone(desk, joke, one, calendar, qtbot):
    register(joke, one.id, "Samira")
    left = []
    for days in (29, 31, 32):
        calendar.turn_to(TUESDAY + days * DAY)
        with at_desk(desk, qtbot, calendar, "Bea"):
            left += [row.name for row in joke.call(registrations.of_session, one.id)]
    assert left == ["Samira", "Samira", ""]


@pytest.mark.parametrize("place", [2, 8, -1], ids=["head", "whose key", "inside"])
def test_a_damaged_agreement_stops_neither_the_day_nor_the_list_nor_anybody_else(
    desk, joke, one, calendar, qtbot, place
):
    hers = [register(joke, one.id, name).registration for name in ("Samira", "Idil")]
    for each in hers:
        joke.call(session_reach.agree, each.id, AGREED, **NOW)
    known = joke.call(information_sessions.get, one.id)
    known.place = "zaal 9"
    joke.call(information_sessions.save, known, **NOW)
    flip(desk, "registration", hers[0].id, place)
    with at_desk(desk, qtbot, calendar, "Leyla") as it:
        go(it, "today")
        assert it.overlay is None
        assert TITLE in told(it)
        (untold,) = it.view.page.scene.today.untold
        assert untold.people == 2
        page = page_of(it, one.id)
        assert [row.name for row in page.about.placed] == ["Samira", "Idil"]
        assert CHANGED_OUTSIDE not in told(it)
        it.ctx.show(ShowToTell(one.id))
        assert isinstance(it.overlay, TellOverlay)
        assert [person.name for person in it.overlay.people] == ["Idil"]
        assert times_shown(it, CHANGED_OUTSIDE) == 1
        it.overlay.people[0].look_again()


@pytest.mark.parametrize("place", [2, 8, -1], ids=["head", "whose key", "inside"])
def test_a_damaged_talk_afterwards_stops_neither_the_day_nor_the_others(
    desk, sign_in, one, calendar, qtbot, place
):
    leyla = sign_in("Leyla")
    told_of = (PrivateFollowUp(name, "", (Step("thee", MONDAY.date()),)) for name in ("Zus", "Els"))
    damaged, _whole = (leyla.call(follow_ups.begin, each, **NOW) for each in told_of)
    flip(desk, "session_follow_up", damaged, place)
    with at_desk(desk, qtbot, calendar, "Leyla") as it:
        go(it, "today")
        assert it.overlay is None
        assert it.view.page.scene.today.steps_due == 2
        go(it, "sessions")
        it.push(it.view.pages.first.pane.head.more)
        press(it, tr("Talks afterwards"))
        follow = it.view.pages.follow_ups
        assert [line.follow_up.alias for line in follow.lines] == ["Els"]
        assert times_shown(it, CHANGED_OUTSIDE) == 1
        assert it.overlay is None
        follow.start_new()
        it.fill(it.overlay.alias, "Roos")
        press(it, tr("Save"))
        assert {line.follow_up.alias for line in follow.lines} == {"Els", "Roos"}
