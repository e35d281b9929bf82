"""Reading the sheets: every one whole, and a clear sentence for one that is not."""

import copy
from dataclasses import replace

import pytest
from data_files import CODES, NAMES, TEXTS, text

from hgkm_desktop.errors import UserError
from hgkm_desktop.sheets import library
from hgkm_desktop.sheets.library import Line, Part


@pytest.mark.parametrize(("name", "code"), TEXTS)
def test_each_text_is_read_as_it_lies_there(name, code):
    found, data = library.text(name, code), text(name, code)
    assert (found.sheet, found.language, found.title) == (name, code, data["title"])
    ours = library.as_data(found)
    assert [*ours["sections"]] == [*data["sections"]]
    assert library.parsed(name, code, ours).parts.keys() == found.parts.keys()
    master = library.text(name, "nl")
    for key, part in found.parts.items():
        marks = [(line.source, line.verify, line.year) for line in part.lines]
        assert marks == [(line.source, line.verify, line.year) for line in master.parts[key].lines]


def test_sheets_stand_in_the_order_of_their_numbers():
    assert [sheet.number for sheet in library.sheets()] == list(range(1, 15))
    assert {sheet.id for sheet in library.sheets()} == set(NAMES)
    assert all(library.languages(name) == CODES for name in NAMES)


def test_a_sheet_there_is_not_is_said_in_plain_words():
    with pytest.raises(UserError) as problem:
        library.sheet("../../etc/passwd")
    assert problem.value.title == "Dit blad bestaat niet."
    with pytest.raises(UserError):
        library.text("nothing", "nl")


@pytest.mark.parametrize("language", ["fr", "", "../nl", "NL"])
def test_a_language_there_is_not_is_said_in_plain_words(language):
    with pytest.raises(UserError) as problem:
        library.text("money", language)
    assert problem.value.title == "Dit blad is er niet in die taal."
    assert problem.value.hint


def broken(change):
    data = copy.deepcopy(text("money", "en"))
    change(data)
    return data


def first_key(data):
    return next(iter(data["sections"]))


BROKEN = {
    "no title": lambda data: data.pop("title"),
    "no lead": lambda data: data.pop("lead"),
    "no sections": lambda data: data.pop("sections"),
    "a section gone": lambda data: data["sections"].pop(first_key(data)),
    "no heading": lambda data: data["sections"][first_key(data)].pop("heading"),
    "no lines": lambda data: data["sections"][first_key(data)].pop("lines"),
    "lines that are a number": lambda data: data["sections"][first_key(data)].update(lines=3),
    "lines in one string": lambda data: data["sections"][first_key(data)].update(lines="abc"),
    "a title that is nothing": lambda data: data.update(title=None),
    "a heading that is a number": lambda data: data["sections"][first_key(data)].update(heading=1),
    "sections in a list": lambda data: data.update(sections=["x"]),
    "a line without words": lambda data: data["sections"][first_key(data)].update(lines=[{}]),
    "a line that is nothing": lambda data: data["sections"][first_key(data)].update(lines=[None]),
}


@pytest.mark.parametrize("change", BROKEN.values(), ids=BROKEN.keys())
def test_a_text_that_is_not_whole_is_refused_in_plain_words(change):
    with pytest.raises(UserError) as problem:
        library.parsed("money", "en", broken(change))
    assert problem.value.title == "De tekst van dit blad is niet compleet."
    assert problem.value.hint


def test_sections_of_no_sheet_are_left_out():
    data = broken(lambda data: data["sections"].update(extra={"heading": "x", "lines": ["y"]}))
    assert "extra" not in library.parsed("money", "en", data).parts


def test_a_translation_with_other_lines_keeps_its_own_and_gets_no_marks():
    master = library.text("money", "nl")
    key = next(iter(master.parts))
    short = replace(master, parts={**master.parts, key: Part("Kop", (Line("Eén regel."),))})
    assert library.marked(short, master).parts[key].lines == (Line("Eén regel."),)


def test_own_words_keep_the_source_and_the_mark_of_each_line_that_stayed():
    master = library.text("veilig_thuis", "nl")
    first, *_, last = master.parts["what"].lines
    assert last.verify
    own = Part("Wat is het?", (Line("Nieuw."), Line(last.text), Line(first.text)))
    ours = replace(master, parts={**master.parts, "what": own})
    kept = library.with_known_lines(ours, master).parts["what"].lines
    assert kept == (Line("Nieuw."), last, first)
