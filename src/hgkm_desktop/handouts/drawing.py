"""Puts lines of glyphs on a page: each where HarfBuzz says, with the text it stands for."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas

from hgkm_desktop.handouts import bidi, fonts
from hgkm_desktop.handouts.glyph_font import PER_EM
from hgkm_desktop.handouts.shaping import NO_BREAK, Glyph, Line, Run

NEARLY = 0.005


class Part(NamedTuple):
    """Something drawn in one go: its level, and the operators that draw and say it."""

    level: int
    code: str


def draw(canvas: Canvas, line: Line, x: float, y: float, size: float, color: Color) -> None:
    """Draw a line from its left end; copying and reading aloud give its text in reading order.

    Where words run to the left, each letter says itself (ActualText, PDF 32000-1, 14.9.4) and
    stands in the file in reading order, wherever it is on the paper.
    """
    canvas.setFillColor(color)
    code: list[str] = vars(canvas)["_code"]
    document = vars(canvas)["_doc"]
    turned = any(run.level for run in line.runs)
    parts: list[Part] = []
    for run in line.runs:
        if turned and run.level % 2:
            parts += _letters(document, run, x, y, size)
        else:
            shown = _run(document, run, x, y, size)
            parts.append(Part(run.level, _saying(_text(run), shown) if turned else shown))
        x += run.width * size / PER_EM
    code += [part.code for part in bidi.in_reading_order(parts, _level)]


def _letters(doc: Any, run: Run, x: float, y: float, size: float) -> Iterator[Part]:  # noqa: ANN401
    """Yield each letter of a run with the dots and signs that HarfBuzz drew apart from it."""
    font = fonts.font(run.font)
    name, pen = font.getSubsetInternalName(0, doc), 0.0
    for glyphs in _by_letter(run):
        widest = max(glyphs, key=_advance)
        for glyph in glyphs:
            said = glyphs[0].text if glyph is widest else ""
            at = x + (pen + glyph.dx) * size / PER_EM, y + glyph.dy * size / PER_EM
            number = font.note(doc, glyph.number, said)
            shown = f"BT {name} {size:g} Tf 1 0 0 1 {at[0]:.3f} {at[1]:.3f} Tm <{number:04X}> Tj ET"
            yield Part(run.level, _saying(said, shown))
            pen += glyph.advance


def _by_letter(run: Run) -> list[list[Glyph]]:
    """Return the glyphs of each letter; the first of them holds its text."""
    letters: list[list[Glyph]] = []
    for glyph in run.glyphs:
        if glyph.text or not letters:
            letters.append([])
        letters[-1].append(glyph)
    return letters


def _saying(text: str, shown: str) -> str:
    said = ("\ufeff" + text).encode("utf-16-be").hex().upper()
    return f"/Span <</ActualText <{said}>>> BDC {shown} EMC"


def _text(run: Run) -> str:
    return "".join(glyph.text for glyph in run.glyphs).replace(NO_BREAK, " ")


def _advance(glyph: Glyph) -> float:
    return glyph.advance


def _level(part: Part) -> int:
    return part.level


def _run(doc: Any, run: Run, x: float, y: float, size: float) -> str:  # noqa: ANN401
    name = fonts.font(run.font).getSubsetInternalName(0, doc)
    return f"BT {name} {size:g} Tf {' '.join(_shown(doc, run, x, y, size))} ET"


def _shown(doc: Any, run: Run, x: float, y: float, size: float) -> Iterator[str]:  # noqa: ANN401
    """Yield the operators of a run: a new matrix where marks rise or fall, one array per row."""
    font, pen, drawn = fonts.font(run.font), 0.0, 0.0
    row: float | None = None
    shown: list[str] = []
    for glyph in run.glyphs:
        want = pen + glyph.dx
        if glyph.dy != row:
            yield from _array(shown)
            at = x + want * size / PER_EM, y + glyph.dy * size / PER_EM
            yield f"1 0 0 1 {at[0]:.3f} {at[1]:.3f} Tm"
            shown, row, drawn = [], glyph.dy, want
        if abs(want - drawn) > NEARLY:
            shown.append(f"{drawn - want:.2f}")
        shown.append(f"<{font.note(doc, glyph.number, glyph.text):04X}>")
        drawn = want + round(font.advance(glyph.number), 2)
        pen += glyph.advance
    yield from _array(shown)


def _array(shown: list[str]) -> Iterator[str]:
    if shown:
        yield f"[{''.join(shown).replace('><', '')}] TJ"
