"""One page of the view in a window of its own, for who stands beside Roos."""

from contextlib import contextmanager
from dataclasses import dataclass, field

from a_window import Hands, framed, in_front, signed_in, speak
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.notify import Voice
from hgkm_desktop.ui.views.cases.way import Page, Way

SIZE = 1124, 602


@dataclass
class Shown(Hands):
    """What a test holds on to."""

    window: QWidget
    page: Page
    ctx: Context
    way: Way
    voice: Voice
    said: list = field(default_factory=list)

    def words(self) -> str:
        """Return every word that is seen, after what was new has been laid out."""
        QTest.qWait(1)
        labels = [each for each in self.page.findChildren(QLabel) if each.isVisible()]
        plain = " ".join(label.text() for label in labels)
        return plain.replace("\u2066", "").replace("\u2069", "")

    def tab_stops(self) -> set[QWidget]:
        """Return all that Tab comes to; a date keeps it for its day, month and year."""
        found = set()
        for _ in range(40):
            found.add(self.focus)
            self.press(Qt.Key.Key_Tab)
        return found

    def push(self, button):
        """Press a button by keyboard."""
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Space)


@contextmanager
def shown(db, kind: type[Page], qtbot, qapp, *, language="nl", scale=100, size=SIZE):
    """Show a page; a change of what it shows reads it again, as the view would."""
    speak(qapp, language, scale=scale)
    ctx, way = signed_in(db, language), Way()
    page = kind(ctx, way)
    window = framed(page)
    made = Shown(window, page, ctx, way, Voice(window, ctx))
    ctx.noticed.connect(made.said.append)
    ctx.changed.connect(page.refresh)
    ctx.veil_changed.connect(page.refresh)
    with in_front(window, ctx, size, qtbot):
        yield made
