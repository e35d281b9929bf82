from datetime import date, timedelta
from uuid import uuid4

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from hgkm_desktop.ui import style
from hgkm_desktop.ui.calendar.week_grid import EVERY_MS, WeekGrid
from hgkm_desktop.ui.widgets.focus_ring import ringed_part

WEEK, HOLIDAYS = date(2026, 11, 16), {date(2026, 11, 17): "Sint-Maarten"}
AWAY = {date(2026, 11, 17): ["Naima"], date(2026, 11, 18): ["Naima", "Asha"]}
KEY = Qt.Key


@pytest.fixture
def blocks(block, moment):
    return {
        "noor": block(moment(16, 10), 70, "Noor", 4, mark="done"),
        "roos": block(moment(19, 10, 30), 90, "Roos", 1, mark="ready"),
        "amal": block(moment(19, 13, 45), 75, mark="warning", note="tolk niet zeker"),
        "busy": block(moment(19, 16), 60, "geheim", 3, is_busy=True),
        "fast": block(moment(20, 14), 60, "Naailes", 0, kind="fixed", is_movable=False),
    }


@pytest.fixture
def grid(shown, blocks, moment):
    made = WeekGrid(lambda: moment(19, 9, 38))
    made.show_week(WEEK, list(blocks.values()))
    shown(made)
    made.setFocus()
    return made


def hear(grid, qtbot, *keys, modifier=Qt.KeyboardModifier.NoModifier):
    said = []
    for key in keys:
        qtbot.keyClick(grid.week, key, modifier)
        said.append(grid.week.accessibleDescription())
    return said


def caught(signal):
    found = []
    signal.connect(lambda *values: found.append(values[0] if len(values) == 1 else values))
    return found


def placed(grid, block):
    found = [each for each in grid.week.places.all if each.piece.block.key == block.key]
    return found[0].box.center().toPoint()


def hues(widget):
    picture = widget.grab().toImage()
    spots = ((x, y) for x in range(0, picture.width(), 2) for y in range(picture.height()))
    return {picture.pixelColor(x, y).name() for x, y in spots}


def test_it_begins_on_the_first_thing_of_today_and_says_it(grid):
    assert grid.week.accessibleName() == "Week van maandag 16 november"
    assert grid.week.accessibleDescription() == (
        "donderdag 19 november, 10.30 tot 12.00, Roos, Veilig Thuis, Hatice, is klaar"
    )


def test_up_and_down_go_along_the_day_and_choose(grid, qtbot, blocks):
    chosen = caught(grid.chosen)
    assert hear(grid, qtbot, KEY.Key_Down, KEY.Key_Down, KEY.Key_Down) == [
        "donderdag 19 november, 13.45 tot 15.00, Amal, Veilig Thuis, Naima, "
        "let op: tolk niet zeker",
        "donderdag 19 november, 16.00 tot 17.00, bezet, Asha",
        "donderdag 19 november, 16.00 tot 17.00, bezet, Asha",
    ]
    assert chosen == [blocks["amal"].key]
    assert grid.current() == blocks["amal"].key


def test_what_is_somebody_elses_tells_nothing_and_does_not_open(grid, qtbot, blocks):
    opened, chosen = caught(grid.opened), caught(grid.chosen)
    qtbot.mouseClick(grid.week, Qt.MouseButton.LeftButton, pos=placed(grid, blocks["busy"]))
    qtbot.keyClick(grid.week, KEY.Key_Return)
    assert "geheim" not in grid.week.accessibleDescription()
    assert (opened, chosen, grid.current()) == ([], [], None)


def test_left_and_right_go_to_the_day_and_to_an_empty_hour_of_an_empty_day(grid, qtbot):
    assert hear(grid, qtbot, *[KEY.Key_Left] * 4) == [
        "woensdag 18 november, 10.00, niets gepland",
        "dinsdag 17 november, 10.00, niets gepland",
        "maandag 16 november, 10.00 tot 11.10, Noor, Veilig Thuis, Yvonne, is geweest",
        "maandag 16 november, 10.00 tot 11.10, Noor, Veilig Thuis, Yvonne, is geweest",
    ]


def test_on_an_empty_day_the_hours_are_walked_to_the_ends(grid, qtbot):
    hear(grid, qtbot, KEY.Key_Left)
    heard = hear(grid, qtbot, *[KEY.Key_Up] * 3)
    assert heard[-2:] == ["woensdag 18 november, 8.00, niets gepland"] * 2
    assert hear(grid, qtbot, *[KEY.Key_Down] * 12)[-1].endswith("19.00, niets gepland")


