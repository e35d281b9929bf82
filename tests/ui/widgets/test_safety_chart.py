from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from hgkm_desktop.ui import style
from hgkm_desktop.ui.widgets.focus_ring import ringed_part
from hgkm_desktop.ui.widgets.safety_chart import Line, SafetyChart

SEP, OCT, NOV = date(2026, 9, 2), date(2026, 10, 14), date(2026, 11, 18)
ROOS = Line("Roos", 1, "circle", [(NOV, 5), (SEP, 2), (OCT, 4)])
HATICE = Line("Hatice", 2, "square", [(date(2026, 9, 4), 3), (date(2026, 11, 17), 4)])
SON = Line("Zoon, 9", 4, "triangle", [(date(2026, 11, 16), 6)])
TEAM = Line("Buurtteam", 3, "diamond", [(OCT, 6), (date(2026, 11, 10), 4)])
BAN = ((date(2026, 11, 13), "huisverbod"),)


@pytest.fixture
def chart(shown):
    made = shown(SafetyChart(), 790, 508)
    made.show_lines([ROOS, HATICE], BAN, "Fase 1 · Eerst veilig")
    return made


def hues(chart):
    picture = chart.grab().toImage()
    size = range(0, picture.width(), 3), range(picture.height())
    return {picture.pixelColor(x, y).name() for x in size[0] for y in size[1]}


def near(hue, other):
    return sum(abs(a - b) for a, b in zip(hue.getRgb(), other.getRgb(), strict=True)) < 40


def spots_of(chart, hue):
    picture = chart.grab().toImage()
    wanted = style.color(hue)
    return [
        (x, y)
        for x in range(picture.width())
        for y in range(picture.height())
        if near(picture.pixelColor(x, y), wanted)
    ]


def heard(chart, qtbot, *keys):
    said = []
    for key in keys:
        qtbot.keyClick(chart, key)
        said.append(chart.accessibleDescription())
    return said


def test_it_is_heard_before_anybody_walks_through_it(chart):
    chart.clearFocus()
    chart.show_lines([ROOS, HATICE], BAN, "Fase 1 · Eerst veilig")
    assert chart.accessibleName() == "Veiligheid, van 0 tot 10"
    assert chart.accessibleDescription() == (
        "Fase 1 · Eerst veilig. Roos, 18 november, 5 van 10. Hatice, 17 november, 4 van 10"
    )


def test_the_arrows_walk_through_the_numbers_of_one_person_and_then_the_next(chart, qtbot):
    chart.setFocus()
    assert chart.accessibleDescription() == "Roos, 18 november, 5 van 10"
    assert heard(chart, qtbot, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Left) == [
        "Roos, 14 oktober, 4 van 10",
        "Roos, 2 september, 2 van 10",
        "Roos, 2 september, 2 van 10",
    ]
    assert heard(chart, qtbot, *[Qt.Key.Key_Right] * 3)[-1] == "Hatice, 4 september, 3 van 10"


def test_up_and_down_change_person_near_the_same_day(chart, qtbot):
    chart.setFocus()
    assert heard(chart, qtbot, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Down) == [
        "Roos, 18 november, 5 van 10",
        "Hatice, 17 november, 4 van 10",
        "Hatice, 17 november, 4 van 10",
    ]


def test_home_and_end_go_to_the_first_and_the_last_number(chart, qtbot):
    chart.setFocus()
    assert heard(chart, qtbot, Qt.Key.Key_End, Qt.Key.Key_Home) == [
        "Hatice, 17 november, 4 van 10",
        "Roos, 2 september, 2 van 10",
    ]


def test_right_to_left_time_runs_to_the_left(right_to_left, chart, qtbot):
    chart.setFocus()
    at_last = ringed_part(chart).center().x()
    assert heard(chart, qtbot, Qt.Key.Key_Right) == ["Roos, 14 oktober, 4 van 10"]
    assert ringed_part(chart).center().x() > at_last


def test_the_focus_ring_goes_round_the_number(chart, qtbot):
    chart.setFocus()
    before = ringed_part(chart)
    assert before.width() < 30
    spot = chart.grab().toImage().pixelColor(before.center())
    assert near(spot, style.color("c1"))
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert ringed_part(chart).left() < before.left()
    chart.resize(600, 400)
    assert ringed_part(chart).right() < 600


def test_a_number_under_the_mouse_is_gone_to(chart, qtbot):
    chart.setFocus()
    at = ringed_part(chart).center()
    qtbot.keyClick(chart, Qt.Key.Key_Home)
    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=at + QPoint(2, 2))
    assert chart.accessibleDescription() == "Roos, 18 november, 5 van 10"
    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(400, 60))
    assert chart.accessibleDescription() == "Roos, 18 november, 5 van 10"


