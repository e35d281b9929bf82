"""What plays for her, as calm cards: her own words first, everything may stay empty."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hgkm_desktop.rules.bodies import Situation
from hgkm_desktop.ui.forms.part_card import PartCard
from hgkm_desktop.ui.views.cases.situation_parts import Part, text_of, words_of
from hgkm_desktop.ui.widgets.even_columns import EvenColumns

_NARROWEST = 300


class SituationCards(QWidget):
    """A card for each part; choosing one asks for its form."""

    chosen = Signal(object)

    def __init__(self, situation: Situation) -> None:
        super().__init__()
        columns = EvenColumns(_NARROWEST, 16)
        self.setLayout(columns)
        self.cards: dict[Part, PartCard] = {}
        for part in Part:
            words = words_of(part)
            card = self.cards[part] = PartCard(words.icon, words.title, text_of(part, situation))
            card.clicked.connect(partial(self._on_card_clicked, part))
            columns.addWidget(card)

    def _on_card_clicked(self, part: Part) -> None:
        self.chosen.emit(part)
