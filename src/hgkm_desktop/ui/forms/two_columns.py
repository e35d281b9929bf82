"""A column of text and cards at its side, which stand below or above where there is no room."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from hgkm_desktop.ui.style import px

BESIDE, WIDE, TEXT = 880, 1150, 720
"""From these widths on the side stands beside the text, and is wide; text is no wider (LOOK 3)."""
MOST = 1000
"""The stretch of what takes all room it may; only what is left goes to the trailing side."""


class TwoColumns(QWidget):
    """Belongs in a scroll area; `side_first` puts the side above the text in a narrow window."""

    def __init__(
        self, text: QWidget, side: QWidget, widths: tuple[int, int], *, side_first: bool = False
    ) -> None:
        super().__init__()
        self._text, self._side, self._widths = text, side, widths
        direction = QBoxLayout.Direction
        self._narrow = direction.BottomToTop if side_first else direction.TopToBottom
        self._columns = QBoxLayout(direction.LeftToRight, self)
        self._columns.setContentsMargins(0, px(6), 0, px(8))
        self._columns.setSpacing(px(20))
        text.setMaximumWidth(px(TEXT))
        self._columns.addWidget(text, MOST)
        self._columns.addWidget(side, 0, Qt.AlignmentFlag.AlignTop)
        self._columns.addStretch(1)

    def minimumSizeHint(self) -> QSize:
        """Be as narrow as the window; the columns follow."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the side where there is room for it."""
        super().resizeEvent(event)
        width = event.size().width()
        beside = width >= px(BESIDE)
        wide, narrow = self._widths
        room = px(wide if width >= px(WIDE) else narrow)
        self._side.setMinimumWidth(room if beside else 0)
        self._side.setMaximumWidth(room if beside else px(TEXT))
        direction = QBoxLayout.Direction.LeftToRight if beside else self._narrow
        if self._columns.direction() != direction:
            self._columns.setDirection(direction)
            self._columns.setAlignment(self._side, _at_top() if beside else Qt.AlignmentFlag(0))
            self._columns.setStretch(0, MOST if beside else 0)


def _at_top() -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignTop
