"""The papers of the visit to the Buurtteam, the file for a calendar, and another time for it."""

import io
from datetime import time, timedelta
from uuid import UUID

import pypdf
import pytest
from a_visit import (
    DIRECT,
    ENDS,
    FACE,
    FRIDAY,
    HER,
    HOUR,
    HUSBAND,
    INTERPRETER,
    PLACE,
    PURPOSE,
    QUESTION,
    SECRETS,
    SILENT,
    STARTS,
    TEAM,
    WEDNESDAY,
    WHERE,
    at_desk,
    blocks,
    choose,
    open_from_her_page,
    panel,
    planned,
    press,
    step,
    take_to_the_calendar,
    told,
    type_hour,
    visit_now,
)
from beside_her import Calendar
from desk import MONDAY
from going_papers import by_pdftotext, says
from ical.calendar_stream import IcsCalendarStream
from program import ALT, CONTROL
from PySide6.QtCore import Qt

from hgkm_desktop import clock
from hgkm_desktop.handouts import my_appointment, preparation
from hgkm_desktop.rules.going_along import Side, State, TimeStyle
from hgkm_desktop.services import appointments
from hgkm_desktop.ui import printing
from hgkm_desktop.ui.views.appointments.clash import MoveConflict
from hgkm_desktop.ui.views.appointments.moving import MoveChoice
from hgkm_desktop.ui.views.appointments.panel_foot import Ask

OURS = "Leyla", "Imane"
DAY = timedelta(days=1)


@pytest.fixture
def calendar():
    return Calendar(MONDAY.date())


@pytest.fixture
def visit(desk, sign_in):
    return planned(desk, sign_in)


class Press:
    """Catches what goes to the printer, and prints it on a file as the printer would."""

    def __init__(self, folder, it) -> None:
        self.papers, self.jobs, self._place = [], [], folder / "printer.pdf"
        panel(it).asked.papers._send = self

    def __call__(self, window, pdf, *, on_done) -> None:
        self.papers.append(pdf)
        printer = printing.file_printer(self._place)
        printing.print_pdf(window, pdf, on_done=on_done, printer=printer)
        self.jobs.append(self._place.read_bytes())


def nothing_tells_whose_it_is(pdf: bytes, job: bytes) -> None:
    """See that neither the paper nor what the spooler keeps has more than a neutral title."""
    shown = dict(pypdf.PdfReader(io.BytesIO(pdf)).metadata or {})
    assert {key for key, value in shown.items() if value} <= {"/Title", "/Producer"}, shown
    assert shown["/Title"] == "Blad"
    assert pypdf.PdfReader(io.BytesIO(job)).metadata.title == "Blad"


def print_hers(it, *, with_questions: bool = False) -> None:
    it.push(panel(it).foot.buttons[Ask.PAPER])
    press(it, "Mijn afspraak")
    paper = it.overlay
    choose(it, paper.language, "nl")
    if with_questions:
        it.push(paper.questions)
    it.push(paper.accept_button)
    assert it.overlay is paper, "nobody asked her yet whether it is safe"
    it.push(paper.safe)
    it.push(paper.accept_button)
    assert it.overlay is None


def kept_off(it, pdf: bytes, *more: str) -> list[str]:
    """Return what stands on her paper of all that must not, unless she asked for it."""
    code = panel(it).head.code.text()
    assert code.startswith("BL-")
    secrets = [code if each == "BL-" else each for each in SECRETS]
    return [each for each in (*secrets, *OURS, *more) if says(pdf, each)]


def test_the_preparation_says_everything_and_that_it_stays_with_us(
    desk, visit, calendar, qtbot, tmp_path
):
    with at_desk(desk, qtbot, calendar, "Leyla") as it:
        open_from_her_page(it)
        caught = Press(tmp_path, it)
        it.push(panel(it).foot.buttons[Ask.PAPER])
        press(it, "Voorbereiding")
        (pdf,), (job,) = caught.papers, caught.jobs
        read = " ".join(by_pdftotext(pdf).split())
        assert "Blijft bij ons" in read
        for words in (HER, TEAM, FACE, DIRECT, INTERPRETER, WHERE, PLACE, PURPOSE, QUESTION):
            assert says(pdf, words), words
        for words in (HUSBAND, SILENT, "10.30", "11.30", *OURS, "De tolk is nog niet zeker"):
            assert says(pdf, words), words
        nothing_tells_whose_it_is(pdf, job)
        assert preparation.FILE_NAME == my_appointment.FILE_NAME == "blad.pdf"


def test_her_own_paper_says_nothing_of_where_why_or_when(desk, visit, calendar, qtbot, tmp_path):
    with at_desk(desk, qtbot, calendar, "Leyla") as it:
        open_from_her_page(it)
        caught = Press(tmp_path, it)
        print_hers(it)
        (pdf,), (job,) = caught.papers, caught.jobs
        assert "Mijn afspraak" in by_pdftotext(pdf)
        times = "10.30", "10:30", "11.30", "10.15", "half elf", "donderdag", "26 nov"
        assert kept_off(it, pdf, *times) == []
        nothing_tells_whose_it_is(pdf, job)


