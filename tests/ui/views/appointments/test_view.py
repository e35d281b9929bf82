"""The shared week: hers as they are, of others only that somebody is busy."""

from datetime import date

import pytest
from desk import MONDAY
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from standing_beside import member
from week_desk import TODAY, TUESDAY, WEDNESDAY, at, linde, plan, programme, week_desk

from hgkm_desktop.models.codes import Role
from hgkm_desktop.rules.going_along import Side, State
from hgkm_desktop.services import absences, appointments, drafts
from hgkm_desktop.services.appointment_list import ShowVisit
from hgkm_desktop.services.case_name import CaseName
from hgkm_desktop.ui.views.appointments import AppointmentsView
from hgkm_desktop.ui.views.appointments.visit_form import VisitForm

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def blocks(it):
    """Return what stands in the week: its title, or that somebody is busy."""
    found = it.page.week.grid.week.data.blocks
    return sorted("bezet" if each.is_busy else each.title for each in found)


def told(it):
    """Return what the help page says of this page."""
    keys = it.view.keys()
    return " ".join(key.does for key in keys)


def block(it, title):
    return next(each for each in it.page.week.grid.week.data.blocks if each.title == title)


def test_who_may_see_the_shared_week():
    assert AppointmentsView.roles == {Role.CONFIDANT, Role.STAFF, Role.COORDINATOR}


def test_a_confidant_sees_her_own_with_partner_and_companion(desk, sign_in, qtbot, qapp):
    db = sign_in("Leyla")
    plan(db, at(TUESDAY, 10), linde(desk, db), reserve=None)
    with week_desk(db, qtbot, qapp) as it:
        found = block(it, "Linde")
        assert (found.second, found.person) == ("Veilig Thuis", "Leyla")
        assert found.is_movable
        assert it.view.subtitle() == "week 48"


def test_of_somebody_else_only_that_she_is_busy(desk, sign_in, qtbot, qapp):
    imane = sign_in("Imane")
    plan(imane, at(TUESDAY, 10), linde(desk, imane), first=member(desk, "Leyla"))
    programme(sign_in("Joke"))
    for name in ("Joke", "Salma"):
        with week_desk(sign_in(name), qtbot, qapp) as it:
            assert blocks(it) == ["Naailes", "bezet"]
            busy = next(each for each in it.page.week.grid.week.data.blocks if each.is_busy)
            assert (busy.title, busy.second, busy.person) == ("", "", "Leyla")
            assert not busy.is_movable


def test_staff_and_coordinators_have_no_button_to_plan(sign_in, qtbot, qapp):
    for name in ("Joke", "Salma"):
        with week_desk(sign_in(name), qtbot, qapp) as it:
            assert not it.bar.new.isVisible()
            it.view.start_new()
            assert it.overlay is None
    with week_desk(sign_in("Leyla"), qtbot, qapp) as it:
        assert it.bar.new.isVisible()


def test_the_marks_say_how_far_each_one_is(desk, sign_in, qtbot, qapp):
    db = sign_in("Leyla")
    plan(db, at(TODAY, 9), alias="Anna")
    off = plan(db, at(TUESDAY, 9), alias="Beer")
    db.call(
        appointments.call_off, off.id, off.version, State.CANCELLED, Side.PARTNER, "", now=MONDAY
    )
    plan(db, at(WEDNESDAY, 9), alias="Cilia")
    with week_desk(db, qtbot, qapp) as it:
        assert (block(it, "Anna").mark, block(it, "Anna").note) == (
            "draft",
            "Nog niet genoteerd hoe het ging",
        )
        assert block(it, "Beer").is_off
        assert block(it, "Cilia").mark == "warning"
        assert "reserve" in block(it, "Cilia").note


def test_holidays_and_who_is_away_stand_above_the_days(desk, sign_in, qtbot, qapp):
    db = sign_in("Leyla")
    db.call(absences.note, member(desk, "Imane"), TUESDAY, WEDNESDAY, now=MONDAY)
    with week_desk(db, qtbot, qapp) as it:
        assert it.page.week.grid.week.data.away == {TUESDAY: ["Imane"], WEDNESDAY: ["Imane"]}
        it.page.go_to(date(2026, 12, 25))
        assert date(2026, 12, 25) in it.page.week.grid.week.data.holidays


def test_the_veil_hides_how_they_are_called_and_where_they_go(desk, sign_in, qtbot, qapp):
    db = sign_in("Leyla")
    plan(db, at(TUESDAY, 10), linde(desk, db))
    plan(db, at(WEDNESDAY, 10), alias="Els")
    with week_desk(db, qtbot, qapp) as it:
        it.ctx.veil(True)
        found = it.page.week.grid.week.data.blocks
        words = " ".join(part for each in found for part in (each.title, each.second))
        assert "Linde" not in words
        assert "Els" not in words
        assert "Veilig Thuis" not in words
        assert "BL-" in words


