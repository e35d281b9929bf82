"""Icons: Phosphor drawings in the colours of the look, sharp at every size.

An icon made here asks for its colour when it is painted, so it follows the theme by itself;
arrows turn round where the language runs from right to left.
"""

from functools import cache, lru_cache
from importlib.resources import files

from PySide6.QtCore import QByteArray, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from hgkm_desktop.ui.style import color as look_color
from hgkm_desktop.ui.style import px

_TURNING = frozenset(
    {
        "arrow-bend-up-right",
        "arrow-elbow-down-left",
        "arrow-elbow-down-right",
        "arrow-left",
        "arrow-right",
        "arrow-u-up-left",
        "caret-left",
        "caret-right",
        "list-checks",
        "list-magnifying-glass",
        "sign-out",
    }
)


def icon(name: str, color: str = "ink", size: int = 20, weight: str = "regular") -> QIcon:
    """Return an icon (weight: regular, fill or bold) in a colour of the look.

    Raises FileNotFoundError when the icon is not in `tools/icons.txt` or was not built.
    """
    return QIcon(_Engine(name, color, size, weight))


def pixmap(
    name: str, color: str = "ink", size: int = 20, weight: str = "regular", ratio: float = 2.0
) -> QPixmap:
    """Return an icon as a picture; `size` is in pixels of the mock-ups, `ratio` the screen's."""
    side = px(size)
    return _drawn(name, look_color(color).name(), QSize(side, side), weight, ratio, turns(name))


def paint_icon(
    painter: QPainter, rect: QRectF, name: str, color: str = "ink", weight: str = "regular"
) -> None:
    """Paint an icon into a square."""
    ratio = painter.device().devicePixelRatioF()
    size = QSize(round(rect.width()), round(rect.height()))
    drawn = _drawn(name, look_color(color).name(), size, weight, ratio, turns(name))
    corner = QPointF(round(rect.left() * ratio) / ratio, round(rect.top() * ratio) / ratio)
    painter.drawPixmap(corner, drawn)


def app_icon() -> QIcon:
    """Return the icon of the program itself, in every size that was built."""
    made = QIcon()
    folder = files("hgkm_desktop") / "resources" / "built" / "app"
    for size in (16, 24, 32, 48, 64, 128, 256):
        drawing = QPixmap()
        drawing.loadFromData((folder / f"app-{size}.png").read_bytes())
        made.addPixmap(drawing)
    return made


def turns(name: str) -> bool:
    """Say whether this icon is to be mirrored now."""
    right_to_left = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    return right_to_left and name in _TURNING


@cache
def _source(name: str, weight: str) -> str:
    file = files("hgkm_desktop") / "resources" / "built" / "icons" / f"{name}-{weight}.svg"
    return file.read_text(encoding="utf-8")


@lru_cache(maxsize=512)
def _drawn(name: str, hue: str, size: QSize, weight: str, ratio: float, mirrored: bool) -> QPixmap:
    svg = _source(name, weight).replace("currentColor", hue)
    made = QPixmap(round(size.width() * ratio), round(size.height() * ratio))
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if mirrored:
        painter.translate(made.width(), 0)
        painter.scale(-1, 1)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(made.rect()))
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made


class _Engine(QIconEngine):
    """Draws one icon at the size and for the screen it is asked for."""

    def __init__(self, name: str, color: str, size: int, weight: str) -> None:
        super().__init__()
        _source(name, weight)
        self._name, self._color, self._size, self._weight = name, color, size, weight

    def clone(self) -> QIconEngine:
        """Return a copy."""
        return _Engine(self._name, self._color, self._size, self._weight)

    def key(self) -> str:
        """Return what kind of engine this is."""
        return "buurtlogboek"

    def isNull(self) -> bool:
        """Say that there is always something to draw."""
        return False

    def actualSize(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QSize:
        """Return the size drawn for a size asked for."""
        return size

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Paint the icon in the middle of a rectangle."""
        side = min(rect.width(), rect.height())
        square = QRectF(0, 0, side, side)
        square.moveCenter(QRectF(rect).center())
        faded = mode == QIcon.Mode.Disabled
        paint_icon(painter, square, self._name, "faint" if faded else self._color, self._weight)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return the icon for an ordinary screen."""
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        """Return the icon for a screen of this density; without it Qt blurs it."""
        hue = "faint" if mode == QIcon.Mode.Disabled else self._color
        made = _drawn(
            self._name, look_color(hue).name(), size, self._weight, scale, turns(self._name)
        )
        return QPixmap(made)
