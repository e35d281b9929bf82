"""What an own text of a sheet must be: whole, short, without typed numbers."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from hgkm_desktop.services.fields import one_line, problem_with
from hgkm_desktop.sheets.library import KEY, Line, Part, SheetText
from hgkm_desktop.sheets.numbers import Number
from hgkm_desktop.texts import tr

TITLE, LEAD, HEADING, LINE = 60, 160, 80, 300
MOST_LINES = 8
DIGITS = re.compile(r"\d(?:[\s().-]{0,2}\d)*")
FEW_DIGITS = 4
"""As many as a year; a longer row of digits is a telephone number and is chosen, not typed."""


def cleaned(text: SheetText) -> SheetText:
    """Return a text without what nobody sees, each line on one line, empty lines left out."""
    parts = {
        key: Part(one_line(part.heading), _lines(part.lines)) for key, part in text.parts.items()
    }
    translator = one_line(text.translated_by)
    title, lead = one_line(text.title), one_line(text.lead)
    return replace(text, title=title, lead=lead, parts=parts, translated_by=translator)


def problems(text: SheetText, numbers: Mapping[str, Number]) -> dict[str, str]:
    """Return what is wrong by place: "title", "lead", "key" for a heading, "key.2" for a line."""
    found = {place: _wrong(said, most, numbers) for place, said, most in _places(text)}
    for key, part in text.parts.items():
        if not part.lines:
            found[key] = tr("Write at least one line here.")
        if len(part.lines) > MOST_LINES:
            found[key] = tr("This is too much for one sheet. Take a line out.")
    return {place: wrong for place, wrong in found.items() if wrong}


def _places(text: SheetText) -> Iterator[tuple[str, str, int]]:
    yield "title", text.title, TITLE
    yield "lead", text.lead, LEAD
    for key, part in text.parts.items():
        yield key, part.heading, HEADING
        for place, line in enumerate(part.lines):
            yield f"{key}.{place}", line.text, LINE


def _wrong(said: str, most: int, numbers: Mapping[str, Number]) -> str | None:
    if not said:
        return tr("Write something here.")
    if unknown := [key for key in KEY.findall(said) if key not in numbers]:
        return tr("This number is not in the list: {key}").format(key=unknown[0])
    if _typed_number(KEY.sub("", said), numbers):
        return tr("Do not type a number. Choose it from the list.")
    return problem_with(said, most)


def _typed_number(said: str, numbers: Mapping[str, Number]) -> bool:
    known = {_bare(number.number) for number in numbers.values()}
    rows = [_bare(row) for row in DIGITS.findall(said)]
    return any(len(row) > FEW_DIGITS or row in known for row in rows)


def _bare(number: str) -> str:
    return re.sub(r"\D", "", number)


def _lines(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    tidy = (replace(line, text=one_line(line.text)) for line in lines)
    return tuple(line for line in tidy if line.text)
