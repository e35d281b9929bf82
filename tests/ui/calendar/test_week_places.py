"""Where blocks stand in a week, what fits in them, and what is under the mouse."""

from datetime import date
from time import thread_time

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QHelpEvent, QPixmap
from PySide6.QtWidgets import QApplication, QToolTip

from hgkm_desktop.ui import style
from hgkm_desktop.ui.calendar.block import spoken, tip
from hgkm_desktop.ui.calendar.look import look_of
from hgkm_desktop.ui.calendar.week_data import WeekData
from hgkm_desktop.ui.calendar.week_grid import WeekGrid
from hgkm_desktop.ui.calendar.week_place import Places
from hgkm_desktop.ui.calendar.week_scale import Scale

WEEK = date(2026, 11, 16)
HOSTILE = "<b>Roos</b>\u202e\n<img src=x> &amp; \u2066eind"


@pytest.fixture
def places():
    def make(*blocks, width=770, height=720, rtl=False):
        data = WeekData(WEEK, blocks)
        return Places(data, Scale(width, height, data.hours, rtl))

    return make


def test_blocks_that_overlap_stand_beside_each_other(places, block, moment):
    one, two, three = block(moment(19, 10)), block(moment(19, 10, 30)), block(moment(19, 12))
    found = places(one, two, three)
    boxes = {each.piece.block.key: each.box for each in found.all}
    assert boxes[one.key].right() <= boxes[two.key].left()
    assert boxes[one.key].width() == boxes[two.key].width() < boxes[three.key].width() / 1.9
    for made in (one, two, three):
        assert found.at(boxes[made.key].center()).piece.block == made


@pytest.mark.parametrize("rtl", [False, True])
def test_every_box_stays_in_its_own_day(places, block, moment, rtl):
    made = [block(moment(16 + n % 7, 9 + n % 5, n), 50) for n in range(40)]
    found = places(*made, rtl=rtl)
    for each in found.all:
        day = found.scale.day_box(found.data.number(each.piece.day))
        assert day.contains(each.box)
        assert found.scale.day_at(each.box.center().x()) == found.data.number(each.piece.day)


def test_a_block_of_five_minutes_can_be_read_and_hit(places, block, moment):
    short, next_one = block(moment(19, 9), 5), block(moment(19, 9, 5), 5, "Lale", 3)
    found = places(short, next_one)
    boxes = [each.box for each in found.all]
    assert all(box.height() >= 22 for box in boxes)
    assert not boxes[0].intersects(boxes[1])
    assert found.at(boxes[1].center()).piece.block == next_one
    alone = places(short).all[0].look
    assert [words.text for words in alone.words] == ["Amal"]
    assert alone.circle is not None


def test_a_short_block_at_midnight_stays_inside(places, block, moment):
    found = places(block(moment(19, 23, 58), 2), height=1440)
    assert found.all[0].box.bottom() <= 1440


def test_a_block_across_midnight_is_hit_on_both_days(places, block, moment):
    night = block(moment(19, 23), 180)
    found = places(night, height=1440)
    assert [found.data.number(each.piece.day) for each in found.all] == [3, 4]
    assert {found.at(each.box.center()).piece.block for each in found.all} == {night}
    assert found.all[0].box.bottom() == 1440
    assert len(found.carried(night)) == 2


def test_nothing_is_under_the_mouse_where_nothing_stands(places, block, moment):
    found = places(block(moment(19, 10)))
    assert found.at(QPointF(100, 100)) is None
    assert not found.scale.is_in_week(QPointF(10, 100))
    assert found.scale.is_in_week(QPointF(100, 100))


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        ((94, 80), ["Amal", "Veilig Thuis", "Naima"]),
        ((94, 56), ["Amal", "Veilig Thuis", "Naima"]),
        ((94, 44), ["Amal", "Naima"]),
        ((94, 22), ["Amal"]),
        ((20, 80), []),
    ],
)
def test_in_less_room_stand_fewer_words(block, moment, size, expected):
    look = look_of(block(moment(19, 10), mark="ready"), QRectF(0, 0, *size), False)
    assert [words.text for words in look.words] == expected
    assert look.mark is not None
    assert look.circle is not None


@pytest.mark.parametrize("rtl", [False, True])
@pytest.mark.parametrize("wide", [40, 46, 60, 94, 150])
@pytest.mark.parametrize("high", [22, 30, 44, 56, 80])
def test_nothing_of_a_block_is_outside_it_or_over_something_else(block, moment, wide, high, rtl):
    box = QRectF(10, 10, wide, high)
    look = look_of(block(moment(19, 10), mark="warning"), box, rtl)
    parts = [words.box for words in look.words] + [look.mark[0]]
    parts += [look.circle[0]] if look.circle else []
    for part in parts:
        assert box.adjusted(-1, -1, 1, 1).contains(part)
    for number, part in enumerate(parts):
        assert not any(part.adjusted(1, 1, -1, -1).intersects(other) for other in parts[:number])


