"""Lists as the driver gives them, each line decoded when somebody looks; and pages of these."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import Any, Self, TypeVar, overload

R = TypeVar("R")
Cursor = tuple[str, str]
"""Where a page begins: what the list is sorted by, and the id."""


class RawRows(Sequence[R]):
    """Fetched lines: the id first, then what the list is sorted by."""

    def __init__(self, raw: Sequence[Any]) -> None:
        self._raw = raw

    @staticmethod
    @abstractmethod
    def decoded(raw: Sequence[Any]) -> R:
        """Return what a line says."""

    def __len__(self) -> int:
        return len(self._raw)

    @overload
    def __getitem__(self, index: int) -> R: ...
    @overload
    def __getitem__(self, index: slice) -> Self: ...
    def __getitem__(self, index: int | slice) -> R | Self:
        """Return a line, or some of them."""
        if isinstance(index, slice):
            return type(self)(self._raw[index])
        return self.decoded(self._raw[index])

    def end(self) -> Cursor | None:
        """Return where the next page begins, None after nothing."""
        return (self._raw[-1][1], self._raw[-1][0]) if self._raw else None
