"""The look: Fusion, one palette and one style sheet, all made from one set of colours.

Everything that paints asks here for a colour, a font or a length, so that the dark theme, the
larger letters and Windows high contrast reach every widget at once.
"""

from dataclasses import dataclass, field
from importlib.resources import as_file, files

from PySide6.QtCore import QOperatingSystemVersion, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyle

from hgkm_desktop.ui import qss, tokens

FAMILIES = ["Noto Sans", "Noto Sans Arabic", "Noto Sans Ethiopic"]
ARABIC_FIRST = [FAMILIES[1], FAMILIES[0], FAMILIES[2]]
SCALES = (100, 115, 130)
SCRIM = "#0F1C1A"


@dataclass
class Theme:
    """How the program looks now; there is one, and `apply` changes it."""

    dark: bool = False
    scale: int = 100
    high_contrast: bool = False
    tokens: dict[str, str] = field(default_factory=lambda: tokens.LIGHT)


theme = Theme()
TOKENS = {"light": tokens.LIGHT, "dark": tokens.DARK}
_fonts: list[int] = []


def color(name: str) -> QColor:
    """Return a colour of the look by its name ("pri"), or one written out ("#1B4643").

    Raises KeyError for a name the look does not know.
    """
    return QColor(name if name.startswith("#") else theme.tokens[name])


def px(length: float) -> int:
    """Return a length of the mock-ups at the size of letters chosen in the settings."""
    return round(length * theme.scale / 100)


def font(pixels: float = 15, bold: bool = False, light: bool = False) -> QFont:
    """Return a font of the program; `pixels` is the size in the mock-ups."""
    made = QFont(FAMILIES)
    made.setPixelSize(px(pixels))
    if light:
        made.setWeight(QFont.Weight.Light)
    elif bold:
        made.setWeight(QFont.Weight.DemiBold)
    return made


def apply(app: QApplication, dark: bool = False, scale: int = 100) -> None:
    """Give the whole program this look; everything on the screen repaints itself.

    Where Windows asks for high contrast, the names stand for the few colours of the system, so
    that also the style sheet and all that is painted use only those (LOOK.md 9).
    """
    _load_fonts()
    if app.style().name() != "fusion":
        app.setStyle("Fusion")
    theme.dark, theme.scale = dark, scale
    theme.high_contrast = _wants_high_contrast(app)
    theme.tokens = _system_tokens(app) if theme.high_contrast else TOKENS[_name(dark)]
    app.setFont(font())
    app.setPalette(app.style().standardPalette() if theme.high_contrast else palette())
    app.setStyleSheet(qss.build(theme.tokens, scale) + _typed_in(app))


def motion(milliseconds: int) -> int:
    """Return how long a fade may last: nothing at all where the system asks for less motion."""
    style = QApplication.style()
    allowed = style.styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration)
    return milliseconds if allowed and QGuiApplication.platformName() != "offscreen" else 0


def palette() -> QPalette:
    """Return the palette of the theme; without it dialogs and headers stay white in the dark."""
    made = QPalette()
    for role, name in _ROLES.items():
        made.setColor(role, color(name))
    for role in _FADED:
        made.setColor(QPalette.ColorGroup.Disabled, role, color("faint"))
    return made


_ROLES = {
    QPalette.ColorRole.Window: "page",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "card",
    QPalette.ColorRole.AlternateBase: "sunk",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.PlaceholderText: "mut",
    QPalette.ColorRole.Button: "card",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.BrightText: "rd",
    QPalette.ColorRole.Highlight: "pri",
    QPalette.ColorRole.HighlightedText: "onpri",
    QPalette.ColorRole.Accent: "pri",
    QPalette.ColorRole.Link: "pri",
    QPalette.ColorRole.LinkVisited: "pri",
    QPalette.ColorRole.ToolTipBase: "ink",
    QPalette.ColorRole.ToolTipText: "page",
    QPalette.ColorRole.Light: "card",
    QPalette.ColorRole.Midlight: "sunk",
    QPalette.ColorRole.Mid: "line2",
    QPalette.ColorRole.Dark: "edge",
}
_FADED = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
)


def _name(dark: bool) -> str:
    return "dark" if dark else "light"


def _typed_in(app: QApplication) -> str:
    """A line centres the first family's height: Arabic letters would stand too high in it."""
    is_rtl = app.layoutDirection() == Qt.LayoutDirection.RightToLeft
    return qss.typed_in(ARABIC_FIRST) if is_rtl else ""


def _load_fonts() -> None:
    if _fonts:
        return
    folder = files("hgkm_desktop") / "resources" / "built" / "fonts"
    if not folder.is_dir():
        return
    for entry in folder.iterdir():
        if entry.name.endswith(".ttf"):
            with as_file(entry) as path:
                _fonts.append(QFontDatabase.addApplicationFont(str(path)))


def _wants_high_contrast(app: QApplication) -> bool:
    system = QOperatingSystemVersion.currentType()
    hints = app.styleHints()
    wanted = hints.accessibility().contrastPreference()
    on_windows = system == QOperatingSystemVersion.OSType.Windows
    return on_windows and wanted == Qt.ContrastPreference.HighContrast


def _system_tokens(app: QApplication) -> dict[str, str]:
    system = app.style().standardPalette()
    roles = (
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.Window,
        QPalette.ColorRole.Highlight,
        QPalette.ColorRole.HighlightedText,
    )
    off = system.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText)
    names = [system.color(role).name() for role in roles]
    return tokens.high_contrast(names[0], names[1], names[2], names[3], off.name())
