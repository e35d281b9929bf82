"""Noticing a typed name where only a relation belongs: of him we keep no name (R-006, R-294).

It warns and never refuses, so it may be wrong now and then. A few words are read as a relation
("haar man"): any word that is no relation counts. A longer text is read as sentences: a capital
in the middle of one counts, and so does whatever follows "heet" or "meneer".
"""

import json
import re
import unicodedata
from functools import cache
from importlib.resources import files

LONGEST_READ = 2_000
FEW = 4
"""So many words are still a relation and not a sentence."""

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"[.!?:\n][\"'”’)]*\s*[\"'“‘(]*$|^\s*[\"'“‘(]*$")
_PREFIX = re.compile(r"^(?:ex|schoon|stief|pleeg|half|over|achter|bonus|groot|step|grand)-?")
_ENDING = re.compile(r"(?:tjes?|jes?|'s|s|en)$")


def looks_like_name(text: str) -> bool:
    """Say whether there seems to be a name in what should only say who it is to her."""
    plain = unicodedata.normalize("NFC", text[:LONGEST_READ])
    words = list(_WORD.finditer(plain))
    if any(_is_named(words, place) for place in range(len(words))):
        return True
    if len(words) <= FEW and not plain.rstrip().endswith("."):
        return any(not _is_known(word.group()) for word in words)
    return any(_stands_out(plain, word) for word in words)


def _is_named(words: list[re.Match[str]], place: int) -> bool:
    """Say whether a word tells that a name follows, and one does."""
    if words[place].group().casefold() not in _words()["naming"]:
        return False
    following = (word.group() for word in words[place + 1 : place + 4])
    return any(
        word.casefold() not in _words()["between"] and not _is_known(word) for word in following
    )


def _stands_out(text: str, word: re.Match[str]) -> bool:
    """Say whether a word has a capital where a sentence has none."""
    found = word.group()
    if not found[0].isupper() or _is_known(found) or _is_shortening(found):
        return False
    return _SENTENCE_END.search(text[: word.start()]) is None


def _is_known(word: str) -> bool:
    plain = word.casefold()
    known = _words()["known"]
    bare = _PREFIX.sub("", plain)
    forms = {plain, bare, _ENDING.sub("", plain), _ENDING.sub("", bare)}
    return bool(forms & known) or not bare or all(part in known for part in plain.split("-"))


def _is_shortening(word: str) -> bool:
    """Say whether it is an abbreviation such as GGZ or IND; one letter is an initial."""
    return 1 < len(word) <= FEW and word.isupper()


@cache
def _words() -> dict[str, frozenset[str]]:
    file = files("hgkm_desktop") / "resources" / "words" / "relations.json"
    data: dict[str, list[str]] = json.loads(file.read_text(encoding="utf-8"))
    lists = {name: frozenset(" ".join(lines).split()) for name, lines in data.items()}
    known = lists["relations"] | lists["around"] | lists["capitals"]
    return lists | {"known": known}
