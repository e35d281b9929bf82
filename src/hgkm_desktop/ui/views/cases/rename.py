"""Another alias for her, or none; her code stays."""

from PySide6.QtWidgets import QWidget

from hgkm_desktop.services import cases
from hgkm_desktop.services.cases import CasePage
from hgkm_desktop.services.fields import NAME
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.forms.form_overlay import FormOverlay
from hgkm_desktop.ui.widgets.fields import Field
from hgkm_desktop.ui.widgets.inputs import line_edit


def open_rename(ctx: Context, page: CasePage, window: QWidget) -> None:
    """Open the form over the window."""
    RenameForm(ctx, page).open(window)


class RenameForm(FormOverlay):
    """One field; while names are hidden it does not show the one she has."""

    def __init__(self, ctx: Context, page: CasePage) -> None:
        super().__init__(
            tr("Another name"),
            text=tr("Her code stays {code}.").format(code=page.name.code),
            accept=tr("Save"),
            cancel=tr("Back"),
        )
        self.ctx, self.page = ctx, page
        self.alias = line_edit()
        self.alias.setMaxLength(4 * NAME)
        if not ctx.veiled:
            self.alias.setText(page.name.alias)
        hint = tr("Never her own name. It may stay empty.")
        self.add_field("alias", Field(tr("What do we call her?"), self.alias, hint))
        self.keep_at(ctx, page.name.case_id, "name")

    def act(self) -> None:
        """Give her this name."""
        self.ctx.call(cases.rename, self.page.name.case_id, self.alias.text())
        self.ctx.notify(tr("Saved."))
