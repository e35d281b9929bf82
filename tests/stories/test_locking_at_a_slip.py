"""Locking while a fresh passphrase is on the screen, on its way to paper, or still being made."""

import time

import pytest
from in_sight import still_seen
from program import CONTROL, Running, running
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinterInfo
from PySide6.QtWidgets import QApplication, QLabel

from hgkm_desktop.db import Database
from hgkm_desktop.services import drafts, members
from hgkm_desktop.ui import lock

LIMIT = 0.3
HALF = "Ze vroeg, half af: زيارة é"
NAME = "Fatima Z"


@pytest.fixture
def printers(monkeypatch):
    """A computer with a printer, so that the system's own dialog opens."""
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["Kantoor"])


def new_person(it: Running) -> None:
    """Fill the form of somebody new, and save it."""
    it.press(Qt.Key.Key_9, modifiers=CONTROL)
    it.press(Qt.Key.Key_N, modifiers=CONTROL)
    it.type(NAME)
    it.overlay.accept_button.click()


def slip(it: Running):
    """Add somebody, and return the page with her words."""
    new_person(it)
    it.wait(lambda: it.view.slip.isVisible() and it.view.slip.words())
    return it.view.slip


def lock_within_the_limit(it: Running, monkeypatch) -> None:
    """Press F12; the clock covers everything within 0.3 s of the key."""
    covered = []
    cover = it.window.cover

    def watched(page):
        cover(page)
        covered.append(time.perf_counter())

    monkeypatch.setattr(it.window, "cover", watched)
    pressed = time.perf_counter()
    it.press(Qt.Key.Key_F12)
    assert covered and covered[0] - pressed < LIMIT
    assert still_seen(it) == []


def readable(it: Running) -> str:
    """Return every word that stands on anything visible, in any window."""
    labels = [each for each in QApplication.allWidgets() if isinstance(each, QLabel)]
    return "\n".join(each.text() for each in labels if each.isVisible())


def test_the_words_are_gone_at_once(it, me, monkeypatch):
    page = slip(it)
    first = page.words().split()[0]
    assert first in readable(it)
    lock_within_the_limit(it, monkeypatch)
    assert first not in readable(it)
    assert it.left == [me]


def test_the_print_dialog_goes_with_the_page(it, me, monkeypatch, printers):
    page = slip(it)
    it.push(page.print_button)
    it.wait(lambda: it.window.findChildren(QPrintDialog))
    (dialog,) = it.window.findChildren(QPrintDialog)
    it.wait(dialog.isVisible)
    lock_within_the_limit(it, monkeypatch)
    assert not dialog.isVisible()
    assert it.left == [me]


def test_a_slip_that_is_ready_after_the_lock_asks_for_no_printer(
    it, me, monkeypatch, printers, qtbot
):
    page = slip(it)
    it.push(page.print_button)
    lock_within_the_limit(it, monkeypatch)
    qtbot.wait(300)
    assert still_seen(it) == []
    assert [each for each in QApplication.topLevelWidgets() if isinstance(each, QPrintDialog)] == []
    assert it.left == [me]


def test_words_that_are_ready_after_the_lock_are_not_shown(it, monkeypatch, qtbot, desk):
    new_person(it)
    page = it.view.slip
    lock_within_the_limit(it, monkeypatch)
    qtbot.wait(300)
    assert still_seen(it) == []
    assert page.words() == ""
    db = Database(desk.open("Bea"), desk.now)
    assert NAME in [member.name for member in db.call(members.everyone)]
    db.close()


def test_the_visit_is_kept_and_the_words_are_not(desk, qtbot):
    with running(desk, qtbot) as it:
        it.sign_in("Salma")
        it.fill(it.view.page.strip.fields.desk_question, HALF)
        typed = it.view.page.strip.values()
        words = slip(it).words()
        it.press(Qt.Key.Key_F12)
        (locked,) = it.left
        assert locked.endswith(lock.DRAFT)
        assert not any(word in locked for word in words.split())
    db = Database(desk.open("Salma"), desk.now)
    assert db.call(drafts.look, "admin") is None
    kept = db.call(drafts.look, "walk_ins")
    assert kept is not None
    assert not any(word in str(kept) for word in words.split())
    db.close()
    with running(desk, qtbot, locked=locked) as again:
        again.unlock("Salma")
        assert again.view.identifier == "admin"
        assert not again.view.slip.isVisible()
        assert again.view.slip.words() == ""
        again.press(Qt.Key.Key_2, modifiers=CONTROL)
        assert again.view.page.strip.values() == typed
