"""What each member finds on the start screen: hers, and nothing else."""

from dataclasses import replace

import pytest
from desk import MONDAY
from shift import LARGE, SMALL, TODAY, agree, at, go_along, member, stand_beside

from hgkm_desktop.models.codes import Role
from hgkm_desktop.services import absences, appointments, cases, members, shift_notes
from hgkm_desktop.services.appointment_list import ShowVisit
from hgkm_desktop.services.beside_today import CallHer
from hgkm_desktop.services.walk_ins import NewWalkIn
from hgkm_desktop.ui.views.today import TodayView


def test_a_confidant_sees_whom_she_may_call_and_how(open_today):
    page = open_today("Leyla")
    rows = page.parts.calls.shown()
    assert [row.item.name.alias for row in rows] == ["Meryem", "Dunya", "Lale"]
    said = page.words(rows[0])
    for words in (
        "Bellen mag nu, tot 12.00.",
        "“Met Fatima van de naailes.”",
        "Verkeerd verbonden.",
    ):
        assert words in said
    assert "Nu nog niet. Vanaf 13.00." in page.words(rows[1])
    assert "Niet bellen." in page.words(rows[2])
    assert "06-1" not in page.words() and "12345678" not in page.words()


def test_the_button_leads_to_the_gate_and_waits_for_the_hour(open_today, her):
    page = open_today("Leyla")
    may, waits, asks = page.parts.calls.shown()
    assert (may.go.text(), asks.look.text()) == ("Ik ga bellen", "Bekijk")
    assert "Om 13.00" in page.words(waits)
    assert not waits.look.isEnabled()
    page.push(may.go)
    assert page.shown == [CallHer(her["Meryem"])]
    page.push(waits.look)
    assert len(page.shown) == 1
    page.push(asks.look)
    assert page.shown[-1].case_id == her["Lale"]


def test_going_along_today_says_where_who_and_what_is_not_right(open_today):
    page = open_today("Leyla")
    first, second = page.parts.going.shown()
    said = page.words(first)
    for words in ("Roos", "Buurtteam Osdorp, met Jolanda", "(reserve Imane)", "12.15 bij de bieb"):
        assert words in said
    assert "klaar" in said and "12.30" in said
    assert "tolk niet zeker" in page.words(second)
    assert "De tolk is nog niet zeker." in second.accessibleDescription()
    page.push(first)
    assert isinstance(page.shown[0], ShowVisit)


def test_the_reserve_is_asked_and_not_a_stranger(open_today):
    page = open_today("Leyla")
    (ask,) = page.parts.stand_in.asks
    said = page.words(ask)
    assert "Imane is er vandaag niet." in said
    assert "Ga jij mee met Amal om 13.45?" in said
    page.push(ask.go)
    assert page.parts.stand_in.isHidden()
    amal = page.row(page.parts.going, "Amal")
    assert "Leyla" in page.words(amal) and "(reserve Imane)" in page.words(amal)
    page.said[-1].undo()
    assert len(page.parts.stand_in.asks) == 1


def test_somebody_else_changed_it_first_is_said_calmly(open_today, sign_in):
    page = open_today("Leyla")
    (ask,) = page.parts.stand_in.asks
    visit = ask._visit
    sign_in("Imane").call(appointments.let_reserve_go, visit.id, visit.version, now=MONDAY)
    page.push(ask.go)
    assert page.said[-1].is_problem


def test_an_appointment_of_tomorrow_is_asked_with_its_day(open_today, sign_in, desk, her):
    imane = sign_in("Imane")
    go_along(desk, imane, her["Roos"], at(10, days=1), first="Imane", reserve="Leyla")
    imane.call(absences.note, member(desk, "Imane"), TODAY, at(9, days=1).date(), now=MONDAY)
    page = open_today("Leyla")
    said = page.words(page.parts.stand_in)
    assert "Imane is er niet op di 24 nov." in said


def test_without_a_reserve_it_is_said_and_nobody_is_proposed(open_today, sign_in, desk, her):
    imane = sign_in("Imane")
    made = go_along(desk, imane, her["Roos"], at(10, days=1), first="Imane", reserve="Leyla")
    visit = replace(imane.call(appointments.get, made), reserve=None)
    imane.call(appointments.change, visit, now=MONDAY)
    imane.call(absences.note, member(desk, "Imane"), TODAY, at(9, days=1).date(), now=MONDAY)
    page = open_today("Leyla")
    ask = next(each for each in page.parts.stand_in.asks if each.go.isHidden())
    assert "Niemand gaat om 10.00 mee met Roos. Kijk wie kan." in page.words(ask)
    assert ask.go not in page.parts.stand_in.stops()
    page.push(ask.look)
    assert isinstance(page.shown[-1], ShowVisit)


def test_who_is_not_asked_sees_quietly_who_is_away(open_today):
    page = open_today("Hanan")
    said = page.words(page.parts.team)
    assert "Imane is er vandaag niet." in said
    assert "Leyla is weg van 12.30 tot 13.30." in said
    assert "Roos" not in page.words() and "Amal" not in page.words()


def test_nobody_holds_her_is_taken_up_with_one_press(open_today):
    page = open_today("Leyla")
    (row,) = page.parts.nobody.shown()
    assert "Sena" in page.words(row)
    page.push(row.hold)
    assert page.said[-1].text == "Jij houdt haar nu vast."
    assert page.parts.nobody.isHidden()


def test_an_answer_that_stays_away_is_said_with_its_days(open_today):
    page = open_today("Leyla")
    said = page.words(page.parts.awaited)
    assert "Noor" in said and "Aangeboden aan Blijf Groep" in said and "1 dag te laat" in said


