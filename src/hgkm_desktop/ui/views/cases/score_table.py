"""The same numbers as a table, for whoever cannot see the chart or wants to read along."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hgkm_desktop.rules.bodies import Score
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.dates import day_in_short
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.table import Column, RowModel, RowTable
from hgkm_desktop.ui.views.cases.voices import Speaker


@dataclass(frozen=True, repr=False)
class ScoreRow:
    """One number of one person."""

    name: str
    score: Score
    day: str
    veiled: bool

    @property
    def why(self) -> str:
        """Why she gave it; nothing while words are hidden."""
        return "" if self.veiled else " ".join(self.score.why.split())

    @property
    def one_higher_when(self) -> str:
        """When it would be one point higher; nothing while words are hidden."""
        return "" if self.veiled else " ".join(self.score.one_higher_when.split())


class ScoreTable(QWidget):
    """Every number, the newest first."""

    def __init__(self) -> None:
        super().__init__()
        self.model = RowModel[ScoreRow](
            Column(tr("Day"), _day, "muted", width=96),
            Column(tr("Whose?"), _name, "bold", width=190),
            Column(tr("Score"), _number, width=74, align="end", spoken=_spoken),
            Column(tr("Why?"), _why, "explain", stretch=True),
            Column(tr("One point higher when"), _higher, "explain", stretch=True),
        )
        self.table = RowTable[ScoreRow](self.model, tr("The numbers as a table"), row_height=44)
        self.setFocusProxy(self.table)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, px(4), 0, 0)
        layout.addWidget(self.table)

    def show_people(self, people: Sequence[Speaker], today: date, *, veiled: bool) -> None:
        """Show everybody's numbers."""
        rows = [
            ScoreRow(speaker.name, score, day_in_short(score.on, today), veiled)
            for speaker in people
            for score in speaker.scores
        ]
        self.model.show(sorted(rows, key=_newest, reverse=True))
        if rows:
            self.table.select(0)


def _newest(row: ScoreRow) -> date:
    return row.score.on


def _day(row: ScoreRow) -> str:
    return row.day


def _name(row: ScoreRow) -> str:
    return row.name


def _number(row: ScoreRow) -> str:
    return str(row.score.number)


def _spoken(row: ScoreRow) -> str:
    return tr("{number} of 10").format(number=row.score.number)


def _why(row: ScoreRow) -> str:
    return row.why


def _higher(row: ScoreRow) -> str:
    return row.one_higher_when