@pytest.mark.parametrize("style", [TimeStyle.DIGITS, TimeStyle.WORDS])
def test_the_time_and_her_questions_stand_on_it_only_when_she_chose_so(
    desk, sign_in, calendar, qtbot, tmp_path, style
):
    planned(desk, sign_in)
    with at_desk(desk, qtbot, calendar, "Leyla") as it:
        open_from_her_page(it)
        it.push(panel(it).foot.buttons[Ask.MORE])
        press(it, "Verander")
        form = it.overlay
        form.steps.names.segments[0].setFocus()
        it.press(Qt.Key.Key_Right, Qt.Key.Key_Right)
        assert form.steps.current == 2
        words = {TimeStyle.DIGITS: "In cijfers", TimeStyle.WORDS: "In woorden"}[style]
        press(it, words)
        it.push(form.accept_button)
        assert it.overlay is None
        caught = Press(tmp_path, it)
        print_hers(it, with_questions=True)
        (pdf,) = caught.papers
        on_it = says(pdf, "10.30"), says(pdf, "half elf")
        assert on_it == (style is TimeStyle.DIGITS, style is TimeStyle.WORDS)
        assert kept_off(it, pdf) == [QUESTION]


def event_in(file):
    """Return what a calendar program finds in the file, which tells nothing else."""
    content = file.read_text()
    (event,) = IcsCalendarStream.calendar_from_ics(content).events
    assert (event.summary, event.location) == ("Afspraak", "In de stad")
    assert (event.description, event.attendees, event.organizer) == (None, [], None)
    unfolded = content.replace("\r\n ", "").replace("\n ", "")
    assert [each for each in (*SECRETS, *OURS, *_whose(event)) if each in unfolded] == []
    assert file.name == "afspraken.ics"
    return event


def _whose(event):
    """Return nothing when its identifier is no number that the log knows."""
    return [] if UUID(event.uid) else [event.uid]


def test_in_a_calendar_it_is_one_thing_that_moves_back_and_moves(
    desk, visit, calendar, qtbot, tmp_path
):
    with at_desk(desk, qtbot, calendar, "Leyla") as it:
        for name in ("first", "back", "moved"):
            (tmp_path / name).mkdir()
        open_from_her_page(it)
        first = event_in(take_to_the_calendar(it, tmp_path / "first"))
        carry_to_friday(it, visit)
        carried = visit_now(it, visit.id)
        assert (carried.starts, carried.ends) == (STARTS + DAY, ENDS + DAY)
        assert (carried.state, carried.details.moves[-1].side) == (State.MOVED, Side.HER)
        assert [each.starts for each in blocks(it)] == [STARTS + DAY]
        it.press(Qt.Key.Key_Z, modifiers=CONTROL)
        back = visit_now(it, visit.id)
        assert (back.starts, back.ends) == (STARTS, ENDS)
        assert (back.state, back.details) == (State.PLANNED, visit.details)
        assert [each.starts for each in blocks(it)] == [STARTS]
        again = event_in(take_to_the_calendar(it, tmp_path / "back"))
        carry_to_friday(it, visit)
        moved = event_in(take_to_the_calendar(it, tmp_path / "moved"))
    found = first, again, moved
    assert {each.uid for each in found} == {first.uid}
    assert first.uid != str(visit.id)
    assert first.sequence < again.sequence < moved.sequence
    assert [each.dtstart for each in found] == [STARTS, STARTS, STARTS + DAY]
    assert [each.dtend for each in found] == [ENDS, ENDS, ENDS + DAY]


def carry_to_friday(it, visit) -> None:
    """Carry it a day on with the arrows; she asked for it."""
    it.view.page.spans.week.take_focus()
    grid = it.view.page.spans.week.grid
    assert grid.current() == visit.id
    it.press(Qt.Key.Key_Right, modifiers=ALT)
    it.press(Qt.Key.Key_Return)
    assert isinstance(it.overlay, MoveChoice)
    press(it, "Zij")
    it.wait(lambda: it.overlay is None)


def moved_by_leyla(desk, sign_in, visit) -> None:
    """Leyla gives it another time on the other seat."""
    starts = clock.at(WEDNESDAY, time(9))
    times = starts, starts + HOUR
    leyla = sign_in("Leyla")
    leyla.call(appointments.move, visit.id, visit.version, *times, Side.PARTNER, now=MONDAY)


@pytest.mark.parametrize("choice", ["Neem mijn tijd", "Neem de andere tijd"])
def test_on_two_seats_both_times_are_shown_and_somebody_chooses(
    desk, sign_in, visit, calendar, qtbot, choice
):
    with at_desk(desk, qtbot, calendar, "Imane") as it:
        open_from_her_page(it)
        it.push(panel(it).foot.buttons[Ask.MORE])
        press(it, "Een andere tijd")
        form = it.overlay
        step(it, form.day, 1)
        type_hour(it, form.hour, "1400")
        press(it, "Wij")
        moved_by_leyla(desk, sign_in, visit)
        it.push(form.accept_button)
        it.wait(lambda: isinstance(it.overlay, MoveConflict))
        said = told(it, it.overlay)
        for words in ("Vr 27 nov, 14.00 – 15.00", "Wo 25 nov, 9.00 – 10.00", "Van Leyla"):
            assert words in said, said
        assert visit_now(it, visit.id).starts == clock.at(WEDNESDAY, time(9))
        press(it, choice)
        mine = choice == "Neem mijn tijd"
        kept = clock.at(FRIDAY, time(14)) if mine else clock.at(WEDNESDAY, time(9))
        assert visit_now(it, visit.id).starts == kept
        assert [each.starts for each in blocks(it)] == [kept]
