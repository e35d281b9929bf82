"""The panel beside the week: one visit, before it and after it (mock-ups 08a and 08b)."""

from datetime import datetime
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hgkm_desktop.models import (
    Absence,
    Appointment,
    FixedTime,
    Member,
    Partner,
    PartnerPerson,
    Record,
)
from hgkm_desktop.rules.appointment import Visit
from hgkm_desktop.rules.going_along import OFF
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import day_of
from hgkm_desktop.ui.forms.tab_chain import between
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.appointments.panel_about import about_visit
from hgkm_desktop.ui.views.appointments.panel_asked import Asked
from hgkm_desktop.ui.views.appointments.panel_deeds import VisitDeeds
from hgkm_desktop.ui.views.appointments.panel_foot import PanelFoot
from hgkm_desktop.ui.views.appointments.panel_head import AFTER, BEFORE, PanelHead
from hgkm_desktop.ui.views.appointments.panel_middle import Middle
from hgkm_desktop.ui.views.appointments.panel_ticking import Ticking
from hgkm_desktop.ui.views.appointments.prepare import Preparing
from hgkm_desktop.ui.widgets.card import Card
from hgkm_desktop.ui.widgets.labels import hairline
from hgkm_desktop.ui.widgets.scroll import FittingScroll

WIDE, NARROW = 340, 300
SHOWS: frozenset[type[Record]] = frozenset(
    {Appointment, Absence, FixedTime, Partner, PartnerPerson, Member}
)


class VisitPanel(Card):
    """Shows one visit; its middle scrolls, the buttons stay. Nothing of her stays when it closes.

    `closed` when it is to go away, `changed` when the visit is another one now, `edit_asked` when
    somebody wants its form.
    """

    closed = Signal()
    changed = Signal(object)
    edit_asked = Signal(object)

    def __init__(self, ctx: Context) -> None:
        super().__init__(margins=(0, 0, 0, 0), spacing=0)
        self.ctx = ctx
        self.about: Preparing | None = None
        self.head, self.foot, self.middle = PanelHead(), PanelFoot(), Middle(ctx)
        self.deeds, self.ticking = VisitDeeds(ctx, self), Ticking(ctx, self)
        self.asked = Asked(ctx, self, self.deeds, self.middle)
        self.setAccessibleName(tr("The chosen appointment"))
        self._lay_out()
        self._connect()
        self.fit(narrow=False)
        self.hide()

    @property
    def visit(self) -> Visit | None:
        """The visit that is shown."""
        return self.about.visit if self.about is not None else None

    @property
    def visit_id(self) -> UUID | None:
        """Which visit is shown."""
        return self.about.visit.id if self.about is not None else None

    def show_visit(self, visit_id: UUID | None, *, after: bool | None = None) -> None:
        """Show a visit, or nothing; one that is not hers to see closes the panel."""
        is_other = visit_id != self.visit_id
        if is_other:
            self.middle.forget()
        self.about = about_visit(self.ctx, visit_id) if visit_id is not None else None
        if self.about is None:
            self._show_nothing(is_refused=visit_id is not None)
            return
        if after is not None or is_other:
            is_after = _is_over(self.about.visit, self.ctx.now()) if after is None else after
            self.head.sides.set_value(AFTER if is_after else BEFORE)
        self._show()
        self.show()

    def fit(self, narrow: bool) -> None:
        """Leave more room to the week on a small screen."""
        self.setFixedWidth(px(NARROW if narrow else WIDE))
        self.foot.fit(narrow=narrow)

    def take_focus(self) -> None:
        """Put the keyboard in the panel."""
        self.head.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep_half_typed(self) -> None:
        """Keep at once what is half typed about how it went (the program locks)."""
        self.middle.keep()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the week."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        holder = QWidget()
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(px(18), px(14), px(18), px(14))
        inside.addWidget(self.middle)
        inside.addStretch(1)
        for part in (self.head, hairline()):
            self.body.addWidget(part)
        self.body.addWidget(FittingScroll(holder), 1)
        for part in (hairline(), self.foot):
            self.body.addWidget(part)

    def _connect(self) -> None:
        self.ctx.changed.connect(self._on_data_changed)
        self.ctx.veil_changed.connect(self._look_again)
        self.head.closed.connect(self.closed)
        self.head.side_chosen.connect(self._show)
        self.foot.asked.connect(self._on_asked)
        for signal in (self.deeds.done, self.ticking.done, self.middle.saved):
            signal.connect(self._look_again)
            signal.connect(self.changed)
        self.deeds.edit_asked.connect(self.edit_asked)
        self.middle.ticked.connect(self.ticking.tick)
        self.middle.interpreter_ticked.connect(self.ticking.tick_interpreter)
        self.middle.reserve_asked.connect(self.deeds.let_reserve_go)

    def _show(self) -> None:
        about = self.about
        if about is None:
            return
        self.head.show_visit(about.seen, day_of(self.ctx.now()), veiled=about.veiled)
        if self.head.sides.value() == AFTER:
            self.middle.show_after(about)
            self.foot.offer_after(about.visit, may_save=self.middle.may_save())
        else:
            self.middle.show_before(about)
            self.foot.offer_before(about.visit)
        if about.veiled:
            self.foot.offer_nothing()
        between(self, self.head.stops(), self.foot.stops())

    def _show_nothing(self, *, is_refused: bool) -> None:
        self.middle.forget()
        self.hide()
        if is_refused:
            self.closed.emit()

    def _look_again(self) -> None:
        """Show the same visit as it is now, on the side that is open."""
        if self.about is not None:
            self.show_visit(self.about.visit.id)

    def _on_data_changed(self, kinds: frozenset[type[Record]]) -> None:
        if kinds & SHOWS:
            self._look_again()

    def _on_asked(self, what: object) -> None:
        if self.about is not None:
            self.asked.answer(what, self.about)


def _is_over(visit: Visit, now: datetime) -> bool:
    """Say whether there is something to note about how it went."""
    return visit.starts <= now and visit.state not in OFF
