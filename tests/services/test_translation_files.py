"""A language as one file for a translator: out, back in, and every wrong file."""

import json
from dataclasses import replace

import pytest
from desk import MONDAY
from hostile import HOSTILE
from sheet_texts import SHEETS, with_lines
from sqlalchemy.orm import Session
from visits import lines

from hgkm_desktop.errors import Conflict, Invalid, UserError
from hgkm_desktop.models import OwnSheet
from hgkm_desktop.models.codes import Act
from hgkm_desktop.services import sheets, translations
from hgkm_desktop.sheets import library

LANGUAGES = list(library.LANGUAGES)
NOT_OURS = "Dit is geen bestand met onze bladen."


def exported(db, language="so"):
    return json.loads(db.call(translations.export, language))


def take_in(db, data):
    file = data if isinstance(data, bytes) else json.dumps(data).encode()
    return db.call(translations.take_in, file, now=MONDAY)


def own_rows(db):
    with Session(db.engine) as session:
        return {(row.sheet, row.language) for row in session.query(OwnSheet)}


def title_of(db, sheet, language="so"):
    return db.call(sheets.text, sheet, language).title


@pytest.mark.parametrize("language", LANGUAGES)
def test_out_and_in_again_changes_nothing(db, language):
    file = db.call(translations.export, language)
    assert take_in(db, file) == 0
    assert own_rows(db) == set()
    without_marks = json.loads(file)
    del without_marks["was"]
    assert take_in(db, without_marks) == 0


def test_the_file_holds_every_sheet_with_the_dutch_beside_it(db):
    data = exported(db)
    assert (data["kind"], data["language"]) == ("buurtlogboek-bladen", "so")
    assert list(data["sheets"]) == list(data["nederlands"]) == SHEETS
    assert data["nederlands"]["money"]["title"] == library.text("money", "nl").title
    assert "ትግርኛ" not in json.dumps(data, ensure_ascii=False)
    assert (Act.EXPORT, "handout", None) in lines(db, Act.EXPORT)


def test_own_words_go_out_too(db):
    original = library.text("money", "so")
    db.call(sheets.keep, replace(original, title="Lacag"), original, now=MONDAY)
    assert exported(db)["sheets"]["money"]["title"] == "Lacag"


def test_exactly_what_was_changed_is_taken_in(db):
    data = exported(db)
    data["sheets"]["money"]["title"] = "Lacag"
    data["sheets"]["fgm"]["translated_by"] = "Hodan"
    key = next(iter(data["sheets"]["phone"]["sections"]))
    data["sheets"]["phone"]["sections"][key]["lines"][0] = "Taleefanka."
    assert take_in(db, data) == 3
    assert own_rows(db) == {("money", "so"), ("fgm", "so"), ("phone", "so")}
    assert title_of(db, "money") == "Lacag"
    assert db.call(sheets.text, "phone", "so").parts[key].lines[0].text == "Taleefanka."
    assert take_in(db, data) == 0, "the second time there is nothing new"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_of_every_language_can_be_changed(db, language):
    data = exported(db, language)
    for text in data["sheets"].values():
        text["translated_by"] = "Hodan"
    assert take_in(db, data) == len(SHEETS)
    for sheet in SHEETS:
        kept, original = db.call(sheets.text, sheet, language), library.text(sheet, language)
        assert replace(kept, translated_by="") == original


def test_a_file_may_hold_a_few_sheets_only(db):
    data = exported(db)
    data["sheets"] = {"money": data["sheets"]["money"] | {"title": "Lacag"}}
    assert take_in(db, data) == 1


def test_what_the_translator_left_alone_does_not_undo_our_own_change(db):
    data = exported(db)
    ours = library.text("fgm", "so")
    db.call(sheets.keep, replace(ours, title="Annaga"), ours, now=MONDAY)
    data["sheets"]["money"]["title"] = "Lacag"
    assert take_in(db, data) == 1
    assert (title_of(db, "fgm"), title_of(db, "money")) == ("Annaga", "Lacag")


def test_a_text_that_both_changed_stops_the_file_and_nothing_is_lost(db):
    data = exported(db)
    ours = library.text("money", "so")
    db.call(sheets.keep, replace(ours, title="Annaga"), ours, now=MONDAY)
    data["sheets"]["money"]["title"] = "Lacag"
    data["sheets"]["fgm"]["title"] = "Kale"
    with pytest.raises(Conflict) as refused:
        take_in(db, data)
    assert refused.value.title == "Iemand anders was je voor."
    assert "Annaga" in refused.value.hint
    assert (title_of(db, "money"), title_of(db, "fgm")) == (
        "Annaga",
        library.text("fgm", "so").title,
    )
    data["was"] = exported(db)["was"]
    assert take_in(db, data) == 2


def test_a_byte_order_mark_is_no_trouble(db):
    data = exported(db)
    data["sheets"]["money"]["title"] = "Lacag"
    assert take_in(db, b"\xef\xbb\xbf" + json.dumps(data, ensure_ascii=False).encode()) == 1


def test_what_nobody_sees_in_a_file_changes_nothing(db):
    data = exported(db)
    title = data["sheets"]["money"]["title"]
    data["sheets"]["money"]["title"] = f"\u202e {title}\u200f\x00 \ud83d"
    assert take_in(db, data) == 0


def broken(change):
    """Return an export in which something was broken, and one sheet was changed well."""

    def make(db):
        data = exported(db)
        data["sheets"]["fgm"]["title"] = "Kale"
        change(data)
        return data

    return make


def _without(*path):
    def change(data):
        for part in path[:-1]:
            data = data[part]
        del data[path[-1]]

    return broken(change)


