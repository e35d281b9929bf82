"""The end of the year beside Roos: who has a key, when we stop, and nothing of her stays."""

from datetime import date, time
from io import BytesIO

import pypdf
import pytest
from a_year import (
    HER,
    NUMBER,
    WORD,
    entries_left,
    key_to,
    known,
    look_for,
    menu,
    opens,
    press,
    seen,
    stands,
    still_right,
    yes_to,
)
from beside_her import (
    Calendar,
    accept,
    answer,
    at_work,
    here,
    open_cases,
    open_her,
    radio,
    words_of,
)
from desk import MONDAY
from PySide6.QtCore import Qt
from standing_beside import AGREED, member

from hgkm_desktop.errors import Forbidden
from hgkm_desktop.handouts.erasure_certificate import erasure_certificate
from hgkm_desktop.models.codes import Role
from hgkm_desktop.rules.lists import Purpose
from hgkm_desktop.services import (
    case_list,
    cases,
    consents,
    members,
    safe_contact,
)
from hgkm_desktop.ui.views.cases.call_gate import CallGate
from hgkm_desktop.ui.views.cases.erased_dialog import ErasedDialog

JULY, STOPPED, ASKED = date(2027, 7, 1), date(2027, 9, 2), date(2027, 9, 16)


@pytest.fixture
def calendar():
    return Calendar(JULY)


@pytest.fixture
def roos(desk, sign_in):
    """Leyla and Imane stand beside her since November; one note is sealed."""
    leyla = sign_in("Leyla")
    case_id = known(leyla, desk)
    leyla.close()
    return case_id


@pytest.fixture
def imane_left(desk, roos, sign_in):
    """Imane read her page, kept every key she had, and left."""
    imane = sign_in("Imane")
    kept = key_to(imane, roos)
    found, many = opens(imane, kept)
    assert found == many > 0
    sign_in("Bea").call(members.leave, member(desk, "Imane"), now=MONDAY)
    return imane, kept


def test_july_who_left_opens_nothing_and_joke_reads_on(
    desk, roos, imane_left, calendar, qtbot, sign_in
):
    imane, kept = imane_left
    with at_work(desk, qtbot, calendar, "Leyla") as it:
        open_her(it, HER)
        assert opens(it.program.desk.db, kept)[0] == 0
        fresh = key_to(it.program.desk.db, roos)
        found, many = opens(it.program.desk.db, fresh)
        assert found == many > 0
        assert fresh.ring.generation == 2
        assert here(it).page.second is None
    with pytest.raises(Forbidden):
        imane.call(cases.page, roos)
    assert "Imane" not in [tile.name for tile in desk.vault.look().tiles]
    joins(desk, sign_in, "Joke")
    with at_work(desk, qtbot, calendar, "Leyla") as it:
        open_her(it, HER)
        menu(it, "Wie staat naast haar")
        for name in ("Leyla", "Joke"):
            answer(it, it.overlay.team.list.answers[member(desk, name)], "Nee")
        assert "Imane" not in words_of(it.overlay)
        accept(it)
        assert here(it).page.second == member(desk, "Joke")
        assert "Roos" in look_for(it, WORD)
    with at_work(desk, qtbot, calendar, "Joke") as it:
        open_her(it, HER)
        assert WORD in seen(it)
        assert "Roos" in look_for(it, WORD)


def joins(desk, sign_in, name):
    """Bea gives somebody the task of a confidant."""
    bea = sign_in("Bea")
    roles = {Role.STAFF, Role.CONFIDANT}
    bea.call(members.change, member(desk, name), name, roles, 2)
    bea.close()


@pytest.mark.parametrize("name", ["Hanan", "Joke", "Salma", "Bea"])
def test_all_year_others_find_nothing(desk, roos, calendar, qtbot, name):
    with at_work(desk, qtbot, calendar, name) as it:
        assert it.overlay is None
        assert look_for(it, WORD) == ""
        with pytest.raises(Forbidden):
            it.ctx.call(cases.names)


