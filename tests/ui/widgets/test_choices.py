import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from hgkm_desktop.ui import style
from hgkm_desktop.ui.widgets.chips import ChipRow
from hgkm_desktop.ui.widgets.segmented import Option, Segmented
from hgkm_desktop.ui.widgets.tabs import Tabs

TOPICS = [(n, t) for n, t in enumerate(["Geld", "Wonen", "Kinderen", "Gezondheid", "Thuis"])]
LEVELS = [Option(code, code, level=code) for code in ("none", "vague", "clear", "acute")]


@pytest.fixture
def topics(shown):
    holder = QWidget()
    layout = QVBoxLayout(holder)
    holder.row = ChipRow(TOPICS, keys=True, name="Waarover")
    holder.line = QLineEdit()
    layout.addWidget(holder.row)
    layout.addWidget(holder.line)
    return shown(holder)


def test_a_number_key_turns_its_chip_on_and_off(topics, qtbot):
    topics.row.chips[0].setFocus()
    with qtbot.waitSignal(topics.row.changed):
        qtbot.keyClick(topics, "3")
    assert topics.row.values() == [2]
    qtbot.keyClick(topics, "3")
    assert topics.row.values() == []


def test_numbers_typed_into_a_field_stay_there(topics, qtbot):
    topics.line.setFocus()
    qtbot.keyClick(topics.line, "3")
    assert topics.line.text() == "3"
    assert topics.row.values() == []


def test_chips_are_one_tab_stop_and_arrows_move_inside(topics, qtbot):
    chips = topics.row.chips
    stops = [chip for chip in chips if chip.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [chips[0]]
    chips[0].setFocus()
    qtbot.keyClick(chips[0], Qt.Key.Key_Right)
    assert chips[1].hasFocus()
    qtbot.keyClick(chips[1], Qt.Key.Key_End)
    assert chips[-1].hasFocus()
    qtbot.keyClick(chips[-1], Qt.Key.Key_Space)
    assert topics.row.values() == [4]
    qtbot.keyClick(chips[-1], Qt.Key.Key_Tab)
    assert topics.line.hasFocus()


def test_arrows_follow_the_page_in_right_to_left(right_to_left, topics, qtbot):
    chips = topics.row.chips
    assert chips[0].x() > chips[1].x()
    chips[0].setFocus()
    qtbot.keyClick(chips[0], Qt.Key.Key_Left)
    assert chips[1].hasFocus()


def test_an_exclusive_row_keeps_one_and_can_be_cleared(shown, qtbot):
    row = shown(ChipRow(TOPICS, exclusive=True))
    qtbot.mouseClick(row.chips[0], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(row.chips[2], Qt.MouseButton.LeftButton)
    assert row.value() == 2
    qtbot.mouseClick(row.chips[2], Qt.MouseButton.LeftButton)
    assert row.value() is None


def test_setting_chips_tells_nobody(topics, qtbot):
    with qtbot.assertNotEmitted(topics.row.changed):
        topics.row.set_values([0, 4])
    assert topics.row.values() == [0, 4]


def test_chips_wrap_instead_of_being_cut(qapp, shown):
    style.apply(qapp, scale=130)
    row = shown(ChipRow(TOPICS, keys=True), 320, 300)
    assert all(row.rect().contains(chip.geometry()) for chip in row.chips)
    assert row.heightForWidth(320) > row.heightForWidth(2000)


def test_chips_are_heard(topics):
    chip = topics.row.chips[2]
    assert (chip.accessibleName(), chip.accessibleDescription()) == ("Kinderen", "3")


def test_segments_exclude_each_other(shown, qtbot):
    choice = shown(Segmented([("new", "Nieuw"), ("known", "Bekend")], "Bezoek"))
    with qtbot.waitSignal(choice.changed) as told:
        qtbot.mouseClick(choice.segments[1], Qt.MouseButton.LeftButton)
    assert told.args == ["known"]
    with qtbot.assertNotEmitted(choice.changed):
        qtbot.mouseClick(choice.segments[1], Qt.MouseButton.LeftButton)
    assert choice.value() == "known"


def test_arrows_choose_a_segment(shown, qtbot):
    choice = shown(Segmented(LEVELS, "Signaal"))
    choice.set_value("vague")
    assert choice.segments[1].focusPolicy() & Qt.FocusPolicy.TabFocus
    choice.segments[1].setFocus()
    qtbot.keyClick(choice.segments[1], Qt.Key.Key_Right)
    assert choice.value() == "clear"
    assert choice.segments[2].hasFocus()


def test_an_optional_choice_is_cleared_by_the_same_key(shown, qtbot):
    choice = shown(Segmented([("new", "Nieuw"), ("known", "Bekend")], allow_none=True))
    choice.segments[0].setFocus()
    qtbot.keyClick(choice.segments[0], Qt.Key.Key_Space)
    assert choice.value() == "new"
    with qtbot.waitSignal(choice.changed) as told:
        qtbot.keyClick(choice.segments[0], Qt.Key.Key_Space)
    assert told.args == [None]
    assert choice.value() is None


def test_a_segment_answers_to_its_letter(shown, qtbot):
    choice = shown(Segmented([Option("new", "Nieuw", key="N"), Option("known", "Bekend", key="B")]))
    qtbot.keyClick(choice, "b")
    assert choice.value() == "known"


def test_an_optional_choice_does_not_change_its_width(shown):
    choice = shown(Segmented([("new", "Nieuw"), ("known", "Bekend")], allow_none=True))
    before = choice.sizeHint().width()
    choice.set_value("known")
    assert abs(choice.sizeHint().width() - before) <= 1


def test_a_count_stands_in_its_segment(shown):
    choice = shown(Segmented([Option("today", "Vandaag", 9), Option("all", "Alles")], check=False))
    narrow = choice.segments[0].sizeHint().width()
    choice.set_count("today", 1009)
    assert choice.segments[0].sizeHint().width() > narrow


def test_the_chosen_signal_wears_its_own_colour(shown):
    choice = shown(Segmented(LEVELS), 500, 44)
    choice.set_value("clear")
    segment = choice.segments[2]
    ground = segment.grab().toImage().pixelColor(5, segment.height() // 2)
    assert ground == style.color("amt")


def test_tabs_open_with_the_arrows_and_say_which(shown, qtbot):
    tabs = shown(Tabs([("a", "Team"), ("b", "Logboek", 4), ("c", "Instellingen")]))
    assert tabs.current() == "a"
    tabs.tabs[0].setFocus()
    with qtbot.waitSignal(tabs.chosen) as told:
        qtbot.keyClick(tabs.tabs[0], Qt.Key.Key_Right)
    assert told.args == ["b"]
    tabs.select("c")
    assert tabs.current() == "c"
    tabs.set_count("c", 2)
    assert tabs.tabs[2].count == 2
