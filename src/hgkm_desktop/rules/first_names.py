"""What may stand on a list for somebody: a first name, an alias, or a number; never a surname.

Whoever reads the list over a shoulder, or finds it, must not learn who somebody is. So of what is
typed only the first name is kept, with an initial at most, unless it is an alias.
"""

from dataclasses import dataclass

from hgkm_desktop.rules.sessions import NameKind

LONGEST = 40
MOST_DIGITS = 4
"""A list number has at most four; five are the beginning of a telephone number."""
_CALLED = frozenset(
    ("zus", "zuster", "tante", "oom", "mama", "oma", "umm", "um", "oum", "om", "أم", "ام")
)
"""Words somebody is called by with one word after it: not a first name, so an alias."""
_TITLES = frozenset(("mevrouw", "mevr", "mw", "meneer", "dhr", "mr"))
"""Behind these a surname follows, of which no more is kept than the first letter."""


@dataclass(frozen=True, repr=False)
class OnTheList:
    """What is kept of what was typed, and whether something was left out."""

    kind: NameKind
    name: str
    is_shorter: bool = False


def on_the_list(typed: str, kind: NameKind = NameKind.FIRST_NAME) -> OnTheList:
    """Return what of a typed name (one cleaned line) may be kept."""
    words = typed.split() if kind is NameKind.ALIAS else typed.replace(",", " ").split()
    if kind is NameKind.NUMBER or not words:
        return OnTheList(NameKind.NUMBER, "")
    if typed.isdecimal():
        return OnTheList(NameKind.NUMBER, typed)
    if kind is NameKind.ALIAS:
        return OnTheList(kind, " ".join(words))
    if len(words) > 1 and _bare(words[0]) in _CALLED:
        return OnTheList(NameKind.ALIAS, " ".join(words[:2]), len(words) > 2)
    if len(words) > 1 and _bare(words[0]) in _TITLES:
        name = f"{words[0]} {_initial(words[-1])}"
        return OnTheList(NameKind.ALIAS, name, name != typed)
    kept = 2 if len(words) > 1 and _is_initial(words[1]) else 1
    return OnTheList(kind, " ".join(words[:kept]), len(words) > kept)


def is_too_telling(typed: str) -> bool:
    """Say whether this is no name at all: a telephone number, or an address of mail."""
    digits = sum(sign.isdigit() for sign in typed)
    return digits > MOST_DIGITS or "@" in typed


def _is_initial(word: str) -> bool:
    return len(word.rstrip(".")) == 1 and word[0].isalpha()


def _initial(word: str) -> str:
    return f"{word[0].upper()}."


def _bare(word: str) -> str:
    return word.rstrip(".").casefold()
