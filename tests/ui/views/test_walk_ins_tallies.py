from datetime import date

from desk import MONDAY
from PySide6.QtCore import Qt

from hgkm_desktop.models.codes import HelpTopic
from hgkm_desktop.services import tallies
from hgkm_desktop.ui.dates import day_of

ALT = Qt.KeyboardModifier.AltModifier


def today(page):
    return page.ctx.call(tallies.of_day, day_of(MONDAY))


def opened(page):
    page.press(Qt.Key.Key_T, modifiers=ALT)
    return page.view.page.tally


def test_number_keys_count_without_touching_the_strip(page):
    tally = opened(page)
    assert tally.isVisible()
    page.type("1164")
    assert today(page) == {
        HelpTopic.DEBT: 2,
        HelpTopic.LETTER_FORM: 1,
        HelpTopic.HEALTH: 1,
    }
    assert tally.total.text() == "4 vragen"
    assert page.strip.is_blank()


def test_a_click_counts_and_takes_back(page):
    tally = opened(page)
    counter = tally.counters[HelpTopic.DIGITAL]
    assert not counter.less.isEnabled()
    page.click(counter.more)
    page.click(counter.more)
    page.click(counter.less)
    assert counter.number.text() == "1"
    assert counter.number.accessibleName() == "Computer en telefoon: 1"
    assert tally.total.text() == "1 vraag"


def test_another_day_has_its_own_numbers(page):
    tally = opened(page)
    page.type("1")
    tally.day.setFocus()
    page.press(Qt.Key.Key_Down)
    assert tally.total.text() == "0 vragen"
    page.click(tally.counters[HelpTopic.WORK].more)
    assert page.ctx.call(tallies.of_day, date(2026, 11, 22)) == {HelpTopic.WORK: 1}
    assert today(page) == {HelpTopic.DEBT: 1}


def test_a_day_that_is_none_counts_nothing(page):
    tally = opened(page)
    tally.day.setFocus()
    tally.day.selectAll()
    page.type("zomaar")
    assert not tally.counters[HelpTopic.WORK].more.isEnabled()
    tally.counters[HelpTopic.WORK].count(1)
    assert today(page) == {}


def test_no_person_is_asked_for_and_one_line_explains(page):
    tally = opened(page)
    text = page.texts_in(tally)
    assert "We bewaren alleen een aantal per onderwerp en dag." in text


def test_back_and_esc_return_to_the_list(page):
    tally = opened(page)
    page.click(tally.back)
    assert not tally.isVisible()
    opened(page)
    page.press(Qt.Key.Key_Escape)
    assert not tally.isVisible()
    page.click(page.list.nobody_yet.quiet)
    assert tally.isVisible()


def test_searching_leaves_the_counters(page):
    tally = opened(page)
    page.view.find("brief")
    assert not tally.isVisible()


def test_counting_goes_on_beside_typing(page):
    opened(page)
    page.view.start_new()
    page.type("2")
    assert page.fields.topics.values() == [HelpTopic.HOUSING]
    assert today(page) == {}
