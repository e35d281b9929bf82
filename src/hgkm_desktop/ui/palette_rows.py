"""The lines of the palette: painted, with what was looked for marked in them (14)."""

from collections.abc import Iterator, Sequence
from typing import cast

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextLayout,
    QTextLine,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from hgkm_desktop.services.finding import Target
from hgkm_desktop.services.snippets import Marked
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.icons import paint_icon
from hgkm_desktop.ui.palette_lines import Line
from hgkm_desktop.ui.style import color, font, px
from hgkm_desktop.ui.widgets.badges import badge_width, paint_badge
from hgkm_desktop.ui.widgets.icon_cap import ENTER, paint_icon_cap
from hgkm_desktop.ui.widgets.key_cap import cap_width, paint_cap
from hgkm_desktop.ui.widgets.labels import label
from hgkm_desktop.ui.widgets.painting import (
    at_side,
    draw_text,
    inside,
    is_rtl,
    middle,
    round_box,
    sides,
    start,
    text_width,
)

Group = tuple[str, Sequence[Line]]
_HEIGHT, _SIDE, _TILE, _GAP, _ICON = 54, 14, 34, 13, 20


def _at_end(whole: QRectF, used: float, width: float, rtl: bool) -> QRectF:
    """Return room at the trailing side, before what stands there already."""
    return at_side(whole, whole.width() - used - width, width, rtl)


class Row(QAbstractButton):
    """One line; the one that Enter would open has a ground of its own."""

    pointed = Signal()

    def __init__(self, line: Line) -> None:
        super().__init__()
        self.line, self._is_current = line, False
        self.setAccessibleName(line.spoken())
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @property
    def is_current(self) -> bool:
        """Whether Enter opens this one."""
        return self._is_current

    def set_current(self, is_current: bool) -> None:
        """Be the one that Enter opens, or not any more."""
        self._is_current = is_current
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Become the one under the mouse when it really moves."""
        super().mouseMoveEvent(event)
        self.pointed.emit()

    def sizeHint(self) -> QSize:
        """Be as high as two lines."""
        return QSize(px(200), px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, icon, words, and what stands at the end."""
        painter, whole, rtl = start(self), QRectF(self.rect()), is_rtl(self)
        if self._is_current:
            round_box(painter, whole, px(9), "prit")
        tile = middle(at_side(whole, px(_SIDE), px(_TILE), rtl), px(_TILE))
        round_box(painter, tile, px(9), "card" if self._is_current else "sunk")
        hue = "pri" if self._is_current else "nt"
        paint_icon(painter, middle(tile, px(_ICON)), self.line.icon, hue)
        used = self._paint_end(painter, whole, rtl)
        words = inside(whole, px(_SIDE + _TILE + _GAP), used + px(_GAP), rtl)
        self._paint_words(painter, words, rtl)

    def _paint_end(self, painter: QPainter, whole: QRectF, rtl: bool) -> float:
        """Paint what stands at the trailing side; return how much room it takes."""
        used = float(px(_SIDE))
        if self._is_current:
            paint_icon_cap(painter, _at_end(whole, used, cap_width(""), rtl), ENTER)
            used += cap_width("") + px(12)
        if self.line.key:
            width = cap_width(self.line.key)
            paint_cap(painter, _at_end(whole, used, width, rtl), self.line.key)
            used += width + px(12)
        if self.line.may_call:
            text = tr("may be called now")
            width = badge_width(text, True)
            box = _at_end(whole, used, width, rtl)
            paint_badge(painter, box, text, "ok", "phone-call", rtl)
            used += width + px(12)
        return used

    def _paint_words(self, painter: QPainter, words: QRectF, rtl: bool) -> None:
        upper, lower = words, QRectF()
        if self.line.below.text:
            half = px(21)
            top = words.center().y() - half
            upper = QRectF(words.left(), top, words.width(), half)
            lower = upper.translated(0, half - px(1))
        bold = font(15, bold=True)
        paint_marked(painter, upper, self.line.title, bold, "ink", rtl)
        taken = text_width(bold, self.line.title.text) + px(9)
        if self.line.beside and taken < upper.width():
            box = inside(upper, taken, 0, rtl)
            draw_text(painter, box, self.line.beside, font(13), "mut", rtl)
        if lower.height():
            paint_marked(painter, lower, self.line.below, font(14), "mut", rtl)


