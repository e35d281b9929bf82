"""A block taken to another moment, by mouse and by keys; the week only says what is wished."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest

from hgkm_desktop.ui.calendar.week_grid import WeekGrid

WEEK = date(2026, 11, 16)
LEFT, ALT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.AltModifier
KEY = Qt.Key


@pytest.fixture
def visit(block, moment):
    return block(moment(19, 10, 5), 60, "Roos", 1)


@pytest.fixture
def grid(shown, visit, block, moment):
    made = WeekGrid(lambda: moment(19, 9, 38))
    fixed = block(moment(18, 10), is_movable=False)
    busy = block(moment(17, 10), is_busy=True)
    made.show_week(WEEK, [visit, fixed, busy])
    shown(made, 1140, 900)
    made.setFocus()
    made.wishes = []
    made.moved.connect(lambda key, starts: made.wishes.append((key, starts)))
    return made


def box_of(grid, key):
    return next(p.box for p in grid.week.places.all if p.piece.block.key == key).toRect()


def drag(grid, key, days, hours, let_go=True):
    start, scale = box_of(grid, key).center(), grid.week.places.scale
    way = QPoint(round(days * scale.column), round(hours * scale.hour))
    QTest.mousePress(grid.week, LEFT, pos=start)
    QTest.mouseMove(grid.week, start + way / 2)
    QTest.mouseMove(grid.week, start + way)
    if let_go:
        QTest.mouseRelease(grid.week, LEFT, pos=start + way)


def test_a_block_is_dragged_to_another_day_and_hour(grid, visit, moment):
    drag(grid, visit.key, -2, 3)
    assert grid.wishes == [(visit.key, moment(17, 13))]
    assert grid.week.carry.ghost is None
    assert grid.week.places.data.blocks[0].starts == visit.starts


def test_dragging_does_not_choose_and_a_click_does(grid, visit):
    chosen = []
    grid.chosen.connect(chosen.append)
    drag(grid, visit.key, 1, 0)
    assert chosen == []
    QTest.mouseClick(grid.week, LEFT, pos=box_of(grid, visit.key).center())
    assert chosen == [visit.key]


def test_a_trembling_hand_moves_nothing(grid, visit):
    start = box_of(grid, visit.key).center()
    QTest.mousePress(grid.week, LEFT, pos=start)
    QTest.mouseMove(grid.week, start + QPoint(2, 3))
    QTest.mouseRelease(grid.week, LEFT, pos=start + QPoint(2, 3))
    assert (grid.wishes, grid.current()) == ([], visit.key)


def test_escape_gives_up_what_is_dragged(grid, visit):
    drag(grid, visit.key, 1, 1, let_go=False)
    assert grid.week.carry.ghost is not None
    QTest.keyClick(grid.week, KEY.Key_Escape)
    QTest.mouseMove(grid.week, QPoint(500, 300))
    QTest.mouseRelease(grid.week, LEFT, pos=QPoint(500, 300))
    assert (grid.wishes, grid.week.carry.ghost) == ([], None)


def test_dragged_back_to_its_own_quarter_it_moves_nowhere(shown, block, moment):
    grid, visit = WeekGrid(lambda: moment(19, 9)), block(moment(19, 10))
    grid.show_week(WEEK, [visit])
    shown(grid, 1140, 900)
    wishes = []
    grid.moved.connect(lambda *wish: wishes.append(wish))
    drag(grid, visit.key, 0, 0.05)
    start = box_of(grid, visit.key).center()
    QTest.mousePress(grid.week, LEFT, pos=start)
    QTest.mouseMove(grid.week, start + QPoint(60, 60))
    QTest.mouseMove(grid.week, start)
    QTest.mouseRelease(grid.week, LEFT, pos=start)
    assert wishes == []


@pytest.mark.parametrize("number", [1, 2])
def test_what_stays_where_it_is_cannot_be_dragged_or_carried(grid, number):
    key = grid.week.data.blocks[number].key
    drag(grid, key, 1, 1)
    grid.week.arrive(grid.week.walk.find(key))
    QTest.keyClick(grid.week, KEY.Key_Down, ALT)
    assert (grid.wishes, grid.week.carry.ghost) == ([], None)
    assert grid.week.accessibleDescription() == "Deze kun je niet verzetten"


def test_dragged_outside_it_stays_in_the_week_and_its_hours(grid, visit, moment):
    drag(grid, visit.key, 30, -40)
    drag(grid, visit.key, -30, 40)
    assert [starts for _, starts in grid.wishes] == [moment(22, 8), moment(16, 19, 45)]


def test_with_alt_and_arrows_a_block_is_carried_by_quarters_and_days(grid, visit, moment):
    QTest.keyClick(grid.week, KEY.Key_Down, ALT)
    assert grid.week.accessibleDescription() == (
        "donderdag 19 november, 10.15. Enter zet het hier. Esc laat het staan."
    )
    QTest.keyClick(grid.week, KEY.Key_Right, ALT)
    QTest.keyClick(grid.week, KEY.Key_Up, ALT)
    QTest.keyClick(grid.week, KEY.Key_Up)
    assert grid.week.accessibleDescription() == "vrijdag 20 november, 9.45"
    assert grid.wishes == []
    QTest.keyClick(grid.week, KEY.Key_Return)
    assert grid.wishes == [(visit.key, moment(20, 9, 45))]


def test_escape_leaves_what_is_carried_where_it_was(grid, visit):
    QTest.keyClick(grid.week, KEY.Key_Down, ALT)
    QTest.keyClick(grid.week, KEY.Key_Escape)
    assert (grid.wishes, grid.week.carry.ghost) == ([], None)
    assert "10.05 tot 11.05, Roos" in grid.week.accessibleDescription()


def test_going_elsewhere_leaves_what_is_carried_where_it_was(grid, visit):
    QTest.keyClick(grid.week, KEY.Key_Down, ALT)
    grid.week.clearFocus()
    assert (grid.wishes, grid.week.carry.ghost) == ([], None)


def test_a_carried_block_does_not_leave_the_week_or_its_hours(grid, visit, moment):
    for _ in range(9):
        QTest.keyClick(grid.week, KEY.Key_Right, ALT)
    for _ in range(12):
        QTest.keyClick(grid.week, KEY.Key_Up, ALT)
    QTest.keyClick(grid.week, KEY.Key_Return)
    assert grid.wishes == [(visit.key, moment(22, 8))]


def test_right_to_left_alt_left_is_a_day_later(right_to_left, grid, visit, moment):
    QTest.keyClick(grid.week, KEY.Key_Left, ALT)
    QTest.keyClick(grid.week, KEY.Key_Return)
    assert grid.wishes == [(visit.key, moment(20, 10, 5))]


def test_nothing_is_carried_from_an_empty_hour(grid):
    grid.week.walk.hour(0, 600)
    QTest.keyClick(grid.week, KEY.Key_Down, ALT)
    assert grid.week.carry.ghost is None


def test_new_data_keeps_what_is_carried_only_when_it_is_still_the_same(grid, visit, block):
    QTest.keyClick(grid.week, KEY.Key_Down, ALT)
    grid.show_week(WEEK, [visit])
    assert grid.week.carry.ghost is not None
    QTest.keyClick(grid.week, KEY.Key_PageDown)
    grid.show_week(WEEK, [])
    assert grid.week.carry.ghost is None


def test_keys_of_carrying_are_kept_from_shortcuts_of_the_window(grid, visit):
    pressed = []
    for keys in ("Alt+Down", "Esc", "Return"):
        QShortcut(QKeySequence(keys), grid).activated.connect(lambda: pressed.append(1))
    QTest.keyClick(grid.week, KEY.Key_Down, ALT)
    QTest.keyClick(grid.week, KEY.Key_Escape)
    assert pressed == []


def test_a_visit_carried_over_the_change_of_the_clock_keeps_its_time(shown, block, moment):
    saturday = block(moment(24, 10, month=10), 60)
    grid = WeekGrid(lambda: moment(22, 9, month=10))
    grid.show_week(date(2026, 10, 19), [saturday])
    shown(grid, 1140, 900)
    wishes = []
    grid.moved.connect(lambda key, starts: wishes.append(starts))
    drag(grid, saturday.key, 1, 0)
    assert wishes == [moment(25, 10, month=10)]


def test_what_is_carried_to_an_edge_is_brought_in_sight(shown, block, moment):
    visit = block(moment(19, 9), 30)
    grid = WeekGrid(lambda: moment(19, 9))
    grid.show_week(WEEK, [visit])
    shown(grid, 770, 300)
    grid.setFocus()
    before = grid.area.verticalScrollBar().value()
    for _ in range(24):
        QTest.keyClick(grid.week, KEY.Key_Down, ALT)
    assert grid.area.verticalScrollBar().value() > before
    drag(grid, visit.key, 0, 8, let_go=False)
    QTest.keyClick(grid.week, KEY.Key_Escape)


def test_a_double_click_opens_a_block_or_begins_at_the_half_hour(grid, visit, moment):
    opened, empty = [], []
    grid.opened.connect(opened.append)
    grid.empty_chosen.connect(empty.append)
    at = box_of(grid, visit.key).center()
    QTest.mouseClick(grid.week, LEFT, pos=at)
    QTest.mouseDClick(grid.week, LEFT, pos=at)
    assert grid.week.walk.at.piece.block == visit
    QTest.mouseClick(grid.week, LEFT, pos=QPoint(5, 5))
    QTest.mouseDClick(grid.week, LEFT, pos=QPoint(5, 5))
    scale = grid.week.places.scale
    free = QPoint(round(scale.day_box(5).center().x()), round(scale.y(14 * 60 + 40)))
    QTest.mouseClick(grid.week, LEFT, pos=free)
    QTest.mouseDClick(grid.week, LEFT, pos=free)
    QTest.mouseClick(grid.week, LEFT, pos=QPoint(5, 5))
    QTest.mouseClick(grid.week, Qt.MouseButton.RightButton, pos=at)
    QTest.mouseDClick(grid.week, Qt.MouseButton.RightButton, pos=at)
    assert opened == [visit.key]
    assert empty == [moment(21, 14, 30)]


def test_what_is_carried_is_seen_where_it_goes_and_faint_where_it_was(grid, visit):
    before = grid.week.grab().toImage()
    old = box_of(grid, visit.key).center()
    QTest.keyClick(grid.week, KEY.Key_Right, ALT)
    new = QPoint(old.x() + round(grid.week.places.scale.column), old.y())
    carried = grid.week.grab().toImage()
    ground = before.pixelColor(old + QPoint(30, 22))
    assert carried.pixelColor(new + QPoint(30, 22)) == ground
    assert carried.pixelColor(old + QPoint(30, 22)) != ground
    assert grid.week.property("ringed").contains(new)
    QTest.keyClick(grid.week, KEY.Key_Escape)
    assert grid.week.property("ringed").contains(old)


def test_what_disappeared_under_a_pressed_button_is_not_chosen(grid, visit):
    chosen = []
    grid.chosen.connect(chosen.append)
    at = box_of(grid, visit.key).center()
    QTest.mousePress(grid.week, LEFT, pos=at)
    grid.show_week(WEEK, [])
    QTest.mouseRelease(grid.week, LEFT, pos=at)
    assert (chosen, grid.current()) == ([], None)
