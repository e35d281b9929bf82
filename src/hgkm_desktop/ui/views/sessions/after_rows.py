"""Which sheets were handed out, in which language, how many: a line for each (R-071)."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from hgkm_desktop import texts
from hgkm_desktop.sheets import library
from hgkm_desktop.sheets.library import LANGUAGES, MASTER
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.forms import field_values
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.sessions.form_group import number, number_line
from hgkm_desktop.ui.widgets.buttons import icon_button, make_button
from hgkm_desktop.ui.widgets.combo import ComboField

Given = tuple[str, str, str]
"""A sheet, a language, and how many as it stands in the field."""
Kind = tuple[str, str]
KEY = "handouts"


class HandoutRow(QWidget):
    """One sheet in one language."""

    def __init__(self, given: Given) -> None:
        super().__init__()
        sheet, language, copies = given
        self.sheet = ComboField([(one.id, _title(one.id)) for one in library.sheets()])
        self.sheet.set_value(sheet)
        self.sheet.setAccessibleName(tr("Sheet"))
        self.sheet.setMinimumContentsLength(8)
        narrow = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.sheet.setSizeAdjustPolicy(narrow)
        self.language = ComboField(list(LANGUAGES.items()))
        self.language.set_value(language)
        self.language.setAccessibleName(tr("Language"))
        self.copies = number_line()
        self.copies.setText(copies)
        self.copies.setFixedWidth(px(64))
        self.copies.setAccessibleName(tr("How many"))
        self.less = icon_button("x", tr("Take this line away"), kind="bare")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        row.addWidget(self.sheet, 3)
        row.addWidget(self.language, 2)
        row.addWidget(self.copies)
        row.addWidget(self.less)

    def given(self) -> Given:
        """Return what stands in the line."""
        return str(self.sheet.value()), str(self.language.value()), self.copies.text().strip()


class Handouts(QWidget):
    """The lines, and the way to one more."""

    changed = Signal()

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language
        self.rows: list[HandoutRow] = []
        self.more = make_button(tr("One more sheet"), "quiet", icon="plus", small=True)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(px(8))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addLayout(self._lines)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeading)
        self.more.clicked.connect(self._on_more)
        self.setFocusProxy(self.more)

    def values(self) -> list[Given]:
        """Return the lines as they stand there."""
        return [row.given() for row in self.rows]

    def set_values(self, given: Sequence[Sequence[str]]) -> None:
        """Show these lines and no others."""
        while self.rows:
            self._drop(self.rows[-1])
        for sheet, language, copies in given:
            self._add((sheet, language, copies))
        self.changed.emit()

    def copies(self) -> dict[Kind, int]:
        """Return how many of each; raise Invalid, with the keyboard at the line that is wrong."""
        found: dict[Kind, int] = {}
        for row in self.rows:
            self.setFocusProxy(row.copies)
            count = number(row.copies, KEY) or 0
            sheet, language, _ = row.given()
            found[sheet, language] = found.get((sheet, language), 0) + count
        self.setFocusProxy(self.more)
        return found

    def _add(self, given: Given) -> HandoutRow:
        row = HandoutRow(given)
        self.rows.append(row)
        self._lines.addWidget(row)
        row.sheet.changed.connect(self.changed)
        row.language.changed.connect(self.changed)
        row.copies.textChanged.connect(self.changed)
        row.less.clicked.connect(partial(self._on_less, row))
        QWidget.setTabOrder(row.less, self.more)
        return row

    def _drop(self, row: HandoutRow) -> None:
        self.rows.remove(row)
        self._lines.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _on_more(self) -> None:
        given = {row.given()[0] for row in self.rows}
        sheets = [one.id for one in library.sheets()]
        fresh = next((one for one in sheets if one not in given), sheets[0])
        self._add((fresh, self._language, "")).sheet.setFocus()
        self.changed.emit()

    def _on_less(self, row: HandoutRow) -> None:
        self.more.setFocus()
        self._drop(row)
        self.changed.emit()


@field_values.read.register
def _(field: Handouts) -> list[Given]:
    return field.values()


@field_values.write.register
def _(field: Handouts, value: list[Sequence[str]]) -> None:
    field.set_values(value)


def _title(sheet_id: str) -> str:
    spoken = texts.current()
    language = spoken if spoken in library.languages(sheet_id) else MASTER
    return library.text(sheet_id, language).title
