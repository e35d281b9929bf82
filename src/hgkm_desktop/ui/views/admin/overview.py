"""Overzicht: the team, who looked where, copies and key ring at a glance (13)."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hgkm_desktop.models import Member
from hgkm_desktop.models.codes import Role
from hgkm_desktop.services import audit_log, members
from hgkm_desktop.services.search import fold
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.admin import deeds, people
from hgkm_desktop.ui.views.admin.copy_card import CopyCard
from hgkm_desktop.ui.views.admin.key_ring import KeyRingWatch
from hgkm_desktop.ui.views.admin.key_ring_card import KeyRingCard
from hgkm_desktop.ui.views.admin.log_card import LogCard
from hgkm_desktop.ui.views.admin.log_lines import lines_of
from hgkm_desktop.ui.views.admin.parts import TwoColumns
from hgkm_desktop.ui.views.admin.team_desk import TeamDesk
from hgkm_desktop.ui.views.admin.team_page import how_many, how_many_found
from hgkm_desktop.ui.views.admin.team_table import TeamTable
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.card import Heading

PEOPLE, AWAY, DEEDS = 7, 2, 5
READ = 40
"""Enough lines of the log for five deeds: one deed is seldom more than a few lines."""

ASIDE = 448, 372


class Overview(QWidget):
    """What an administrator looks at first."""

    tab_wanted = Signal(str)

    def __init__(self, ctx: Context, desk: TeamDesk, watch: KeyRingWatch) -> None:
        super().__init__()
        self._ctx = ctx
        self._wanted = ""
        may_change = ctx.may(Role.ADMINISTRATOR)
        self.team = TeamTable(may_change=may_change, ends_access=True)
        self.log, self.copies, self.key_ring = LogCard(), CopyCard(ctx), KeyRingCard(watch)
        self.new_button = make_button(tr("New person"), "primary", "plus", small=True)
        if not may_change:
            self.new_button.hide()
        self.team_button = make_button(tr("See everybody"), "quiet", small=True)
        self.log_button = make_button(tr("See everything"), "quiet", small=True)
        self.team_heading = Heading("users", tr("Team"), "", self.team_button, self.new_button)
        self._lay_out()
        self.new_button.clicked.connect(desk.add)
        self.team.change_asked.connect(desk.change)
        self.team.leave_asked.connect(desk.leave)
        self.team_button.clicked.connect(self._on_team_clicked)
        self.log_button.clicked.connect(self._on_log_clicked)

    def refresh(self) -> None:
        """Read all of it again."""
        self._show_team(self._ctx.call(members.everyone))
        names = self._ctx.call(members.names)
        newest = deeds.told(self._ctx.call(audit_log.page, None, READ))[:DEEDS]
        self.log.show_lines(lines_of(newest, names, self._ctx.now(), self._ctx.veiled))
        self.copies.refresh()

    def search(self, text: str) -> None:
        """Show whose name holds this."""
        self._wanted = fold(text)
        self._show_team(self._ctx.call(members.everyone))

    def _show_team(self, team: Sequence[Member]) -> None:
        here = [member for member in team if member.left_at is None]
        found = [member for member in here if self._wanted in fold(member.name)]
        self.team_heading.note.setText(how_many_found(found) if self._wanted else how_many(team))
        shown = _to_look_at(found, self._ctx.now())
        self.team.show_team(shown, self._ctx.now(), self._ctx.veiled)
        self.team.fit_rows(scrolls=False)
        self.team_button.setVisible(len(team) > len(shown))

    def _lay_out(self) -> None:
        left, right = _column(), _column()
        left.addWidget(self.team_heading)
        left.addWidget(self.team)
        left.addSpacing(px(8))
        left.addWidget(
            Heading("list-magnifying-glass", tr("Who looked where?"), "", self.log_button)
        )
        left.addWidget(self.log)
        right.addWidget(Heading("hard-drives", tr("Copy and recovery")))
        right.addWidget(self.copies)
        right.addSpacing(px(8))
        right.addWidget(Heading("key", tr("Key ring of this computer")))
        right.addWidget(self.key_ring)
        for column in (left, right):
            column.addStretch(1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(TwoColumns(left, right, ASIDE))

    def _on_team_clicked(self) -> None:
        self.tab_wanted.emit("team")

    def _on_log_clicked(self) -> None:
        self.tab_wanted.emit("log")


def _to_look_at(team: Sequence[Member], now: datetime) -> list[Member]:
    """Return who works here by her tasks, the widest first, and who stays away long at the end."""
    away = [member for member in team if people.months_away(member, now)]
    here = sorted((m for m in team if m not in away), key=_by_task)
    missed = sorted(away, key=lambda m: m.last_seen_at or m.created_at)[:AWAY]
    return here[: PEOPLE - len(missed)] + missed


def _by_task(member: Member) -> tuple[int, str]:
    held = [people.ROLES.index(role) for role in member.roles]
    return min(held, default=len(people.ROLES)), fold(member.name)


def _column() -> QVBoxLayout:
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(px(4))
    return column
