"""Texts of sheets to change, and numbers to check, for the tests of what is printed."""

from dataclasses import replace
from datetime import date

from hgkm_desktop.sheets import library
from hgkm_desktop.sheets.library import Line, Part, SheetText

TODAY = date(2026, 11, 23)
MAY = date(2026, 5, 1)
SHEETS = [one.id for one in library.sheets()]


def with_lines(text: SheetText, *lines: str, section: str = "") -> SheetText:
    """Return a text with these lines in one section, the first unless it is named."""
    key = section or next(iter(text.parts))
    part = Part(text.parts[key].heading, tuple(Line(line) for line in lines))
    return replace(text, parts={**text.parts, key: part})


def with_heading(text: SheetText, heading: str) -> SheetText:
    """Return a text with another first heading."""
    key = next(iter(text.parts))
    return replace(text, parts={**text.parts, key: replace(text.parts[key], heading=heading)})


def printed(content) -> str:
    """Return everything a sheet says, numbers filled in."""
    lines = [line for part in content.parts for line in part.lines]
    lines += [box.call for box in content.boxes]
    return "\n".join("".join(bit.text for bit in line) for line in lines)
