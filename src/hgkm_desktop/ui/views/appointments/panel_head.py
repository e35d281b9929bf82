"""The top of the side panel: who, when, how far it is, and which of its two sides is open."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hgkm_desktop.rules.going_along import State
from hgkm_desktop.rules.going_words import word
from hgkm_desktop.services.appointment_list import Seen
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.appointments.prepare_words import (
    as_typed,
    begun_text,
    called,
    code_of,
    partner_of,
    when_text,
)
from hgkm_desktop.ui.widgets.badges import Badge
from hgkm_desktop.ui.widgets.buttons import icon_button
from hgkm_desktop.ui.widgets.labels import body, panel_title, small
from hgkm_desktop.ui.widgets.segmented import Segmented

BEFORE, AFTER = "before", "after"
_BADGES = {
    State.PLANNED: ("nt", ""),
    State.PREPARED: ("bl", "list-checks"),
    State.CONFIRMED: ("ok", "check-circle"),
    State.MOVED: ("am", "warning"),
    State.HELD: ("ok", "seal-check"),
    State.CANCELLED: ("nt", "x-circle"),
    State.NOT_SAFE: ("rd", "warning-octagon"),
    State.NO_SHOW: ("nt", "user-minus"),
}


class PanelHead(QWidget):
    """Says whom the panel is about; the two parts choose what stands below."""

    side_chosen = Signal(object)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.name, self.code = panel_title("", wrap=True), small("")
        self.when, self.state = body("", wrap=True), Badge("")
        self.close_button = icon_button("x", tr("Close panel"), small=True, kind="bare")
        parts = [(BEFORE, tr("Prepare")), (AFTER, tr("Afterwards"))]
        self.sides = Segmented(parts, tr("Before or after"), small=True, check=False)
        self.sides.set_value(BEFORE)
        self._lay_out()
        self.sides.changed.connect(self.side_chosen)
        self.close_button.clicked.connect(self.closed)

    def show_visit(self, seen: Seen, today: date, *, veiled: bool) -> None:
        """Show whom it is about, when it is (and afterwards where it was), and how far."""
        self.name.setText(as_typed(called(seen, veiled=veiled)))
        self.code.setText(code_of(seen, veiled=veiled))
        self.code.setVisible(bool(self.code.text()))
        is_after = self.sides.value() == AFTER
        where = partner_of(seen, veiled=veiled) if is_after else ""
        begun = begun_text(seen.visit, where, today)
        self.when.setText(begun if is_after else when_text(seen.visit, today))
        tone, icon = _BADGES[seen.visit.state]
        self.state.setHidden(seen.visit.state is State.PLANNED)
        self.state.say(word(seen.visit.state), tone, icon)

    def stops(self) -> list[QWidget]:
        """Return what the keyboard comes to here."""
        return [self.close_button, *self.sides.segments]

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(px(18), px(12), px(18), px(13))
        column.setSpacing(px(4))
        top = QHBoxLayout()
        top.setSpacing(px(8))
        top.addWidget(self.name)
        top.addWidget(self.code, 0, Qt.AlignmentFlag.AlignVCenter)
        top.addStretch(1)
        top.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        line = QHBoxLayout()
        line.addWidget(self.when, 1)
        line.addWidget(self.state, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(top)
        column.addLayout(line)
        column.addSpacing(px(6))
        column.addWidget(self.sides)
