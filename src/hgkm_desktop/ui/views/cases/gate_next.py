"""What to do when the gate is shut: wait, ask her again, or agree on something first."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hgkm_desktop.rules import gate_words
from hgkm_desktop.rules.contact import Gate, Verdict
from hgkm_desktop.services.cases import CasePage
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.cases.contact_form import ContactForm
from hgkm_desktop.ui.views.cases.still_right import StillRight
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.labels import explain


class NextStep(QWidget):
    """One sentence, and a button where something can be done now."""

    taken = Signal(object)
    """Tells what opens over the window instead."""

    def __init__(self, ctx: Context, page: CasePage) -> None:
        super().__init__()
        self._ctx, self._page = ctx, page
        self._verdict = Verdict.MAY
        self.words = explain("", wrap=True)
        self.button = make_button("", icon="chats-circle")
        self.button.clicked.connect(self._on_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(12))
        row.addWidget(self.words, 1)
        row.addWidget(self.button)

    def show_gate(self, gate: Gate, now: datetime) -> None:
        """Say what comes next; nothing when the gate is open."""
        self._verdict = gate.verdict
        self.words.setText(gate_words.next_step(gate, now))
        names = {
            Verdict.ASK_AGAIN: tr("She is here: ask her"),
            Verdict.SHE_CALLS: tr("She is here: agree with her"),
        }
        self.button.setText(names.get(gate.verdict, ""))
        self.button.setVisible(gate.verdict in names and not self._ctx.veiled)
        self.setVisible(not gate.may)

    def _on_clicked(self) -> None:
        made: Callable[[Context, CasePage], StillRight | ContactForm] = (
            StillRight if self._verdict is Verdict.ASK_AGAIN else ContactForm
        )
        self.taken.emit(partial(_open, made, self._ctx, self._page))


def _open(
    made: Callable[[Context, CasePage], StillRight | ContactForm],
    ctx: Context,
    page: CasePage,
    window: QWidget,
) -> None:
    made(ctx, page).open(window)
