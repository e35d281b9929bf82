"""What the parts of the form of a session have in common."""

from enum import StrEnum
from typing import TypeVar

from PySide6.QtWidgets import QLineEdit

from hgkm_desktop.errors import Invalid
from hgkm_desktop.models import InformationSession
from hgkm_desktop.rules.session_words import word
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.forms.group import Group
from hgkm_desktop.ui.widgets.fields import line_edit

C = TypeVar("C", bound=StrEnum)
LINE = 240
"""More than is kept, so that saving says that it is too long; a book is not taken."""
_DIGITS, _FEWEST = 6, 8


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
