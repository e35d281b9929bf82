"""What the parts of the form of a visit have in common."""

from enum import StrEnum
from typing import TypeVar

from hgkm_desktop.rules.going_words import word

E_ = TypeVar("E_", bound=StrEnum)
_FEWEST = 8


def options(kind: type[E_]) -> list[tuple[object, str]]:
    """Return every value of a list with its words."""
    return [(value, word(value)) for value in kind]
