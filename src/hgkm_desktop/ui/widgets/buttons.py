"""Buttons: one filled one per group, the others quieter (LOOK.md 4)."""

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton

from hgkm_desktop.ui.icons import paint_icon
from hgkm_desktop.ui.style import font, px
from hgkm_desktop.ui.widgets.key_cap import cap_width, paint_cap
from hgkm_desktop.ui.widgets.painting import at_side, draw_text, is_rtl, middle, text_width
from hgkm_desktop.ui.widgets.roving import answered_enter

Kind = Literal["plain", "primary", "quiet", "danger", "bare"]

_INK = {"plain": "ink", "primary": "onpri", "quiet": "pri", "danger": "card", "bare": "mut"}
_SIZES = {"small": (34, 12, 14, 16, 6), "": (40, 16, 15, 19, 8), "big": (48, 22, 16, 20, 9)}


class Button(QPushButton):
    """A push button whose icon, words and key stand at the right distances, mirrored in RTL."""

    def __init__(self, text: str, kind: Kind, size: str) -> None:
        super().__init__()
        self._kind, self._size = kind, size
        self._icon, self._weight = "", "bold" if kind in ("primary", "danger") else "regular"
        self._trailing, self._key_hint = "", ""
        self.setProperty("kind", kind)
        self.setProperty("grade", size)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.ring_radius = px(8)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Write other words on the button; whoever listens to the screen hears them too."""
        super().setText(text)
        if text:
            self.setAccessibleName(text)
        self.updateGeometry()

    def set_icon(self, name: str, weight: str | None = None) -> None:
        """Show another icon before the words."""
        self._icon, self._weight = name, weight or self._weight
        self.updateGeometry()
        self.update()

    def set_trailing(self, name: str = "", key_hint: str = "") -> None:
        """Show an icon, or the key that does the same, after the words."""
        self._trailing, self._key_hint = name, key_hint
        self.setAccessibleDescription(key_hint)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Make room for all that stands on the button."""
        padding = _SIZES[self._size][1]
        height = px(_SIZES[self._size][0] - 2) + 2
        if not self.text():
            return QSize(height, height)
        return QSize(round(self._content_width()) + 2 * px(padding) + 2, height)

    def minimumSizeHint(self) -> QSize:
        """Never be smaller than the words."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer Enter as well as Space, wherever the button stands."""
        if not answered_enter(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the shape from the style sheet, and on it icon, words and key."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter = QPainter(self)
        self.style().drawControl(QStyle.ControlElement.CE_PushButtonBevel, option, painter, self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.text():
            self._paint_row(painter)
        else:
            side = px(20 if self._size != "small" else 17)
            box = middle(QRectF(self.rect()), side)
            paint_icon(painter, box, self._icon, self._hue(), self._weight)

    def _paint_row(self, painter: QPainter) -> None:
        gap, side = px(_SIZES[self._size][4]), px(_SIZES[self._size][3])
        rtl, whole = is_rtl(self), QRectF(self.rect())
        x = max(0.0, (whole.width() - self._content_width()) / 2)
        if self._icon:
            box = at_side(whole, x, side, rtl)
            paint_icon(painter, middle(box, side), self._icon, self._hue(), self._weight)
            x += side + gap
        width = text_width(self._font(), self.text())
        line = at_side(whole, x, width, rtl)
        draw_text(painter, line, self.text(), self._font(), self._hue(), rtl)
        x += width + gap
        if self._trailing:
            box = middle(at_side(whole, x, side, rtl), side)
            paint_icon(painter, box, self._trailing, self._hue(), "bold")
            x += side + gap
        if self._key_hint:
            paint_cap(painter, at_side(whole, x, cap_width(self._key_hint), rtl), self._key_hint)

    def _content_width(self) -> float:
        gap, side = px(_SIZES[self._size][4]), px(_SIZES[self._size][3])
        width = text_width(self._font(), self.text())
        width += sum(side + gap for name in (self._icon, self._trailing) if name)
        return width + (gap + cap_width(self._key_hint) - px(6) if self._key_hint else 0)

    def _font(self) -> QFont:
        return font(_SIZES[self._size][2], bold=True)

    def _hue(self) -> str:
        if not self.isEnabled():
            return "faint"
        return "pri" if self.isChecked() else _INK[self._kind]


def make_button(
    text: str,
    kind: Kind = "plain",
    icon: str | None = None,
    small: bool = False,
    key_hint: str | None = None,
    *,
    big: bool = False,
    trailing: str | None = None,
) -> Button:
    """Return a button with words; `icon` stands before them, `trailing` or the key after."""
    made = Button(text, kind, "big" if big else "small" if small else "")
    if icon:
        made.set_icon(icon)
    made.set_trailing(trailing or "", key_hint or "")
    return made


def icon_button(icon: str, name: str, small: bool = False, *, kind: Kind = "plain") -> Button:
    """Return a square button with an icon only; its name is spoken, and shown on hover."""
    made = Button("", kind, "small" if small else "")
    made.set_icon(icon)
    made.setAccessibleName(name)
    made.setToolTip(name)
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return made
