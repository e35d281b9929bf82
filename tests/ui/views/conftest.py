"""The desk's page in a window of its own, driven by keyboard and mouse."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest
from a_window import Hands, bring_to_front, framed, put_away, signed_in, speak
from desk import MONDAY
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from hgkm_desktop.db import Database
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.notify import Voice
from hgkm_desktop.ui.views.walk_ins import WalkInsView

SMALL = 1112, 602
LARGE = 1186, 774


@dataclass
class Clock:
    """The time it is for the page, moved by hand."""

    at: datetime = MONDAY

    def __call__(self) -> datetime:
        return self.at

    def later(self, **by) -> None:
        self.at += timedelta(**by)


@dataclass
class DeskPage(Hands):
    """What a test holds on to: the window, the view, and everything that was said."""

    window: QWidget
    view: WalkInsView
    ctx: Context
    voice: Voice
    clock: Clock
    qtbot: object
    said: list = field(default_factory=list)

    @property
    def strip(self):
        return self.view.page.strip

    @property
    def fields(self):
        return self.strip.fields

    @property
    def list(self):
        return self.view.page.list

    @property
    def detail(self):
        return self.view.page.detail

    @property
    def rows(self):
        return self.list.rows.rows

    def click(self, button):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def open_row(self, place):
        """Choose a row and wait until the panel shows it."""
        self.list.table.select(place)
        wanted = self.rows[place].id
        self.wait(lambda: self.detail.walk_in is not None and self.detail.walk_in.id == wanted)

    def wait(self, until):
        self.qtbot.waitUntil(until, timeout=5_000)

    def undo(self):
        """Take back what was said last."""
        self.said[-1].undo()

    def texts_in(self, widget):
        """Return everything a widget says, to look for what should or should not be there."""
        from PySide6.QtWidgets import (
            QAbstractButton,
            QComboBox,
            QLabel,
            QLineEdit,
            QPlainTextEdit,
        )

        kinds = (QLabel, QAbstractButton, QLineEdit)
        found = [each.text() for kind in kinds for each in widget.findChildren(kind)]
        found += [each.toPlainText() for each in widget.findChildren(QPlainTextEdit)]
        found += [each.currentText() for each in widget.findChildren(QComboBox)]
        return "\n".join(found)


def close(page):
    page.ctx.background.wait()
    page.view.half_typed._keeper._timer.stop()
    put_away(page.window, page.ctx)


@pytest.fixture
def open_page(sign_in, qtbot, qapp):
    """Open the desk's page for somebody by name, in a window of some size."""
    opened = []

    def open_for(who, size=SMALL, language="nl", at=MONDAY):
        db = who if isinstance(who, Database) else sign_in(who)
        speak(qapp, language)
        clock = Clock(at)
        ctx = signed_in(db, language, clock)
        view = WalkInsView(ctx)
        window = framed(view)
        page = DeskPage(window, view, ctx, Voice(window, ctx), clock, qtbot)
        ctx.noticed.connect(page.said.append)
        opened.append(page)
        bring_to_front(window, size, qtbot)
        view.start_new()
        return page

    yield open_for
    for page in opened:
        close(page)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.fixture
def page(open_page):
    """The page as Hanan, a volunteer, has it open on a small screen."""
    return open_page("Hanan")
