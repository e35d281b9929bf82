"""Numbered steps: on the binding of the first start, and down a page."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from hgkm_desktop.texts import tr
from hgkm_desktop.ui.icons import paint_icon
from hgkm_desktop.ui.style import font, px
from hgkm_desktop.ui.widgets.painting import (
    at_side,
    draw_centred,
    draw_text,
    inside,
    is_rtl,
    middle,
    round_box,
    start,
)

_ROW = 62


class NumberMark(QWidget):
    """A number in a circle: ring (to do), tint (in a list) or done (a mark)."""

    def __init__(self, number: int, kind: str = "ring") -> None:
        super().__init__()
        self._number, self._kind = number, kind
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_kind(kind)

    def set_kind(self, kind: str) -> None:
        """Show another state."""
        self._kind = kind
        self.setAccessibleName(str(self._number))
        self.setAccessibleDescription(tr("Done") if kind == "done" else "")
        self.update()

    def sizeHint(self) -> QSize:
        """Be a circle."""
        return QSize(px(32), px(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the circle and the number or mark."""
        painter, whole = start(self), QRectF(self.rect())
        radius = whole.height() / 2
        if self._kind == "done":
            round_box(painter, whole, radius, "oks")
            paint_icon(painter, middle(whole, px(17)), "check", "card", "bold")
            return
        tinted = self._kind == "tint"
        round_box(painter, whole, radius, "prit" if tinted else "", "" if tinted else "pri", 2)
        draw_centred(painter, whole, str(self._number), font(15, bold=True), "pri")


class StepList(QWidget):
    """The steps of the first start on the binding: done, now, and to come."""

    def __init__(self, steps: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._rows = [_StepRow(number, *step) for number, step in enumerate(steps, start=1)]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for row in self._rows:
            layout.addWidget(row)
        self.set_current(0)

    def set_current(self, current: int) -> None:
        """Show which step it is, counted from 0."""
        for place, row in enumerate(self._rows):
            row.set_state("done" if place < current else "now" if place == current else "later")
        name = tr("Step {number} of {total}: {title}").format(
            number=current + 1, total=len(self._rows), title=self._rows[current].title
        )
        self.setAccessibleName(name)


class _StepRow(QWidget):
    """One step on the binding."""

    def __init__(self, number: int, title: str, subtitle: str) -> None:
        super().__init__()
        self.title, self._subtitle, self._number = title, subtitle, number
        self._state = "later"
        self.setFixedHeight(px(_ROW))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_state(self, state: str) -> None:
        """Show done, now or later."""
        self._state = state
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the circle and the two lines."""
        painter, whole, rtl = start(self), QRectF(self.rect()), is_rtl(self)
        self._paint_circle(painter, middle(at_side(whole, 0, px(34), rtl), px(34)))
        words = inside(whole, px(48), 0, rtl)
        upper = QRectF(words.left(), px(11), words.width(), px(21))
        lower = QRectF(words.left(), px(31), words.width(), px(20))
        now = self._state == "now"
        hue = "bindhead" if now else "bindink"
        draw_text(painter, upper, self.title, font(16, bold=now), hue, rtl)
        draw_text(painter, lower, self._subtitle, font(14), "bindmut", rtl)

    def _paint_circle(self, painter: QPainter, circle: QRectF) -> None:
        radius, number = circle.height() / 2, str(self._number)
        if self._state == "done":
            round_box(painter, circle, radius, "bind2")
            paint_icon(painter, middle(circle, px(18)), "check", "bindink", "bold")
        elif self._state == "now":
            round_box(painter, circle, radius, "ribbon")
            draw_centred(painter, circle, number, font(15, bold=True), "onribbon")
        else:
            round_box(painter, circle, radius, "", "bindedge", 1.5)
            draw_centred(painter, circle, number, font(15, bold=True), "bindmut")
