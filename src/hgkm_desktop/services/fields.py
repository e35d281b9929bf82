"""What every typed text goes through before it is stored."""

import unicodedata

from hgkm_desktop.services import refuse
from hgkm_desktop.texts import tr

LONGEST = 4000
NAME = 60
_HIDDEN = frozenset("\u200b\u200e\u200f\u2028\u2029\ufeff") | frozenset(
    chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A), *range(0xE0000, 0xE0080))
)


def clean(text: str) -> str:
    """Return a text without what nobody sees: NUL, controls, bidi overrides, lone surrogates."""
    kept = (c for c in text if c in "\n\t" or (c not in _HIDDEN and _is_visible(c)))
    return unicodedata.normalize("NFC", "".join(kept)).strip()


def _is_visible(char: str) -> bool:
    return unicodedata.category(char) not in ("Cc", "Cs", "Cn", "Co")


def one_line(text: str) -> str:
    """Return a cleaned text on one line; of a megabyte only the beginning, which is too long."""
    return " ".join(clean(text[:LONGEST]).split())


def problem_with(text: str, longest: int = LONGEST) -> str | None:
    """Return why a text cannot be stored: too long, or it holds what we never keep (R-096)."""
    if len(text) > longest:
        return tr("This is too long. Keep it to {count} characters.").format(count=longest)
    found = refuse.find(text)
    return None if found is None else found.reason


def problem_with_name(name: str) -> str | None:
    """Return why a name cannot be used: empty or too long."""
    if not name:
        return tr("Type a name first.")
    if len(name) > NAME:
        return tr("This is too long. Keep it to {count} characters.").format(count=NAME)
    return None
