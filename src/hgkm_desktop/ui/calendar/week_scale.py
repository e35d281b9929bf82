"""From days and minutes to places in the week, and back. Days run to the left in Arabic."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from hgkm_desktop.ui.calendar.week_data import DAYS
from hgkm_desktop.ui.style import px

GUTTER = 44
LEAST_HOUR = 60
_LEAST_BLOCK, _GAP, _SIDE = 22, 2, 4


@dataclass(frozen=True)
class Scale:
    """A week of this size, from this hour to that one."""

    width: float
    height: float
    hours: tuple[int, int]
    rtl: bool = False

    @property
    def column(self) -> float:
        """How wide a day is."""
        return (self.width - px(GUTTER)) / DAYS

    @property
    def hour(self) -> float:
        """How high an hour is."""
        return self.height / (self.hours[1] - self.hours[0])

    def line(self, number: int) -> float:
        """Return where the leading edge of a day is (7 is the end of the week)."""
        offset = px(GUTTER) + number * self.column
        return self.width - offset if self.rtl else offset

    def day_box(self, number: int) -> QRectF:
        """Return the column of a day."""
        left = min(self.line(number), self.line(number + 1))
        return QRectF(left, 0, self.column, self.height)

    def y(self, minute: float) -> float:
        """Return how low a minute of the day stands."""
        return (minute / 60 - self.hours[0]) * self.hour

    def span(self, begins: int, ends: int) -> tuple[float, float]:
        """Return from where to where a block reaches; a short one gets room to be read."""
        top, bottom = self.y(begins), self.y(ends)
        least = px(_LEAST_BLOCK) + _GAP
        if bottom - top < least:
            top = max(0.0, min(top, self.height - least))
            bottom = top + least
        return top, bottom

    def block_box(self, day: int, top: float, bottom: float, lane: int, lanes: int) -> QRectF:
        """Return the box of a block in one of the lanes of a day."""
        room = self.column - 2 * px(_SIDE) + px(_GAP)
        wide = room / lanes
        offset = px(_SIDE) + lane * wide
        day_box = self.day_box(day)
        left = day_box.right() - offset - wide + px(_GAP) if self.rtl else day_box.left() + offset
        return QRectF(left, top + _GAP, wide - px(_GAP), bottom - top - _GAP)

    def day_at(self, x: float) -> int:
        """Return which day is here; beside the week it is the nearest."""
        along = self.width - x if self.rtl else x
        return max(0, min(int((along - px(GUTTER)) // self.column), DAYS - 1))

    def minute_at(self, y: float) -> int:
        """Return which minute of the day is here."""
        return round(self.hours[0] * 60 + y / self.hour * 60)

    def is_in_week(self, at: QPointF) -> bool:
        """Say whether a place is in the columns, not beside them."""
        along = self.width - at.x() if self.rtl else at.x()
        return px(GUTTER) <= along < self.width and 0 <= at.y() < self.height


def least_height(hours: tuple[int, int]) -> int:
    """Return how high a week must be to be read."""
    return (hours[1] - hours[0]) * px(LEAST_HOUR)
