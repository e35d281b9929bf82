"""How one line of the timeline looks: everything is painted from the leading side.

Out of labels, a screenful of notes took a quarter of a second (measured in November 2026).
"""

from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from hgkm_desktop.texts import tr
from hgkm_desktop.ui.breaking import as_typed
from hgkm_desktop.ui.icons import paint_icon
from hgkm_desktop.ui.style import color, font, px
from hgkm_desktop.ui.views.cases.moments import Moment, when
from hgkm_desktop.ui.views.cases.note_box import NoteBox
from hgkm_desktop.ui.views.cases.written import Run, Written
from hgkm_desktop.ui.widgets.painting import at_side, draw_text, middle, round_box, text_width

WHEN, GAP, CIRCLE, BUTTON = 76, 12, 32, 34
COLUMN = WHEN + GAP + CIRCLE + GAP
TOP, UNDER_TITLE = 6, 4
SEAL, SEAL_GAP = 16, 6
LOOK = 150
"""What the button of an appointment may take of its first line."""
GROUNDS = {"nt": "sunk", "pri": "prit"}


class Face:
    """A day, a circle on the line, a title with who it was, and what was said."""

    def __init__(self, moment: Moment, today: date, *, last: bool, veiled: bool) -> None:
        self.moment, self._last = moment, last
        self.said = when(moment, today)
        who = f"\u2002{as_typed(moment.who)}" if moment.who else ""
        self._when = Written(Run(self.said, 14, hue="mut"), towards_end=True)
        self._title = Written(Run(moment.title, bold=True), Run(who, 14, hue="mut"))
        self._text = Written(Run(as_typed(moment.text), 14))
        has_box = moment.note is not None and not veiled
        self.box = NoteBox(moment, today) if has_box else None

    def words(self) -> str:
        """Return all that is shown, to be read aloud."""
        moment = self.moment
        told = [self.said.replace("\n", " "), f"{moment.title} {moment.who}".strip(), moment.text]
        return ". ".join(part for part in (*told, self.box.words() if self.box else "") if part)

    def height(self, width: float, rtl: bool) -> float:
        """Return how far down it goes."""
        column = width - px(COLUMN)
        y = px(TOP) + self._title.height(self._first_line(width), rtl)
        if self.moment.text:
            y += px(UNDER_TITLE) + self._text.height(column, rtl)
        if self.box is not None:
            y += px(2 * UNDER_TITLE) + self.box.height(column, rtl)
        return max(y, px(TOP) + self._when.height(px(WHEN), rtl))

    def paint(self, painter: QPainter, whole: QRectF, rtl: bool) -> None:
        """Paint it in a rectangle that is high enough."""
        day = at_side(whole, 0, px(WHEN), rtl)
        self._when.paint(painter, QPointF(day.left(), px(TOP + 1)), day.width(), rtl)
        self._paint_mark(painter, at_side(whole, px(WHEN + GAP), px(CIRCLE), rtl))
        column = at_side(whole, px(COLUMN), whole.width() - px(COLUMN), rtl)
        first = self._first_line(whole.width())
        line = at_side(column, 0, first, rtl)
        self._title.paint(painter, QPointF(line.left(), px(TOP)), first, rtl)
        y = px(TOP) + self._title.height(first, rtl) + px(UNDER_TITLE)
        self._text.paint(painter, QPointF(column.left(), y), column.width(), rtl)
        if self.moment.note is not None:
            self._paint_seal(painter, column, rtl)
        if self.box is not None:
            height = self.box.height(column.width(), rtl)
            room = QRectF(column.left(), y + px(UNDER_TITLE), column.width(), height)
            self.box.paint(painter, room, rtl)

    def forget(self) -> None:
        """Lay everything out again: colours or letters have changed."""
        for part in (self._when, self._title, self._text, self.box):
            if part is not None:
                part.forget()

    def _first_line(self, width: float) -> float:
        """Return the room of the title; beside that of a note stands its seal."""
        column = width - px(COLUMN)
        if self.moment.visit is not None:
            return column - px(LOOK)
        if self.moment.note is None:
            return column
        return column - _seal_width() - px(BUTTON + 2 * GAP)

    def _paint_mark(self, painter: QPainter, room: QRectF) -> None:
        tone, centre = self.moment.tone, room.center().x()
        if not self._last:
            pen = QPen(color("line2"), px(2))
            if self.moment.planned:
                pen.setDashPattern([2, 2])
                pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            ends = QPointF(centre, px(CIRCLE + 4)), QPointF(centre, room.bottom())
            painter.drawLine(*ends)
        circle = QRectF(room.left(), px(1), px(CIRCLE), px(CIRCLE))
        edge = tone if self.moment.planned else ""
        round_box(painter, circle, px(CIRCLE) / 2, GROUNDS.get(tone, f"{tone}t"), edge, 1.5)
        paint_icon(painter, middle(circle, px(17)), self.moment.icon, tone)

    def _paint_seal(self, painter: QPainter, column: QRectF, rtl: bool) -> None:
        row = QRectF(column.left(), 0, column.width(), px(BUTTON))
        offset = row.width() - _seal_width() - px(BUTTON + GAP // 2)
        mark = middle(at_side(row, offset, px(SEAL), rtl), px(SEAL))
        paint_icon(painter, mark, "seal-check", "mut")
        words = at_side(row, offset + px(SEAL + SEAL_GAP), _seal_width(), rtl)
        draw_text(painter, words, tr("sealed"), font(13), "mut", rtl)


def _seal_width() -> float:
    return px(SEAL + SEAL_GAP) + text_width(font(13), tr("sealed"))
