"""The month: what there is in its weeks, and the way to a day."""

from datetime import date

from PySide6.QtCore import Qt
from week_desk import TUESDAY, at, plan, week_desk

from hgkm_desktop.ui.views.appointments.bar import MONTH, WEEK


def to_month(it):
    it.push(it.bar.span.segments[1])


def test_a_month_is_named_and_turned(sign_in, qtbot, qapp):
    with week_desk(sign_in("Leyla"), qtbot, qapp) as it:
        to_month(it)
        assert it.view.subtitle() == "november 2026"
        assert it.bar.today.text() == "Deze maand"
        it.push(it.bar.after)
        it.push(it.bar.after)
        assert it.view.subtitle() == "januari 2027"
        it.push(it.bar.today)
        assert it.view.subtitle() == "november 2026"
        it.spans.step(-11)
        assert it.view.subtitle() == "december 2025"


def test_a_month_reads_the_days_of_the_months_beside_it(sign_in, qtbot, qapp):
    with week_desk(sign_in("Leyla"), qtbot, qapp) as it:
        to_month(it)
        assert it.month.days == (date(2026, 10, 26), date(2026, 12, 6))


def test_a_day_leads_to_its_week(sign_in, qtbot, qapp):
    with week_desk(sign_in("Leyla"), qtbot, qapp) as it:
        to_month(it)
        it.month.grid.day_chosen.emit(date(2026, 11, 12))
        assert it.view.subtitle() == "week 46"
        assert it.bar.span.value() == WEEK


def test_from_another_week_the_month_of_that_week_is_seen(sign_in, qtbot, qapp):
    with week_desk(sign_in("Leyla"), qtbot, qapp) as it:
        it.spans.go_to(date(2027, 2, 10))
        it.spans.show_span(MONTH)
        assert it.view.subtitle() == "februari 2027"
        it.spans.show_span(WEEK)
        assert it.view.subtitle() == "week 5"
        it.spans.show_span(WEEK)
        assert it.view.subtitle() == "week 5"


def test_opening_one_from_the_month_turns_to_its_week(sign_in, qtbot, qapp):
    db = sign_in("Leyla")
    visit = plan(db, at(TUESDAY, 10), alias="Els")
    with week_desk(db, qtbot, qapp) as it:
        it.spans.show_span(MONTH)
        it.page.show_visit(visit.id)
        assert it.spans.here is it.week
        assert it.panel.visit_id == visit.id


def test_a_new_one_begins_on_the_day_that_is_chosen(sign_in, qtbot, qapp):
    with week_desk(sign_in("Leyla"), qtbot, qapp) as it:
        it.spans.show_span(MONTH)
        it.month.grid.select(TUESDAY)
        assert it.spans.here.chosen_hour() == at(TUESDAY, 10)


def test_escape_in_the_month_closes_the_panel(sign_in, qtbot, qapp):
    db = sign_in("Leyla")
    visit = plan(db, at(TUESDAY, 10), alias="Els")
    with week_desk(db, qtbot, qapp) as it:
        it.page.show_visit(visit.id)
        it.spans.show_span(MONTH)
        it.spans.here.take_focus()
        it.press(Qt.Key.Key_Escape)
        assert it.panel.visit_id is None
