"""How the organisation stands towards the Meldcode law: the guide's words follow it (R-297)."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hgkm_desktop.rules.guide import Status
from hgkm_desktop.services import organisation
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.card import Card, Heading
from hgkm_desktop.ui.widgets.fields import Field
from hgkm_desktop.ui.widgets.segmented import Segmented

WIDEST = 720


class MeldcodeChoice(Segmented):
    """One of three; nothing else can be chosen."""

    def __init__(self) -> None:
        words = [
            (Status.FREE, tr("No, we are volunteers")),
            (Status.SUBSIDY, tr("No, but subsidy rules do")),
            (Status.BOUND, tr("Yes")),
        ]
        super().__init__(words, tr("Does the Meldcode law hold for you?"))
        self.set_value(Status.FREE)

    def status(self) -> Status:
        """Return what is chosen."""
        chosen = self.value()
        return chosen if isinstance(chosen, Status) else Status.FREE


def meldcode_field(choice: MeldcodeChoice) -> Field:
    """Return the choice with its name and what follows from it."""
    hint = tr("The words of the five steps follow this. Ask your board when in doubt.")
    return Field(tr("Does the Meldcode law hold for you?"), choice, hint)


class MeldcodePage(QWidget):
    """For a coordinator, who has no other settings."""

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self._ctx = ctx
        self.choice = MeldcodeChoice()
        self.save_button = make_button(tr("Save"), "primary")
        card = Card(margins=(20, 18, 20, 20), spacing=16)
        card.setMaximumWidth(px(WIDEST))
        card.add(meldcode_field(self.choice))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(4))
        layout.addWidget(Heading("list-checks", tr("The five steps")))
        layout.addWidget(card)
        layout.addSpacing(px(12))
        layout.addWidget(self.save_button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)
        self.save_button.clicked.connect(self._on_save_clicked)

    def refresh(self) -> None:
        """Show what is stored."""
        self.choice.set_value(organisation.meldcode(self._ctx.call(organisation.get)))

    def _on_save_clicked(self) -> None:
        self._ctx.call(organisation.choose_meldcode, self.choice.status().value)
        self._ctx.notify(tr("Saved."))
