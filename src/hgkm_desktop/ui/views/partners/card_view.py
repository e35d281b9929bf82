"""Everything that is known of one partner, below each other; what says nothing is left out."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hgkm_desktop.models import PartnerAgreement, PartnerPerson
from hgkm_desktop.rules.partner_words import word
from hgkm_desktop.rules.partners import PartnerType
from hgkm_desktop.services.partners import PartnerCard
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import day_of, day_without_weekday
from hgkm_desktop.ui.forms.fold_card import FoldCard
from hgkm_desktop.ui.names import inside, shown
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.partners import facts_of, words
from hgkm_desktop.ui.views.partners.face_card import FaceCard, fixed_face
from hgkm_desktop.ui.views.partners.facts import Facts, Line, Section
from hgkm_desktop.ui.views.partners.outlined import Outlined
from hgkm_desktop.ui.views.partners.spread import spread
from hgkm_desktop.ui.widgets.buttons import Button, icon_button
from hgkm_desktop.ui.widgets.labels import muted
from hgkm_desktop.ui.widgets.strips import Banner


class CardView(QWidget):
    """Made anew for every partner that is shown; asks for forms, opens none itself."""

    call_asked = Signal()
    person_asked = Signal(object)
    """A person who is changed, or None for somebody new."""
    agreement_asked = Signal(object)

    def __init__(
        self, ctx: Context, card: PartnerCard, coming: QWidget | None, *, may_edit: bool
    ) -> None:
        super().__init__()
        self._ctx, self._card, self._may_edit = ctx, card, may_edit
        self._today = day_of(ctx.now())
        self.face = FaceCard(card, veiled=ctx.veiled, may_edit=may_edit)
        self.face.call_asked.connect(self.call_asked)
        self.face.person_asked.connect(partial(self.person_asked.emit, None))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, px(12))
        self._column.setSpacing(px(14))
        self._column.addWidget(_head(card))
        if card.is_ended:
            self._column.addWidget(Banner(self._ended(), "am"))
        if not card.is_ended or card.persons:
            self._column.addWidget(self.face)
        self._column.addWidget(Facts(facts_of.facts(card, veiled=ctx.veiled)))
        for part in (coming, self._years(), self._people(), self._agreements(), self._history()):
            if part is not None:
                self._column.addWidget(part)
        self._column.addStretch(1)

    def _ended(self) -> str:
        ended = self._card.partner.ended_on
        day = day_without_weekday(ended, self._today) if ended else ""
        if self._card.merged_into:
            name = inside(self._card.merged_into)
            return tr("Went up in {name} on {day}.").format(name=name, day=day)
        return tr("Stopped on {day}. What was written stays.").format(day=day)

    def _years(self) -> QWidget | None:
        lines = words.times_kept(self._card)
        if not lines:
            return None
        fold = FoldCard("")
        fold.show_lines(tr("Experience per year"), lines)
        return fold

    def _people(self) -> QWidget | None:
        people = [*self._card.persons, *self._card.coming]
        first = fixed_face(self._card)
        if not people:
            return None
        found = Section(tr("Who works there"), self._adder(tr("Write somebody down"), "person"))
        for person in people:
            found.add(self._person(person, is_first=person is first))
        return found

    def _person(self, person: PartnerPerson, *, is_first: bool) -> Line:
        name = shown(person.name, self._ctx.veiled)
        digits = words.number(person.direct_number, veiled=self._ctx.veiled)
        texts = [] if is_first else [person.does, digits]
        texts += facts_of.of_person(person, self._today)
        badge = (tr("known face"), "ok") if person.is_fixed and not is_first else None
        change = self._changer(tr("Change {name}").format(name=name))
        if change is not None:
            change.clicked.connect(partial(self.person_asked.emit, person))
        return Line(name, texts, badge, change)

    def _agreements(self) -> QWidget | None:
        running = [each for each in self._card.agreements if not self._is_over(each)]
        if not running and not self._may_edit:
            return None
        adder = self._adder(tr("Write an agreement down"), "agreement")
        found = Section(tr("What we agreed with them"), adder)
        for agreement in running:
            found.add(self._agreement(agreement))
        if not running:
            found.say(tr("Nothing yet. It does not have to."))
        return found

    def _agreement(self, agreement: PartnerAgreement) -> Line:
        again, badge = agreement.look_again, None
        if again is not None:
            is_due = again <= self._today
            day = day_without_weekday(again, self._today)
            badge = (tr("look again: {day}").format(day=day), "am" if is_due else "nt")
        text = tr("The words are hidden now.") if self._ctx.veiled else agreement.text
        change = self._changer(tr("Change this agreement"))
        if change is not None:
            change.clicked.connect(partial(self.agreement_asked.emit, agreement))
        return Line(word(agreement.whose), [text], badge, change)

    def _is_over(self, agreement: PartnerAgreement) -> bool:
        return agreement.ended_on is not None and agreement.ended_on <= self._today

    def _history(self) -> QWidget | None:
        over = [each for each in self._card.agreements if self._is_over(each)]
        lines = facts_of.history(self._card, over, self._today, veiled=self._ctx.veiled)
        if not lines:
            return None
        fold = FoldCard("")
        fold.show_lines(tr("How it was before"), [spread(line) for line in lines])
        return fold

    def _adder(self, name: str, what: str) -> Button | None:
        if not self._may_edit:
            return None
        button = icon_button("plus", name, small=True, kind="bare")
        asked = self.person_asked if what == "person" else self.agreement_asked
        button.clicked.connect(partial(asked.emit, None))
        return button

    def _changer(self, name: str) -> Button | None:
        return (
            icon_button("pencil-simple", name, small=True, kind="bare") if self._may_edit else None
        )


def _head(card: PartnerCard) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(px(8))
    formal = card.partner.type.is_formal
    top = Qt.AlignmentFlag.AlignTop
    row.addWidget(Outlined(words.formality(formal), "bl" if formal else "nt"), 0, top)
    row.addWidget(muted(spread(type_words(card)), wrap=True), 1)
    return holder


def type_words(card: PartnerCard) -> str:
    """Return what kind of organisation it is, in own words where the list has none."""
    partner = card.partner
    own = partner.type is PartnerType.OTHER and partner.type_words
    return own or word(partner.type)
