"""US-5: sheets in five languages and the card; a number nobody looked at stops them all."""

import re
from datetime import date
from itertools import pairwise

import pytest
from by_eye import ByEye
from desk import MONDAY
from program import CONTROL, running
from PySide6.QtCore import Qt

from hgkm_desktop.handouts.paper import pdf
from hgkm_desktop.services import numbers, prints
from hgkm_desktop.services.prints import Form, Job, TooOld
from hgkm_desktop.sheets import card, library
from hgkm_desktop.sheets.card import CARD

TODAY, MAY = MONDAY.date(), date(2026, 5, 1)
SHEET = "veilig_thuis"
LANGUAGES = ("nl", "tr", "so", "ar", "ti")
COPIES = dict(zip(LANGUAGES, (5, 20, 20, 5, 3), strict=True))
CARDS = Job(CARD, "nl", 12, Form.CARD)
JOBS = [*(Job(SHEET, code, COPIES[code]) for code in LANGUAGES), CARDS]
TURNED = {"2000-0800", "0002-0080", "3110-0080", "211", "311"}
MOST, ON_AVERAGE = 18, 12


@pytest.fixture
def old(sign_in):
    """Joke at the log, in which 0800-2000 was last looked at on the first of May."""
    joke = sign_in("Joke")
    joke.call(numbers.check, SHEET, today=MAY)
    return joke


@pytest.fixture
def papers(old):
    """What Joke prints after she called every number on these sheets."""
    for key in ("emergency", SHEET, "suicide_short", "suicide_long"):
        old.call(numbers.check, key, today=TODAY)
    made = old.call(prints.prepare, JOBS, today=TODAY)
    old.call(prints.record, JOBS, today=TODAY)
    return {job: ByEye(pdf([(content, job.form)])) for job, content in made}


def stamp(language: str, day: date) -> str:
    """Return "checked on" and a day in the words of a language."""
    words = library.words(language)
    said = f"{day.day} {words['months'][day.month - 1]} {day.year}"
    return words["checked"].format(date=said)


def expected(sheet: str, language: str) -> list[str]:
    """Return the numbers that must stand on a sheet, once for each time a text names them."""
    words, text = library.words(language), library.text(sheet, language)
    known = {number.key: number.number for number in numbers.registry.shipped()}
    said = [line for part in text.parts.values() for line in part.lines if not line.verify]
    keys = [key for line in said for key in line.numbers()]
    keys += [*library.KEY.findall(words["danger_call"]), SHEET, "suicide_short", "suicide_long"]
    return sorted(known[key] for key in keys)


@pytest.mark.parametrize("job", JOBS, ids=lambda job: f"{job.sheet}-{job.language}")
def test_with_an_old_number_nothing_is_printed_in_any_language(old, job):
    for jobs in ([job], JOBS):
        with pytest.raises(TooOld) as refused:
            old.call(prints.prepare, jobs, today=TODAY)
        assert [n.number for n in refused.value.numbers] == ["0800-2000"]
    assert old.call(prints.history) == []


def test_every_number_stands_from_left_to_right_in_all_five(papers):
    for job in JOBS[:-1]:
        read = papers[job].numbers()
        assert not TURNED & set(read), job.language
        long = [row for row in read if len(row) > 2 and not row.startswith("20")]
        assert sorted(long) == expected(job.sheet, job.language), job.language


def test_after_looking_the_paper_says_the_new_day_in_every_language(papers):
    for job in JOBS[:-1]:
        said = papers[job].says()
        assert stamp(job.language, TODAY) in said, job.language
        assert stamp(job.language, MAY) not in said
        assert {"23", "2026"} <= set(papers[job].numbers())


def test_the_day_on_the_paper_is_the_oldest_look_of_its_numbers(old):
    """She called only 0800-2000: the other numbers of the sheet were looked at two days before."""
    old.call(numbers.check, SHEET, today=TODAY)
    made = old.call(prints.prepare, JOBS[:-1], today=TODAY)
    for job, content in made:
        said = ByEye(pdf([(content, job.form)])).says()
        assert stamp(job.language, date(2026, 11, 21)) in said


