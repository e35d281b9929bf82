"""Her yes to notes, as the form for a new case asks it: nothing is ticked beforehand (R-271)."""

from datetime import date

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from hgkm_desktop.models.codes import Language
from hgkm_desktop.models.labels import label
from hgkm_desktop.rules.bodies import Consent
from hgkm_desktop.rules.lists import ConsentForm, Purpose
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.fields import ComboField, Field, line_edit
from hgkm_desktop.ui.widgets.segmented import Segmented
from hgkm_desktop.ui.widgets.strips import Callout

TEXT_VERSION = "1.0"
"""The version of the words below: written down with her yes, so change both together."""
LONGEST = 240


class HerYes(QWidget):
    """What is explained to her, how she said yes, in which language, and who heard it."""

    def __init__(self, heard_by: str) -> None:
        super().__init__()
        options = [
            (ConsentForm.ORAL, tr("Yes, she said so")),
            (ConsentForm.WRITTEN, tr("Yes, on paper")),
        ]
        self.form = Segmented(options, tr("May you make notes?"), allow_none=True)
        self.language = ComboField([(each.value, label(each)) for each in Language], tr("Choose"))
        self.heard_by = line_edit()
        self.heard_by.setMaxLength(LONGEST)
        self.heard_by.setText(heard_by)
        self.form_field = Field(tr("May you make notes?"), self.form)
        self._lay_out()

    def value(self, today: date) -> Consent | None:
        """Return her yes of today, nothing as long as there is none."""
        form = self.form.value()
        if not isinstance(form, ConsentForm):
            return None
        return Consent(
            Purpose.NOTES,
            form,
            today,
            language=str(self.language.value() or ""),
            heard_by=self.heard_by.text(),
            text_version=TEXT_VERSION,
        )

    def show_value(self, form: str, language: str, heard_by: str) -> None:
        """Show what was chosen earlier."""
        known = form in (ConsentForm.ORAL, ConsentForm.WRITTEN)
        self.form.set_value(ConsentForm(form) if known else None)
        if language:
            self.language.set_value(language)
        self.heard_by.setText(heard_by)

    def _lay_out(self) -> None:
        told = tr(
            "We write down what you tell. Only your confidants read it. You may read it, "
            "correct it or have it erased. You may stop at any time."
        )
        title = tr("Explain this (text {version})").format(version=TEXT_VERSION)
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(16))
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.addWidget(Field(tr("Explained in"), self.language), 0, 0)
        grid.addWidget(Field(tr("Who heard it"), self.heard_by), 0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addWidget(Callout(title, told, "chat-teardrop-text"))
        column.addWidget(self.form_field)
        column.addLayout(grid)
