"""Changing a number after looking, or adding one of our own."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hgkm_desktop.errors import Invalid
from hgkm_desktop.services import numbers
from hgkm_desktop.services.fields import NAME
from hgkm_desktop.sheets.numbers import Number
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import day_of
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.dialog import Overlay
from hgkm_desktop.ui.widgets.fields import Field
from hgkm_desktop.ui.widgets.inputs import line_edit

LONGEST = NAME * 4


class NumberForm(QObject):
    """A form over the page; `number` is None for a new one of our own."""

    def __init__(self, ctx: Context, number: Number | None = None) -> None:
        super().__init__(ctx)
        self._ctx, self._number = ctx, number
        self.name, self.hours = line_edit(), line_edit()
        self.digits = line_edit(left_to_right=True)
        hint = tr("Exactly as it is to stand on the paper.")
        self.fields = {
            "name": Field(tr("Whose number is it?"), self.name),
            "number": Field(tr("Number"), self.digits, hint),
            "hours": Field(tr("When can people call?"), self.hours, tr("May stay empty")),
        }
        for line in (self.name, self.digits, self.hours):
            line.setMaxLength(LONGEST)
        self.overlay = Overlay(
            self._title(),
            self._body(),
            accept=tr("Save"),
            cancel=tr("Cancel"),
            check=self._is_saved,
        )

    def open(self, window: QWidget) -> None:
        """Show the form."""
        self.overlay.open(window)

    def _title(self) -> str:
        if self._number is None:
            return tr("A number of our own")
        return tr("Change {name}").format(name=self._number.name)

    def _body(self) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(14))
        for key, field in self.fields.items():
            if key != "name" or self._number is None:
                column.addWidget(field)
        if self._number is not None:
            self.digits.setText(self._number.number)
            self.hours.setText(self._number.hours)
        return body

    def _is_saved(self) -> bool:
        for field in self.fields.values():
            field.clear()
        try:
            self._save()
        except Invalid as error:
            self._complain(error.problems)
            return False
        self._ctx.notify(tr("The number is saved."))
        return True

    def _save(self) -> None:
        digits, hours, today = self.digits.text(), self.hours.text(), day_of(self._ctx.now())
        if self._number is None:
            self._ctx.call(numbers.add, self.name.text(), digits, hours, today=today)
        else:
            self._ctx.call(numbers.change, self._number.key, digits, hours, today=today)

    def _complain(self, problems: dict[str, str]) -> None:
        for key, text in problems.items():
            if key in self.fields:
                self.fields[key].complain(text)
        first = next((key for key in self.fields if key in problems), None)
        if first:
            self.fields[first].take_focus()
