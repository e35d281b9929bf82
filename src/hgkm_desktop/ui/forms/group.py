"""What the parts of a long form have in common: a column of fields that know their keys."""

from collections.abc import Sequence
from enum import StrEnum
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.fields import ComboField, Field

C = TypeVar("C", bound=StrEnum)
_FEWEST = 8


class Group(QWidget):
    """A column of fields; `fields` have the names services use, `more` is kept half typed too."""

    def __init__(self) -> None:
        super().__init__()
        self.fields: dict[str, Field] = {}
        self.more: dict[str, QWidget] = {}
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(px(12))

    def field(self, key: str, name: str, widget: QWidget, hint: str = "") -> Field:
        """Return a field under its name; it still has to be put somewhere."""
        if isinstance(widget, ComboField):
            let_be_narrow(widget)
        made = self.fields[key] = Field(name, widget, hint)
        return made

    def add(self, *parts: QWidget) -> QWidget:
        """Put a part under the others, or several of one width beside each other."""
        made = parts[0] if len(parts) == 1 else beside(parts)
        self.column.addWidget(made)
        return made


def beside(parts: Sequence[QWidget]) -> QWidget:
    """Return parts of one width beside each other."""
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(px(14))
    for part in parts:
        row.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)
    return made


def let_be_narrow(combo: ComboField) -> None:
    """Let a long name end in dots: two columns have to fit a small screen."""
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(_FEWEST)


def chosen(value: object, kind: type[C]) -> C | None:
    """Return what is chosen; Qt keeps only the letters of a code."""
    return kind(value) if isinstance(value, str) and value else None


def id_of(value: object) -> UUID | None:
    """Return the id that is chosen, None for nothing."""
    return UUID(value) if isinstance(value, str) and value else None
