"""A year beside Roos, season by season, at the window (stories US-2, US-6 and US-8 together).

Every season begins with a log of its own in which she is known, and ends with what it says of her.
"""

from dataclasses import replace
from datetime import date, time, timedelta
from io import BytesIO

import pypdf
import pytest
from a_year import (
    HER,
    NUMBER,
    PARTNER,
    PERSON,
    agree,
    begin,
    call_her,
    choose,
    give_number,
    hand_over_to,
    in_the_list,
    key_to,
    look_for,
    may_share,
    menu,
    offer,
    opens,
    paste,
    press,
    put_beside,
    seal,
    seen,
    stands,
    still_right,
    take_back,
    type_note,
    yes_to,
)
from beside_her import (
    Calendar,
    accept,
    answer,
    at_work,
    gate_is_shut,
    here,
    open_cases,
    open_her,
    radio,
    tab,
    words_of,
)
from desk import MONDAY, Make
from program import CONTROL, running
from PySide6.QtCore import Qt
from standing_beside import linde, member

from hgkm_desktop import clock
from hgkm_desktop.errors import Forbidden
from hgkm_desktop.handouts.erasure_certificate import erasure_certificate
from hgkm_desktop.models.codes import Role
from hgkm_desktop.rules.bodies import Note
from hgkm_desktop.rules.clocks import Kind
from hgkm_desktop.rules.contact import Verdict
from hgkm_desktop.rules.holding import State
from hgkm_desktop.rules.lists import Outcome, PersonRole, Purpose, Voice
from hgkm_desktop.services import (
    around_her,
    case_list,
    case_notes,
    cases,
    consents,
    holders,
    members,
    safe_contact,
)
from hgkm_desktop.ui.views.cases.erased_dialog import ErasedDialog

ARRIVAL = date(2026, 11, 26)
"""A Thursday: she may be called on Tuesdays and Thursdays."""
WORD = "zevenblad"
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
    case_id = leyla.call(cases.open_case, replace(linde(desk), alias=HER), now=MONDAY)
    leyla.call(case_notes.write, case_id, Note(MONDAY, seen=f"Ze zei {WORD}."), now=MONDAY)
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
    return locked


def test_november_she_is_here_and_what_is_written_is_sealed(desk, visit, calendar, qtbot):
    with at_work(desk, qtbot, calendar, "Salma") as it:
        begin(it, visit)
        assert HER not in seen(it)
    locked = written_at_night(desk, qtbot, calendar)
    calendar.turn_to(ARRIVAL + timedelta(days=1), time(9))
    with running(desk, qtbot, now=calendar, locked=locked) as it:
        it.unlock("Leyla")
        form = it.view.pages.note.form
        assert (form.seen.value(), form.think.value()) == ("Morgen bel", "Half gedacht")
        it.fill(form.seen.text, "")
        type_note(it, " ik haar.")
        seal(it)
        open_her(it, HER)
        assert it.view.pages.case.page.standing.began.walk_in == visit.id
        texts = [entry.body.seen for entry in stands(it).notes]
        assert any("Morgen bel" in text and " ik haar." in text for text in texts)
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
        assert "meer dan 30 dagen" in seen(it)
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
        assert "Vraag het haar eerst opnieuw." in words_of(it.overlay)
        press(it, "OK")
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


BEGUN, WARNED, LATE, SPRING = (
    date(2027, 2, 1),
    date(2027, 2, 9),
    date(2027, 2, 12),
    date(2027, 3, 2),
)


@pytest.fixture
def february(desk, roos, calendar, qtbot):
    """An order of ten days begins, she says three, Leyla promises something within a week."""
    calendar.turn_to(BEGUN)
    with at_work(desk, qtbot, calendar, "Leyla") as it:
        open_her(it, HER)
        give_number(it, 3)
        give_number(it, 9, "Vertrouwenspersoon")
        assert "Fase 1 · Eerst veilig" in seen(it)
        assert stands(it).phase() == 1
        it.push(tab(it, "clocks").new_clock)
        answer(it, it.overlay.expert, "Ja")
        accept(it)
        assert "dag 1 van 10" in seen(it)
        it.push(tab(it, "consent").promises.add)
        it.fill(it.overlay.what, "De school bellen")
        it.fill(it.overlay.who.line, "Leyla")
        accept(it)
        assert "De school bellen" in seen(it)
    return roos


def test_spring_her_numbers_the_order_and_a_promise(desk, february, calendar, qtbot):
    calendar.turn_to(WARNED, time(12))
    with at_work(desk, qtbot, calendar, "Leyla") as it:
        open_her(it, HER)
        give_number(it, 6)
        assert "Fase 2 · Veilig blijven" in seen(it)
        clocks = tab(it, "clocks")
        assert "Dit stopt bijna." in seen(it)
        it.push(clocks.cards[0].longer)
        it.push(it.overlay.accept_button)
        assert "dag 9 van 28" in seen(it)
        assert "Dit stopt bijna." not in seen(it)
    calendar.turn_to(LATE)
    with at_work(desk, qtbot, calendar, "Leyla") as it:
        open_her(it, HER)
        tab(it, "consent")
        assert "4 dagen te laat" in seen(it)
        press(it, "Gedaan")
        assert "4 dagen te laat" not in seen(it)
        (promise,) = stands(it).promises.values()
        assert promise.kept is True
        give_number(it, 7)
        assert stands(it).phase() == 2
    calendar.turn_to(SPRING)
    with at_work(desk, qtbot, calendar, "Leyla") as it:
        open_her(it, HER)
        (order,) = stands(it).clocks.values()
        assert (order.kind, clock.local(order.ends).date()) == (
            Kind.RESTRAINING_ORDER,
            date(2027, 3, 1),
        )
        tab(it, "clocks")
        assert "gestopt" in seen(it)
        give_number(it, 8)
        give_number(it, 2, "Partner", "Veilig Thuis")
        assert "Fase 3 · Herstel" in seen(it)
        assert [score.number for score in stands(it).hers()] == [3, 6, 7, 8]


def test_spring_a_name_in_the_household_warns(desk, roos, calendar, qtbot):
    with at_work(desk, qtbot, calendar, "Leyla") as it:
        open_her(it, HER)
        it.push(tab(it, "household").add_inside)
        form = it.overlay
        choose(it, form.role, PersonRole.USING_VIOLENCE)
        it.fill(form.relation, "Youssef")
        it.push(form.accept_button)
        assert "Dit lijkt op een naam." in words_of(form)
        assert stands(it).household.people == ()
        form.relation.selectAll()
        it.fill(form.relation, "haar man")
        accept(it)
        (person,) = stands(it).household.people
        assert person.relation == "haar man"
        assert "haar man" in seen(it).casefold()
        assert "Youssef" not in seen(it)