def _with(value, *path):
    def change(data):
        for part in path[:-1]:
            data = data[part]
        data[path[-1]] = value

    return broken(change)


FIRST = library.sheet("money").sections[0].key
PART = ("sheets", "money", "sections", FIRST)
FILES = {
    "nothing": b"",
    "no JSON": b"Beste vertaler, hier is het.",
    "half a file": b'{"kind": "buurtlogboek-bladen", "sheets": {',
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(999),
    "latin-1": '{"kind": "buurtlogboek-bladen", "language": "één"}'.encode("latin-1"),
    "utf-16": '{"kind": "buurtlogboek-bladen"}'.encode("utf-16"),
    "a list": b"[]",
    "a number": b"NaN",
    "nothing in it": b"{}",
    "other JSON": b'{"name": "hgkm", "version": "1.0"}',
    "nested deeply": b"[" * 10_000 + b"]" * 10_000,
    "nested deeply inside": b'{"a":' * 10_000 + b"1" + b"}" * 10_000,
    "far too large": b" " * 2_000_001,
    "a large number": b'{"kind": ' + b"9" * 100_000 + b"}",
    "another kind": _with("recepten", "kind"),
    "no kind": _without("kind"),
    "no language": _without("language"),
    "a language that is not there": _with("xx", "language"),
    "a list for a language": _with(["so"], "language"),
    "no sheets": _without("sheets"),
    "empty sheets": _with({}, "sheets"),
    "a list of sheets": _with(["money"], "sheets"),
    "nothing for sheets": _with(None, "sheets"),
    "an unknown sheet": _with({}, "sheets", "bestaat_niet"),
    "marks that are none": _with("alles", "was"),
}
PARTS = {
    "no title": _without("sheets", "money", "title"),
    "no lead": _without("sheets", "money", "lead"),
    "a title that is nothing": _with(None, "sheets", "money", "title"),
    "a title that is a number": _with(5, "sheets", "money", "title"),
    "no sections": _without("sheets", "money", "sections"),
    "a list of sections": _with([], "sheets", "money", "sections"),
    "a section missing": _without(*PART),
    "a section too many": _with({"heading": "x", "lines": ["x"]}, *PART[:-1], "extra"),
    "a section that is text": _with("tekst", *PART),
    "no heading": _without(*PART, "heading"),
    "no lines": _without(*PART, "lines"),
    "lines that are one text": _with("regel", *PART, "lines"),
    "lines that are numbers": _with([1, 2], *PART, "lines"),
    "lines with marks of their own": _with([{"text": "x", "verify": False}], *PART, "lines"),
    "a sheet that is text": _with("tekst", "sheets", "money"),
}


@pytest.mark.parametrize("made", FILES.values(), ids=FILES)
def test_a_file_that_is_not_ours_saves_nothing_and_says_so(db, made):
    with pytest.raises(UserError) as refused:
        take_in(db, made(db) if callable(made) else made)
    assert refused.value.title == NOT_OURS
    assert refused.value.hint == "Kies het bestand dat de vertaler terugstuurde."
    assert own_rows(db) == set()


@pytest.mark.parametrize("made", PARTS.values(), ids=PARTS)
def test_a_file_with_a_part_missing_names_the_sheet_and_saves_nothing(db, made):
    with pytest.raises(Invalid) as refused:
        take_in(db, made(db))
    assert refused.value.problems == {"money": "Er ontbreekt een deel. Kijk in het bestand."}
    assert own_rows(db) == set()


def test_every_problem_of_a_file_is_told_by_sheet_and_place(db):
    data = exported(db)
    data["sheets"]["fgm"]["title"] = "Kale"
    data["sheets"]["money"]["title"] = " "
    data["sheets"]["money"]["sections"][FIRST]["lines"] = ["Wac 0800-2000."]
    data["sheets"]["phone"]["translated_by"] = "x" * 61
    with pytest.raises(Invalid) as refused:
        take_in(db, data)
    assert refused.value.problems == {
        "money.title": "Schrijf hier iets.",
        f"money.{FIRST}.0": "Typ geen nummer. Kies het uit de lijst.",
        "phone.translated_by": "Dit is te lang. Houd het op 60 tekens.",
    }
    assert own_rows(db) == set()


def test_any_text_in_a_file_is_taken_in_or_told(db):
    data = exported(db)
    for name, text in HOSTILE:
        data["sheets"]["money"]["sections"][FIRST]["lines"] = ["Hore.", text]
        data["was"] = exported(db)["was"]
        before = db.call(sheets.text, "money", "so")
        try:
            take_in(db, data)
        except UserError as refused:
            assert refused.title, name
            assert db.call(sheets.text, "money", "so") == before, name


def test_a_language_that_is_not_there_does_not_go_out(db):
    with pytest.raises(UserError, match="niet in die taal"):
        db.call(translations.export, "xx")


def test_a_reading_does_not_count_for_what_a_translator_changed(db):
    for sheet in ("money", "fgm"):
        db.call(sheets.review, sheet, "so", "Hodan", today=MONDAY.date())
    data = exported(db)
    data["sheets"]["money"]["title"] = "Lacag"
    take_in(db, data)
    read = {s: db.call(sheets.content, s, "so").review for s in ("money", "fgm")}
    assert read["money"] is None
    assert read["fgm"].initials == "H."
    original = library.text("money", "so")
    db.call(
        sheets.keep, with_lines(original, "Kale."), db.call(sheets.text, "money", "so"), now=MONDAY
    )
    assert db.call(sheets.content, "money", "so").review is None
