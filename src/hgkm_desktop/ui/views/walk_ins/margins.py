"""Margins that turn round where the language runs from right to left; Qt mirrors only the order."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLayout

from hgkm_desktop.ui.style import px


def set_margins(layout: QLayout, leading: int, top: int, trailing: int, bottom: int) -> None:
    """Give a layout margins in pixels of the mock-ups, from its leading side."""
    rtl = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    left, right = (trailing, leading) if rtl else (leading, trailing)
    layout.setContentsMargins(px(left), px(top), px(right), px(bottom))