def test_searching_leaves_only_what_matches(desk, sign_in, qtbot, qapp):
    db = sign_in("Leyla")
    plan(db, at(TUESDAY, 10), alias="Els", partner="Buurtteam")
    plan(db, at(TUESDAY, 12), alias="Mies", partner="Advocaat")
    programme(sign_in("Joke"))
    with week_desk(db, qtbot, qapp) as it:
        it.view.find("mies")
        assert blocks(it) == ["Mies"]
        it.view.find("BUURT")
        assert blocks(it) == ["Els"]
        it.view.find("naai")
        assert blocks(it) == ["Naailes"]
        it.view.find("zang")
        assert it.view.subtitle() == "week 48 · niets gevonden"
        it.view.find("")
        assert it.view.subtitle() == "week 48"
        assert blocks(it) == ["Els", "Mies", "Naailes"]


def test_pages_and_today_by_keyboard(sign_in, qtbot, qapp):
    with week_desk(sign_in("Leyla"), qtbot, qapp) as it:
        it.press(Qt.Key.Key_PageDown)
        assert it.view.subtitle() == "week 49"
        it.press(Qt.Key.Key_PageUp, Qt.Key.Key_PageUp)
        assert it.view.subtitle() == "week 47"
        it.press(Qt.Key.Key_T)
        assert it.view.subtitle() == "week 48"
        it.push(it.bar.after)
        it.press(Qt.Key.Key_PageDown)
        assert it.view.subtitle() == "week 50"
        it.press(Qt.Key.Key_Home)
        assert it.view.subtitle() == "week 48"
        it.push(it.bar.before)
        assert it.view.subtitle() == "week 47"
        it.push(it.bar.today)
        assert it.view.subtitle() == "week 48"


def test_the_year_turns_in_the_middle_of_a_week(sign_in, qtbot, qapp):
    with week_desk(sign_in("Leyla"), qtbot, qapp) as it:
        it.page.go_to(date(2026, 12, 31))
        assert it.view.subtitle() == "week 53"
        it.page.step(1)
        assert it.view.subtitle() == "week 1"


def test_other_keys_are_left_to_the_window(sign_in, qtbot, qapp):
    with week_desk(sign_in("Leyla"), qtbot, qapp) as it:
        it.bar.new.setFocus()
        it.press(Qt.Key.Key_B)
        it.press(Qt.Key.Key_T, modifiers=CONTROL)
        assert it.view.subtitle() == "week 48"


def test_choosing_one_opens_the_panel_and_escape_closes_it(sign_in, qtbot, qapp):
    db = sign_in("Leyla")
    visit = plan(db, at(TUESDAY, 10), alias="Els")
    with week_desk(db, qtbot, qapp) as it:
        it.page.week.grid.chosen.emit(visit.id)
        assert it.panel.visit_id == visit.id
        assert it.panel.isVisible()
        it.press(Qt.Key.Key_Escape)
        assert it.panel.visit_id is None
        assert not it.panel.isVisible()
        assert it.page.week.grid.current() is None


def test_f6_goes_from_week_to_panel_and_back(sign_in, qtbot, qapp):
    db = sign_in("Leyla")
    visit = plan(db, at(TUESDAY, 10), alias="Els")
    with week_desk(db, qtbot, qapp) as it:
        it.press(Qt.Key.Key_F6)
        assert it.page.week.isAncestorOf(it.focus)
        it.page.show_visit(visit.id)
        it.page.week.take_focus()
        it.press(Qt.Key.Key_F6)
        assert it.panel.isAncestorOf(it.focus)
        it.press(Qt.Key.Key_F6)
        assert it.page.week.isAncestorOf(it.focus)


def test_enter_opens_the_panel_with_the_keyboard_in_it(sign_in, qtbot, qapp):
    db = sign_in("Leyla")
    visit = plan(db, at(TUESDAY, 10), alias="Els")
    with week_desk(db, qtbot, qapp) as it:
        it.page.week.select(visit.id)
        it.page.week.take_focus()
        it.press(Qt.Key.Key_Return)
        assert it.panel.visit_id == visit.id
        assert it.panel.isAncestorOf(it.focus)


def test_a_wish_to_see_one_turns_to_its_week(sign_in, qtbot, qapp):
    db = sign_in("Leyla")
    visit = plan(db, at(date(2026, 12, 15), 10), alias="Els")
    with week_desk(db, qtbot, qapp) as it:
        asked = []
        it.view.wanted.connect(asked.append)
        it.ctx.show(ShowVisit(visit.id))
        assert asked == ["appointments"]
        assert it.view.subtitle() == "week 51"
        assert it.panel.visit_id == visit.id
        assert it.page.week.grid.current() == visit.id


def test_a_case_is_not_opened_here(desk, sign_in, qtbot, qapp):
    db = sign_in("Leyla")
    case_id = linde(desk, db)
    with week_desk(db, qtbot, qapp) as it:
        asked = []
        it.view.wanted.connect(asked.append)
        it.ctx.show(CaseName(case_id, "BL-1", "Linde"))
        assert asked == []


