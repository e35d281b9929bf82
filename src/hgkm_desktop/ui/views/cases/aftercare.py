"""A day on which somebody asks after her: only over the safe way, and then noted (R-059)."""

from datetime import date

from PySide6.QtWidgets import QWidget

from hgkm_desktop.rules import gate_words
from hgkm_desktop.services import holders, safe_contact
from hgkm_desktop.services.cases import CasePage
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import day_in_full, day_of
from hgkm_desktop.ui.forms.form_overlay import FormOverlay
from hgkm_desktop.ui.views.cases.call_gate import CallGate
from hgkm_desktop.ui.views.cases.called import called
from hgkm_desktop.ui.views.cases.strip import way_of
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.fields import Field
from hgkm_desktop.ui.widgets.inputs import TextArea
from hgkm_desktop.ui.widgets.strips import Callout

MOST = 4 * holders.LONG


def open_aftercare(ctx: Context, page: CasePage, planned: date, window: QWidget) -> None:
    """Open what is to be done on a planned day."""
    AskAfter(ctx, page, planned).open(window)


class AskAfter(FormOverlay):
    """The way to her through the gate, and what she said; without words is fine too."""

    def __init__(self, ctx: Context, page: CasePage, planned: date) -> None:
        day = day_in_full(planned, day_of(ctx.now()))
        super().__init__(
            tr("Ask {name} how it goes").format(name=called(ctx, page.name)),
            text=tr("Agreed with her for {day}.").format(day=day),
            accept=tr("Note this"),
            cancel=tr("Back"),
        )
        self.ctx, self.page, self.planned = ctx, page, planned
        agreed, now = page.standing.contact, ctx.now()
        gate = safe_contact.gate_of(page.standing, way_of(agreed), now)
        words = gate_words.button_words(gate, agreed, tr("I am going to call"))
        self.call = make_button(words, icon="phone", small=True)
        self.call.setEnabled(gate.may)
        self.call.clicked.connect(self._on_call_clicked)
        told = gate_words.gate_line(gate, agreed, now, way_of(agreed))
        self.add(Callout(tr("Only over the safe way"), told, "phone-call", self.call))
        self.words = TextArea(lines=3)
        hint = tr("May stay empty. No names, addresses or numbers.")
        self.add_field("words", Field(tr("How is she?"), self.words, hint))
        self.keep_at(ctx, page.name.case_id, f"ask_after/{planned}")

    def act(self) -> None:
        """Note that this day was used."""
        given = self.page.name.case_id, self.planned, self.words.toPlainText()[:MOST]
        self.ctx.call(holders.asked_after, *given, now=self.ctx.now())
        self.ctx.notify(tr("Noted. You asked after her."))

    def _on_call_clicked(self) -> None:
        CallGate(self.ctx, self.page).open(self.window())
