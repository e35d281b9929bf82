"""The data files of the sheets as they lie on the disk, not as the program reads them."""

import json
import re
from pathlib import Path

import hgkm_desktop

FOLDER = Path(hgkm_desktop.__file__).parent / "resources" / "handouts"
CODES = ("nl", "en", "ar", "tr", "so", "ti")
BRACES = re.compile(r"\{([^{}]*)\}")
NAMES = sorted(place.name for place in (FOLDER / "sheets").iterdir())
TEXTS = [(name, code) for name in NAMES for code in CODES]


def read(*parts):
    return json.loads(FOLDER.joinpath(*parts).read_text(encoding="utf-8"))


def sheet(name):
    return read("sheets", name, "sheet.json")


def text(name, code):
    return read("sheets", name, f"{code}.json")


def master_lines(name):
    """Yield (place, line) for every line of the Dutch master."""
    for key, part in text(name, "nl")["sections"].items():
        for number, line in enumerate(part["lines"]):
            yield f"{key}.{number}", line


def said(line):
    return line["text"] if isinstance(line, dict) else line


def words(data):
    """Yield every string inside data."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, list | dict):
        for part in data.values() if isinstance(data, dict) else data:
            yield from words(part)
