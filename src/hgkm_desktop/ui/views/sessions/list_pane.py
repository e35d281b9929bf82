"""The left side: what comes or what was, as a list that fetches page after page."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hgkm_desktop.services import session_list, session_names
from hgkm_desktop.services.session_list import Cursor, Query, SessionRow
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.sessions.list_card import ListCard
from hgkm_desktop.ui.views.sessions.list_empty import ListEmpty
from hgkm_desktop.ui.views.sessions.list_head import ListHead
from hgkm_desktop.ui.views.sessions.list_table import SessionModel
from hgkm_desktop.ui.views.sessions.list_words import PartnerNames
from hgkm_desktop.ui.widgets.icon_label import IconLabel
from hgkm_desktop.ui.widgets.labels import muted


class ListPane(QWidget):
    """Says which session is chosen; filled again, the same one stays chosen."""

    chosen = Signal(object)
    counted = Signal()

    def __init__(self, ctx: Context, partners: PartnerNames, *, may_edit: bool) -> None:
        super().__init__()
        self._ctx, self._text = ctx, ""
        self._is_filling = False
        self._next: Cursor | None = None
        self.count = 0
        self.head, self.nothing = ListHead(may_edit=may_edit), ListEmpty(may_edit=may_edit)
        self.model = SessionModel(partners)
        self.card = ListCard(self.model, self.nothing)
        self.table = self.card.table
        self.note = muted("", wrap=True)
        self._lay_out()
        self.head.changed.connect(self._begin_anew)
        self.nothing.quiet_clicked.connect(self.show_all)
        self.table.chosen.connect(self._on_chosen)

    def refresh(self) -> None:
        """Read as many sessions again as were read, and stay at the same one."""
        query = self._query()
        limit = max(session_list.PAGE, len(self.model.rows))
        self.count = self._ctx.call(session_list.count, query)
        page = self._ctx.call(session_list.page, query, limit=limit)
        self._next = page.next
        self._show(list(page.rows), query)
        self.note.setText(_foot(self._ctx.call(session_names.kept_for)))
        self.counted.emit()

    def current(self) -> UUID | None:
        """Return which session is chosen."""
        row = self.table.current()
        return row.id if row is not None else None

    def search(self, text: str) -> None:
        """Show what is found by some words; nothing typed shows everything."""
        self._text = text
        self._begin_anew()

    def show_session(self, session_id: UUID) -> None:
        """Choose a session, whatever was shown before; one that is gone leaves all as it is."""
        if not self.card.choose(session_id):
            row = self._ctx.call(session_list.one, session_id)
            if row is not None:
                self._turn_to(row)
        self.table.setFocus()

    def show_all(self) -> None:
        """Leave nothing out."""
        self._text = ""
        self.head.show_all_topics()
        self._begin_anew()

    def is_narrowed(self) -> bool:
        """Say whether anything is left out."""
        return bool(self._text) or self.head.chosen_topic() is not None

    def fit(self, *, small: bool) -> None:
        """Stand closer together on a small screen."""
        self.card.use_small(small)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(px(9))
        foot.addWidget(IconLabel("info", "mut", 18), 0, Qt.AlignmentFlag.AlignTop)
        foot.addWidget(self.note, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        column.addWidget(self.head)
        column.addWidget(self.card, 10_000)
        column.addLayout(foot)
        column.addStretch(1)

    def _query(self) -> Query:
        head, now = self.head, self._ctx.now()
        return Query(now, head.is_over(), head.chosen_topic(), self._text)

    def _show(self, rows: Sequence[SessionRow], query: Query) -> None:
        kept, offset = self.current(), self.table.verticalScrollBar().value()
        self._is_filling = True
        fetch = partial(self._fetch, query) if self._next is not None else None
        self.model.show_as_of(rows, fetch, query.now, is_over=query.is_over)
        self.nothing.explain(narrowed=self.is_narrowed(), is_over=query.is_over)
        if self.card.choose(kept):
            self.table.verticalScrollBar().setValue(offset)
        elif rows:
            self.table.select(0)
        self._is_filling = False
        if self.current() != kept:
            self.chosen.emit(self.current())

    def _fetch(self, query: Query) -> Sequence[SessionRow]:
        if self._next is None:
            return []
        page = self._ctx.call(session_list.page, query, self._next)
        self._next = page.next
        return list(page.rows)

    def _turn_to(self, row: SessionRow) -> None:
        """Show the side a session is on, as far as the session."""
        self._text = ""
        self.head.show_side(is_over=row.ends_at < self._ctx.now())
        self._begin_anew()
        while not self.card.choose(row.id) and self._next is not None:
            self.model.fetchMore(self.table.rootIndex())

    def _begin_anew(self) -> None:
        self.model.show([])
        self.refresh()

    def _on_chosen(self, _row: object) -> None:
        if not self._is_filling:
            self.chosen.emit(self.current())


def _foot(days: int) -> str:
    told = tr("After {days} days the names go. The numbers stay.").format(days=days)
    return f"{tr('Never write down why somebody comes.')} {told}"
