"""Above the paper: which sheet, as what, in which language, and who checked that text."""

from collections.abc import Sequence
from datetime import date
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hgkm_desktop.services.prints import Form
from hgkm_desktop.services.sheets import State
from hgkm_desktop.sheets.card import CARD
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.handouts import words
from hgkm_desktop.ui.views.handouts.languages import Languages
from hgkm_desktop.ui.widgets.buttons import icon_button
from hgkm_desktop.ui.widgets.icon_label import IconLabel
from hgkm_desktop.ui.widgets.labels import muted, panel_title
from hgkm_desktop.ui.widgets.segmented import Segmented


class Head(QWidget):
    """Says what is chosen and lets it be chosen."""

    form_chosen = Signal(str)
    language_chosen = Signal(str)
    menu_asked = Signal()
    advice_asked = Signal()

    def __init__(self, may_edit: bool) -> None:
        super().__init__()
        self.title = panel_title("", wrap=True)
        self.forms = _forms(words.SHEET_FORMS)
        self.card_forms = _forms(words.CARD_FORMS)
        self.languages = Languages()
        self.menu = icon_button("dots-three", tr("Change this sheet"), small=True)
        self.for_us = icon_button("info", tr("How to use this sheet"), small=True)
        self._mark, self.review = IconLabel(words.SEEN, "oks", 17), muted("", wrap=True)
        self._lay_out()
        self.menu.setVisible(may_edit)
        for forms in (self.forms, self.card_forms):
            forms.changed.connect(self._on_form_chosen)
        self.languages.changed.connect(self._on_language_chosen)
        self.menu.clicked.connect(self.menu_asked)
        self.for_us.clicked.connect(self.advice_asked)

    def show_choice(
        self, sheet_id: str, language: str, form: Form, states: Sequence[State], today: date
    ) -> None:
        """Show this sheet, in this language and form; nobody is told."""
        self.title.setText(words.title_of(sheet_id))
        is_card = sheet_id == CARD
        self.for_us.setVisible(bool(words.for_us(sheet_id)))
        self.forms.setHidden(is_card)
        self.card_forms.setHidden(not is_card)
        (self.card_forms if is_card else self.forms).set_value(form)
        self.languages.offer(states, language, today)
        state = next(each for each in states if each.language == language)
        is_read = words.is_read_by_somebody(state)
        self._mark.show_icon(words.SEEN if is_read else words.UNSEEN, "oks" if is_read else "mut")
        self.review.setText(words.review_of(state, today))

    def take_focus(self) -> None:
        """Bring the keyboard to the languages."""
        self.languages.take_focus()

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(px(10))
        first.addWidget(self.title, 1)
        top = Qt.AlignmentFlag.AlignTop
        for part in (self.forms, self.card_forms, self.for_us, self.menu):
            first.addWidget(part, 0, top)
        last = QHBoxLayout()
        last.setSpacing(px(7))
        last.addWidget(self._mark)
        last.addWidget(self.review, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(18), px(13), px(18), px(10))
        column.setSpacing(px(9))
        column.addLayout(first)
        column.addWidget(self.languages)
        column.addLayout(last)

    def _on_language_chosen(self, language: object) -> None:
        self.language_chosen.emit(str(language))

    def _on_form_chosen(self, form: object) -> None:
        self.form_chosen.emit(cast(Form, form).value)


def _forms(forms: Sequence[Form]) -> Segmented:
    options = [(form, words.form_name(form)) for form in forms]
    return Segmented(options, name=tr("As what?"), small=True, check=False)
