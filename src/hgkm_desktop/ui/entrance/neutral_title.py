"""The window's name says nothing about what the organisation does (R-303, LOOK.md 11)."""

import unicodedata

from hgkm_desktop.texts import tr

TELLING = (
    "geweld",
    "mishandel",
    "misbruik",
    "hulp",
    "vrouw",
    "opvang",
    "slachtoffer",
    "dader",
    "huiselijk",
    "veiligthuis",
    "veiligheid",
    "blijfgroep",
    "blijfvan",
    "hgkm",
    "stalking",
    "eerwraak",
    "dwang",
    "verkracht",
    "schuil",
    "vluchthuis",
    "vertrouwenspersoon",
    "crisis",
    "violence",
    "abuse",
    "victim",
    "survivor",
    "women",
    "shelter",
    "refuge",
    "siddet",
    "kadin",
    "siginma",
    "عنف",
    "اعتداء",
    "ضحيه",
    "ضحايا",
    "نساء",
    "النساء",
    "ملجا",
    "مساعده",
)
"""Parts of words, folded, that would tell a passer-by what the program is for."""

_LETTERS = str.maketrans({"ı": "i", "ة": "ه", "ى": "ي", "0": "o", "1": "i", "3": "e", "4": "a"})


def problem_with_title(title: str, organisation: str) -> str | None:
    """Return why a cleaned window title cannot be used, None when it is neutral."""
    from hgkm_desktop.services.fields import problem_with_name

    if wrong := problem_with_name(title):
        return wrong
    if any(word in _folded(title) for word in TELLING):
        return tr("This name tells what you do. Choose an ordinary name.")
    if _names(title, organisation):
        return tr("This is the name of your organisation. Choose an ordinary name.")
    return None


def _folded(text: str) -> str:
    """Return only the letters, without case, marks, spaces and the usual disguises."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(c for c in apart if not unicodedata.combining(c)).translate(_LETTERS)
    return "".join(c for c in plain if c.isalnum())


def _names(title: str, organisation: str) -> bool:
    own, words = _words(organisation), _words(title)
    places = range(len(words) - len(own) + 1)
    return bool(own) and any(words[at : at + len(own)] == own for at in places)


def _words(text: str) -> list[str]:
    return [folded for word in text.split() if (folded := _folded(word))]
