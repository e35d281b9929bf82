"""Sheets on the command line: the list, one sheet as a PDF, and what stops it."""

import io
import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pypdf
import pytest
from desk import MONDAY

import hgkm_desktop.__main__ as command_line
from hgkm_desktop import clock
from hgkm_desktop.commands import handout
from hgkm_desktop.db import Database
from hgkm_desktop.handouts import fonts
from hgkm_desktop.services import numbers, prints, sheets
from hgkm_desktop.sheets import library

README = Path(__file__).parents[2] / "README.md"
BETWEEN = re.compile(r"<!-- handout list -->\n(.*?)\n<!-- /handout list -->", re.DOTALL)
SHEETS = [one.id for one in library.sheets()]


@pytest.fixture(autouse=True)
def monday(monkeypatch):
    """Two days after the numbers were checked."""
    monkeypatch.setattr(clock, "now", lambda: MONDAY)


@pytest.fixture
def later(monkeypatch):
    """181 days after the numbers were checked."""
    monkeypatch.setattr(clock, "now", lambda: datetime(2027, 5, 21, 9, tzinfo=UTC))


def paper(place):
    return pypdf.PdfReader(io.BytesIO(place.read_bytes()))


def said(reader):
    return " ".join("\n".join(page.extract_text() for page in reader.pages).split())


def test_the_list_shows_every_sheet_in_every_language(typed):
    told = typed("handout", "list")
    assert (told.code, told.err) == (0, "")
    head, line, *rows = told.out.splitlines()
    assert head == f"| blad | {' | '.join(library.LANGUAGES.values())} |"
    assert set(line) <= set("| -")
    assert len(rows) == len(SHEETS) + 1
    assert rows[1] == f"| 2. Wat doet Veilig Thuis? | origineel |{' nog niet nagekeken |' * 5}"
    assert rows[-1].startswith("| Kaartje | origineel | nog niet nagekeken |")


def test_readme_shows_the_same_table(typed):
    (shown,) = BETWEEN.findall(README.read_text(encoding="utf-8"))
    assert shown.strip() == typed("handout", "list").out.strip()


def test_a_language_a_sheet_does_not_come_in_is_a_dash(monkeypatch):
    monkeypatch.setattr(library, "languages", lambda sheet_id: ("nl", "ar"))
    row = handout.table().splitlines()[2]
    assert row.endswith("| origineel | – | nog niet nagekeken | – | – | – |")


@pytest.mark.parametrize("language", library.LANGUAGES)
def test_a_sheet_is_written_to_the_file_that_was_asked(typed, tmp_path, language):
    place = tmp_path / "blad.pdf"
    told = typed("handout", "print", "veilig_thuis", "--lang", language, "--out", place)
    assert (told.code, told.out, told.err) == (0, "", "")
    assert [file.name for file in tmp_path.iterdir() if file.is_file()] == ["blad.pdf"]
    reader = paper(place)
    assert len(reader.pages) == 1
    assert reader.trailer["/Root"]["/Lang"] == language
    assert "0800-2000" in said(reader)


@pytest.mark.parametrize(
    ("size", "sheet", "width", "pages"),
    [
        ("a4", "money", 595, 1),
        ("a5", "money", 420, 1),
        ("pictures", "money", 595, 1),
        ("aloud", "money", 595, 2),
        ("card", "card", 595, 2),
        ("picture_card", "card", 595, 2),
    ],
)
def test_every_size_can_be_asked_for(typed, tmp_path, size, sheet, width, pages):
    place = tmp_path / "blad.pdf"
    told = typed("handout", "print", sheet, "--size", size, "--out", place)
    assert (told.code, told.err) == (0, "")
    reader = paper(place)
    assert round(float(reader.pages[0].mediabox.width)) == width
    assert len(reader.pages) == pages


def test_without_a_size_a_sheet_is_a4_and_a_card_is_a_card(typed, tmp_path):
    for sheet, size in (("money", "a4"), ("card", "card")):
        plain, sized = tmp_path / "plain.pdf", tmp_path / "sized.pdf"
        assert typed("handout", "print", sheet, "--out", plain).code == 0
        assert typed("handout", "print", sheet, "--size", size, "--out", sized).code == 0
        assert plain.read_bytes() == sized.read_bytes()


def test_a_dash_means_standard_output_and_nothing_else_is_there(capsysbinary):
    assert command_line.main(["handout", "print", "money", "--out", "-"]) == 0
    made = capsysbinary.readouterr().out
    assert made.startswith(b"%PDF-")
    assert made.rstrip().endswith(b"%%EOF")
    assert len(pypdf.PdfReader(io.BytesIO(made)).pages) == 1


@pytest.mark.parametrize(
    ("sheet", "size"),
    [("card", "a4"), ("card", "aloud"), ("money", "card"), ("money", "picture_card")],
)
def test_a_size_that_does_not_go_with_the_sheet_is_refused(typed, tmp_path, sheet, size):
    told = typed("handout", "print", sheet, "--size", size, "--out", tmp_path / "blad.pdf")
    assert told.code == 1
    assert told.err == "Dit formaat past niet bij dit blad. Kies een ander formaat.\n"
    assert not (tmp_path / "blad.pdf").exists()


