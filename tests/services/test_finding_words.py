"""Each kind of entry: which of its words are looked through, and when they stop to count."""

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from desk import MONDAY
from hypothesis import given
from hypothesis import strategies as st
from standing_beside import AGREED, TODAY, YES

from hgkm_desktop.models.codes import HarmKind
from hgkm_desktop.rules.bodies import (
    Agreement,
    AskedAfter,
    Began,
    Beside,
    ClockSet,
    ContactAgreement,
    GuideNote,
    Held,
    Household,
    Incident,
    Note,
    Person,
    Plan,
    Promise,
    Reached,
    Score,
    Situation,
)
from hgkm_desktop.rules.clocks import Clock, Kind
from hgkm_desktop.rules.contact import Channel
from hgkm_desktop.rules.entries import Entry
from hgkm_desktop.rules.holding import Handover, Holder, Holding, Waiting
from hgkm_desktop.rules.lists import (
    Barrier,
    GuideStep,
    LifeDomain,
    Outcome,
    PersonRole,
    Voice,
    Worry,
)
from hgkm_desktop.services import finding_words, snippets
from hgkm_desktop.services.search import fold, traced
from hgkm_desktop.services.snippets import Marked

ME, ONE = UUID(int=1), UUID(int=2)
US = Holding(Holder("", "Leyla", ME), MONDAY)
WAITING = Waiting("een woning", TODAY, "Imane")
OFFER = Handover("Blijf Groep", MONDAY, person="Noor", waiting=WAITING)
KINDS = [
    (Note(MONDAY, "gezien", "gedacht"), "Gesprek", ("gezien", "gedacht")),
    (Incident(TODAY, "hij stond er"), "Er is iets gebeurd", ("hij stond er",)),
    (YES, "Aantekeningen maken", ()),
    (Held(US, "begin"), "", ()),
    (
        Held(Holding(Holder("Blijf Groep", "Noor"), MONDAY), "confirm"),
        "Wie houdt haar vast",
        ("Blijf Groep", "Noor"),
    ),
    (
        Held(Holding(US.holder, MONDAY, handover=OFFER), "offer"),
        "Wie houdt haar vast",
        ("Blijf Groep", "Noor", "een woning", "Imane"),
    ),
    (
        Score(TODAY, 5, Voice.CHILD, "dochter", "slaapt", "ruzie stopt"),
        "Cijfer voor veiligheid",
        ("dochter", "slaapt", "ruzie stopt"),
    ),
    (
        ClockSet(ONE, Clock(Kind.TIME_OUT, MONDAY, 28, "terug naar huis", "Hatice")),
        "",
        ("terug naar huis", "Hatice"),
    ),
    (Promise(ONE, "bellen", "Jolanda", TODAY, False, "later"), "", ("bellen", "Jolanda", "later")),
    (Agreement(ONE, "geen post"), "Met haar afgesproken", ("geen post",)),
    (
        Household((Person("oom", PersonRole.FAMILY, words="weet niets"),), "buren", Plan("Imane")),
        "Om haar heen",
        ("oom", "weet niets", "buren", "Imane"),
    ),
    (
        Situation(
            "het moet stoppen",
            (HarmKind.NEGLECT.value, "van later"),
            (Worry.HUSBAND,),
            (Barrier.LANGUAGE,),
            {LifeDomain.HOME: "te klein"},
            "rust",
            "haar broer",
        ),
        "Haar situatie",
        ("het moet stoppen", "rust", "haar broer"),
    ),
    (GuideNote(GuideStep.TALK, TODAY, "samen", "Salma"), "", ("samen", "Salma")),
    (AskedAfter(TODAY, TODAY, "het gaat"), "", ("het gaat",)),
    (Began(TODAY), "", ()),
    (Beside(ME), "", ()),
    (Reached(MONDAY, Channel.CALL, Outcome.SPOKE), "", ()),
    (ContactAgreement(AGREED), "", ()),
]


def entry(body, at=MONDAY):
    return Entry(uuid4(), at, ME, body)


