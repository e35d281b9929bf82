"""Badges: a state in shape, word and colour together (LOOK.md 1 and 4).

The painting functions are shared with the cells of tables.
"""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hgkm_desktop.ui.icons import paint_icon
from hgkm_desktop.ui.style import font, px
from hgkm_desktop.ui.widgets.painting import (
    at_side,
    draw_text,
    is_rtl,
    middle,
    round_box,
    start,
    text_width,
)
from hgkm_desktop.ui.widgets.signal import paint_bars, tone_of

HEIGHT = 24


def tag_width(text: str) -> float:
    """Return how wide a plain tag is."""
    return text_width(font(13), text) + px(18)


def paint_tag(painter: QPainter, rect: QRectF, text: str, rtl: bool, ground: str = "sunk") -> None:
    """Paint a plain tag at the leading side of a rectangle."""
    width = min(tag_width(text), rect.width())
    box = middle(at_side(rect, 0, width, rtl), width, px(HEIGHT))
    round_box(painter, box, px(6), ground)
    draw_text(painter, box.adjusted(px(9), 0, -px(8), 0), text, font(13), "ink", rtl)


def badge_width(text: str, marked: bool) -> float:
    """Return how wide a badge is; `marked` with an icon before the word."""
    lead = px(7 + 15 + 5) if marked else px(9)
    return lead + text_width(font(13, bold=True), text) + px(9)


def paint_badge(
    painter: QPainter, rect: QRectF, text: str, tone: str, icon: str, rtl: bool
) -> None:
    """Paint a badge at the leading side of a rectangle."""
    width = min(badge_width(text, bool(icon)), rect.width())
    box = middle(at_side(rect, 0, width, rtl), width, px(HEIGHT))
    round_box(painter, box, px(6), f"{tone}t")
    lead = px(9)
    if icon:
        square = middle(at_side(box, px(7), px(15), rtl), px(15))
        paint_icon(painter, square, icon, tone, "fill")
        lead = px(7 + 15 + 5)
    words = at_side(box, lead, width - lead - px(4), rtl)
    draw_text(painter, words, text, font(13, bold=True), tone, rtl)


def signal_width(text: str, quiet: bool) -> float:
    """Return how wide a signal badge is; a quiet one has no ground."""
    letters = font(14) if quiet else font(13, bold=True)
    return px(7 + 16 + 7) + text_width(letters, text) + px(9)


def paint_signal(
    painter: QPainter, rect: QRectF, level: str, text: str, rtl: bool, quiet: bool = False
) -> None:
    """Paint bars and a word at the leading side of a rectangle; the bars never mirror."""
    tone = tone_of(level)
    width = min(signal_width(text, quiet), rect.width())
    box = middle(at_side(rect, 0, width, rtl), width, px(HEIGHT))
    if not quiet:
        round_box(painter, box, px(6), f"{tone}t")
    square = middle(at_side(box, px(7), px(16), rtl), px(16))
    paint_bars(painter, square, level)
    lead = px(7 + 16 + 7)
    letters, hue = (font(14), "mut") if quiet else (font(13, bold=True), tone)
    draw_text(painter, at_side(box, lead, width - lead - px(4), rtl), text, letters, hue, rtl)


class _Painted(QWidget):
    """A small painted thing with a word on it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _width(self) -> float:
        return tag_width(self._text)

    def sizeHint(self) -> QSize:
        """Be as wide as what is painted."""
        return QSize(round(self._width() + 0.49), px(HEIGHT))


class Tag(_Painted):
    """A plain word on a calm ground, such as a topic."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tag."""
        paint_tag(start(self), QRectF(self.rect()), self._text, is_rtl(self))


class Badge(_Painted):
    """A state in one of five tones: ok, am (let op), rd (gevaar), bl (info), nt."""

    def __init__(self, text: str, tone: str = "nt", icon: str = "") -> None:
        super().__init__(text)
        self._tone, self._icon = tone, icon

    def say(self, text: str, tone: str, icon: str = "") -> None:
        """Show another state."""
        self._text, self._tone, self._icon = text, tone, icon
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def _width(self) -> float:
        return badge_width(self._text, bool(self._icon))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the badge."""
        whole = QRectF(self.rect())
        paint_badge(start(self), whole, self._text, self._tone, self._icon, is_rtl(self))


class SignalBadge(_Painted):
    """Bars and a word; `quiet` without a ground, for a level nobody has to act on."""

    def __init__(self, level: str, text: str, quiet: bool = False) -> None:
        super().__init__(text)
        self._level, self._quiet = level, quiet
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def _width(self) -> float:
        return signal_width(self._text, self._quiet)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the badge."""
        whole = QRectF(self.rect())
        paint_signal(start(self), whole, self._level, self._text, is_rtl(self), self._quiet)
