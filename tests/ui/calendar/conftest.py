from datetime import datetime, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from hgkm_desktop.ui import style
from hgkm_desktop.ui.calendar.block import Block

AMSTERDAM, UTC = ZoneInfo("Europe/Amsterdam"), ZoneInfo("UTC")
NAMES = ("", "Hatice", "Naima", "Asha", "Yvonne", "Selam", "Marleen")


@pytest.fixture(autouse=True)
def look(qapp):
    """Every test starts in the light theme at 100 %, left to right."""
    style.apply(qapp)
    yield
    _let_go()
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    style.apply(qapp)


@pytest.fixture
def right_to_left(qapp):
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)


@pytest.fixture
def shown(qtbot):
    """Show a widget in a window of its own, active, at a size."""
    kept = []

    def show(widget, width=770, height=670):
        kept.append(widget)
        qtbot.addWidget(widget)
        widget.resize(width, height)
        widget.show()
        qtbot.waitExposed(widget)
        widget.activateWindow()
        qtbot.waitUntil(widget.isActiveWindow)
        return widget

    return show


def _let_go():
    """After QTest's double click Qt goes on believing a button is held, in every later window."""
    if QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton:
        return
    window = QWidget()
    window.show()
    for button in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
        QTest.mouseRelease(window, button)
    window.close()
    window.deleteLater()


@pytest.fixture
def moment():
    """Return a moment (UTC) by the clock on the wall in November 2026, or any month."""

    def at(day, hour, minute=0, month=11, year=2026, fold=0):
        local = datetime(year, month, day, hour, minute, tzinfo=AMSTERDAM, fold=fold)
        return local.astimezone(UTC)

    return at


@pytest.fixture
def block():
    """Make a block from a moment on, for some minutes."""

    def make(starts, minutes=60, title="Amal", color=2, **more):
        more = {"second": "Veilig Thuis", "person": NAMES[color], "is_movable": True} | more
        ends = starts + timedelta(minutes=minutes)
        return Block(key=uuid4(), title=title, color=color, starts=starts, ends=ends, **more)

    return make
