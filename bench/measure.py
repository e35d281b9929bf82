"""Medians with spread, and ratios of two things measured in turns."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Timing:
    """A median and its quartiles, in milliseconds."""

    median: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{_short(self.median)} ({_short(self.low)}–{_short(self.high)})"


def _short(spent: float) -> str:
    return f"{spent:.0f}" if spent >= 1000 else f"{spent:.3g}"


@dataclass(frozen=True)
class Result:
    """One line of the report: ours, the peer's, the ratio and what it may be."""

    name: str
    ours: Timing
    peer: Timing
    limit: float

    @property
    def ratio(self) -> float:
        """Median of ours over median of the peer's."""
        return self.ours.median / self.peer.median

    def row(self) -> str:
        """Return the line as Markdown."""
        verdict = "yes" if self.ratio <= self.limit else "**no**"
        return (
            f"| {self.name} | {self.ours} | {self.peer} | {self.ratio:.2f} |"
            f" {self.limit} | {verdict} |"
        )


def timing(samples: list[float]) -> Timing:
    """Return median and quartiles of samples in seconds."""
    low, median, high = statistics.quantiles([s * 1000 for s in samples], n=4)
    return Timing(median, low, high)


def once(work: Callable[[], object]) -> float:
    """Return how long one call takes, in seconds."""
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def beside(
    name: str,
    ours: Callable[[], object],
    peer: Callable[[], object],
    *,
    limit: float,
    rounds: int = 41,
) -> Result:
    """Measure two things in turns, so that noise falls on both alike."""
    ours(), peer()
    pairs = [
        (once(ours), once(peer)) if turn % 2 else (once(peer), once(ours))[::-1]
        for turn in range(rounds)
    ]
    mine, theirs = zip(*pairs, strict=True)
    return Result(name, timing(list(mine)), timing(list(theirs)), limit)
