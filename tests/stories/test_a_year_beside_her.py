"""A year beside Roos, season by season, at the window (stories US-2, US-6 and US-8 together).

Every season begins with a log of its own in which she is known, and ends with what it says of her.
"""

from datetime import date, time, timedelta

import pytest
from a_year import (
    HER,
    NUMBER,
    PARTNER,
    PERSON,
    WORD,
    agree,
    begin,
    call_her,
    files_with,
    known,
    may_share,
    menu,
    offer,
    paste,
    press,
    put_beside,
    seal,
    seen,
    stands,
    still_right,
    take_back,
    type_note,
)
from beside_her import (
    Calendar,
    accept,
    at_work,
    gate_is_shut,
    here,
    open_cases,
    open_her,
    radio,
    words_of,
)
from desk import Make
from program import CONTROL, running
from PySide6.QtCore import Qt

from hgkm_desktop import clock
from hgkm_desktop.errors import Forbidden
from hgkm_desktop.rules.contact import Verdict
from hgkm_desktop.rules.holding import State
from hgkm_desktop.rules.lists import Outcome, Purpose, Voice
from hgkm_desktop.services import (
    holders,
    safe_contact,
)

ARRIVAL = date(2026, 11, 26)
"""A Thursday: she may be called on Tuesdays and Thursdays."""
CHAT = "[12-11-2026 20:14] Roos: hallo\n[12-11-2026 20:15] Leyla: dag\n"


@pytest.fixture
def calendar():
    return Calendar(ARRIVAL)


@pytest.fixture
def visit(sign_in):
    """She was at the desk on Monday, and left no name."""
    joke = sign_in("Joke")
    made = Make(joke).walk_in()
    joke.close()
    return made


@pytest.fixture
def roos(desk, sign_in):
    """Leyla and Imane stand beside her since Monday; one note is sealed."""
    leyla = sign_in("Leyla")
    case_id = known(leyla, desk)
    leyla.close()
    return case_id


def written_at_night(desk, qtbot, calendar):
    """Leyla seals a note at night, begins another, and locks; return where it locked."""
    calendar.turn_to(ARRIVAL, time(23, 50))
    with at_work(desk, qtbot, calendar, "Leyla") as it:
        open_her(it, HER)
        it.push(here(it).head.note)
        type_note(it, f"Ze belde om twaalf uur over {WORD}.", "Ik denk dat ze bang is.")
        seal(it)
        assert f"Ze belde om twaalf uur over {WORD}." in seen(it)
        (note,) = stands(it).notes
        assert clock.local(note.body.at).time() == time(23, 50)
        it.push(here(it).head.note)
        type_note(it, "Morgen bel", "Half gedacht")
        it.press(Qt.Key.Key_F12)
        assert WORD not in words_of(it.window)
        (locked,) = it.left
    for typed in (WORD, "Morgen bel", "Half gedacht", HER):
        assert files_with(desk, typed) == []
    return locked


def test_november_she_is_here_and_what_is_written_is_sealed(desk, visit, calendar, qtbot):
    with at_work(desk, qtbot, calendar, "Salma") as it:
        begin(it, visit)
        assert HER not in seen(it)
    locked = written_at_night(desk, qtbot, calendar)
    calendar.turn_to(ARRIVAL + timedelta(days=1), time(9))
    with running(desk, qtbot, now=calendar, locked=locked) as it:
        it.unlock("Leyla")
        open_cases(it)
        form = it.view.pages.note.form
        assert (form.seen.value(), form.think.value()) == ("Morgen bel", "Half gedacht")
        form.seen.text.setFocus()
        it.press(Qt.Key.Key_End, modifiers=CONTROL)
        type_note(it, " ik haar.")
        seal(it)
        open_her(it, HER)
        assert it.view.pages.case.page.standing.began.walk_in == visit.id
        assert stands(it).notes[-1].body.seen == "Morgen bel ik haar."
        assert "Half gedacht" in seen(it)


