"""Logboek: who did what and when, and whether nobody changed a line of it (SECURITY.md, Log)."""

from collections.abc import Mapping
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hgkm_desktop.models import Member
from hgkm_desktop.models.codes import Act
from hgkm_desktop.models.labels import label
from hgkm_desktop.services import audit_log, members
from hgkm_desktop.services.audit_log import AuditEntry
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.table import RowModel, RowTable
from hgkm_desktop.ui.views.admin import people, when
from hgkm_desktop.ui.views.admin.log_lines import LogLine, columns, lines_of
from hgkm_desktop.ui.views.admin.log_reader import LogReader
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.card import Card, Heading
from hgkm_desktop.ui.widgets.combo import ComboField
from hgkm_desktop.ui.widgets.empty import Empty
from hgkm_desktop.ui.widgets.labels import muted
from hgkm_desktop.ui.widgets.strips import Banner


class LogPage(QWidget):
    """Newest first; filtered by person and by kind of deed, read further back when asked."""

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self._ctx = ctx
        self._names: Mapping[UUID, Member] = {}
        self._reader = LogReader(partial(ctx.call, audit_log.page))
        self.who = ComboField(small=True)
        self.what = ComboField(_kinds_of_deeds(), small=True)
        self.check_button = make_button(tr("Check the log"), icon="shield-check", small=True)
        self.more_button = make_button(tr("Load more"), icon="arrow-down", small=True)
        self.answer = Banner("", "ok")
        self.read_to = muted("")
        self.model = RowModel[LogLine](*columns())
        empty = Empty(tr("Nothing found"), tr("Choose somebody else or all deeds."), drawing=False)
        self.table = RowTable(self.model, tr("Who looked where?"), row_height=44, empty=empty)
        self._name_parts()
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """Read the newest lines again, with the same filter."""
        self._names = self._ctx.call(members.names)
        self._show_people()
        self._reader.start()
        self._show_lines()

    def _name_parts(self) -> None:
        self.who.setAccessibleName(tr("Whose lines"))
        self.what.setAccessibleName(tr("Kind of deed"))
        self.what.set_value(None)
        self.answer.hide()

    def _lay_out(self) -> None:
        heading = Heading("list-magnifying-glass", tr("Who looked where?"), "", self.check_button)
        card = Card(clip=True)
        card.add(self.table)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(8))
        layout.addWidget(heading)
        layout.addWidget(self.answer)
        layout.addLayout(self._filters())
        layout.addWidget(card, 1)
        layout.addLayout(self._foot())

    def _filters(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(px(10))
        for field in (self.who, self.what):
            field.setMinimumWidth(px(220))
            row.addWidget(field)
        row.addStretch(1)
        return row

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(px(10))
        row.addWidget(self.more_button)
        row.addWidget(self.read_to, 1)
        return row

    def _connect(self) -> None:
        self.who.changed.connect(self._on_who_chosen)
        self.what.changed.connect(self._on_what_chosen)
        self.more_button.clicked.connect(self._on_more_clicked)
        self.check_button.clicked.connect(self._on_check_clicked)

    def _show_people(self) -> None:
        chosen = self._reader.filter.member_id
        named = sorted(self._names.values(), key=lambda member: member.name.casefold())
        items: list[tuple[object, str]] = [(None, tr("Everybody"))]
        items += [(member.id, people.shown(member.name, self._ctx.veiled)) for member in named]
        self.who.set_items(items)
        self.who.set_value(chosen)

    def _show_lines(self) -> None:
        now, veiled = self._ctx.now(), self._ctx.veiled
        self.model.show(lines_of(self._reader.lines(), self._names, now, veiled))
        at_the_end = self._reader.is_at_the_end
        self.more_button.setVisible(not at_the_end)
        self.read_to.setText(tr("This is everything.") if at_the_end else self._read_to())

    def _read_to(self) -> str:
        oldest: AuditEntry | None = self._reader.oldest()
        if oldest is None:
            return ""
        return tr("Read back to {moment}.").format(
            moment=when.in_full(oldest.at, self._ctx.now())
        )

    def _on_who_chosen(self, member_id: UUID | None) -> None:
        self._reader.choose(member_id=member_id)
        self._show_lines()

    def _on_what_chosen(self, act: Act | None) -> None:
        self._reader.choose(act=act)
        self._show_lines()

    def _on_more_clicked(self) -> None:
        place = self.table.verticalScrollBar().value()
        self._reader.more()
        self._show_lines()
        self.table.verticalScrollBar().setValue(place)
        if self.more_button.isHidden():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_check_clicked(self) -> None:
        self.check_button.setEnabled(False)
        work = partial(self._ctx.call, audit_log.first_broken_line)
        self._ctx.in_background(work, self._on_checked, self._on_check_failed)

    def _on_checked(self, broken: int | None) -> None:
        self.check_button.setEnabled(True)
        if broken is None:
            text = tr("Nobody changed a line or took one out.")
            self.answer.say(text, "ok", tr("The log is whole."))
        else:
            text = tr("Make no new entries. Put the newest copy back, and ask for help.")
            strong = tr("The log is not right from line {number} on.").format(number=broken)
            self.answer.say(text, "rd", strong)
        self.answer.show()

    def _on_check_failed(self, error: Exception) -> None:
        self.check_button.setEnabled(True)
        raise error


def _kinds_of_deeds() -> list[tuple[object, str]]:
    return [(None, tr("All deeds")), *((act, label(act)) for act in Act)]
