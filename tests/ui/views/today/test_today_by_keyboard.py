"""The start screen without a mouse, for a screen reader, and in every look."""

import pytest
from inspection import faults_of
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from shift import LARGE, SMALL, cut_off

from hgkm_desktop.services.appointment_list import ShowVisit
from hgkm_desktop.services.beside_today import CallHer

LOOKS = [(language, scale) for language in ("nl", "ar") for scale in (100, 130)]


def test_enter_does_the_main_thing_and_arrows_move_in_the_list(open_today, her):
    page = open_today("Leyla")
    first, second, _third = page.parts.calls.shown()
    first.setFocus(Qt.FocusReason.TabFocusReason)
    page.press(Qt.Key.Key_Return)
    assert page.shown == [CallHer(her["Meryem"])]
    page.press(Qt.Key.Key_Down)
    assert page.focus is second
    page.press(Qt.Key.Key_Return)
    assert page.shown[-1].case_id == her["Dunya"]
    page.press(Qt.Key.Key_End)
    page.press(Qt.Key.Key_Down)
    page.press(Qt.Key.Key_Home)
    page.press(Qt.Key.Key_Up)
    assert page.focus is first


def test_down_from_her_comes_to_the_button_that_holds_her(open_today):
    page = open_today("Leyla")
    (row,) = page.parts.nobody.shown()
    row.setFocus(Qt.FocusReason.TabFocusReason)
    page.press(Qt.Key.Key_Down)
    assert page.focus is row.hold
    page.press(Qt.Key.Key_Return)
    assert page.said[-1].text == "Jij houdt haar nu vast."


def test_each_list_is_one_stop_for_tab(open_today):
    page = open_today("Leyla")
    page.parts.calls.shown()[1].setFocus(Qt.FocusReason.TabFocusReason)
    page.press(Qt.Key.Key_Tab)
    assert page.focus is page.parts.stand_in.asks[0].go
    page.press(Qt.Key.Key_Backtab)
    assert page.focus is page.parts.calls.shown()[1]


def test_f6_goes_from_part_to_part(open_today):
    page = open_today("Leyla")
    seen = []
    for _ in range(14):
        QTest.keyClick(page.focus or page.window, Qt.Key.Key_F6)
        seen.append(page.focus)
    assert page.parts.calls.shown()[0] in seen
    assert page.parts.going.shown()[0] in seen
    assert page.parts.endings.shown()[0] in seen


def test_the_keyboard_stays_with_her_when_the_list_changes(open_today, her):
    page = open_today("Leyla")
    page.row(page.parts.calls, "Dunya").setFocus(Qt.FocusReason.TabFocusReason)
    page.pass_minutes(20)
    assert "Dunya" in page.focus.accessibleName()
    page.press(Qt.Key.Key_Return)
    assert page.shown[-1].case_id == her["Dunya"]


def test_a_row_says_everything_in_one_breath(open_today):
    page = open_today("Leyla")
    call, visit = page.parts.calls.shown()[0], page.parts.going.shown()[0]
    assert "Meryem" in call.accessibleName() and "Bellen mag nu" in call.accessibleName()
    assert call.accessibleDescription() == "Ik ga bellen"
    for words in ("12.30", "Roos", "Jolanda", "Leyla", "klaar"):
        assert words in visit.accessibleName()
    visit.setFocus(Qt.FocusReason.TabFocusReason)
    page.press(Qt.Key.Key_Space)
    assert isinstance(page.shown[-1], ShowVisit)


def test_the_help_page_knows_the_keys(open_today):
    page = open_today("Leyla")
    told = page.view.keys()
    assert [key.keys for key in told] == [("↑", "↓"), ("Enter",), ("F6",)]


@pytest.mark.parametrize("who", ["Leyla", "Hanan", "Salma"])
@pytest.mark.parametrize("look", LOOKS, ids=lambda look: f"{look[0]}-{look[1]}")
def test_nothing_is_cut_off_and_tab_comes_everywhere(open_today, who, look):
    size = LARGE if look[1] == 100 else (1400, 900)
    page = open_today(who, language=look[0], scale=look[1], size=size)
    assert faults_of(page.window) == []
    assert cut_off(page) == []


@pytest.mark.parametrize("language", ["nl", "ar"])
def test_nothing_is_cut_off_on_a_small_screen(open_today, language):
    page = open_today("Leyla", language=language, size=SMALL)
    assert faults_of(page.window) == []
    assert cut_off(page) == []


def test_in_arabic_words_begin_at_the_right(open_today):
    page = open_today("Leyla", language="ar")
    head = page.parts.calls.shown()[0].head
    line = head._made()
    assert line.textOption().textDirection() == Qt.LayoutDirection.RightToLeft
    assert page.parts.calls.mapTo(page.view, page.parts.calls.pos()).x() > page.view.width() / 2
