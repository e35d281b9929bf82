"""Somebody is not there: her days in the week, and who goes along in her place."""

from datetime import timedelta

from desk import MONDAY
from standing_beside import member
from week_desk import TODAY, TUESDAY, WEDNESDAY, at, linde, plan, week_desk

from hgkm_desktop.services import absences, appointments
from hgkm_desktop.ui.views.appointments.absence_form import AbsenceForm
from hgkm_desktop.ui.views.appointments.need_somebody import NeedSomebody, of_absence

ENTRY, WAITING = "Iemand is er niet", "Deze afspraken hebben iemand nodig"


def open_form(it):
    it.push(it.bar.more)
    it.choose(ENTRY)
    return it.overlay


def note(it, desk, name, first=TUESDAY, last=TUESDAY):
    form = open_form(it)
    form.who.set_value(member(desk, name))
    form.first_day.set_value(first)
    form.last_day.set_value(last)
    it.push(form.accept_button)


def entries(it):
    return [text for text, _icon, _act in it.view.deeds.entries()]


def away(it):
    return it.week.grid.week.data.away


def test_confidants_and_coordinators_note_it(sign_in, qtbot, qapp):
    for name, may in (("Leyla", True), ("Salma", True), ("Joke", False)):
        with week_desk(sign_in(name), qtbot, qapp) as it:
            assert (ENTRY in entries(it)) is may


def test_her_days_stand_in_the_week_and_never_why(desk, sign_in, qtbot, qapp):
    with week_desk(sign_in("Salma"), qtbot, qapp) as it:
        form = open_form(it)
        assert set(form.fields) == {"member", "first_day", "last_day"}
        form.reject()
        note(it, desk, "Imane", TUESDAY, WEDNESDAY)
        assert it.overlay is None
        assert away(it) == {TUESDAY: ["Imane"], WEDNESDAY: ["Imane"]}
        it.said[-1].undo()
        assert away(it) == {}


def test_the_last_day_follows_the_first(sign_in, qtbot, qapp):
    with week_desk(sign_in("Leyla"), qtbot, qapp) as it:
        form = open_form(it)
        assert form.who.value() == it.ctx.member.id
        form.first_day.set_value(WEDNESDAY)
        assert form.last_day.value() == WEDNESDAY
        form.last_day.set_value(WEDNESDAY + timedelta(days=2))
        form.first_day.set_value(TUESDAY)
        assert form.last_day.value() == WEDNESDAY + timedelta(days=2)


def test_days_that_cannot_be_are_said_at_their_field(sign_in, qtbot, qapp):
    with week_desk(sign_in("Leyla"), qtbot, qapp) as it:
        form = open_form(it)
        form.last_day.set_value(TODAY - timedelta(days=2))
        it.push(form.accept_button)
        assert it.overlay is form
        assert form.fields["last_day"].problem()


def test_who_is_away_already_stands_there_to_take_back(desk, sign_in, qtbot, qapp):
    db = sign_in("Leyla")
    db.call(absences.note, member(desk, "Imane"), TUESDAY, WEDNESDAY, now=MONDAY)
    with week_desk(db, qtbot, qapp) as it:
        form = open_form(it)
        assert "Imane, 24 nov – 25 nov" in it.words(form)
        it.push(form.backs[0])
        assert db.call(absences.of_days, TODAY, WEDNESDAY) == []
        assert form.backs == []
        assert isinstance(it.overlay, AbsenceForm)


def test_taking_back_what_somebody_took_back_is_said(desk, sign_in, qtbot, qapp):
    db = sign_in("Leyla")
    noted = db.call(absences.note, member(desk, "Imane"), TUESDAY, TUESDAY, now=MONDAY)
    with week_desk(db, qtbot, qapp) as it:
        form = open_form(it)
        sign_in("Salma").call(absences.end, noted)
        it.push(form.backs[0])
        assert form.problem()


