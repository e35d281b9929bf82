"""The search over everything (Ctrl+K): by keyboard alone, in both directions, without a trace."""

from dataclasses import replace
from datetime import time

import pytest
from desk import MONDAY
from inspection import faults_of
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from seeking import seek_page
from standing_beside import AGREED, TODAY, agree, open_linde

from hgkm_desktop.rules.bodies import Note
from hgkm_desktop.rules.contact import Window
from hgkm_desktop.services import case_notes, walk_ins
from hgkm_desktop.services.finding import OpenCase, OpenPage, OpenSheet, OpenVisit
from hgkm_desktop.ui.palette import Palette

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def open_for(sign_in, qtbot, qapp):
    """Open the window's page for somebody, with everything gathered."""
    with seek_page(sign_in, qtbot, qapp) as opener:
        yield opener


@pytest.fixture
def linde(desk, sign_in):
    leyla = sign_in("Leyla")
    case_id = open_linde(desk, leyla)
    leyla.call(
        case_notes.write, case_id, Note(MONDAY, "De school belde over zevenblad"), now=MONDAY
    )
    return case_id


def test_it_opens_with_the_keyboard_in_its_field_and_esc_gives_it_back(open_for):
    it = open_for("Hanan")
    line = it.page.current.page.strip.fields.desk_question
    line.setFocus()
    it.press(Qt.Key.Key_K, CONTROL)
    assert it.palette.isVisible()
    assert it.palette.field.hasFocus()
    it.press(Qt.Key.Key_Escape)
    assert it.palette is None
    assert line.hasFocus()


def test_its_own_key_closes_it_again_and_cuts_nothing(open_for):
    it = open_for("Hanan")
    it.ask("zeven")
    it.press(Qt.Key.Key_Home)
    it.press(Qt.Key.Key_K, CONTROL)
    assert it.palette is None


def test_a_note_is_opened_by_keyboard_alone(open_for, linde):
    it = open_for("Leyla")
    it.ask("zevenb")
    assert it.said()[:2] == ["Linde", "Nieuw bezoek"]
    assert it.rows[0].line.below.text.startswith("Gesprek · ma 23 nov · De school")
    it.press(Qt.Key.Key_Return)
    assert it.palette is None
    assert it.shown == [OpenCase(linde, it.shown[0].entry_id)]
    assert it.shown[0].entry_id is not None
    assert it.page.current.identifier == "cases"
    assert it.page.header.heading.text() == "Linde"


def test_arrows_go_round_and_pages_stop_at_the_ends(open_for, linde):
    it = open_for("Leyla")
    it.ask("linde")
    last = len(it.rows) - 1
    for key, place in (
        (Qt.Key.Key_Up, last),
        (Qt.Key.Key_Down, 0),
        (Qt.Key.Key_Down, 1),
        (Qt.Key.Key_PageDown, last),
        (Qt.Key.Key_PageUp, 0),
    ):
        it.press(key)
        assert it.palette.rows.current == place
        assert it.palette.field.hasFocus()
        assert it.palette.field.accessibleDescription() == it.rows[place].accessibleName()


def test_tab_stays_inside_and_everything_has_a_name(open_for, linde):
    it = open_for("Leyla")
    it.ask("linde")
    assert faults_of(it.palette) == []


def test_the_line_of_a_case_says_how_it_stands(open_for, linde, sign_in, desk):
    today = Window(frozenset({0}), time(0), time(23, 59))
    now = replace(AGREED, windows=(today,), checked_on=TODAY)
    agree(sign_in("Leyla"), linde, now)
    it = open_for("Leyla")
    it.ask("linde")
    line = it.rows[0].line
    assert line.below.text == "Eerst veilig · Wij houden vast · Leyla"
    assert line.may_call
    assert "bellen mag nu" in it.rows[0].accessibleName()
    assert AGREED.number not in it.everything()


def test_visits_come_a_moment_later_and_the_chosen_line_stays(open_for, make, linde):
    visit = make.walk_in(desk_question="De school is dicht")
    it = open_for("Leyla")
    it.ask("school")
    assert "Inloop" not in it.headings()
    it.press(Qt.Key.Key_Down)
    chosen = it.palette.rows.target()
    it.wait(lambda: "Inloop" in it.headings())
    assert it.palette.rows.target() == chosen
    targets = [row.line.target for row in it.rows]
    assert targets.index(OpenVisit(visit.id)) == 1
    it.palette.rows.go_to(1)
    it.press(Qt.Key.Key_Return)
    detail = it.page.current.page.detail
    it.wait(lambda: detail.walk_in is not None)
    assert (it.page.current.identifier, detail.walk_in.id) == ("walk_ins", visit.id)


