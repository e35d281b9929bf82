"""A window with the page of the door in it, and whoever is typing."""

from contextlib import contextmanager
from dataclasses import dataclass, field

from a_window import Hands, in_front, signed_in, speak
from desk import MONDAY
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from hgkm_desktop.rules.sessions import SessionTopic
from hgkm_desktop.services import information_sessions, registrations
from hgkm_desktop.services.registrations import NewRegistration
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.notify import Voice
from hgkm_desktop.ui.views.sessions.door import DoorPage
from hgkm_desktop.ui.widgets.focus_ring import FocusRing
from hgkm_desktop.ui.window_keys import WindowKeys

MARKS = str.maketrans("", "", "\u2066\u2067\u2068\u2069")
SIZE = 1124, 630
CONTROL = Qt.KeyboardModifier.ControlModifier


@dataclass
class Window(Hands):
    """A window as the program has it: a voice, a focus ring, and the keys of every page."""

    widget: QWidget
    ctx: Context
    voice: Voice
    said: list = field(default_factory=list)

    def enter(self, text):
        self.type(text)
        self.press(Qt.Key.Key_Return)

    def undo(self):
        self.press(Qt.Key.Key_Z, modifiers=CONTROL)

    def words(self, root=None):
        """Return everything that can be read in a part, or in the whole window."""
        root = root or self.widget
        found = root.findChildren(QLabel) + root.findChildren(QLineEdit)
        said = [each.text() for each in found if each.isVisible()]
        return "\n".join(said).translate(MARKS)


def plan(db, **given):
    """Plan a session about rights, as staff does."""
    planned = db.call(information_sessions.blank, now=MONDAY)
    planned.topic = SessionTopic.RIGHTS
    for name, value in given.items():
        setattr(planned, name, value)
    return db.call(information_sessions.save, planned, now=MONDAY)


def expect(db, session, *names, **given):
    """Put names on the list of a session."""
    new = [NewRegistration(name, **given) for name in names]
    return [db.call(registrations.register, session.id, one).registration for one in new]


def listed(db, session):
    return db.call(registrations.of_session, session.id)


def here(db, session):
    """Return the names of who is there, in the order of the list."""
    return [one.name for one in listed(db, session) if one.is_here]


@contextmanager
def opened(db, qtbot, qapp, make, language="nl", size=SIZE):
    """Show what `make(ctx)` gives in a window; everything is closed afterwards."""
    speak(qapp, language)
    ctx = signed_in(db, language)
    widget = QWidget()
    layout = QVBoxLayout(widget)
    page = make(ctx)
    layout.addWidget(page)
    FocusRing(widget)
    keys = WindowKeys(widget, ctx.undo, lambda: ("", ()))
    window = Window(widget, ctx, Voice(widget, ctx))
    ctx.noticed.connect(window.said.append)
    with in_front(widget, ctx, size, qtbot):
        yield window, page
        ctx.background.wait()
        keys.deleteLater()


@contextmanager
def at_the_door(db, qtbot, qapp, session, **given):
    """Stand at the door of a session."""
    with opened(db, qtbot, qapp, DoorPage, **given) as (window, page):
        page.show_session(session.id)
        yield window, page