def test_the_reserve_is_asked_at_once_and_goes(desk, sign_in, qtbot, qapp):
    db = sign_in("Leyla")
    imane, leyla = member(desk, "Imane"), member(desk, "Leyla")
    visit = plan(
        db, at(TUESDAY, 10), linde(desk, db), first=imane, reserve=leyla, introduced=(imane, leyla)
    )
    with week_desk(db, qtbot, qapp) as it:
        note(it, desk, "Imane")
        asks = it.overlay
        assert isinstance(asks, NeedSomebody)
        said = it.words(asks)
        assert WAITING in said
        assert "Linde, Veilig Thuis" in said
        assert "Leyla is de reserve. Zij kennen elkaar." in said
        assert WAITING in entries(it)
        it.push(asks.goes[0])
        assert it.overlay is None
        assert db.call(appointments.get, visit.id).first == leyla
        assert WAITING not in entries(it)


def test_from_the_menu_it_is_asked_again(desk, sign_in, qtbot, qapp):
    db = sign_in("Leyla")
    imane, leyla = member(desk, "Imane"), member(desk, "Leyla")
    plan(db, at(TUESDAY, 10), linde(desk, db), first=imane, reserve=leyla)
    plan(db, at(TUESDAY, 13), linde(desk, db), first=imane, reserve=leyla)
    db.call(absences.note, imane, TUESDAY, TUESDAY, now=MONDAY)
    with week_desk(db, qtbot, qapp) as it:
        it.push(it.bar.more)
        it.choose(WAITING)
        assert len(it.overlay.goes) == 2
        assert "kennen elkaar nog niet" in it.words(it.overlay)
        it.push(it.overlay.goes[0])
        assert len(it.overlay.goes) == 1


def test_my_own_absence_proposes_my_reserve(desk, sign_in, qtbot, qapp):
    db = sign_in("Leyla")
    leyla, imane = member(desk, "Leyla"), member(desk, "Imane")
    plan(db, at(TUESDAY, 10), linde(desk, db), first=leyla, reserve=imane)
    with week_desk(db, qtbot, qapp) as it:
        note(it, desk, "Leyla")
        assert it.overlay.goes[0].text() == "Imane gaat mee"


def test_without_a_reserve_who_is_there_it_is_looked_at(desk, sign_in, qtbot, qapp):
    db = sign_in("Leyla")
    leyla, imane = member(desk, "Leyla"), member(desk, "Imane")
    alone = plan(db, at(TUESDAY, 10), alias="Els")
    plan(db, at(TUESDAY, 13), alias="Mies", first=leyla, reserve=imane)
    db.call(absences.note, imane, TUESDAY, TUESDAY, now=MONDAY)
    with week_desk(db, qtbot, qapp) as it:
        note(it, desk, "Leyla")
        asks = it.overlay
        assert asks.goes == []
        assert "Er is geen reserve" in it.words(asks)
        assert "Imane is er ook niet" in it.words(asks)
        it.push(asks.looks[0])
        assert it.panel.visit_id == alone.id


def test_somebody_who_was_first_is_said(desk, sign_in, qtbot, qapp):
    db, imane = sign_in("Leyla"), sign_in("Imane")
    visit = plan(
        db,
        at(TUESDAY, 10),
        linde(desk, db),
        first=member(desk, "Leyla"),
        reserve=member(desk, "Imane"),
    )
    with week_desk(db, qtbot, qapp) as it:
        note(it, desk, "Leyla")
        asks = it.overlay
        imane.call(appointments.let_reserve_go, visit.id, visit.version, now=MONDAY)
        it.push(asks.goes[0])
        assert it.said[-1].is_problem


def test_a_coordinator_is_asked_nothing_about_women(desk, sign_in, qtbot, qapp):
    db = sign_in("Leyla")
    plan(db, at(TUESDAY, 10), linde(desk, db))
    with week_desk(sign_in("Salma"), qtbot, qapp) as it:
        note(it, desk, "Leyla")
        assert it.overlay is None
        assert of_absence(it.ctx, db.call(absences.of_days, TUESDAY, TUESDAY)[0]) == []