@pytest.mark.parametrize(("body", "about", "words"), KINDS)
def test_the_words_of_each_kind(body, about, words):
    found = finding_words.said([entry(body)])
    if not words:
        assert found == []
        return
    (said,) = found
    assert set(words) <= set(said.words)
    assert all(said.words)
    assert said.about == about or not about
    assert said.about


def test_lists_are_found_by_their_words():
    (said,) = finding_words.said([entry(KINDS[11][0])])
    assert {"Wonen: te klein", "Haar man", "Taal"} <= set(said.words)
    assert "van later" not in said.words


def test_a_note_stands_at_its_own_moment_and_the_rest_when_it_was_typed():
    earlier = MONDAY - timedelta(days=3)
    note, agreement = Note(earlier, "x"), Agreement(ONE, "x")
    found = finding_words.said([entry(note), entry(agreement)])
    assert [said.at for said in found] == [earlier, MONDAY]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (Situation("eerst"), Situation("later")),
        (Household(circle="eerst"), Household(circle="later")),
        (Agreement(ONE, "eerst"), Agreement(ONE, "later")),
        (Promise(ONE, "eerst", "wie"), Promise(ONE, "later", "wie")),
        (
            ClockSet(ONE, Clock(Kind.TIME_OUT, MONDAY, 28, "eerst")),
            ClockSet(ONE, Clock(Kind.TIME_OUT, MONDAY, 28, "later")),
        ),
    ],
)
def test_of_what_is_replaced_only_the_newest_counts(before, after):
    (said,) = finding_words.said([entry(before), entry(after)])
    assert "later" in said.words
    assert "eerst" not in said.words


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (Agreement(ONE, "geen post"), Agreement(ONE, "geen post", ended=True)),
        (
            ClockSet(ONE, Clock(Kind.TIME_OUT, MONDAY, 28, "thuis")),
            ClockSet(ONE, Clock(Kind.TIME_OUT, MONDAY, 0)),
        ),
    ],
)
def test_what_has_ended_is_not_found(before, after):
    assert finding_words.said([entry(before), entry(after)]) == []


def test_words_that_stand_far_in_a_long_text_are_shown_with_some_before():
    text = " ".join(f"woord{n}" for n in range(200))
    shown = snippets.snippet([text], ["woord150"])
    assert shown.text.startswith("…woord1")
    assert shown.text.endswith("…")
    (begin, end), *_ = shown.spans
    assert shown.text[begin:end] == "woord150"
    assert 0 < begin <= snippets.BEFORE + 1
    assert len(shown.text) <= snippets.LONGEST + 2


def test_the_text_with_most_of_the_words_is_shown():
    shown = snippets.snippet(["school", "de school belde", "niets"], ["school", "belde"])
    assert shown.text == "de school belde"
    assert [shown.text[a:b] for a, b in shown.spans] == ["school", "belde"]


def test_a_word_without_a_space_near_is_cut_where_it_must_be():
    shown = snippets.snippet([f"{'a' * 90}kern{'b' * 200}"], ["kern"])
    assert shown.text.startswith("…kern")
    assert shown.text.endswith("…")
    assert shown.spans == ((1, 5),)


def test_marks_that_touch_are_one():
    assert snippets.marked("Mery  em", ["mer", "ery", "em"]) == Marked("Mery em", ((0, 4), (5, 7)))


def test_nothing_found_in_a_text_shows_its_beginning():
    assert snippets.snippet(["het begin"], ["linde"]) == Marked("het begin")


@given(st.text(max_size=300), st.integers(0, 300), st.integers(1, 12))
def test_marks_stand_where_the_words_are(text, begin, length):
    words = fold(text)[begin : begin + length].split() or ["x"]
    for shown in (snippets.marked(text, words), snippets.snippet([text], words)):
        for a, b in shown.spans:
            assert any(word in fold(shown.text[a:b]) for word in words)


@given(st.text())
def test_a_traced_text_reads_as_a_folded_one(text):
    folded, places = traced(text)
    assert " ".join(folded.split()) == fold(text)
    assert len(folded) == len(places)
    assert places == sorted(places)


def test_the_clock_of_a_note_needs_no_zone_of_ours():
    at = datetime(2026, 1, 5, tzinfo=UTC)
    (said,) = finding_words.said([entry(Note(at, "x"), at)])
    assert said.at == at
