"""Logboek: who did what and when, and whether nobody changed a line of it (SECURITY.md, Log)."""

from collections.abc import Mapping
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hgkm_desktop.models import Member
from hgkm_desktop.models.codes import Act
from hgkm_desktop.services import audit_log, members
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.table import RowModel, RowTable
from hgkm_desktop.ui.views.admin import when
from hgkm_desktop.ui.views.admin.log_check import LogCheck
from hgkm_desktop.ui.views.admin.log_filters import LogFilters
from hgkm_desktop.ui.views.admin.log_lines import LogLine, columns, lines_of
from hgkm_desktop.ui.views.admin.log_reader import LogReader
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.card import Card, Heading
from hgkm_desktop.ui.widgets.empty import Empty
from hgkm_desktop.ui.widgets.labels import muted


class LogPage(QWidget):
    """Newest first; filtered by person and by kind of deed, read further back when asked."""

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self._ctx = ctx
        self._names: Mapping[UUID, Member] = {}
        self._reader = LogReader(partial(ctx.call, audit_log.page))
        self.check, self.filters = LogCheck(ctx, self), LogFilters()
        self.more_button = make_button(tr("Load more"), icon="arrow-down", small=True)
        self.read_to = muted("")
        self.model = RowModel[LogLine](*columns())
        empty = Empty(tr("Nothing found"), tr("Choose somebody else or all deeds."), drawing=False)
        self.table = RowTable(self.model, tr("Who looked where?"), row_height=44, empty=empty)
        self._lay_out()
        self.filters.member_chosen.connect(self._on_member_chosen)
        self.filters.act_chosen.connect(self._on_act_chosen)
        self.more_button.clicked.connect(self._on_more_clicked)

    def refresh(self) -> None:
        """Read the newest lines again, with the same filter."""
        self._names = self._ctx.call(members.names)
        chosen = self._reader.filter.member_id
        self.filters.show_people(self._names.values(), chosen, self._ctx.veiled)
        self._reader.start()
        self._show_lines()

    def _lay_out(self) -> None:
        title, icon = tr("Who looked where?"), "list-magnifying-glass"
        card = Card(clip=True)
        card.add(self.table)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(8))
        layout.addWidget(Heading(icon, title, "", self.check.button))
        layout.addWidget(self.check.answer)
        layout.addWidget(self.filters)
        layout.addWidget(card, 1)
        layout.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(px(10))
        row.addWidget(self.more_button)
        row.addWidget(self.read_to, 1)
        return row

    def _show_lines(self) -> None:
        now, veiled = self._ctx.now(), self._ctx.veiled
        self.model.show(lines_of(self._reader.lines(), self._names, now, veiled))
        at_the_end = self._reader.is_at_the_end
        self.more_button.setVisible(not at_the_end)
        self.read_to.setText(tr("This is everything.") if at_the_end else self._read_to())

    def _read_to(self) -> str:
        oldest = self._reader.oldest()
        if oldest is None:
            return ""
        return tr("Read back to {moment}.").format(moment=when.in_full(oldest.at, self._ctx.now()))

    def _on_member_chosen(self, member_id: UUID | None) -> None:
        self._reader.choose(member_id=member_id)
        self._show_lines()

    def _on_act_chosen(self, act: Act | None) -> None:
        self._reader.choose(act=act)
        self._show_lines()

    def _on_more_clicked(self) -> None:
        place = self.table.verticalScrollBar().value()
        self._reader.more()
        self._show_lines()
        self.table.verticalScrollBar().setValue(place)
        if self.more_button.isHidden():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
