"""The team as a table: who, what she may do, when she was last here, and a button (13)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Qt, Signal

from hgkm_desktop.models import Member
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.style import font, px, theme
from hgkm_desktop.ui.table import Column, RowModel, RowTable
from hgkm_desktop.ui.views.admin import people, when
from hgkm_desktop.ui.widgets.card import Card
from hgkm_desktop.ui.widgets.cells import PADDING
from hgkm_desktop.ui.widgets.painting import text_width

ROW, HEAD = 46, 39
BUTTON, INSIDE, EDGE = 14, 13, 1


@dataclass(frozen=True)
class Line:
    """One member as the table shows her."""

    member: Member
    name: str
    may: str
    months_away: int
    last_here: str
    button: str

    @property
    def is_faded(self) -> bool:
        """Say whether she is not really here any more."""
        return bool(self.months_away) or self.member.left_at is not None

    @property
    def badge(self) -> tuple[str, str] | None:
        """Return the badge that stands instead of what she may do."""
        return ("am", "clock") if self.months_away else None


class TeamTable(Card):
    """Shows the team. `ends_access`: who stays away long gets the button that ends it (13)."""

    change_asked = Signal(Member)
    leave_asked = Signal(Member)

    def __init__(self, *, may_change: bool, ends_access: bool = False) -> None:
        super().__init__(clip=True)
        self._may_change, self._ends_access = may_change, ends_access
        self._model = RowModel[Line](*_columns(may_change))
        self.table = RowTable(self._model, tr("Team"), row_height=ROW)
        self.table.opened.connect(self._on_opened)
        self.add(self.table)

    @property
    def lines(self) -> Sequence[Line]:
        """Return what is shown."""
        return self._model.rows

    def show_team(self, team: Sequence[Member], now: datetime, veiled: bool) -> None:
        """Show these people instead of those before, the same one selected."""
        before = self.table.current()
        self._model.show([self._line(member, now, veiled) for member in team])
        for place, line in enumerate(self._model.rows):
            if before is not None and line.member.id == before.member.id:
                self.table.select(place)

    def fit_rows(self, *, scrolls: bool) -> None:
        """Be no higher than the rows; `scrolls` says whether the table may be lower than that."""
        height = px(HEAD) + len(self._model.rows) * px(ROW)
        self.setMaximumHeight(height + 2 * EDGE)
        if not scrolls:
            self.table.setMinimumHeight(height)
            self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _line(self, member: Member, now: datetime, veiled: bool) -> Line:
        away = people.months_away(member, now)
        words = tr("not here for {count} months").format(count=away)
        may = words if away else people.roles(member.roles)
        name = people.shown(member.name, veiled)
        return Line(member, name, may, away, _last_here(member, now), self._button(member, away))

    def _button(self, member: Member, away: int) -> str:
        if not self._may_change or member.left_at is not None:
            return ""
        return tr("End access") if away and self._ends_access else tr("Change")

    def _on_opened(self, line: Line) -> None:
        if not line.button:
            return
        if line.months_away and self._ends_access:
            self.leave_asked.emit(line.member)
        else:
            self.change_asked.emit(line.member)


def _columns(may_change: bool) -> list[Column[Line]]:
    columns = [
        Column[Line](
            tr("Name"),
            lambda line: line.name,
            kind="person",
            width=165,
            extra=lambda line: (line.name, line.member.color, line.is_faded),
        ),
        Column[Line](
            tr("May do"),
            lambda line: line.may,
            kind="badge",
            stretch=True,
            extra=lambda line: line.badge,
        ),
        Column[Line](tr("Last here"), lambda line: line.last_here, kind="muted", width=140),
    ]
    if may_change:
        columns.append(
            Column[Line](
                "",
                lambda line: line.button,
                kind="action",
                width=_button_width(),
                spoken=lambda line: f"{line.button}: {line.name}" if line.button else "",
            )
        )
    return columns


def _button_width() -> int:
    """Return the room for the longest button, in the pixels of the mock-ups."""
    words = (tr("Change"), tr("End access"))
    widest = max(text_width(font(BUTTON, bold=True), text) for text in words)
    return round(widest * 100 / theme.scale) + 2 * (PADDING + INSIDE)


def _last_here(member: Member, now: datetime) -> str:
    if member.left_at is not None:
        return tr("gone since {day}").format(day=when.day(member.left_at, now))
    if member.last_seen_at is None:
        return tr("not yet")
    return when.last_seen(member.last_seen_at, now)
