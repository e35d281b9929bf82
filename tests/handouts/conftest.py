import io
from dataclasses import dataclass
from functools import cached_property

import pypdf
import pypdfium2
import pytest

from hgkm_desktop.vault import recovery_code


@dataclass
class Box:
    """Where a character stands, in points from the lower left corner of the page."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def height(self):
        return self.top - self.bottom

    @property
    def middle(self):
        return (self.left + self.right) / 2, (self.bottom + self.top) / 2


@dataclass
class Paper:
    """A PDF as a reader of the finished file sees it."""

    pdf: bytes

    @property
    def reader(self):
        return pypdf.PdfReader(io.BytesIO(self.pdf))

    @property
    def text(self):
        return "\n".join(page.extract_text() for page in self.reader.pages)

    @property
    def letters(self):
        """The text without any spaces: characters in cells of their own stand apart."""
        return "".join(self.text.split())

    def fonts(self):
        for page in self.reader.pages:
            for font in page["/Resources"]["/Font"].values():
                yield font.get_object()

    def are_all_fonts_inside(self):
        """Say whether each font, with the glyphs it needs, is in the file itself."""
        inner = [font["/DescendantFonts"][0].get_object() for font in self.fonts()]
        return bool(inner) and all("/FontFile2" in font["/FontDescriptor"] for font in inner)

    def boxes(self):
        document = pypdfium2.PdfDocument(self.pdf)
        text = document[0].get_textpage()
        for place in range(text.count_chars()):
            yield text.get_text_range(place, 1), Box(*text.get_charbox(place))
        document.close()

    @cached_property
    def picture(self):
        """The page in shades of grey, two dots to a point."""
        document = pypdfium2.PdfDocument(self.pdf)
        picture = document[0].render(scale=2, grayscale=True).to_pil()
        document.close()
        return picture

    def is_dark(self, x, y):
        return self.picture.getpixel((round(x * 2), self.picture.height - round(y * 2))) < 120


@pytest.fixture
def read():
    return Paper


@pytest.fixture
def code():
    return recovery_code.new()


@pytest.fixture(autouse=True)
def nothing_written(tmp_path, monkeypatch):
    """No handout leaves a file where it works, in the home folder or in the temporary one."""
    places = [tmp_path / name for name in ("work", "home", "temporary")]
    for place in places:
        place.mkdir()
    monkeypatch.chdir(places[0])
    monkeypatch.setenv("HOME", str(places[1]))
    monkeypatch.setenv("TMPDIR", str(places[2]))
    monkeypatch.setattr("tempfile.tempdir", str(places[2]))
    yield
    assert [file for place in places for file in place.rglob("*")] == []
