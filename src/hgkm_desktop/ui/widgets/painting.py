"""What painted widgets share: sides that mirror, text that never does, round shapes.

In right-to-left languages the geometry of a widget turns round, but text, digits and signal
bars do not (LOOK.md 5 and 10).
"""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from hgkm_desktop.ui.style import color, px
from hgkm_desktop.ui.style import font as look_font

CENTER = Qt.AlignmentFlag.AlignCenter
_VERTICAL = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
_LEFT = _VERTICAL | Qt.AlignmentFlag.AlignLeft
_RIGHT = _VERTICAL | Qt.AlignmentFlag.AlignRight
_FIRST_STRONG, _POP = "\u2068", "\u2069"


def is_rtl(widget: QWidget) -> bool:
    """Say whether a widget runs from right to left."""
    return widget.layoutDirection() == Qt.LayoutDirection.RightToLeft


def isolate(text: str, rtl: bool) -> str:
    """Keep the word order of a text inside a right-to-left page ("20 min" stays "20 min")."""
    return f"{_FIRST_STRONG}{text}{_POP}" if rtl and text else text


def start(widget: QWidget) -> QPainter:
    """Return a smooth painter on a widget."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter


def at_side(rect: QRectF, offset: float, width: float, rtl: bool) -> QRectF:
    """Return a strip of a rectangle, `offset` from its leading side."""
    left = rect.right() - offset - width if rtl else rect.left() + offset
    return QRectF(left, rect.top(), width, rect.height())


def inside(rect: QRectF, leading: float, trailing: float, rtl: bool) -> QRectF:
    """Return a rectangle without its leading and trailing margin."""
    left, right = (trailing, leading) if rtl else (leading, trailing)
    return rect.adjusted(left, 0, -right, 0)


def sides(
    widget: QWidget, leading: int, top: int, trailing: int, bottom: int
) -> tuple[int, int, int, int]:
    """Return margins for a layout, which Qt does not mirror by itself."""
    left, right = (trailing, leading) if is_rtl(widget) else (leading, trailing)
    return px(left), px(top), px(right), px(bottom)


def middle(rect: QRectF, width: float, height: float | None = None) -> QRectF:
    """Return a box in the middle of a rectangle."""
    box = QRectF(0, 0, width, height or width)
    box.moveCenter(rect.center())
    return box


def round_box(
    painter: QPainter, rect: QRectF, radius: float, fill: str = "", edge: str = "", width: float = 1
) -> None:
    """Paint a rounded box with its edge wholly inside the rectangle."""
    painter.setBrush(color(fill) if fill else Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(color(edge), width) if edge else QPen(Qt.PenStyle.NoPen))
    half = width / 2 if edge else 0
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius - half, radius - half)


def box_path(rect: QRectF, left: float, right: float) -> QPainterPath:
    """Return a box whose left and right corners have their own radius."""
    path = QPainterPath()
    path.moveTo(rect.left() + left, rect.top())
    path.lineTo(rect.right() - right, rect.top())
    path.arcTo(rect.right() - 2 * right, rect.top(), 2 * right, 2 * right, 90, -90)
    path.lineTo(rect.right(), rect.bottom() - right)
    path.arcTo(rect.right() - 2 * right, rect.bottom() - 2 * right, 2 * right, 2 * right, 0, -90)
    path.lineTo(rect.left() + left, rect.bottom())
    path.arcTo(rect.left(), rect.bottom() - 2 * left, 2 * left, 2 * left, 270, -90)
    path.lineTo(rect.left(), rect.top() + left)
    path.arcTo(rect.left(), rect.top(), 2 * left, 2 * left, 180, -90)
    return path


def text_width(font: QFont, text: str) -> float:
    """Return how wide a text is, rounded up so that it is never cut."""
    return float(int(QFontMetricsF(font).horizontalAdvance(text)) + 1)


def line_height(text: str, pixels: int = 15) -> int:
    """Return how high a line of this text is: Arabic letters need more room than Latin ones."""
    one_line = Qt.TextFlag.TextSingleLine.value
    needed = QFontMetricsF(look_font(pixels)).size(one_line, text).height()
    return round(needed)


def draw_text(
    painter: QPainter, rect: QRectF, text: str, font: QFont, hue: str, rtl: bool = False
) -> None:
    """Write one line at the leading side of a rectangle, with dots where it does not fit."""
    fitting = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.setFont(font)
    painter.setPen(color(hue))
    painter.drawText(rect, int(_RIGHT if rtl else _LEFT), isolate(fitting, rtl))


def draw_centred(painter: QPainter, rect: QRectF, text: str, font: QFont, hue: str) -> None:
    """Write one line in the middle of a rectangle."""
    painter.setFont(font)
    painter.setPen(color(hue))
    painter.drawText(rect, int(CENTER), text)


def hairline_at(painter: QPainter, start_at: QPointF, end_at: QPointF, hue: str = "line") -> None:
    """Draw a line of one pixel."""
    painter.setPen(QPen(color(hue), 1))
    painter.drawLine(start_at, end_at)


def radius_of(widget: QWidget) -> int:
    """Return the radius the focus ring follows around a widget."""
    found: object = getattr(widget, "ring_radius", None)
    return found if isinstance(found, int) else px(8)
