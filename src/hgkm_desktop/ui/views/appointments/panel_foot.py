"""The buttons under the side panel: one next step, her paper, and everything else."""

from enum import StrEnum, auto
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hgkm_desktop.rules.appointment import Visit
from hgkm_desktop.rules.going_along import OFF, State
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.buttons import Button, icon_button, make_button


class Ask(StrEnum):
    """What the buttons ask for."""

    PREPARED = auto()
    CONFIRMED = auto()
    BACK = auto()
    PAPER = auto()
    MORE = auto()
    SAVE = auto()
    NOTE = auto()


_NEXT = {
    State.PLANNED: Ask.PREPARED,
    State.PREPARED: Ask.CONFIRMED,
    State.MOVED: Ask.CONFIRMED,
}


class PanelFoot(QWidget):
    """What cannot be done now is not offered; only one button is filled."""

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.buttons: dict[Ask, Button] = {
            Ask.PREPARED: make_button(tr("Ready"), "primary", "check"),
            Ask.CONFIRMED: make_button(tr("Confirmed"), "primary", "handshake"),
            Ask.BACK: make_button(tr("Bring it back"), icon="arrow-u-up-left"),
            Ask.SAVE: make_button(tr("Save"), "primary", "check"),
            Ask.PAPER: make_button(tr("Paper"), icon="printer"),
            Ask.NOTE: make_button(tr("Write a note")),
            Ask.MORE: icon_button("dots-three-outline-vertical", tr("What else can be done")),
        }
        self.small_paper = icon_button("printer", tr("Paper"))
        self._is_narrow = False
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(px(18), px(12), px(18), px(12))
        self._row.setSpacing(px(8))
        for what, button in self.buttons.items():
            self._row.addWidget(button, 0 if what is Ask.MORE else 1)
            button.clicked.connect(partial(self._on_clicked, what))
        self._row.insertWidget(self._row.count() - 1, self.small_paper)
        self.small_paper.clicked.connect(partial(self._on_clicked, Ask.PAPER))
        self.small_paper.hide()

    def fit(self, *, narrow: bool) -> None:
        """Where there is little room her paper is only an icon."""
        self._is_narrow = narrow
        offered = self.buttons[Ask.PAPER].isVisibleTo(self) or self.small_paper.isVisibleTo(self)
        self._show_paper(offered=offered)

    def stops(self) -> list[QWidget]:
        """Return the buttons as they stand."""
        *others, more = self.buttons.values()
        return [*others, self.small_paper, more]

    def offer_before(self, visit: Visit) -> None:
        """Offer what is next before the visit."""
        step = Ask.BACK if visit.state in OFF else _NEXT.get(visit.state)
        paper = Ask.PAPER if visit.state.is_ahead else None
        self._show(step, paper, Ask.MORE)

    def offer_after(self, visit: Visit, *, may_save: bool) -> None:
        """Offer to keep how it went, and to write about it with her other notes."""
        note = Ask.NOTE if visit.case_id is not None else None
        self._show(Ask.SAVE, note)
        self.buttons[Ask.SAVE].setEnabled(may_save)

    def offer_nothing(self) -> None:
        """Names are hidden: nothing of her can be written or printed."""
        self._show()

    def _show(self, *wanted: Ask | None) -> None:
        for what, button in self.buttons.items():
            button.setVisible(what in wanted)
        self._show_paper(offered=Ask.PAPER in wanted)
        self.setVisible(any(wanted))

    def _show_paper(self, *, offered: bool) -> None:
        self.buttons[Ask.PAPER].setVisible(offered and not self._is_narrow)
        self.small_paper.setVisible(offered and self._is_narrow)

    def _on_clicked(self, what: Ask) -> None:
        self.asked.emit(what)
