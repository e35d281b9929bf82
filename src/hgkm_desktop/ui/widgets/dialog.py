"""A dialog inside the window: the page behind a scrim, a card with a shadow (LOOK.md 4).

Never a window of its own, and never `exec()`: whoever opens it listens to `accepted`.
"""

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from hgkm_desktop.ui.style import SCRIM, px
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.fade import fade_in
from hgkm_desktop.ui.widgets.labels import body as body_text
from hgkm_desktop.ui.widgets.labels import panel_title
from hgkm_desktop.ui.widgets.painting import round_box, start
from hgkm_desktop.ui.widgets.scroll import FittingScroll
from hgkm_desktop.ui.widgets.shadow import paint_shadow
from hgkm_desktop.ui.widgets.watching import watch

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_FOR_THE_WINDOW = (Qt.Key.Key_F1, Qt.Key.Key_F2, Qt.Key.Key_F12)
"""Help, the numbers for danger, and locking."""


class _Panel(QWidget):
    """The card of a dialog."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card."""
        round_box(start(self), QRectF(self.rect()), px(14), "card", "line2")


class Overlay(QWidget):
    """Asks something, or holds a form, above everything else in a window.

    The focus stays inside. Esc and `cancel` end in `rejected`, Enter and `accept` in `accepted`;
    `check` is called first and keeps the dialog open by returning False.
    """

    accepted = Signal()
    rejected = Signal()

    def __init__(
        self,
        title: str,
        body: QWidget | None = None,
        text: str = "",
        accept: str = "",
        cancel: str = "",
        danger: bool = False,
        check: Callable[[], bool] | None = None,
        width: int = 480,
    ) -> None:
        super().__init__()
        self._check, self._danger = check, danger
        self._before: QWidget | None = None
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self.panel = _Panel(self)
        self.panel.setFixedWidth(px(width))
        self.accept_button = make_button(accept, "danger" if danger else "primary")
        self.cancel_button = make_button(cancel)
        self._fill(title, text, body)
        centre = QHBoxLayout()
        centre.addStretch(1)
        centre.addWidget(self.panel)
        centre.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(24), px(24), px(24))
        column.addStretch(2)
        column.addLayout(centre)
        column.addStretch(3)
        self.hide()

    def open(self, window: QWidget) -> None:
        """Show the dialog over a window and take the keyboard."""
        self._before = QApplication.focusWidget()
        self.setParent(window)
        self.setGeometry(window.rect())
        watch(window, self)
        self.show()
        self.raise_()
        self._first_stop().setFocus(Qt.FocusReason.OtherFocusReason)
        fade_in(self)

    def accept(self) -> None:
        """Say yes, unless `check` finds a problem."""
        if self._check is None or self._check():
            self.close_overlay()
            self.accepted.emit()

    def reject(self) -> None:
        """Say no."""
        self.close_overlay()
        self.rejected.emit()

    def close_overlay(self) -> None:
        """Go away without an answer, as when the program locks; the keyboard goes back."""
        self.hide()
        before, window = self._before, self.parentWidget()
        if before is None or not isValid(before) or not before.isVisible():
            before = window  # never stay in a field that nobody sees any more
        if before is not None:
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.deleteLater()

    def stops(self) -> list[QWidget]:
        """Return what Tab visits inside, in order."""
        found: list[QWidget] = []
        each = self.panel.nextInFocusChain()
        while each is not None and each is not self.panel:
            if self.panel.isAncestorOf(each) and _takes_tab(each):
                found.append(each)
            each = each.nextInFocusChain()
        return found

    def focusNextPrevChild(self, next: bool) -> bool:
        """Keep Tab inside."""
        stops = self.stops()
        now = QApplication.focusWidget()
        place = stops.index(now) if now in stops else -1
        if stops:
            target = stops[(place + (1 if next else -1)) % len(stops)]
            forward = Qt.FocusReason.TabFocusReason
            target.setFocus(forward if next else Qt.FocusReason.BacktabFocusReason)
        return True

    def event(self, event: QEvent) -> bool:
        """Keep the shortcuts of the page behind from answering; only help, danger and lock do."""
        for_page = event.type() == QEvent.Type.ShortcutOverride
        if for_page and cast(QKeyEvent, event).key() not in _FOR_THE_WINDOW:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc says no; Enter says yes, or presses the button that has the focus."""
        if event.key() == Qt.Key.Key_Escape:
            self.reject()
        elif event.key() in _ENTER and self._may_accept():
            self.accept()
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the window whatever its size."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the scrim and the shadow of the card."""
        painter = start(self)
        scrim = QColor(SCRIM)
        scrim.setAlpha(128)
        painter.fillRect(self.rect(), scrim)
        paint_shadow(painter, QRectF(self.panel.geometry()), px(14))

    def _may_accept(self) -> bool:
        on_button = isinstance(QApplication.focusWidget(), QAbstractButton)
        return bool(self.accept_button.text()) and self.accept_button.isEnabled() and not on_button

    def _first_stop(self) -> QWidget:
        if self._danger and self.cancel_button.text():
            return self.cancel_button
        return next(iter(self.stops()), self.panel)

    def _fill(self, title: str, text: str, body: QWidget | None) -> None:
        layout = QVBoxLayout(self.panel)
        layout.setContentsMargins(px(26), px(24), px(26), px(22))
        layout.setSpacing(px(10))
        layout.addWidget(panel_title(title, wrap=True))
        if text:
            layout.addWidget(body_text(text, wrap=True))
        if body is not None:
            layout.addWidget(FittingScroll(body), 1)
        layout.addSpacing(px(8))
        row = QHBoxLayout()
        row.setSpacing(px(10))
        for button, act in ((self.cancel_button, self.reject), (self.accept_button, self.accept)):
            row.addWidget(button)
            if not button.text():
                button.hide()
            button.clicked.connect(act)
        row.insertStretch(1, 1)
        layout.addLayout(row)


def _takes_tab(widget: QWidget) -> bool:
    # The editor inside a time or list hands the keyboard on to what it is part of.
    policy = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
    return bool(policy) and widget.isEnabled() and widget.isVisible()
