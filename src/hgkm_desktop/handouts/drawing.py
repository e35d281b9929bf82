"""Puts lines of glyphs on a page: each where HarfBuzz says, with the text it stands for."""

from collections.abc import Iterator
from typing import Any

from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas

from hgkm_desktop.handouts import fonts
from hgkm_desktop.handouts.glyph_font import PER_EM
from hgkm_desktop.handouts.shaping import Line, Run

NEARLY = 0.005


def draw(canvas: Canvas, line: Line, x: float, y: float, size: float, color: Color) -> None:
    """Draw a line from its left end; copying and reading aloud give its text in reading order.

    ActualText (PDF 32000-1, 14.9.4) says it where glyphs run the other way than the words.
    """
    canvas.setFillColor(color)
    code: list[str] = vars(canvas)["_code"]
    turned = any(run.level for run in line.runs)
    if turned:
        said = ("\ufeff" + line.says).encode("utf-16-be").hex().upper()
        code.append(f"/Span <</ActualText <{said}>>> BDC")
    for run in line.runs:
        code.append(_run(vars(canvas)["_doc"], run, x, y, size))
        x += run.width * size / PER_EM
    if turned:
        code.append("EMC")


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
