"""Small fields the forms of this view share."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from hgkm_desktop.models.codes import Language
from hgkm_desktop.models.labels import short
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.dates import day_without_weekday
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.chips import ChipRow
from hgkm_desktop.ui.widgets.combo import ComboField
from hgkm_desktop.ui.widgets.inputs import line_edit

C = TypeVar("C", bound=StrEnum)
NAME, NUMBER = 240, 60


def line(longest: int = NAME, *, left_to_right: bool = False) -> QLineEdit:
    """Return a line to type in; what is too long is told when saving, a book is not taken."""
    made = line_edit(left_to_right=left_to_right)
    made.setMaxLength(longest)
    return made


def chosen(field: ComboField, kind: type[C], otherwise: C) -> C:
    """Return what is chosen; Qt keeps a code as plain text."""
    value = field.value()
    return kind(value) if isinstance(value, str) and value else otherwise


def several(row: ChipRow, kind: type[C]) -> tuple[C, ...]:
    """Return what is on."""
    return tuple(kind(str(value)) for value in row.values())


def plain(codes: Iterable[StrEnum]) -> list[object]:
    """Return codes as a row of chips holds them."""
    return list(codes)


def language_chips() -> ChipRow:
    """Return a chip for every language."""
    told = tr("Languages")
    return ChipRow([(each, short(each)) for each in Language], name=told)


def day_text(day: date | None) -> str:
    """Return a day as a TypedDay shows it."""
    return f"{day_without_weekday(day)} {day.year}" if day is not None else ""


def beside(*parts: QWidget) -> QWidget:
    """Return fields next to each other."""
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(px(16))
    for part in parts:
        row.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)
    return made
