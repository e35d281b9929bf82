"""One sheet in the gallery: a small drawn page in its colour, its name, how many languages."""

from unicodedata import bidirectional

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from hgkm_desktop.ui.icons import paint_icon
from hgkm_desktop.ui.style import color, font, px
from hgkm_desktop.ui.views.handouts import words
from hgkm_desktop.ui.widgets.painting import (
    at_side,
    draw_text,
    inside,
    is_rtl,
    middle,
    round_box,
    start,
)

HUES = {"green": "c1", "blue": "c2", "ochre": "c3", "purple": "c4", "olive": "c5", "slate": "c6"}
LEFT_TO_RIGHT, RIGHT_TO_LEFT, END = "\u2066", "\u2067", "\u2069"
LINES = (0.92, 0.80, 0.88, 0.58)
EDGE, PAGE_HEIGHT, TITLE_LINES, LEAST = 11, 124, 3, 132


class SheetTile(QAbstractButton):
    """Pressed it shows its sheet; Enter also brings the keyboard there."""

    opened = Signal()

    def __init__(self, sheet_id: str, icon: str, hue: str, theme: str) -> None:
        super().__init__()
        self.sheet_id, self.theme = sheet_id, theme
        self._icon, self._hue = icon, hue
        self.languages = words.how_many_languages(sheet_id)
        self.ring_radius = px(12)
        self.setText(words.title_of(sheet_id))
        self.setAccessibleName(self.text())
        self.setAccessibleDescription(self.languages)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def nextCheckState(self) -> None:
        """Leave to the gallery which tile is the one."""

    def sizeHint(self) -> QSize:
        """Have room for the page, three lines of its name, and the languages."""
        title = QFontMetricsF(font(15, bold=True)).lineSpacing() * TITLE_LINES
        return QSize(px(LEAST), round(px(EDGE + PAGE_HEIGHT + 8) + title + px(4 + 24 + 8)))

    def minimumSizeHint(self) -> QSize:
        """Be as narrow as three beside each other on a small screen."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter; Space only shows it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card, the page on it, and the words."""
        painter, whole, rtl = start(self), QRectF(self.rect()), is_rtl(self)
        if self.isChecked():
            round_box(painter, whole, px(12), "prit", "pri", 2)
        else:
            round_box(painter, whole, px(12), "sunk" if self.underMouse() else "card", "line")
        side = px(EDGE)
        page = QRectF(side, side, whole.width() - 2 * side, px(PAGE_HEIGHT))
        self._paint_page(painter, page, rtl)
        below = inside(whole, side, side, rtl)
        below.setTop(page.bottom() + px(8))
        self._paint_title(painter, below, rtl)
        foot = QRectF(below.left(), whole.bottom() - px(8 + 24), below.width(), px(24))
        mark = middle(at_side(foot, 0, px(17), rtl), px(17))
        paint_icon(painter, mark, "translate", "mut")
        draw_text(painter, inside(foot, px(23), 0, rtl), self.languages, font(14), "mut", rtl)

    def _paint_page(self, painter: QPainter, page: QRectF, rtl: bool) -> None:
        round_box(painter, page, px(4), "card", "line")
        body = inside(page, px(15), px(15), rtl)
        top = QRectF(body.left(), page.top() + px(13), body.width(), px(4))
        round_box(painter, top, px(2), self._hue)
        row = QRectF(body.left(), page.top() + px(29), body.width(), px(36))
        paint_icon(painter, at_side(row, 0, px(36), rtl), self._icon, self._hue)
        for place, share in enumerate(LINES):
            y = page.top() + px(73) + place * px(12)
            line = at_side(QRectF(body.left(), y, body.width(), px(5)), 0, 0, rtl)
            width = body.width() * share
            left = body.right() - width if rtl else body.left()
            round_box(painter, QRectF(left, line.top(), width, line.height()), px(2), "line2")

    def _paint_title(self, painter: QPainter, room: QRectF, rtl: bool) -> None:
        letters = letters_for(self.text(), room.width())
        spacing = QFontMetricsF(letters).lineSpacing()
        for place, line in enumerate(lines_of(self.text(), letters, room.width())):
            box = QRectF(room.left(), room.top() + place * spacing, room.width(), spacing)
            painter.setFont(letters)
            painter.setPen(color("ink"))
            side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
            flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
            painter.drawText(box, int(flags), f"{_isolate_of(self.text())}{line}{END}")


def _isolate_of(title: str) -> str:
    """Return the sign that keeps every line of a title in the direction of the whole."""
    ways = (bidirectional(letter) for letter in title)
    strong = next((way for way in ways if way in ("L", "R", "AL")), "L")
    return LEFT_TO_RIGHT if strong == "L" else RIGHT_TO_LEFT


def letters_for(title: str, width: float) -> QFont:
    """Return letters in which the longest word of a title fits; a little smaller where it must."""
    usual, smaller = font(15, bold=True), font(14, bold=True)
    longest = max(title.split(), key=len)
    return usual if QFontMetricsF(usual).horizontalAdvance(longest) <= width else smaller


def lines_of(text: str, letters: QFont, width: float) -> list[str]:
    """Return a title broken into lines that fit; the last one ends in dots when it does not."""
    metrics = QFontMetricsF(letters)
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and metrics.horizontalAdvance(longer) > width and len(lines) < TITLE_LINES:
            lines.append(word)
        else:
            lines[-1] = longer
    return [metrics.elidedText(line, Qt.TextElideMode.ElideRight, width) for line in lines]
