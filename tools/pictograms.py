"""Turns icons into plain outlines that paper can draw: moves, lines, curves, as numbers.

SVG is read here, when the program is built; at run time nothing needs to understand it.
"""

import json
import re
from collections.abc import Callable
from pathlib import Path

from fontTools.pens.recordingPen import RecordingPen
from fontTools.svgLib.path import parse_path

FILE = "pictograms.json"
PATH = re.compile(r'<path\b[^>]*?\bd="([^"]+)"')
EVERYWHERE = (
    "arrow-square-out",
    "books",
    "bread",
    "carrot",
    "chat-circle-dots",
    "check-circle",
    "cheese",
    "clock",
    "coffee",
    "cooking-pot",
    "copy",
    "egg",
    "eyeglasses",
    "fork-knife",
    "gift",
    "grains",
    "house",
    "key",
    "money",
    "moon",
    "orange-slice",
    "phone",
    "phone-call",
    "pill",
    "plug",
    "rabbit",
    "scissors",
    "shopping-bag",
    "stethoscope",
    "sun",
    "tea-bag",
    "tote",
    "user",
    "users",
    "users-three",
)
"""What every sheet and the card draw, beside the pictograms their own files name."""


def pictogram_names(sheets: Path) -> list[str]:
    """Return the icons that the sheets' files name, and those all paper shares."""
    names = set(EVERYWHERE)
    for file in sorted(sheets.glob("*/sheet.json")):
        data = json.loads(file.read_text(encoding="utf-8"))
        names |= {data["icon"], *(section["icon"] for section in data["sections"])}
    return sorted(names)


def outlines(svg: str) -> list[list[object]]:
    """Return an icon's path: ["M", x, y], ["L", x, y], ["C", x1, y1, x2, y2, x, y], ["Z"].

    Sizes are those of the icon's own grid of 256, from the upper left.
    """
    pen = RecordingPen()
    for path in PATH.findall(svg):
        parse_path(path, pen)
    steps: list[list[object]] = []
    at = (0.0, 0.0)
    for act, points in pen.value:
        if act == "qCurveTo":
            control, end = points
            points = (_toward(at, control), _toward(end, control), end)
        numbers = [round(value, 2) for point in points for value in point]
        steps.append([LETTERS[act], *numbers])
        at = points[-1] if points else at
    return steps


LETTERS = {"moveTo": "M", "lineTo": "L", "curveTo": "C", "qCurveTo": "C"}
LETTERS |= {"closePath": "Z", "endPath": "Z"}


def build_pictograms(folder: Path, sheets: Path, source: Callable[[str, str], Path]) -> None:
    """Write every pictogram into one file."""
    names = pictogram_names(sheets)
    drawn = {name: outlines(source(name, "regular").read_text(encoding="utf-8")) for name in names}
    (folder / FILE).write_text(json.dumps(drawn, separators=(",", ":")), encoding="utf-8")


def _toward(point: tuple[float, float], control: tuple[float, float]) -> tuple[float, float]:
    """Return the control point of the cubic curve that a quadratic one is."""
    return tuple(p + (c - p) * 2 / 3 for p, c in zip(point, control, strict=True))  # type: ignore[return-value]
