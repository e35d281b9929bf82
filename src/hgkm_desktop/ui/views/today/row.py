"""One line of a list on the page: it can be opened as a whole, and may have a button of its own."""

from collections.abc import Hashable
from typing import Generic, TypeVar

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from hgkm_desktop.ui.style import color, px
from hgkm_desktop.ui.views.today.scene import Scene
from hgkm_desktop.ui.widgets.painting import hairline_at, start
from hgkm_desktop.ui.widgets.roving import answered_enter

T = TypeVar("T")
_ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)


class Row(QAbstractButton, Generic[T]):
    """Says what it holds aloud in one breath; `wants` carries what the member asks for."""

    wants = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.item: T | None = None
        self.is_first = True
        self.ring_radius = px(10)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(self._on_clicked)

    def key(self) -> Hashable:
        """Return what stays the same when the list is read again: of whom or what this is."""
        return self.key_of(self.item) if self.item is not None else None

    def key_of(self, item: T) -> Hashable:
        """Return the key of something that could stand here."""
        raise NotImplementedError

    def show_item(self, item: T, scene: Scene) -> None:
        """Show something, as it is at this moment."""
        self.item = item
        self.write(item, scene)
        wanted = self.opens(item, scene)
        shape = Qt.CursorShape.ArrowCursor if wanted is None else Qt.CursorShape.PointingHandCursor
        self.setCursor(shape)
        self._wanted = wanted

    def write(self, item: T, scene: Scene) -> None:
        """Fill in the words."""
        raise NotImplementedError

    def opens(self, item: T, scene: Scene) -> object | None:
        """Return what Enter or a click asks for, None where there is nothing to open."""
        raise NotImplementedError

    def stops(self) -> list[QWidget]:
        """Return what the keyboard comes to in this row."""
        return [self] if self._wanted is not None else []

    def fit(self, *, is_narrow: bool) -> None:
        """Stand closer together where the screen is small."""

    def sizeHint(self) -> QSize:
        """Ask for no more width than a narrow column has."""
        layout = self.layout()
        height = layout.sizeHint().height() if layout is not None else px(48)
        return QSize(px(240), height)

    def minimumSizeHint(self) -> QSize:
        """Give way sideways; the words wrap."""
        layout = self.layout()
        return layout.minimumSize() if layout is not None else QSize(0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter as well as with Space; arrows are the list's, and else scroll."""
        if event.key() in _ARROWS:
            event.ignore()
        elif not answered_enter(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line above it, and a ground under the mouse where it can be opened."""
        painter = start(self)
        if self._wanted is not None and self.underMouse():
            painter.fillRect(QRectF(self.rect()), color("prit2"))
        if not self.is_first:
            hairline_at(painter, QPointF(0, 0.5), QPointF(self.width(), 0.5))

    _wanted: object | None = None

    def _on_clicked(self) -> None:
        if self._wanted is not None:
            self.wants.emit(self._wanted)
