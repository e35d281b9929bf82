"""How she answered: aloud or on paper, in which language it was read, who heard it (R-271)."""

from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hgkm_desktop.errors import Invalid
from hgkm_desktop.models.codes import Language
from hgkm_desktop.models.labels import label
from hgkm_desktop.rules.bodies import Consent
from hgkm_desktop.rules.consent_words import TEXT_VERSION
from hgkm_desktop.rules.lists import ConsentForm, Purpose
from hgkm_desktop.rules.words import word
from hgkm_desktop.services import consents
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.chips import ChipRow
from hgkm_desktop.ui.widgets.combo import ComboField
from hgkm_desktop.ui.widgets.fields import Field
from hgkm_desktop.ui.widgets.inputs import line_edit


def language_word(code: str) -> str:
    """Return how a language reads; one that is in no list reads as it was noted."""
    known = {language.value for language in Language}
    return label(Language(code)) if code in known else code


class HerAnswer(QWidget):
    """Nothing of it is chosen beforehand, except who is asking."""

    def __init__(self, forms: tuple[ConsentForm, ...], heard_by: str, prefix: str = "") -> None:
        super().__init__()
        self._prefix = prefix
        items = [(form, word(form)) for form in forms]
        self.form = ChipRow(items, exclusive=True, name=tr("How did she answer?"))
        self.form.setFocusProxy(self.form.chips[0])
        languages = [(each.value, label(each)) for each in Language]
        self.language = ComboField(languages, tr("Choose a language"))
        self.heard_by = line_edit()
        self.heard_by.setMaxLength(4 * consents.SHORT)
        self.heard_by.setText(heard_by)
        self.fields = {
            f"{prefix}form": Field(tr("How did she answer?"), self.form),
            f"{prefix}language": Field(tr("In which language was it read to her?"), self.language),
            f"{prefix}heard_by": Field(tr("Who heard her answer?"), self.heard_by),
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(14))
        for field in self.fields.values():
            column.addWidget(field)

    def value(self, purpose: Purpose, on: date) -> Consent:
        """Return her answer; raise Invalid while it is not said how she gave it."""
        form = self.form.value()
        if not isinstance(form, ConsentForm):
            raise Invalid({f"{self._prefix}form": tr("Choose how she answered.")})
        return Consent(
            purpose,
            form,
            on,
            language=str(self.language.value() or ""),
            heard_by=self.heard_by.text(),
            text_version=TEXT_VERSION,
        )
