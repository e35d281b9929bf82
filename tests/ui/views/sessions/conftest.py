"""The view of the sessions in a window of its own, with a printer and files that we hold."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest
from meetings import NOW, Meetings, mock_up
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QVBoxLayout, QWidget

from hgkm_desktop import texts
from hgkm_desktop.db import Database
from hgkm_desktop.services import members, registrations
from hgkm_desktop.settings import Settings
from hgkm_desktop.ui import style
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.notify import Voice
from hgkm_desktop.ui.views.sessions import SessionsView
from hgkm_desktop.ui.widgets.badges import Badge
from hgkm_desktop.ui.widgets.dialog import Overlay
from hgkm_desktop.ui.widgets.focus_ring import FocusRing

SIZE = 1124, 640
NO_MODIFIER = Qt.KeyboardModifier.NoModifier
MARKS = str.maketrans("\u00a0", " ", "\u200b\u2066\u2068\u2069")
"""What keeps numbers together and words in order is not looked at."""


@dataclass
class SessionsPage:
    """What a test holds on to."""

    window: QWidget
    view: SessionsView
    ctx: Context
    voice: Voice
    clock: list
    qtbot: object
    said: list = field(default_factory=list)
    shown: list = field(default_factory=list)

    @property
    def pages(self):
        return self.view.pages

    @property
    def pane(self):
        return self.pages.first.pane

    @property
    def page(self):
        return self.pages.first.page

    @property
    def quick(self):
        return self.page.quick

    @property
    def table(self):
        return self.page.table

    @property
    def focus(self):
        return QApplication.focusWidget()

    @property
    def overlay(self):
        """The dialog on top, None when none is open."""
        found = [each for each in self.window.findChildren(Overlay) if each.isVisible()]
        return found[-1] if found else None

    @property
    def last(self):
        """What was said last."""
        return self.said[-1].text.translate(MARKS)

    @property
    def titles(self):
        """What the sessions in the list are called."""
        model = self.pane.model
        return [model.index(place, 0).data() for place in range(model.rowCount())]

    def lines(self):
        """Every line of the list of people: its number and name, or the heading."""
        model, found = self.page.model, []
        for row in range(model.rowCount()):
            cells = [model.index(row, column).data() for column in range(2)]
            is_heading = row in model.headings()
            found.append(cells[0] if is_heading else f"{cells[0]} {cells[1]}")
        return [each.translate(MARKS) for each in found]

    def choose(self, title):
        """Choose a session as somebody would with the arrows."""
        self.pane.table.setFocus()
        self.pane.table.select(self.titles.index(title))
        self.settle()

    def choose_row(self, name):
        """Choose somebody on the list."""
        self.table.setFocus()
        self.table.select(self.page.model.place(lambda row: row.name == name))
        self.settle()

    def stored(self, title=None):
        """Who is on the list of a session in the file."""
        session_id = self.page.session_id
        if title is not None:
            session_id = next(row.id for row in self.pane.model.rows if row.title == title)
        return self.ctx.call(registrations.of_session, session_id)

    def stored_of(self, name):
        return next(one for one in self.stored() if one.name == name)

    def words(self, root=None):
        """Return everything a part says, without the marks that keep numbers together."""
        root = root or self.page
        self.settle()
        found = [each for kind in (QLabel, QAbstractButton) for each in root.findChildren(kind)]
        said = [each.text() for each in found if each.isVisible()]
        said += [each.accessibleName() for each in root.findChildren(Badge) if each.isVisible()]
        return "\n".join(said).translate(MARKS)

    def press(self, *keys, modifiers=NO_MODIFIER):
        for key in keys:
            QTest.keyClick(self.focus, key, modifiers)

    def type(self, text):
        QTest.keyClicks(self.focus, text)

    def add(self, name):
        """Type a name and Enter."""
        self.quick.take_focus()
        self.quick.name.setText(name)
        self.press(Qt.Key.Key_Return)

    def push(self, button):
        """Press a button by keyboard."""
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Space)
        self.settle()

    def entries(self):
        return [each.text() for each in self.overlay.buttons]

    def entry(self, words):
        """Press an entry of the menu on top."""
        self.push(next(each for each in self.overlay.buttons if each.text() == words))

    def click(self, row, column):
        """Click a cell of the list of people."""
        index = self.page.model.index(row, column)
        point = self.table.visualRect(index).center()
        QTest.mouseClick(
            self.table.viewport(), Qt.MouseButton.LeftButton, NO_MODIFIER, QPoint(point)
        )
        self.settle()

    def undo(self):
        self.ctx.undo()
        self.settle()

    def later(self, **by):
        self.clock[0] += timedelta(**by)

    def settle(self):
        self.qtbot.waitUntil(lambda: not self.ctx.background._jobs, timeout=20_000)
        QTest.qWait(0)


def _made(db, language, size, at, scale, qtbot, qapp):
    texts.use(language)
    rtl = language in texts.RIGHT_TO_LEFT
    qapp.setLayoutDirection(
        Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
    )
    style.apply(qapp, scale=scale)
    clock = [at]
    member = db.call(members.names)[db.actor.member_id]
    ctx = Context(db, member, Settings(language=language), lambda: clock[0])
    window = QWidget()
    layout = QVBoxLayout(window)
    layout.setContentsMargins(0, 0, 0, 0)
    view = SessionsView(ctx)
    FocusRing(window)
    layout.addWidget(view)
    page = SessionsPage(window, view, ctx, Voice(window, ctx), clock, qtbot)
    ctx.noticed.connect(page.said.append)
    ctx.shown.connect(page.shown.append)
    window.resize(*size)
    return page


@pytest.fixture
def open_page(sign_in, qtbot, qapp):
    """Open the view for somebody by name."""
    opened = []

    def open_for(who, language="nl", size=SIZE, at: datetime = NOW, scale=100):
        db = who if isinstance(who, Database) else sign_in(who)
        page = _made(db, language, size, at, scale, qtbot, qapp)
        opened.append(page)
        page.window.show()
        qtbot.waitExposed(page.window)
        page.window.activateWindow()
        qtbot.waitUntil(page.window.isActiveWindow)
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
def meetings(db):
    """Plans and fills sessions as Joke, who is staff."""
    return Meetings(db)


@pytest.fixture
def planned(meetings):
    """The sessions of mock-up 09."""
    mock_up(meetings)
    return meetings
