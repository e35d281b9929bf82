"""Asking for a folder: one way for all pages, and no trace of it afterwards."""

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog, QWidget

from hgkm_desktop.ui.folders import KEPT_BY_QT, ask_for_folder


@pytest.fixture(autouse=True)
def settings(tmp_path):
    place = str(tmp_path / "settings")
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, place)
    return lambda: QSettings(QSettings.Scope.UserScope, "QtProject")


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def ask(window, qtbot, folder, *, choose=True):
    """Ask, answer or close, and return what was chosen."""
    chosen = []
    ask_for_folder(window, "Waar is de kopie?", chosen.append)
    (dialog,) = window.findChildren(QFileDialog)
    assert dialog.windowTitle() == "Waar is de kopie?"
    dialog.setDirectory(str(folder))
    if choose:
        dialog.fileSelected.emit(str(folder))
    dialog.reject()
    qtbot.waitUntil(lambda: not window.findChildren(QFileDialog))
    return chosen


def test_what_was_chosen_comes_back_and_is_not_remembered(window, qtbot, tmp_path, settings):
    assert ask(window, qtbot, tmp_path) == [tmp_path]
    assert [key for key in settings().allKeys() if key.startswith(KEPT_BY_QT)] == []


def test_a_closed_dialog_chooses_nothing(window, qtbot, tmp_path):
    assert ask(window, qtbot, tmp_path, choose=False) == []


def test_what_other_programs_left_there_stays(window, qtbot, tmp_path, settings):
    kept = settings()
    kept.setValue(f"{KEPT_BY_QT}/lastVisited", "file:///somewhere/else")
    kept.sync()
    ask(window, qtbot, tmp_path)
    assert settings().value(f"{KEPT_BY_QT}/lastVisited") == "file:///somewhere/else"