def test_without_a_person_the_second_line_has_the_room(block, moment):
    look = look_of(block(moment(19, 10), color=0), QRectF(0, 0, 94, 44), False)
    assert [words.text for words in look.words] == ["Amal", "Veilig Thuis"]
    assert look.circle is None
    assert look.stripe == "nts"


def test_what_is_off_is_struck_through_and_said(block, moment):
    off = block(moment(19, 10), is_off=True)
    look = look_of(off, QRectF(0, 0, 94, 80), False)
    assert look.words[0].letters.strikeOut()
    assert {words.hue for words in look.words} == {"faint"}
    assert spoken(off).endswith("Naima, gaat niet door")


def test_what_is_said_names_the_second_day_too(block, moment):
    assert spoken(block(moment(19, 23), 120)).startswith(
        "donderdag 19 november, 23.00 tot vrijdag 20 november, 1.00, Amal"
    )


def test_hostile_words_are_shown_as_words(block, moment):
    bad = block(moment(19, 10), title=HOSTILE, second=HOSTILE, person=HOSTILE, note=HOSTILE)
    look = look_of(bad, QRectF(0, 0, 900, 80), False)
    assert look.words[0].text == "<b>Roos</b> <img src=x> &amp; eind"
    assert "\u202e" not in spoken(bad)
    assert "<b>" not in tip(bad)
    assert "&lt;img src=x&gt; &amp;amp;" in tip(bad)


def test_a_very_long_title_costs_no_room_and_no_time(block, moment):
    look = look_of(block(moment(19, 10), title="a" * 100_000), QRectF(0, 0, 94, 80), False)
    assert len(look.words[0].text) < 20


def test_the_tip_says_all_of_what_is_under_the_mouse(shown, qtbot, block, moment):
    grid = WeekGrid(lambda: moment(19, 9))
    grid.show_week(WEEK, [block(moment(19, 10))], {}, {date(2026, 11, 17): ["Naima"]})
    shown(grid)
    at = grid.week.places.all[0].box.center().toPoint()
    _ask(grid.week, at)
    assert "Veilig Thuis" in QToolTip.text()
    _ask(grid.week, QPoint(5, 5))
    qtbot.waitUntil(lambda: not QToolTip.isVisible())
    _ask(grid.head, QPoint(200, 10))
    assert QToolTip.text() == "<qt>dinsdag 17 november<br>Naima is er niet</qt>"
    QToolTip.hideText()


def test_the_mouse_shows_what_can_be_clicked(shown, qtbot, block, moment):
    grid = WeekGrid(lambda: moment(19, 9))
    grid.show_week(WEEK, [block(moment(19, 10))])
    shown(grid)
    qtbot.mouseMove(grid.week, grid.week.places.all[0].box.center().toPoint())
    assert grid.week.cursor().shape() == Qt.CursorShape.PointingHandCursor
    qtbot.mouseMove(grid.week, QPoint(60, 300))
    assert grid.week.cursor().shape() == Qt.CursorShape.ArrowCursor


def test_where_the_system_gives_few_colours_blocks_have_an_edge(shown, monkeypatch, block, moment):
    monkeypatch.setattr(style.theme, "high_contrast", True)
    grid = WeekGrid(lambda: moment(19, 9))
    grid.show_week(WEEK, [block(moment(19, 10))])
    shown(grid)
    box = grid.week.places.all[0].box
    picture = grid.week.grab().toImage()
    edge = picture.pixelColor(round(box.center().x()), int(box.bottom()) - 1)
    assert edge == style.color("line")


def test_a_full_week_is_painted_far_within_fifty_milliseconds(shown, block, moment):
    made = [block(moment(16 + n % 7, 8 + n % 11, n % 4 * 15), 45) for n in range(120)]
    grid = WeekGrid(lambda: moment(19, 9))
    grid.show_week(WEEK, made)
    shown(grid, 1140, 820)
    picture = QPixmap(grid.week.size())
    grid.week.render(picture)
    times = [_time(lambda: grid.week.render(picture)) for _ in range(5)]
    assert min(times) < 0.05


def _time(work):
    begun = thread_time()
    work()
    return thread_time() - begun


def _ask(widget, at):
    help_at = QHelpEvent(QEvent.Type.ToolTip, at, widget.mapToGlobal(at))
    QApplication.sendEvent(widget, help_at)
