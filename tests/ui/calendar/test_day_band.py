from datetime import date, timedelta
from uuid import uuid4

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from hgkm_desktop.ui import style
from hgkm_desktop.ui.calendar.band import BandRow, Bar
from hgkm_desktop.ui.calendar.day_band import DayBand
from hgkm_desktop.ui.widgets.focus_ring import ringed_part

DAY, KEY = date(2026, 11, 19), Qt.Key


@pytest.fixture
def bar(moment):
    def make(text, hour, minutes=60, **more):
        starts = more.pop("starts", None) or moment(19, hour)
        return Bar(uuid4(), text, starts, starts + timedelta(minutes=minutes), **more)

    return make


@pytest.fixture
def rows(bar):
    calls = [bar("Dunya", 13, 120, tone="ok"), bar("Meryem", 9, 120, tone="ok")]
    along = [bar("Roos", 10, 105, person="Hatice", color=1), bar("Sara", 16, person="Joke")]
    lessons = [bar("Naailes", 16, tone="bl", note="9 van 12")]
    return [
        BandRow("phone", "Bellen mag", calls),
        BandRow("clock", "Leeg", []),
        BandRow("footprints", "Samen op pad", along),
        BandRow("chalkboard-teacher", "Voorlichting", lessons),
    ]


@pytest.fixture
def band(shown, rows, moment):
    made = DayBand()
    made.show_day(DAY, rows, moment(19, 9, 38))
    shown(made, 1180, made.height())
    made.setFocus()
    return made


def box(band, text):
    return next(p.box for p in band._places.bars if p.bar.text == text)


def hear(band, qtbot, *keys):
    said = []
    for key in keys:
        qtbot.keyClick(band, key)
        said.append(band.accessibleDescription())
    return said


def hues(widget):
    picture = widget.grab().toImage()
    spots = ((x, y) for x in range(0, picture.width(), 2) for y in range(picture.height()))
    return {picture.pixelColor(x, y).name() for x, y in spots}


def test_rows_without_bars_are_not_there(band, rows, moment):
    assert [row.title for row in band._places.rows] == [
        "Bellen mag",
        "Samen op pad",
        "Voorlichting",
    ]
    high = band.height()
    band.show_day(DAY, rows[:1], moment(19, 9))
    assert band.height() < high


def test_it_is_heard_whole_and_then_bar_by_bar(band, qtbot, rows, moment):
    assert band.accessibleName() == "donderdag 19 november"
    assert hear(band, qtbot, KEY.Key_Right, KEY.Key_Right, KEY.Key_Down, KEY.Key_Down) == [
        "Bellen mag, Dunya, 13.00 tot 15.00",
        "Bellen mag, Dunya, 13.00 tot 15.00",
        "Samen op pad, Sara, 16.00 tot 17.00, Joke",
        "Voorlichting, Naailes, 16.00 tot 17.00, 9 van 12",
    ]
    assert hear(band, qtbot, KEY.Key_Down, KEY.Key_Up, KEY.Key_Left)[1:] == [
        "Samen op pad, Sara, 16.00 tot 17.00, Joke",
        "Samen op pad, Roos, 10.00 tot 11.45, Hatice",
    ]
    band.clearFocus()
    band.show_day(DAY, rows[-1:], None)
    assert band.accessibleDescription() == "Voorlichting, Naailes, 16.00 tot 17.00, 9 van 12"


def test_enter_space_and_a_click_choose_a_bar(band, qtbot, rows):
    chosen = []
    band.chosen.connect(chosen.append)
    hear(band, qtbot, KEY.Key_Return, KEY.Key_Space, KEY.Key_A)
    roos = box(band, "Roos").center().toPoint()
    qtbot.mouseClick(band, Qt.MouseButton.LeftButton, pos=roos)
    qtbot.mouseClick(band, Qt.MouseButton.RightButton, pos=roos)
    qtbot.mouseClick(band, Qt.MouseButton.LeftButton, pos=QPoint(20, 5))
    assert chosen == [rows[0].bars[1].key] * 2 + [rows[2].bars[0].key]
    assert band.accessibleDescription().startswith("Samen op pad, Roos")


def test_the_ring_goes_round_the_bar_and_stays_with_it(band, qtbot):
    qtbot.keyClick(band, KEY.Key_Right)
    assert ringed_part(band).contains(box(band, "Dunya").center().toPoint())
    band.resize(700, band.height())
    assert ringed_part(band).contains(box(band, "Dunya").center().toPoint())


