"""A week of appointments in seven columns; Saturday and Sunday are working days (08a, 08b)."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from uuid import UUID

from PySide6.QtCore import QRect, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent

from hgkm_desktop import clock
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.calendar.block import Block
from hgkm_desktop.ui.calendar.week_body import WeekBody
from hgkm_desktop.ui.calendar.week_data import WeekData
from hgkm_desktop.ui.calendar.week_head import WeekHead
from hgkm_desktop.ui.calendar.week_walk import Walk
from hgkm_desktop.ui.dates import day_in_full
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.card import Card
from hgkm_desktop.ui.widgets.scroll import FittingScroll

EVERY_MS = 30_000
_ABOVE, _AROUND = 12, 8


class WeekGrid(Card):
    """The week with its days above it; it scrolls where there is no room for its hours.

    It changes nothing: `moved` says what is wished, and the block waits for new data.
    """

    chosen = Signal(object)
    opened = Signal(object)
    empty_chosen = Signal(object)
    moved = Signal(object, object)
    week_wanted = Signal(int)

    def __init__(self, now: Callable[[], datetime] = clock.now) -> None:
        super().__init__(clip=True)
        self.week = week = WeekBody(now)
        self.head = WeekHead(week.data)
        self.area = FittingScroll(week)
        self._is_fresh, self._is_filled = True, False
        self.add(self.head)
        self.add(self.area, 1)
        self.setFocusProxy(week)
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self._on_time_passed)
        self._connect(week)

    def show_week(
        self,
        monday: date,
        blocks: Sequence[Block],
        holidays: Mapping[date, str] | None = None,
        away: Mapping[date, Sequence[str]] | None = None,
    ) -> None:
        """Show a week; the same week again stays where it was scrolled and walked to."""
        week = self.week
        data = WeekData(monday, tuple(blocks), dict(holidays or {}), dict(away or {}))
        is_same = self._is_filled and monday == week.data.monday
        walk = _walk_on(week.walk, data, is_same, week.today_in(data))
        week.show_data(data, walk)
        week.setAccessibleName(tr("Week of {day}").format(day=day_in_full(monday)))
        week.setAccessibleDescription(week.words_of(walk.at))
        self._is_filled = True
        if not is_same:
            self._is_fresh = True
            self._to_first()

    def select(self, key: UUID | None) -> None:
        """Choose a block, and bring it in sight; nothing is emitted."""
        week = self.week
        week.selected = key
        stop = None if key is None else week.walk.find(key, week.walk.at.day)
        if stop is not None:
            self._is_fresh = False
            week.show_stop(stop)
        week.update()

    def current(self) -> UUID | None:
        """Return which block is chosen."""
        return self.week.selected

    def showEvent(self, event: QShowEvent) -> None:
        """Follow the time while it is seen."""
        super().showEvent(event)
        self._on_time_passed()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop following the time."""
        super().hideEvent(event)
        self._timer.stop()

    def _connect(self, week: WeekBody) -> None:
        bar = self.area.verticalScrollBar()
        bar.rangeChanged.connect(self._to_first)
        bar.actionTriggered.connect(self._on_scrolled)
        week.laid_out.connect(self._on_laid_out)
        week.in_sight.connect(self._bring_in_sight)
        week.chosen.connect(self.chosen)
        week.opened.connect(self.opened)
        week.empty_chosen.connect(self.empty_chosen)
        week.moved.connect(self.moved)
        week.week_wanted.connect(self.week_wanted)

    def _on_time_passed(self) -> None:
        self.week.show_now()
        self._on_laid_out()

    def _on_laid_out(self) -> None:
        week = self.week
        self.head.show_data(week.data, week.places.scale, week.today)

    def _on_scrolled(self) -> None:
        self._is_fresh = False

    def _to_first(self) -> None:
        """Begin at the first thing of the week, until somebody scrolls."""
        if self._is_fresh:
            top = round(self.week.places.first()) - px(_ABOVE)
            self.area.verticalScrollBar().setValue(top)

    def _bring_in_sight(self, part: QRect) -> None:
        bar, around = self.area.verticalScrollBar(), px(_AROUND)
        high, top = self.area.viewport().height(), bar.value()
        if part.top() - around < top:
            bar.setValue(part.top() - around)
        elif part.bottom() + around > top + high:
            bar.setValue(min(part.top() - around, part.bottom() + around - high))


def _walk_on(old: Walk, data: WeekData, is_same: bool, today: int | None) -> Walk:
    """Stand where it stood: at the same block, else at the same time of the day."""
    walk, at = Walk(data), old.at
    if not is_same:
        walk.begin(today)
    elif at.piece is None:
        walk.hour(at.day, at.minute)
    elif walk.find(at.piece.block.key, at.day) is None:
        walk.at = at
        walk.day(at.day)
    return walk
