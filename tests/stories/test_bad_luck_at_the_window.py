"""Bad luck while the window is open: a calm sentence, nothing lost, and a way out."""

import logging
import sys

import pytest
from program import Running, running
from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer
from PySide6.QtWidgets import QLabel, QPushButton
from sqlalchemy import text

from hgkm_desktop.db import Database
from hgkm_desktop.ui import errors
from hgkm_desktop.ui.entrance.cannot_open import CannotOpenPage
from hgkm_desktop.ui.entrance.first_start import FirstStart
from hgkm_desktop.ui.entrance.sign_in import SignInPage
from hgkm_desktop.ui.single import Single
from hgkm_desktop.vault import slots
from hgkm_desktop.vault.store import FILE as STORE

MARKER = "zevenbladhaar"


@pytest.fixture
def it(desk, qtbot):
    with running(desk, qtbot) as made:
        yield made


def words(page) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def try_to_enter(it: Running, desk) -> CannotOpenPage:
    """Sign in by keyboard and return the page that stands there instead of the log."""
    it.choose("Salma")
    it.type(desk.keys["Salma"].passphrase)
    it.press(Qt.Key.Key_Return)
    it.wait(lambda: isinstance(it.page, CannotOpenPage))
    return it.page


def test_a_second_start_brings_the_first_window_forward_and_goes(it, desk, qtbot):
    assert it.program.single.acquire()
    it.window.showMinimized()
    second = Single(desk.folder.parent)
    with qtbot.waitSignal(it.program.single.raised):
        assert not second.acquire()
    it.wait(lambda: not it.window.isMinimized())
    it.program.single.release()
    assert second.acquire()
    second.release()


def save_a_visit(it: Running) -> None:
    it.type("3")
    it.fill(it.view.page.strip.fields.desk_question, MARKER)
    it.push(it.view.page.strip.places.save)


def break_writing(it: Running, how: str):
    """Let every write of the open file fail as the system does; return what mends it again."""
    pool = it.ctx.db.engine.raw_connection()
    cursor = pool.cursor()
    if how == "full":
        (pages,) = cursor.execute("PRAGMA page_count").fetchone()
        cursor.execute(f"PRAGMA max_page_count = {pages}")
    else:
        cursor.execute("PRAGMA query_only = 1")
    pool.close()


@pytest.mark.parametrize("how", ["full", "read-only"])
def test_what_cannot_be_saved_stays_in_the_form(how, it, monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    it.sign_in("Salma")
    said = []
    it.ctx.noticed.connect(said.append)
    errors.install(it.ctx.warn)
    break_writing(it, how)
    save_a_visit(it)
    if how == "full":
        for _ in range(400):
            if said and said[-1].is_problem:
                break
            save_a_visit(it)
    assert said[-1].is_problem
    assert it.overlay is not None
    assert said[-1].text in words(it.overlay)
    assert it.view.page.strip.fields.desk_question.text().endswith(MARKER)
    it.press(Qt.Key.Key_Return)
    assert it.overlay is None


def test_damaged_slots_leave_a_way_out(desk, qtbot):
    for name in (slots.FILE, slots.KEPT):
        (desk.folder / name).write_bytes(b"\0" * 100)
    with running(desk, qtbot) as it:
        it.wait(lambda: isinstance(it.page, CannotOpenPage))
        assert f"foutcode {it.page.code}" in words(it.page)
        it.push(it.page.page.retry_button)
        it.wait(lambda: isinstance(it.page, SignInPage))
        it.wait(lambda: isinstance(it.page, CannotOpenPage))


def test_a_damaged_page_leads_to_putting_a_copy_back(desk, qtbot):
    file = desk.folder / STORE
    raw = bytearray(file.read_bytes())
    for at in range(100, len(raw), 4096):
        raw[at] ^= 0xFF
    file.write_bytes(raw)
    with running(desk, qtbot) as it:
        page = try_to_enter(it, desk)
        assert page.code.startswith("DB-")
        assert f"foutcode {page.code}" in words(page)
        assert [each.text() for each in page.findChildren(QPushButton) if each.isVisible()]
        it.push(page.page.other_button)
        assert isinstance(it.page, FirstStart)


def test_a_log_from_a_newer_program_is_refused_and_stays_whole(desk, qtbot):
    db = Database(desk.open("Salma"), desk.now)
    db.call(lambda session: session.execute(text("UPDATE alembic_version SET version_num='9999'")))
    db.close()
    before = (desk.folder / STORE).read_bytes()
    with running(desk, qtbot) as it:
        page = try_to_enter(it, desk)
        assert page.code == "DB-08"
        assert "nieuwere versie" in words(page)
        it.push(page.page.retry_button)
        assert isinstance(it.page, SignInPage)
        it.wait(lambda: it.program.doorway.names_are_known)
    assert (desk.folder / STORE).read_bytes() == before


def test_a_log_that_is_gone_while_the_window_is_open_is_said(desk, qtbot):
    with running(desk, qtbot) as it:
        it.wait(lambda: it.program.doorway.names_are_known)
        (desk.folder / STORE).unlink()
        assert try_to_enter(it, desk).code == "DB-01"


class Clumsy(QObject):
    """Something of the window that has a fault."""

    def fall(self) -> None:
        secret = MARKER
        raise LookupError(f"{secret} was not there")


def test_a_fault_of_ours_is_a_calm_notice_and_a_log_without_content(
    it, qtbot, monkeypatch, caplog, capsys
):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    it.sign_in("Salma")
    said = []
    it.ctx.noticed.connect(said.append)
    errors.install(it.ctx.warn)
    clumsy = Clumsy()
    QTimer.singleShot(0, clumsy.fall)
    with caplog.at_level(logging.DEBUG):
        it.wait(lambda: said)
    (notice,) = said
    assert (notice.text, notice.hint) == (
        "Er ging iets mis.",
        "Wat je typte is bewaard. Probeer het opnieuw.",
    )
    assert "LookupError" in caplog.text and "fall line" in caplog.text
    assert MARKER not in caplog.text + "".join(capsys.readouterr())
    caplog.clear()
    QCoreApplication.processEvents()


def test_without_content_names_places_and_kinds_only():
    try:
        Clumsy().fall()
    except LookupError as error:
        told = errors.without_content(type(error), error.__traceback__)
    assert told.splitlines()[-1] == "LookupError"
    assert "fall line" in told
    assert MARKER not in told