def test_right_to_left_the_hours_run_to_the_left(right_to_left, band, qtbot):
    assert box(band, "Meryem").left() > box(band, "Dunya").right()
    assert hear(band, qtbot, KEY.Key_Left) == ["Bellen mag, Dunya, 13.00 tot 15.00"]


def test_the_hours_grow_to_what_is_there(band, bar, moment):
    late = bar("Laat", 0, 90, starts=moment(19, 21, 30))
    band.show_day(DAY, [BandRow("clock", "Avond", [late])], None)
    assert band._places.scale.hours == (9, 23)
    night = bar("Nacht", 0, 600, starts=moment(18, 22))
    band.show_day(DAY, [BandRow("clock", "Nacht", [night])], None)
    assert band._places.scale.hours == (0, 18)


def test_what_is_on_another_day_is_not_shown(band, bar, moment):
    other = bar("Morgen", 0, starts=moment(20, 9))
    band.show_day(DAY, [BandRow("clock", "Rij", [other])], moment(19, 9))
    assert band._places.rows == []
    assert band.accessibleDescription() == "Er is niets gepland"
    assert style.color("mut").name() in hues(band)


def test_bars_that_meet_stand_under_each_other(band, bar):
    band.show_day(DAY, [BandRow("clock", "Rij", [bar("Een", 10), bar("Twee", 10)])], None)
    assert not box(band, "Een").intersects(box(band, "Twee"))
    assert box(band, "Een").left() == box(band, "Twee").left()


@pytest.mark.parametrize("rtl", [False, True])
def test_a_bar_of_a_minute_at_the_end_of_the_day_can_be_hit(qapp, shown, bar, moment, rtl):
    if rtl:
        qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    band = shown(DayBand(), 700, 100)
    short = bar("Kort", 0, 1, starts=moment(19, 17, 59), person="Hatice", color=1)
    band.show_day(DAY, [BandRow("clock", "Rij", [short])], None)
    assert box(band, "Kort").width() >= 24
    assert band.rect().contains(box(band, "Kort").toRect())


def test_the_marker_of_now_is_there_on_its_day_and_in_its_hours(band, rows, moment):
    red = style.color("rds").name()
    assert red in hues(band)
    for elsewhere in (None, moment(20, 9, 38), moment(19, 22)):
        band.show_now(elsewhere)
        assert red not in hues(band)
    band.show_now(moment(19, 12))
    assert red in hues(band)


def test_the_tip_says_all_of_a_bar_as_plain_words(band, bar, qtbot):
    bad = bar("<b>x</b>\u202e", 10)
    band.show_day(DAY, [BandRow("clock", "Rij", [bad])], None)
    for at in (box(band, bad.text).center().toPoint(), QPoint(2, 2)):
        QApplication.sendEvent(band, QHelpEvent(QEvent.Type.ToolTip, at, band.mapToGlobal(at)))
        assert QToolTip.text() == "<qt>Rij, &lt;b&gt;x&lt;/b&gt;, 10.00 tot 11.00</qt>"
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def test_the_mouse_shows_what_can_be_clicked(band, qtbot):
    qtbot.mouseMove(band, box(band, "Roos").center().toPoint())
    assert band.cursor().shape() == Qt.CursorShape.PointingHandCursor
    qtbot.mouseMove(band, QPoint(5, 5))
    assert band.cursor().shape() == Qt.CursorShape.ArrowCursor


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("scale", [100, 130])
@pytest.mark.parametrize("rtl", [False, True])
def test_all_its_parts_are_painted_in_every_look(qapp, shown, rows, moment, dark, scale, rtl):
    if rtl:
        qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    style.apply(qapp, dark=dark, scale=scale)
    band = DayBand()
    band.show_day(DAY, rows, moment(19, 9, 38))
    shown(band, style.px(1120), band.height())
    wanted = ("card", "line", "okt", "okl", "c1", "c1t", "blt", "bll", "ntt", "rds")
    assert {style.color(hue).name() for hue in wanted} - hues(band) == set()


def test_the_quarter_of_the_clock_change_stands_where_the_wall_says(band, bar, moment):
    day = date(2026, 10, 25)
    across = bar("Nacht", 0, 120, starts=moment(25, 1, 30, month=10))
    band.show_day(day, [BandRow("clock", "Rij", [across])], None)
    scale = band._places.scale
    assert box(band, "Nacht").left() == pytest.approx(scale.x(90), abs=1)
    assert box(band, "Nacht").right() == pytest.approx(scale.x(150), abs=3)