def paint_marked(
    painter: QPainter, rect: QRectF, words: Marked, letters: QFont, hue: str, rtl: bool
) -> None:
    """Write one line at the leading side with its marks behind it, and dots where it is cut."""
    metrics = QFontMetricsF(letters)
    text = metrics.elidedText(words.text, Qt.TextElideMode.ElideRight, rect.width())
    layout, line = _laid_out(text, letters, rect.width(), rtl)
    at = QPointF(rect.left(), rect.center().y() - line.height() / 2)
    high = letters.pixelSize() * 1.4
    for begin, end in _whole(words, text):
        for left, right in _stretches(line, begin, end):
            box = QRectF(at.x() + left, rect.center().y() - high / 2, right - left, high)
            round_box(painter, box.adjusted(-1, 0, 1, 0), px(3), "amt", "aml")
    painter.setPen(color(hue))
    layout.draw(painter, at)


def _laid_out(text: str, letters: QFont, width: float, rtl: bool) -> tuple[QTextLayout, QTextLine]:
    right, left = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
    option = QTextOption(Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft)
    option.setTextDirection(right if rtl else left)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout = QTextLayout(text, letters)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width)
    layout.endLayout()
    return layout, line


def _stretches(line: QTextLine, begin: int, end: int) -> Iterator[tuple[float, float]]:
    """Yield from where to where letters are painted; between two directions cursors are unsure."""
    for run in line.glyphRuns(begin, end - begin):
        box = run.boundingRect()
        yield box.left(), box.right()


def _whole(words: Marked, shown: str) -> Iterator[tuple[int, int]]:
    """Yield the marks that are seen whole; a text that was cut ends in a dot that is no text."""
    seen = len(shown) if shown == words.text else len(shown) - 1
    yield from ((begin, end) for begin, end in words.spans if end <= seen)


class Heading(QWidget):
    """The name of a group of lines."""

    def __init__(self, text: str) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*sides(self, _SIDE, 8, _SIDE, 3))
        layout.addWidget(label(text, "label-muted"))


class Note(QWidget):
    """A sentence above the lines: what is still being read, or that nothing was found."""

    def __init__(self, text: str) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*sides(self, _SIDE, 12, _SIDE, 4))
        layout.addWidget(label(text, "muted", wrap=True))


class Rows(QWidget):
    """The lines in their groups; always one of them is the current one, while there are any."""

    opened = Signal()
    moved = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Row] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(px(8), px(4), px(8), px(8))
        self._column.setSpacing(0)

    @property
    def current(self) -> int:
        """The number of the current line, -1 when there is none."""
        return next((place for place, row in enumerate(self.rows) if row.is_current), -1)

    def show_lines(
        self, groups: Sequence[tuple[str, Sequence[Line]]], note: QWidget | None
    ) -> None:
        """Show other lines; the first is the current one."""
        self._clear()
        if note is not None:
            self._stand(note)
        for title, lines in groups:
            self._stand(Heading(title))
            for line in lines:
                self._add(Row(line))
        self.go_to(0)

    def height_for(self, width: int) -> int:
        """Return how high all lines are together."""
        if self._column.hasHeightForWidth():
            return self._column.totalHeightForWidth(width)
        return self._column.totalSizeHint().height()

    def target(self) -> Target | None:
        """Return what the current line opens."""
        return next((row.line.target for row in self.rows if row.is_current), None)

    def go_to_target(self, target: Target | None) -> None:
        """Let the line that opens this be the current one, or else the first."""
        targets = [row.line.target for row in self.rows]
        self.go_to(targets.index(target) if target in targets else 0)

    def go_to(self, place: int) -> None:
        """Let another line be the current one."""
        for each, row in enumerate(self.rows):
            row.set_current(each == place)
        if 0 <= place < len(self.rows):
            self.moved.emit(self.rows[place])

    def step(self, by: int) -> None:
        """Go some lines down, or up; from the last to the first and back, one by one."""
        if self.rows:
            many, place = len(self.rows), self.current + by
            alone = abs(by) == 1
            self.go_to(place % many if alone else min(max(place, 0), many - 1))

    def _add(self, row: Row) -> None:
        self.rows.append(row)
        row.pointed.connect(self._on_pointed)
        row.clicked.connect(self._on_clicked)
        self._stand(row)

    def _stand(self, part: QWidget) -> None:
        """Add a part and show it at once: a layout counts it only then."""
        self._column.addWidget(part)
        part.show()

    def _clear(self) -> None:
        self.rows = []
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _on_pointed(self) -> None:
        place = self._place_of_sender()
        if place != self.current:
            self.go_to(place)

    def _on_clicked(self) -> None:
        self.go_to(self._place_of_sender())
        self.opened.emit()

    def _place_of_sender(self) -> int:
        return self.rows.index(cast(Row, self.sender()))
