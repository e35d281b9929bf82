"""Who gave a number: one line for each person, her shape and colour, her name or only her part."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hgkm_desktop.rules.bodies import Score
from hgkm_desktop.rules.lists import Voice
from hgkm_desktop.rules.words import word
from hgkm_desktop.ui.widgets.chart_lines import Line

MARKERS = {
    Voice.HERSELF: "circle",
    Voice.CONFIDANT: "square",
    Voice.CHILD: "triangle",
    Voice.PARTNER: "diamond",
}
_COLORS = {Voice.HERSELF: 1, Voice.CONFIDANT: 2, Voice.CHILD: 4, Voice.PARTNER: 3}
_OTHERS = (5, 6, 1, 2, 3, 4)


@dataclass(frozen=True, repr=False)
class Speaker:
    """One person and her numbers, oldest first."""

    name: str
    voice: Voice
    color: int
    scores: tuple[Score, ...]

    @property
    def last(self) -> Score:
        """What she said last."""
        return self.scores[-1]

    def line(self) -> Line:
        """Return her line in the chart."""
        points = [(score.on, score.number) for score in self.scores]
        return Line(self.name, self.color, MARKERS[self.voice], points)


def speakers(scores: Iterable[Score], her_name: str, *, veiled: bool) -> list[Speaker]:
    """Return everybody who gave a number: she herself first, then in the order of the voices.

    While names are hidden, whoever is not she is only called by her part.
    """
    found: dict[tuple[Voice, str], list[Score]] = {}
    for score in scores:
        found.setdefault(key_of(score), []).append(score)
    made: list[Speaker] = []
    for voice in Voice:
        groups = [given for (whose, _), given in found.items() if whose is voice]
        for place, given in enumerate(groups):
            name = _name(given[-1], her_name, place, len(groups), veiled)
            made.append(Speaker(name, voice, _color(voice, place, made), tuple(given)))
    return made


def key_of(score: Score) -> tuple[Voice, str]:
    """Return whose number it is; she herself is one, whatever was typed."""
    name = "" if score.voice is Voice.HERSELF else score.name.casefold()
    return score.voice, name


def _name(last: Score, her_name: str, place: int, many: int, veiled: bool) -> str:
    if last.voice is Voice.HERSELF:
        return her_name
    if last.name and not veiled:
        return last.name
    part = word(last.voice)
    return f"{part} {place + 1}" if many > 1 else part


def _color(voice: Voice, place: int, made: Sequence[Speaker]) -> int:
    if not place:
        return _COLORS[voice]
    taken = {speaker.color for speaker in made} | set(_COLORS.values())
    free = (color for color in _OTHERS if color not in taken)
    return next(free, _OTHERS[place % len(_OTHERS)])
