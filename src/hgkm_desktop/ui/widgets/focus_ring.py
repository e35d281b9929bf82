"""The ring around what has the keyboard; a style sheet cannot draw outside a widget."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLineEdit, QScrollArea, QWidget
from shiboken6 import isValid

from hgkm_desktop.ui.style import color, px
from hgkm_desktop.ui.widgets.painting import radius_of, start
from hgkm_desktop.ui.widgets.watching import unwatch, watch

_WIDTH, _GAP, _AROUND = 3, 2, 8
_MOVING = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.DynamicPropertyChange}


class FocusRing(QWidget):
    """One overlay for a window: 3 px, 2 px outside the widget that has the focus.

    After a click on a button it stays away until a key is used, as browsers do.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window, self._target = window, window
        self._watched: list[QWidget] = []
        self._visible_part = QRect()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay around the target wherever it moves, and come back when a key is used."""
        if event.type() in _MOVING:
            self._place()
        elif event.type() == QEvent.Type.KeyPress and watched is self._target:
            self.show()
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ring, cut off where the target is scrolled away."""
        painter = start(self)
        painter.setClipRect(self._visible_part)
        outside = _WIDTH + _GAP
        within = QRectF(self.rect()).adjusted(outside, outside, -outside, -outside)
        paint_focus(painter, within, radius_of(self._target))

    def _on_focus_changed(self) -> None:
        now = QApplication.focusWidget()
        for widget in self._watched:
            unwatch(widget, self)
        self._watched = []
        target = self._framed(now)
        if target is None or not self._window.isAncestorOf(target):
            self.hide()
            return
        self._target = target
        self._watch(target)
        by_mouse = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
        if not by_mouse:
            bring_into_sight(target)
        self.setVisible(not by_mouse or _takes_text(target))
        self._place()

    def _framed(self, widget: QWidget | None) -> QWidget | None:
        if widget is None or widget.property("ring") is False:
            return None
        parent = widget.parentWidget()
        inner = isinstance(widget, QLineEdit) and parent is not None
        return parent if inner and widget.property("inner") else widget

    def _watch(self, widget: QWidget) -> None:
        each: QWidget | None = widget
        while each is not None and each is not self._window:
            watch(each, self)
            self._watched.append(each)
            each = each.parentWidget()
        watch(self._window, self)
        self._watched.append(self._window)

    def _place(self) -> None:
        target, outside = self._target, _WIDTH + _GAP
        if not isValid(target) or not target.isVisible():
            self.hide()
            return
        part = ringed_part(target)
        corner = target.mapTo(self._window, part.topLeft())
        box = QRect(corner, part.size()).adjusted(-outside, -outside, outside, outside)
        self.setGeometry(box)
        self._visible_part = self._seen(box).translated(-box.topLeft())
        self.raise_()
        self.update()

    def _seen(self, box: QRect) -> QRect:
        each = self._target.parentWidget()
        while each is not None and each is not self._window:
            area = each.parentWidget()
            if isinstance(area, QAbstractScrollArea) and area.viewport() is each:
                corner = each.mapTo(self._window, QPoint(0, 0))
                return box & QRect(corner, each.size()).adjusted(-px(6), -px(6), px(6), px(6))
            each = area
        return box


def bring_into_sight(widget: QWidget) -> None:
    """Scroll to what took the keyboard from outside a scroll area; Qt scrolls only within one."""
    each = widget.parentWidget()
    while each is not None and height_in_sight(widget) < min(widget.height(), px(40)):
        if isinstance(each, QScrollArea):
            each.ensureWidgetVisible(widget, px(_AROUND), px(_AROUND))
        each = each.parentWidget()


def height_in_sight(widget: QWidget) -> int:
    """Return how much of a widget is not scrolled away or outside what it stands in."""
    part, each, parent = widget.rect(), widget, widget.parentWidget()
    while parent is not None and not each.isWindow():
        part = part.translated(each.pos()) & parent.rect()
        each, parent = parent, parent.parentWidget()
    return part.height()


def paint_focus(painter: QPainter, box: QRectF, radius: float) -> None:
    """Paint the ring outside a box."""
    reach = _GAP + _WIDTH / 2
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(color("focus"), _WIDTH))
    ring = box.adjusted(-reach, -reach, reach, reach)
    painter.drawRoundedRect(ring, radius + reach, radius + reach)


def ringed_part(widget: QWidget) -> QRect:
    """Return what the ring surrounds: the widget, or the part it keeps in `ringed`."""
    part = widget.property("ringed")
    return part if isinstance(part, QRect) and not part.isEmpty() else widget.rect()


def _takes_text(widget: QWidget) -> bool:
    return bool(widget.inputMethodHints()) or widget.testAttribute(
        Qt.WidgetAttribute.WA_InputMethodEnabled
    )
