"""A key and what it does, as the help page (F1) tells it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Key:
    """One or more keys that do something; each is written as it stands on the keyboard."""

    keys: tuple[str, ...]
    does: str


def as_written(sequence: str) -> str:
    """Return "Ctrl+N" as it is shown: "Ctrl N"."""
    return sequence.replace("+", " ")
