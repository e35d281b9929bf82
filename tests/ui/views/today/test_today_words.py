"""How the day reads: clocks, states and days, in the words volunteers know."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest
from desk import MONDAY
from PySide6.QtCore import Qt
from shift import TODAY, at, member

from hgkm_desktop.models import Absence
from hgkm_desktop.rules.all_clocks import clocks_of
from hgkm_desktop.rules.bodies import Consent, Promise
from hgkm_desktop.rules.clocks import Kind, begin
from hgkm_desktop.rules.contact import Channel, Gate, SafeContact, Verdict, Window
from hgkm_desktop.rules.going_along import State
from hgkm_desktop.rules.holding import State as Held
from hgkm_desktop.rules.lists import ConsentForm, Purpose
from hgkm_desktop.rules.standing import Standing
from hgkm_desktop.services.appointment_list import ShowVisit
from hgkm_desktop.services.beside_today import Call, Changed, Ending, Late, Nobody
from hgkm_desktop.services.case_name import CaseName
from hgkm_desktop.ui.views.today import call_words, ending_words

NAME = CaseName(uuid4(), "BL-123456", "Roos")


def show(page, **parts):
    """Let the page show another day than the log holds."""
    scene = page.view.page.scene
    page.view.page.show_scene(replace(scene, today=replace(scene.today, **parts)))


def clock_words(running, now=MONDAY):
    words, tone = ending_words.badge(running, now)
    return words, tone


def clocks(**found):
    standing = Standing()
    for name, value in found.items():
        setattr(standing, name, value)
    return clocks_of(standing, MONDAY)


def promise(days, otherwise=""):
    told = Promise(uuid4(), "belt terug over de woning", "Jolanda", TODAY + timedelta(days))
    return clocks(promises={told.id: replace(told, otherwise=otherwise)})[0]


@pytest.mark.parametrize(
    ("days", "words"),
    [(0, ("vandaag", "am")), (1, ("morgen", "am")), (5, ("nog 5 dagen", "bl"))],
)
def test_a_promise_says_when_it_is_due(days, words):
    assert clock_words(promise(days)) == words


def test_a_promise_that_is_late_is_red():
    assert clock_words(promise(-1)) == ("de dag is voorbij", "rd")


def test_a_clock_by_law_counts_its_days_and_weeks_and_says_that_it_stopped():
    ban, away = begin(Kind.RESTRAINING_ORDER, at(18, days=-3)), begin(Kind.TIME_OUT, at(9, days=-3))
    first, second = clocks(clocks={uuid4(): ban, uuid4(): away})
    assert clock_words(first) == ("dag 4 van 10", "am")
    assert clock_words(second) == ("week 1 van 4", "bl")
    assert clock_words(first, at(19, days=8)) == ("gestopt", "rd")
    assert clock_words(first, at(9, days=-5)) == ("nog 12 dagen", "bl")


@pytest.mark.parametrize(("days", "words"), [(0, "laatste dag"), (1, "nog 1 dag")])
def test_a_yes_that_ends_says_how_long_it_still_holds(days, words):
    until = TODAY + timedelta(days)
    yes = Consent(Purpose.NOTES, ConsentForm.ORAL, TODAY, until=until)
    (running,) = clocks(consents={(Purpose.NOTES, ""): yes})
    assert clock_words(running)[0] == words
    assert ending_words.blocks(running, MONDAY) == (0, 0)


def test_clocks_without_a_bar_stand_among_the_others(open_today):
    page = open_today("Leyla")
    endings = page.view.page.scene.today.endings
    show(page, endings=[Ending(NAME, promise(1)), endings[0], Ending(NAME, promise(-1))])
    first, second, third = page.parts.endings.shown()
    assert "Jolanda: belt terug over de woning." in page.words(first)
    assert (first.bar, third.bar) == (None, None) and second.bar is not None
    yes = Consent(Purpose.NOTES, ConsentForm.ORAL, TODAY, until=TODAY)
    (running,) = clocks(consents={(Purpose.NOTES, ""): yes})
    show(page, endings=[Ending(NAME, running), Ending(NAME, promise(1)), endings[0]])
    assert "Stopt ma 23 nov." in page.words(page.parts.endings)
    assert [row.bar is not None for row in page.parts.endings.shown()] == [False, False, True]


def test_a_clock_that_ran_out_says_when(open_today):
    page = open_today("Leyla")
    page.clock.later(days=7)
    page.view.refresh()
    assert "Gestopt di 24 nov, 18.00." in page.words(page.parts.endings)


def test_an_answer_after_an_appointment_leads_to_the_appointment(open_today):
    page, visit = open_today("Leyla"), uuid4()
    show(page, late=[Late(NAME, "Buurtteam", 3, visit), Late(NAME, "", 2)], nobody=[])
    first, second = page.parts.awaited.shown()
    assert "Buurtteam" in page.words(first) and "3 dagen te laat" in page.words(first)
    assert "de partner" in page.words(second)
    first.setFocus(Qt.FocusReason.TabFocusReason)
    page.press(Qt.Key.Key_Return)
    assert page.shown == [ShowVisit(visit)]
    show(page, late=[Late(NAME, "", 2), Late(NAME, "Buurtteam", 3, visit)])
    assert page.focus is page.parts.awaited.shown()[1]
    page.push(page.parts.awaited.shown()[0])
    assert page.shown[-1] is NAME


def test_an_offer_without_a_day_waits_for_its_confirmation(open_today):
    page = open_today("Leyla")
    rows = [
        Nobody(NAME.case_id, NAME.code, NAME, Held.OFFERED, "Blijf Groep", 0),
        Nobody(uuid4(), "BL-000001", None, Held.PARTNER, "Buurtteam", 4),
    ]
    show(page, nobody=rows)
    first, second = page.parts.awaited.shown()
    assert "nog niet bevestigd" in page.words(first)
    assert "BL-000001 Buurtteam" in page.words(second)
    assert page.parts.nobody.isHidden()


def test_what_is_new_leads_to_her(open_today, desk):
    page, imane = open_today("Leyla"), member(desk, "Imane")
    show(page, changed=[Changed(NAME, "een notitie", at(9, days=-1), imane)])
    (row,) = page.parts.changed.shown()
    assert "Imane, gisteren 9.00" in page.words(row)
    page.push(row)
    assert page.shown == [NAME]
    show(page, changed=[Changed(NAME, "een notitie", MONDAY, uuid4())])
    assert "Iemand, vandaag 11.40" in page.words(row)


def test_somebody_away_for_days_is_said_until_when(open_today, desk):
    page, joke = open_today("Hanan"), member(desk, "Joke")
    show(page, away=[Absence(member_id=joke, first_day=TODAY, last_day=date(2026, 11, 27))])
    assert "Joke is er niet tot en met vr 27 nov." in page.words(page.parts.team)


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (State.HELD, "is geweest"),
        (State.CANCELLED, "afgezegd"),
        (State.PLANNED, "gepland"),
        (State.MOVED, "verzet"),
    ],
)
def test_every_state_of_an_appointment_has_its_words(open_today, state, words):
    page = open_today("Leyla")
    seen = page.view.page.scene.today.going[0]
    details = replace(seen.visit.details, state=state, partner_words="", meet_at=None)
    visit = replace(seen.visit, details=details, reserve=None)
    show(page, going=[replace(seen, visit=visit, partner="", person="")])
    said = page.words(page.parts.going)
    assert words in said and "Buurtteam" in said and "reserve" not in said


def test_a_meeting_time_after_the_beginning_counts_from_the_beginning(open_today):
    page = open_today("Leyla")
    seen = page.view.page.scene.today.going[0]
    details = replace(seen.visit.details, meet_at=at(13).time().replace(hour=13))
    show(page, going=[replace(seen, visit=replace(seen.visit, details=details))])
    assert "Nog 50 minuten." in page.words(page.parts.going)


def test_several_cautions_show_the_first_and_how_many_more(open_today):
    page = open_today("Leyla")
    amal = page.view.page.scene.today.going[1]
    more = (*amal.cautions, amal.cautions[0].__class__.NO_RESERVE)
    show(page, going=[replace(amal, cautions=more)])
    assert "tolk niet zeker +1" in page.words(page.parts.going)


def test_looking_at_what_the_reserve_is_asked(open_today):
    page = open_today("Leyla")
    page.push(page.parts.stand_in.asks[0].look)
    assert isinstance(page.shown[0], ShowVisit)
    asked = page.view.page.scene.today.to_hand_over[0]
    show(page, to_hand_over=[replace(asked, name=None, label="Mevrouw Blauw")])
    assert "Ga jij mee met Mevrouw Blauw om 13.45?" in page.words(page.parts.stand_in)


def call(verdict, **agreed):
    window = Window(frozenset({0}), at(10).time(), at(12).time())
    ways = agreed.pop("channels", frozenset({Channel.CALL}))
    return Call(NAME, "", Gate(verdict), SafeContact(ways, windows=(window,), **agreed), ())


def rest(said):
    return " ".join(part.text for part in said.rest)


def test_every_reason_not_to_call_says_what_to_do():
    told = call_words.in_full
    happened = told(call(Verdict.ASK_AGAIN, incident_on=TODAY), MONDAY, veiled=False)
    assert rest(happened) == "Er is iets gebeurd. Vraag het opnieuw als ze hier is."
    ended = told(call(Verdict.ASK_AGAIN, until=date(2026, 11, 1)), MONDAY, veiled=False)
    assert rest(ended) == "De afspraak is verlopen. Vraag het opnieuw als ze hier is."
    never = told(replace(call(Verdict.SHE_CALLS), agreed=None), MONDAY, veiled=False)
    assert never.strong == "Er is geen afspraak. Wij bellen niet. Zij komt zelf."


def test_what_was_agreed_about_voicemail_is_said():
    waits = call(Verdict.NOT_NOW, voicemail="Niets zeggen")
    assert "Voicemail: Niets zeggen." in rest(call_words.in_full(waits, MONDAY, veiled=False))
    assert rest(call_words.in_short(waits, MONDAY, veiled=False)) == "Voicemail: Niets zeggen."
    assert call_words.in_full(waits, MONDAY, veiled=False).strong.startswith("Vandaag niet.")


def test_without_a_name_to_use_nothing_is_put_in_her_mouth():
    said = rest(call_words.in_full(call(Verdict.MAY), MONDAY, veiled=False))
    assert "Zeg:" not in said and "Verkeerd verbonden, hang op." in said


def test_who_may_not_be_called_by_the_hour_stays_as_it_was():
    asks = call(Verdict.ASK_AGAIN)
    assert call_words.now_of(asks, MONDAY) is asks
    assert call_words.still_today(asks, MONDAY)
    assert call_words.way_of(None) is Channel.CALL


def test_keys_with_ctrl_are_left_alone_in_a_list(open_today):
    page = open_today("Leyla")
    first = page.parts.calls.shown()[0]
    first.setFocus(Qt.FocusReason.TabFocusReason)
    page.press(Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    page.press(Qt.Key.Key_Right)
    page.press(Qt.Key.Key_X)
    assert page.focus is first


def test_the_list_that_empties_lets_the_keyboard_go(open_today):
    page = open_today("Leyla")
    page.parts.calls.shown()[0].setFocus(Qt.FocusReason.TabFocusReason)
    show(page, calls=[])
    assert page.parts.calls.isHidden()
    assert page.parts.calls.shown() == []
