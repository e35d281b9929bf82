"""Noting that a named reader of the language checked a text (R-068)."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from hgkm_desktop.errors import Invalid
from hgkm_desktop.services import sheets
from hgkm_desktop.services.fields import NAME
from hgkm_desktop.sheets.library import LANGUAGES
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import day_of
from hgkm_desktop.ui.views.handouts import words
from hgkm_desktop.ui.widgets.dialog import Overlay
from hgkm_desktop.ui.widgets.fields import Field
from hgkm_desktop.ui.widgets.inputs import line_edit

LONGEST = NAME * 4


class ReviewForm(QObject):
    """Asks for a name; on paper stand the initials and the day."""

    def __init__(self, ctx: Context, sheet_id: str, language: str) -> None:
        super().__init__(ctx)
        self._ctx, self._sheet, self._language = ctx, sheet_id, language
        self.reader = line_edit()
        self.reader.setMaxLength(LONGEST)
        hint = tr("Only the first letters and the day stand on the paper.")
        self.field = Field(tr("Who read it?"), self.reader, hint)
        self.overlay = Overlay(
            tr("Checked by…"),
            self.field,
            text=self._text(),
            accept=tr("Save"),
            cancel=tr("Cancel"),
            check=self._is_saved,
        )

    def open(self, window: QWidget) -> None:
        """Show the form."""
        self.overlay.open(window)

    def _text(self) -> str:
        told = tr("“{title}” in {language}. Somebody who speaks it well read all of it.")
        title = words.title_of(self._sheet)
        return told.format(title=title, language=LANGUAGES[self._language])

    def _is_saved(self) -> bool:
        today, reader = day_of(self._ctx.now()), self.reader.text()
        try:
            self._ctx.call(sheets.review, self._sheet, self._language, reader, today=today)
        except Invalid as error:
            self.field.complain(error.problems["reader"])
            self.field.take_focus()
            return False
        self._ctx.notify(tr("Saved. It stands on the paper too."))
        return True