def test_each_sheet_is_one_page_that_needs_nothing_from_outside(papers):
    for job in JOBS[:-1]:
        paper = papers[job]
        [page] = paper.reader.pages
        assert [round(side) for side in page.mediabox[2:]] == [595, 842]
        assert paper.fonts_outside() == []
        assert paper.reader.metadata.author in (None, "", "anonymous")


def test_each_sheet_begins_where_its_language_begins(papers):
    for job in JOBS[:-1]:
        text = library.text(job.sheet, job.language)
        begins = papers[job].begins(rtl=job.language == "ar")
        first = (text.title[0], text.lead[0])
        assert first in pairwise(begins[:4]), job.language


def test_the_card_has_no_logo_and_none_of_the_words(papers):
    paper = papers[CARDS]
    said = " ".join(paper.says().split()).casefold()
    for stem in ("geweld", "thuis", "veilig", *library.words("nl")["card"]["forbidden"]):
        assert stem not in said
    assert (paper.pictures(), paper.fonts_outside()) == (0, [])
    assert "nisa" not in said
    read = paper.numbers()
    assert (read.count("0800-2000"), read.count("112")) == (8, 8)
    assert not TURNED & set(read)
    assert card.is_harmless(paper.says(), "nl")


def test_what_was_printed_is_noted_without_anybody(papers, old):
    noted = {(line.sheet, line.language, line.copies) for line in old.call(prints.history)}
    assert noted == {(job.sheet, job.language, job.copies) for job in JOBS}


def test_the_dutch_is_short():
    text = library.text(SHEET, "nl")
    lines = [line.text for part in text.parts.values() for line in part.lines]
    sentences = [s for line in [text.lead, *lines] for s in re.split(r"(?<=[.?!])\s", line)]
    lengths = [len(sentence.split()) for sentence in sentences]
    assert max(lengths) <= MOST
    assert sum(lengths) / len(lengths) <= ON_AVERAGE


class Printer:
    """Takes what the window sends to a printer."""

    def __init__(self) -> None:
        self.papers: list[tuple[bytes, int]] = []

    def send(self, _parent, papers, on_done) -> None:
        self.papers += papers
        on_done([count for _, count in papers])


def list_all(it) -> None:
    """Put five languages and the cards on the list, by keyboard."""
    it.press(Qt.Key.Key_6, modifiers=CONTROL)
    it.view.pages.first.show_sheet(SHEET)
    it.push(it.view.pages.first.several)
    several = it.view.pages.several
    for place, job in enumerate(JOBS):
        if place:
            it.push(several.add)
        row = several.rows[-1]
        if job.sheet == CARD:
            row.sheet.setFocus()
            it.press(Qt.Key.Key_End)
        row.language.setFocus()
        it.press(Qt.Key.Key_Home)
        while row.language.value() != job.language:
            it.press(Qt.Key.Key_Down)
        row.copies.field.selectAll()
        it.fill(row.copies.field, str(job.copies))
    assert [(j.sheet, j.language, j.copies) for j in it.view.pages.jobs()] == [
        (j.sheet, j.language, j.copies) for j in JOBS
    ]


def test_joke_is_asked_prints_nothing_and_then_prints_it_all(desk, old, qtbot):
    old.close()
    printer = Printer()
    with running(desk, qtbot) as it:
        it.sign_in("Joke")
        list_all(it)
        it.view.outgoing._send = printer.send
        it.push(it.view.pages.several.print)
        question = it.view.outgoing.question
        assert [row.number.number for row in question.rows] == ["0800-2000"]
        assert it.overlay is question.overlay
        it.push(question.overlay.cancel_button)
        it.wait(lambda: it.overlay is None)
        assert it.ctx.call(prints.history) == []
        assert printer.papers == []
        it.push(it.view.pages.several.print)
        it.push(it.view.outgoing.question.rows[0].yes)
        it.wait(lambda: printer.papers)
        found = it.ctx.call(numbers.by_key)[SHEET]
        assert (found.checked_on, found.checked_by) == (TODAY, str(it.ctx.member.id))
        assert len(it.ctx.call(prints.history)) == len(JOBS)
    assert [count for _, count in printer.papers] == [job.copies for job in JOBS]
    for (paper, _), job in zip(printer.papers, JOBS, strict=True):
        read = ByEye(paper).numbers()
        assert "0800-2000" in read, job.language
        assert not TURNED & set(read), job.language
