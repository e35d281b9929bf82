"""A dialog inside the window: the page behind a scrim, a card with a shadow (LOOK.md 4).

Never a window of its own, and never `exec()`: whoever opens it listens to `accepted`.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from hgkm_desktop.ui.style import SCRIM, px
from hgkm_desktop.ui.widgets.buttons import Button, make_button
from hgkm_desktop.ui.widgets.labels import body as body_text
from hgkm_desktop.ui.widgets.labels import panel_title
from hgkm_desktop.ui.widgets.painting import round_box, start
from hgkm_desktop.ui.widgets.scroll import FittingScroll

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PASSED_ON = (Qt.Key.Key_F1, Qt.Key.Key_F12)
