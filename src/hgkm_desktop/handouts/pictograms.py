"""The pictograms on paper: outlines of the icon package, drawn as one path each."""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas

from hgkm_desktop.errors import UserError
from hgkm_desktop.texts import tr

GRID = 256
OPERATORS = {"M": "m", "L": "l", "C": "c", "Z": "h"}
"""What the steps of an outline are called in a PDF (32000-1, 8.5.2)."""

Step = Sequence[str | float]


def draw(canvas: Canvas, name: str, x: float, y: float, size: float, color: Color) -> None:
    """Draw a pictogram in a square with its lower left corner at (x, y), in points.

    Raise KeyError for one the program does not have, UserError when the drawings are missing.
    """
    scale = size / GRID
    canvas.setFillColor(color)
    code: list[str] = vars(canvas)["_code"]
    code.append(f"q {scale:.6f} 0 0 {-scale:.6f} {x:.3f} {y + size:.3f} cm {_path(name)} f Q")


@cache
def _path(name: str) -> str:
    """Return an outline as a path on the grid of the drawings, whose ys run downwards."""
    steps = (_step(str(letter), numbers) for letter, *numbers in _outlines()[name])
    return " ".join(steps)


def _step(letter: str, numbers: Sequence[str | float]) -> str:
    return " ".join([*(f"{float(number):.2f}" for number in numbers), OPERATORS[letter]])


@cache
def _outlines() -> Mapping[str, Sequence[Step]]:
    file = files("hgkm_desktop") / "resources" / "built" / "pictograms" / "pictograms.json"
    try:
        return json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as problem:
        raise UserError(
            tr("The sheet cannot be made. The drawings are missing."),
            tr("Install the program again. Your data is safe."),
        ) from problem