def test_december_a_correction_her_own_words_and_a_paste(desk, roos, calendar, qtbot):
    with at_work(desk, qtbot, calendar, "Leyla") as it:
        open_her(it, HER)
        put_beside(it, "Ze zei berenklauw.")
        put_beside(it, "Ik zei niets over planten.", hers=True)
        assert "Haar eigen woorden staan ernaast sinds 26 nov." in seen(it)
        press(it, "Toon beide teksten")
        for text in (WORD, "berenklauw", "Ik zei niets over planten."):
            assert text in seen(it)
        standing = stands(it)
        (first,) = standing.notes
        voices = [entry.body.voice for entry in standing.both_texts(first)]
        assert voices == [Voice.CONFIDANT, Voice.CONFIDANT, Voice.HERSELF]
        it.push(here(it).head.note)
        text = here(it).form.seen.text
        text.setFocus()
        paste(it, CHAT)
        assert "Schrijf liever in je eigen woorden" in words_of(it.overlay)
        it.push(it.overlay.cancel_button)
        assert text.toPlainText() == ""
        text.setFocus()
        paste(it, CHAT)
        press(it, "Toch plakken")
        assert text.toPlainText() == CHAT
        assert len(stands(it).notes) == 1


def test_winter_the_gate_opens_shuts_and_opens_again(desk, roos, calendar, qtbot):
    calendar.turn_to(ARRIVAL, time(11))
    with at_work(desk, qtbot, calendar, "Leyla") as it:
        open_her(it, HER)
        agree(it)
        assert NUMBER not in seen(it)
        call_her(it).close_overlay()
        assert NUMBER not in seen(it)
    calendar.turn_to(date(2026, 12, 31), time(11))
    with at_work(desk, qtbot, calendar, "Leyla") as it:
        open_her(it, HER)
        assert "langer dan 30 dagen geleden" in seen(it)
        assert "eerst opnieuw vragen" in gate_is_shut(it)
        assert not here(it).strip.call.isVisible()
        still_right(it)
        call_her(it).close_overlay()
        menu(it, "Er is iets gebeurd")
        accept(it)
        assert "eerst opnieuw vragen" in gate_is_shut(it)
        assert stands(it).contact.incident_on == date(2026, 12, 31)
        still_right(it)
        it.push(call_her(it).how.buttons[Outcome.SOMEBODY_ELSE])
        assert "Vraag haar eerst opnieuw." in words_of(it.overlay)
        press(it, "Oké")
        assert "eerst opnieuw vragen" in gate_is_shut(it)
        found = safe_contact.gate_of(stands(it), channel_of(it), calendar())
        assert found.verdict is Verdict.ASK_AGAIN


def channel_of(it):
    (channel,) = stands(it).contact.channels
    return channel


def test_winter_what_she_takes_back_stops_at_once(desk, roos, calendar, qtbot):
    with at_work(desk, qtbot, calendar, "Leyla") as it:
        open_her(it, HER)
        may_share(it)
        assert stands(it).may(Purpose.SHARE_WITH_PARTNER, ARRIVAL, PARTNER)
        offer(it)
        assert f"Aangeboden aan {PARTNER}" in words_of(it.overlay)
        it.press(Qt.Key.Key_Escape)
        take_back(it)
        told = seen(it)
        assert "Zij trok het in." in told
        assert f"Vertel dit aan {PARTNER}." in told
        assert stands(it).to_be_told() == [PARTNER]
        it.push(here(it).head.hand_over)
        it.fill(it.overlay.part.person, PERSON)
        press(it, "Noteer de naam")
        assert "Hier zei ze geen ja tegen." in words_of(it.overlay)
        assert stands(it).holding.handover.person == ""
        press(it, "Het gaat niet door")
        radio(it, it.overlay.part.how, "Wij stoppen hiermee")
        press(it, "Noteer dit")
        assert not it.overlay.accept_button.isVisible()
        assert "Vraag haar eerst." in words_of(it.overlay)
        assert stands(it).holding.state([it.ctx.member.id]) is State.US
        case_id, due = roos, ARRIVAL + timedelta(days=7)
        with pytest.raises(Forbidden):
            it.ctx.call(holders.offer, case_id, PARTNER, due, now=calendar())
