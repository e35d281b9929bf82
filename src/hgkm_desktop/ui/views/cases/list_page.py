"""The list: everybody this member stands beside, under who holds her (05)."""

from collections.abc import Sequence

from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from hgkm_desktop.services import case_list, holders, members
from hgkm_desktop.services.case_list import CaseRow
from hgkm_desktop.services.search import fold
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import day_of
from hgkm_desktop.ui.keys import Key
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.cases.keys_banner import KeysBanner
from hgkm_desktop.ui.views.cases.list_bar import ListBar
from hgkm_desktop.ui.views.cases.list_card import ListCard
from hgkm_desktop.ui.views.cases.list_columns import Around, ListWords, confidant
from hgkm_desktop.ui.views.cases.way import Page, Way
from hgkm_desktop.ui.widgets.empty import Empty


class ListPage(Page):
    """Reads her rows at once and shows what is wanted of them."""

    def __init__(self, ctx: Context, way: Way) -> None:
        super().__init__(ctx, way)
        self.rows: Sequence[CaseRow] = ()
        self._wanted = ""
        self.words = ListWords(Around(day_of(ctx.now()), {}, ctx.veiled))
        self.bar, self.card = ListBar(), ListCard(self.words)
        self.nobody_yet = _nobody_yet()
        self._pages = self._lay_out()
        self.bar.changed.connect(self._show)
        self.bar.new_asked.connect(self._on_new_asked)
        self.nobody_yet.clicked.connect(self._on_new_asked)
        self.nobody_yet.quiet_clicked.connect(way.advice)
        self.card.advice_asked.connect(way.advice)
        self.card.all_asked.connect(self._show_all)
        self.card.table.opened.connect(self._on_opened)
        self.card.table.taken.connect(self._on_taken)

    def heading(self) -> str:
        """Return nothing: the view's own name stands above."""
        return ""

    def beside(self) -> str:
        """Return how many there are now."""
        count = sum(row.is_open for row in self.rows)
        return tr("{count} running").format(count=count) if count else ""

    def refresh(self) -> None:
        """Read everything again and stay at the same row."""
        now = self.ctx.now()
        names = self.ctx.call(members.names)
        self.words.around = Around(day_of(now), names, self.ctx.veiled)
        self.rows = self.ctx.call(case_list.rows, now=now)
        self._pages.setCurrentIndex(0 if self.rows else 1)
        self._show()
        self.retitled.emit()

    def keys(self) -> Sequence[Key]:
        """Return the keys of the list."""
        return [
            Key(("↑", "↓"), tr("Choose somebody")),
            Key(("Enter",), tr("Open her page")),
            Key((tr("Space"),), tr("I hold her now, where nobody does")),
            Key(("Esc",), tr("Show everybody")),
        ]

    def leave(self) -> bool:
        """Show everybody again when something was left out."""
        narrowed = self.bar.is_narrowed()
        if narrowed:
            self._show_all()
        return narrowed

    def find(self, text: str) -> None:
        """Show whose alias, code, holder or confidant holds this."""
        self._wanted = fold(text)
        self._show()

    def take_focus(self) -> None:
        """Bring the keyboard into the table, or to the one button there is."""
        (self.card.table if self.rows else self.nobody_yet.button).setFocus()

    def _lay_out(self) -> QStackedLayout:
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addWidget(KeysBanner(self.ctx))
        column.addWidget(self.bar)
        column.addWidget(self.card, 1)
        column.addStretch(0)
        pages = QStackedLayout(self)
        pages.addWidget(full)
        pages.addWidget(self.nobody_yet)
        return pages

    def _show(self) -> None:
        self.bar.show_counts(self.rows)
        self.card.show_rows([row for row in self.rows if self._is_wanted(row)])

    def _show_all(self) -> None:
        self.bar.clear()
        self._wanted = ""
        self._show()

    def _is_wanted(self, row: CaseRow) -> bool:
        if not self.bar.wants(row.state):
            return False
        if self.bar.own.isChecked() and confidant(row) != self.ctx.member.id:
            return False
        said = (self.words.who(row), self.words.code(row), self.words.holder(row))
        return self._wanted in fold(" ".join((*said, self.words.around.person(confidant(row)))))

    def _on_new_asked(self) -> None:
        self.way.new_case.emit(None)

    def _on_opened(self, row: CaseRow) -> None:
        self.way.open_case.emit(row.name.case_id)

    def _on_taken(self, row: CaseRow) -> None:
        self.ctx.call(holders.take, row.name.case_id, now=self.ctx.now())
        self.ctx.notify(tr("You hold {name} now.").format(name=self.words.who(row)))


def _nobody_yet() -> Empty:
    return Empty(
        tr("You stand beside nobody yet"),
        tr("Does somebody want you to go along with her? Begin here, together with her."),
        button=tr("Begin with somebody"),
        quiet=tr("Advice we asked"),
        icon="plus",
    )
