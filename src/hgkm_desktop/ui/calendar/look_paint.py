"""Paints blocks as they were laid out: ground, stripe, words, circle and mark."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen

from hgkm_desktop.ui.calendar.look import STRIPE, Look, Words, circle_letters
from hgkm_desktop.ui.icons import paint_icon
from hgkm_desktop.ui.style import color, px, theme
from hgkm_desktop.ui.widgets.painting import draw_centred, inside, round_box

RADIUS = 8
_AT_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
_SIDES = {False: Qt.AlignmentFlag.AlignLeft, True: Qt.AlignmentFlag.AlignRight}


def paint_look(painter: QPainter, look: Look) -> None:
    """Paint a block."""
    _paint_ground(painter, look)
    for words in look.words:
        paint_words(painter, words, look.rtl)
    if look.circle is not None:
        paint_circle(painter, *look.circle)
    if look.mark is not None:
        paint_icon(painter, *look.mark)


def paint_words(painter: QPainter, words: Words, rtl: bool) -> None:
    """Write one line that was made to fit."""
    painter.setFont(words.letters)
    painter.setPen(color(words.hue))
    painter.drawText(words.box, int(_AT_LEFT | _SIDES[rtl]), words.text)


def paint_circle(painter: QPainter, box: QRectF, name: str, hue: int) -> None:
    """Paint the circle of a person with the first letter of her name."""
    round_box(painter, box, box.height() / 2, f"c{hue}" if hue else "line2")
    letters = circle_letters(box.height())
    draw_centred(painter, box, name.strip()[:1].upper(), letters, "onc" if hue else "ink")


def paint_chosen(painter: QPainter, look: Look) -> None:
    """Paint the edge of the block that is chosen, just outside it."""
    box = look.box.adjusted(-2, -2, 2, 2)
    round_box(painter, box, _radius(look) + 2, "", "pri", 3)


def paint_carried(painter: QPainter, look: Look) -> None:
    """Paint the edge of a block on its way to another moment."""
    pen = QPen(color("pri"), 2)
    pen.setDashPattern([3, 2])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    radius = _radius(look)
    painter.drawRoundedRect(look.box.adjusted(1, 1, -1, -1), radius, radius)


def _paint_ground(painter: QPainter, look: Look) -> None:
    radius = _radius(look)
    # Where the system gives few colours, only an edge keeps the blocks apart, and lines would
    # be as strong as the words over them.
    edge = look.edge or ("line" if theme.high_contrast else "")
    if not look.stripe:
        round_box(painter, look.box, radius, look.ground, edge)
        if look.hatched and not theme.high_contrast:
            _paint_hatch(painter, look.box, radius)
        return
    # Two halves of the same round box, so that no colour shows through at the corners.
    wide = look.box.width()
    _paint_part(painter, look, look.stripe, inside(look.box, 0, wide - px(STRIPE), look.rtl))
    _paint_part(painter, look, look.ground, inside(look.box, px(STRIPE), 0, look.rtl))
    if edge:
        round_box(painter, look.box, radius, "", edge)


def _paint_part(painter: QPainter, look: Look, hue: str, part: QRectF) -> None:
    painter.save()
    painter.setClipRect(part.adjusted(0, -1, 0, 1), Qt.ClipOperation.IntersectClip)
    round_box(painter, look.box, _radius(look), hue)
    painter.restore()


def _paint_hatch(painter: QPainter, box: QRectF, radius: float) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(color("ntl"), Qt.BrushStyle.BDiagPattern))
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), radius - 1, radius - 1)


def _radius(look: Look) -> float:
    return min(px(RADIUS), look.box.height() / 3, look.box.width() / 3)
