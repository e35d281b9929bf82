from datetime import timedelta

import pytest
from desk import MONDAY, Make
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hgkm_desktop.models.codes import (
    ContactSetting,
    FollowUp,
    HelpTopic,
    Language,
    SignalLevel,
    Visit,
)

YESTERDAY = MONDAY - timedelta(days=1)


LAST_WEEK = MONDAY - timedelta(days=5)


@pytest.fixture
def filled(open_page, sign_in):
    """Three visits: today, yesterday (another week: it was Sunday), and last week."""
    db = sign_in("Hanan")
    make = Make(db)
    make.walk_in(
        happened_at=MONDAY - timedelta(hours=1),
        topics=(HelpTopic.SAFETY, HelpTopic.UPBRINGING),
        visit=Visit.KNOWN,
        language=Language.ARABIC_MOROCCAN,
        signal=SignalLevel.CLEAR,
        follow_up=FollowUp.COMES_BACK,
        desk_question="brief over zorgtoeslag",
    )
    make.walk_in(
        happened_at=YESTERDAY, setting=ContactSetting.PHONE, desk_question="belde 020 555 0123"
    )
    make.walk_in(
        happened_at=LAST_WEEK, language=Language.TURKISH, desk_question="vroeg naar Mohammed"
    )
    return open_page(db)


def cells(page, row=0):
    model, table = page.list.rows, page.list.table
    shown = [n for n in range(model.columnCount()) if not table.isColumnHidden(n)]
    return [model.index(row, n).data() for n in shown]


def choose(combo, value):
    combo.setCurrentIndex(combo.findData(value))
    combo.activated.emit(combo.currentIndex())


def test_a_row_says_what_the_mock_up_says(filled):
    assert cells(filled) == [
        "10.40",
        "bekend",
        "Kinderen, Thuis",
        "Darija",
        "duidelijk",
        "Komt terug",
        "Hanan",
    ]


def test_periods_count_and_narrow(filled):
    assert filled.list.bar.periods.segments[0].option.count == 1
    assert filled.list.count.text() == "1 bezoek"
    filled.click(filled.list.bar.periods.segments[1])
    assert len(filled.rows) == 1
    filled.click(filled.list.bar.periods.segments[2])
    assert len(filled.rows) == 3
    assert filled.list.count.text() == "3 bezoeken"


def test_another_day_is_named(filled):
    filled.click(filled.list.bar.periods.segments[2])
    assert "zo 22 nov" in cells(filled, 1)
    assert "wo 18 nov" in cells(filled, 2)


@pytest.mark.parametrize(
    ("name", "value", "found"),
    [
        ("signal", SignalLevel.CLEAR, 1),
        ("signal", SignalLevel.ACUTE, 0),
        ("topic", HelpTopic.DEBT, 2),
        ("setting", ContactSetting.PHONE, 1),
        ("language", Language.TURKISH, 1),
    ],
)
def test_a_filter_narrows(filled, name, value, found):
    filled.click(filled.list.bar.periods.segments[2])
    choose(filled.list.bar.filters[name], value)
    assert len(filled.rows) == found


def test_filters_go_off_together(filled):
    filled.click(filled.list.bar.periods.segments[2])
    choose(filled.list.bar.filters["signal"], SignalLevel.ACUTE)
    assert filled.list.nothing_found.isVisible()
    filled.click(filled.list.nothing_found.button)
    assert len(filled.rows) == 3


def test_the_second_row_of_filters_opens(filled):
    assert not filled.list.bar.filters["language"].isVisible()
    filled.click(filled.list.more_filters)
    for name in ("topic", "setting", "language"):
        assert filled.list.bar.filters[name].isVisible()


@pytest.mark.parametrize(
    "typed", ["zorgtoeslag", "ZORGTOESLAG", "zórgtoeslag", "Muhammad", "محمد", "0031205550123"]
)
def test_the_search_finds_any_spelling_a_moment_after_typing(filled, typed):
    filled.click(filled.list.bar.periods.segments[2])
    filled.list.bar.search.setFocus()
    filled.type(typed)
    assert len(filled.rows) == 3
    filled.wait(lambda: len(filled.rows) == 1)


