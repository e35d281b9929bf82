"""A visit to the Buurtteam, from whom we go to up to what was promised (US-2, R-037, R-043, R-051).

Every chapter begins with a log in which the one before was lived, and is played at the window.
"""

from datetime import time, timedelta

import pytest
from a_visit import (
    DIRECT,
    ENDS,
    FACE,
    HER,
    SECRETS,
    STAND_IN,
    STARTS,
    TEAM,
    THURSDAY,
    TUESDAY,
    Known,
    at_desk,
    blocks,
    choose,
    fill_in,
    go,
    known,
    open_from_her_page,
    panel,
    planned,
    press,
    told,
    visit_now,
)
from beside_her import Calendar, accept, here, open_her
from desk import MONDAY
from program import CONTROL
from PySide6.QtCore import Qt

from hgkm_desktop.models.codes import Role
from hgkm_desktop.rules.appointment import BOTH
from hgkm_desktop.rules.going_along import AppointmentKind, State
from hgkm_desktop.rules.partners import PartnerType
from hgkm_desktop.services import appointments, bulk, members, partners
from hgkm_desktop.ui.views.appointments.panel_foot import Ask
from hgkm_desktop.ui.views.appointments.visit_form import VisitForm
from hgkm_desktop.ui.widgets.dialog import Overlay


@pytest.fixture
def calendar():
    return Calendar(MONDAY.date())


@pytest.fixture
def visit(desk, sign_in):
    return planned(desk, sign_in)


def test_staff_write_down_where_we_go_and_whose_face_is_known_there(desk, calendar, qtbot):
    with at_desk(desk, qtbot, calendar, "Joke") as it:
        view = go(it, "partners")
        it.press(Qt.Key.Key_N, modifiers=CONTROL)
        form = it.overlay
        it.fill(form.inputs["name"], TEAM)
        choose(it, form.type, PartnerType.BUURTTEAM)
        accept(it)
        press(it, "Schrijf iemand op")
        it.push(it.overlay.is_fixed)
        it.fill(it.overlay.inputs["name"], STAND_IN)
        accept(it)
        it.push(view.page.side.more)
        press(it, "Schrijf iemand op")
        form = it.overlay
        it.fill(form.inputs["name"], FACE)
        it.fill(form.inputs["direct_number"], DIRECT)
        it.push(form.is_fixed)
        form.stand_in.setFocus()
        it.press(Qt.Key.Key_Down)
        accept(it)
        said = told(it, view.page.side)
        for words in (TEAM, f"{FACE} {DIRECT}", f"Collega {STAND_IN}."):
            assert words in said, said
        card = it.ctx.call(partners.card, view.page.chosen.partner.id, now=MONDAY)
        first, second = card.persons
        assert (first.name, first.is_fixed, first.stand_in_id) == (FACE, True, second.id)
        assert (second.name, second.is_fixed) == (STAND_IN, False)


def begin_from_her_page(it) -> VisitForm:
    open_her(it, HER)
    button = here(it).head.visit
    if button.isVisible():
        it.push(button)
    else:
        it.push(here(it).head.more)
        press(it, "Afspraak")
    assert it.view.identifier == "appointments"
    assert isinstance(it.overlay, VisitForm)
    return it.overlay


def test_from_her_page_it_is_planned_after_they_get_to_know_each_other(
    desk, sign_in, calendar, qtbot
):
    found = known(desk, sign_in)
    with at_desk(desk, qtbot, calendar, "Leyla") as it:
        form = begin_from_her_page(it)
        assert form.who.case_id == found.case_id
        fill_in(it, form, found)
        it.push(form.accept_button)
        assert it.overlay is form
        assert form.fields["not_met_reason"].problem()
        assert list(it.ctx.call(appointments.of_case, found.case_id)) == []
        it.push(form.who.met.first)
        assert form.who.met.day.value() == TUESDAY
        accept(it)
        first, visit = it.ctx.call(appointments.of_case, found.case_id)
        _is_what_was_agreed(first, visit, found)
        assert {(each.title, each.second) for each in blocks(it)} == {(HER, TEAM)}
        assert [each.starts for each in blocks(it)] == [first.starts, STARTS]
        assert panel(it).visit_id == visit.id
        assert "Donderdag" in told(it, panel(it)) or "26 nov" in told(it, panel(it))


def _is_what_was_agreed(first, visit, found: Known) -> None:
    assert (first.starts, first.details.kind) == (
        STARTS - timedelta(days=2, minutes=30),
        AppointmentKind.INTRODUCTION,
    )
    assert (visit.starts, visit.ends) == (STARTS, ENDS)
    assert (visit.first, visit.reserve) == (found.leyla, found.imane)
    assert visit.details == found.details(introduction_id=first.id)