def test_who_and_when_stand_beside_the_number_only_with_the_keyboard_there(shown, qtbot):
    holder, chart, other = QWidget(), SafetyChart(), QLineEdit()
    layout = QVBoxLayout(holder)
    layout.addWidget(chart)
    layout.addWidget(other)
    chart.show_lines([ROOS], (), "")
    shown(holder, 790, 560)
    other.setFocus()
    without = chart.grab().toImage()
    chart.setFocus()
    assert chart.grab().toImage() != without
    other.setFocus()
    assert chart.grab().toImage() == without


def test_tab_leaves_the_chart(shown, qtbot):
    holder, chart, other = QWidget(), SafetyChart(), QLineEdit()
    layout = QVBoxLayout(holder)
    layout.addWidget(chart)
    layout.addWidget(other)
    shown(holder, 790, 560)
    chart.setFocus()
    qtbot.keyClick(chart, Qt.Key.Key_Tab)
    assert other.hasFocus()


def test_without_numbers_it_says_so_and_keys_do_nothing(shown, qtbot):
    chart = shown(SafetyChart(), 700, 400)
    chart.setFocus()
    assert chart.accessibleDescription() == "Nog geen cijfers"
    assert heard(chart, qtbot, Qt.Key.Key_Left, Qt.Key.Key_End) == ["Nog geen cijfers"] * 2
    assert ringed_part(chart) == chart.rect()
    assert style.color("mut").name() in hues(chart)
    chart.show_lines((), BAN, "")
    assert spots_of(chart, "ams")


def test_other_numbers_begin_the_walk_anew(chart, qtbot):
    chart.setFocus()
    qtbot.keyClick(chart, Qt.Key.Key_Home)
    chart.show_lines([HATICE], (), "")
    assert chart.accessibleDescription() == "Hatice, 17 november, 4 van 10"


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("scale", [100, 130])
@pytest.mark.parametrize("rtl", [False, True])
def test_all_its_parts_are_painted_in_every_look(qapp, shown, dark, scale, rtl):
    if rtl:
        qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    style.apply(qapp, dark=dark, scale=scale)
    chart = shown(SafetyChart(), style.px(790), style.px(508))
    chart.show_lines([ROOS, HATICE, SON, TEAM], BAN, "Fase 1")
    wanted = ("okt", "blt", "pri", "line", "c1", "c2", "c3", "c4", "bls", "oks")
    assert {style.color(hue).name() for hue in wanted} - hues(chart) == set()


def test_the_bands_begin_at_six_and_seven(chart):
    chart.clearFocus()
    picture = chart.grab().toImage()
    column = [picture.pixelColor(600, y) for y in range(46, 468)]
    green = [y for y, hue in enumerate(column, 46) if hue == style.color("okt")]
    blue = [y for y, hue in enumerate(column, 46) if hue == style.color("blt")]
    assert max(green) == pytest.approx(468 - 0.7 * 422, abs=3)
    assert max(blue) == pytest.approx(468 - 0.6 * 422, abs=3)


def test_right_to_left_the_names_stand_left_of_the_plot(right_to_left, chart):
    left = [x for x, _ in spots_of(chart, "c2") if x < 80]
    assert left


def test_two_hundred_numbers_are_shown_and_walked(shown, qtbot):
    points = [(SEP + timedelta(days=2 * n), n % 11) for n in range(200)]
    chart = shown(SafetyChart(), 790, 508)
    chart.show_lines([Line("Roos", 1, "circle", points)], (), "Fase 2")
    chart.setFocus()
    qtbot.keyClick(chart, Qt.Key.Key_Home)
    assert chart.accessibleDescription() == "Roos, 2 september, 0 van 10"
    assert spots_of(chart, "c1")


@pytest.mark.parametrize("number", [0, 10])
def test_one_number_at_an_end_stays_inside(shown, number):
    chart = shown(SafetyChart(), 460, 330)
    line = Line("Iemand met een heel lange naam erbij", 6, "square", [(NOV, number)])
    chart.show_lines([line], ((NOV, "een lange gebeurtenis op deze dag"),), "Fase 1")
    chart.setFocus()
    assert chart.rect().contains(ringed_part(chart))
    assert QColor(chart.grab().toImage().pixel(ringed_part(chart).center())) == style.color("c6")


def test_words_of_events_close_together_do_not_meet(shown):
    chart = shown(SafetyChart(), 790, 508)
    line = Line("Roos", 1, "circle", [(SEP, 9), (NOV, 9)])
    chart.show_lines([line], ((OCT, "aangifte"),), "")
    one = spots_of(chart, "am")
    chart.show_lines([line], ((OCT, "aangifte"), (OCT + timedelta(days=1), "aangifte")), "")
    two = spots_of(chart, "am")
    assert min(y for _, y in two) < min(y for _, y in one) - 10
