"""Team: everybody who works with the log, and those who did."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hgkm_desktop.models import Member
from hgkm_desktop.models.codes import Role
from hgkm_desktop.services import members
from hgkm_desktop.services.search import fold
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.admin.team_desk import TeamDesk
from hgkm_desktop.ui.views.admin.team_table import TeamTable
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.card import Heading


def how_many(team: Sequence[Member]) -> str:
    """Return how many people work here now."""
    here = sum(member.left_at is None for member in team)
    return tr("1 person") if here == 1 else tr("{count} people").format(count=here)


def how_many_found(found: Sequence[Member]) -> str:
    """Return how many people the search found."""
    return tr("{count} found").format(count=len(found))


class TeamPage(QWidget):
    """The whole team; an administrator adds and changes, a coordinator reads."""

    def __init__(self, ctx: Context, desk: TeamDesk) -> None:
        super().__init__()
        self._ctx = ctx
        self._wanted = ""
        may_change = ctx.may(Role.ADMINISTRATOR)
        self.new_button = make_button(tr("New person"), "primary", "plus", small=True)
        if not may_change:
            self.new_button.hide()
        self.heading = Heading("users", tr("Team"), "", self.new_button)
        self.team = TeamTable(may_change=may_change)
        self.new_button.clicked.connect(desk.add)
        self.team.change_asked.connect(desk.change)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(4))
        layout.addWidget(self.heading)
        layout.addWidget(self.team, 1)
        layout.addStretch(0)

    def refresh(self) -> None:
        """Read the team again."""
        team = self._ctx.call(members.everyone)
        found = [member for member in team if self._wanted in fold(member.name)]
        self.heading.note.setText(how_many_found(found) if self._wanted else how_many(team))
        self.team.show_team(found, self._ctx.now(), self._ctx.veiled)
        self.team.fit_rows(scrolls=True)

    def search(self, text: str) -> None:
        """Show whose name holds this."""
        self._wanted = fold(text)
        self.refresh()
