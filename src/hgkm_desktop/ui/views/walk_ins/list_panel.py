"""The list of visits: newest first, page by page, with what narrows it above and a count below."""

from datetime import timedelta
from typing import cast
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from hgkm_desktop.models import WalkIn
from hgkm_desktop.services.walk_in_list import WalkInRow
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import day_in_full
from hgkm_desktop.ui.style import px, theme
from hgkm_desktop.ui.table import RowModel, RowTable
from hgkm_desktop.ui.views.walk_ins.columns import columns, hidden_at
from hgkm_desktop.ui.views.walk_ins.list_bar import ListBar
from hgkm_desktop.ui.views.walk_ins.list_source import ListSource
from hgkm_desktop.ui.views.walk_ins.margins import set_margins
from hgkm_desktop.ui.views.walk_ins.periods import Period, smallest_with
from hgkm_desktop.ui.views.walk_ins.room import Room
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.card import Card
from hgkm_desktop.ui.widgets.empty import Empty
from hgkm_desktop.ui.widgets.labels import small

ROW, NARROW_ROW = 48, 44
REFETCHED = 2000
"""How many rows a refresh fetches again at most, to leave the list where it was."""


class ListPanel(Card):
    """Shows rows and says which one is chosen; what is in it, the panel beside it shows."""

    chosen = Signal(object)
    opened = Signal()
    tally_asked = Signal()
    emptied = Signal(bool)

    def __init__(self, ctx: Context) -> None:
        super().__init__(clip=True)
        self.source = ListSource(ctx)
        self._unused: frozenset[str] = frozenset()
        self._is_loading = False
        self.bar = ListBar()
        of_row = self.source.today, self.source.person, self.source.spoken
        self.rows = RowModel[WalkInRow](*columns(*of_row))
        self.nothing_found = _nothing_found()
        self.table = RowTable(self.rows, tr("Visits"), ROW, self.nothing_found)
        self.nobody_yet = _nobody_yet()
        self.count = small("")
        self.more_filters = make_button(tr("More filters"), "quiet", icon="funnel", small=True)
        self.more_filters.setCheckable(True)
        self.tally = make_button(tr("Count"), "quiet", icon="hash", small=True, key_hint="Alt T")
        self._pages = _lay_out(self)
        self._connect()

    def refresh(self) -> None:
        """Fetch again and stay at the same place, with the same row chosen."""
        self.source.read_names()
        kept, loaded = self.chosen_id(), len(self.rows.rows)
        place = self.table.verticalScrollBar().value()
        self._load()
        while self.source.has_more and len(self.rows.rows) < min(loaded, REFETCHED):
            self.rows.fetchMore(self.table.rootIndex())
        self._choose_quietly(kept)
        self.table.verticalScrollBar().setValue(place)

    def chosen_id(self) -> UUID | None:
        """Return which visit is chosen."""
        row = self.table.current()
        return row.id if row is not None else None

    def reveal(self, walk_in: WalkIn) -> None:
        """Choose a visit, in a period that holds it and without filters that hide it."""
        if not self._choose_quietly(walk_in.id):
            self.bar.clear()
            self.bar.go_to(smallest_with(walk_in.happened_at, self.source.today()))
            self._load()
            self._choose_quietly(walk_in.id)

    def use(self, unused: frozenset[str]) -> None:
        """Keep away columns and filters this organisation does not use."""
        self._unused = unused
        self.bar.hide_fields(unused)
        self._choose_columns()

    def fit(self, room: Room) -> None:
        """Stand closer together on a small screen."""
        self.bar.fit(room)
        narrow = room > Room.WIDE
        height = px(NARROW_ROW if narrow else ROW)
        self.table.verticalHeader().setDefaultSectionSize(height)
        for button in (self.more_filters, self.tally):
            button.setFixedHeight(px(30 if narrow else 34))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let columns give way where there is no room."""
        super().resizeEvent(event)
        self._choose_columns()

    def _load(self) -> None:
        rows = self.source.first(self.bar.query(self.source.today()))
        self._is_loading = True
        self.rows.show(rows, self.source.more)
        self._is_loading = False
        self._say_counts()
        self._choose_columns()
        nobody = self.bar.period == Period.TODAY and not (len(rows) or self.bar.is_narrowed())
        self._pages.setCurrentIndex(int(nobody))
        self.emptied.emit(nobody)

    def _say_counts(self) -> None:
        hidden = self.bar.hidden_count()
        more = tr("More filters ({count})").format(count=hidden) if hidden else tr("More filters")
        self.more_filters.setText(more)
        count, of_today = self.source.counts(len(self.rows.rows))
        self.bar.periods.set_count(Period.TODAY, of_today)
        words = tr("1 visit") if count == 1 else tr("{count} visits").format(count=count)
        if self.bar.period == Period.YESTERDAY:
            words = f"{day_in_full(self.source.today() - timedelta(days=1))}: {words}"
        self.count.setText(words)

    def _choose_quietly(self, walk_in_id: UUID | None) -> bool:
        place = next((n for n, row in enumerate(self.rows.rows) if row.id == walk_in_id), None)
        self._is_loading = True
        if place is None:
            self.table.clearSelection()
        else:
            self.table.select(place)
        self._is_loading = False
        return place is not None

    def _choose_columns(self) -> None:
        width = round(self.width() * 100 / theme.scale)
        hidden = hidden_at(width, self.bar.period == Period.TODAY, self._unused)
        for column in range(len(self.rows.columns)):
            self.table.setColumnHidden(column, column in hidden)

    def _connect(self) -> None:
        self.bar.changed.connect(self._on_narrowed)
        self.table.chosen.connect(self._on_chosen)
        self.table.opened.connect(self.opened)
        self.more_filters.toggled.connect(self.bar.second.setVisible)
        self.tally.clicked.connect(self.tally_asked)
        self.nothing_found.clicked.connect(self.bar.clear_and_tell)
        self.nobody_yet.clicked.connect(self._on_yesterday_asked)
        self.nobody_yet.quiet_clicked.connect(self.tally_asked)

    def _on_narrowed(self) -> None:
        kept = self.chosen_id()
        self._load()
        if not self._choose_quietly(kept) and kept is not None:
            self.chosen.emit(None)

    def _on_chosen(self, row: object) -> None:
        if not self._is_loading:
            self.chosen.emit(cast(WalkInRow, row).id if row is not None else None)

    def _on_yesterday_asked(self) -> None:
        self.bar.go_to(Period.YESTERDAY)
        self._load()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)


def _lay_out(panel: ListPanel) -> QStackedLayout:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(panel.bar)
    column.addWidget(panel.table, 1)
    foot = QHBoxLayout()
    set_margins(foot, 12, 0, 4, 0)
    foot.addWidget(panel.count, 1)
    foot.addWidget(panel.more_filters)
    foot.addWidget(panel.tally)
    column.addLayout(foot)
    pages = QStackedLayout()
    panel.body.addLayout(pages)  # first a place, or the first page shows as a window of its own
    pages.addWidget(page)
    pages.addWidget(panel.nobody_yet)
    panel.nobody_yet.setMinimumHeight(px(120))
    return pages


def _nothing_found() -> Empty:
    return Empty(
        tr("Nothing found"),
        tr("Type fewer words, or turn the filters off."),
        button=tr("Filters off"),
        drawing=False,
    )


def _nobody_yet() -> Empty:
    return Empty(
        tr("Nobody has been here yet today"),
        tr(
            "First the talk, with the laptop closed. Then fill in above what you want to"
            " remember. That takes twenty counts."
        ),
        button=tr("Look at yesterday"),
        quiet=tr("Count without persons"),
        icon="calendar-blank",
    )
