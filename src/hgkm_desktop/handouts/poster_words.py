"""The fixed words of the poster at the door of a session, per language.

All of it is data (resources/handouts/posters), so that a reader of the language can look. A word
nobody is sure of is not in the file, and nothing is printed for it; without a form for a day or
a time there are only figures. In Somali and Tigrinya no word for "o'clock" stands before a time:
with it, people may count from six in the morning. A Tigrinya month may be of another calendar.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from hgkm_desktop.errors import UserError
from hgkm_desktop.texts import tr

LANGUAGES = {
    "nl": "Nederlands",
    "en": "English",
    "ar": "العربية",
    "tr": "Türkçe",
    "fr": "Français",
    "es": "Español",
    "so": "Af-Soomaali",
    "ti": "ትግርኛ",
}
"""The languages the poster comes in, by their own names."""
RIGHT_TO_LEFT = frozenset({"ar"})
TIMES = "{times}"
NOTHING: Mapping[str, str] = {}


@dataclass(frozen=True)
class PosterWords:
    """What a poster says in one language."""

    language: str
    data: Mapping[str, Any]

    def word(self, key: str) -> str:
        """Return a fixed word, nothing for one that nobody is sure of."""
        return self.data.get(key, "")

    def for_whom(self, audience: str) -> str:
        """Return for whom it is, by the code of an audience; nothing for none."""
        return self.data.get("for_whom", NOTHING).get(audience, "")

    @property
    def rtl(self) -> bool:
        """Whether it runs from right to left."""
        return self.language in RIGHT_TO_LEFT

    @property
    def is_read(self) -> bool:
        """Whether somebody who grew up with the language has read these words."""
        return self.data["read_by_native"]

    def day(self, on: date) -> str:
        """Return "dinsdag 22 juni"; in figures, 22-06-2027, where words lack."""
        return self.data.get("day", "{date}").format(
            weekday=_at(self.data.get("weekdays", ()), on.weekday()),
            day=self.data.get("first", 1) if on.day == 1 else on.day,
            month=_at(self.data.get("months", ()), on.month - 1),
            date=f"{on.day:02}-{on.month:02}-{on.year}",
        )

    def around_times(self) -> tuple[str, str]:
        """Return what stands before and after the times in figures."""
        before, _, after = self.data.get("times", TIMES).partition(TIMES)
        return before, after


@cache
def poster_words(language: str) -> PosterWords:
    """Return the words of a language; raise UserError for one the poster does not come in."""
    if language not in LANGUAGES:
        raise UserError(
            tr("This sheet is not there in that language."), tr("Choose another language.")
        )
    file = files("hgkm_desktop") / "resources" / "handouts" / "posters" / f"{language}.json"
    return PosterWords(language, json.loads(file.read_text(encoding="utf-8")))


def _at(words: Sequence[str], place: int) -> str:
    return words[place] if words else ""
