"""What stands above and below the tabs: the name of the book, and who is signed in."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QWidget

from hgkm_desktop.ui.icons import paint_icon
from hgkm_desktop.ui.style import color, font, px
from hgkm_desktop.ui.widgets.avatar import paint_avatar
from hgkm_desktop.ui.widgets.painting import at_side, draw_text, inside, is_rtl, middle, start
from hgkm_desktop.ui.widgets.roving import answered_enter


class Brand(QWidget):
    """The book, its name, and whose it is. `large` for the first start and sign-in."""

    def __init__(
        self,
        title: str,
        subtitle: str = "",
        large: bool = False,
        hues: tuple[str, str] = ("ribbon", "bindhead"),
    ) -> None:
        super().__init__()
        self._title, self._subtitle, self._large, self._hues = title, subtitle, large, hues
        self.setAccessibleName(title)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Be as high as the book or the words."""
        return QSize(px(150), px(46 if self._subtitle else 34))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the book and the words."""
        painter, whole, rtl = start(self), QRectF(self.rect()), is_rtl(self)
        side = px(30 if self._large else 28)
        lead = 0 if self._large else px(6)
        book = middle(at_side(whole, lead, side, rtl), side)
        paint_icon(painter, book, "book-bookmark", self._hues[0], "fill")
        words = inside(whole, lead + side + px(12 if self._large else 10), px(4), rtl)
        letters = font(20 if self._large else 17, bold=True)
        if not self._subtitle:
            draw_text(painter, words, self._title, letters, self._hues[1], rtl)
            return
        upper = QRectF(words.left(), words.top(), words.width(), px(27))
        lower = QRectF(words.left(), words.top() + px(25), words.width(), px(19))
        draw_text(painter, upper, self._title, letters, self._hues[1], rtl)
        draw_text(painter, lower, self._subtitle, font(13), "bindmut", rtl)


class RailLine(QFrame):
    """The line above who is signed in."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(px(17))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line between its margins."""
        line = inside(QRectF(self.rect()), px(2), px(12), is_rtl(self))
        start(self).fillRect(line.adjusted(0, px(8), 0, -px(8)), color("bind2"))


class HelpButton(QAbstractButton):
    """Whom to call in danger: always in reach, and quieter than the tabs (R-128)."""

    def __init__(self, text: str, icon: str) -> None:
        super().__init__()
        self._icon = icon
        self.ring_radius = px(10)
        self.setText(text)
        self.setAccessibleName(text)
        self.setFixedHeight(px(36))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """Fill the binding."""
        return QSize(px(192), px(36))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter as well as Space."""
        if not answered_enter(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the icon and the words, in line with the tabs above."""
        painter, whole, rtl = start(self), QRectF(self.rect()), is_rtl(self)
        hue = "bindmut"
        if self.underMouse():
            path = QPainterPath()
            path.addRoundedRect(inside(whole, 0, px(10), rtl), px(10), px(10))
            painter.fillPath(path, color("bind2"))
            hue = "bindink"
        square = middle(at_side(whole, px(14), px(21), rtl), px(19))
        paint_icon(painter, square, self._icon, hue)
        draw_text(painter, inside(whole, px(47), px(8), rtl), self.text(), font(14), hue, rtl)


class UserButton(QAbstractButton):
    """Who is signed in; pressing it opens what she can do for herself."""

    def __init__(self) -> None:
        super().__init__()
        self._role, self._color = "", 6
        self.ring_radius = px(10)
        self.setFixedHeight(px(48))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_person(self, name: str, role: str, color: int) -> None:
        """Show her name, what she does here, and her colour."""
        self._role, self._color = role, color
        self.setText(name)
        self.setAccessibleName(name)
        self.setAccessibleDescription(role)
        self.update()

    def sizeHint(self) -> QSize:
        """Fill the binding."""
        return QSize(px(192), px(48))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter as well as Space."""
        if not answered_enter(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the person and the words."""
        painter, whole, rtl = start(self), QRectF(self.rect()), is_rtl(self)
        if self.underMouse():
            path = QPainterPath()
            path.addRoundedRect(inside(whole, 0, px(10), rtl), px(10), px(10))
            painter.fillPath(path, color("bind2"))
        circle = at_side(whole, px(8), px(30), rtl)
        paint_avatar(painter, circle, self.text(), self._color)
        words = inside(whole, px(48), px(8), rtl)
        if not self._role:
            draw_text(painter, words, self.text(), font(14), "bindhead", rtl)
            return
        upper = QRectF(words.left(), px(5), words.width(), px(20))
        lower = QRectF(words.left(), px(24), words.width(), px(19))
        draw_text(painter, upper, self.text(), font(14), "bindhead", rtl)
        draw_text(painter, lower, self._role, font(13), "bindmut", rtl)
