"""Reads the sheets' data files: which sheets there are, and what each says in a language."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any

from hgkm_desktop.errors import UserError
from hgkm_desktop.texts import tr

LANGUAGES = {
    "nl": "Nederlands",
    "en": "English",
    "ar": "العربية",
    "tr": "Türkçe",
    "so": "Soomaali",
    "ti": "ትግርኛ",
}
"""The languages the sheets come in, by their own names."""
MASTER = "nl"
RIGHT_TO_LEFT = frozenset({"ar"})
KEY = re.compile(r"\{([a-z][a-z0-9_]*)\}")


@dataclass(frozen=True)
class Section:
    """A part of a sheet and its pictogram."""

    key: str
    icon: str


@dataclass(frozen=True)
class Sheet:
    """What is the same in every language of a sheet."""

    id: str
    number: int
    theme: str
    icon: str
    color: str
    sections: tuple[Section, ...]
    closing: bool
    stays_here: bool
    version: str


@dataclass(frozen=True)
class Line:
    """One thing a sheet says. A fact marked `verify` is not printed (R-240)."""

    text: str
    source: tuple[str, ...] = ()
    verify: bool = False
    year: int | None = None

    def numbers(self) -> list[str]:
        """Return the keys of the numbers it names."""
        return KEY.findall(self.text)


@dataclass(frozen=True)
class Part:
    """A heading with what stands under it."""

    heading: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class SheetText:
    """A sheet in one language."""

    sheet: str
    language: str
    title: str
    lead: str
    parts: Mapping[str, Part]
    translated_by: str = ""
    for_us: str = ""


@cache
def sheets() -> tuple[Sheet, ...]:
    """Return every sheet, by number."""
    folder = _folder() / "sheets"
    found = [_sheet(place.name, _read(place / "sheet.json")) for place in folder.iterdir()]
    return tuple(sorted(found, key=_by_number))


def sheet(sheet_id: str) -> Sheet:
    """Return one sheet; raise UserError when there is none of that name."""
    found = next((one for one in sheets() if one.id == sheet_id), None)
    if found is None:
        raise UserError(tr("There is no such sheet."), tr("Look in the list of sheets."))
    return found


@cache
def languages(sheet_id: str) -> tuple[str, ...]:
    """Return the languages a sheet comes in."""
    folder = _folder() / "sheets" / sheet_id
    return tuple(code for code in LANGUAGES if (folder / f"{code}.json").is_file())


@cache
def text(sheet_id: str, language: str) -> SheetText:
    """Return what a sheet says; sources and marks come from the Dutch master.

    Raise UserError for a sheet or a language there is not, or a text that is not whole.
    """
    if language not in languages(sheet(sheet_id).id):
        raise UserError(
            tr("This sheet is not there in that language."), tr("Choose another language.")
        )
    data = _read(_folder() / "sheets" / sheet_id / f"{language}.json")
    if language == MASTER:
        return parsed(sheet_id, language, data)
    return marked(parsed(sheet_id, language, data), text(sheet_id, MASTER))


@cache
def words(language: str) -> Mapping[str, Any]:
    """Return the words that all sheets and the card share, in a language."""
    return _read(_folder() / "common" / f"{language}.json")


def parsed(sheet_id: str, language: str, data: Mapping[str, Any]) -> SheetText:
    """Return a text from its data; raise UserError when a section or a heading is missing."""
    try:
        keys = [section.key for section in sheet(sheet_id).sections]
        parts = {key: _part(data["sections"][key]) for key in keys}
        return SheetText(
            sheet_id,
            language,
            _words(data["title"]),
            _words(data["lead"]),
            parts,
            str(data.get("translated_by", "")),
            str(data.get("for_us", "")),
        )
    except (KeyError, TypeError, AttributeError) as problem:
        raise UserError(
            tr("The text of this sheet is not whole."), tr("A part is missing. Look at the file.")
        ) from problem


def marked(translation: SheetText, master: SheetText) -> SheetText:
    """Return a translation with the sources and marks of the master's lines."""
    parts = {
        key: Part(part.heading, _with_marks(part.lines, master.parts[key].lines))
        for key, part in translation.parts.items()
    }
    return replace(translation, parts=parts)


def with_known_lines(ours: SheetText, original: SheetText) -> SheetText:
    """Return own words in which each line of the original keeps its source and its mark."""
    known = {line.text: line for part in original.parts.values() for line in part.lines}
    parts = {
        key: Part(part.heading, tuple(known.get(line.text, line) for line in part.lines))
        for key, part in ours.parts.items()
    }
    return replace(ours, parts=parts)


def as_data(sheet_text: SheetText) -> dict[str, Any]:
    """Return a text as the data a file or a record holds."""
    sections = {
        key: {"heading": part.heading, "lines": [line.text for line in part.lines]}
        for key, part in sheet_text.parts.items()
    }
    return {
        "title": sheet_text.title,
        "lead": sheet_text.lead,
        "sections": sections,
        "translated_by": sheet_text.translated_by,
    }


def _with_marks(lines: tuple[Line, ...], master: tuple[Line, ...]) -> tuple[Line, ...]:
    if len(lines) != len(master):
        return lines
    return tuple(replace(m, text=line.text) for line, m in zip(lines, master, strict=True))


def _part(data: Mapping[str, Any]) -> Part:
    lines: Sequence[Any] = data["lines"]
    if isinstance(lines, str | Mapping):
        raise TypeError("lines are no list")
    return Part(_words(data["heading"]), tuple(_line(line) for line in lines))


def _words(data: object) -> str:
    if not isinstance(data, str):
        raise TypeError("no words")
    return data


def _line(data: str | Mapping[str, Any]) -> Line:
    if isinstance(data, str):
        return Line(data)
    return Line(
        _words(data["text"]),
        tuple(data.get("source", ())),
        bool(data.get("verify", False)),
        data.get("year"),
    )


def _sheet(sheet_id: str, data: Mapping[str, Any]) -> Sheet:
    return Sheet(
        id=sheet_id,
        number=data["number"],
        theme=data["theme"],
        icon=data["icon"],
        color=data["color"],
        sections=tuple(Section(part["key"], part["icon"]) for part in data["sections"]),
        closing=data["closing"],
        stays_here=data["stays_here"],
        version=data["version"],
    )


def _by_number(one: Sheet) -> int:
    return one.number


def _folder() -> Any:  # noqa: ANN401
    return files("hgkm_desktop") / "resources" / "handouts"


def _read(file: Any) -> dict[str, Any]:  # noqa: ANN401
    return json.loads(file.read_text(encoding="utf-8"))
