"""Scrolling where there is no room, and only there."""

from PySide6.QtCore import QSize, Qt
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
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.viewport().setAutoFillBackground(False)

    def sizeHint(self) -> QSize:
        """Ask for the room of what is inside."""
        inside = self.widget()
        if inside is None:
            return super().sizeHint()
        hint, layout = inside.sizeHint(), inside.layout()
        if layout is not None and layout.hasHeightForWidth() and self.width() > 0:
            return QSize(hint.width(), max(hint.height(), layout.heightForWidth(self.width())))
        return hint

    def minimumSizeHint(self) -> QSize:
        """Be content with a strip."""
        inside = self.widget()
        return QSize(inside.minimumSizeHint().width() if inside is not None else 0, 60)
