"""Sessions on the start screen: what takes place today, and what is to be done around them (03)."""

from datetime import time, timedelta

import pytest
from desk import MONDAY
from meeting import planned, register
from PySide6.QtCore import Qt
from shift import SMALL, TODAY, at

from hgkm_desktop.models import PlanningRule, SchoolHoliday
from hgkm_desktop.rules.contact import Channel, SafeContact, Window
from hgkm_desktop.rules.follow_ups import PrivateFollowUp, Step
from hgkm_desktop.rules.sessions import SchoolHolidayKind, SessionTopic
from hgkm_desktop.services import (
    follow_ups,
    information_sessions,
    school_holidays,
    session_reach,
)
from hgkm_desktop.services.follow_ups import ShowFollowUps
from hgkm_desktop.services.information_sessions import NewSession, ShowSession
from hgkm_desktop.services.sessions_today import PrintSessionList, ShowToTell
from hgkm_desktop.ui.views.today import band

NOW = {"now": MONDAY}
AGREED = SafeContact(
    frozenset({Channel.CALL}), "06-12345678", (Window(frozenset({1}), time(10), time(12)),)
)


@pytest.fixture
def hanan(sign_in):
    return sign_in("Hanan")


def today(db, hour=12, minute=30, **given):
    starts = at(hour, minute)
    ends = starts + timedelta(minutes=90)
    return planned(db, TODAY, starts_at=starts, ends_at=ends, **given)


def moved(db, hanan, *names):
    """A session of tomorrow with these on its list, an hour later than they know."""
    held = planned(db, TODAY + timedelta(days=1), title="Praten met je puber")
    for name in names:
        her = register(hanan, held.id, name).registration
        hanan.call(session_reach.agree, her.id, AGREED, **NOW)
    held.starts_at, held.ends_at = held.starts_at + HOUR, held.ends_at + HOUR
    db.call(information_sessions.save, held, **NOW)
    return held


HOUR = timedelta(hours=1)


def test_everybody_sees_how_full_a_session_is_and_can_print_its_list(open_today, db, hanan):
    held = today(db, capacity=18)
    register(hanan, held.id, "Samira", children=2)
    register(hanan, held.id, "Hodan", children=3)
    for name in ("Hanan", "Joke", "Leyla"):
        page = open_today(name)
        (row,) = page.parts.sessions.shown()
        said = page.words(row)
        assert "12.30" in said and "Je rechten bij scheiden" in said
        assert "2 van 18 plaatsen · 5 kinderen in de opvang" in said
        assert "Samira" not in page.words() and "Hodan" not in page.words()
        page.push(row)
        page.push(row.print)
        assert page.shown == [ShowSession(held.id), PrintSessionList(held.id)]


def test_a_row_and_its_button_are_reached_by_keyboard_and_say_what_they_do(open_today, db):
    held = today(db)
    page = open_today("Hanan")
    (row,) = page.parts.sessions.shown()
    assert row.stops() == [row, row.print]
    assert row.accessibleName() == "12.30, Je rechten bij scheiden, 0 op de lijst"
    assert row.print.accessibleName() == "Print de lijst: Je rechten bij scheiden"
    row.setFocus()
    page.press(Qt.Key.Key_Return)
    page.press(Qt.Key.Key_Down)
    page.press(Qt.Key.Key_Return)
    assert page.shown == [ShowSession(held.id), PrintSessionList(held.id)]


def test_one_child_a_full_session_and_one_called_off_are_said_as_such(open_today, db, hanan):
    full = today(db, capacity=1)
    register(hanan, full.id, "Samira", children=1)
    register(hanan, full.id, "Hodan")
    off = today(db, 15, title="Naailes")
    db.call(information_sessions.call_off, off.id, off.version, "docent ziek")
    page = open_today("Leyla")
    first, second = page.parts.sessions.shown()
    assert "1 van 1 plaatsen · 1 kind in de opvang" in page.words(first)
    assert "vol, 1 wachten" in page.words(first)
    assert "gaat niet door" in page.words(second)
    assert second.print.isHidden()


def test_what_is_over_says_how_many_were_there(open_today, db):
    today(db, 9)
    page = open_today("Hanan")
    (row,) = page.parts.sessions.shown()
    assert "0 waren er" in page.words(row)
    assert not row.time.isEnabled()
    assert row.print.isHidden()


