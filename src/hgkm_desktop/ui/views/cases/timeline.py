"""The timeline of a case, the newest first; lines are made as one scrolls to them (06a)."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hgkm_desktop.services import members
from hgkm_desktop.services.appointment_list import ShowVisit
from hgkm_desktop.services.cases import CasePage
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import day_of
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.cases import moments, telling
from hgkm_desktop.ui.views.cases.moments import Moment
from hgkm_desktop.ui.views.cases.side import WIDTH, Side
from hgkm_desktop.ui.views.cases.timeline_lines import Lines
from hgkm_desktop.ui.views.cases.way import Way
from hgkm_desktop.ui.widgets.chips import ChipRow
from hgkm_desktop.ui.widgets.scroll import FittingScroll

ALL = ""


class TimelineTab(QWidget):
    """Everything that happened on the left, what matters now on the right."""

    tab_asked = Signal(str)

    def __init__(self, ctx: Context, way: Way) -> None:
        super().__init__()
        self.ctx, self.way = ctx, way
        self._case: UUID | None = None
        self._told: Sequence[Moment] = ()
        self.lines = Lines()
        self.chips = ChipRow(_filters(), exclusive=True, name=tr("Show which?"))
        self.chips.set_values([ALL])
        self.side = Side(ctx)
        self._lay_out()
        self.chips.changed.connect(self._on_filter_changed)
        self.lines.improve_asked.connect(self._on_improve_asked)
        self.lines.visit_asked.connect(self._on_visit_asked)
        self.side.tab_asked.connect(self.tab_asked)
        self.side.review_asked.connect(self._on_review_asked)

    def show_case(self, page: CasePage) -> None:
        """Show a case; the same one again stays where it was scrolled to."""
        is_other = page.name.case_id != self._case
        self._case = page.name.case_id
        names = self.ctx.call(members.names)
        self._told = telling.timeline(moments.teller(self.ctx, page, names))
        if is_other:
            self.chips.set_values([ALL])
        self._show(is_other)
        self.side.show_case(page)

    def _show(self, from_the_top: bool) -> None:
        chosen = str(self.chips.value() or ALL)
        wanted = telling.only(self._told, chosen)
        self.lines.show_moments(
            wanted, day_of(self.ctx.now()), veiled=self.ctx.veiled, from_the_top=from_the_top
        )

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(px(12))
        left.addWidget(self.chips)
        left.addWidget(self.lines, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(22))
        row.addLayout(left, 1)
        beside = FittingScroll(self.side)
        beside.setFixedWidth(px(WIDTH))
        row.addWidget(beside)

    def _on_filter_changed(self) -> None:
        if not self.chips.values():
            self.chips.set_values([ALL])
        self._show(True)

    def _on_visit_asked(self, visit_id: UUID) -> None:
        self.ctx.show(ShowVisit(visit_id))

    def _on_review_asked(self) -> None:
        if self._case is not None:
            self.way.look_back.emit(self._case)

    def _on_improve_asked(self, entry_id: UUID) -> None:
        if self._case is not None:
            self.way.write_note.emit(self._case, entry_id)


def _filters() -> list[tuple[object, str]]:
    return [
        (ALL, tr("Everything")),
        (moments.NOTES, tr("Notes")),
        (moments.VISITS, tr("Appointments")),
        (moments.CONTACT, tr("Contact")),
        (moments.HANDOVER, tr("Handover")),
        (moments.SAFETY, tr("Safety")),
    ]
