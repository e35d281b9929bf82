"""The search over everything (Ctrl+K, mock-up 14): a field, and below it what was found.

Whatever is typed is compared in memory and forgotten: when it closes the field is emptied, so is
what could be undone in it, and no history, setting or log ever hears of it.
"""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QClipboard,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from hgkm_desktop.services.finding import LONGEST
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.palette_rows import Group, Note, Row, Rows
from hgkm_desktop.ui.style import color, px
from hgkm_desktop.ui.widgets.dialog import Overlay
from hgkm_desktop.ui.widgets.icon_cap import ENTER, IconCap
from hgkm_desktop.ui.widgets.icon_label import IconLabel
from hgkm_desktop.ui.widgets.key_cap import cap_width, paint_cap
from hgkm_desktop.ui.widgets.labels import hairline, label
from hgkm_desktop.ui.widgets.painting import is_rtl, round_box, start
from hgkm_desktop.ui.widgets.scroll import FittingScroll

_WIDTH, _FROM_TOP, _FOOT, _BELOW, _LEAST = 724, 66, 46, 24, 120
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 5, Qt.Key.Key_PageUp: -5}
_UNLEARNT = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText


class QueryField(QLineEdit):
    """What is typed here is kept nowhere, not by the keyboard on the screen either."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("grade", "palette")
        self.setProperty("ring", False)
        self.setMaxLength(LONGEST)
        self.setInputMethodHints(_UNLEARNT)
        side = Qt.AlignmentFlag.AlignRight if is_rtl(self) else Qt.AlignmentFlag.AlignLeft
        self.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        self.setAccessibleName(tr("Search everything"))
        self.setPlaceholderText(tr("A name, a code, a word"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Ctrl+K to the palette: Qt would cut off the rest of the line with it."""
        if is_palette_key(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def forget(self) -> None:
        """Empty it, with what could be undone and what a mouse chose in it."""
        self.setText("")
        clipboard = QGuiApplication.clipboard()
        if clipboard.supportsSelection() and clipboard.ownsSelection():
            clipboard.clear(QClipboard.Mode.Selection)


class _EscapeCap(QAbstractButton):
    """The cap that says Esc; it can be pressed as well."""

    def __init__(self) -> None:
        super().__init__()
        self.setText("Esc")
        self.setAccessibleName(tr("Close"))
        self.setFixedSize(round(cap_width("Esc")), px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cap."""
        paint_cap(start(self), QRectF(self.rect()), "Esc")


class _Foot(QWidget):
    """Which keys do what."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(px(_FOOT))
        row = QHBoxLayout(self)
        row.setContentsMargins(px(22), 0, px(22), 0)
        row.setSpacing(px(6))
        for icon, name in (("arrow-up", "↑"), ("arrow-down", "↓")):
            row.addWidget(IconCap(icon, name))
        row.addWidget(label(tr("choose"), "muted"))
        row.addSpacing(px(12))
        row.addWidget(IconCap(ENTER, "Enter"))
        row.addWidget(label(tr("open it"), "muted"))
        row.addStretch(1)
        row.addWidget(IconLabel("lock-simple", "mut", 16))
        row.addWidget(label(tr("What you type is not kept."), "muted"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, round at the bottom as the card is."""
        painter, whole = start(self), QRectF(self.rect())
        round_box(painter, whole.adjusted(1, 0, -1, -1), px(13), "sunk")
        painter.fillRect(whole.adjusted(1, 0, -1, -whole.height() / 2), color("sunk"))


class Palette(Overlay):
    """Asks what to find, and says which line was opened; it knows nothing of what is found."""

    typed = Signal(str)
    chosen = Signal(object)
    closed = Signal()

    def __init__(self) -> None:
        self.field, self.rows = QueryField(), Rows()
        super().__init__(tr("Search everything"), width=_WIDTH)
        self._stand_at_the_top()
        self.field.textChanged.connect(self.typed)
        self.rows.opened.connect(self._on_opened)
        self.rows.moved.connect(self._on_moved)

    def show_lines(self, groups: Sequence[Group], note: str = "") -> None:
        """Show what was found, and perhaps a sentence above it."""
        self.rows.show_lines(groups, Note(note) if note else None)
        self._fit()
        QTimer.singleShot(0, self, self._bring_into_sight)

    def close_overlay(self) -> None:
        """Go away and leave nothing of the question and the answer."""
        self.field.blockSignals(True)
        self.field.forget()
        self.rows.show_lines((), None)
        super().close_overlay()
        self.closed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the height there is."""
        super().resizeEvent(event)
        self._fit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Close when somebody presses beside it."""
        super().mousePressEvent(event)
        if not self.panel.geometry().contains(event.position().toPoint()):
            self.reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move among the lines and open one; the field has the keyboard all the time."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.rows.step(_STEPS[key])
            event.accept()
        elif key in _ENTER:
            self._on_opened()
            event.accept()
        elif is_palette_key(event):
            self.reject()
        else:
            super().keyPressEvent(event)

    def _fill(self, title: str, text: str, body: QWidget | None) -> None:
        """Lay out the card (the dialog's own has a heading and buttons)."""
        self.panel.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._area = FittingScroll(self.rows)
        close = _EscapeCap()
        close.clicked.connect(self.reject)
        head = QHBoxLayout()
        head.setContentsMargins(px(22), 0, px(22), 0)
        head.setSpacing(px(10))
        head.addWidget(IconLabel("magnifying-glass", "pri", 25))
        head.addWidget(self.field, 1)
        head.addWidget(close)
        column = QVBoxLayout(self.panel)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(hairline())
        column.addWidget(self._area, 1)
        column.addWidget(hairline())
        column.addWidget(_Foot())

    def _stand_at_the_top(self) -> None:
        """Stand below the field of the window, so that lines that come do not move the rest."""
        column = self.layout()
        assert isinstance(column, QBoxLayout)
        column.setStretch(0, 0)
        column.setContentsMargins(px(24), px(_FROM_TOP), px(24), px(24))

    def _fit(self) -> None:
        """Be as high as the lines, as far as the window allows; at once, so that nothing jumps."""
        wanted = self.rows.height_for(px(_WIDTH))
        used = self.field.sizeHint().height() + px(_FROM_TOP + _FOOT + _BELOW) + 2
        room = max(self.height() - used, px(_LEAST))
        off, needed = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self._area.setVerticalScrollBarPolicy(off if wanted <= room else needed)
        self._area.setFixedHeight(min(wanted, room))

    def _bring_into_sight(self) -> None:
        """Scroll to the current line, with the name of its group above the first."""
        place = self.rows.current
        if place <= 0:
            self._area.verticalScrollBar().setValue(0)
        else:
            self._area.ensureWidgetVisible(self.rows.rows[place], 0, px(8))

    def _on_opened(self) -> None:
        """Close first: what opens takes the keyboard."""
        target = self.rows.target()
        if target is not None:
            self.close_overlay()
            self.chosen.emit(target)

    def _on_moved(self, row: Row) -> None:
        """Bring a line into sight and say it: the keyboard stays in the field."""
        self._bring_into_sight()
        said = row.line.spoken()
        self.field.setAccessibleDescription(said)
        if self.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.field, said))


def is_palette_key(event: QKeyEvent) -> bool:
    """Say whether this is the key that opens the palette, and closes it."""
    control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
    return control and event.key() == Qt.Key.Key_K
