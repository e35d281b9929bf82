"""Who is known there: the direct line first, who stands in, the general number last (R-024)."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from hgkm_desktop.models import PartnerPerson
from hgkm_desktop.services.partners import PartnerCard
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.names import inside, shown
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.partners import words
from hgkm_desktop.ui.views.partners.spread import spread
from hgkm_desktop.ui.widgets.avatar import Avatar
from hgkm_desktop.ui.widgets.buttons import icon_button, make_button
from hgkm_desktop.ui.widgets.flow import FlowLayout
from hgkm_desktop.ui.widgets.labels import body, explain, label, muted
from hgkm_desktop.ui.widgets.painting import round_box, start

_GREY = 6
"""People of other organisations have no colour of their own."""


class FaceCard(QFrame):
    """The first known face with her number; without one it says that one is missing."""

    call_asked = Signal()
    person_asked = Signal()

    def __init__(self, card: PartnerCard, *, veiled: bool, may_edit: bool) -> None:
        super().__init__()
        self._veiled = veiled
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(px(15), px(12), px(15), px(13))
        self.column.setSpacing(px(4))
        self.call = icon_button("phone", tr("Show the number large"), kind="primary")
        self.add = make_button(tr("Write somebody down"), "quiet", "user-plus", small=True)
        self.call.setParent(self)
        self.add.setParent(self)
        self.call.clicked.connect(self.call_asked)
        self.add.clicked.connect(self.person_asked)
        person = fixed_face(card)
        self.column.addWidget(muted(tr("Known face")))
        if person is None:
            self._show_nobody(may_edit=may_edit)
        else:
            self._show_person(person)
            self._show_stand_in(card, person)
        self._show_general(card)
        has_number = bool(card.partner.general_number or (person and person.direct_number))
        self.call.setVisible(has_number and not veiled)
        self.add.setVisible(person is None and may_edit)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        round_box(start(self), QRectF(self.rect()), px(12), "prit2", "line")

    def _show_person(self, person: PartnerPerson) -> None:
        name = shown(person.name, self._veiled)
        row, said = QHBoxLayout(), QVBoxLayout()
        row.setSpacing(px(11))
        said.setSpacing(px(1))
        said.addWidget(label(spread(name), "number", wrap=True))
        said.addWidget(self._number(person))
        row.addWidget(Avatar(name, _GREY, 44), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(said, 1)
        row.addWidget(self.call, 0, Qt.AlignmentFlag.AlignVCenter)
        self.column.addLayout(row)
        if person.does:
            self.column.addWidget(explain(spread(person.does), wrap=True))

    def _number(self, person: PartnerPerson) -> QWidget:
        holder, row = QWidget(), FlowLayout(6, 0)
        holder.setLayout(row)
        digits = words.number(person.direct_number, veiled=self._veiled)
        if digits:
            row.addWidget(body(digits))
            row.addWidget(muted(tr("direct")))
        else:
            row.addWidget(muted(tr("No direct line yet")))
        return holder

    def _show_stand_in(self, card: PartnerCard, person: PartnerPerson) -> None:
        other = next((each for each in card.persons if each.id == person.stand_in_id), None)
        if other is not None:
            who = words.person_line(other, veiled=self._veiled)
            told = tr("Cannot be reached? Colleague {who}.").format(who=who)
            self.column.addWidget(muted(spread(told), wrap=True))

    def _show_nobody(self, *, may_edit: bool) -> None:
        row = QHBoxLayout()
        told = tr("Nobody is known here yet.")
        row.addWidget(explain(told, wrap=True), 1)
        row.addWidget(self.call)
        self.column.addLayout(row)
        if may_edit:
            self.column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeading)

    def _show_general(self, card: PartnerCard) -> None:
        digits = words.number(card.partner.general_number, veiled=self._veiled)
        if digits:
            told = tr("General number: {number}").format(number=inside(digits))
            self.column.addWidget(muted(told, wrap=True))


def fixed_face(card: PartnerCard) -> PartnerPerson | None:
    """Return who is the known face there now: the first of those who are."""
    return next((person for person in card.persons if person.is_fixed), None)
