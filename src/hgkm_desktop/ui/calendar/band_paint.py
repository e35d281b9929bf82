"""Paints the band of a day: hours, the names of the rows, bars, and the marker of now."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from hgkm_desktop.texts import tr
from hgkm_desktop.ui.calendar.band import BAR, TOP, BandPlaces, Bar, PlacedBar
from hgkm_desktop.ui.calendar.block import plain
from hgkm_desktop.ui.calendar.look_paint import paint_circle
from hgkm_desktop.ui.icons import paint_icon
from hgkm_desktop.ui.style import color, font, px
from hgkm_desktop.ui.widgets.painting import (
    at_side,
    draw_centred,
    draw_text,
    hairline_at,
    inside,
    middle,
    round_box,
    text_width,
)

_PILL, _PILL_WIDTH, _PILL_TOP, _LINE = 20, 50, 4, 2
_SIDE, _ICON, _GAP, _WITHIN, _CIRCLE = 14, 17, 8, 6, 22
_MIX = 0.45


def paint_hours(
    painter: QPainter, places: BandPlaces, height: float, now: int | None = None
) -> None:
    """Paint a line and a number for each hour; no number meets another, or the pill of now."""
    scale, letters = places.scale, font(13)
    first, last = scale.hours
    apart = abs(scale.x((first + 1) * 60) - scale.x(first * 60))
    every = max(1, -(-px(30) // max(1, round(apart))))
    pill = None if now is None else scale.x(now)
    for hour in range(first, last + 1):
        x = round(scale.x(hour * 60)) + 0.5
        hairline_at(painter, QPointF(x, px(26)), QPointF(x, height - px(6)))
        is_free = pill is None or abs(x - pill) > px(_PILL_WIDTH / 2 + 9)
        if is_free and (hour - first) % every == 0:
            box = QRectF(x - px(20), px(5), px(40), px(18))
            draw_centred(painter, box, str(hour), letters, "mut")


def paint_names(painter: QPainter, places: BandPlaces, width: float) -> None:
    """Paint the icon and the name of each row at its leading side."""
    rtl, wide = places.scale.rtl, places.names_width()
    for row, top in zip(places.rows, places.tops, strict=True):
        whole = QRectF(0, top, width, px(BAR))
        square = middle(at_side(whole, px(_SIDE), px(_ICON), rtl), px(_ICON))
        paint_icon(painter, square, row.icon, "mut")
        lead = px(_SIDE + _ICON + _GAP)
        words = at_side(whole, lead, wide - lead - px(2), rtl)
        draw_text(painter, words, plain(row.title), font(14), "mut", rtl)


def paint_nothing(painter: QPainter, places: BandPlaces) -> None:
    """Say that there is nothing."""
    scale, letters, words = places.scale, font(14), tr("Nothing is planned")
    whole = QRectF(scale.left, px(TOP), scale.right - scale.left, px(BAR))
    box = middle(whole, text_width(letters, words) + px(16), whole.height())
    painter.fillRect(box, color("card"))
    draw_centred(painter, box, words, letters, "mut")


def paint_bar(painter: QPainter, placed: PlacedBar, rtl: bool) -> None:
    """Paint one bar with its words, and the circle of whoever it is of."""
    bar, box = placed.bar, placed.box
    ground, hue = _hues(bar)
    round_box(painter, box, px(6), ground)
    painter.setPen(QPen(_edge(bar), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), px(6) - 0.5, px(6) - 0.5)
    room = inside(box, px(_WITHIN), px(_WITHIN), rtl)
    if bar.person:
        side = px(_CIRCLE)
        ring = at_side(box, px(2), side, rtl)
        paint_circle(painter, middle(ring, side), plain(bar.person), bar.color)
        room = inside(box, px(2 + _WITHIN) + side, px(2), rtl)
    if room.width() >= px(12):
        draw_text(painter, room, plain(bar.text), font(13, bold=True), hue, rtl)


def paint_now(painter: QPainter, places: BandPlaces, minute: int, words: str, high: float) -> None:
    """Paint the line of now, with its time in a pill at the top."""
    x, letters = round(places.scale.x(minute)), font(13, bold=True)
    line = QRectF(x - px(_LINE) / 2, px(_PILL_TOP + _PILL), px(_LINE), high)
    painter.fillRect(line, color("rds"))
    pill = QRectF(x - px(_PILL_WIDTH) / 2, px(_PILL_TOP), px(_PILL_WIDTH), px(_PILL))
    round_box(painter, pill, pill.height() / 2, "rds")
    draw_centred(painter, pill, words, letters, "onc")


def _hues(bar: Bar) -> tuple[str, str]:
    return (f"c{bar.color}t", f"c{bar.color}") if bar.color else (f"{bar.tone}t", bar.tone)


def _edge(bar: Bar) -> QColor:
    """Return the edge of a bar: a person's is between her colour and its tint."""
    if not bar.color:
        return color(f"{bar.tone}l")
    strong, tint = color(f"c{bar.color}"), color(f"c{bar.color}t")
    pairs = (
        (strong.red(), tint.red()),
        (strong.green(), tint.green()),
        (strong.blue(), tint.blue()),
    )
    return QColor(*(round(_MIX * a + (1 - _MIX) * b) for a, b in pairs))