def test_with_control_every_hour_of_a_full_day_is_reached(grid, qtbot):
    control = Qt.KeyboardModifier.ControlModifier
    heard = hear(grid, qtbot, *[KEY.Key_Down] * 3, modifier=control)
    assert [words.split(", ")[1] for words in heard] == ["12.00", "13.45 tot 15.00", "15.00"]
    heard = hear(grid, qtbot, *[KEY.Key_Up] * 6, modifier=control)
    assert [words.split(", ")[1][:5] for words in heard] == [
        "13.45",
        "12.00",
        "10.30",
        "9.00",
        "8.00",
        "8.00",
    ]
    assert hear(grid, qtbot, KEY.Key_Down)[0].split(", ")[1] == "10.30 tot 12.00"


def test_from_an_empty_hour_under_everything_up_goes_back_to_the_last_thing(grid, qtbot):
    control = Qt.KeyboardModifier.ControlModifier
    hear(grid, qtbot, KEY.Key_Down, KEY.Key_Down)
    hear(grid, qtbot, KEY.Key_Down, KEY.Key_Down, modifier=control)
    assert hear(grid, qtbot, KEY.Key_Down)[0].endswith("18.00, niets gepland")
    assert "bezet" in hear(grid, qtbot, KEY.Key_Up)[0]


def test_enter_opens_a_block_and_begins_something_in_an_empty_hour(grid, qtbot, blocks, moment):
    opened, empty = caught(grid.opened), caught(grid.empty_chosen)
    qtbot.keyClick(grid.week, KEY.Key_Return)
    hear(grid, qtbot, KEY.Key_Left, KEY.Key_Enter)
    assert opened == [blocks["roos"].key]
    assert empty == [moment(18, 10)]


def test_page_keys_ask_for_another_week_and_home_for_today(grid, qtbot):
    wanted = caught(grid.week_wanted)
    hear(grid, qtbot, KEY.Key_PageDown, KEY.Key_PageUp)
    assert wanted == [1, -1]
    hear(grid, qtbot, KEY.Key_Left, KEY.Key_Left, KEY.Key_Home)
    assert "Roos" in grid.week.accessibleDescription()
    grid.show_week(WEEK + timedelta(days=21), [])
    hear(grid, qtbot, KEY.Key_Home)
    grid.show_week(WEEK - timedelta(days=14), [])
    hear(grid, qtbot, KEY.Key_Home)
    assert wanted == [1, -1, -3, 2]


def test_a_week_without_today_begins_at_its_first_thing_or_its_first_morning(grid, block, moment):
    grid.show_week(WEEK + timedelta(days=7), [block(moment(25, 13), title="Lale")])
    assert "woensdag 25 november, 13.00 tot 14.00, Lale" in grid.week.accessibleDescription()
    grid.show_week(WEEK + timedelta(days=14), [])
    assert grid.week.accessibleDescription() == "maandag 30 november, 9.00, niets gepland"


def test_it_is_one_tab_stop(shown, qtbot, blocks, moment):
    holder, grid, other = QWidget(), WeekGrid(lambda: moment(19, 9)), QLineEdit()
    layout = QVBoxLayout(holder)
    layout.addWidget(grid)
    layout.addWidget(other)
    grid.show_week(WEEK, list(blocks.values()))
    shown(holder, 800, 700)
    grid.setFocus()
    qtbot.keyClick(grid.week, KEY.Key_Tab)
    assert other.hasFocus()
    qtbot.keyClick(other, KEY.Key_Backtab)
    assert grid.week.hasFocus()


def test_the_ring_goes_with_the_keyboard_and_with_the_size(grid, qtbot, blocks):
    before = ringed_part(grid.week)
    assert before.contains(placed(grid, blocks["roos"]))
    qtbot.keyClick(grid.week, KEY.Key_Down)
    assert ringed_part(grid.week).top() > before.bottom()
    grid.resize(1100, 670)
    assert ringed_part(grid.week).contains(placed(grid, blocks["amal"]))


def test_right_to_left_the_days_run_to_the_left(right_to_left, grid, qtbot, blocks):
    assert placed(grid, blocks["noor"]).x() > placed(grid, blocks["fast"]).x()
    assert "Naailes" in hear(grid, qtbot, KEY.Key_Left)[0]
    empty = caught(grid.empty_chosen)
    beside = placed(grid, blocks["noor"]) + QPoint(0, 200)
    qtbot.mouseClick(grid.week, Qt.MouseButton.LeftButton, pos=beside)
    qtbot.mouseDClick(grid.week, Qt.MouseButton.LeftButton, pos=beside)
    assert empty[0].astimezone().date() == WEEK


