"""The binding of the book: where you are, and where you can go (LOOK.md 1)."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from hgkm_desktop.ui.icons import paint_icon
from hgkm_desktop.ui.style import color, font, px
from hgkm_desktop.ui.widgets.painting import (
    at_side,
    draw_centred,
    draw_text,
    inside,
    is_rtl,
    middle,
    round_box,
    sides,
    start,
    text_width,
)
from hgkm_desktop.ui.widgets.rail_ends import Brand, HelpButton, RailLine, UserButton
from hgkm_desktop.ui.widgets.roving import Roving, answered_enter
from hgkm_desktop.ui.widgets.sheet import Sheet

__all__ = ["NARROW", "WIDTH", "NavItem", "Rail", "Sheet"]
WIDTH, NARROW = 204, 198


class NavItem(QAbstractButton):
    """A tab on the binding; the active one runs into the page and wears the ribbon."""

    def __init__(self, identifier: str, text: str, icon: str) -> None:
        super().__init__()
        self.identifier, self._icon, self._count = identifier, icon, 0
        self.ring_radius = px(10)
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFixedHeight(px(44))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_count(self, count: int) -> None:
        """Say how much waits there; nothing is shown for zero."""
        self._count = count
        self.setAccessibleDescription(str(count) if count else "")
        self.update()

    def room(self) -> QRectF:
        """Return where its name stands; a longer name is cut off with dots."""
        trailing = px(40) if self._count else px(8)
        return inside(QRectF(self.rect()), px(47), trailing, is_rtl(self))

    def sizeHint(self) -> QSize:
        """Fill the binding."""
        return QSize(px(WIDTH - 12), px(44))

    def nextCheckState(self) -> None:
        """Leave the state to the rail: pressing a tab asks, it does not decide."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter as well as Space."""
        if not answered_enter(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tab, its icon, its name and what waits there."""
        painter, whole, rtl = start(self), QRectF(self.rect()), is_rtl(self)
        on = self.isChecked()
        self._paint_shape(painter, whole, rtl, on)
        hue = "ink" if on else "bindink"
        square = middle(at_side(whole, px(14), px(21), rtl), px(21))
        paint_icon(painter, square, self._icon, hue, "fill" if on else "regular")
        draw_text(painter, self.room(), self.text(), font(15, bold=on), hue, rtl)
        if self._count:
            self._paint_count(painter, whole, rtl, on)

    def _paint_shape(self, painter: QPainter, whole: QRectF, rtl: bool, on: bool) -> None:
        radius = px(10)
        wide = whole.adjusted(-2 * radius if rtl else 0, 0, 0 if rtl else 2 * radius, 0)
        if on or self.underMouse():
            path = QPainterPath()
            path.addRoundedRect(wide, radius, radius)
            painter.fillPath(path, color("page" if on else "bind2"))
        if on:
            ribbon = at_side(whole, 0, px(4), rtl).adjusted(0, px(9), 0, -px(9))
            round_box(painter, ribbon, px(2), "ribbon")

    def _paint_count(self, painter: QPainter, whole: QRectF, rtl: bool, on: bool) -> None:
        text = str(self._count)
        width = max(px(22), text_width(font(13), text) + px(12))
        box = at_side(whole, whole.width() - px(12) - width, width, rtl)
        box = middle(box, width, px(22))
        round_box(painter, box, box.height() / 2, "prit" if on else "bind2")
        draw_centred(painter, box, text, font(13), "pri" if on else "bindink")


class Rail(QWidget):
    """The whole binding: the name, the tabs, and who is signed in. One Tab stop for the tabs."""

    chosen = Signal(str)
    user_clicked = Signal()

    def __init__(self, title: str, subtitle: str = "") -> None:
        super().__init__()
        self._items: dict[str, NavItem] = {}
        self._roving = Roving(self, [])
        self._tabs, self._bottom, self._foot = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        for part in (self._tabs, self._bottom, self._foot):
            part.setSpacing(px(2))
        self._user = UserButton()
        self._user.hide()
        self._user.clicked.connect(self.user_clicked)
        self.setFixedWidth(px(WIDTH))
        layout = QVBoxLayout(self)
        layout.setSpacing(0)
        self._lean()
        layout.addWidget(Brand(title, subtitle))
        layout.addSpacing(px(16))
        layout.addLayout(self._tabs)
        layout.addStretch(1)
        layout.addLayout(self._bottom)
        layout.addLayout(self._foot)
        layout.addWidget(RailLine())
        layout.addWidget(self._user)

    def add(self, identifier: str, text: str, icon: str, bottom: bool = False) -> NavItem:
        """Add a tab, at the end or at the bottom of the binding."""
        item = NavItem(identifier, text, icon)
        item.clicked.connect(self._on_item_clicked)
        self._items[identifier] = item
        (self._bottom if bottom else self._tabs).addWidget(item)
        self._roving.add(item)
        return item

    def add_help(self, text: str, icon: str) -> HelpButton:
        """Add the quiet button above the line, below every tab; whoever adds it listens to it."""
        button = HelpButton(text, icon)
        self._foot.addWidget(button)
        return button

    def item(self, identifier: str) -> NavItem:
        """Return a tab that was added; raises KeyError for one that was not."""
        return self._items[identifier]

    def select(self, identifier: str) -> None:
        """Show which page is open; nobody is told."""
        for name, item in self._items.items():
            item.setChecked(name == identifier)
            if name == identifier:
                self._roving.stop_at(item)

    def set_count(self, identifier: str, count: int) -> None:
        """Say how much waits behind a tab."""
        self._items[identifier].set_count(count)

    def set_user(self, name: str, role: str, color: int) -> None:
        """Show who is signed in."""
        self._user.show_person(name, role, color)
        self._user.show()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the direction: margins do not mirror by themselves."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._lean()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the binding."""
        start(self).fillRect(self.rect(), color("bind"))

    def _lean(self) -> None:
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(*sides(self, 12, 14, 0, 12))

    def _on_item_clicked(self) -> None:
        item = self.sender()
        if isinstance(item, NavItem):
            self.chosen.emit(item.identifier)
