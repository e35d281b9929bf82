"""The words of a sheet in fields: each section's heading, and its lines one below the other."""

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from hgkm_desktop.services import sheet_check
from hgkm_desktop.sheets.library import RIGHT_TO_LEFT, Line, Part, SheetText
from hgkm_desktop.sheets.numbers import Number
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.combo import ComboField
from hgkm_desktop.ui.widgets.fields import Field
from hgkm_desktop.ui.widgets.inputs import TextArea, line_edit
from hgkm_desktop.ui.widgets.watching import watch

LONGEST_PASTE = 2_000
LINES_SHOWN = 4


class TextForm(QWidget):
    """Says at the field, and at the line, what cannot be printed."""

    changed = Signal()

    def __init__(self, text: SheetText, numbers: Sequence[Number]) -> None:
        super().__init__()
        self._text = text
        self.title, self.lead = line_edit(), line_edit()
        self.headings = {key: line_edit() for key in text.parts}
        self.lines = {key: TextArea(lines=LINES_SHOWN) for key in text.parts}
        self.numbers = ComboField(
            [(each.key, f"{each.name}, {each.number}") for each in numbers],
            placeholder=tr("Put a number in the text"),
        )
        self.numbers.setAccessibleName(tr("Put a number in the text"))
        self.fields = {"title": Field(tr("Title"), self.title)}
        self.fields["lead"] = Field(tr("First sentence"), self.lead)
        self._last: QLineEdit | TextArea = self.lead
        self._lay_out()
        self.show_text(text)
        self._connect()

    def typed(self) -> SheetText:
        """Return what stands in the form; an empty line is none."""
        parts = {
            key: Part(self.headings[key].text(), _lines(area)) for key, area in self.lines.items()
        }
        return replace(self._text, title=self.title.text(), lead=self.lead.text(), parts=parts)

    def show_text(self, text: SheetText) -> None:
        """Fill the form."""
        self.title.setText(text.title)
        self.lead.setText(text.lead)
        for key, part in text.parts.items():
            self.headings[key].setText(part.heading)
            self.lines[key].setPlainText("\n".join(line.text for line in part.lines))

    def is_changed(self) -> bool:
        """Say whether something differs from what is stored."""
        return sheet_check.cleaned(self.typed()) != sheet_check.cleaned(_bare(self._text))

    def complain(self, problems: dict[str, str]) -> None:
        """Say at each place what is wrong, and bring the keyboard to the first."""
        for key, field in self.fields.items():
            field.complain(_problem_at(key, problems))
        first = next((place for place in problems if place.split(".")[0] in self.fields), None)
        if first is not None:
            self._go_to(first)

    def take_first(self) -> None:
        """Start at the title."""
        self.title.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Remember where a number is to be put."""
        if event.type() == QEvent.Type.FocusIn:
            self._last = cast(QLineEdit | TextArea, watched)
        return False

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(px(6), px(6), px(6), px(6))
        column.setSpacing(px(12))
        for key in ("title", "lead"):
            column.addWidget(self.fields[key])
        for place, key in enumerate(self._text.parts, start=1):
            heading = Field(tr("Heading {number}").format(number=place), self.headings[key])
            told = tr("Lines under heading {number}").format(number=place)
            lines = Field(told, self.lines[key], tr("Every line stands on its own row."))
            self.fields[key], self.fields[f"{key}."] = heading, lines
            column.addWidget(heading)
            column.addWidget(lines)
        column.addStretch(1)
        if self._text.language in RIGHT_TO_LEFT:
            for part in self._inputs():
                part.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    def _connect(self) -> None:
        for part in self._inputs():
            watch(part, self)
            part.textChanged.connect(self._on_typed)
            if isinstance(part, QLineEdit):
                part.setMaxLength(LONGEST_PASTE)
        self.numbers.changed.connect(self._on_number_chosen)

    def _inputs(self) -> list[QLineEdit | TextArea]:
        return [self.title, self.lead, *self.headings.values(), *self.lines.values()]

    def _on_typed(self) -> None:
        self.changed.emit()

    def _on_number_chosen(self, key: object) -> None:
        self.numbers.set_value(None)
        if isinstance(self._last, QLineEdit):
            self._last.insert(f"{{{key}}}")
        else:
            self._last.insertPlainText(f"{{{key}}}")
        self._last.setFocus()

    def _go_to(self, place: str) -> None:
        key, _, number = place.partition(".")
        if not number:
            self.fields[key].take_focus()
            return
        area = self.lines[key]
        filled = [n for n, line in enumerate(area.toPlainText().split("\n")) if line.strip()]
        block = area.document().findBlockByNumber(filled[int(number)])
        area.setTextCursor(QTextCursor(block))
        area.setFocus()


def _lines(area: TextArea) -> tuple[Line, ...]:
    return tuple(Line(line) for line in area.toPlainText().split("\n") if line.strip())


def _bare(text: SheetText) -> SheetText:
    """Return a text without sources and marks, as a form gives it."""
    parts = {
        key: Part(part.heading, tuple(Line(line.text) for line in part.lines))
        for key, part in text.parts.items()
    }
    return replace(text, parts=parts)


def _problem_at(key: str, problems: dict[str, str]) -> str:
    if not key.endswith("."):
        return problems.get(key, "")
    told = tr("Line {number}: {problem}")
    return "\n".join(
        told.format(number=int(place.removeprefix(key)) + 1, problem=problem)
        for place, problem in problems.items()
        if place.startswith(key)
    )
