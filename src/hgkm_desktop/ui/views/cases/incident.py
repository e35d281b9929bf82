"""Something happened: from now on she is asked again before anybody calls (R-285)."""

from PySide6.QtWidgets import QWidget

from hgkm_desktop.services import safe_contact
from hgkm_desktop.services.cases import CasePage
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.forms.few_lines import FewLines
from hgkm_desktop.ui.forms.form_overlay import FormOverlay
from hgkm_desktop.ui.widgets.fields import Field

MOST = 4 * safe_contact.LONG


def open_incident(ctx: Context, page: CasePage, window: QWidget) -> None:
    """Open the form over the window."""
    IncidentForm(ctx, page).open(window)


class IncidentForm(FormOverlay):
    """What happened, in a few words or in none."""

    def __init__(self, ctx: Context, page: CasePage) -> None:
        super().__init__(
            tr("Something happened"),
            text=tr("From now on nobody calls. Ask her again first."),
            accept=tr("Note this"),
            cancel=tr("Back"),
        )
        self.ctx, self.page = ctx, page
        self.what = FewLines(3)
        hint = tr("May stay empty. No names, addresses or numbers.")
        self.add_field("what", Field(tr("What happened?"), self.what, hint))
        self.keep_at(ctx, page.name.case_id, "incident")

    def act(self) -> None:
        """Note it."""
        what = self.what.toPlainText()[:MOST]
        self.ctx.call(safe_contact.incident, self.page.name.case_id, what, now=self.ctx.now())
        self.ctx.notify(tr("Noted. Ask her again before anybody calls."))
