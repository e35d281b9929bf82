"""The window's page with its search over everything, under the hands of a test."""

from contextlib import contextmanager
from dataclasses import dataclass, field

from desk import MONDAY
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from hgkm_desktop import texts
from hgkm_desktop.services import access, members
from hgkm_desktop.settings import Settings
from hgkm_desktop.ui import style
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.main_window import MainWindow
from hgkm_desktop.ui.palette import Palette
from hgkm_desktop.ui.palette_rows import Heading, Row

SIZE = 1366, 696


@dataclass
class Seeking:
    """What a test holds on to: the page, what it asked for, and what stands in the palette."""

    page: MainWindow
    ctx: Context
    qtbot: object
    shown: list = field(default_factory=list)

    @property
    def palette(self) -> Palette | None:
        return self.page.seeker.palette

    @property
    def rows(self) -> list[Row]:
        return self.palette.rows.rows

    def press(self, key, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.page, key, modifiers)

    def ask(self, typed: str) -> None:
        self.press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(self.palette.field, typed)

    def wait(self, until) -> None:
        self.qtbot.waitUntil(until, timeout=10_000)

    def said(self) -> list[str]:
        return [row.line.title.text for row in self.rows]

    def headings(self) -> list[str]:
        found = self.palette.rows.findChildren(Heading)
        return [each.findChild(QLabel).text() for each in found if each.isVisible()]

    def everything(self, but: QWidget | None = None) -> str:
        inside = self.palette.findChildren(QWidget)
        parts = [each for each in inside if each is not but and each.isVisible()]
        return "\n".join(text for each in parts for text in told_by(each))

    def said_anywhere(self) -> str:
        return "\n".join(text for each in QApplication.allWidgets() for text in told_by(each))

    def is_in_sight(self, row: Row) -> bool:
        port = self.palette._area.viewport()
        top = row.mapTo(port, QPoint(0, 0)).y()
        return top >= 0 and top + row.height() <= port.height()

    def marks_in(self, row: Row) -> float:
        """Return where, from the left, the marks of a line are painted."""
        image, ground = row.grab().toImage(), QColor(style.color("amt")).rgb()
        places = range(0, image.width(), 2)
        found = [x for x in places for y in range(image.height()) if image.pixel(x, y) == ground]
        return sum(found) / len(found) / image.devicePixelRatio()


def told_by(each: QObject) -> list[str]:
    given = [getattr(each, name, str) for name in ("text", "accessibleName", "toolTip")]
    given.append(getattr(each, "accessibleDescription", str))
    return [text for say in given if callable(say) and isinstance(text := say(), str)]


@contextmanager
def seek_page(sign_in, qtbot, qapp):
    """Give a function that opens the page for somebody; everything is put away afterwards."""
    opened: list[Seeking] = []

    def open_for(name, size=SIZE, language="nl"):
        texts.use(language)
        rtl = language in texts.RIGHT_TO_LEFT
        ways = Qt.LayoutDirection
        qapp.setLayoutDirection(ways.RightToLeft if rtl else ways.LeftToRight)
        style.apply(qapp)
        db = sign_in(name)
        member = db.call(members.names)[db.actor.member_id]
        ctx = Context(db, member, Settings(language=language), lambda: MONDAY)
        page = MainWindow(ctx)
        page.go_to("walk_ins" if ctx.may(*access.DESK) else "admin")
        it = Seeking(page, ctx, qtbot)
        ctx.shown.connect(it.shown.append)
        opened.append(it)
        page.resize(*size)
        page.show()
        qtbot.waitExposed(page)
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        it.wait(lambda: page.seeker.finder.is_ready and not ctx.background._jobs)
        return it

    yield open_for
    for it in opened:
        it.ctx.background.wait()
        it.page.close()
        it.page.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    style.apply(qapp)
