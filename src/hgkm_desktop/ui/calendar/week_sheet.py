"""What is seen of a week: the columns with their blocks, and the line of now."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Signal
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from hgkm_desktop import clock
from hgkm_desktop.ui.calendar.block import tip
from hgkm_desktop.ui.calendar.carry import Carry
from hgkm_desktop.ui.calendar.look_paint import paint_carried, paint_chosen, paint_look
from hgkm_desktop.ui.calendar.wall import minute_of
from hgkm_desktop.ui.calendar.week_data import WeekData
from hgkm_desktop.ui.calendar.week_paint import paint_ground, paint_now
from hgkm_desktop.ui.calendar.week_place import Places
from hgkm_desktop.ui.calendar.week_scale import Scale, least_height
from hgkm_desktop.ui.calendar.week_walk import Walk
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.painting import is_rtl, start

_FADED, _LEAST_WIDTH = 0.45, 420


class WeekSheet(QWidget):
    """Paints a week; everything is laid out once for its blocks and its size."""

    laid_out = Signal()

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__()
        self.now = now
        self.data = WeekData(clock.local(now()).date())
        self.walk, self.carry = Walk(self.data), Carry()
        self.selected: UUID | None = None
        self.today: int | None = None
        self._minute = 0
        self.setProperty("role", "scrolled")
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.lay_out()

    def show_data(self, data: WeekData, walk: Walk) -> None:
        """Show another week, or other blocks, and where the keyboard stands in it."""
        self.data, self.walk = data, walk
        self.carry.keep_if_in(data)
        self.setMinimumSize(px(_LEAST_WIDTH), least_height(data.hours))
        self.show_now()
        self.lay_out()

    def show_now(self) -> None:
        """Bring the line of now to this minute."""
        self.today, self._minute = self.today_in(self.data), minute_of(self.now())
        self.update()

    def today_in(self, data: WeekData) -> int | None:
        """Return which day of a week today is, None when it is not in it."""
        return data.number(clock.local(self.now()).date())

    def lay_out(self) -> None:
        """Count where everything stands."""
        size = self.size()
        scale = Scale(size.width(), size.height(), self.data.hours, is_rtl(self))
        self.places = Places(self.data, scale)
        self.ring()
        self.laid_out.emit()
        self.update()

    def ring(self) -> None:
        """Let the focus ring surround what the keyboard stands on."""
        box = self.places.of(self.walk.at)
        if self.carry.ghost is not None:
            carried = self.places.carried(self.carry.ghost)
            box = carried[0].box if carried else box
        self.setProperty("ringed", box.toAlignedRect() if not box.isEmpty() else QRect())

    def sizeHint(self) -> QSize:
        """Be as large as in the design."""
        return QSize(px(800), least_height(self.data.hours))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out again."""
        super().resizeEvent(event)
        self.lay_out()

    def event(self, event: QEvent) -> bool:
        """Say in full what is under the mouse."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            placed = self.places.at(QPointF(event.pos()))
            words = tip(placed.piece.block) if placed is not None else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self.lay_out()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is in sight."""
        painter, places, seen = start(self), self.places, QRectF(event.rect())
        paint_ground(painter, places.scale, self.today)
        self._paint_blocks(painter, seen)
        if self.today is not None:
            paint_now(painter, places.scale, self.today, self._minute)
        if self.carry.ghost is not None:
            for look in places.carried(self.carry.ghost):
                paint_look(painter, look)
                paint_carried(painter, look)

    def _paint_blocks(self, painter: QPainter, seen: QRectF) -> None:
        carried = self.carry.ghost.key if self.carry.ghost is not None else None
        chosen = [each for each in self.places.all if each.piece.block.key == self.selected]
        for placed in self.places.all:
            if placed.box.intersects(seen):
                painter.setOpacity(_FADED if placed.piece.block.key == carried else 1)
                paint_look(painter, placed.look)
        painter.setOpacity(1)
        for placed in chosen:
            paint_chosen(painter, placed.look)
