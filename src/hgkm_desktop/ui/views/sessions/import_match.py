"""Which column of a file is which of ours, with two of its cells to see that it is right."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hgkm_desktop.services.registration_files import Column, Matching, guessed
from hgkm_desktop.services.tables import Table
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.fields import ComboField, Field

EXAMPLES, LOOKED_AT, LONGEST = 2, 200, 24


class ImportMatch(QWidget):
    """One field for each of our columns; what nobody chooses stays in the file."""

    changed = Signal()

    def __init__(self, veiled: bool) -> None:
        super().__init__()
        self._veiled = veiled
        self._table = Table((), (), ())
        self.fields = {column: Field(name, ComboField()) for column, name in _names().items()}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        for key, field in self.fields.items():
            column.addWidget(field)
            self.combo(key).changed.connect(self._on_chosen)
        column.addStretch(1)

    def combo(self, column: Column) -> ComboField:
        """Return where a column of the file is chosen."""
        combo = self.fields[column].widget
        assert isinstance(combo, ComboField)
        return combo

    def show_table(self, table: Table) -> None:
        """Offer the columns of a file; those whose names we know are chosen already."""
        self._table = table
        known = guessed(table.columns)
        offered: list[tuple[object, str]] = [(None, tr("Leave it out"))]
        offered += list(enumerate(table.columns))
        for column in self.fields:
            self.combo(column).set_items(offered)
            self.combo(column).set_value(known.get(column))
        self._show_examples()

    def matching(self) -> Matching:
        """Return what was chosen."""
        chosen = {column: self.combo(column).value() for column in self.fields}
        return {column: place for column, place in chosen.items() if isinstance(place, int)}

    def complain(self, text: str) -> None:
        """Say that a name is missing, or that nothing is."""
        self.fields[Column.NAME].complain(text)

    def _on_chosen(self) -> None:
        self._show_examples()
        self.changed.emit()

    def _show_examples(self) -> None:
        chosen = self.matching()
        for column, field in self.fields.items():
            field.set_hint(self._examples(chosen.get(column)))

    def _examples(self, place: int | None) -> str:
        if place is None:
            return ""
        if self._veiled:
            return tr("Names are hidden")
        cells = _cells(self._table, place)
        return tr("In it: {words}").format(words=tr(", ").join(cells)) if cells else tr("Empty")


def _cells(table: Table, place: int) -> Sequence[str]:
    cells = (row.cells[place] for row in table.rows[:LOOKED_AT])
    return [cell[:LONGEST] for cell in cells if cell][:EXAMPLES]


def _names() -> dict[Column, str]:
    return {
        Column.NAME: tr("First name"),
        Column.ALIAS: tr("Alias"),
        Column.LANGUAGE: tr("Language"),
        Column.READING: tr("How she reads"),
        Column.CHILDREN: tr("Number of children"),
    }
