"""What every data file of a sheet must be (the rules stand in ARCHITECTURE.md)."""

import re
import unicodedata
from datetime import date
from pathlib import Path

import py_phosphor_icons
import pytest
from data_files import (
    BRACES,
    CODES,
    FOLDER,
    NAMES,
    TEXTS,
    master_lines,
    read,
    said,
    sheet,
    text,
    words,
)

from hgkm_desktop.handouts import fonts
from hgkm_desktop.handouts.blocks import TINTS
from hgkm_desktop.handouts.pictograms import _outlines

SHEET_KEYS = ["number", "theme", "icon", "color", "sections", "closing", "stays_here", "version"]
MASTER_KEYS = {"title", "lead", "sections", "for_us"}
THEMES = {"safety", "rights", "children", "money", "together"}
SOURCE = re.compile(r"B\d{2}|00[0-4]|practice")
NUMBER_KEYS = ["key", "name", "number", "hours", "status", "source", "checked_on", "remark"]
FORMS = re.compile(r"\d{3}|0800-\d{4,7}|0900-\d{4}|0\d{2}[- ]\d{3,4}( \d{2,4})*")
LOOKS_LIKE_A_NUMBER = re.compile(r"0[89]00|\d{3}[- ]\d{2,}|\d{5,}|\b(112|113|116|144)\b")
SILENT = ("silent solution", "silent", "stille oplossing", "55 en", "press 55", "toets 55")
FORBIDDEN = ("dader", "slachtoffer", "cliënt", "dossier")
SCRIPTS = {"ar": "ARABIC", "ti": "ETHIOPIC"}


def test_there_are_fourteen_sheets_in_six_languages():
    assert len(NAMES) == 14
    assert sorted(sheet(name)["number"] for name in NAMES) == list(range(1, 15))
    files = {path.name for path in FOLDER.glob("sheets/*/*.json")}
    assert files == {"sheet.json", *(f"{code}.json" for code in CODES)}
    assert {path.stem for path in (FOLDER / "common").iterdir()} == set(CODES)


@pytest.mark.parametrize("name", NAMES)
def test_a_sheet_says_what_it_is_and_nothing_else(name):
    found = sheet(name)
    assert list(found) == SHEET_KEYS
    assert found["theme"] in THEMES
    assert found["color"] in TINTS
    assert re.fullmatch(r"20\d\d-(0[1-9]|1[0-2])", found["version"])
    assert all(list(part) == ["key", "icon"] for part in found["sections"])
    assert 3 <= len(found["sections"]) <= 6
    assert found["closing"] == (not name.startswith("going_along"))
    assert found["stays_here"] == (name == "going_along_confidant")


@pytest.mark.parametrize("name", NAMES)
def test_every_pictogram_is_in_the_icon_package_and_in_the_program(name):
    folder = Path(py_phosphor_icons.__file__).parent / "svgs" / "flat" / "regular"
    for icon in (sheet(name)["icon"], *(part["icon"] for part in sheet(name)["sections"])):
        assert (folder / f"{icon}.svg").is_file(), icon
        assert icon in _outlines()
        assert not any(
            word in icon for word in ("alarm", "siren", "gun", "knife", "fist", "hand-f")
        )


@pytest.mark.parametrize(("name", "code"), TEXTS)
def test_every_language_has_the_same_sections_and_as_many_lines(name, code):
    master, found = text(name, "nl"), text(name, code)
    expected = MASTER_KEYS if code == "nl" else MASTER_KEYS | {"translated_by"}
    assert set(found) <= expected | {"translated_by"}
    assert expected - {"translated_by", "for_us"} <= set(found)
    keys = [part["key"] for part in sheet(name)["sections"]]
    assert list(master["sections"]) == list(found["sections"]) == keys
    for key in keys:
        ours, theirs = master["sections"][key], found["sections"][key]
        assert set(theirs) == {"heading", "lines"}
        assert theirs["heading"].strip()
        assert len(theirs["lines"]) == len(ours["lines"]) > 0
        assert all(said(line).strip() == said(line) != "" for line in theirs["lines"])


@pytest.mark.parametrize(("name", "code"), TEXTS)
def test_every_line_names_the_same_numbers_in_every_language(name, code):
    known = {entry["key"] for entry in read("numbers.json")} | {"own", "organisation"}
    theirs = text(name, code)["sections"]
    for place, line in master_lines(name):
        key, number = place.split(".")
        keys = BRACES.findall(said(theirs[key]["lines"][int(number)]))
        assert set(keys) <= known
        assert sorted(keys) == sorted(BRACES.findall(line["text"])), place


@pytest.mark.parametrize(("name", "code"), TEXTS)
def test_titles_and_headings_name_no_number(name, code):
    """Only lines are filled in; a key anywhere else would be printed as it is."""
    found = text(name, code)
    short = [found["title"], found["lead"], *(p["heading"] for p in found["sections"].values())]
    assert not any("{" in one or "}" in one for one in short)


@pytest.mark.parametrize(("name", "code"), TEXTS)
def test_no_telephone_number_is_ever_typed(name, code):
    for one in words({**text(name, code), "for_us": ""}):
        assert LOOKS_LIKE_A_NUMBER.findall(BRACES.sub("", one)) == [], one


@pytest.mark.parametrize(("name", "code"), TEXTS)
def test_there_is_no_markup_and_nothing_unseen(name, code):
    for one in words(text(name, code)):
        assert one == unicodedata.normalize("NFC", one)
        assert {unicodedata.category(sign) for sign in one} & {
            "Cc",
            "Cf",
            "Co",
            "Cn",
            "Cs",
        } == set()
        assert not set(one) & set("*<>|\\`_") - set("_" * ("{" in one))
        assert "&lt" not in one
        assert one.count("{") == one.count("}") == len(BRACES.findall(one))
        assert "  " not in one


