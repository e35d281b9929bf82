"""The words of the paper she takes home, in her language, and a time as people say it.

All of it is data (resources/handouts/appointments), so that a reader of the language can look.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time
from functools import cache
from importlib.resources import files
from typing import Any

from hgkm_desktop import clock
from hgkm_desktop.errors import UserError
from hgkm_desktop.texts import tr

LANGUAGES = {
    "nl": "Nederlands",
    "en": "English",
    "ar": "العربية",
    "tr": "Türkçe",
    "fr": "Français",
    "es": "Español",
}
"""The languages the paper comes in, by their own names."""
RIGHT_TO_LEFT = frozenset({"ar"})
STEP = 5
"""In words only whole five minutes: nobody says "three minutes past" for an appointment."""
TIME = "{time}"


@dataclass(frozen=True)
class HerWords:
    """What the paper says in one language."""

    language: str
    data: Mapping[str, Any]

    def __getitem__(self, key: str) -> str:
        return self.data[key]

    @property
    def rtl(self) -> bool:
        """Whether it runs from right to left."""
        return self.language in RIGHT_TO_LEFT

    def place(self, code: str) -> str:
        """Return the neutral word for a place, nothing for none."""
        return self.data["places"].get(code, "")

    def day(self, starts: datetime) -> str:
        """Return "donderdag 19 november", in Amsterdam and without a year."""
        at = clock.local(starts)
        return self.data["day"].format(
            weekday=self.data["weekdays"][at.weekday()],
            day=self.data["first"] if at.day == 1 else at.day,
            month=self.data["months"][at.month - 1],
        )

    def around_digits(self) -> tuple[str, str]:
        """Return what stands before and after a time in digits."""
        before, _, after = self.data["digits"].partition(TIME)
        return before, after

    def time_in_words(self, at: time) -> str:
        """Return "kwart voor twee 's middags", nothing for other than whole five minutes."""
        if at.minute % STEP:
            return ""
        told = self.data["clock"]
        in_digits = f"{at.hour:02}.{at.minute:02}"
        if in_digits in told.get("exactly", {}):
            return told["exactly"][in_digits]
        said = told["steps"][at.minute // STEP].format_map(_hours(told["hours"], at.hour))
        part = [words for begins, words in told["parts"] if begins <= in_digits][-1]
        return told["said"].format(time=said, part=part).strip()


@cache
def her_words(language: str) -> HerWords:
    """Return the words of a language; raise UserError for one the paper does not come in."""
    if language not in LANGUAGES:
        raise UserError(
            tr("This sheet is not there in that language."), tr("Choose another language.")
        )
    folder = files("hgkm_desktop") / "resources" / "handouts" / "appointments"
    file = folder / f"{language}.json"
    return HerWords(language, json.loads(file.read_text(encoding="utf-8")))


def _hours(forms: Mapping[str, list[str]], hour: int) -> dict[str, str]:
    """Return each form of this hour and of the next one, as the sentences name them."""
    this = {form: words[hour % len(words)] for form, words in forms.items()}
    following = {f"next_{form}": words[(hour + 1) % len(words)] for form, words in forms.items()}
    return this | following
