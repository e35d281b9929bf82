"""Others stand beside her from now on: whoever does not, has no key to her any more (R-307)."""

from PySide6.QtWidgets import QWidget

from hgkm_desktop.services import case_team
from hgkm_desktop.services.cases import CasePage
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.forms.form_overlay import FormOverlay
from hgkm_desktop.ui.views.cases.beside_form import BesideForm, names_of
from hgkm_desktop.ui.views.cases.called import called
from hgkm_desktop.ui.widgets.labels import muted

WIDTH = 600


def open_team(ctx: Context, page: CasePage, window: QWidget) -> None:
    """Open the form over the window."""
    TeamDialog(ctx, page).open(window)


class TeamDialog(FormOverlay):
    """A first and a second confidant; one of those who know her story stays."""

    def __init__(self, ctx: Context, page: CasePage) -> None:
        now = [each for each in (page.first, page.second) if each is not None]
        said = tr("Now: {names}. One of those who know her story stays.")
        super().__init__(
            tr("Who stands beside {name}?").format(name=called(ctx, page.name)),
            text=said.format(names=names_of(ctx, now)),
            accept=tr("Save"),
            cancel=tr("Back"),
            width=WIDTH,
        )
        self.ctx, self.page = ctx, page
        self.team = BesideForm(ctx, now)
        self.add_field("candidates", self.team)
        told = tr("She gets a new key. Whoever steps back cannot read on.")
        self.add(muted(told, wrap=True))

    def act(self) -> None:
        """Give the case a new key for these two."""
        chosen = self.team.list.value()
        self.ctx.call(case_team.change, self.page.name.case_id, chosen, now=self.ctx.now())
        self.ctx.notify(tr("Saved. They stand beside her from now on."))
