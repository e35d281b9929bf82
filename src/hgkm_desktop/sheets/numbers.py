"""The registry of public numbers: one place for every number that paper may show (R-287).

A text never holds a telephone number, only its key; two people died after calling a wrong one
(FACTS.md 3.5).
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

FRESH_FOR = timedelta(days=180)
OWN = "own"
"""The organisation's own number; it ships with none."""
EMERGENCY = "emergency"
IN_NEED = (EMERGENCY, "suicide_short", "suicide_long", "veilig_thuis")
"""What the card that is one key away shows, in its order (R-128)."""


@dataclass(frozen=True)
class Number:
    """A telephone number, exactly as it is printed, and when somebody last checked it."""

    key: str
    name: str
    number: str
    hours: str = ""
    source: tuple[str, ...] = ()
    remark: str = ""
    checked_on: date | None = None
    checked_by: str = ""
    is_own: bool = False

    def is_fresh(self, today: date) -> bool:
        """Say whether it may be printed without looking again; a check from tomorrow is none."""
        checked = self.checked_on
        return checked is not None and checked <= today <= checked + FRESH_FOR


def old(known: Mapping[str, Number], keys: Iterable[str], today: date) -> list[Number]:
    """Return which of these must be checked before they print.

    One that was never checked is left out of the paper, so it is not asked for.
    """
    used = (known[key] for key in dict.fromkeys(keys) if key in known)
    return [n for n in used if n.checked_on is not None and not n.is_fresh(today)]


@cache
def shipped() -> tuple[Number, ...]:
    """Return the numbers the program comes with, in the order of the registry.

    Those that no two public sources agree on come unchecked and do not print until they are.
    """
    file = files("hgkm_desktop") / "resources" / "handouts" / "numbers.json"
    return tuple(_number(entry) for entry in json.loads(file.read_text(encoding="utf-8")))


def _number(entry: dict[str, str | list[str]]) -> Number:
    checked = str(entry["checked_on"])
    return Number(
        key=str(entry["key"]),
        name=str(entry["name"]),
        number=str(entry["number"]),
        hours=str(entry["hours"]),
        source=tuple(entry["source"]),
        remark=str(entry["remark"]),
        checked_on=date.fromisoformat(checked) if checked else None,
    )
