"""Passphrases: made from ordinary Dutch words, and an honest opinion on one's own.

The list has 4,096 words, so each adds 12 bit: five different ones are 60 bit. With the slow key
derivation of the vault (a second a try) that is far out of reach. No word is another one with a
letter, -en or -je added, so a word that is half remembered is not a different word.

A passphrase of one's own is judged by zxcvbn, which knows how passwords are guessed but not
Dutch, and by what it cannot know: four different words or sixteen characters, and nothing that
the tile or the window already tells, the name of the member and of the organisation.
"""

import re
import secrets
from collections import Counter
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import factorial, log10

from hgkm_desktop.services.search import fold
from hgkm_desktop.texts import tr

MAX_JUDGED = 100
MIN_WORDS = 4
MIN_FRESH = 3
MIN_CHARACTERS = 16

# Powers of ten of guesses from which the score is 1, 2, 3, 4. Whoever has this computer's key
# ring may guess without asking us, so the bar is higher than for a password behind a server.
_STEPS = (3, 6, 9, 12)
# What people here type first, the easiest to guess before the others. zxcvbn knows only English.
_FIRST_TRIED = (
    "welkom wachtwoord geheim hallo een twee drie vier vijf zes zeven acht negen tien de het en "
    "ik ben mijn naam is jij bent lief liefde schat zomer winter lente herfst maandag dinsdag "
    "woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei juni juli "
    "augustus september oktober november december amsterdam nederland holland ajax nieuw west "
    "osdorp slotervaart buurt huis thuis samen vrouw vrouwen moeder mama papa dochter zoon kind "
    "kinderen voor van met niet goed dag morgen vandaag koffie thee oranje fiets water zon maan "
    "ster rood wit blauw groen geel zwart hond kat poes bloem roos buurtlogboek logboek inloop"
)
# What zxcvbn calls the longest part of a passphrase, and which of our hints fits.
_PATTERNS = {
    "male_names": "name",
    "female_names": "name",
    "surnames": "name",
    "passwords": "known",
    "user_inputs": "known",
    "repeat": "repeat",
    "spatial": "row",
    "sequence": "row",
    "regex": "date",
    "date": "date",
}
_NAME = re.compile(r"[^\W_]{3,}")


@dataclass(frozen=True)
class Strength:
    """How hard a passphrase is to guess: `score` 0 to 4, `bars` 0 to 5 of the meter, a `hint`."""

    score: int
    bars: int
    enough: bool
    hint: str


@cache
def word_list() -> tuple[str, ...]:
    """Return all words a passphrase is made from."""
    path = files("hgkm_desktop") / "resources" / "words" / "nl.txt"
    return tuple(path.read_text(encoding="ascii").split())


def generate(words: int = 5) -> str:
    """Return different random words; fewer than four would be too weak (ValueError)."""
    if words < MIN_WORDS:
        raise ValueError("a passphrase has at least four words")
    return " ".join(secrets.SystemRandom().sample(word_list(), words))


def strength(text: str, personal: tuple[str, ...] = ()) -> Strength:
    """Judge a passphrase; `personal` are the names that everybody at this desk knows.

    Capitals, marks and repeated words do not count, and of a long text only the beginning.
    """
    typed = fold(text[:MAX_JUDGED])
    names = _NAME.findall(fold(" ".join(personal)))
    kept = _without(typed, names)
    words = list(dict.fromkeys(kept.split()))
    if not words:
        return Strength(0, min(len(typed), 1), False, _hint("name" if typed else "length"))
    guesses, pattern = _guesses("".join(words), names)
    score = sum(guesses >= step for step in _STEPS)
    is_long = _is_long(words, has_pattern=bool(pattern))
    if score == len(_STEPS) and is_long:
        return Strength(score, 5 if len(words) > MIN_WORDS else 4, True, tr("Strong enough"))
    reason = "name" if kept != typed else pattern or ("more" if is_long else "length")
    return Strength(min(score, 2), min(score, 2) + 1, False, _hint(reason))


def _is_long(words: list[str], *, has_pattern: bool) -> bool:
    """Say whether there is enough of it: words that differ, or one long riddle."""
    fresh = [word for word in words if word not in _FIRST_TRIED.split()]
    if len(words) >= MIN_WORDS and len(fresh) >= MIN_FRESH:
        return True
    return sum(map(len, fresh)) >= MIN_CHARACTERS and not has_pattern


def _without(text: str, names: list[str]) -> str:
    """Take the names out, also where they are glued to other words."""
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(name, " ")
    return " ".join(text.split())


def _guesses(text: str, names: list[str]) -> tuple[float, str]:
    """Return the power of ten of the guesses needed, and what more than half of it looks like.

    zxcvbn adds 10,000 guesses for every further part, because a stranger would not know how many
    there are. Here everybody knows: a passphrase has four words or five. So that is left out.
    """
    from zxcvbn import zxcvbn

    parts = zxcvbn(text, [*_FIRST_TRIED.split(), *names], max_length=MAX_JUDGED)["sequence"]
    kinds = Counter[str]()
    for part in parts:
        kind = part.get("dictionary_name", part["pattern"])
        kinds[_PATTERNS.get(kind, "")] += len(part["token"])
    (reason, size), *_ = kinds.most_common(1)
    guesses = sum(part.get("guesses_log10", 0) for part in parts) + log10(factorial(len(parts)))
    return guesses, reason if size * 2 > len(text) else ""


def _hint(reason: str) -> str:
    """Return what is wrong and what to do; ours, not the English of zxcvbn."""
    return {
        "length": tr("Too short. Use four words or more."),
        "more": tr("Not strong enough yet. Add another word."),
        "name": tr("A name is easy to guess. Choose ordinary words."),
        "known": tr("Many people choose this. Choose other words."),
        "repeat": tr("The same thing comes back. Choose other words."),
        "row": tr("A row of keys or numbers is easy to guess. Choose ordinary words."),
        "date": tr("A date is easy to guess. Choose ordinary words."),
    }[reason]
