"""The coordinator's board: that there is a case, how it stands, and who is responsible for it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from hgkm_desktop.errors import Forbidden
from hgkm_desktop.rules.holding import State
from hgkm_desktop.services import case_board, case_team, members, referrals
from hgkm_desktop.services.case_board import BoardRow
from hgkm_desktop.services.search import fold
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import day_of
from hgkm_desktop.ui.grouped import GroupedModel
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.cases.board_words import WIDTHS, BoardWords, columns
from hgkm_desktop.ui.views.cases.brought_line import BroughtLine
from hgkm_desktop.ui.views.cases.fitted_table import FittedTable
from hgkm_desktop.ui.views.cases.list_columns import Around
from hgkm_desktop.ui.views.cases.list_words import group_title
from hgkm_desktop.ui.views.cases.recover_dialog import open_recover
from hgkm_desktop.ui.views.cases.way import Page, Way
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.card import Card
from hgkm_desktop.ui.widgets.empty import Empty
from hgkm_desktop.ui.widgets.labels import muted


class BoardPage(Page):
    """Codes, holders, confidants and days; what is written stays with the confidants."""

    def __init__(self, ctx: Context, way: Way) -> None:
        super().__init__(ctx, way)
        self.rows: Sequence[BoardRow] = ()
        self._wanted = ""
        self.words = BoardWords(Around(day_of(ctx.now()), {}, ctx.veiled))
        self.model = GroupedModel[BoardRow](*columns(self.words))
        self.table = FittedTable(self.model, tr("Overview"), WIDTHS)
        self.brought = BroughtLine()
        self.new = make_button(tr("Begin with somebody"), "primary", "plus")
        self.nobody_yet = Empty(
            tr("There is nobody yet"),
            tr("Here you see codes, days and who holds her. You read nothing else."),
            button=tr("Begin with somebody"),
            icon="plus",
        )
        self.no_key = Empty(
            tr("You do not have the key yet"),
            tr("Another coordinator gives it by signing in. Ask her."),
        )
        self._pages = self._lay_out()
        self.new.clicked.connect(self._on_new_asked)
        self.nobody_yet.clicked.connect(self._on_new_asked)
        self.table.opened.connect(self._on_opened)

    def heading(self) -> str:
        """Return nothing: the view's own name stands above."""
        return ""

    def beside(self) -> str:
        """Return how many there are now."""
        count = sum(row.state is not State.CLOSED for row in self.rows)
        return tr("{count} running").format(count=count) if count else ""

    def refresh(self) -> None:
        """Read the board again."""
        names = self.ctx.call(members.names)
        self.words.around = Around(day_of(self.ctx.now()), names, self.ctx.veiled)
        try:
            self.rows = self.ctx.call(case_board.board)
            self.words.orphans = frozenset(self.ctx.call(case_team.orphans))
        except Forbidden:
            self.rows = ()
            self._pages.setCurrentWidget(self.no_key)
            return
        self.brought.show_counts(self.ctx.call(referrals.counts, self.words.around.today.year))
        self._show()
        self._pages.setCurrentIndex(0 if self.rows else 1)
        self.retitled.emit()

    def find(self, text: str) -> None:
        """Show which codes, holders and confidants hold this."""
        self._wanted = fold(text)
        self._show()

    def take_focus(self) -> None:
        """Bring the keyboard into the table, or to the one button there is."""
        (self.table if self.rows else self.nobody_yet.button).setFocus()

    def _show(self) -> None:
        found = [row for row in self.rows if self._wanted in fold(self._said(row))]
        groups = [(state, [row for row in found if row.state is state]) for state in State]
        self.model.show_groups([(group_title(state), rows) for state, rows in groups])

    def _said(self, row: BoardRow) -> str:
        words = self.words
        return " ".join((row.code, words.held_aloud(row), words.confidants(row)))

    def _lay_out(self) -> QStackedLayout:
        top = QHBoxLayout()
        top.setSpacing(px(22))
        top.addWidget(muted(tr("What is written, only her confidants read."), wrap=True), 1)
        top.addWidget(self.new)
        card = Card(clip=True)
        card.add(self.table, 1)
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addLayout(top)
        column.addWidget(card, 1)
        column.addWidget(self.brought)
        pages = QStackedLayout(self)
        for page in (full, self.nobody_yet, self.no_key):
            pages.addWidget(page)
        return pages

    def _on_opened(self, row: BoardRow) -> None:
        """Only what nobody can open any more leads anywhere from here."""
        if self.words.is_lost(row):
            open_recover(self.ctx, row, self.window())

    def _on_new_asked(self) -> None:
        self.way.new_case.emit(None)
