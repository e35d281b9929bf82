"""The shared week: hers as they are, of others only that somebody is busy."""

from datetime import date

from desk import MONDAY
from standing_beside import member
from week_desk import TODAY, TUESDAY, WEDNESDAY, at, linde, plan, programme, week_desk

from hgkm_desktop.models.codes import Role
from hgkm_desktop.rules.appointment import Afterwards
from hgkm_desktop.rules.going_along import Presence, Punctual, Side, State
from hgkm_desktop.services import absences, appointment_afterwards, appointments
from hgkm_desktop.ui.views.appointments import AppointmentsView


def blocks(it):
    """Return what stands in the week: its title, or that somebody is busy."""
    found = it.week.grid.week.data.blocks
    return sorted("bezet" if each.is_busy else each.title for each in found)


def block(it, title):
    return next(each for each in it.week.grid.week.data.blocks if each.title == title)


def test_who_may_see_the_shared_week():
    assert AppointmentsView.identifier == "appointments"
    assert AppointmentsView.roles == {Role.CONFIDANT, Role.STAFF, Role.COORDINATOR}


def test_a_confidant_sees_her_own_with_partner_and_companion(desk, sign_in, qtbot, qapp):
    db = sign_in("Leyla")
    plan(db, at(TUESDAY, 10), linde(desk, db), reserve=None)
    with week_desk(db, qtbot, qapp) as it:
        found = block(it, "Linde")
        assert (found.second, found.person) == ("Veilig Thuis", "Leyla")
        assert found.is_movable
        assert it.view.title() == "Afspraken"
        assert it.view.subtitle() == "week 48"


def test_of_somebody_else_only_that_she_is_busy(desk, sign_in, qtbot, qapp):
    imane = sign_in("Imane")
    plan(imane, at(TUESDAY, 10), linde(desk, imane), first=member(desk, "Leyla"))
    programme(sign_in("Joke"))
    for name in ("Joke", "Salma"):
        with week_desk(sign_in(name), qtbot, qapp) as it:
            assert blocks(it) == ["Naailes", "bezet"]
            busy = next(each for each in it.week.grid.week.data.blocks if each.is_busy)
            assert (busy.title, busy.second, busy.person) == ("", "", "Leyla")
            assert not busy.is_movable


def test_staff_and_coordinators_have_no_button_to_plan(sign_in, qtbot, qapp):
    for name in ("Joke", "Salma"):
        with week_desk(sign_in(name), qtbot, qapp) as it:
            assert not it.bar.new.isVisible()
            it.view.start_new()
            assert it.overlay is None
    with week_desk(sign_in("Leyla"), qtbot, qapp) as it:
        assert it.bar.new.isVisible()


def test_the_marks_say_how_far_each_one_is(desk, sign_in, qtbot, qapp):
    db = sign_in("Leyla")
    plan(db, at(TODAY, 9), alias="Anna")
    off = plan(db, at(TUESDAY, 9), alias="Beer")
    db.call(
        appointments.call_off, off.id, off.version, State.CANCELLED, Side.PARTNER, "", now=MONDAY
    )
    plan(db, at(WEDNESDAY, 9), alias="Cilia")
    with week_desk(db, qtbot, qapp) as it:
        assert (block(it, "Anna").mark, block(it, "Anna").note) == (
            "draft",
            "Nog niet genoteerd hoe het ging",
        )
        assert block(it, "Beer").is_off
        assert block(it, "Cilia").mark == "warning"
        assert "reserve" in block(it, "Cilia").note


def test_what_is_sure_and_what_was_held_have_their_marks(desk, sign_in, qtbot, qapp):
    db = sign_in("Leyla")
    case_id = linde(desk, db)
    leyla, imane = member(desk, "Leyla"), member(desk, "Imane")
    ready = plan(
        db,
        at(TUESDAY, 9),
        case_id,
        first=leyla,
        reserve=imane,
        introduced=(leyla, imane),
        person_words="Jolanda",
        has_met=True,
        was_asked_alone=True,
        presence=Presence.INSIDE,
    )
    db.call(appointments.confirm, ready.id, ready.version, now=MONDAY)
    over = plan(db, at(TODAY, 9), case_id)
    went = Afterwards(TODAY, Punctual.ON_TIME)
    db.call(appointment_afterwards.save, over.id, over.version, went, (), now=MONDAY)
    with week_desk(db, qtbot, qapp) as it:
        marks = {each.key: each.mark for each in it.week.grid.week.data.blocks}
        assert marks == {ready.id: "ready", over.id: "done"}


def test_holidays_and_who_is_away_stand_above_the_days(desk, sign_in, qtbot, qapp):
    db = sign_in("Leyla")
    db.call(absences.note, member(desk, "Imane"), TUESDAY, WEDNESDAY, now=MONDAY)
    with week_desk(db, qtbot, qapp) as it:
        assert it.week.grid.week.data.away == {TUESDAY: ["Imane"], WEDNESDAY: ["Imane"]}
        it.spans.go_to(date(2026, 12, 25))
        assert date(2026, 12, 25) in it.week.grid.week.data.holidays


def test_the_veil_hides_how_they_are_called_and_where_they_go(desk, sign_in, qtbot, qapp):
    db = sign_in("Leyla")
    plan(db, at(TUESDAY, 10), linde(desk, db))
    plan(db, at(WEDNESDAY, 10), alias="Els")
    with week_desk(db, qtbot, qapp) as it:
        it.ctx.veil(True)
        found = it.week.grid.week.data.blocks
        words = " ".join(part for each in found for part in (each.title, each.second))
        assert "Linde" not in words
        assert "Els" not in words
        assert "Veilig Thuis" not in words
        assert "BL-" in words


def test_searching_leaves_only_what_matches(desk, sign_in, qtbot, qapp):
    db = sign_in("Leyla")
    plan(db, at(TUESDAY, 10), alias="Els", partner="Buurtteam")
    plan(db, at(TUESDAY, 12), alias="Mies", partner="Advocaat")
    programme(sign_in("Joke"))
    with week_desk(db, qtbot, qapp) as it:
        it.view.find("mies")
        assert blocks(it) == ["Mies"]
        it.view.find("BUURT")
        assert blocks(it) == ["Els"]
        it.view.find("naai")
        assert blocks(it) == ["Naailes"]
        it.view.find("zang")
        assert it.view.subtitle() == "week 48 · niets gevonden"
        it.view.find("")
        assert it.view.subtitle() == "week 48"
        assert blocks(it) == ["Els", "Mies", "Naailes"]