@pytest.mark.parametrize(("name", "code"), TEXTS)
def test_every_sign_has_a_glyph_in_both_weights(name, code):
    signs = set("".join(words(text(name, code)))) | set(
        "".join(words(read("common", f"{code}.json")))
    )
    for bold in (False, True):
        assert [s for s in sorted(signs) if not fonts.can_draw(s, bold)] == []


@pytest.mark.parametrize(("name", "code"), [one for one in TEXTS if one[1] in SCRIPTS])
def test_a_translation_is_in_its_own_script(name, code):
    for one in words({**text(name, code), "translated_by": "", "for_us": ""}):
        letters = [unicodedata.name(s, "") for s in BRACES.sub("", one) if s.isalpha()]
        ours = sum(SCRIPTS[code] in letter for letter in letters)
        assert not letters or ours > 0, one


@pytest.mark.parametrize("name", NAMES)
def test_every_fact_has_its_source(name):
    for place, line in master_lines(name):
        assert set(line) <= {"text", "source", "verify", "year"}, place
        assert line["source"], place
        assert all(SOURCE.fullmatch(code) for code in line["source"]), place
        assert not any(SOURCE.search(line["text"].replace(str(line.get("year")), "")) for _ in "x")


@pytest.mark.parametrize("name", NAMES)
def test_a_figure_has_a_source_and_its_year_in_the_text(name):
    for place, line in master_lines(name):
        if "year" in line:
            assert 2000 < line["year"] <= 2026, place
            assert str(line["year"]) in line["text"], place
            assert line["source"] != ["practice"], place
        years = re.findall(r"\b(?:19|20)\d\d\b", line["text"])
        assert years == [] or line.get("year") == int(years[0]), place
        figure = re.search(r"\d ?%|procent|op de (tien|honderd)|duizend|miljoen", line["text"])
        assert figure is None or "year" in line, place


@pytest.mark.parametrize(("name", "code"), TEXTS)
def test_the_year_of_a_figure_stands_in_every_language(name, code):
    theirs = text(name, code)["sections"]
    for place, line in master_lines(name):
        key, number = place.split(".")
        if "year" in line:
            assert str(line["year"]) in said(theirs[key]["lines"][int(number)]), place


@pytest.mark.parametrize("name", NAMES)
def test_a_section_still_has_something_to_say_without_what_must_be_verified(name):
    checked = {e["key"] for e in read("numbers.json") if e["checked_on"]}
    for key, part in text(name, "nl")["sections"].items():
        sure = [
            line
            for line in part["lines"]
            if not line.get("verify") and set(BRACES.findall(line["text"])) <= checked
        ]
        assert sure, key


@pytest.mark.parametrize(("name", "code"), TEXTS)
def test_nobody_is_told_to_call_in_silence(name, code):
    """In the Netherlands a silent call to 112 is cut off (R-291)."""
    whole = " ".join(words({**text(name, code), "for_us": ""})).casefold()
    assert [word for word in SILENT if word in whole] == []


@pytest.mark.parametrize("name", NAMES)
def test_dutch_sheets_condemn_the_violence_and_never_label_a_person(name):
    whole = " ".join(words({**text(name, "nl"), "for_us": ""})).casefold()
    whole = whole.replace("slachtofferhulp", "")
    assert [word for word in FORBIDDEN if word in BRACES.sub("", whole)] == []


@pytest.mark.parametrize("code", CODES)
def test_the_shared_words_are_the_same_in_every_language(code):
    master, found = read("common", "nl.json"), read("common", f"{code}.json")
    assert shape(found) == shape(master)
    assert BRACES.findall(str(found["danger_call"])) == ["emergency"]
    assert len(found["months"]) == len(set(found["months"])) == 12
    assert LOOKS_LIKE_A_NUMBER.findall(" ".join(words(found))) == []


def shape(data):
    """Return the keys of data, with the braces each text has; the list of stems may differ."""
    if isinstance(data, dict):
        return {key: shape(part) for key, part in data.items() if key != "forbidden"}
    if isinstance(data, list):
        return [shape(part) for part in data]
    return sorted(BRACES.findall(data))


def test_the_registry_holds_numbers_that_can_be_called():
    entries = read("numbers.json")
    assert all(list(entry) == NUMBER_KEYS for entry in entries)
    keys = [entry["key"] for entry in entries]
    assert len(keys) == len(set(keys)) == 16
    assert all(FORMS.fullmatch(entry["number"]) for entry in entries)
    for entry in entries:
        assert entry["status"] in ("A", "V")
        assert bool(entry["checked_on"]) == (entry["status"] == "A")
        if entry["checked_on"]:
            assert date(2026, 1, 1) < date.fromisoformat(entry["checked_on"]) < date(2027, 1, 1)
            assert entry["source"]


def test_the_numbers_are_those_of_the_facts():
    found = {entry["key"]: entry["number"] for entry in read("numbers.json")}
    assert found["emergency"] == "112"
    assert found["veilig_thuis"] == "0800-2000"
    assert found["kindertelefoon"] == "0800-0432"
    assert (found["suicide_short"], found["suicide_long"]) == ("113", "0800-0113")
    assert found["sexual_violence"] == "0800-0188"
    assert found["slachtofferhulp"] == "0900-0101"
    assert found["police"] == "0900-8844"
