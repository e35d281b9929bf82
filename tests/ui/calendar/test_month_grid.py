from datetime import date, timedelta
from time import thread_time

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QPixmap
from PySide6.QtWidgets import QApplication, QToolTip

from hgkm_desktop.ui import style
from hgkm_desktop.ui.calendar.month_grid import MonthGrid
from hgkm_desktop.ui.widgets.focus_ring import ringed_part

NOV, KEY = date(2026, 11, 1), Qt.Key


@pytest.fixture
def blocks(block, moment):
    busy = [block(moment(20, 8 + n), 60, f"Lale {n}", 3) for n in range(5)]
    return [
        block(moment(19, 10, 30), 90, "Roos", 1, mark="warning"),
        block(moment(19, 13, 45), 75, "geheim", 4, is_busy=True),
        block(moment(18, 9), 60, "Amal", 0, is_off=True),
        *busy,
    ]


@pytest.fixture
def grid(shown, blocks, moment):
    made = MonthGrid(lambda: moment(19, 9, 38))
    made.show_month(NOV, blocks, {date(2026, 11, 19): "Feest"})
    shown(made)
    made.setFocus()
    return made


def cell(grid, day):
    return grid.month.places.of(day)


def words_of(grid, day):
    return [words.text for line in cell(grid, day).lines for words in line.words]


def caught(signal):
    found = []
    signal.connect(found.append)
    return found


def test_the_keyboard_begins_today_and_the_day_is_heard(grid):
    assert grid.month.accessibleName() == "november 2026"
    assert grid.month.accessibleDescription() == (
        "donderdag 19 november, Feest: 10.30 Roos (Hatice), 13.45 bezet (Yvonne)"
    )


def test_six_weeks_begin_on_a_monday(grid):
    days = [each.day for each in grid.month.places.cells]
    assert (days[0], days[-1], len(days)) == (date(2026, 10, 26), date(2026, 12, 6), 42)
    assert not cell(grid, date(2026, 10, 31)).is_inside
    assert cell(grid, date(2026, 10, 25)) is None


def test_three_lines_stand_in_a_day_and_how_many_more_there_are(grid, shown, moment, blocks):
    assert words_of(grid, date(2026, 11, 19)) == ["10.30 Roos", "13.45 bezet"]
    full = cell(grid, date(2026, 11, 20))
    assert len(full.lines) == 3
    assert "+2 meer" in full.more.text
    low = shown(MonthGrid(lambda: moment(19, 9)), 770, 460)
    low.show_month(NOV, blocks)
    assert len(cell(low, date(2026, 11, 20)).lines) == 1
    assert "+4 meer" in cell(low, date(2026, 11, 20)).more.text


def test_arrows_walk_by_day_and_by_week(grid, qtbot):
    for key, day in ((KEY.Key_Right, 20), (KEY.Key_Down, 27), (KEY.Key_Left, 26), (KEY.Key_Up, 19)):
        qtbot.keyClick(grid.month, key)
        assert grid.current() == date(2026, 11, day)
    assert "Feest" in grid.month.accessibleDescription()
    qtbot.keyClick(grid.month, KEY.Key_Up)
    assert grid.month.accessibleDescription() == "donderdag 12 november, niets gepland"


def test_right_to_left_the_next_day_is_to_the_left(right_to_left, grid, qtbot):
    qtbot.keyClick(grid.month, KEY.Key_Left)
    assert grid.current() == date(2026, 11, 20)
    assert cell(grid, date(2026, 11, 16)).box.left() > cell(grid, date(2026, 11, 22)).box.left()


def test_enter_chooses_the_day(grid, qtbot):
    chosen = caught(grid.day_chosen)
    qtbot.keyClick(grid.month, KEY.Key_Return)
    assert chosen == [date(2026, 11, 19)]


def test_page_keys_ask_for_another_month_where_the_day_stays(grid, qtbot):
    wanted = caught(grid.month_wanted)
    qtbot.keyClick(grid.month, KEY.Key_PageDown)
    qtbot.keyClick(grid.month, KEY.Key_PageUp)
    assert wanted == [1, -1]
    grid.show_month(date(2026, 12, 1), ())
    assert grid.current() == date(2026, 12, 19)
    grid.select(date(2026, 12, 31))
    grid.show_month(date(2027, 2, 1), ())
    assert grid.current() == date(2027, 2, 28)


