"""Margins that mirror: Qt turns a layout round in right-to-left languages, but not its margins."""

from PySide6.QtCore import QMargins
from PySide6.QtWidgets import QWidget

from hgkm_desktop.ui.widgets.painting import is_rtl


def margins(widget: QWidget, leading: int, top: int, trailing: int, bottom: int) -> QMargins:
    """Return the margins of a layout in this widget, from its leading side."""
    if is_rtl(widget):
        return QMargins(trailing, top, leading, bottom)
    return QMargins(leading, top, trailing, bottom)
