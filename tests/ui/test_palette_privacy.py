"""The search over everything keeps to itself: the veil, who may not know, and no trace."""

import logging

import pytest
from desk import MONDAY
from inspection import faults_of
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from seeking import seek_page
from shiboken6 import isValid
from standing_beside import open_linde

from hgkm_desktop import settings
from hgkm_desktop.models import AuditLine, RealQuestion
from hgkm_desktop.places import settings_file
from hgkm_desktop.rules.bodies import Note
from hgkm_desktop.services import case_notes, cases
from hgkm_desktop.settings import Settings
from hgkm_desktop.ui.widgets.dialog import Overlay

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


@pytest.mark.parametrize("name", ["Hanan", "Joke", "Salma", "Bea"])
def test_whoever_does_not_stand_beside_her_gets_the_answer_of_nobody(
    open_for, linde, sign_in, name
):
    code = sign_in("Leyla").call(cases.name_of, linde).code
    it = open_for(name)
    answers = []
    for typed in ("zevenblad", "Linde", code, "BL-000000"):
        it.ask(typed)
        it.wait(lambda: "Niets gevonden" in it.everything())
        answers.append((it.said(), it.headings()))
        it.press(Qt.Key.Key_Escape)
    assert answers == [answers[0]] * 4


def test_behind_the_veil_stand_codes(open_for, linde, sign_in, make):
    make.walk_in(RealQuestion("zevenblad"), desk_question="zevenblad")
    code = sign_in("Leyla").call(cases.name_of, linde).code
    it = open_for("Leyla")
    it.ctx.veil(True)
    it.ask("zevenblad")
    it.wait(lambda: "Inloop" in it.headings())
    assert it.said()[0] == code
    assert "zevenblad" not in it.everything(but=it.palette.field)
    assert "Linde" not in it.everything()


def test_from_right_to_left_everything_stands_at_the_other_side(open_for, linde):
    it = open_for("Leyla", language="ar")
    it.ask("zevenblad")
    assert it.palette.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert it.palette.field.alignment() & Qt.AlignmentFlag.AlignRight
    line = it.rows[0].line
    text = line.below.text
    assert [text[a:b] for a, b in line.below.spans] == ["zevenblad"]
    assert "\u2068" in text
    assert it.marks_in(it.rows[0]) > it.rows[0].width() * 0.6
    assert faults_of(it.palette) == []


def test_it_is_a_dialog_that_locking_takes_away(open_for, linde):
    it = open_for("Leyla")
    it.ask("zevenblad")
    (overlay,) = it.page.window().findChildren(Overlay)
    overlay.close_overlay()
    assert it.palette is None
    assert not it.page.seeker._visits


def test_the_question_leaves_no_trace(open_for, desk, tmp_path, caplog, qtbot):
    caplog.set_level(logging.DEBUG)
    word = "kwikstaart"
    it = open_for("Leyla")
    settings.save(settings_file(str(tmp_path)), Settings())
    before = {path: path.read_bytes() for path in tmp_path.rglob("*settings*") if path.is_file()}
    lines = it.ctx.call(_lines)
    it.ask(word)
    it.wait(lambda: not it.ctx.background._jobs and not it.page.seeker._pause.isActive())
    palette, field = it.palette, it.palette.field
    it.press(Qt.Key.Key_Escape)
    assert (field.text(), field.isUndoAvailable(), field.isRedoAvailable()) == ("", False, False)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not isValid(palette)
    assert word not in it.said_anywhere()
    assert it.ctx.call(_lines) == lines
    assert word not in caplog.text
    assert {path: path.read_bytes() for path in before} == before
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert not any(word.encode() in path.read_bytes() for path in files)
    assert not any(word in str(vars(each)) for each in (it.page.seeker, it.page.seeker.finder))


def _lines(session):
    return session.query(AuditLine).count()


def test_a_new_question_begins_empty(open_for):
    it = open_for("Hanan")
    it.ask("zevenblad")
    it.press(Qt.Key.Key_Escape)
    it.press(Qt.Key.Key_K, CONTROL)
    assert it.palette.field.text() == ""
    it.press(Qt.Key.Key_Z, CONTROL)
    assert it.palette.field.text() == ""
    it.page.seeker.open("iets anders")
    assert it.palette.field.text() == ""


def test_an_answer_that_comes_too_late_is_dropped(open_for, make):
    make.walk_in(desk_question="zevenblad")
    it = open_for("Hanan")
    seeker = it.page.seeker
    it.ask("zeven")
    seeker._on_pause()
    QTest.keyClicks(it.palette.field, "t")
    seeker._on_pause()
    assert seeker._pause.isActive()
    it.wait(lambda: not it.ctx.background._jobs and not seeker._pause.isActive())
    assert "Inloop" not in it.headings()
    it.press(Qt.Key.Key_Escape)
    seeker._on_pause()
    seeker._show()
    seeker._on_visits("zeven", [])
    assert it.palette is None
    with pytest.raises(LookupError):
        seeker._on_refused(LookupError())