def test_why_she_goes_without_knowing_the_person_can_be_said_instead(
    desk, sign_in, calendar, qtbot
):
    found = known(desk, sign_in)
    with at_desk(desk, qtbot, calendar, "Leyla") as it:
        form = begin_from_her_page(it)
        fill_in(it, form, found)
        it.push(form.accept_button)
        it.fill(form.who.met.reason, "Ze wil alleen iets brengen.")
        accept(it)
        (visit,) = it.ctx.call(appointments.of_case, found.case_id)
        assert visit.details == found.details(not_met_reason="Ze wil alleen iets brengen.")
        assert f"{FACE}, nog niet ontmoet" in told(it, panel(it))


@pytest.fixture
def stranger(sign_in):
    """Fatma is a confidant too, and does not stand beside Linde; return her first words."""
    salma = sign_in("Salma")
    made = salma.call(members.add, "Fatma", (Role.CONFIDANT,), 2, now=MONDAY)
    salma.call(bulk.settle)
    return made.passphrase


def has_searched(it) -> bool:
    """Say whether everything was read, and the file was asked for what is typed."""
    seeker = it.program.desk.page.seeker
    asks = seeker._pause.isActive() or seeker._is_asking
    return seeker.finder.is_ready and not asks and not it.ctx.background._jobs


@pytest.mark.parametrize("name", ["Hanan", "Joke", "Salma", "Fatma"])
def test_others_see_that_leyla_is_out_and_nothing_more(
    desk, visit, stranger, calendar, qtbot, name
):
    calendar.turn_to(THURSDAY, time(8, 5))
    words = stranger if name == "Fatma" else ""
    with at_desk(desk, qtbot, calendar, name, words) as it:
        while it.overlay is not None:
            it.press(Qt.Key.Key_Escape)
        go(it, "today")
        said = told(it)
        assert "Leyla is weg van 10.30 tot 11.30." in said
        assert "bezet" in said
        seen = [said, *_week(it)]
        assert [secret for secret in SECRETS for each in seen if secret in each] == []
        it.press(Qt.Key.Key_K, modifiers=CONTROL)
        it.wait(lambda: it.overlay is not None)
        it.type("Jolanda")
        it.wait(lambda: has_searched(it))
        assert HER not in told(it, it.overlay)


def _week(it):
    """Return what the week says, for whoever has one; nothing of hers opens there."""
    if "appointments" not in [view.identifier for view in it.views]:
        assert it.ctx.member.name == "Hanan"
        return
    go(it, "appointments")
    (block,) = blocks(it)
    assert (block.is_busy, block.title, block.second) == (True, "", "")
    assert (block.starts, block.person, block.is_movable) == (STARTS, "Leyla", False)
    it.press(Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Return)
    assert not panel(it).isVisible()
    yield told(it)


def test_leyla_sees_the_whole_of_it_in_her_week_and_on_the_day(desk, visit, calendar, qtbot):
    calendar.turn_to(THURSDAY, time(8, 5))
    with at_desk(desk, qtbot, calendar, "Leyla") as it:
        (row,) = go(it, "today").page.parts.going.shown()
        said = row.accessibleName()
        for words in ("10.30", HER, f"{TEAM}, met {FACE}", "reserve Imane", "10.15"):
            assert words in told(it), words
        assert "tolk niet zeker" in said
        row.setFocus()
        it.press(Qt.Key.Key_Return)
        assert it.view.identifier == "appointments"
        assert panel(it).visit_id == visit.id
        shown = told(it, panel(it))
        assert [secret for secret in SECRETS if secret not in shown] == [STAND_IN]


def test_ticks_make_it_ready_and_both_sides_make_it_sure(desk, visit, calendar, qtbot):
    with at_desk(desk, qtbot, calendar, "Leyla") as it:
        open_from_her_page(it)
        it.push(panel(it).foot.buttons[Ask.PREPARED])
        assert visit_now(it, visit.id).state is State.PREPARED
        it.push(panel(it).foot.buttons[Ask.CONFIRMED])
        assert type(it.overlay) is Overlay
        assert "allebei" in told(it, it.overlay) or "kanten" in told(it, it.overlay)
        it.push(it.overlay.accept_button)
        assert visit_now(it, visit.id).state is State.PREPARED
        for side in BOTH:
            it.push(panel(it).middle.before.ticks.ticks[side].box)
        assert "niet bevestigd" in told(it, panel(it))
        it.push(panel(it).middle.before.ticks.interpreter.box)
        it.push(panel(it).foot.buttons[Ask.CONFIRMED])
        sure = visit_now(it, visit.id)
        assert (sure.state, sure.details.both_sides) == (State.CONFIRMED, BOTH)
        assert sure.details.interpreter.is_sure
        assert "niet bevestigd" not in told(it, panel(it))
        (block,) = blocks(it)
        assert (block.mark, block.note) == ("ready", "")
