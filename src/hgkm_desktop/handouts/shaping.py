"""From words to lines of glyphs: shaped by HarfBuzz, broken first, put in drawing order after."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import groupby, pairwise
from typing import NamedTuple

import uharfbuzz as hb

from hgkm_desktop.errors import UserError
from hgkm_desktop.handouts import bidi, fonts
from hgkm_desktop.texts import tr

NO_BREAK = "\u00a0"
NARROWLY = 0.01
NOBODYS = dict.fromkeys(map(ord, bidi.DIRECTIONS))
JOINERS = frozenset({" ", "\u200c", "\u200d", bidi.LRM})
"""Signs that stay in the font of the letter before them; Persian words are cut apart otherwise."""


@dataclass(frozen=True)
class Piece:
    """A stretch of text in one weight; `fixed` keeps a number on one line, left to right."""

    text: str
    bold: bool = False
    fixed: bool = False


class Glyph(NamedTuple):
    """A glyph, how far it moves the pen, where it stands beside the pen, and its source text."""

    number: int
    advance: float
    dx: float
    dy: float
    text: str


@dataclass(frozen=True)
class Run:
    """Glyphs of one font and direction, from left to right; width in thousandths of the size."""

    font: str
    level: int
    glyphs: tuple[Glyph, ...]
    width: float


@dataclass(frozen=True)
class Line:
    """One line in drawing order, and the text it says in reading order."""

    runs: tuple[Run, ...]
    says: str
    width: float


class Text:
    """A paragraph's characters, each with its font and its level.

    Raises UserError for a character that no font has: paper would show a box (R-289).
    """

    def __init__(self, pieces: Sequence[Piece], *, rtl: bool, language: str) -> None:
        parts = [(_guarded(piece), piece.bold) for piece in pieces]
        self.characters = "".join(text for text, _ in parts)
        self.language = language
        self.levels = bidi.levels(self.characters, rtl)
        bold = [weight for text, weight in parts for _ in text]
        self.fonts = _fonts(self.characters, bold)
        self._known: dict[tuple[int, int], Line] = {}

    def lines(self, width: float) -> list[Line]:
        """Return the lines that fit a width, in thousandths of the size."""
        return [self._line(start, end) for start, end in self._broken(width)]

    def _broken(self, width: float) -> Iterator[tuple[int, int]]:
        start = end = 0
        used = 0.0
        for begin, stop, wide, gap in self._measured:
            if end > start and used + wide > width + NARROWLY:
                yield start, end
                start, used = begin, 0.0
            while wide > width + NARROWLY and stop - begin > 1:
                cut = self._cut(begin, stop, width)
                yield start, cut
                start = begin = cut
                wide = self._width(begin, stop)
            end = stop
            used += wide + gap
        if self.characters.strip():
            yield start, end

    @cached_property
    def _measured(self) -> list[tuple[int, int, float, float]]:
        """Each word with its own width and that of the space after it, whatever the paper is."""
        return [
            (begin, stop, self._width(begin, stop), self._width(stop, after))
            for begin, stop, after in self._words()
        ]

    def _words(self) -> Iterator[tuple[int, int, int]]:
        """Yield each word: where it begins and ends, and where the space after it ends."""
        place = 0
        for blank, signs in groupby(self.characters, key=_is_space):
            end = place + len([*signs])
            if not blank:
                after = end
                while self.characters[after : after + 1] == " ":
                    after += 1
                yield place, end, after
            place = end

    def _cut(self, begin: int, stop: int, width: float) -> int:
        """Return where a word that is wider than the paper is cut."""
        cut = begin + 1
        while cut < stop and self._width(begin, cut + 1) <= width:
            cut += 1
        return cut

    def _width(self, begin: int, end: int) -> float:
        return sum(run.width for run in self._runs(begin, end))

    def _line(self, begin: int, end: int) -> Line:
        """Return one line; a size that is tried breaks most lines where the last one did."""
        if (begin, end) not in self._known:
            self._known[begin, end] = self._set(begin, end)
        return self._known[begin, end]

    def _set(self, begin: int, end: int) -> Line:
        runs = bidi.reordered([*self._runs(begin, end)], _level)
        says = self.characters[begin:end].replace(bidi.LRM, "").replace(NO_BREAK, " ")
        return Line(tuple(runs), says, sum(run.width for run in runs))

    def _runs(self, begin: int, end: int) -> Iterator[Run]:
        places = range(begin, end)
        for (level, font), group in groupby(places, key=self._look):
            text = "".join(self.characters[place] for place in group)
            glyphs, width = shaped(text, font, level % 2 == 1, self.language)
            yield Run(font, level, glyphs, width)

    def _look(self, place: int) -> tuple[int, str]:
        return self.levels[place], self.fonts[place]


@lru_cache(maxsize=8192)
def shaped(text: str, font: str, rtl: bool, language: str) -> tuple[tuple[Glyph, ...], float]:
    """Return the glyphs of a run from left to right, and its width in thousandths of the size."""
    source = fonts.font(font)
    text = text.replace(bidi.LRM, "")
    if not text:
        return (), 0
    buffer = hb.Buffer()
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction, buffer.language = ("rtl" if rtl else "ltr"), language
    hb.shape(source.shaper, buffer, {"kern": True, "liga": True})
    infos, places = buffer.glyph_infos, buffer.glyph_positions
    stands_for = _sources(text, [info.cluster for info in infos])
    scale = source.scale
    glyphs = tuple(
        Glyph(info.codepoint, at.x_advance * scale, at.x_offset * scale, at.y_offset * scale, said)
        for info, at, said in zip(infos, places, stands_for, strict=True)
    )
    return glyphs, sum(glyph.advance for glyph in glyphs)


def _level(run: Run) -> int:
    return run.level


def _is_space(sign: str) -> bool:
    return sign == " "


def _guarded(piece: Piece) -> str:
    """Return its text without direction signs of others; a number between two of our own."""
    text = piece.text.translate(NOBODYS)
    return f"{bidi.LRM}{text.replace(' ', NO_BREAK)}{bidi.LRM}" if piece.fixed else text


def _fonts(text: str, bold: Sequence[bool]) -> list[str]:
    found: list[str] = []
    for place, sign in enumerate(text):
        before = found[-1] if found and bold[place - 1] == bold[place] else None
        found.append(_font(sign, bold[place], before))
    return found


def _font(sign: str, bold: bool, before: str | None) -> str:
    joins = sign in JOINERS or unicodedata.category(sign).startswith("M")
    if joins and before is not None and (sign == bidi.LRM or fonts.font(before).has(sign)):
        return before
    name = fonts.for_character(sign, bold)
    if sign != bidi.LRM and not fonts.font(name).has(sign):
        raise _cannot_print(sign)
    return name


def _cannot_print(sign: str) -> UserError:
    name = f"{sign * sign.isprintable()} (U+{ord(sign):04X})"
    return UserError(
        tr("A sign in this text cannot be printed: {signs}").format(signs=name),
        tr("Take it out of the text. Then print again."),
    )


def _sources(text: str, clusters: Sequence[int]) -> list[str]:
    """Return the text each glyph stands for; of a cluster the first glyph has it all."""
    starts = [*sorted(set(clusters)), len(text)]
    ends = dict(pairwise(starts))
    seen: set[int] = set()
    out: list[str] = []
    for cluster in clusters:
        out.append("" if cluster in seen else text[cluster : ends[cluster]])
        seen.add(cluster)
    return out
