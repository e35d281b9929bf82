"""Walking through a week with the arrows: along what stands there, and through empty hours."""

from dataclasses import dataclass
from uuid import UUID

from hgkm_desktop.ui.calendar.wall import Piece
from hgkm_desktop.ui.calendar.week_data import DAYS, WeekData

HOUR, _MORNING = 60, 9 * 60


@dataclass(frozen=True)
class Stop:
    """Where the keyboard stands: on a piece of a block, or on an empty hour of a day."""

    day: int
    minute: int
    piece: Piece | None = None


class Walk:
    """Walks through one week; `at` is where it stands."""

    def __init__(self, data: WeekData) -> None:
        self.data = data
        self.at = Stop(0, _MORNING)

    def begin(self, today: int | None) -> Stop:
        """Stand on the first thing of today; else at the hour at which the week begins."""
        days = range(DAYS) if today is None else (today,)
        first = next((piece for day in days for piece in self.data.pieces[day]), None)
        if first is not None:
            return self.stand(first)
        begins = [day[0].begins for day in self.data.pieces if day]
        return self.hour(today or 0, min(begins, default=_MORNING))

    def day(self, number: int) -> Stop:
        """Go to a day: to what is nearest to this time, else to the empty hour."""
        number = max(0, min(number, DAYS - 1))
        pieces, minute = self.data.pieces[number], self.at.minute
        if pieces:
            away = [abs(piece.begins - minute) for piece in pieces]
            return self.stand(pieces[away.index(min(away))])
        return self.hour(number, minute)

    def within(self, step: int) -> Stop:
        """Go to the next or previous thing of the day; where there is nothing, an hour on."""
        pieces, at = self.data.pieces[self.at.day], self.at
        if at.piece is not None:
            return self.stand(pieces[max(0, min(self._place() + step, len(pieces) - 1))])
        ahead = [p for p in pieces if (p.begins - at.minute) * step > 0 or p.begins == at.minute]
        if ahead:
            return self.stand(ahead[0 if step > 0 else -1])
        return at if pieces else self.hour(at.day, at.minute + step * HOUR)

    def by_hour(self, step: int) -> Stop:
        """Go an hour on, to what stands in it, or to the hour when it is empty."""
        at = self.at
        begins, ends = at.minute // HOUR * HOUR, at.minute // HOUR * HOUR + HOUR
        if at.piece is not None:
            ends = max(ends, -(-at.piece.ends // HOUR) * HOUR)
        wished = ends if step > 0 else begins - HOUR
        if not self._first() <= wished <= self._last():
            return at
        inside = [p for p in self.data.pieces[at.day] if _meets(p, wished) and p is not at.piece]
        return self.stand(inside[0]) if inside else self.hour(at.day, wished)

    def hour(self, day: int, minute: int) -> Stop:
        """Go to an hour of a day, whatever stands there."""
        whole = max(self._first(), min(minute // HOUR * HOUR, self._last()))
        self.at = Stop(day, whole)
        return self.at

    def find(self, key: UUID, day: int | None = None) -> Stop | None:
        """Go to a block (to its piece on a day, where it has one); None when it is not here."""
        found = [p for pieces in self.data.pieces for p in pieces if p.block.key == key]
        if not found:
            return None
        on_day = [piece for piece in found if self.data.number(piece.day) == day]
        return self.stand((on_day or found)[0])

    def stand(self, piece: Piece) -> Stop:
        """Go to this piece."""
        number = self.data.number(piece.day)
        self.at = Stop(number or 0, piece.begins, piece)
        return self.at

    def _place(self) -> int:
        pieces = self.data.pieces[self.at.day]
        return next((n for n, piece in enumerate(pieces) if piece is self.at.piece), 0)

    def _first(self) -> int:
        return self.data.hours[0] * HOUR

    def _last(self) -> int:
        return self.data.hours[1] * HOUR - HOUR


def _meets(piece: Piece, hour: int) -> bool:
    return piece.begins < hour + HOUR and max(piece.ends, piece.begins + 1) > hour