@pytest.fixture
def agreed(desk, roos, calendar, qtbot, sign_in):
    """She may be called, and said yes to being asked after, in November."""
    leyla = sign_in("Leyla")
    for purpose in (Purpose.CONTACT_BY_US, Purpose.AFTERCARE_CHECK_IN):
        leyla.call(consents.answer, roos, yes_to(purpose, MONDAY.date()), now=MONDAY)
    leyla.call(safe_contact.agree, roos, AGREED, now=MONDAY)
    leyla.close()
    return roos


def open_stopped(it):
    """Unfold those who stopped, and open her."""
    open_cases(it)
    it.push(it.view.pages.home.here.card.stopped)
    open_her(it, HER)


def stop(it):
    """Stop, because she manages, and ask after her in two weeks."""
    menu(it, "Stop de begeleiding")
    form = it.overlay
    it.push(form.accept_button)
    assert "Kies" in words_of(form)
    radio(it, form.reason, "Zij redt zich")
    radio(it, form.after, "Ja, op een dag die we afspraken")
    accept(it)


@pytest.fixture
def stopped(desk, agreed, calendar, qtbot):
    calendar.turn_to(STOPPED)
    with at_work(desk, qtbot, calendar, "Leyla") as it:
        open_her(it, HER)
        stop(it)
        assert "Gestopt op 2 sep" in seen(it)
        assert stands(it).aftercare()[0] == ASKED
    return agreed


def test_september_asked_after_only_over_the_safe_way(desk, stopped, calendar, qtbot):
    calendar.turn_to(ASKED, time(11))
    with at_work(desk, qtbot, calendar, "Leyla") as it:
        open_stopped(it)
        press(it, "Vraag hoe het gaat")
        assert not it.overlay.call.isEnabled()
        assert "eerst opnieuw vragen" in words_of(it.overlay)
        it.press(Qt.Key.Key_Escape)
        still_right(it)
        press(it, "Vraag hoe het gaat")
        asks = it.overlay
        it.push(asks.call)
        assert isinstance(it.overlay, CallGate)
        it.overlay.close_overlay()
        it.fill(asks.words, "Het gaat goed.")
        accept(it)
        assert ASKED not in stands(it).aftercare()
        assert NUMBER not in seen(it)
        press(it, "Begin opnieuw")
        assert "Wij houden haar vast" in seen(it)
        assert stands(it).holding.is_open


def erase(it):
    """Erase everything of her; a wrong code erases nothing. Return the certificate."""
    code = here(it).page.name.code
    menu(it, "Wis alles van haar")
    press(it, "Verder")
    for typed, is_hers in (("BL-000000", False), (code, True)):
        it.overlay.code.clear()
        it.fill(it.overlay.code, typed)
        it.push(it.overlay.accept_button)
        assert isinstance(it.overlay, ErasedDialog) is is_hers
    return it.overlay.certificate, code


def test_november_again_everything_of_her_is_erased(desk, stopped, calendar, qtbot):
    calendar.turn_to(date(2027, 11, 23))
    with at_work(desk, qtbot, calendar, "Leyla") as it:
        open_stopped(it)
        assert HER in look_for(it, WORD)
        assert entries_left(it.program.desk.db) > 0
        certificate, code = erase(it)
        paper = erasure_certificate(certificate, "Nisa test")
        (page,) = pypdf.PdfReader(BytesIO(paper)).pages
        words = page.extract_text()
        assert "Bewijs van wissen" in words
        for gone in (HER, code, WORD, NUMBER, str(stopped)):
            assert gone not in words
        assert code not in words_of(it.overlay)
        assert HER not in words_of(it.overlay)
        assert entries_left(it.program.desk.db) == 0
        press(it, "Klaar")
        open_cases(it)
        for gone in (HER, code, WORD):
            assert gone not in seen(it)
        assert look_for(it, WORD) == ""
        assert it.ctx.call(case_list.rows, now=calendar()) == []
