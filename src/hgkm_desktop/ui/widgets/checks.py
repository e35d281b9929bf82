"""Check boxes and radio buttons; the mark is painted in the colours of the theme."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPaintEvent
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


class CheckBox(QCheckBox):
    """Something that is so or not."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        _prepare(self, px(6))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box, and the mark on it."""
        super().paintEvent(event)
        if not self.isChecked():
            return
        option = QStyleOptionButton()
        self.initStyleOption(option)
        box = self.style().subElementRect(
            QStyle.SubElement.SE_CheckBoxIndicator, option, self
        )
        hue = "onpri" if self.isEnabled() else "faint"
        paint_icon(start(self), middle(QRectF(box), px(16)), "check", hue, "bold")


class RadioButton(QRadioButton):
    """One of a few, each on its own line."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        _prepare(self, px(8))


def _prepare(button: QAbstractButton, radius: int) -> None:
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setAccessibleName(button.text())
    button.__dict__["ring_radius"] = radius
