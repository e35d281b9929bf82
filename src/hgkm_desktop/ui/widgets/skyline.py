"""The neighbourhood, painted: calm behind sign-in, the lock and the first start (LOOK.md 4)."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from hgkm_desktop.ui.style import color, theme
from hgkm_desktop.ui.widgets import scene
from hgkm_desktop.ui.widgets.painting import is_rtl, start


@dataclass(frozen=True)
class Mood:
    """The colours of the street at one time of the day."""

    layers: tuple[str, str, str]
    window: str
    lit: str
    water: str
    quay: str
    ripple: str
    trees: tuple[str, str]
    glow: str = ""


DAY = Mood(
    ("#CFE0DA", "#B4CFC7", "#93B9AF"),
    "#F3F6F2",
    "#F0CE86",
    "#DCE9E4",
    "#A7C6BC",
    "#C4D9D2",
    ("#7FA99C", "#6B998B"),
)
NIGHT = Mood(
    ("#17403C", "#1D4C47", "#245853"),
    "#2F6A63",
    "#EDBE62",
    "#123330",
    "#17403C",
    "#1B4844",
    ("#1A443F", "#143733"),
    glow="#EDBE62",
)
DARK = Mood(
    ("#1C2A29", "#213331", "#283E3B"),
    "#34504C",
    "#C79E50",
    "#15201F",
    "#1C2A29",
    "#1F302E",
    ("#1E302E", "#182726"),
    glow="#EDBE62",
)
STREETS = {"day": 640, "lock": 430, "rail": 330, "faint": 250}
SKIES = {"day": "#E7F0EC", "lock": "#12302E", "rail": "", "faint": ""}
DARK_SKIES = {"day": "#131C1B", "lock": "#0E1A19", "rail": "", "faint": ""}


def sky(mood: str) -> str:
    """Return the colour behind a skyline, or nothing where the page shows through."""
    return (DARK_SKIES if theme.dark else SKIES)[mood]


class Skyline(QWidget):
    """May be as high as its panel: the street keeps its height at the bottom, sky fills the rest.

    Moods: day (with the sun), lock, rail (no sky of its own), faint (behind an error).
    """

    def __init__(self, mood: str = "day") -> None:
        super().__init__()
        self._mood = mood
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint sky, street and water."""
        if theme.high_contrast:
            return
        painter = start(self)
        behind = sky(self._mood)
        if behind:
            painter.fillRect(self.rect(), color(behind))
        if self._mood == "day":
            _paint_sun(painter, self.width(), is_rtl(self))
        height = min(STREETS[self._mood], self.height())
        painter.translate(0, self.height() - height)
        paint_street(painter, QRectF(0, 0, self.width(), height), self._colours())

    def _colours(self) -> Mood:
        if theme.dark:
            return _faded(DARK) if self._mood == "faint" else DARK
        if self._mood == "faint":
            return _faded(DAY)
        return NIGHT if self._mood in ("lock", "rail") else DAY


def _faded(mood: Mood, strength: float = 0.55) -> Mood:
    """Mix every colour with the page: a painter's opacity would show one thing through another."""
    page = color("page")

    def mixed(hue: str) -> str:
        ink, rest = color(hue), 1 - strength
        return QColor.fromRgbF(
            ink.redF() * strength + page.redF() * rest,
            ink.greenF() * strength + page.greenF() * rest,
            ink.blueF() * strength + page.blueF() * rest,
        ).name()

    back, middle, front = (mixed(hue) for hue in mood.layers)
    light, dark = (mixed(hue) for hue in mood.trees)
    return Mood(
        (back, middle, front),
        mixed(mood.window),
        mixed(mood.lit),
        mixed(mood.water),
        mixed(mood.quay),
        mixed(mood.ripple),
        (light, dark),
    )


def paint_street(painter: QPainter, rect: QRectF, mood: Mood) -> None:
    """Paint the whole street; four fifths stand, one fifth is water."""
    painter.setPen(Qt.PenStyle.NoPen)
    ground = rect.height() * 0.8
    for building in scene.buildings(rect.width(), ground):
        _paint_building(painter, building, mood)
    water = QRectF(0, ground, rect.width(), rect.height() - ground)
    painter.fillRect(water, color(mood.water))
    painter.fillRect(QRectF(0, ground - 1, rect.width(), 12), color(mood.quay))
    for tree in scene.trees(rect.width()):
        _paint_tree(painter, tree, ground, mood)
    painter.setBrush(color(mood.ripple))
    for stripe in scene.ripples(rect.width(), ground, water.height()):
        painter.drawRoundedRect(QRectF(*stripe), 1.5, 1.5)
    if mood.glow:
        _paint_glow(painter, water, mood)


def _paint_sun(painter: QPainter, width: int, mirrored: bool) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color("#3A4A43" if theme.dark else "#F3D594"))
    left = width * 0.27 - 84 if mirrored else width * 0.73
    painter.drawEllipse(QRectF(left, 120, 84, 84))


def _paint_building(painter: QPainter, building: scene.Building, mood: Mood) -> None:
    wall = color(mood.layers[building.layer])
    box = QRectF(*building.box)
    painter.fillRect(box, wall)
    if building.layer:
        painter.fillRect(QRectF(box.left() - 3, box.top() - 5, box.width() + 6, 6), wall)
    dim, lit = color(mood.window), color(mood.lit)
    dim.setAlphaF(0.75)
    dice = scene.Dice(int(box.left()) + 97 * building.layer + 401)
    for pane in scene.windows(building):
        painter.setBrush(lit if dice.below(19 - 4 * building.layer) == 0 else dim)
        painter.drawRoundedRect(QRectF(*pane), 1.5, 1.5)


def _paint_tree(painter: QPainter, tree: scene.Tree, ground: float, mood: Mood) -> None:
    painter.fillRect(QRectF(tree.x - 2, ground - tree.trunk, 4, tree.trunk), color(mood.trees[1]))
    painter.setBrush(color(mood.trees[1 if tree.dark else 0]))
    middle = QPointF(tree.x, ground - tree.trunk - tree.crown * 0.75)
    painter.drawEllipse(middle, tree.crown, tree.crown * 1.08)


def _paint_glow(painter: QPainter, water: QRectF, mood: Mood) -> None:
    glow = color(mood.glow)
    glow.setAlphaF(0.13)
    painter.setBrush(glow)
    for light in scene.glints(water.width(), water.top(), water.height()):
        painter.drawRoundedRect(QRectF(*light), 3, 3)
