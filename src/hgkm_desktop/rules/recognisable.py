"""What somebody could recognise her by in a text: names, addresses, dates of birth, numbers.

Only a hint for whoever writes (LOOK.md 8, sentence 20): it never changes or refuses anything. Words
are looked at one by one with a few behind them, so that a long text takes no longer for its length.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum, auto

from hgkm_desktop.rules import dutch_words as dutch


class Why(StrEnum):
    """What it looks like."""

    NAME = auto()
    RELATIVE = auto()
    ADDRESS = auto()
    POSTCODE = auto()
    BIRTH = auto()
    PHONE = auto()
    PLATE = auto()
    MAIL = auto()


@dataclass(frozen=True, repr=False)
class Span:
    """A piece of a text, from `start` up to `end`, and why it is pointed at."""

    start: int
    end: int
    why: Why


@dataclass(frozen=True, repr=False)
class _Word:
    text: str
    start: int
    end: int
    sentence: int

    @property
    def low(self) -> str:
        return self.text.lower()

    @property
    def is_name(self) -> bool:
        """A capital, small letters, and not a word that is always written so."""
        has_form = len(self.text) > 1 and self.text[0].isupper() and self.text[1].islower()
        return has_form and self.text.lower() not in dutch.NO_NAMES


NEAR, FAR, LONGEST_NAME = 5, 7, 4
OLD = "19", "200", "201"
"""Years somebody old enough to be spoken of was born in; younger dates tell when something was."""

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_STOP = re.compile(r"[.!?\n]")
_NUMBERS = (
    (Why.MAIL, re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,30}){1,3}")),
    (Why.PHONE, re.compile(r"(?<![\d+])(?:\+|00)\d(?:[ .-]?\d){8,13}(?!\d)")),
    (Why.PHONE, re.compile(r"(?<![\d+])0\d(?:[ .-]?\d){8}(?!\d)")),
    (Why.POSTCODE, re.compile(r"(?<![\w-])[1-9]\d{3} ?(?!SA|SD|SS)[A-Z]{2}(?![\w-])")),
    (Why.PLATE, re.compile(r"(?<![\w-])[A-Z0-9]{1,3}-[A-Z0-9]{2,3}-[A-Z0-9]{1,2}(?![\w-])")),
)
_DATE = re.compile(r"(?<![\d.,/-])\d{1,2}[-/.]\d{1,2}[-/.](\d{4}|\d{2})(?![\d/-])")
_YEAR = re.compile(r"(?:19|20)\d\d")
_HOUSE = re.compile(r"\d{1,4}[a-zA-Z]?(?:-\w{1,4})?")


def find(text: str) -> list[Span]:
    """Return what somebody could recognise her by, in the order of the text, never overlapping."""
    words = _words(text)
    found = [*_numbers(text), *_dates(text, words)]
    for place in range(len(words)):
        found.extend(_at(words, place))
    return _apart(found)


def _words(text: str) -> list[_Word]:
    """Return the words, each with the number of its sentence."""
    words, sentence, before = list[_Word](), 0, 0
    for match in _WORD.finditer(text):
        sentence += bool(_STOP.search(text, before, match.start()))
        words.append(_Word(match[0], match.start(), match.end(), sentence))
        before = match.end()
    return words


def _numbers(text: str) -> Iterator[Span]:
    for why, pattern in _NUMBERS:
        for match in pattern.finditer(text):
            if why is not Why.PLATE or _is_plate(match[0]):
                yield Span(match.start(), match.end(), why)


def _is_plate(text: str) -> bool:
    groups = text.split("-")
    letters = [group.isalpha() for group in groups]
    is_even = all(group.isalpha() or group.isdigit() for group in groups)
    return is_even and any(letters) and not all(letters) and len(text) == len("XX-99-99")


def _dates(text: str, words: Sequence[_Word]) -> Iterator[Span]:
    births = [word.end for word in words if word.low in dutch.BORN]
    place = 0
    for match in _DATE.finditer(text):
        while place + 1 < len(births) and births[place + 1] <= match.start():
            place += 1
        is_near = bool(births) and 0 <= match.start() - births[place] <= len("op zondag de ")
        if is_near or (len(match[1]) > len("99") and match[1].startswith(OLD)):
            yield Span(match.start(), match.end(), Why.BIRTH)


def _at(words: Sequence[_Word], place: int) -> Iterator[Span]:
    """Yield what begins at one word; only the words shortly behind it are looked at."""
    for look in (_name, _relative, _address, _birth):
        if found := look(words, place):
            yield found


def _name(words: Sequence[_Word], place: int) -> Span | None:
    """Find "mijn zus Fatima", "haar Ahmed", "hij heet Omar el Idrissi"."""
    word, at = words[place], place
    if word.low in dutch.POSSESSIVE and _low(words, at, 1) in dutch.FAMILY:
        at += 1
    elif word.low not in dutch.POSSESSIVE | dutch.FAMILY | dutch.CALLED:
        return None
    if _low(words, at, 1) in dutch.CALLED:
        at += 1
    if not _in_sentence(words, at, 1) or not words[at + 1].is_name:
        return None
    return Span(word.start, words[_end_of_name(words, at + 1)].end, Why.NAME)


def _end_of_name(words: Sequence[_Word], first: int) -> int:
    last = first
    for step in range(1, LONGEST_NAME):
        if not _in_sentence(words, first, step):
            break
        if words[first + step].is_name:
            last = first + step
        elif words[first + step].low not in dutch.BETWEEN_NAMES:
            break
    return last


def _relative(words: Sequence[_Word], place: int) -> Span | None:
    """Find "zijn neef werkt daar in de buurt": who it is, together with where."""
    if words[place].low not in dutch.FAMILY:
        return None
    verb = _next(words, place, NEAR, dutch.IS_SOMEWHERE)
    spot = verb and _next(words, verb, FAR, dutch.PLACES)
    if not verb or not spot:
        return None
    has_owner = place > 0 and words[place - 1].low in dutch.POSSESSIVE
    begins = place - 1 if has_owner and _in_sentence(words, place, -1) else place
    return Span(words[begins].start, words[spot].end, Why.RELATIVE)


def _address(words: Sequence[_Word], place: int) -> Span | None:
    """Find "Jan Evertsenstraat 12"; a street alone is said so often that it is left alone."""
    word = words[place]
    is_street = word.low.endswith(dutch.STREETS) and word.low not in dutch.NO_STREETS
    if not is_street or not _in_sentence(words, place, 1):
        return None
    number = words[place + 1]
    if not _HOUSE.fullmatch(number.text) or _low(words, place, 2) in dutch.MEASURES:
        return None
    first = place
    while place - first < LONGEST_NAME and _in_sentence(words, first, -1):
        if not words[first - 1].is_name or words[first - 1].low in dutch.FAMILY:
            break
        first -= 1
    return Span(words[first].start, number.end, Why.ADDRESS)


def _birth(words: Sequence[_Word], place: int) -> Span | None:
    """Find "geboren op 3 mei 1988", and "3 mei 1988" alone when it is long ago."""
    if not words[place].text.isdigit() or _low(words, place, 1) not in dutch.MONTHS:
        return None
    before = {_low(words, place, -step) for step in range(1, NEAR)}
    year = words[place + 2] if _in_sentence(words, place, 2) else None
    has_year = year is not None and bool(_YEAR.fullmatch(year.text))
    is_old = year is not None and has_year and year.text.startswith(OLD)
    if not is_old and not before & dutch.BORN:
        return None
    return Span(words[place].start, words[place + (2 if has_year else 1)].end, Why.BIRTH)


def _next(words: Sequence[_Word], place: int, steps: int, wanted: frozenset[str]) -> int | None:
    for step in range(1, steps + 1):
        if not _in_sentence(words, place, step):
            return None
        word = words[place + step].low
        if word in wanted or (wanted is dutch.PLACES and word.endswith(dutch.STREETS)):
            return place + step
    return None


def _low(words: Sequence[_Word], place: int, step: int) -> str:
    return words[place + step].low if _in_sentence(words, place, step) else ""


def _in_sentence(words: Sequence[_Word], place: int, step: int) -> bool:
    at = place + step
    return 0 <= at < len(words) and words[at].sentence == words[place].sentence


def _apart(found: list[Span]) -> list[Span]:
    """Return pieces that do not overlap: the earliest, and of those the longest."""
    kept: list[Span] = []
    for span in sorted(found, key=_earliest):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept


def _earliest(span: Span) -> tuple[int, int]:
    return span.start, -span.end
