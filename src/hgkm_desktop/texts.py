"""Every text on the screen: English in the code, other languages in data files."""

import json
from functools import cache
from importlib.resources import files

DEFAULT = "nl"
LANGUAGES = {"nl": "Nederlands", "en": "English", "ar": "العربية"}
RIGHT_TO_LEFT = frozenset({"ar"})

_current = DEFAULT


@cache
def catalogue(language: str) -> dict[str, str]:
    """Return all translations of a language, by English text (empty for English)."""
    folder = files("hgkm_desktop") / "resources" / "translations" / language
    if not folder.is_dir():
        return {}
    parts = sorted((p for p in folder.iterdir() if p.name.endswith(".json")), key=lambda p: p.name)
    merged: dict[str, str] = {}
    for part in parts:
        merged |= json.loads(part.read_text(encoding="utf-8"))
    return merged


def use(language: str) -> None:
    """Speak this language from now on; what is already on the screen stays as it is."""
    global _current
    _current = language if language in LANGUAGES else DEFAULT


def current() -> str:
    """Return the language spoken now."""
    return _current


def is_right_to_left() -> bool:
    """Say whether the language spoken now runs from right to left."""
    return _current in RIGHT_TO_LEFT


def tr(text: str) -> str:
    """Return a text in the language spoken now (Dutch where a translation is missing)."""
    return said_in(_current, text)


def said_in(language: str, text: str) -> str:
    """Return a text in a language (Dutch where a translation is missing)."""
    if language == "en":
        return text
    return catalogue(language).get(text) or catalogue(DEFAULT).get(text, text)