def test_enter_searches_at_once(filled):
    filled.list.bar.search.setFocus()
    filled.type("niemand")
    filled.press(Qt.Key.Key_Return)
    assert filled.rows == []
    assert filled.list.count.text() == "0 bezoeken"


def test_wildcards_find_nothing_special(filled):
    filled.view.find("%")
    assert filled.rows == []


def test_the_search_of_the_window_looks_through_everything(filled):
    filled.view.find("zorgtoeslag")
    assert filled.list.bar.period == "all"
    assert filled.list.bar.search.text() == "zorgtoeslag"
    assert len(filled.rows) == 1
    filled.view.find("")
    assert len(filled.rows) == 3


def test_arrow_keys_choose_and_the_panel_follows(filled):
    filled.click(filled.list.bar.periods.segments[2])
    filled.list.table.setFocus()
    filled.press(Qt.Key.Key_Down, Qt.Key.Key_Down)
    filled.wait(lambda: filled.detail.isVisible())
    assert filled.detail.walk_in.id == filled.rows[1].id
    filled.press(Qt.Key.Key_Escape)
    assert not filled.detail.isVisible()
    assert filled.list.chosen_id() is None
    assert filled.focus is filled.list.table


def test_enter_goes_from_the_row_to_the_panel(filled):
    filled.open_row(0)
    filled.list.table.setFocus()
    filled.press(Qt.Key.Key_Return)
    assert filled.detail.isAncestorOf(filled.focus)


def test_f6_goes_round_the_panes(filled):
    filled.open_row(0)
    filled.view.start_new()
    for pane in (filled.list, filled.detail, filled.strip):
        filled.press(Qt.Key.Key_F6)
        assert pane.isAncestorOf(filled.focus)


def test_a_narrower_list_keeps_what_is_chosen_or_closes_the_panel(filled):
    filled.click(filled.list.bar.periods.segments[2])
    filled.open_row(0)
    choose(filled.list.bar.filters["signal"], SignalLevel.CLEAR)
    assert filled.detail.isVisible()
    choose(filled.list.bar.filters["signal"], SignalLevel.ACUTE)
    assert not filled.detail.isVisible()


def test_a_search_comes_before_the_end_of_the_day(filled):
    filled.clock.later(days=1)
    filled.view.refresh()
    assert filled.list.nobody_yet.isVisible()
    assert filled.view.subtitle() == "dinsdag 24 november"


def test_nobody_yet_offers_yesterday_and_counting(open_page, sign_in):
    db = sign_in("Hanan")
    Make(db).walk_in(happened_at=YESTERDAY)
    page = open_page(db)
    assert "Nog niemand geweest vandaag" in page.texts_in(page.list.nobody_yet)
    page.click(page.list.nobody_yet.button)
    assert len(page.rows) == 1
    assert page.list.count.text() == "zondag 22 november: 1 bezoek"
    assert page.list.bar.periods.value() is None


def test_counting_is_reached_from_an_empty_morning(page):
    page.click(page.list.nobody_yet.quiet)
    assert page.view.page.tally.isVisible()


def test_esc_turns_the_search_off(filled):
    filled.view.find("zorgtoeslag")
    filled.list.bar.search.setFocus()
    filled.press(Qt.Key.Key_Escape)
    assert filled.list.bar.search.text() == ""
    assert len(filled.rows) == 3


def test_filters_on_unused_fields_are_away(filled):
    filled.list.use(frozenset({"signal", "language", "visit"}))
    assert not filled.list.bar.filters["signal"].isVisible()
    assert cells(filled) == ["10.40", "Kinderen, Thuis", "Komt terug", "Hanan"]


def test_columns_give_way_where_there_is_no_room(open_page):
    page = open_page("Hanan")
    page.type("1n")
    page.press(Qt.Key.Key_Return)
    assert "nieuw" in cells(page)
    page.list.setFixedWidth(660)
    QTest.qWait(20)
    assert "nieuw" not in cells(page)
    assert cells(page)[:2] == ["11.40", "Geld"]


def test_six_rows_stand_on_a_small_screen(open_page, sign_in):
    db = sign_in("Hanan")
    make = Make(db)
    for minutes in range(9):
        make.walk_in(happened_at=MONDAY - timedelta(minutes=minutes))
    page = open_page(db)
    page.open_row(0)
    table = page.list.table
    assert table.viewport().height() // table.rowHeight(0) >= 6
