"""The caps that appear on a page while Alt is held (LOOK.md 6)."""

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.focus_ring import height_in_sight
from hgkm_desktop.ui.widgets.key_cap import cap_width, paint_cap
from hgkm_desktop.ui.widgets.painting import at_side, is_rtl, start

_KEYS, _INSIDE = "keys", "keys_inside"
_HEIGHT, _ON_IT = 22, 7


def show_key(widget: QWidget, keys: str, *, inside: bool = False) -> None:
    """Let a cap appear on a widget: at its trailing end inside, or on its lower edge.

    There it stands in the middle; on what is short, at the end, away from what is below.
    """
    widget.setProperty(_KEYS, keys)
    widget.setProperty(_INSIDE, inside)


class KeyHints(QWidget):
    """Lies over a page and lets everything through; shows a cap on all that can be seen."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._caps: list[tuple[QRectF, str]] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def appear(self) -> None:
        """Show the caps where their buttons stand now."""
        self._caps = [(self._place(each), each.property(_KEYS)) for each in self._hinted()]
        self.setGeometry(self._page.rect())
        self.show()
        self.raise_()

    def put_away(self) -> None:
        """Show nothing."""
        self.hide()

    def keys(self) -> list[str]:
        """Return which keys are shown now."""
        return [key for _place, key in self._caps] if self.isVisible() else []

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the caps."""
        painter = start(self)
        for place, key in self._caps:
            paint_cap(painter, place, key)

    def _hinted(self) -> list[QWidget]:
        every = self._page.findChildren(QWidget)
        seen = [each for each in every if each.property(_KEYS) and each.isVisible()]
        return [each for each in seen if each.isEnabled() and height_in_sight(each) > px(10)]

    def _place(self, widget: QWidget) -> QRectF:
        corner, size = widget.mapTo(self._page, QPoint(0, 0)), widget.size()
        box = QRectF(corner.x(), corner.y(), size.width(), size.height())
        width = cap_width(widget.property(_KEYS))
        if widget.property(_INSIDE):
            return at_side(box, box.width() - px(10) - width, width, is_rtl(widget))
        left = box.center().x() - width / 2
        if box.width() < 2 * width:
            left = at_side(box, box.width() - width + px(_ON_IT), width, is_rtl(widget)).left()
        return QRectF(left, box.bottom() - px(_ON_IT), width, px(_HEIGHT))
