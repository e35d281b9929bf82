"""What stands in the neighbourhood: towers, blocks, houses, trees and water.

Drawn from a small generator that always gives the same street, so that nobody has to draw
pictures and nothing depends on a file.
"""

from collections.abc import Iterator
from dataclasses import dataclass

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Building:
    """A box with windows; a flat roof sticks out at blocks and houses, not at towers."""

    box: Box
    layer: int
    columns: int
    rows: int


@dataclass(frozen=True)
class Tree:
    """A round tree on a thin trunk."""

    x: float
    crown: float
    trunk: float
    dark: bool


class Dice:
    """Numbers that look thrown, and are the same every time."""

    def __init__(self, seed: int) -> None:
        self._state = seed

    def below(self, limit: int) -> int:
        """Return a number from 0 up to, not including, a limit."""
        self._state = (self._state * 1103515245 + 12345) % 2147483648
        return (self._state >> 12) % limit

    def one_of(self, choices: tuple[float, ...]) -> float:
        """Return one of a few."""
        return choices[self.below(len(choices))]


_TOWER_WIDTHS, _TOWER_GAPS = (54, 64, 90), (26, 44, 60)
_TOWER_HEIGHTS = (0.36, 0.4, 0.45, 0.56)
_BLOCK_WIDTHS, _BLOCK_GAPS, _BLOCK_HEIGHTS = (160, 190, 240), (34, 52), (0.23, 0.27, 0.31)
_HOUSE_WIDTHS, _HOUSE_GAPS, _HOUSE_HEIGHTS = (130, 150, 180), (60, 70, 96), (0.145, 0.18)


def buildings(width: float, ground: float, seed: int = 7) -> Iterator[Building]:
    """Return the buildings of a street from the back to the front."""
    dice = Dice(seed)
    yield from _row(dice, width, ground, 0, -20, (_TOWER_WIDTHS, _TOWER_GAPS, _TOWER_HEIGHTS))
    yield from _row(dice, width, ground, 1, -60, (_BLOCK_WIDTHS, _BLOCK_GAPS, _BLOCK_HEIGHTS))
    yield from _row(dice, width, ground, 2, -30, (_HOUSE_WIDTHS, _HOUSE_GAPS, _HOUSE_HEIGHTS))


def _row(
    dice: Dice,
    width: float,
    ground: float,
    layer: int,
    x: float,
    choices: tuple[tuple[float, ...], tuple[float, ...], tuple[float, ...]],
) -> Iterator[Building]:
    widths, gaps, heights = choices
    while x < width:
        across, height = dice.one_of(widths), ground * dice.one_of(heights)
        columns = max(2, int(across / 20)) if layer else {54: 2, 64: 3}.get(int(across), 4)
        rows = max(2, int(height / (25 if layer == 0 else 28 if layer == 1 else 24)))
        yield Building((x, ground - height, across, height), layer, columns, rows)
        x += across + dice.one_of(gaps)


def windows(building: Building) -> Iterator[Box]:
    """Return the windows of a building."""
    left, top, width, height = building.box
    step_x, step_y = (width - 16) / building.columns, (height - 6) / building.rows
    for row in range(building.rows):
        for column in range(building.columns):
            yield (
                left + 8 + step_x * (column + 0.14),
                top + 6 + step_y * (row + 0.22),
                step_x * 0.72,
                step_y * 0.56,
            )


def trees(width: float, seed: int = 21) -> Iterator[Tree]:
    """Return the trees along the water."""
    dice, x = Dice(seed), 10.0
    while x < width:
        yield Tree(x, 18 + dice.below(16), 16 + dice.below(13), dice.below(2) == 0)
        x += 38 + dice.below(58)


def ripples(width: float, top: float, height: float, seed: int = 5) -> Iterator[Box]:
    """Return the stripes on the water."""
    dice = Dice(seed)
    lines = max(6, int(width * height / 4600))
    for line in range(lines):
        across = 60 + dice.below(200)
        yield (
            dice.below(int(width) + 80) - 60.0,
            top + height * (0.16 + 0.8 * line / lines),
            float(across),
            3.0,
        )


def glints(width: float, top: float, height: float, seed: int = 3) -> Iterator[Box]:
    """Return the light of windows in the water, at night."""
    dice = Dice(seed)
    for _ in range(max(5, int(width / 120))):
        down = dice.below(7)
        yield (float(dice.below(int(width))), top + 18 + down, 7.0, height * 0.3 + dice.below(24))
