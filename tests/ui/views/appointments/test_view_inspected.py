"""Every part of the page and its dialogs has a name, is not cut off, and is reached by Tab."""

import sys
from pathlib import Path

import pytest
from desk import MONDAY
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from standing_beside import member
from week_desk import LARGE, SMALL, TUESDAY, WEDNESDAY, at, linde, plan, programme, week_desk

from hgkm_desktop.services import absences
from hgkm_desktop.ui.views.appointments.programme_form import ProgrammeForm
from hgkm_desktop.ui.views.appointments.programme_list import ProgrammeList

sys.path.insert(0, str(Path(__file__).parents[2]))
"""Where `inspection` lies, also when only this folder is run."""


def faults(it, root=None):
    """Return everything without a name, cut off, or out of reach of Tab."""
    from inspection import faults_of, outer, said, stops

    QTest.qWait(50)
    root = root or it.view
    wanted, seen = stops(root), set()
    found = [fault for fault in faults_of(root) if fault.startswith(("no name", "cut off"))]
    wanted[0].setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(3 * len(wanted) + 20):  # a date keeps Tab for its day, month and year
        seen.add(outer(it.focus))
        it.press(Qt.Key.Key_Tab)
    return found + [f"Tab never comes to {said(each)}" for each in wanted if each not in seen]


@pytest.mark.parametrize("size", [LARGE, SMALL])
@pytest.mark.parametrize("language", ["nl", "ar"])
def test_week_and_month_without_a_panel(desk, sign_in, qtbot, qapp, size, language):
    db = sign_in("Leyla")
    programme(sign_in("Joke"))
    plan(db, at(TUESDAY, 10), linde(desk, db))
    with week_desk(db, qtbot, qapp, size=size, language=language) as it:
        assert faults(it) == []
        it.spans.show_span("month")
        assert faults(it) == []


@pytest.mark.parametrize("size", [LARGE, SMALL])
def test_the_bar_beside_an_open_panel(desk, sign_in, qtbot, qapp, size):
    db = sign_in("Leyla")
    visit = plan(db, at(TUESDAY, 10), linde(desk, db))
    with week_desk(db, qtbot, qapp, size=size) as it:
        it.page.show_visit(visit.id)
        assert faults(it, it.bar) == []
        assert faults(it, it.week) == []


@pytest.mark.parametrize("language", ["nl", "ar"])
def test_the_dialogs_of_a_confidant(desk, sign_in, qtbot, qapp, language):
    db = sign_in("Leyla")
    imane, leyla = member(desk, "Imane"), member(desk, "Leyla")
    visit = plan(db, at(TUESDAY, 10), linde(desk, db), first=imane, reserve=leyla)
    plan(db, at(WEDNESDAY, 10), alias="Els")
    db.call(absences.note, imane, TUESDAY, TUESDAY, now=MONDAY)
    with week_desk(db, qtbot, qapp, size=SMALL, language=language) as it:
        deeds = it.view.deeds
        for begin in (
            deeds.open_menu,
            deeds._open_absence,
            deeds._ask_for_me,
            deeds.export.begin,
            lambda: deeds._on_moved(visit.id, at(WEDNESDAY, 10)),
        ):
            begin()
            assert faults(it, it.overlay) == []
            it.overlay.reject()


@pytest.mark.parametrize("language", ["nl", "ar"])
def test_the_dialogs_of_staff(sign_in, qtbot, qapp, language):
    db = sign_in("Joke")
    programme(db)
    with week_desk(db, qtbot, qapp, size=SMALL, language=language) as it:
        for made in (ProgrammeList(it.ctx), ProgrammeForm(it.ctx)):
            made.open(it.window)
            assert faults(it, made) == []
            made.reject()