def test_a_visit_that_was_just_deleted_is_told_calmly(open_for, make, sign_in):
    visit = make.walk_in(desk_question="zevenblad")
    it = open_for("Joke")
    said = []
    it.ctx.noticed.connect(said.append)
    it.ctx.call(walk_ins.delete, visit.id, "dubbel", now=MONDAY)
    it.ctx.show(OpenVisit(visit.id))
    assert [notice.is_problem for notice in said] == [True]


def test_a_sheet_and_a_page_open(open_for):
    it = open_for("Salma")
    it.ask("time-out")
    it.press(Qt.Key.Key_Return)
    assert it.shown == [OpenSheet("time_out")]
    assert it.page.current.identifier == "handouts"
    assert it.page.current.pages.first.panel.job().sheet == "time_out"
    it.ask("behee")
    assert it.palette.rows.target() == OpenPage("admin")
    it.press(Qt.Key.Key_Return)
    assert it.page.current.identifier == "admin"


def test_a_new_visit_begins_in_the_strip_and_shows_its_key_there(open_for):
    it = open_for("Hanan")
    it.ask("")
    assert it.rows[0].line.key == "Ctrl N"
    it.press(Qt.Key.Key_Return)
    strip = it.page.current.page.strip
    it.wait(lambda: strip.isAncestorOf(QApplication.focusWidget()))


@pytest.mark.parametrize("size", [(1366, 420), (1366, 696), (1440, 868)])
def test_the_card_stays_in_the_window_and_the_chosen_line_in_sight(open_for, linde, size):
    it = open_for("Leyla", size=size)
    it.ask("")
    for _ in range(len(it.rows)):
        it.press(Qt.Key.Key_Down)
        it.wait(lambda: it.is_in_sight(it.rows[it.palette.rows.current]))
    panel = it.palette.panel.geometry()
    assert panel.bottom() < it.palette.height()
    it.page.resize(size[0], size[1] - 60)
    it.wait(lambda: it.palette.panel.geometry().bottom() < it.palette.height())


def test_the_mouse_chooses_opens_and_closes(open_for, linde):
    it = open_for("Leyla")
    it.ask("linde")
    row = it.rows[1]
    moved = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(5, 5),
        QPointF(row.mapToGlobal(QPoint(5, 5))),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(row, moved)
    QApplication.sendEvent(row, moved)
    assert it.palette.rows.current == 1
    QTest.mouseClick(it.palette, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert it.palette is None
    it.ask("linde")
    QTest.mouseClick(it.palette.panel, Qt.MouseButton.LeftButton, pos=QPoint(30, 8))
    assert it.palette is not None
    QTest.mouseClick(it.rows[0], Qt.MouseButton.LeftButton)
    assert it.shown == [OpenCase(linde)]


def test_the_cap_in_it_closes_it(open_for):
    it = open_for("Hanan")
    it.ask("x")
    it.press(Qt.Key.Key_Tab)
    it.press(Qt.Key.Key_Space)
    assert it.palette is None


def test_what_is_typed_in_arabic_is_found(open_for, linde, sign_in):
    sign_in("Leyla").call(case_notes.write, linde, Note(MONDAY, "هي عند أختها"), now=MONDAY)
    it = open_for("Leyla")
    it.ask("")
    for char in "اختها":
        pressed = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, char)
        QApplication.sendEvent(it.palette.field, pressed)
    assert it.said()[0] == "Linde"


def test_while_notes_are_still_being_read_it_says_so(open_for):
    it = open_for("Leyla")
    it.page.seeker.finder.is_ready = False
    it.ask("zevenblad")
    assert "Je aantekeningen worden nog gelezen." in it.everything()
    it.page.seeker.finder.is_ready = True
    it.page.seeker.finder.changed.emit()
    assert "Je aantekeningen worden nog gelezen." not in it.everything()


def test_a_palette_alone_says_nothing_and_opens_nothing(qtbot):
    palette = Palette()
    qtbot.addWidget(palette)
    palette.show_lines((), "Niets gevonden.")
    with qtbot.assertNotEmitted(palette.chosen):
        QTest.keyClick(palette, Qt.Key.Key_Return)
        QTest.keyClick(palette, Qt.Key.Key_Down)
    assert [each.text() for each in palette.rows.findChildren(QLabel)] == ["Niets gevonden."]
    assert palette.findChildren(QLineEdit) == [palette.field]
