"""An appointment with everything in it, and finished papers as three strangers' programs read."""

import io
import re
import shutil
import subprocess
import zlib
from datetime import UTC, datetime, time
from itertools import pairwise
from unicodedata import category
from uuid import UUID

import pypdf
import pypdfium2
from sheet_papers import Page, pictured, signs, without_actual_text

from hgkm_desktop.handouts.preparation import PreparationNames
from hgkm_desktop.rules.appointment import Details, Interpreter, NotWith, Visit
from hgkm_desktop.rules.going_along import (
    AppointmentKind,
    ArrivalSignal,
    BothSides,
    PlaceWord,
    Presence,
    Support,
    TimeStyle,
)
from hgkm_desktop.rules.lists import LifeDomain

UNSEEN = re.compile(r"[\s\u00ad\u2010\u200b-\u200f\u202a-\u202e\u2066-\u2069-]+")
STARTS = datetime(2026, 11, 19, 12, 45, tzinfo=UTC)
ENDS = datetime(2026, 11, 19, 14, 0, tzinfo=UTC)
NAIMA, YVONNE = UUID(int=1), UUID(int=2)
DETAILS = Details(
    AppointmentKind.VEILIG_THUIS,
    alias="Zevenblad",
    partner_id=UUID(int=9),
    partner_words="Blauwhuis",
    person_id=UUID(int=8),
    person_words="Isolde",
    has_met=True,
    purpose="Weten of een melding nodig is",
    meet_at=time(13, 30),
    meet_where="bij de tramhalte",
    place="eerste verdieping",
    place_word=PlaceWord.LIBRARY,
    signal=ArrivalSignal.RING,
    presence=Presence.INSIDE,
    was_asked_alone=True,
    support=Support.SUPPORT,
    language="arabic_moroccan",
    interpreter=Interpreter("Rachida", "vrouw van ver", is_sure=True),
    domains=(LifeDomain.SAFETY, LifeDomain.CHILDREN),
    questions=("Komt er iemand thuis?", "Mag ik nee zeggen?"),
    not_with=(NotWith("haar zwager", "De time-outplek"), NotWith("haar zus", "Het spaargeld")),
    introduced=(NAIMA, YVONNE),
    both_sides=frozenset({BothSides.SHE_WANTS_US, BothSides.PARTNER_KNOWS}),
    time_style=TimeStyle.WORDS,
    place_on_paper=True,
)
VISIT = Visit(UUID(int=5), None, STARTS, ENDS, NAIMA, YVONNE, DETAILS, 3)
NAMES = PreparationNames(
    "Zevenblad", "BL-0398", "Blauwhuis", "Isolde", "020 555 0142", "Naima", "Yvonne", "Darija"
)
SECRETS = (
    "Zevenblad",
    "BL-0398",
    "Blauwhuis",
    "Isolde",
    "Veilig Thuis",
    "melding",
    "zwager",
    "time-out",
    "spaargeld",
    "Naima",
    "Yvonne",
    "Rachida",
    "Komt er iemand thuis",
    "020 555 0142",
)
"""What must never stand on the paper she takes home."""


def words(pdf):
    """Return everything that can be read in a file, by three programs, on one line."""
    found = " ".join((_by_pypdf(pdf), _by_pdfium(pdf), by_pdftotext(pdf)))
    return " ".join(found.split())


def squeezed(text):
    """Return a text without spaces, hyphens and unseen signs: wherever its lines are broken."""
    return UNSEEN.sub("", text).casefold()


def by_pdftotext(pdf):
    """Return what poppler reads, in reading order; the other two do where it is not there."""
    if shutil.which("pdftotext") is None:
        return _by_pdfium(pdf)
    command = ["pdftotext", "-raw", "-enc", "UTF-8", "-", "-"]
    return subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode()


def says(pdf, secret):
    """Say whether a text stands anywhere: on a page, in the properties, or in the bare bytes."""
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    told = " ".join(map(str, (reader.metadata, reader.xmp_metadata, reader.trailer["/Root"])))
    if squeezed(secret) in squeezed(words(pdf) + told):
        return True
    forms = [secret.encode(code) for code in ("utf-8", "utf-16-be", "utf-16-le")]
    hidden = [form.hex().encode() for form in forms]
    return any(form.lower() in part.lower() for part in _bytes(pdf) for form in forms + hidden)


def pages(pdf):
    """Return the pages as an eye sees them: every sign where it stands, and the picture."""
    placed, shown = (pypdfium2.PdfDocument(form) for form in (without_actual_text(pdf), pdf))
    found = [Page([*signs(one)], pictured(other)) for one, other in zip(placed, shown, strict=True)]
    placed.close()
    shown.close()
    return found


def beside_the_paper(pdf, inside):
    """Return what stands outside the place for words, except what frames every page."""
    left, right = inside.x - 1, inside.x + inside.width + 1
    signs = [sign for page in pages(pdf) for sign in page.signs]
    return [sign for sign in signs if not left <= sign.x <= sign.right <= right + sign.size * 0.1]


def on_each_other(pdf):
    """Return lines that stand so close that one is printed over the other; marks may."""
    return [
        (row, below)
        for page in pages(pdf)
        for row, below in pairwise(_letters(page))
        if 1 < row[0].y - below[0].y < 0.5 * min(row[0].size, below[0].size)
        and _overlap(row, below)
    ]


def _letters(page):
    rows = ([sign for sign in row if category(sign.text)[0] != "M"] for row in page.rows)
    return [row for row in rows if row]


def _overlap(row, below):
    spans = [(sign.x, sign.right) for sign in below]
    return any(left < sign.x < right for sign in row for left, right in spans)


def _bytes(pdf):
    yield pdf
    for stream in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL):
        try:
            yield zlib.decompress(stream)
        except zlib.error:
            yield stream


def _by_pypdf(pdf):
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)


def _by_pdfium(pdf):
    document = pypdfium2.PdfDocument(pdf)
    text = "\n".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return text
