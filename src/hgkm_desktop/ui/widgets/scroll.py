"""Scrolling where there is no room, and only there."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget


class FittingScroll(QScrollArea):
    """As large as what is inside; a bar appears only when the window is too small for it."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        inside.setProperty("role", "scrolled")
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.viewport().setAutoFillBackground(False)

    def hasHeightForWidth(self) -> bool:
        """Wrapped words need more height where there is less width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Ask for the height of what is inside."""
        inside = self.widget()
        if inside is None:
            return super().heightForWidth(width)
        layout = inside.layout()
        if layout is not None and layout.hasHeightForWidth():
            return layout.totalHeightForWidth(width)
        return inside.sizeHint().height()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Grow when something inside grows, such as a problem at a field."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        """Ask for the room of what is inside."""
        inside = self.widget()
        return super().sizeHint() if inside is None else inside.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Be content with a strip."""
        inside = self.widget()
        return QSize(inside.minimumSizeHint().width() if inside is not None else 0, 60)
