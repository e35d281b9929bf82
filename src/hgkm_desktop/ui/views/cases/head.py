"""The top of a case: her phase, who holds her, who stands beside her, and what to do next (06a)."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hgkm_desktop.rules.holding import Holding, State
from hgkm_desktop.services import holders, members
from hgkm_desktop.services.appointment_list import NewVisit
from hgkm_desktop.services.cases import CasePage
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.menu import Menu
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.cases.called import initials
from hgkm_desktop.ui.views.cases.case_menu import menu_entries
from hgkm_desktop.ui.views.cases.hand_over import open_hand_over
from hgkm_desktop.ui.views.cases.list_words import RINGS
from hgkm_desktop.ui.views.cases.way import Way
from hgkm_desktop.ui.widgets.avatars import AvatarStack
from hgkm_desktop.ui.widgets.buttons import icon_button, make_button
from hgkm_desktop.ui.widgets.holder_ring import HolderLine
from hgkm_desktop.ui.widgets.phase_steps import PhaseSteps


class Head(QWidget):
    """One line; what cannot be done now is not offered."""

    def __init__(self, ctx: Context, way: Way) -> None:
        super().__init__()
        self.ctx, self.way = ctx, way
        self.page: CasePage | None = None
        self.phase, self.people = PhaseSteps(), AvatarStack([])
        self.holder = HolderLine("us", "")
        self.take = make_button(tr("I hold her"), small=True)
        self.note = make_button(tr("Note"), "primary", "note-pencil")
        self.visit = make_button(tr("Appointment"), icon="calendar-plus")
        self.hand_over = make_button(tr("Hand over"), icon="hand-arrow-up")
        self.more = icon_button("dots-three-outline-vertical", tr("What else can be done"))
        self._row = QHBoxLayout(self)
        self._lay_out()
        self.take.clicked.connect(self._on_take_clicked)
        self.note.clicked.connect(self._on_note_clicked)
        self.visit.clicked.connect(self._on_visit_clicked)
        self.hand_over.clicked.connect(self._on_hand_over_clicked)
        self.more.clicked.connect(self._on_more_clicked)

    def show_case(self, page: CasePage) -> None:
        """Show how it stands."""
        self.page = page
        holding = page.standing.holding
        assert holding is not None
        beside = [each for each in (page.first, page.second) if each is not None]
        state = holding.state(beside)
        self.phase.show_phase(page.standing.phase())
        self._show_holder(state, holding)
        names = self.ctx.call(members.names)
        people = [names[each] for each in beside if each in names]
        self.people.show_people(
            [(initials(each.name, self.ctx.veiled), each.color) for each in people]
        )
        self.take.setVisible(state in (State.NOBODY, State.PARTNER))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the words whole: where there is no room, handing over goes behind the dots."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        holding = self.page.standing.holding if self.page is not None else None
        is_open = holding is not None and holding.is_open
        self.visit.setVisible(is_open)
        self.hand_over.setVisible(is_open)
        for part in (self.hand_over, self.visit):
            if self._row.sizeHint().width() > self.width():
                part.hide()

    def _show_holder(self, state: State, holding: Holding) -> None:
        words = _holder_words(state, holding, self.ctx.veiled)
        line = HolderLine(RINGS[state], words)
        line.setToolTip(words)
        self._row.replaceWidget(self.holder, line)
        self.holder.hide()
        self.holder.deleteLater()
        self.holder = line

    def _lay_out(self) -> None:
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(px(12))
        for part in (self.phase, self.holder, self.people, self.take):
            self._row.addWidget(part)
        self._row.addStretch(1)
        for part in (self.note, self.visit, self.hand_over, self.more):
            self._row.addWidget(part)
        self.take.hide()

    def _on_take_clicked(self) -> None:
        if self.page is not None:
            self.ctx.call(holders.take, self.page.name.case_id, now=self.ctx.now())
            self.ctx.notify(tr("You hold her now."))

    def _on_note_clicked(self) -> None:
        if self.page is not None:
            self.way.write_note.emit(self.page.name.case_id, None)

    def _on_hand_over_clicked(self) -> None:
        if self.page is not None:
            open_hand_over(self.ctx, self.page, self.window())

    def _on_visit_clicked(self) -> None:
        if self.page is not None:
            self.ctx.show(NewVisit(self.page.name.case_id))

    def _on_more_clicked(self) -> None:
        if self.page is not None:
            entries = menu_entries(self.ctx, self.way, self.page, self.window())
            holding = self.page.standing.holding
            is_open = holding is not None and holding.is_open
            if self.hand_over.isHidden() and is_open:
                entries.insert(0, (tr("Hand over"), "hand-arrow-up", self._on_hand_over_clicked))
            if self.visit.isHidden() and is_open:
                entries.insert(0, (tr("Appointment"), "calendar-plus", self._on_visit_clicked))
            Menu(entries).open(self.window())


def _holder_words(state: State, holding: Holding, veiled: bool) -> str:
    handover = holding.handover
    partner = handover.organisation if handover is not None else holding.holder.organisation
    if state is State.PARTNER and holding.holder.person and not veiled:
        who = f"{holding.holder.person}, {partner}"
        return tr("{partner} is holding her").format(partner=who)
    words = {
        State.NOBODY: tr("Nobody holds her"),
        State.OFFERED: tr("We hold her. Offered to {partner}."),
        State.US: tr("We are holding her"),
        State.PARTNER: tr("{partner} is holding her"),
        State.CLOSED: tr("Stopped"),
    }
    return words[state].format(partner=partner)
