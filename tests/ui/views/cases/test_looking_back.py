"""Each quarter one calm line asks to look back together, and nothing ever asks to stop (R-119)."""

from datetime import date, timedelta

import pytest
from cases_window import cases_window
from desk import MONDAY
from opened_case import note, on, open_case
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from hgkm_desktop.rules.holding import Reason
from hgkm_desktop.rules.lists import NoteKind
from hgkm_desktop.services import cases, holders

DUE = "Kijk samen terug."


@pytest.fixture
def leyla(sign_in):
    return sign_in("Leyla")


@pytest.fixture
def roos(leyla):
    return open_case(leyla, now=on(1, month=6))


@pytest.fixture
def shown(leyla, roos, qtbot, qapp):
    with cases_window(leyla, qtbot, qapp) as made:
        made.view.way.open_case.emit(roos)
        yield made


def words(shown):
    QTest.qWait(1)
    return shown.words()


def button(shown):
    QTest.qWait(1)
    side = shown.view.pages.case.tabs.part("timeline").side
    found = [each for each in side.findChildren(QAbstractButton) if each.isVisible()]
    return next((each for each in found if each.text() == "Samen terugkijken"), None)


def test_after_a_quarter_it_is_asked_without_a_count(shown):
    assert f"{DUE} Jullie begonnen in juni." in words(shown)
    assert "Laat" not in words(shown)


def test_the_last_time_is_told_by_its_month_and_another_year_by_its_year(leyla, shown, roos):
    note(leyla, roos, on(20, month=8), "zevenblad", kind=NoteKind.REVIEW)
    shown.view.refresh()
    assert DUE in words(shown)
    assert "De laatste keer was in augustus." in words(shown)
    shown.ctx.now = lambda: MONDAY + timedelta(days=60)
    shown.view.refresh()
    assert "De laatste keer was in augustus 2026." in words(shown)


def test_before_a_quarter_has_passed_nothing_is_asked(leyla, shown, roos):
    note(leyla, roos, on(1), "zevenblad", kind=NoteKind.REVIEW)
    shown.view.refresh()
    assert DUE not in words(shown)


def test_whoever_stopped_is_not_asked(leyla, shown, roos):
    leyla.call(holders.close, roos, Reason.MANAGES_HERSELF, None, agreed_none=True, now=MONDAY)
    shown.view.refresh()
    assert DUE not in words(shown)


def test_the_button_opens_a_note_of_that_kind_and_sealing_it_ends_the_question(leyla, shown, roos):
    shown.push(button(shown))
    page = shown.view.pages.note
    assert shown.view.pages.here is page
    assert page.form.side.note_kind() is NoteKind.REVIEW
    assert "Wat is er anders dan de vorige keer?" in page.form.seen.text.placeholderText()
    QTest.keyClicks(shown.focus, "zevenblad")
    page.seal()
    found = leyla.call(cases.page, roos).standing
    assert found.notes[-1].body.kind is NoteKind.REVIEW
    assert found.reviewed_on() == date(2026, 11, 23)
    assert button(shown) is None


def test_a_note_that_is_half_typed_stays_what_it_was(shown, roos):
    shown.view.way.write_note.emit(roos, None)
    QTest.keyClicks(shown.focus, "zevenblad")
    shown.view.way.back.emit()
    shown.push(button(shown))
    form = shown.view.pages.note.form
    assert form.seen.value() == "zevenblad"
    assert form.side.note_kind() is NoteKind.TALK


def test_the_next_note_is_a_talk_again(shown, roos):
    shown.push(button(shown))
    shown.view.way.back.emit()
    shown.view.way.write_note.emit(roos, None)
    assert shown.view.pages.note.form.side.note_kind() is NoteKind.TALK


def test_behind_the_veil_it_says_no_more_than_a_month(shown):
    shown.ctx.veil(True)
    assert f"{DUE} Jullie begonnen in juni." in words(shown)
