"""A PDF as somebody reads it who only sees where the signs stand, and what it says to a screen."""

import io
import re
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

import pypdf
import pypdfium2
from pypdfium2 import raw

ASIDE = 0.6
"""A gap of so much of a sign's height parts two numbers."""
DIGITS = "0123456789-"
TOGETHER = 3.0
"""Signs whose lower edges differ no more than this stand on one line, in points."""


@dataclass(frozen=True)
class Sign:
    """A sign and its box, in points from the lower left corner."""

    text: str
    left: float
    bottom: float
    right: float
    top: float


@dataclass
class ByEye:
    """Every page of a PDF, sign by sign; the order of the file does not count, only the place."""

    pdf: bytes

    @cached_property
    def pages(self) -> list[list[Sign]]:
        document = pypdfium2.PdfDocument(_without_what_it_says(self.reader))
        found = [_signs(page) for page in document]
        document.close()
        return found

    def numbers(self) -> list[str]:
        """Return each row of digits and dashes, read from left to right as it stands there."""
        rows: list[str] = []
        for page in self.pages:
            digits = [sign for sign in page if sign.text in DIGITS]
            rows += [row for line in _lines(digits) for row in _rows(line)]
        return [row for row in rows if row.strip("-")]

    def begins(self, *, rtl: bool) -> list[str]:
        """Return the sign each line of the first page begins with, from the top."""
        lines = reversed(_lines(self.pages[0]))
        side = max if rtl else min
        return [side(line, key=_left).text for line in lines]

    @cached_property
    def reader(self) -> pypdf.PdfReader:
        return pypdf.PdfReader(io.BytesIO(self.pdf))

    def says(self) -> str:
        """Return what copying and reading aloud give, in reading order."""
        streams = [page.get_contents().get_data().decode("latin-1") for page in self.reader.pages]
        actual = re.findall(r"/ActualText <FEFF([0-9A-F]*)>", "".join(streams))
        spoken = [bytes.fromhex(code).decode("utf-16-be") for code in actual]
        return "\n".join(["".join(spoken), *(page.extract_text() for page in self.reader.pages)])

    def fonts_outside(self) -> list[str]:
        """Return the fonts that are not in the file itself."""
        fonts = [
            font.get_object()
            for page in self.reader.pages
            for font in page["/Resources"]["/Font"].values()
        ]
        assert fonts
        return [
            font["/BaseFont"]
            for font in fonts
            if "/FontFile2" not in font["/DescendantFonts"][0].get_object()["/FontDescriptor"]
        ]

    def pictures(self) -> int:
        """Return how many pictures lie on the pages: a logo would be one."""
        return sum(len(page.images) for page in self.reader.pages)


def _left(sign: Sign) -> float:
    return sign.left


def _without_what_it_says(reader: pypdf.PdfReader) -> bytes:
    """Return the same pages without the text for screens, which would be read instead of them."""
    writer, out = pypdf.PdfWriter(clone_from=reader), io.BytesIO()
    for page in writer.pages:
        content = page.get_contents()
        content.set_data(
            re.sub(rb"/Span <</ActualText <\w*>>> BDC|\bEMC\b", b"", content.get_data())
        )
        page.replace_contents(content)
    writer.write(out)
    return out.getvalue()


def _signs(page) -> list[Sign]:
    text = page.get_textpage()
    places = range(text.count_chars())
    # Text as a range is put in another order than the boxes where it runs from right to left.
    said = [chr(raw.FPDFText_GetUnicode(text, place)) for place in places]
    boxes = [text.get_charbox(place, loose=True) for place in places]
    found = [Sign(sign, *box) for sign, box in zip(said, boxes, strict=True)]
    return [sign for sign in found if sign.text.strip()]


def _lines(signs: list[Sign]) -> list[list[Sign]]:
    ordered = sorted(signs, key=lambda sign: (sign.bottom + sign.top) / 2)
    lines: list[list[Sign]] = []
    for sign in ordered:
        middle = (sign.bottom + sign.top) / 2
        if lines and middle - (lines[-1][-1].bottom + lines[-1][-1].top) / 2 <= TOGETHER:
            lines[-1].append(sign)
        else:
            lines.append([sign])
    return lines


def _rows(line: list[Sign]) -> list[str]:
    ordered = sorted(line, key=_left)
    gap, places = 0, []
    for before, sign in zip([None, *ordered], ordered, strict=False):
        high = max(s.top - s.bottom for s in ordered)
        gap += before is not None and sign.left - before.right > ASIDE * high
        places.append((gap, sign.text))
    return ["".join(text for _, text in row) for _, row in groupby(places, key=lambda p: p[0])]
