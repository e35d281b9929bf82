"""One page of the view in a window of its own, for who stands beside Roos."""

from contextlib import contextmanager
from dataclasses import dataclass, field

from desk import MONDAY
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from hgkm_desktop import texts
from hgkm_desktop.services import members
from hgkm_desktop.settings import Settings
from hgkm_desktop.ui import style
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.notify import Voice
from hgkm_desktop.ui.views.cases.way import Page, Way

SIZE = 1124, 602


@dataclass
class Shown:
    """What a test holds on to."""

    window: QWidget
    page: Page
    ctx: Context
    way: Way
    voice: Voice
    said: list = field(default_factory=list)

    @property
    def focus(self):
        return QApplication.focusWidget()

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

    def press(self, *keys):
        for key in keys:
            QTest.keyClick(self.focus, key)

    def push(self, button):
        """Press a button by keyboard."""
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Space)


@contextmanager
def shown(db, kind: type[Page], qtbot, qapp, *, language="nl", scale=100, size=SIZE):
    """Show a page; a change of what it shows reads it again, as the view would."""
    texts.use(language)
    rtl = language in texts.RIGHT_TO_LEFT
    qapp.setLayoutDirection(
        Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
    )
    style.apply(qapp, scale=scale)
    member = db.call(members.names)[db.actor.member_id]
    ctx, way = Context(db, member, Settings(language=language), lambda: MONDAY), Way()
    window = QWidget()
    layout = QVBoxLayout(window)
    layout.setContentsMargins(0, 0, 0, 0)
    page = kind(ctx, way)
    layout.addWidget(page)
    made = Shown(window, page, ctx, way, Voice(window, ctx))
    ctx.noticed.connect(made.said.append)
    ctx.changed.connect(page.refresh)
    ctx.veil_changed.connect(page.refresh)
    window.resize(*size)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    try:
        yield made
    finally:
        ctx.background.wait()
        window.close()
        window.deleteLater()
        QTest.qWait(0)
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        style.apply(qapp)
