"""What an own text of a sheet must be: whole, short, without typed numbers."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import replace

from hgkm_desktop.services.fields import NAME, one_line, problem_with
from hgkm_desktop.sheets import library
from hgkm_desktop.sheets.library import KEY, Line, Part, SheetText
from hgkm_desktop.sheets.numbers import OWN, Number
from hgkm_desktop.texts import tr

TITLE, LEAD, HEADING, LINE = 60, 160, 80, 300
MOST_LINES = 8
ALWAYS = frozenset({OWN, "organisation"})
"""What a text may name before there is one; the line is left out until then."""
DIGITS = re.compile(r"\d(?:[\s()./_·\-‐‑‒–—―−]{0,3}\d)*")
TIME = re.compile(r"(?<![\d.:])(?:[01]?\d|2[0-4])[.:][0-5]\d(?![.:]?\d)")
BRACE = re.compile(r"[{}].{0,20}")
PICTURES = "\u2190"
"""From here on the signs of no script are drawings: arrows, hearts, emoji."""
FEW_DIGITS = 4
"""As many as a year; a longer row of digits is a telephone number and is chosen, not typed."""


def cleaned(text: SheetText) -> SheetText:
    """Return a text without what nobody sees, each line on one line, empty lines left out."""
    keys = [section.key for section in library.sheet(text.sheet).sections]
    parts = {
        key: Part(one_line(text.parts[key].heading), _lines(text.parts[key].lines))
        for key in keys
        if key in text.parts
    }
    translator = one_line(text.translated_by)
    title, lead = one_line(text.title), one_line(text.lead)
    return replace(text, title=title, lead=lead, parts=parts, translated_by=translator)


def problems(text: SheetText, numbers: Mapping[str, Number]) -> dict[str, str]:
    """Return what is wrong by place: "title", "lead", "key" for a heading, "key.2" for a line.

    What the original says in such a place is right as it is.
    """
    original = {said[1:] for said in _places(library.text(text.sheet, text.language))}
    found = {
        place: _wrong(said, most, numbers)
        for place, said, most in _places(text)
        if (said, most) not in original
    }
    found["translated_by"] = problem_with(text.translated_by, NAME)
    found |= _wrong_sizes(text)
    return {place: wrong for place, wrong in found.items() if wrong}


def unprintable(text: str) -> str | None:
    """Return what to say of drawings between the letters: no font of ours has them."""
    signs = [sign for sign in text if _is_drawing(sign)]
    if not signs:
        return None
    return tr("A sign in this text cannot be printed: {signs}").format(signs=signs[0])


def _is_drawing(sign: str) -> bool:
    return sign > "\uffff" or (sign >= PICTURES and unicodedata.category(sign) == "So")


def _wrong_sizes(text: SheetText) -> Iterator[tuple[str, str]]:
    for section in library.sheet(text.sheet).sections:
        part = text.parts.get(section.key)
        if part is None or not part.lines:
            yield section.key, tr("Write at least one line here.")
        elif len(part.lines) > MOST_LINES:
            yield section.key, tr("This is too much for one sheet. Take a line out.")


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
    if unknown := _unknown_key(said, numbers):
        return tr("This number is not in the list: {key}").format(key=unknown)
    if most != LINE and KEY.search(said):
        return tr("A number stands in a line, not here.")
    if _typed_number(KEY.sub("", said), numbers):
        return tr("Do not type a number. Choose it from the list.")
    return unprintable(said) or problem_with(said, most)


def _unknown_key(said: str, numbers: Mapping[str, Number]) -> str | None:
    keys = (key for key in KEY.findall(said) if key not in numbers and key not in ALWAYS)
    return next(keys, None) or next(iter(BRACE.findall(KEY.sub("", said))), None)


def _typed_number(said: str, numbers: Mapping[str, Number]) -> bool:
    known = {_bare(number.number) for number in numbers.values()}
    rows = [_bare(row) for row in DIGITS.findall(TIME.sub(" , ", said))]
    return any(len(row) > FEW_DIGITS or row in known for row in rows)


def _bare(number: str) -> str:
    """Return the digits alone; those of Arabic and other scripts as ours."""
    return "".join(str(unicodedata.decimal(sign)) for sign in number if sign.isdecimal())


def _lines(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    tidy = (replace(line, text=one_line(line.text)) for line in lines)
    return tuple(line for line in tidy if line.text)
