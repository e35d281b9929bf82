"""The card with the rows under their headings, and those who stopped folded below (05)."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hgkm_desktop.rules.holding import State
from hgkm_desktop.services.case_list import CaseRow
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.grouped import GroupedModel
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.cases.list_columns import ListWords, columns
from hgkm_desktop.ui.views.cases.list_table import ListTable
from hgkm_desktop.ui.views.cases.list_words import group_title
from hgkm_desktop.ui.widgets.buttons import Button, make_button
from hgkm_desktop.ui.widgets.card import Card
from hgkm_desktop.ui.widgets.empty import Empty

OPEN = (State.NOBODY, State.OFFERED, State.US, State.PARTNER)
EDGES = 2
LEAST = 300


class ListCard(Card):
    """Shows rows in groups and keeps the chosen one; no higher than its rows."""

    all_asked = Signal()
    advice_asked = Signal()

    def __init__(self, words: ListWords) -> None:
        super().__init__(clip=True)
        self.model = GroupedModel[CaseRow](*columns(words))
        self._nothing = Empty(
            tr("Nothing found"),
            tr("Nobody of those you stand beside fits this."),
            button=tr("Show everybody"),
            drawing=False,
        )
        self.table = ListTable(self.model, self._nothing)
        self.stopped = _stopped()
        self.advice = make_button(tr("Advice we asked"), "quiet", icon="phone-list", small=True)
        self._foot = _apart(self.stopped, self.advice)
        self._rows: Sequence[CaseRow] = ()
        self.add(self.table, 1)
        self.add(self._foot)
        self._nothing.clicked.connect(self.all_asked)
        self.stopped.toggled.connect(self._on_folded)
        self.advice.clicked.connect(self.advice_asked)

    def show_rows(self, rows: Sequence[CaseRow]) -> None:
        """Show these rows instead of those before, the same one chosen."""
        before = self.chosen_id()
        self._rows = rows
        states = (*OPEN, State.CLOSED) if self.stopped.isChecked() else OPEN
        due = [row for row in rows if row.ask_after is not None]
        groups = [(group_title(state), _of(rows, state)) for state in states]
        self.model.show_groups([(tr("Ask how she is"), due), *groups])
        place = self.model.place(lambda row: row.name.case_id == before)
        if place is not None:
            self.table.select(place)
        self._say_stopped(len(_of(rows, State.CLOSED)))
        self._fit_rows()

    def chosen_id(self) -> UUID | None:
        """Return which case is chosen."""
        row = self.table.current()
        return row.name.case_id if row is not None else None

    def _say_stopped(self, count: int) -> None:
        self.stopped.setHidden(not count)
        self.stopped.setText(tr("Stopped ({count})").format(count=count))
        self.stopped.set_icon("caret-down" if self.stopped.isChecked() else "caret-right")

    def _fit_rows(self) -> None:
        rows = (
            self.table.verticalHeader().length() + self.table.horizontalHeader().sizeHint().height()
        )
        height = rows if self.model.rows else px(LEAST)
        foot = self._foot.sizeHint().height() + 1
        self.setMaximumHeight(height + foot + EDGES)

    def _on_folded(self) -> None:
        self.show_rows(self._rows)
        if self.stopped.isChecked():
            self.table.scrollToBottom()


def _of(rows: Sequence[CaseRow], state: State) -> list[CaseRow]:
    return [row for row in rows if row.state is state and row.ask_after is None]


def _stopped() -> Button:
    button = make_button("", "quiet", icon="caret-right", small=True)
    button.setCheckable(True)
    return button


def _apart(first: Button, last: Button) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(px(4), px(4), px(4), px(4))
    row.addWidget(first)
    row.addStretch(1)
    row.addWidget(last)
    return holder
