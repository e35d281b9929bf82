"""When the book does not open: what, whether it is safe, and what to do, in order (15b)."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hgkm_desktop.texts import tr
from hgkm_desktop.ui.style import color, px
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.icon_label import IconLabel
from hgkm_desktop.ui.widgets.labels import bold, group_heading, hairline, label, muted
from hgkm_desktop.ui.widgets.painting import round_box, start
from hgkm_desktop.ui.widgets.scroll import FittingScroll
from hgkm_desktop.ui.widgets.skyline import Skyline
from hgkm_desktop.ui.widgets.steps import NumberMark
from hgkm_desktop.ui.widgets.strips import Banner

_TOP = Qt.AlignmentFlag.AlignTop


class _Sheet(QWidget):
    """The white card in the middle."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card."""
        round_box(start(self), QRectF(self.rect()), px(16), "card", "line")


class ErrorPage(QWidget):
    """Stands in place of everything else; no navigation."""

    retry = Signal()
    other_chosen = Signal()
    close_asked = Signal()

    def __init__(
        self,
        title: str,
        text: str,
        safe_bold: str = "",
        safe_text: str = "",
        steps: Sequence[tuple[str, str]] = (),
        code: str = "",
        other: str = "",
    ) -> None:
        super().__init__()
        self._skyline = Skyline("faint")
        self._skyline.setParent(self)
        self.retry_button = make_button(tr("Try again"), "primary", "arrow-clockwise", big=True)
        self.other_button = make_button(other, big=True)
        self.close_button = make_button(tr("Close"), "quiet")
        sheet = _Sheet()
        sheet.setMaximumWidth(px(700))
        inner = QVBoxLayout(sheet)
        inner.setContentsMargins(px(40), px(34), px(40), px(26))
        inner.setSpacing(px(10))
        inner.addLayout(_head(title, text))
        if safe_bold:
            inner.addSpacing(px(8))
            inner.addWidget(Banner(safe_text, "ok", safe_bold))
        self._add_steps(inner, steps)
        inner.addSpacing(px(10))
        inner.addLayout(self._buttons())
        if code:
            inner.addSpacing(px(6))
            inner.addWidget(muted(tr("For the administrator: error code {code}").format(code=code)))
        self._place(sheet)

    def resizeEvent(self, event: object) -> None:
        """Keep the street at the bottom."""
        self._skyline.setGeometry(0, self.height() - 250, self.width(), 250)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the page."""
        start(self).fillRect(self.rect(), color("page"))

    def _place(self, sheet: QWidget) -> None:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(px(24), px(64), px(24), px(24))
        row.addStretch(1)
        row.addWidget(sheet, 100, _TOP)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(FittingScroll(holder), 1)

    def _add_steps(self, inner: QVBoxLayout, steps: Sequence[tuple[str, str]]) -> None:
        if not steps:
            return
        inner.addSpacing(px(8))
        inner.addWidget(group_heading(tr("Do this, in this order")))
        for number, (strong, text) in enumerate(steps, start=1):
            inner.addWidget(hairline())
            row = QHBoxLayout()
            row.setContentsMargins(0, px(3), 0, px(3))
            row.setSpacing(px(15))
            row.addWidget(NumberMark(number, "tint"), 0, _TOP)
            column = QVBoxLayout()
            column.setSpacing(0)
            column.addWidget(bold(strong, wrap=True))
            column.addWidget(label(text, "body-muted", wrap=True))
            row.addLayout(column, 1)
            inner.addLayout(row)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(px(12))
        for button, told in (
            (self.retry_button, self.retry),
            (self.other_button, self.other_chosen),
            (self.close_button, self.close_asked),
        ):
            if not button.text():
                button.hide()
            button.clicked.connect(told)
        row.addWidget(self.retry_button)
        row.addWidget(self.other_button)
        row.addStretch(1)
        row.addWidget(self.close_button)
        return row


def _head(title: str, text: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(px(16))
    row.addWidget(IconLabel("lock-key", "am", 29, "regular", "amt", 52), 0, _TOP)
    column = QVBoxLayout()
    column.setSpacing(px(6))
    column.addWidget(label(title, "error-title", wrap=True))
    column.addWidget(label(text, "text-16", wrap=True))
    row.addLayout(column, 1)
    return row