def test_select_brings_a_block_in_sight_and_says_nothing(grid, blocks, qtbot):
    chosen = caught(grid.chosen)
    with qtbot.waitSignal(grid.area.verticalScrollBar().rangeChanged):
        grid.resize(770, 300)
    grid.select(blocks["amal"].key)
    assert grid.current() == blocks["amal"].key
    seen = grid.area.viewport().rect().translated(0, grid.area.verticalScrollBar().value())
    assert seen.contains(placed(grid, blocks["amal"]))
    grid.select(uuid4())
    grid.select(None)
    assert (grid.current(), chosen) == (None, [])
    assert "Amal" in grid.week.accessibleDescription()


def test_new_data_of_the_same_week_leaves_it_where_it_was(grid, qtbot, blocks, block, moment):
    qtbot.keyClick(grid.week, KEY.Key_Down)
    with qtbot.waitSignal(grid.area.verticalScrollBar().rangeChanged):
        grid.resize(770, 300)
    grid.area.verticalScrollBar().setValue(150)
    early = block(moment(20, 8), title="Vroeg")
    grid.show_week(WEEK, [*blocks.values(), early])
    assert grid.area.verticalScrollBar().value() == 150
    assert "13.45 tot 15.00, Amal" in grid.week.accessibleDescription()
    assert grid.current() == blocks["amal"].key
    grid.show_week(WEEK, [blocks["roos"]])
    assert "Roos" in grid.week.accessibleDescription()
    qtbot.keyClick(grid.week, KEY.Key_Left)
    grid.show_week(WEEK, [])
    assert grid.week.accessibleDescription() == "woensdag 18 november, 10.00, niets gepland"


def test_a_small_week_begins_at_its_first_thing_until_somebody_scrolls(shown, block, moment):
    grid = WeekGrid(lambda: moment(19, 9))
    late = block(moment(18, 13))
    grid.show_week(WEEK, [late])
    shown(grid, 770, 300)
    bar, top = grid.area.verticalScrollBar(), grid.week.places.first()
    assert bar.value() == round(top) - 12
    assert grid.week.walk.at.minute == 13 * 60
    bar.triggerAction(bar.SliderAction.SliderSingleStepAdd)
    moved = bar.value()
    grid.resize(770, 320)
    assert bar.value() == moved


def test_a_holiday_and_who_is_away_stand_above_the_day_and_are_heard(grid, qtbot, blocks):
    low = grid.head.height()
    grid.show_week(WEEK, list(blocks.values()), HOLIDAYS, AWAY)
    qtbot.waitUntil(lambda: grid.head.height() > low)
    heard = hear(grid, qtbot, KEY.Key_Left, KEY.Key_Left)
    assert heard[0] == (
        "woensdag 18 november. Naima is er niet. Asha is er niet, 10.00, niets gepland"
    )
    assert "Sint-Maarten. Naima is er niet" in heard[1]


def test_the_line_of_now_follows_the_time_only_while_it_is_seen(grid, qtbot):
    assert grid._timer.isActive()
    assert grid._timer.interval() == EVERY_MS
    assert style.color("rds").name() in hues(grid.week)
    grid.hide()
    assert not grid._timer.isActive()


def test_after_midnight_today_is_the_next_day(shown, blocks, moment):
    times = [moment(19, 23, 59)]
    grid = WeekGrid(lambda: times[-1])
    grid.show_week(WEEK, list(blocks.values()))
    shown(grid)
    assert grid.week.today == 3
    times.append(moment(20, 0))
    grid._timer.timeout.emit()
    assert (grid.week.today, grid.head._today) == (4, 4)
    assert style.color("rds").name() not in hues(grid.week)


def test_the_days_stand_above_their_columns_beside_a_scroll_bar(shown, blocks, moment):
    grid = WeekGrid(lambda: moment(19, 9))
    grid.show_week(WEEK, list(blocks.values()))
    shown(grid, 770, 300)
    assert grid.area.verticalScrollBar().isVisible()
    assert grid.head._scale.column == grid.week.places.scale.column
    column = round(grid.week.places.scale.day_box(3).center().x())
    picture = grid.head.grab().toImage()
    assert picture.pixelColor(column - 30, 4) == style.color("prit2")


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("scale", [100, 130])
@pytest.mark.parametrize("rtl", [False, True])
def test_all_its_parts_are_painted_in_every_look(qapp, shown, blocks, moment, dark, scale, rtl):
    if rtl:
        qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    style.apply(qapp, dark=dark, scale=scale)
    grid = WeekGrid(lambda: moment(19, 9, 38))
    grid.show_week(WEEK, list(blocks.values()), HOLIDAYS, AWAY)
    shown(grid, style.px(1140), style.px(820))
    grid.select(blocks["amal"].key)
    wanted = ("prit2", "line", "c1", "c1t", "c2t", "c4", "c4t", "blt", "pri", "rds", "ntt")
    assert {style.color(hue).name() for hue in wanted} - hues(grid) == set()
