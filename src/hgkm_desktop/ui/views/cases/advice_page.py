"""The log of advice asked at Veilig Thuis: a list and a form, tied to nobody (R-263, R-296)."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from hgkm_desktop import clock
from hgkm_desktop.errors import Invalid
from hgkm_desktop.services import advice_log, members
from hgkm_desktop.services.advice_log import AdviceLine
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.forms.half_typed import HalfTyped
from hgkm_desktop.ui.forms.two_columns import TwoColumns
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.cases.advice_form import AdviceForm
from hgkm_desktop.ui.views.cases.advice_lines import AdviceLines
from hgkm_desktop.ui.views.cases.way import Page, Way
from hgkm_desktop.ui.widgets.scroll import FittingScroll
from hgkm_desktop.ui.widgets.strips import Banner

PLACE = "advice"
FORM = 400, 360


class AdvicePage(Page):
    """Read the log once when it opens: looking is noted, so it is not read again for the veil."""

    def __init__(self, ctx: Context, way: Way) -> None:
        super().__init__(ctx, way)
        self._read: Sequence[AdviceLine] = ()
        self.warning = Banner(tr("This belongs to nobody."), bold=tr("Write no name and no code."))
        self.lines = AdviceLines()
        self.form = AdviceForm(clock.local(ctx.now()).date())
        self._draft = HalfTyped(ctx, self.form.draft, self)
        self._lay_out()
        self.form.saved.connect(self._on_saved)
        self.form.typed_on.connect(self._draft.touch)

    def begin(self) -> None:
        """Read the log and show it, with what was half typed."""
        self._read = self.ctx.call(advice_log.page)
        kept = self._draft.begin(PLACE)
        self.form.begin(clock.local(self.ctx.now()).date())
        if kept is not None:
            self.form.restore(kept)
        self.refresh()

    def refresh(self) -> None:
        """Show what was read; under the veil no words."""
        today = clock.local(self.ctx.now()).date()
        names = self.ctx.call(members.names)
        self.lines.show_lines(self._read, names, today, self.ctx.veiled)
        self.form.setVisible(not self.ctx.veiled)

    def heading(self) -> str:
        """Return the title while this page is open."""
        return tr("Advice we asked")

    def take_focus(self) -> None:
        """Bring the keyboard to the question."""
        self.form.texts["asked"].setFocus(Qt.FocusReason.OtherFocusReason)

    def draft(self) -> dict[str, Any] | None:
        """Return what is half typed."""
        return self.form.draft()

    def keep_half_typed(self) -> None:
        """Keep it now: the page is left, or the program locks."""
        self._draft.keep_if_due()

    def _on_saved(self) -> None:
        try:
            self.ctx.call(advice_log.ask, self.form.advice(), now=self.ctx.now())
        except Invalid as error:
            self.form.complain(error.problems)
            return
        self.form.begin(clock.local(self.ctx.now()).date())
        self._draft.keep_now()
        self._read = self.ctx.call(advice_log.page)
        self.refresh()
        self.take_focus()
        self.ctx.notify(tr("Saved."))

    def _lay_out(self) -> None:
        inside = TwoColumns(self.lines, self.form, FORM, side_first=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addWidget(self.warning)
        column.addWidget(FittingScroll(inside), 1)
