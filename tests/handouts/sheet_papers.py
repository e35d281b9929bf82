"""Sheets on paper, read back as a stranger's program reads them: by where each glyph stands."""

import ctypes
import io
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import NamedTuple

import pypdf
import pypdfium2
from pypdfium2 import raw

from hgkm_desktop.handouts.glyph_font import UNSAID
from hgkm_desktop.handouts.paper import pdf
from hgkm_desktop.services.prints import Form
from hgkm_desktop.sheets import library, numbers
from hgkm_desktop.sheets.card import compose_card
from hgkm_desktop.sheets.content import House, compose
from hgkm_desktop.sheets.numbers import OWN, Number

DPI = 150
FORMS = (Form.A4, Form.A5, Form.PICTURES, Form.ALOUD)
CARDS = (Form.CARD, Form.PICTURE_CARD)
CHECKED = date(2026, 11, 21)
SAME_LINE = 2
"""Points between two heights of one line at most."""
OURS = Number(OWN, "Nisa", "020 555 01 00", "ma–do 10–15", checked_on=CHECKED, is_own=True)
EVERY = [(s.id, language) for s in library.sheets() for language in library.languages(s.id)]
SHOWN = re.compile(rb"<([0-9A-F]+)>")
STEP = re.compile(
    rb"(?<!\S)(q)(?!\S)|(?<!\S)(Q)(?!\S)|1 0 0 1 \S+ (\S+) cm"
    rb"|ActualText <(\w+)>|1 0 0 1 \S+ (\S+) Tm"
)
"""What moves the pen of a page up or down, and what is said there."""
WHOLE_SPAN = re.compile(rb"/Span <</ActualText <[0-9A-F]+>>> BDC.*?EMC", re.DOTALL)
TEXT_OBJECT = re.compile(rb"BT (/F\d+) [\d.]+ Tf (.*?) ET")
SPAN = re.compile(rb"/Span <</ActualText <([0-9A-F]+)>>> BDC")


class Sign(NamedTuple):
    """A character, the pen before and after it, its baseline, its size, all in points."""

    text: str
    x: float
    right: float
    y: float
    size: float


@dataclass
class Sheet:
    """One finished document and what it was made of."""

    content: object
    form: Form
    pdf: bytes

    @cached_property
    def reader(self) -> pypdf.PdfReader:
        return pypdf.PdfReader(io.BytesIO(self.pdf))

    @cached_property
    def pages(self) -> list["Page"]:
        with_places = without_actual_text(self.pdf) if self.content.rtl else self.pdf
        document, shown = pypdfium2.PdfDocument(with_places), pypdfium2.PdfDocument(self.pdf)
        pages = [
            Page([*signs(placed)], pictured(page))
            for placed, page in zip(document, shown, strict=True)
        ]
        document.close()
        shown.close()
        return pages

    def streams(self) -> Iterator[bytes]:
        """Yield what each page draws, and each form inside it."""
        for page in self.reader.pages:
            yield page["/Contents"].get_object().get_data()
            for part in page["/Resources"].get("/XObject", {}).values():
                yield part.get_object().get_data()

    def glyphs(self) -> Iterator[int]:
        for stream in self.streams():
            without = SPAN.sub(b"", stream)
            for shown in SHOWN.findall(without):
                yield from (int(shown[n : n + 4], 16) for n in range(0, len(shown), 4))

    def actual_texts(self) -> str:
        """Return what the spans say, in the order they are drawn, without any space."""
        found = (span for stream in self.streams() for span in SPAN.findall(stream))
        said = (bytes.fromhex(span.decode()).decode("utf-16-be") for span in found)
        return "".join("".join(said).replace("\ufeff", "").split())

    def said(self) -> list[str]:
        """Return the lines of the first page without spaces, from the highest down."""
        if not self.content.rtl:
            return ["".join(line.split()) for line in self.pages[0].lines]
        lines: dict[float, str] = {}
        same = 0.0
        for high, text in spans(next(self.streams())):
            if not unicodedata.combining(text[0]):
                same = next((known for known in lines if abs(known - high) < SAME_LINE), high)
            lines[same] = lines.get(same, "") + text
        return ["".join(lines[high].split()) for high in sorted(lines, reverse=True)]

    def shown_outside_spans(self) -> set[str]:
        """Return the fonts of what is shown without an ActualText."""
        names = {}
        for page in self.reader.pages:
            for name, font in page["/Resources"]["/Font"].items():
                names[name] = str(font.get_object()["/BaseFont"])
        loose = b"".join(WHOLE_SPAN.sub(b"", stream) for stream in self.streams())
        return {names[name.decode()] for name, _ in TEXT_OBJECT.findall(loose)}

    def fonts(self) -> Iterator[dict]:
        for page in self.reader.pages:
            inner = page["/Resources"].get("/XObject", {}).values()
            for part in (page, *(form.get_object() for form in inner)):
                for font in part.get("/Resources", {}).get("/Font", {}).values():
                    yield font.get_object()


