"""A window as a test holds it: for whoever is signed in, in front, and put away afterwards."""

from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta

from desk import MONDAY
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from hgkm_desktop import texts
from hgkm_desktop.db import Database
from hgkm_desktop.services import members
from hgkm_desktop.settings import Settings
from hgkm_desktop.ui import style
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.notify import Voice
from hgkm_desktop.ui.widgets.dialog import Overlay
from hgkm_desktop.ui.widgets.focus_ring import FocusRing

NO_MODIFIER = Qt.KeyboardModifier.NoModifier
MARKS = str.maketrans("\u00a0", " ", "\u200b\u2066\u2068\u2069")
"""What keeps numbers together and words in order is not looked at."""


class Hands:
    """What somebody sees and does at a window: the dialog on top, and the keys."""

    window: QWidget

    @property
    def focus(self):
        return QApplication.focusWidget()

    @property
    def overlay(self) -> Overlay | None:
        """The dialog on top, None when none is open."""
        found = [each for each in self.window.findChildren(Overlay) if each.isVisible()]
        return found[-1] if found else None

    def type(self, text):
        for char in text:
            if char.isascii():
                QTest.keyClicks(self.focus, char)
            else:
                pressed = QKeyEvent(QEvent.Type.KeyPress, 0, NO_MODIFIER, char)
                QApplication.sendEvent(self.focus, pressed)

    def press(self, *keys, modifiers=NO_MODIFIER):
        for key in keys:
            QTest.keyClick(self.focus, key, modifiers)


@dataclass
class ViewPage(Hands):
    """A view in a window of its own, and everything that was said."""

    window: QWidget
    view: QWidget
    ctx: Context
    voice: Voice
    clock: list
    qtbot: object
    said: list = field(default_factory=list)

    def push(self, button):
        """Press a button by keyboard."""
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Space)
        self.settle()

    def entry(self, words):
        """Press an entry of the menu on top."""
        self.push(next(each for each in self.overlay.buttons if each.text() == words))

    def later(self, **by):
        self.clock[0] += timedelta(**by)

    def settle(self):
        self.qtbot.waitUntil(lambda: not self.ctx.background._jobs, timeout=20_000)
        QTest.qWait(0)


def speak(qapp, language="nl", **look):
    """Let the program speak a language, from the side where it begins, in some look."""
    texts.use(language)
    rtl = language in texts.RIGHT_TO_LEFT
    sides = Qt.LayoutDirection
    qapp.setLayoutDirection(sides.RightToLeft if rtl else sides.LeftToRight)
    style.apply(qapp, **look)


def speak_as_before(qapp):
    """Put the side and the look back for the test that comes next."""
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    style.apply(qapp)


def signed_in(db: Database, language="nl", now=lambda: MONDAY) -> Context:
    """Return what a page gets, for whoever opened the log."""
    member = db.call(members.names)[db.actor.member_id]
    return Context(db, member, Settings(language=language), now)


def framed(view: QWidget) -> QWidget:
    """Return a window with nothing but this view in it."""
    window = QWidget()
    layout = QVBoxLayout(window)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(view)
    return window


def in_a_ring(view: QWidget) -> QWidget:
    """Return a window with this view in it, and a ring where the keyboard is."""
    window = framed(view)
    FocusRing(window)
    return window


def bring_to_front(window: QWidget, size, qtbot):
    window.resize(*size)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def put_away(window: QWidget, ctx: Context):
    ctx.background.wait()
    window.close()
    window.deleteLater()
    QTest.qWait(0)


@contextmanager
def in_front(window: QWidget, ctx: Context, size, qtbot):
    """Keep a window in front as long as a test needs it; then all is as it was."""
    bring_to_front(window, size, qtbot)
    try:
        yield
    finally:
        put_away(window, ctx)
        speak_as_before(QApplication.instance())


@contextmanager
def opening(make, sign_in, qtbot, qapp, *, size, at=MONDAY):
    """Give what opens the page that `make(ctx, clock)` makes, for somebody by name."""
    opened, usual, begins = [], size, at

    def open_for(who, language="nl", size=usual, at=begins, scale=100):
        db = who if isinstance(who, Database) else sign_in(who)
        speak(qapp, language, scale=scale)
        clock = [at]
        page = make(signed_in(db, language, lambda: clock[0]), clock)
        page.ctx.noticed.connect(page.said.append)
        opened.append(page)
        bring_to_front(page.window, size, qtbot)
        page.settle()
        return page

    yield open_for
    for page in opened:
        put_away(page.window, page.ctx)
    speak_as_before(qapp)
