import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog, QWidget

from hgkm_desktop.errors import UserError
from hgkm_desktop.ui.entrance.around import Around
from hgkm_desktop.ui.entrance.key_ring_look import KeyRing, KeyRingLook
from hgkm_desktop.vault import keyring
from hgkm_desktop.vault.keyring import State


@pytest.fixture
def window(shown):
    return shown(QWidget())


def dialog_of(window):
    (found,) = window.findChildren(QFileDialog)
    return found


def test_a_chosen_folder_comes_back_and_is_not_remembered(window, tmp_path, qtbot):
    chosen = []
    Around().choose_folder(window, chosen.append)
    dialog = dialog_of(window)
    assert dialog.testOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setDirectory(str(tmp_path))
    dialog.fileSelected.emit(str(tmp_path))
    dialog.reject()
    qtbot.waitUntil(lambda: not window.findChildren(QFileDialog))
    assert chosen == [tmp_path]
    kept = QSettings(QSettings.Scope.UserScope, "QtProject")
    assert not kept.value("FileDialog/lastVisited")
    assert not kept.value("FileDialog/history")


def test_saving_asks_for_a_place(window, qtbot):
    Around().press.to_file(window, b"%PDF-1.4", list)
    dialog = dialog_of(window)
    dialog.reject()
    qtbot.waitUntil(lambda: not window.findChildren(QFileDialog))


def test_printing_without_a_printer_says_so(window, monkeypatch):
    from PySide6.QtPrintSupport import QPrinterInfo

    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    with pytest.raises(UserError, match="geen printer"):
        Around().press.to_printer(window, b"%PDF-1.4", list)


def test_the_real_key_ring_is_asked(monkeypatch):
    monkeypatch.setattr(keyring, "state", lambda: State.LOCKED)
    monkeypatch.setattr(keyring, "unlock", lambda: State.READY)
    assert (KeyRing().state(), KeyRing().unlock()) == ("locked", "ready")


def test_a_key_ring_that_fails_is_no_key_ring(background, window, qtbot):
    def fail():
        raise RuntimeError

    look = KeyRingLook(background, KeyRing(fail, fail), window)
    with qtbot.waitSignal(look.known):
        look.look()
    assert look.state == "missing"
    assert not look.is_ready


def test_an_answer_that_is_overtaken_is_ignored(background, window, qtbot):
    from threading import Event

    slow = Event()

    def answer():
        slow.wait(5)
        return "locked"

    look = KeyRingLook(background, KeyRing(answer, lambda: "ready"), window)
    look.look()
    with qtbot.waitSignal(look.known) as told:
        look.unlock()
    slow.set()
    background.wait()
    assert told.args == ["ready"]
    assert look.state == "ready"
