"""The keys of the calendar, its panel, and what is kept when the program locks."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from week_desk import TUESDAY, WEDNESDAY, at, linde, plan, programme, week_desk

from hgkm_desktop.services import drafts
from hgkm_desktop.services.appointment_list import ShowVisit
from hgkm_desktop.services.case_name import CaseName
from hgkm_desktop.ui.views.appointments.visit_form import VisitForm

CONTROL = Qt.KeyboardModifier.ControlModifier


def blocks(it):
    return sorted(each.title for each in it.week.grid.week.data.blocks)


def told(it):
    """Return what the help page says of this page."""
    keys = it.view.keys()
    return " ".join(key.does for key in keys)


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
        it.spans.go_to(date(2026, 12, 31))
        assert it.view.subtitle() == "week 53"
        it.spans.step(1)
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
        it.week.grid.chosen.emit(visit.id)
        assert it.panel.visit_id == visit.id
        assert it.panel.isVisible()
        it.press(Qt.Key.Key_Escape)
        assert it.panel.visit_id is None
        assert not it.panel.isVisible()
        assert it.week.grid.current() is None


def test_f6_goes_from_week_to_panel_and_back(sign_in, qtbot, qapp):
    db = sign_in("Leyla")
    visit = plan(db, at(TUESDAY, 10), alias="Els")
    with week_desk(db, qtbot, qapp) as it:
        it.press(Qt.Key.Key_F6)
        assert it.week.isAncestorOf(it.focus)
        it.page.show_visit(visit.id)
        it.week.take_focus()
        it.press(Qt.Key.Key_F6)
        assert it.panel.isAncestorOf(it.focus)
        it.press(Qt.Key.Key_F6)
        assert it.week.isAncestorOf(it.focus)


def test_enter_opens_the_panel_with_the_keyboard_in_it(sign_in, qtbot, qapp):
    db = sign_in("Leyla")
    visit = plan(db, at(TUESDAY, 10), alias="Els")
    with week_desk(db, qtbot, qapp) as it:
        it.week.select(visit.id)
        it.week.take_focus()
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
        assert it.week.grid.current() == visit.id


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
            assert it.week.grid.current() == visit.id
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
        deeds, walk, asked = it.view.deeds, it.week.grid.week.walk, []
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
        it.week.grid.week.walk.day(2)
        assert it.week.chosen_hour() is None


def test_changing_one_from_the_panel_opens_its_form(sign_in, qtbot, qapp):
    db = sign_in("Leyla")
    visit = plan(db, at(TUESDAY, 10), alias="Els")
    with week_desk(db, qtbot, qapp) as it:
        it.page.show_visit(visit.id)
        it.panel.edit_asked.emit(it.panel.visit)
        assert isinstance(it.overlay, VisitForm)
        assert it.overlay.visit.id == visit.id


def test_enter_in_a_free_hour_plans_there(sign_in, qtbot, qapp):
    with week_desk(sign_in("Leyla"), qtbot, qapp) as it:
        it.week.grid.empty_chosen.emit(at(WEDNESDAY, 15))
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
