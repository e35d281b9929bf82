"""A notice at the bottom: one at a time, six seconds, with a way back (LOOK.md 4)."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QSizePolicy, QWidget

from hgkm_desktop.texts import tr
from hgkm_desktop.ui.style import font, px
from hgkm_desktop.ui.widgets.fade import fade_in
from hgkm_desktop.ui.widgets.icon_label import IconLabel
from hgkm_desktop.ui.widgets.labels import Label
from hgkm_desktop.ui.widgets.painting import draw_centred, round_box, start, text_width
from hgkm_desktop.ui.widgets.roving import answered_enter
from hgkm_desktop.ui.widgets.watching import watch

SECONDS = 6
_BOTTOM = 24


class _UndoButton(QAbstractButton):
    """The way back, in the colour of the ribbon."""

    def __init__(self) -> None:
        super().__init__()
        self.ring_radius = px(7)
        self.setText(tr("Undo"))
        self.setAccessibleName(self.text())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Be as wide as the words."""
        return QSize(round(text_width(font(15, True), self.text())) + px(20), px(34))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take back with Enter as well as Space."""
        if not answered_enter(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words, with a frame under the mouse."""
        painter, whole = start(self), QRectF(self.rect())
        if self.underMouse():
            round_box(painter, whole, px(7), "", "undo")
        draw_centred(painter, whole, self.text(), font(15, bold=True), "undo")


class Toast(QFrame):
    """Lives above the bottom edge of a window; waits while the mouse or keyboard is on it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._take_back: Callable[[], object] | None = None
        self._mark = IconLabel("check-circle", "page", 20, "fill")
        self._words = Label()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setProperty("role", "toast")
        self._undo = _UndoButton()
        self._undo.clicked.connect(self.undo)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(px(16), px(7), px(10), px(7))
        layout.setSpacing(px(14))
        for part in (self._mark, self._words, self._undo):
            layout.addWidget(part)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_timeout)
        watch(window, self)
        self.hide()

    def say(
        self,
        text: str,
        undo: Callable[[], object] | None = None,
        icon: str = "check-circle",
        seconds: int = SECONDS,
    ) -> None:
        """Show a notice in place of the one before; `undo` is called when it is taken back.

        With 0 seconds it stays until something else is said.
        """
        self._take_back = undo
        self._words.setText(text)
        self._mark.show_icon(icon)
        self._undo.setVisible(undo is not None)
        self.setAccessibleName(text)
        self._place()
        self.show()
        self.raise_()
        fade_in(self)
        self._timer.stop()
        if seconds:
            self._timer.start(seconds * 1000)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def text(self) -> str:
        """Return what is said now, or nothing."""
        return self._words.text() if self.isVisible() else ""

    def undo(self) -> None:
        """Take back what the notice is about, once; without a way back nothing happens."""
        take_back, self._take_back = self._take_back, None
        self.hide_now()
        if take_back is not None:
            take_back()

    def hide_now(self) -> None:
        """Take the notice away, and the way back with it."""
        self._timer.stop()
        self._take_back = None
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle of the bottom when the window changes size."""
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the dark bar."""
        round_box(start(self), QRectF(self.rect()), px(10), "ink")

    def _on_timeout(self) -> None:
        if self.underMouse() or self._undo.hasFocus():
            self._timer.start()
        else:
            self.hide_now()

    def _place(self) -> None:
        self.adjustSize()
        width = min(self.width(), self._window.width() - px(32))
        height = max(self.sizeHint().height(), px(48))
        left = (self._window.width() - width) // 2
        self.setGeometry(left, self._window.height() - height - px(_BOTTOM), width, height)
