"""The admin view in a window of its own, driven by mouse and keyboard, for the tests of it."""

from dataclasses import dataclass, field
from datetime import timedelta

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from hgkm_desktop.services import members
from hgkm_desktop.settings import Settings
from hgkm_desktop.ui import style
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.notify import Voice
from hgkm_desktop.ui.views.admin import AdminView
from hgkm_desktop.ui.widgets.dialog import Overlay

LATER = timedelta(minutes=1)


@dataclass
class AdminPage:
    """What a test holds on to: the window, the view, and everything that was said."""

    window: QWidget
    view: AdminView
    ctx: Context
    voice: Voice
    qtbot: object
    said: list = field(default_factory=list)

    def open(self, tab):
        for each in self.view.tabs.tabs.tabs:
            if each.identifier == tab:
                self.click(each)
        return getattr(self.view.tabs, tab)

    def click(self, widget):
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=QPoint(9, 9))

    @property
    def overlay(self):
        """The dialog on top, None when none is open."""
        found = [each for each in self.window.findChildren(Overlay) if each.isVisible()]
        return found[-1] if found else None

    def say_yes(self):
        self.click(self.overlay.accept_button)

    def say_no(self):
        self.click(self.overlay.cancel_button)

    def wait(self, until):
        self.qtbot.waitUntil(lambda: bool(until()), timeout=20_000)

    def settle(self):
        """Wait until nothing works in the background any more."""
        self.wait(lambda: not self.ctx.background._jobs)

    def line_of(self, name):
        return next(line for line in self.view.tabs.team.team.lines if line.name == name)

    def press_button_of(self, table, name):
        """Press Enter on somebody's row, as the keyboard does."""
        place = [line.name for line in table.lines].index(name)
        table.table.select(place)
        table.table.setFocus()
        QTest.keyClick(table.table, Qt.Key.Key_Return)

    def tab_stops(self):
        """Return what Tab visits from the view's first stop, once round."""
        stops = []
        self.view.tabs.tabs.tabs[0].setFocus()
        while (now := QApplication.focusWidget()) is not None and now not in stops:
            stops.append(now)
            QTest.keyClick(now, Qt.Key.Key_Tab)
        return stops


def open_admin(db, qtbot, *, settings=None, size=(1180, 790)):
    """Build the view for whoever the log is open for; close everything afterwards."""
    app = QApplication.instance()
    settings = settings or Settings()
    style.apply(app, settings.dark, settings.scale)
    ctx = Context(db, db.call(members.names)[db.actor.member_id], settings, db._now)
    window = QWidget()
    layout = QVBoxLayout(window)
    view = AdminView(ctx)
    layout.addWidget(view)
    page = AdminPage(window, view, ctx, Voice(window, ctx), qtbot)
    ctx.noticed.connect(page.said.append)
    window.resize(*size)
    window.show()
    qtbot.waitExposed(window)
    page.settle()
    yield page
    ctx.background.wait()
    window.close()
    window.deleteLater()
    QTest.qWait(0)


def by_name(page, name):
    return next(m for m in page.ctx.call(members.everyone) if m.name == name)


def open_form_of(page, name):
    team = page.open("team")
    page.press_button_of(team.team, name)
    return page.view.desk._dialog
