"""A piece of a text around what was looked for, and where the words stand in it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hgkm_desktop.services.search import traced

BEFORE, LONGEST = 32, 110
DOTS = "…"
Span = tuple[int, int]


@dataclass(frozen=True, repr=False)
class Marked:
    """One line, and the parts of it that are marked, first to last."""

    text: str
    spans: tuple[Span, ...] = ()


NOTHING = Marked("")


def marked(text: str, words: Iterable[str]) -> Marked:
    """Return a short text with every place marked where one of these (folded) words stands."""
    text = " ".join(text.split())
    return Marked(text, tuple(_joined(_places(text, words))))


def snippet(texts: Sequence[str], words: Sequence[str]) -> Marked:
    """Return a line of the text that holds most of the words, from just before the first."""
    lines = [" ".join(text.split()) for text in texts]
    found = [_places(line, words) for line in lines]
    best = max(range(len(lines)), key=lambda place: len({span[2] for span in found[place]}))
    line, places = lines[best], found[best]
    begin = _begin(line, min((place[0] for place in places), default=0))
    end = _end(line, begin + LONGEST)
    before, after = DOTS if begin else "", DOTS if end < len(line) else ""
    shift = len(before) - begin
    inside = [(a + shift, b + shift, word) for a, b, word in places if a >= begin and b <= end]
    return Marked(f"{before}{line[begin:end]}{after}", tuple(_joined(inside)))


def _places(text: str, words: Iterable[str]) -> list[tuple[int, int, str]]:
    """Return from where to where each word stands, in signs of the text as it is written."""
    folded, places = traced(text)
    found: list[tuple[int, int, str]] = []
    for word in words:
        at = folded.find(word)
        while at >= 0:
            found.append((places[at], places[at + len(word) - 1] + 1, word))
            at = folded.find(word, at + len(word))
    return found


def _joined(places: Iterable[tuple[int, int, str]]) -> list[Span]:
    """Return the places in order, those that touch as one."""
    joined: list[Span] = []
    for begin, end, _word in sorted(places):
        if joined and begin <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((begin, end))
    return joined


def _begin(line: str, first: int) -> int:
    """Return where to begin, at a word, so that what was found is soon seen."""
    if first <= BEFORE:
        return 0
    space = line.find(" ", first - BEFORE, first)
    return space + 1 if space >= 0 else first


def _end(line: str, end: int) -> int:
    """Return where to end, at a word where there is one near."""
    if end >= len(line):
        return len(line)
    space = line.rfind(" ", end - BEFORE, end)
    return space if space >= 0 else end
