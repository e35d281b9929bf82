"""The view of the information sheets in a window of its own, with a printer that we hold."""

import sys
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from desk import MONDAY
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from hgkm_desktop import texts
from hgkm_desktop.errors import UserError
from hgkm_desktop.services import members, prints
from hgkm_desktop.settings import Settings
from hgkm_desktop.ui import style
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.notify import Voice
from hgkm_desktop.ui.views.handouts import HandoutsView
from hgkm_desktop.ui.widgets.dialog import Overlay
from hgkm_desktop.ui.widgets.focus_ring import FocusRing

sys.path.insert(0, str(Path(__file__).parents[2]))
"""Where `inspection` lies, also when only this folder is run."""

NO_MODIFIER = Qt.KeyboardModifier.NoModifier
SIZE = 1124, 602


@dataclass
class FakePrinter:
    """Takes what is sent; `answer` is what happens then."""

    answer: str = "done"
    papers: list = field(default_factory=list)

    def send(self, _parent, papers, *, on_done):
        if self.answer == "gone":
            raise UserError("Er is geen printer.", "Sluit een printer aan.")
        self.papers.append(papers)
        if self.answer == "done":
            on_done([count for _, count in papers])


@dataclass
class SheetsPage:
    """What a test holds on to."""

    window: QWidget
    view: HandoutsView
    ctx: Context
    voice: Voice
    printer: FakePrinter
    clock: list
    qtbot: object
    said: list = field(default_factory=list)

    @property
    def first(self):
        return self.view.pages.first

    @property
    def panel(self):
        return self.first.panel

    @property
    def gallery(self):
        return self.first.gallery

    @property
    def focus(self):
        return QApplication.focusWidget()

    @property
    def overlay(self):
        """The dialog on top, None when none is open."""
        found = [each for each in self.window.findChildren(Overlay) if each.isVisible()]
        return found[-1] if found else None

    @property
    def history(self):
        lines = self.ctx.call(prints.history)
        return sorted((line.sheet, line.language, line.copies, line.day) for line in lines)

    def tile(self, sheet_id):
        return next(tile for tile in self.gallery.tiles if tile.sheet_id == sheet_id)

    def press(self, *keys, modifiers=NO_MODIFIER):
        for key in keys:
            QTest.keyClick(self.focus, key, modifiers)

    def type(self, text):
        QTest.keyClicks(self.focus, text)

    def push(self, button):
        """Press a button by keyboard."""
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Space)
        self.settle()

    def choose(self, group, value):
        """Press the part of a choice that stands for a value."""
        part = next(each for each in group.segments if each.option.value == value)
        part.click()

    def later(self, **by):
        self.clock[0] += timedelta(**by)

    def wait(self, until):
        self.qtbot.waitUntil(lambda: bool(until()), timeout=20_000)

    def settle(self):
        self.wait(lambda: not self.ctx.background._jobs)

    def paper(self):
        """Return the words on the paper that is shown."""
        self.wait(lambda: not self.panel.preview.is_busy())
        return self.panel.preview.paper.accessibleDescription().replace("\xa0", " ")


@pytest.fixture
def open_page(sign_in, qtbot, qapp):
    """Open the view for somebody by name."""
    opened = []

    def open_for(who, language="nl", size=SIZE, at: datetime = MONDAY, scale=100):
        db = sign_in(who)
        texts.use(language)
        rtl = language in texts.RIGHT_TO_LEFT
        direction = Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        qapp.setLayoutDirection(direction)
        style.apply(qapp, scale=scale)
        clock = [at]
        member = db.call(members.names)[db.actor.member_id]
        ctx = Context(db, member, Settings(language=language), lambda: clock[0])
        window = QWidget()
        layout = QVBoxLayout(window)
        layout.setContentsMargins(0, 0, 0, 0)
        view = HandoutsView(ctx)
        FocusRing(window)
        printer = FakePrinter()
        view.outgoing._send = printer.send
        layout.addWidget(view)
        page = SheetsPage(window, view, ctx, Voice(window, ctx), printer, clock, qtbot)
        ctx.noticed.connect(page.said.append)
        opened.append(page)
        window.resize(*size)
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        page.settle()
        return page

    yield open_for
    for page in opened:
        page.ctx.background.wait()
        page.window.close()
        page.window.deleteLater()
        QTest.qWait(0)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    style.apply(qapp)


@pytest.fixture
def page(open_page):
    """The view as Hanan, a volunteer, has it open on a small screen."""
    return open_page("Hanan")


@pytest.fixture
def editor(open_page):
    """The view as Joke, who is staff, has it open."""
    return open_page("Joke")
