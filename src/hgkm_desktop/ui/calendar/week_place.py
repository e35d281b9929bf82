"""Where everything in a week stands: counted once for what is shown and how large it is."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF

from hgkm_desktop.ui.calendar.block import Block
from hgkm_desktop.ui.calendar.layout import Lane, lanes
from hgkm_desktop.ui.calendar.look import Look, look_of
from hgkm_desktop.ui.calendar.wall import Piece, pieces_of
from hgkm_desktop.ui.calendar.week_data import DAYS, WeekData
from hgkm_desktop.ui.calendar.week_scale import Scale
from hgkm_desktop.ui.calendar.week_walk import HOUR, Stop


@dataclass(frozen=True)
class Placed:
    """A piece of a block with its place and its look."""

    piece: Piece = field(repr=False)
    look: Look = field(repr=False)

    @property
    def box(self) -> QRectF:
        """Where it stands."""
        return self.look.box


class Places:
    """The places of a week; a new size or new blocks make new ones."""

    def __init__(self, data: WeekData, scale: Scale) -> None:
        self.data, self.scale = data, scale
        self.all = [placed for day in range(DAYS) for placed in self._day(day)]

    def at(self, point: QPointF) -> Placed | None:
        """Return what stands here; of what lies over each other the upper one."""
        return next((each for each in reversed(self.all) if each.box.contains(point)), None)

    def of(self, stop: Stop) -> QRectF:
        """Return the box of what the keyboard stands on."""
        if stop.piece is None:
            top, bottom = self.scale.y(stop.minute), self.scale.y(stop.minute + HOUR)
            return self.scale.block_box(stop.day, top, bottom, 0, 1)
        same = (each.box for each in self.all if each.piece is stop.piece)
        return next(same, QRectF())

    def carried(self, block: Block) -> list[Look]:
        """Return how a block looks on its way to another moment, over the whole day."""
        days = pieces_of((block,), self.data.monday, DAYS)
        alone = Lane(0, 1)
        return [self._look(n, piece, alone) for n, day in enumerate(days) for piece in day]

    def first(self) -> float:
        """Return how low the first thing of the week stands."""
        return min((each.box.top() for each in self.all), default=0.0)

    def _day(self, number: int) -> Sequence[Placed]:
        pieces = self.data.pieces[number]
        given = lanes([self.scale.span(piece.begins, piece.ends) for piece in pieces])
        pairs = zip(pieces, given, strict=True)
        return [Placed(piece, self._look(number, piece, lane)) for piece, lane in pairs]

    def _look(self, day: int, piece: Piece, lane: Lane) -> Look:
        top, bottom = self.scale.span(piece.begins, piece.ends)
        box = self.scale.block_box(day, top, bottom, lane.number, lane.count)
        return look_of(piece.block, box, self.scale.rtl)
