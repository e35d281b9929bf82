"""The sentences of the gate: the words of LOOK.md 8, in every state, and never a number."""

from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hgkm_desktop import clock, texts
from hgkm_desktop.rules import gate_words
from hgkm_desktop.rules.contact import Channel, Gate, SafeContact, Verdict, Window, gate

TUESDAY_THURSDAY = Window(frozenset({1, 3}), time(10), time(12))
LINDE = SafeContact(
    channels=frozenset({Channel.APP, Channel.CALL}),
    number="06-12345678",
    windows=(TUESDAY_THURSDAY,),
    name_we_use="Els van de naaicursus",
    if_another_answers="verkeerd verbonden",
    code_word="blauwe stof",
    checked_on=date(2026, 11, 24),
)
THURSDAY, FRIDAY = date(2026, 11, 26), date(2026, 11, 27)


def at(day, hour, minute=0):
    return clock.at(day, time(hour, minute))


def line(agreed, now, channel=Channel.CALL):
    return gate_words.gate_line(gate(agreed, channel, now), agreed, now, channel)


def test_it_says_until_when_it_may():
    assert line(LINDE, at(THURSDAY, 11)) == "Bellen mag nu, tot 12.00."
    assert line(LINDE, at(THURSDAY, 11), Channel.APP) == "Appen mag nu, tot 12.00."


def test_outside_the_hours_it_says_when():
    now = at(FRIDAY, 11)
    assert line(LINDE, now) == "Nu niet: alleen di/do 10–12."
    answer = gate(LINDE, Channel.CALL, now)
    assert gate_words.next_step(answer, now) == "Weer op dinsdag vanaf 10.00."
    assert gate_words.button_words(answer, LINDE, "Bel haar") == "nu niet: alleen di/do 10–12"


def test_the_next_hour_may_be_today_or_tomorrow():
    early, monday = at(THURSDAY, 9), at(date(2026, 11, 30), 9)
    said = [gate_words.next_step(gate(LINDE, Channel.CALL, now), now) for now in (early, monday)]
    assert said == ["Vandaag vanaf 10.00.", "Morgen vanaf 10.00."]


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"checked_on": date(2026, 10, 1)}, "Ouder dan 30 dagen: eerst opnieuw vragen."),
        ({"checked_on": None}, "Ouder dan 30 dagen: eerst opnieuw vragen."),
        ({"incident_on": THURSDAY}, "Er is iets gebeurd: eerst opnieuw vragen."),
        ({"until": date(2026, 11, 25)}, "De afspraak is verlopen: eerst opnieuw vragen."),
    ],
)
def test_it_says_why_she_is_asked_again(changed, said):
    agreed, now = replace(LINDE, **changed), at(THURSDAY, 11)
    assert line(agreed, now) == said
    answer = gate(agreed, Channel.CALL, now)
    assert gate_words.next_step(answer, now) == "Vraag het opnieuw als ze hier is."
    assert gate_words.button_words(answer, agreed, "Bel haar") == "eerst opnieuw vragen"


def test_without_an_agreement_she_comes_herself():
    now = at(THURSDAY, 11)
    assert line(None, now) == "Er is geen afspraak. Wij bellen niet. Zij komt zelf."
    assert line(SafeContact(), now) == "Er is geen afspraak. Wij bellen niet. Zij komt zelf."
    assert gate_words.button_words(Gate(Verdict.SHE_CALLS), None, "Bel haar") == "zij komt zelf"
    assert gate_words.next_step(Gate(Verdict.SHE_CALLS), now) == "Praat erover als ze hier is."


def test_a_way_she_did_not_choose_names_the_ways_she_did():
    only_app = replace(LINDE, channels=frozenset({Channel.APP}))
    said = line(only_app, at(THURSDAY, 11))
    assert said == "Niet op deze manier. Alleen via app."


def test_after_she_took_her_yes_back_it_says_she_wants_no_contact():
    now = at(THURSDAY, 11)
    said = gate_words.gate_line(Gate(Verdict.SHE_CALLS), LINDE, now)
    assert said == "Zij wil geen contact van ons. Zij komt zelf."


