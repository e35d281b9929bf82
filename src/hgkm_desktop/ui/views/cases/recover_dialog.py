"""Giving a case that nobody can open any more to new confidants: two people and a reason.

The paper with a coordinator's half, or two coordinators (SECURITY.md, Rings). It is noted in the
log and in the case itself, and whoever does it gets no key unless she is one of the new ones.
"""

from functools import partial

from PySide6.QtWidgets import QWidget

from hgkm_desktop.errors import Invalid, UserError
from hgkm_desktop.services import case_team, recovery
from hgkm_desktop.services.case_board import BoardRow
from hgkm_desktop.services.recovery import Helpers
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.forms.few_lines import FewLines
from hgkm_desktop.ui.forms.form_overlay import FormOverlay
from hgkm_desktop.ui.halves_form import HalvesForm
from hgkm_desktop.ui.halves_work import Halves, tried
from hgkm_desktop.ui.views.cases.beside_form import BesideForm
from hgkm_desktop.ui.widgets.fields import Field
from hgkm_desktop.ui.widgets.labels import muted
from hgkm_desktop.ui.widgets.segmented import Segmented

WIDTH = 620
MOST = 4 * case_team.REASON
PAPER, OTHERS = "paper", "others"


def open_recover(ctx: Context, row: BoardRow, window: QWidget) -> None:
    """Open the form over the window, for a coordinator."""
    RecoverDialog(ctx, row).open(window)


class RecoverDialog(FormOverlay):
    """Why, who helps, and who stands beside her from now on."""

    def __init__(self, ctx: Context, row: BoardRow) -> None:
        super().__init__(
            tr("Nobody can open {code} any more").format(code=row.code),
            text=tr("Two people open it again, for new confidants."),
            accept=tr("Open it again"),
            cancel=tr("Back"),
            width=WIDTH,
        )
        self.ctx, self.row = ctx, row
        self.halves = Halves(ctx.call(recovery.holders), ctx.member.id)
        self.reason = FewLines(2)
        ways = [(PAPER, tr("The recovery sheet")), (OTHERS, tr("Two coordinators"))]
        self.way = Segmented(ways, tr("What is at hand?"))
        people = self.halves.coordinators
        self.helpers = HalvesForm(tr("Code on the sheet"), people, veiled=ctx.veiled)
        self.beside = BesideForm(ctx)
        self.way.set_value(PAPER)
        self._place_all()
        self.way.changed.connect(self._show_way)
        self.rejected.connect(self.helpers.wipe)
        self._show_way()

    def is_done(self) -> bool:
        """Do it in the background (key derivation); stay open until that is answered."""
        self.complain({})
        self.helpers.complain({})
        helpers = self.helpers.helpers()
        self._set_busy(True)
        work = partial(tried, self.ctx, helpers, partial(self._recover, helpers))
        self.ctx.in_background(work, self._on_recovered, self._on_refused)
        return False

    def close_overlay(self) -> None:
        """Leave no passphrase in a field."""
        self.helpers.wipe()
        super().close_overlay()

    def _place_all(self) -> None:
        hint = tr("The reason stays in the log and with her.")
        self.add_field("reason", Field(tr("Why?"), self.reason, hint))
        self.add(Field(tr("What is at hand?"), self.way), self.helpers)
        self.add_field("candidates", self.beside)
        self.waits = muted(tr("One moment."))
        self.add(self.waits)
        self.waits.hide()

    def _show_way(self) -> None:
        paper = self.way.value() == PAPER
        able = self.halves.beside_paper() if paper else self.halves.beside_others()
        needed = self.halves.needed(able, 1 if paper else 2)
        others = [each.id for each in self.halves.coordinators if each.id in able]
        self.helpers.ask(code=paper, of=others if needed > 0 else [])

    def _recover(self, helpers: Helpers) -> None:
        given = self.row.case_id, self.reason.toPlainText()[:MOST], helpers
        beside = self.beside.list.value()
        self.ctx.call(case_team.recover, *given, beside, now=self.ctx.now())

    def _on_recovered(self, _nothing: None) -> None:
        self.close_overlay()
        self.ctx.notify(tr("The new confidants can open it now."))

    def _on_refused(self, error: Exception) -> None:
        self._set_busy(False)
        if isinstance(error, Invalid):
            known = {key: text for key, text in error.problems.items() if key in self._asked()}
            self.helpers.complain(known)
            self.complain({k: v for k, v in error.problems.items() if k not in known})
        elif isinstance(error, UserError):
            self.answer(error)
        else:
            raise error

    def _asked(self) -> set[str]:
        return {"code", *(str(member.id) for member in self.halves.coordinators)}

    def _set_busy(self, is_busy: bool) -> None:
        self.set_busy(is_busy)
        self.form.setEnabled(not is_busy)
        self.waits.setVisible(is_busy)
