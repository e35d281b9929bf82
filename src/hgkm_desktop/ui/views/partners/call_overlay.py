"""The number large enough to dial: the direct line first, then who stands in, then the rest."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hgkm_desktop.models import PartnerPerson
from hgkm_desktop.services.partners import PartnerCard
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.dates import kept_together
from hgkm_desktop.ui.reading_overlay import ReadingOverlay
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.partners import facts_of
from hgkm_desktop.ui.views.partners.face_card import fixed_face
from hgkm_desktop.ui.views.partners.spread import spread
from hgkm_desktop.ui.widgets.labels import explain, label, muted


class CallOverlay(ReadingOverlay):
    """Only read; nothing is dialled from here."""

    def __init__(self, card: PartnerCard) -> None:
        body, partner = QWidget(), card.partner
        super().__init__(
            tr("Call {name}").format(name=spread(partner.name)), body, cancel=tr("Back")
        )
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(2))
        first = fixed_face(card)
        lines = [(tr("{name}, direct").format(name=p.name), p) for p in _people(card, first)]
        for title, person in lines:
            self._add(title, person.direct_number, hours_of_person(person))
        general = facts_of.hours(partner.hours, partner.hours_words)
        self._add(tr("General number"), partner.general_number, general)
        self._add(tr("Agreed number outside hours"), partner.night_number, partner.night_words)

    def _add(self, title: str, digits: str, about: str) -> None:
        if not digits:
            return
        if self._column.count():
            self._column.addSpacing(px(12))
        self._column.addWidget(muted(spread(title), wrap=True))
        said = label(kept_together(digits), "page-title")
        said.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self._column.addWidget(said)
        if about:
            self._column.addWidget(explain(spread(about), wrap=True))


def hours_of_person(person: PartnerPerson) -> str:
    """Return when somebody can be called."""
    return facts_of.hours(person.hours, person.hours_words)


def _people(card: PartnerCard, first: PartnerPerson | None) -> list[PartnerPerson]:
    """Return the known face and who stands in for her, where they have a number."""
    if first is None:
        return []
    others = [each for each in card.persons if each.id == first.stand_in_id]
    return [each for each in (first, *others) if each.direct_number]
