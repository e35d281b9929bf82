"""The five steps of the Meldcode as an aid, in the words that fit the organisation (R-157, R-297).

A volunteer is never told that she is obliged; only an organisation that falls under the law reads
professional wording. What the words rest on stands in FACTS.md 3.1 to 3.4.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from hgkm_desktop.rules.lists import GuideStep
from hgkm_desktop.texts import DEFAULT, LANGUAGES


class Status(StrEnum):
    """How the organisation stands towards the law: free, through its subsidy, or bound."""

    FREE = "free"
    SUBSIDY = "subsidy"
    BOUND = "bound"


@dataclass(frozen=True)
class Part:
    """A heading and what stands below it. A number is named by its key, never typed."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Guide:
    """Everything the page shows; nothing in it can be ticked or counted."""

    intro: tuple[str, ...]
    steps: Mapping[GuideStep, tuple[str, ...]]
    advice: Part
    report: Part
    red_flags: Part
    then: tuple[str, ...]


@cache
def guide(status: Status, language: str) -> Guide:
    """Return the guide for an organisation, in a language (Dutch where there is none)."""
    data = _data(language if language in LANGUAGES else DEFAULT)
    steps = {step: _lines(data["steps"][step.value], status) for step in GuideStep}
    return Guide(
        intro=_lines(data["intro"], status),
        steps=steps,
        advice=_part(data["advice"], status),
        report=_part(data["report"], status),
        red_flags=_part(data["red_flags"], status),
        then=_lines(data["then"], status),
    )


def with_numbers(lines: Sequence[str], numbers: Mapping[str, str]) -> list[str]:
    """Return lines with the registry's numbers in them."""
    return [line.format_map(numbers) for line in lines]


def _data(language: str) -> dict[str, Any]:
    file = files("hgkm_desktop") / "resources" / "guide" / f"{language}.json"
    return json.loads(file.read_text(encoding="utf-8"))


def _part(data: dict[str, Any], status: Status) -> Part:
    return Part(data["heading"], _lines(data, status))


def _lines(data: dict[str, Any], status: Status) -> tuple[str, ...]:
    """Return what this organisation reads first, then what everybody reads."""
    return tuple(_text(line) for place in (status.value, "all") for line in data.get(place, ()))


def _text(line: str | dict[str, str]) -> str:
    """Return the words of a line; the Dutch ones carry their sources beside them."""
    return line if isinstance(line, str) else line["text"]