@dataclass
class Page:
    """Every sign of a page where it stands, and the page's picture in grey."""

    signs: list[Sign]
    picture: object

    @cached_property
    def rows(self) -> list[list[Sign]]:
        """The signs on each baseline, from left to right; the highest line first."""
        found: dict[float, list[Sign]] = {}
        for sign in self.signs:
            found.setdefault(round(sign.y, 1), []).append(sign)
        return [sorted(found[y], key=pen) for y in sorted(found, reverse=True)]

    @property
    def lines(self) -> list[str]:
        """What stands on each baseline as the eye goes, from left to right."""
        return ["".join(sign.text for sign in with_spaces(row)) for row in self.rows]

    def found(self, number: str) -> Iterator[list[Sign]]:
        """Yield the signs of a number wherever it stands alone, from left to right."""
        form = re.compile(rf"(?<![\d-]){re.escape(number)}(?![\d-])")
        for row in self.rows:
            spaced = [*with_spaces(row)]
            line = "".join(sign.text for sign in spaced)
            for hit in form.finditer(line):
                yield [sign for sign in spaced[slice(*hit.span())] if sign.text != " "]


def pen(sign: Sign) -> float:
    return sign.x


def with_spaces(row: list[Sign]) -> Iterator[Sign]:
    """Yield a row with a space wherever the paper is empty between two signs."""
    end = None
    for sign in row:
        if end is not None and sign.x - end > 0.15 * sign.size:
            yield Sign(" ", end, sign.x, sign.y, sign.size)
        yield sign
        end = sign.right


def spans(stream: bytes) -> Iterator[tuple[float, str]]:
    """Yield what each span says, with the height at which its glyphs begin."""
    moved, kept, said = 0.0, [], ""
    for saves, restores, by, text, at in STEP.findall(stream):
        if saves:
            kept.append(moved)
        elif restores:
            moved = kept.pop()
        elif by:
            moved += float(by)
        elif text:
            said = bytes.fromhex(text.decode()).decode("utf-16-be").lstrip("\ufeff")
        elif said:
            yield moved + float(at), said
            said = ""


def signs(page: pypdfium2.PdfPage) -> Iterator[Sign]:
    text = page.get_textpage()
    x, y = ctypes.c_double(), ctypes.c_double()
    box = raw.FS_RECTF()
    for place in range(text.count_chars()):
        letter = chr(raw.FPDFText_GetUnicode(text, place))
        if raw.FPDFText_IsGenerated(text, place) or not letter.strip() or letter == UNSAID:
            continue
        raw.FPDFText_GetCharOrigin(text, place, x, y)
        raw.FPDFText_GetLooseCharBox(text, place, box)
        size = raw.FPDFText_GetFontSize(text, place)
        yield Sign(letter, x.value, box.right, y.value, size)


def pictured(page: pypdfium2.PdfPage) -> object:
    return page.render(scale=DPI / 72, grayscale=True).to_pil()


def without_actual_text(made: bytes) -> bytes:
    """Return the same paper without the reading order: PDFium would spread it over the line."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(made))
    for page in writer.pages:
        parts = [page["/Contents"], *page["/Resources"].get("/XObject", {}).values()]
        for part in (p.get_object() for p in parts):
            part._data = SPAN.sub(b"/Span BMC", part.get_data())
            part.pop("/Filter")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def as_shipped() -> dict[str, Number]:
    return {number.key: number for number in numbers.shipped()}


def all_checked() -> dict[str, Number]:
    """Return the registry of an organisation that called every number and added its own."""
    known = {key: replace(n, checked_on=CHECKED) for key, n in as_shipped().items()}
    return known | {OWN: OURS}


def sheet(sheet_id: str, language: str, form: Form, known=None, **extra) -> Sheet:
    text = library.text(sheet_id, language)
    content = compose(text, as_shipped() if known is None else known, **extra)
    return Sheet(content, form, pdf([(content, form)]))


def cards(language: str, form: Form, cover: int, known=None) -> Sheet:
    content = compose_card(language, as_shipped() if known is None else known, cover)
    return Sheet(content, form, pdf([(content, form)]))


def expected(paper: Sheet) -> list[str]:
    """Return every number that must stand on a sheet, as often as it must."""
    content = paper.content
    said = [] if paper.form is Form.PICTURES else [li for p in content.parts for li in p.lines]
    said += [box.call for box in content.boxes]
    return [bit.text for line in said for bit in line if bit.is_number]


def house(name="Nisa for Nisa", letterhead=True, qr=False) -> House:
    return House(name, letterhead, qr)
