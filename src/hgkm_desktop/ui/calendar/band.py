"""What the band of a day shows, and where it stands: rows of bars between two hours."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from PySide6.QtCore import QPointF, QRectF

from hgkm_desktop import clock
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.calendar.block import plain
from hgkm_desktop.ui.calendar.layout import rows as free_rows
from hgkm_desktop.ui.calendar.wall import minute_of, minutes_on
from hgkm_desktop.ui.dates import time_of
from hgkm_desktop.ui.style import font, px
from hgkm_desktop.ui.widgets.painting import text_width

FIRST, LAST = 9, 18
TOP, ROW, BAR = 30, 31, 26
_FOOT, _ICON, _SIDE, _END, _LEAST = 13, 17, 14, 22, 26
_GAP, _LONGEST_TITLE = 8, 170


@dataclass(frozen=True)
class Bar:
    """Something between two moments (aware, UTC). color 1 to 6 is a person's; else the tone."""

    key: UUID
    text: str = field(repr=False)
    starts: datetime
    ends: datetime
    tone: str = "nt"
    person: str = field(default="", repr=False)
    color: int = 0
    note: str = field(default="", repr=False)


@dataclass(frozen=True)
class BandRow:
    """A row of bars with its name; a row without bars is not shown."""

    icon: str
    title: str
    bars: Sequence[Bar] = field(repr=False)


@dataclass(frozen=True)
class PlacedBar:
    """A bar with its place, and which row it is of."""

    bar: Bar = field(repr=False)
    row: int
    box: QRectF


@dataclass(frozen=True)
class BandScale:
    """From minutes of the day to places; hours run to the left in Arabic."""

    left: float
    right: float
    hours: tuple[int, int]
    rtl: bool = False

    def x(self, minute: float) -> float:
        """Return where a minute stands."""
        first, last = self.hours
        share = (minute / 60 - first) / (last - first)
        along = share * (self.right - self.left)
        return self.right - along if self.rtl else self.left + along

    def box(self, begins: int, ends: int, y: float) -> QRectF:
        """Return the box of a bar; a short one stays wide enough to be hit."""
        low, high = sorted((self.x(begins), self.x(ends)))
        wide = max(high - low - 2, px(_LEAST))
        low = high - wide if self.rtl else low
        low = max(self.left, min(low, self.right - wide))
        return QRectF(low, y, wide, px(BAR))


class BandPlaces:
    """The places of everything in a band of this width; rows grow where bars meet."""

    def __init__(self, day: date, rows: Sequence[BandRow], width: float, rtl: bool) -> None:
        self._day, self.rows = day, [row for row in rows if _is_on(row, day)]
        self.scale = self._scale(width, rtl)
        self.bars: list[PlacedBar] = []
        self.tops: list[float] = []
        self._y = float(px(TOP))
        for number, row in enumerate(self.rows):
            self._place(number, row)
        self._y += 0 if self.rows else px(ROW)
        self.height = round(self._y) + px(_FOOT - ROW + BAR)

    def _scale(self, width: float, rtl: bool) -> BandScale:
        spans = [
            minutes_on(self._day, bar.starts, bar.ends) for row in self.rows for bar in row.bars
        ]
        known = [span for span in spans if span]
        first = min([FIRST, *(begins // 60 for begins, _ in known)])
        last = max([LAST, *(-(-ends // 60) for _, ends in known)])
        lead, end = self.names_width(), px(_END)
        left, right = (end, width - lead) if rtl else (lead, width - end)
        return BandScale(left, max(right, left + px(60)), (first, last), rtl)

    def names_width(self) -> float:
        """Return how much room the names of the rows take."""
        widths = [text_width(font(14), plain(row.title)) for row in self.rows]
        title = min(max(widths, default=0), px(_LONGEST_TITLE))
        return px(_SIDE + _ICON + 2 * _GAP) + title

    def minute_of_now(self, now: datetime | None) -> int | None:
        """Return the minute of a moment, None when it is not in these hours of this day."""
        if now is None or clock.local(now).date() != self._day:
            return None
        minute, (first, last) = minute_of(now), self.scale.hours
        return minute if first * 60 <= minute <= last * 60 else None

    def under(self, at: QPointF) -> PlacedBar | None:
        """Return the bar that is here."""
        return next((each for each in self.bars if each.box.contains(at)), None)

    def beside(self, at: PlacedBar, along: int, down: int) -> PlacedBar:
        """Return the bar before or after this one, or the nearest in the row above or below."""
        row = [each for each in self.bars if each.row == at.row + down]
        if not down:
            return row[max(0, min(row.index(at) + along, len(row) - 1))]
        middle = at.box.center().x()
        away = [abs(each.box.center().x() - middle) for each in row]
        return row[away.index(min(away))] if row else at

    def _span(self, bar: Bar) -> tuple[int, int] | None:
        return minutes_on(self._day, bar.starts, bar.ends)

    def _place(self, number: int, row: BandRow) -> None:
        self.tops.append(self._y)
        spans = [(bar, self._span(bar)) for bar in sorted(row.bars, key=_begin)]
        boxes = [(bar, self.scale.box(*span, 0)) for bar, span in spans if span]
        sides = [(box.left(), box.right()) for _, box in boxes]
        lanes = free_rows(sides)
        for (bar, box), lane in zip(boxes, lanes, strict=True):
            moved = box.translated(0, self._y + lane * px(ROW))
            self.bars.append(PlacedBar(bar, number, moved))
        self._y += (max(lanes, default=0) + 1) * px(ROW)


def _begin(bar: Bar) -> tuple[datetime, datetime]:
    return bar.starts, bar.ends


def _is_on(row: BandRow, day: date) -> bool:
    return any(minutes_on(day, bar.starts, bar.ends) for bar in row.bars)


def spoken_bar(bar: Bar, row: BandRow) -> str:
    """Return "Samen op pad, Amal, 13.45 tot 15.00, Naima"."""
    when = tr("{begins} to {ends}").format(begins=time_of(bar.starts), ends=time_of(bar.ends))
    words = [row.title, bar.text, when, bar.person, bar.note]
    return ", ".join(plain(word) for word in words if word)
