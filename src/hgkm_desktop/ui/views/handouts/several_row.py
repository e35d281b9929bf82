"""One line of a large print job: which sheet, in which language, as what, how many."""

from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hgkm_desktop.services.prints import Form, Job
from hgkm_desktop.sheets import library
from hgkm_desktop.sheets.card import CARD
from hgkm_desktop.sheets.library import LANGUAGES
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.handouts import words
from hgkm_desktop.ui.views.handouts.stepper import Stepper
from hgkm_desktop.ui.widgets.buttons import icon_button
from hgkm_desktop.ui.widgets.combo import ComboField


class SeveralRow(QWidget):
    """A `Job` in four fields."""

    changed = Signal()
    remove_asked = Signal()

    def __init__(self, job: Job) -> None:
        super().__init__()
        self._cover = job.cover
        ids = [*(sheet.id for sheet in library.sheets()), CARD]
        self.sheet = ComboField([(each, words.title_of(each)) for each in ids])
        self.language, self.form, self.copies = ComboField(), ComboField(), Stepper()
        self.remove = icon_button("trash", tr("Take out of the list"))
        self.sheet.setAccessibleName(tr("Sheet"))
        self.language.setAccessibleName(tr("Language"))
        self.form.setAccessibleName(tr("As what?"))
        self.sheet.setSizeAdjustPolicy(
            ComboField.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.sheet.setMinimumContentsLength(10)
        for field in (self.language, self.form):
            field.setFixedWidth(px(144))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(10))
        row.addWidget(self.sheet, 1)
        for part in (self.language, self.form, self.copies, self.remove):
            row.addWidget(part)
        self._show(job)
        self.sheet.changed.connect(self._on_sheet_chosen)
        for field in (self.language, self.form):
            field.changed.connect(self.changed)
        self.copies.changed.connect(self.changed)
        self.remove.clicked.connect(self.remove_asked)

    def job(self) -> Job:
        """Return what the line says."""
        return Job(
            cast(str, self.sheet.value()),
            cast(str, self.language.value()),
            self.copies.value(),
            Form(cast(str, self.form.value())),
            self._cover,
        )

    def _show(self, job: Job) -> None:
        self.sheet.set_value(job.sheet)
        self._offer(job.sheet, job.language, job.form)
        self.copies.set_value(job.copies)

    def _offer(self, sheet_id: str, language: str, form: Form) -> None:
        languages, forms = words.languages_of(sheet_id), words.forms_of(sheet_id)
        self.language.set_items([(code, LANGUAGES[code]) for code in languages])
        self.language.set_value(language if language in languages else languages[0])
        self.form.set_items([(each, words.form_name(each)) for each in forms])
        self.form.set_value(form if form in forms else forms[0])

    def _on_sheet_chosen(self, sheet_id: object) -> None:
        before = self.job()
        self._offer(cast(str, sheet_id), before.language, before.form)
        self.changed.emit()