def test_an_appointment_of_others_is_refused_calmly(desk, sign_in, qtbot, qapp):
    imane = sign_in("Imane")
    case_id = linde(desk, sign_in("Leyla"))
    visit = plan(imane, at(TUESDAY, 10), case_id)
    with week_desk(sign_in("Joke"), qtbot, qapp) as it:
        it.ctx.show(ShowVisit(visit.id))
        assert it.panel.visit_id is None
        it.page.show_visit(visit.id)
        assert it.said[-1].is_problem


@pytest.mark.parametrize("name", ["Leyla", "Joke"])
def test_what_changes_elsewhere_is_seen_and_the_choice_stays(name, desk, sign_in, qtbot, qapp):
    leyla = sign_in("Leyla")
    visit = plan(leyla, at(TUESDAY, 10), alias="Els")
    db = leyla if name == "Leyla" else sign_in(name)
    with week_desk(db, qtbot, qapp) as it:
        if name == "Leyla":
            it.page.show_visit(visit.id)
            plan(leyla, at(WEDNESDAY, 10), alias="Mies")
            assert blocks(it) == ["Els", "Mies"]
            assert it.panel.visit_id == visit.id
            assert it.page.week.grid.current() == visit.id
        else:
            programme(db)
            assert "Naailes" in blocks(it)


def test_control_n_opens_the_form(sign_in, qtbot, qapp):
    with week_desk(sign_in("Leyla"), qtbot, qapp) as it:
        it.view.start_new()
        assert isinstance(it.overlay, VisitForm)


def test_a_new_one_begins_at_the_hour_that_is_chosen(sign_in, qtbot, qapp):
    db = sign_in("Leyla")
    plan(db, at(WEDNESDAY, 10, 15), alias="Els")
    with week_desk(db, qtbot, qapp) as it:
        deeds, walk, asked = it.view.deeds, it.page.week.grid.week.walk, []
        deeds.plan = asked.append
        walk.hour(1, 14 * 60)
        deeds.plan_here()
        walk.day(2)
        deeds.plan_here()
        walk.hour(0, 9 * 60)
        deeds.plan_here()
        assert asked == [at(TUESDAY, 14), at(WEDNESDAY, 12), None]


def test_a_late_one_leaves_no_hour_of_its_day(sign_in, qtbot, qapp):
    db = sign_in("Leyla")
    plan(db, at(WEDNESDAY, 23), alias="Els")
    with week_desk(db, qtbot, qapp) as it:
        it.page.week.grid.week.walk.day(2)
        assert it.page.week.chosen_hour() is None


def test_enter_in_a_free_hour_plans_there(sign_in, qtbot, qapp):
    with week_desk(sign_in("Leyla"), qtbot, qapp) as it:
        it.page.week.grid.empty_chosen.emit(at(WEDNESDAY, 15))
        assert isinstance(it.overlay, VisitForm)


def test_locking_keeps_which_one_is_open_for_today(sign_in, qtbot, qapp):
    db = sign_in("Leyla")
    visit = plan(db, at(TUESDAY, 10), alias="Els")
    with week_desk(db, qtbot, qapp) as it:
        it.page.show_visit(visit.id)
        assert it.view.draft() is None
    kept = db.call(drafts.look, "appointments")
    assert kept is not None
    db = sign_in("Leyla")
    with week_desk(db, qtbot, qapp) as it:
        it.view.restore(kept)
        assert it.panel.visit_id == visit.id
        assert db.call(drafts.look, "appointments") is None
        it.page.close_panel()
        it.view.restore(kept | {"day": "2026-11-22"})
        assert it.panel.visit_id is None
        it.view.draft()
    assert db.call(drafts.look, "appointments") is None


def test_the_help_page_tells_a_reader_no_keys_to_plan(sign_in, qtbot, qapp):
    with week_desk(sign_in("Joke"), qtbot, qapp) as it:
        assert "plan" not in told(it)
    with week_desk(sign_in("Leyla"), qtbot, qapp) as it:
        assert "plan" in told(it)


def test_whoever_may_no_longer_see_it_gets_nothing_new(sign_in, qtbot, qapp, monkeypatch):
    with week_desk(sign_in("Leyla"), qtbot, qapp) as it:
        monkeypatch.setattr(it.ctx, "may", lambda *_roles: False)
        it.page.days = None
        it.view.refresh()
        assert it.page.days is None


def test_a_narrow_page_puts_the_legend_below_the_buttons(sign_in, qtbot, qapp):
    with week_desk(sign_in("Leyla"), qtbot, qapp, size=(1180, 640)) as it:
        assert it.bar.legend.y() < it.bar.before.height()
        it.window.resize(780, 640)
        QTest.qWait(20)
        assert it.bar.legend.geometry().top() > it.bar.before.height() - 2
