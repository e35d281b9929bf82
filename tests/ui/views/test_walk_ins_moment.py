"""When a visit was: the day and the time in the strip."""

from datetime import UTC, date, datetime, time

import pytest
from PySide6.QtCore import Qt

from hgkm_desktop.services import walk_ins

ENTER = Qt.Key.Key_Return


def test_an_earlier_day_can_be_typed(page):
    page.type("1")
    page.fields.moment.day.setFocus()
    page.fields.moment.day.selectAll()
    page.type("gisteren")
    page.press(ENTER)
    assert newest_of_all(page).happened_at == datetime(2026, 11, 22, 10, 40, tzinfo=UTC)
    assert page.list.bar.period == "all"
    assert page.list.chosen_id() == page.rows[0].id


def newest_of_all(page):
    return page.ctx.call(walk_ins.get, page.list.chosen_id())


def test_arrows_change_the_day_but_not_into_the_future(page):
    day = page.fields.moment.day
    day.setFocus()
    page.press(Qt.Key.Key_Up)
    assert (day.text(), day.value()) == ("vandaag", date(2026, 11, 23))
    page.press(Qt.Key.Key_Down)
    assert (day.text(), day.value()) == ("gisteren", date(2026, 11, 22))
    page.press(Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert day.text() == "vr 20 nov"


@pytest.mark.parametrize(
    ("typed", "problem", "shown"),
    [
        ("zomaar", "Deze dag is niet duidelijk. Typ 17-11 of gisteren.", "zomaar"),
        ("31-12-2030", "Dit moment moet nog komen.", "31 dec 2030"),
        ("1-1-1900", "Kijk nog eens naar het jaar.", "1 jan 1900"),
    ],
)
def test_an_odd_day_is_said_beside_it(page, typed, problem, shown):
    page.type("1")
    page.fields.moment.day.setFocus()
    page.fields.moment.day.selectAll()
    page.type(typed)
    page.press(ENTER)
    assert page.strip.places.top["happened_at"].problem() == problem
    assert page.fields.moment.day.text() in (typed, shown)
    assert page.focus is page.fields.moment.day
    assert page.fields.moment.day.property("error")
    assert page.rows == []


def test_a_time_to_come_is_refused(page):
    page.type("1")
    page.fields.moment.time.set_value(time(23, 0))
    page.press(ENTER)
    assert page.strip.places.top["happened_at"].problem() == "Dit moment moet nog komen."


def test_the_time_follows_the_clock_until_somebody_types(page):
    page.clock.later(minutes=30)
    page.strip._ticks.timeout.emit()
    assert page.fields.moment.value() == datetime(2026, 11, 23, 11, 10, tzinfo=UTC)
    page.type("1")
    page.clock.later(minutes=30)
    page.strip._ticks.timeout.emit()
    assert page.fields.moment.value() == datetime(2026, 11, 23, 11, 10, tzinfo=UTC)


def test_a_time_somebody_chose_stays(page):
    page.fields.moment.time.setFocus()
    page.type("0915")
    page.clock.later(minutes=30)
    page.strip._ticks.timeout.emit()
    assert page.fields.moment.time.value() == time(9, 15)
