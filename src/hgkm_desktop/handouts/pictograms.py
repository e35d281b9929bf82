"""The pictograms on paper: outlines of the icon package, drawn as one path each."""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any, cast

from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas

from hgkm_desktop.errors import UserError
from hgkm_desktop.texts import tr

GRID = 256

Step = Sequence[str | float]


def draw(canvas: Canvas, name: str, x: float, y: float, size: float, color: Color) -> None:
    """Draw a pictogram in a square with its lower left corner at (x, y), in points.

    Raise KeyError for one the program does not have, UserError when the drawings are missing.
    """
    scale = size / GRID
    path = cast(Any, canvas.beginPath())
    act = {"M": path.moveTo, "L": path.lineTo, "C": path.curveTo, "Z": path.close}
    for letter, *numbers in _outlines()[name]:
        places = [float(number) * scale for number in numbers]
        flipped = [size - v if n % 2 else v for n, v in enumerate(places)]
        act[str(letter)](*(v + (y if n % 2 else x) for n, v in enumerate(flipped)))
    canvas.setFillColor(color)
    cast(Any, canvas).drawPath(path, stroke=0, fill=1, fillMode=1)


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