@pytest.mark.parametrize(
    "words",
    [
        ("nothing", "--out", "x"),
        ("money", "--lang", "fr", "--out", "x"),
        ("money", "--size", "a3", "--out", "x"),
        ("money",),
        (),
    ],
)
def test_what_there_is_not_is_no_command(typed, words):
    with pytest.raises(SystemExit) as stopped:
        typed("handout", "print", *words)
    assert stopped.value.code == 2


@pytest.mark.parametrize("place", ["nowhere/blad.pdf", "."])
def test_a_place_that_cannot_be_written_is_said_in_plain_words(typed, tmp_path, place):
    told = typed("handout", "print", "money", "--out", tmp_path / place)
    assert told.code == 1
    assert told.err == "Het blad is niet bewaard. Kies een andere plek.\n"


@pytest.mark.usefixtures("later")
@pytest.mark.parametrize("sheet", ["veilig_thuis", "card"])
def test_numbers_nobody_checked_for_half_a_year_stop_the_print(typed, tmp_path, sheet):
    told = typed("handout", "print", sheet, "--out", tmp_path / "blad.pdf")
    assert told.code == 1
    assert told.err.startswith("Een nummer is een half jaar niet")
    assert not (tmp_path / "blad.pdf").exists()


@pytest.mark.usefixtures("later")
def test_a_sheet_without_numbers_still_prints(typed, tmp_path):
    told = typed("handout", "print", "going_along", "--out", tmp_path / "blad.pdf")
    assert (told.code, told.err) == (0, "")


def test_a_missing_font_is_said_and_nothing_is_written(typed, tmp_path, monkeypatch):
    fonts.font.cache_clear()
    monkeypatch.setattr(fonts, "files", lambda package: tmp_path / "empty")
    told = typed("handout", "print", "money", "--out", tmp_path / "blad.pdf")
    fonts.font.cache_clear()
    assert told.code == 1
    assert told.err.startswith("Het blad lukt niet. Er ontbreekt een lettertype.")
    assert not (tmp_path / "blad.pdf").exists()


@pytest.fixture
def as_joke(typed, data, words):
    """Print as Joke, who is staff, with her passphrase on standard input."""

    def run(*more):
        options = ["--data-dir", data, "--member", "Joke", "--passphrase-file", "-"]
        return typed("handout", "print", *more, *options, given=words["Joke"] + "\n")

    return run


@pytest.fixture
def in_log(desk):
    """Open the log as Joke for a moment, beside the command."""

    def run(service, *arguments, **named):
        db = Database(desk.open("Joke"), desk.now)
        try:
            return db.call(service, *arguments, **named)
        finally:
            db.close()

    return run


def test_signed_in_the_organisations_own_words_are_printed(as_joke, in_log, tmp_path):
    before = in_log(sheets.text, "money", "nl")
    in_log(sheets.keep, replace(before, title="Geld en nu"), before, now=MONDAY)
    in_log(numbers.add, "Nisa", "020 555 01 00", "ma–do 10–15", today=MONDAY.date())
    told = as_joke("money", "--out", tmp_path / "ours.pdf")
    assert (told.code, told.err) == (0, "")
    words = said(paper(tmp_path / "ours.pdf"))
    assert "Geld en nu" in words
    assert "020 555 01 00" in words.replace("\u00a0", " ")


def test_signed_in_the_print_is_noted_without_a_name(as_joke, in_log, tmp_path):
    assert as_joke("money", "--lang", "so", "--out", tmp_path / "one.pdf").code == 0
    assert as_joke("card", "--lang", "ar", "--out", tmp_path / "two.pdf").code == 0
    lines = in_log(prints.history)
    noted = sorted((line.sheet, line.language, line.copies, line.day) for line in lines)
    assert noted == [("card", "ar", 1, MONDAY.date()), ("money", "so", 1, MONDAY.date())]


def test_not_signed_in_nothing_is_noted_and_the_original_is_printed(typed, in_log, tmp_path):
    assert typed("handout", "print", "money", "--out", tmp_path / "one.pdf").code == 0
    assert list(in_log(prints.history)) == []


@pytest.mark.usefixtures("later")
def test_signed_in_old_numbers_stop_the_print_until_they_are_checked(as_joke, in_log, tmp_path):
    place = tmp_path / "blad.pdf"
    told = as_joke("veilig_thuis", "--out", place)
    assert told.code == 1
    assert not place.exists()
    assert list(in_log(prints.history)) == []
    today = clock.local(clock.now()).date()
    jobs = [prints.Job("veilig_thuis", "nl")]
    for old in in_log(prints.old_numbers, jobs, today=today):
        in_log(numbers.check, old.key, today=today)
    assert as_joke("veilig_thuis", "--out", place).code == 0
    assert "21 mei 2027" in said(paper(place))


def test_with_a_wrong_passphrase_there_is_no_paper(typed, data, tmp_path):
    options = ["--data-dir", data, "--member", "Joke", "--passphrase-file", "-"]
    place = tmp_path / "blad.pdf"
    told = typed("handout", "print", "money", "--out", place, *options, given="fout\n")
    assert told.code == 1
    assert not place.exists()