def test_walking_out_of_the_month_asks_for_the_next_and_home_for_today(grid, qtbot):
    wanted = caught(grid.month_wanted)
    grid.select(date(2026, 11, 30))
    qtbot.keyClick(grid.month, KEY.Key_Right)
    grid.show_month(date(2026, 12, 1), ())
    assert grid.current() == date(2026, 12, 1)
    grid.show_month(date(2027, 1, 1), ())
    qtbot.keyClick(grid.month, KEY.Key_Home)
    assert wanted == [1, -2]
    assert grid.current() == date(2026, 11, 19)
    grid.show_month(NOV, ())
    assert grid.current() == date(2026, 11, 19)


def test_other_keys_are_for_the_page(grid, qtbot):
    qtbot.keyClick(grid.month, KEY.Key_A)
    assert grid.current() == date(2026, 11, 19)


def test_a_click_stands_on_a_day_and_a_double_click_chooses_it(grid, qtbot):
    chosen, left = caught(grid.day_chosen), Qt.MouseButton.LeftButton
    at = cell(grid, date(2026, 11, 5)).box.center().toPoint()
    qtbot.mouseClick(grid.month, left, pos=at)
    assert (grid.current(), chosen) == (date(2026, 11, 5), [])
    qtbot.mouseDClick(grid.month, left, pos=at)
    more = cell(grid, date(2026, 11, 20)).more.box.center().toPoint()
    qtbot.mouseClick(grid.month, left, pos=more)
    qtbot.mouseClick(grid.month, left, pos=QPoint(5, 5))
    qtbot.mouseClick(grid.month, Qt.MouseButton.RightButton, pos=at)
    qtbot.mouseDClick(grid.month, Qt.MouseButton.RightButton, pos=at)
    assert chosen == [date(2026, 11, 5), date(2026, 11, 20)]


def test_the_ring_goes_round_the_day(grid, qtbot):
    assert cell(grid, date(2026, 11, 19)).box.contains(ringed_part(grid.month))
    before = ringed_part(grid.month)
    qtbot.keyClick(grid.month, KEY.Key_Down)
    assert ringed_part(grid.month).top() > before.bottom()


def test_everything_of_a_day_is_in_its_tip_as_plain_words(shown, qtbot, block, moment):
    grid = shown(MonthGrid(lambda: moment(19, 9)), 1140, 670)
    grid.show_month(NOV, [block(moment(20, 9), 60, "<b>x</b>\u202e", 1)])
    at = cell(grid, date(2026, 11, 20)).box.center().toPoint()
    QApplication.sendEvent(
        grid.month, QHelpEvent(QEvent.Type.ToolTip, at, grid.month.mapToGlobal(at))
    )
    assert "9.00 &lt;b&gt;x&lt;/b&gt; (Hatice)" in QToolTip.text()
    assert words_of(grid, date(2026, 11, 20)) == ["9.00 <b>x</b>"]
    nowhere = QPoint(5, 5)
    QApplication.sendEvent(grid.month, QHelpEvent(QEvent.Type.ToolTip, nowhere, nowhere))
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def test_a_night_is_on_both_its_days(shown, block, moment):
    grid = shown(MonthGrid(lambda: moment(19, 9)))
    grid.show_month(NOV, [block(moment(19, 23), 120)])
    assert words_of(grid, date(2026, 11, 19)) == ["23.00 Amal"]
    assert words_of(grid, date(2026, 11, 20)) == ["0.00 Amal"]


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("rtl", [False, True])
def test_all_its_parts_are_painted_in_every_look(qapp, shown, blocks, moment, dark, rtl):
    if rtl:
        qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    style.apply(qapp, dark=dark)
    grid = shown(MonthGrid(lambda: moment(19, 9)))
    grid.show_month(NOV, blocks)
    picture = grid.grab().toImage()
    spots = ((x, y) for x in range(0, picture.width(), 2) for y in range(picture.height()))
    seen = {picture.pixelColor(x, y).name() for x, y in spots}
    wanted = ("prit2", "sunk", "card", "line", "c1", "c3", "c4")
    assert {style.color(hue).name() for hue in wanted} - seen == set()


def test_a_full_month_is_laid_out_and_painted_at_once(shown, block, moment):
    blocks = [block(moment(1, 9) + timedelta(days=n % 30, minutes=n), 45) for n in range(150)]
    grid = shown(MonthGrid(lambda: moment(19, 9)), 1140, 700)
    grid.show_month(NOV, blocks)
    picture = QPixmap(grid.month.size())
    grid.month.render(picture)
    begun = thread_time()
    grid.show_month(NOV, blocks)
    grid.month.render(picture)
    assert thread_time() - begun < 0.15