def test_clocks_that_end_say_who_is_there_then_and_red_when_nobody_is(open_today, her):
    page = open_today("Leyla")
    ban, away = page.parts.endings.shown()
    assert "dag 10 van 10" in page.words(ban)
    assert "Dan is er: Leyla is bij haar." in page.words(ban)
    assert "week 4 van 4" in page.words(away)
    assert "Nog niet afgesproken wie er dan is." in page.words(away)
    parts = away.then._parts
    assert next(part.hue for part in parts if "afgesproken" in part.text) == "rd"
    page.push(ban)
    assert page.shown[-1].case_id == her["Roos"]


def test_what_a_colleague_noted_stands_there_without_what_it_says(open_today):
    page = open_today("Leyla")
    (row,) = page.parts.changed.shown()
    assert "Meryem een notitie" in page.words(row)
    assert "Imane, vandaag 11.41" in page.words(row)
    assert "Ze belde zelf" not in page.words()


def test_the_programme_names_time_and_place(open_today):
    for who in ("Leyla", "Hanan"):
        page = open_today(who)
        said = page.words(page.parts.programme)
        assert "14.00" in said and "Naailes" in said and "Zaal 2" in said
        assert "Netwerkoverleg" in said


def test_a_volunteer_finds_a_calm_page_and_one_large_button(open_today):
    page = open_today("Hanan")
    parts = page.parts
    for part in (parts.calls, parts.going, parts.nobody, parts.endings, parts.changed):
        assert part.isHidden()
    page.push(parts.begin)
    assert page.shown == [NewWalkIn()]


def test_ctrl_n_begins_a_new_walk_in(open_today):
    page = open_today("Leyla")
    assert page.parts.begin.isHidden()
    page.view.start_new()
    assert page.shown == [NewWalkIn()]


def test_a_coordinator_reads_codes_and_opens_nothing(open_today, sign_in, her):
    code = sign_in("Leyla").call(cases.name_of, her["Noor"]).code
    page = open_today("Salma")
    (row,) = page.parts.awaited.shown()
    assert code in page.words(row) and "Noor" not in page.words()
    page.push(row)
    assert page.shown == []
    assert row.stops() == []


def test_behind_the_veil_there_are_codes_and_no_words(open_today, her):
    page = open_today("Leyla")
    page.ctx.veil(True)
    said = page.words()
    for word in ("Meryem", "Roos", "Fatima", "Verkeerd", "Jolanda", "bieb", "gespannen", "Imane"):
        assert word not in said, word
    assert "Bellen mag nu, tot 12.00." in said and "BL-" in said
    row = page.parts.calls.shown()[0]
    page.push(row.look)
    assert page.shown[-1].case_id == her["Meryem"]
    page.ctx.veil(False)
    assert "Meryem" in page.words()


def test_many_calls_fold_and_unfold(open_today, sign_in, desk):
    leyla = sign_in("Leyla")
    for number in range(6):
        agree(leyla, stand_beside(desk, leyla, f"Vrouw {number}"), 10, 12)
    page = open_today(leyla)
    calls = page.parts.calls
    assert len(calls.shown()) == 4
    assert calls.more.text() == "nog 5"
    page.push(calls.more)
    assert len(calls.shown()) == 9
    assert calls.more.text() == "Minder tonen"
    page.push(calls.more)
    assert len(calls.shown()) == 4


def test_the_page_stands_in_two_columns_on_a_small_screen(open_today):
    page = open_today("Leyla", size=SMALL)
    notes, band = page.parts.notes, page.parts.band
    assert notes.y() < band.y()
    dunya = page.row(page.parts.calls, "Dunya")
    assert not dunya.look.isVisible() if dunya.look else True
    assert "Geen voicemail." in page.words(dunya)
    page.window.resize(*LARGE)
    dunya = page.row(page.parts.calls, "Dunya")
    assert dunya.look.isVisible()
    assert page.parts.calls.x() < page.parts.going.mapTo(page.view.page, page.parts.going.pos()).x()


@pytest.mark.parametrize("who", ["Leyla", "Hanan", "Salma", "Joke"])
def test_everybody_at_the_desk_has_it_and_no_administrator_alone(who, open_today):
    page = open_today(who)
    assert page.view.subtitle() == "maandag 23 november"
    assert page.view.title() == "Vandaag"
    assert Role.ADMINISTRATOR not in TodayView.roles


def test_who_may_no_longer_see_it_reads_nothing(open_today, sign_in, desk):
    page = open_today("Hanan")
    page.ctx.db.actor.may = lambda *_: False
    sign_in("Joke").call(shift_notes.write, "Nieuws.", for_confidants=False, now=MONDAY)
    page.view.refresh()
    assert "Nieuws." not in page.words()


def test_a_renamed_colleague_is_called_anew(open_today, sign_in, desk):
    page = open_today("Hanan")
    salma = sign_in("Salma")
    salma.call(members.change, member(desk, "Leyla"), "Lina", (Role.CONFIDANT,), 2)
    page.view.refresh()
    assert "Lina is weg van 12.30 tot 13.30." in page.words()


def test_a_bar_of_the_band_leads_where_its_row_leads(open_today, her):
    page = open_today("Leyla")
    page.parts.band.chosen.emit(her["Meryem"])
    page.parts.band.chosen.emit(page.parts.going.shown()[0].item.visit.id)
    page.parts.band.chosen.emit(page.parts.programme.shown()[0].item.id)
    assert [type(each) for each in page.shown] == [CallHer, ShowVisit]
