"""A font whose glyphs are addressed by number, so that shaped text can be put on paper.

ReportLab's own fonts are addressed by character: what HarfBuzz makes of Arabic letters has no
character. Here the file holds a composite font (PDF 32000-1, 9.7) with only the glyphs in use.
"""

from hashlib import sha256
from typing import Any, cast
from weakref import WeakKeyDictionary

import uharfbuzz as hb
from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFStream,
    PDFString,
    PDFZCompress,
)

PER_EM = 1000
SYMBOLIC = 4
NO_NAMES = frozenset({1, 2, 3, 4, 5, 6})
UNUSED_TABLES = ("GSUB", "GPOS", "GDEF", "STAT", "gasp", "name", "cmap", "post")
CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{rows}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""
ROWS_AT_ONCE = 100
UNSAID = "\u200b"
"""What a glyph says whose letter is said by another; unsaid, readers take its number for a sign."""


class Face:
    """What ReportLab asks of a font's face, in thousandths of the size."""

    def __init__(self, name: str, ascent: float, descent: float) -> None:
        self.name = name.encode()
        self.ascent = ascent
        self.descent = descent


class GlyphFont:
    """One font of one weight; it may be used in several documents at the same time."""

    _multiByte = 1
    _dynamicFont = 1
    shapable = False

    def __init__(self, name: str, data: bytes) -> None:
        self.fontName = name
        self.encoding = self
        self.name = "Identity-H"
        self.source = hb.Face(data)
        if not self.source.glyph_count:
            raise ValueError("not a font")
        self.shaper = hb.Font(self.source)
        self.scale = PER_EM / self.source.upem
        high = self.shaper.get_font_extents("ltr")
        self.face = Face(name, high.ascender * self.scale, high.descender * self.scale)
        self._used: WeakKeyDictionary[PDFDocument, dict[int, str]] = WeakKeyDictionary()

    def has(self, character: str) -> bool:
        """Say whether the font can draw a character."""
        return self.glyph(character) != 0

    def glyph(self, character: str) -> int:
        """Return the number of a character's glyph, 0 when there is none."""
        return self.shaper.get_nominal_glyph(ord(character)) or 0

    def advance(self, glyph: int) -> float:
        """Return how far a glyph moves the pen, in thousandths of the size."""
        return self.shaper.get_glyph_h_advance(glyph) * self.scale

    def stringWidth(self, text: str, size: float, encoding: str = "utf8") -> float:
        """Return how wide unshaped text is, in points."""
        return sum(self.advance(self.glyph(sign)) for sign in text) * size / PER_EM

    def splitString(
        self, text: str, doc: PDFDocument, encoding: str = "utf8"
    ) -> list[tuple[int, bytes]]:
        """Return unshaped text as the bytes that stand in a page (ReportLab draws these)."""
        codes = [self.note(doc, self.glyph(sign), sign) for sign in text]
        return [(0, b"".join(code.to_bytes(2, "big") for code in codes))]

    def note(self, doc: PDFDocument, glyph: int, text: str) -> int:
        """Remember that a document uses a glyph, and the text it stands for; return the glyph."""
        used = self._used.setdefault(doc, {})
        used[glyph] = used.get(glyph) or text
        return glyph

    def getSubsetInternalName(self, subset: int, doc: PDFDocument) -> str:
        """Return the name of this font inside a document, and have it embedded."""
        parts = vars(doc)
        known = parts["fontMapping"].get(self.fontName)
        if known is None:
            known = parts["fontMapping"][self.fontName] = f"/F{len(parts['fontMapping']) + 1}"
            parts["delayedFonts"].append(self)
        return known

    def addObjects(self, doc: PDFDocument) -> None:
        """Embed what the document uses of this font."""
        used = self._used.pop(doc, {})
        glyphs = sorted({0, *used})
        tagged = f"{_tag(self.fontName, glyphs)}+{self.fontName}"
        parts: dict[str, Any] = {
            "Type": _name("Font"),
            "Subtype": _name("Type0"),
            "BaseFont": _name(tagged),
            "Encoding": _name("Identity-H"),
            "DescendantFonts": PDFArray([self._descendant(doc, tagged, glyphs)]),
            "ToUnicode": _kept(doc, _stream(_to_unicode(used)), f"toUnicode:{tagged}"),
        }
        inside = self.getSubsetInternalName(0, doc)[1:]
        font = _kept(doc, PDFDictionary(parts), f"font:{tagged}")
        vars(doc)["idToObject"]["BasicFonts"].dict[inside] = font

    def _descendant(self, doc: PDFDocument, tagged: str, glyphs: list[int]) -> object:
        system = {
            "Registry": PDFString("Adobe"),
            "Ordering": PDFString("Identity"),
            "Supplement": 0,
        }
        widths = " ".join(f"{g} [{round(self.advance(g), 2):g}]" for g in glyphs)
        parts: dict[str, Any] = {
            "Type": _name("Font"),
            "Subtype": _name("CIDFontType2"),
            "BaseFont": _name(tagged),
            "CIDSystemInfo": PDFDictionary(system),
            "CIDToGIDMap": _name("Identity"),
            "W": f"[{widths}]",
            "FontDescriptor": self._descriptor(doc, tagged, glyphs),
        }
        return _kept(doc, PDFDictionary(parts), f"descendant:{tagged}")

    def _descriptor(self, doc: PDFDocument, tagged: str, glyphs: list[int]) -> object:
        low, high = round(self.face.descent), round(self.face.ascent)
        data = self._subset(glyphs)
        stream = _stream(data)
        vars(stream)["dictionary"]["Length1"] = len(data)
        parts: dict[str, Any] = {
            "Type": _name("FontDescriptor"),
            "FontName": _name(tagged),
            "Flags": SYMBOLIC,
            "FontBBox": PDFArray([-PER_EM, low, 2 * PER_EM, high]),
            "ItalicAngle": 0,
            "Ascent": high,
            "Descent": low,
            "CapHeight": high,
            "StemV": 80,
            "FontFile2": _kept(doc, stream, f"file:{tagged}"),
        }
        return _kept(doc, PDFDictionary(parts), f"descriptor:{tagged}")

    def _subset(self, glyphs: list[int]) -> bytes:
        wanted = hb.SubsetInput()
        wanted.glyph_set.update(set(glyphs))
        wanted.drop_table_tag_set.update({int.from_bytes(t.encode(), "big") for t in UNUSED_TABLES})
        flags = hb.SubsetFlags
        wanted.flags = flags.RETAIN_GIDS | flags.NO_HINTING | flags.NO_LAYOUT_CLOSURE
        return hb.subset(self.source, wanted).blob.data


def _kept(doc: Any, part: object, name: str) -> object:  # noqa: ANN401
    """Put a part in the document under a name; return what refers to it."""
    return doc.Reference(part, name)


def _name(text: str) -> object:
    return cast(Any, pdfdoc).PDFName(text)


def _stream(content: bytes) -> PDFStream:
    return PDFStream(content=content, filters=[PDFZCompress])


def _tag(name: str, glyphs: list[int]) -> str:
    """Return the six capitals that tell one subset of a font from another (9.6.4)."""
    digest = sha256(f"{name} {glyphs}".encode()).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])


def _to_unicode(used: dict[int, str]) -> bytes:
    said = sorted((glyph, text or UNSAID) for glyph, text in used.items())
    lines = [f"<{g:04X}> <{text.encode('utf-16-be').hex().upper()}>" for g, text in said]
    parts = [lines[start : start + ROWS_AT_ONCE] for start in range(0, len(lines), ROWS_AT_ONCE)]
    rows = [f"{len(part)} beginbfchar\n" + "\n".join(part) + "\nendbfchar" for part in parts]
    return CMAP.format(rows="\n".join(rows)).encode()
