"""Which way each character runs (Unicode's UAX 9), and the order in which a line is drawn.

python-bidi resolves the levels; it lacks the rule for paired brackets (N0), which is here.
Lines are broken first and reordered after: the other way round the first sentence ends below.
"""

import unicodedata
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any, TypeVar

from bidi import algorithm

Item = TypeVar("Item")
Storage = dict[str, Any]

LRM = "\u200e"
"""Put at both ends of a number: rule W2 would turn 0800-2000 round after Arabic letters."""
RIGHTWARD = frozenset({"R", "AL", "AN"})
BRACKETS = {"(": ")", "[": "]", "{": "}"}
DIRECTIONS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Signs that only steer direction; nobody but this program may put them in a text."""


@lru_cache(maxsize=2048)
def levels(text: str, rtl: bool) -> tuple[int, ...]:
    """Return the embedding level of each character: even runs to the right, odd to the left."""
    if not rtl and RIGHTWARD.isdisjoint(map(unicodedata.bidirectional, text)):
        return (0,) * len(text)
    storage = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = int(rtl), "R" if rtl else "L"
    algorithm.get_embedding_levels(text, storage)
    for place, character in enumerate(storage["chars"]):
        character["place"] = place
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    _resolve_brackets(storage)
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    found = [int(rtl)] * len(text)
    for character in storage["chars"]:
        found[character["place"]] = character["level"]
    return tuple(found)


def reordered(items: Sequence[Item], level: Callable[[Item], int]) -> list[Item]:
    """Return the parts of a line as they are drawn from left to right (rule L2)."""
    line = list(items)
    for depth in range(max(map(level, line), default=0), 0, -1):
        line = _turned(line, level, depth)
    return line


def in_reading_order(drawn: Sequence[Item], level: Callable[[Item], int]) -> list[Item]:
    """Return the parts of a drawn line as they are read; the way back from `reordered`."""
    line = list(drawn)
    for depth in range(1, max(map(level, line), default=0) + 1):
        line = _turned(line, level, depth)
    return line


def _turned(line: list[Item], level: Callable[[Item], int], depth: int) -> list[Item]:
    """Turn round every stretch at or above a depth."""
    out: list[Item] = []
    stretch: list[Item] = []
    for item in line:
        if level(item) >= depth:
            stretch.insert(0, item)
        else:
            out += [*stretch, item]
            stretch = []
    return out + stretch


def _resolve_brackets(storage: Storage) -> None:
    """Give both brackets of a pair the direction of what stands inside (rule N0)."""
    characters = storage["chars"]
    for opens, closes in sorted(_pairs(characters)):
        embedding = "R" if characters[opens]["level"] % 2 else "L"
        inside = {_strong(character) for character in characters[opens + 1 : closes]} - {None}
        if not inside:
            continue
        if embedding not in inside:
            before = (_strong(character) for character in reversed(characters[:opens]))
            embedding = next((side for side in before if side), storage["base_dir"])
        characters[opens]["type"] = characters[closes]["type"] = embedding


def _pairs(characters: Sequence[dict[str, Any]]) -> list[tuple[int, int]]:
    waiting: list[tuple[str, int]] = []
    found: list[tuple[int, int]] = []
    for place, character in enumerate(characters):
        sign = character["ch"]
        if character["type"] != "ON":
            continue
        if sign in BRACKETS:
            waiting.append((BRACKETS[sign], place))
        elif (depth := _last(waiting, sign)) is not None:
            found.append((waiting[depth][1], place))
            del waiting[depth:]
    return found


def _last(waiting: Sequence[tuple[str, int]], sign: str) -> int | None:
    return next((n for n in reversed(range(len(waiting))) if waiting[n][0] == sign), None)


def _strong(character: dict[str, Any]) -> str | None:
    kind = character["type"]
    if kind in ("R", "AL", "EN", "AN"):
        return "R"
    return "L" if kind == "L" else None