def test_an_answer_that_does_not_fit_what_was_agreed_says_nothing_too_much():
    friday = at(FRIDAY, 11)
    assert gate_words.gate_line(Gate(Verdict.MAY), LINDE, friday) == ""
    assert gate_words.button_words(Gate(Verdict.MAY), LINDE, "Bel haar") == "Bel haar"
    assert gate_words.next_step(Gate(Verdict.MAY), friday) == "Vraag eerst: “Kun je nu praten?”"
    unsure = Gate(Verdict.NOT_NOW)
    assert gate_words.next_step(unsure, friday) == "Vraag het opnieuw als ze hier is."
    assert gate_words.button_words(unsure, None, "Bel haar") == "zij komt zelf"


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ({1, 3}, "dinsdag en donderdag"),
        ({0}, "maandag"),
        ({0, 1, 2, 3, 4}, "maandag tot en met vrijdag"),
        (set(range(7)), "elke dag"),
        ({0, 2, 4, 6}, "maandag, woensdag, vrijdag en zondag"),
    ],
)
def test_days_read_as_one_would_say_them(days, said):
    assert gate_words.days_line(days) == said


def test_windows_read_as_a_sentence_and_in_short():
    evening = Window(frozenset(range(7)), time(19, 30), time(21))
    windows = (TUESDAY_THURSDAY, evening)
    said = "Dinsdag en donderdag, 10–12 uur; elke dag, 19.30–21 uur"
    assert gate_words.windows_line(windows) == said
    assert gate_words.windows_in_short(windows) == "di/do 10–12, elke dag 19.30–21"


def test_the_agreement_is_read_back_in_one_sentence():
    said = gate_words.agreement_line(LINDE)
    assert said == "Dinsdag en donderdag, 10–12 uur, via bellen of via app"
    assert gate_words.agreement_line(SafeContact()) == "Wij nemen geen contact op. Je komt zelf."


def test_what_to_say_comes_from_what_was_agreed():
    assert gate_words.say_line(LINDE) == "“Met Els van de naaicursus.”"
    assert gate_words.say_line(SafeContact()) == ""
    spoken = replace(LINDE, voicemail="Met Els, over je vraag.")
    assert gate_words.voicemail_line(spoken) == "Voicemail: “Met Els, over je vraag.”"
    assert gate_words.voicemail_line(LINDE) == "Spreek niets in. Stuur geen bericht."
    said = gate_words.somebody_else_line(LINDE)
    assert said == "Neemt iemand anders op? “Verkeerd verbonden.”"
    assert "hang op" in gate_words.somebody_else_line(SafeContact())
    asked = replace(LINDE, if_another_answers="Is Karin daar?")
    assert gate_words.somebody_else_line(asked).endswith("“Is Karin daar?”")


def test_windows_that_follow_on_each_other_close_at_the_last_end():
    parts = ((11, 12), (9, 10), (10, 11))
    windows = tuple(Window(frozenset({3}), time(a), time(b)) for a, b in parts)
    agreed = replace(LINDE, windows=windows)
    assert gate_words.closes_at(agreed, at(THURSDAY, 9, 30)) == time(12)
    assert gate_words.closes_at(agreed, at(FRIDAY, 9, 30)) is None


def test_it_holds_until_the_first_of_the_two_ends():
    assert gate_words.good_until(LINDE) == date(2026, 12, 24)
    short = replace(LINDE, until=date(2026, 12, 1))
    assert gate_words.good_until(short) == date(2026, 12, 1)
    assert gate_words.good_until(replace(LINDE, incident_on=THURSDAY)) is None
    assert gate_words.good_until(SafeContact()) is None


def test_in_arabic_times_stay_in_one_piece():
    texts.use("ar")
    assert "\u206610–12\u2069" in gate_words.windows_line((TUESDAY_THURSDAY,))


@given(
    st.sampled_from(Channel),
    st.integers(0, 6),
    st.times(),
    st.sampled_from([LINDE, replace(LINDE, incident_on=FRIDAY), None]),
)
def test_no_sentence_ever_holds_the_number(channel, day, hour, agreed):
    now = clock.at(date(2026, 11, 23 + day), hour)
    answer = gate(agreed, channel, now)
    said = [
        gate_words.gate_line(answer, agreed, now, channel),
        gate_words.next_step(answer, now),
        gate_words.button_words(answer, agreed, "Bel"),
    ]
    if agreed is not None:
        said += [gate_words.agreement_line(agreed), gate_words.say_line(agreed)]
        said += [gate_words.voicemail_line(agreed), gate_words.somebody_else_line(agreed)]
    digits = "".join(char for char in "".join(said) if char.isdigit())
    assert "12345678" not in digits
    assert all(said[:3])
