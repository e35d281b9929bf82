"""What the parts of the form of a session have in common."""

from collections.abc import Sequence
from enum import StrEnum
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from hgkm_desktop.errors import Invalid
from hgkm_desktop.models import InformationSession
from hgkm_desktop.rules.session_words import word
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.fields import ComboField, Field, line_edit

C = TypeVar("C", bound=StrEnum)
LINE = 240
"""More than is kept, so that saving says that it is too long; a book is not taken."""
_DIGITS, _FEWEST = 6, 8


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


class Part(Group):
    """A group about the session itself: shows it, and writes what is typed into it."""

    def show_session(self, planned: InformationSession) -> None:
        """Show what is known of a session."""
        raise NotImplementedError

    def put(self, planned: InformationSession) -> None:
        """Write what stands here into a session; raise Invalid for what cannot be read."""
        raise NotImplementedError

    def summary(self) -> list[str]:
        """Return what is filled in here, in a few words."""
        raise NotImplementedError


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


def line() -> QLineEdit:
    """Return a line to type in."""
    made = line_edit()
    made.setMaxLength(LINE)
    return made


def number_line() -> QLineEdit:
    """Return a line for a number, which runs from left to right."""
    made = line_edit(left_to_right=True)
    made.setMaxLength(_DIGITS)
    return made


def number(field: QLineEdit, key: str) -> int | None:
    """Return a typed number, None for nothing; raise Invalid(key) for anything else."""
    plain = field.text().strip()
    if not plain:
        return None
    if not plain.isdecimal():
        raise Invalid({key: tr("Type a number, or nothing.")})
    return int(plain)


def number_text(value: int | None) -> str:
    """Return a number as its line shows it."""
    return "" if value is None else str(value)


def options(kind: type[C]) -> list[tuple[object, str]]:
    """Return every value of a list of sessions with its words."""
    return [(value, word(value)) for value in kind]


def chosen(value: object, kind: type[C]) -> C | None:
    """Return what is chosen; Qt keeps only the letters of a code."""
    return kind(value) if isinstance(value, str) and value else None


def id_of(value: object) -> UUID | None:
    """Return the id that is chosen, None for nothing."""
    return UUID(value) if isinstance(value, str) and value else None