def test_the_band_shows_what_takes_place_and_leads_to_it(open_today, db):
    held = today(db)
    off = today(db, 15, title="Naailes")
    db.call(information_sessions.call_off, off.id, off.version, "docent ziek")
    page = open_today("Leyla")
    row = next(each for each in band.rows(page.view.page.scene) if each.title == "Voorlichting")
    assert [(bar.key, bar.text) for bar in row.bars] == [(held.id, "Je rechten bij scheiden")]
    page.parts.band.chosen.emit(held.id)
    assert page.shown == [ShowSession(held.id)]


def test_while_names_are_hidden_no_list_is_printed_from_here(open_today, db):
    today(db)
    page = open_today("Leyla")
    (row,) = page.parts.sessions.shown()
    assert not row.print.isHidden()
    page.ctx.veil(True)
    page.view.refresh()
    assert row.print.isHidden()
    assert "Je rechten bij scheiden" in page.words(row)


def test_a_confidant_sees_who_does_not_know_that_a_session_moved(open_today, db, hanan):
    held = moved(db, hanan, "Hodan", "Esra")
    page = open_today("Leyla")
    (row,) = page.parts.session_deeds.shown()
    said = page.words(row)
    assert "2 vrouwen weten het nog niet" in said
    assert "Praten met je puber is nu morgen 11.00." in said
    assert "Hodan" not in page.words() and "12345678" not in page.words()
    page.push(row)
    assert page.shown == [ShowToTell(held.id)]


def test_steps_that_are_due_are_counted_and_lead_to_the_talks_afterwards(open_today, sign_in):
    leyla = sign_in("Leyla")
    for alias in ("Roos", "Zwaan"):
        kept = PrivateFollowUp(alias, "zevenblad", (Step("bellen", TODAY),))
        leyla.call(follow_ups.begin, kept, **NOW)
    page = open_today(leyla)
    (row,) = page.parts.session_deeds.shown()
    assert "2 kleine stappen te doen" in page.words(row)
    assert "Zwaan" not in page.words(page.parts.session_deeds)
    page.push(row)
    assert page.shown == [ShowFollowUps()]
    (other, _line) = leyla.call(follow_ups.everything)
    leyla.call(follow_ups.end, other.id)
    assert "Eén kleine stap te doen" in page.words(page.parts.session_deeds)


def test_who_plans_is_reminded_before_a_holiday(open_today, db):
    first, kind = TODAY + timedelta(days=20), SchoolHolidayKind.CHRISTMAS
    db.call(school_holidays.save, SchoolHoliday(kind=kind, first_day=first, last_day=first))
    rule = PlanningRule(weeks=6, holiday=kind, topic=SessionTopic.FGM)
    db.call(school_holidays.save_rule, rule)
    page = open_today("Joke")
    (row,) = page.parts.session_deeds.shown()
    assert "Plan: Meisjesbesnijdenis" in page.words(row)
    assert "voor de kerstvakantie, op 13 dec." in page.words(row)
    page.push(row)
    assert page.shown == [NewSession(SessionTopic.FGM)]
    assert row.key() == (row.item.rule, first)


def test_who_is_no_confidant_sees_nothing_of_what_is_for_confidants(open_today, db, hanan, sign_in):
    moved(db, hanan, "Hodan")
    kept = PrivateFollowUp("Roos", "zevenblad", (Step("bellen", TODAY),))
    sign_in("Leyla").call(follow_ups.begin, kept, **NOW)
    for name in ("Hanan", "Joke", "Salma"):
        page = open_today(name)
        assert page.parts.session_deeds.isHidden()
        said = page.words()
        assert "stap" not in said and "weet het" not in said


def test_on_a_small_screen_all_of_it_stands_there_too(open_today, db, hanan):
    today(db)
    moved(db, hanan, "Hodan")
    page = open_today("Leyla", size=SMALL)
    assert page.parts.sessions.shown()
    assert page.parts.session_deeds.shown()
    stops = page.view.page.stops()
    assert page.parts.sessions.shown()[0] in stops
    assert page.parts.session_deeds.shown()[0] in stops
