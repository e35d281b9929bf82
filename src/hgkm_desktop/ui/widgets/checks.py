"""Check boxes and radio buttons; the mark is painted in the colours of the theme."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QRadioButton,
    QStyle,
    QStyleOptionButton,
    QWidget,
)

from hgkm_desktop.ui.icons import paint_icon
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.painting import middle, start

_CHECK = QStyle.SubElement.SE_CheckBoxIndicator
_RADIO = QStyle.SubElement.SE_RadioButtonIndicator


class CheckBox(QCheckBox):
    """Something that is so or not."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.ring_radius = px(6)
        _prepare(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the ring go around the box."""
        super().resizeEvent(event)
        self.setProperty("ringed", self._box())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box, and the mark on it."""
        super().paintEvent(event)
        if self.isChecked():
            hue = "onpri" if self.isEnabled() else "faint"
            box = middle(QRectF(self._box()), px(16))
            paint_icon(start(self), box, "check", hue, "bold")

    def _box(self) -> QRect:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        return self.style().subElementRect(_CHECK, option, self)


class RadioButton(QRadioButton):
    """One of a few, each on its own line."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.ring_radius = px(11)
        _prepare(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the ring go around the circle."""
        super().resizeEvent(event)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        self.setProperty("ringed", self.style().subElementRect(_RADIO, option, self))


def _prepare(button: QAbstractButton) -> None:
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setAccessibleName(button.text())
