"""Typing a passphrase twice: are they the same, and if not, where to look."""

import unicodedata

from hgkm_desktop.texts import tr

LONGEST = 200
"""Longer than anybody types; sign-in takes no more than this either."""


def tidy(phrase: str) -> str:
    """Return a passphrase as the vault reads it: spaces and ways of writing do not matter."""
    return unicodedata.normalize("NFKC", " ".join(phrase.split()))


def is_typable(phrase: str) -> bool:
    """Say whether a passphrase is made of whole characters (half of one cannot be sealed)."""
    return not any(unicodedata.category(c) in ("Cs", "Cc") for c in phrase)


def difference(first: str, again: str) -> str | None:
    """Return where two passphrases differ, in words that are true; None when they are the same."""
    one, two = tidy(first).split(), tidy(again).split()
    if one == two:
        return None
    return tr("The two sentences are not the same.") + " " + _where_to_look(one, two)


def _where_to_look(one: list[str], two: list[str]) -> str:
    pairs = zip(one, two, strict=False)
    at = next((n for n, (a, b) in enumerate(pairs, start=1) if a != b), None)
    if at is None:
        return tr("A word is missing.") if len(two) < len(one) else tr("There is a word too many.")
    if at == len(one) == len(two):
        return tr("Look at the last word.")
    return tr("Look at word {number}.").format(number=at)
