"""An information session with everything in it, and its papers; run alone it prints digests."""

import hashlib
import sys
from dataclasses import replace
from datetime import UTC, date, datetime

from hgkm_desktop.handouts.attendance_list import AttendanceList, AttendanceRow, attendance_list
from hgkm_desktop.handouts.certificate import LANGUAGES as TWO
from hgkm_desktop.handouts.certificate import Certificate, certificate
from hgkm_desktop.handouts.poster import LANGUAGES, Poster, poster
from hgkm_desktop.rules.sessions import Audience

STARTS = datetime(2027, 6, 22, 8, 0, tzinfo=UTC)
ENDS = datetime(2027, 6, 22, 10, 0, tzinfo=UTC)
TITLE = "Je rechten bij scheiden"
TITLES = {
    "nl": TITLE,
    "en": "Your rights in a divorce",
    "ar": "حقوقك عند الطلاق",
    "tr": "Boşanırken hakların",
    "fr": "Tes droits au divorce",
    "es": "Tus derechos al separarte",
    "so": "Xuquuqdaada furriinka",
    "ti": "መሰላት ኣብ ግዜ ፍትሕ",
}
LONG_TITLE = (
    "Wat doe je als je kind niet meer naar school wil en je niet weet met wie je daar"
    " rustig over kunt praten in de buurt"
).ljust(120, "?")
NAMES = ("Samira", "Zonnebloem", "Fatima", "Mevrouw B.")
ROWS = tuple(AttendanceRow(n, name, n % 3) for n, name in enumerate(NAMES, 1))
LIST = AttendanceList(STARTS, "zaal 1", "Nisa for Nisa", ROWS, 2)
NEUTRAL = Poster(STARTS, ENDS, "Blauwe zaal", "Nisa for Nisa", TITLE, Audience.WOMEN, True)
OPEN = replace(NEUTRAL, is_open=True)
CERTIFICATE = Certificate("Fatima", TITLE, date(2027, 6, 22), "Nisa for Nisa", "2 uur")
MIXED = "فاطمة 020 555 0142 من 13.45"
MARKUP = "<b>vet</b> &amp; <i>x"
FORMULA = "=1+1"


def open_poster(language, **changes):
    """Return what stands on an open poster, its title typed in the language."""
    return replace(OPEN, title=TITLES[language], **changes)


def many_rows(count):
    return [AttendanceRow(n, f"Naam{n}", n % 4) for n in range(1, count + 1)]


def without_vowels(text):
    """Return a text without Arabic vowel signs, which each reader puts elsewhere."""
    return "".join(sign for sign in text if not 0x64B <= ord(sign) <= 0x652)


def digests():
    """Return the digest of each paper in each of its languages."""
    made = [attendance_list(LIST), attendance_list(replace(LIST, rows=many_rows(60)))]
    made += [poster(open_poster(language), language) for language in LANGUAGES]
    made += [poster(NEUTRAL, language) for language in LANGUAGES]
    made += [certificate(CERTIFICATE, language) for language in TWO]
    return [hashlib.sha256(paper).hexdigest() for paper in made]


if __name__ == "__main__":
    sys.stdout.write("\n".join(digests()))
