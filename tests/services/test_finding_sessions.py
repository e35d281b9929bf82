"""Finding sessions again: by what they are called, where and by whom; never by who came."""

from datetime import date, timedelta

import pytest
from desk import MONDAY
from meeting import planned, register

from hgkm_desktop.rules.follow_ups import PrivateFollowUp
from hgkm_desktop.services import finding, follow_ups, gathering
from hgkm_desktop.services.finding import Kind, OpenPage
from hgkm_desktop.services.information_sessions import ShowSession
from hgkm_desktop.ui.palette_lines import Surroundings, line_of

TODAY = date(2026, 11, 23)


@pytest.fixture
def index(db):
    """What Joke finds: one session that was, and two that come."""
    for days in (-7, 8, 1):
        planned(db, TODAY + timedelta(days=days), speaker="mr. Kok")
    return db.call(gathering.gather)


def found(index, typed, **more):
    return [hit for hit in finding.search(index, typed, **more) if hit.kind is Kind.SESSION]


def test_the_next_session_comes_first_and_what_was_last(index):
    days = [hit.at.date() for hit in found(index, "scheiden")]
    assert days == [TODAY + timedelta(days=n) for n in (1, 8, -7)]


@pytest.mark.parametrize("typed", ["rechten", "zaal 1", "KOK", "kok zaal"])
def test_a_session_is_found_by_name_place_and_speaker(index, typed):
    assert len(found(index, typed)) == 3


def test_of_many_only_the_newest_are_found(db, monkeypatch):
    monkeypatch.setattr(gathering, "MOST_SESSIONS", 1)
    planned(db)
    last = planned(db, TODAY + timedelta(days=9))
    (hit,) = found(db.call(gathering.gather), "scheiden")
    assert hit.target == ShowSession(last.id)


def test_nobody_on_a_list_is_found_nor_who_stayed_behind(db, sign_in):
    held = planned(db)
    register(db, held.id, "Kraanvogel")
    leyla = sign_in("Leyla")
    kept = PrivateFollowUp("Kraanvogel", "zevenblad")
    leyla.call(follow_ups.begin, kept, now=MONDAY)
    for each in (db, leyla):
        index = each.call(gathering.gather)
        for typed in ("kraanvogel", "zevenblad", "gesprek erna"):
            hits = list(finding.search(index, typed))
            assert [hit for hit in hits if hit.kind is not Kind.DEED] == []


def test_a_line_says_when_and_where_and_hides_nothing_behind_the_veil(index):
    (hit, *_) = found(index, "scheiden", veiled=True)
    line = line_of(hit, Surroundings(MONDAY))
    assert line.title.text == "Je rechten bij scheiden"
    assert line.below.text == "di 24 nov, 10.00 · zaal 1"
    assert finding.page_of(hit.target) == "sessions"


@pytest.mark.parametrize(
    ("name", "plans"), [("Joke", True), ("Salma", True), ("Hanan", False), ("Leyla", False)]
)
def test_only_who_plans_is_offered_a_new_session(sign_in, name, plans):
    index = sign_in(name).call(gathering.gather)
    hits = finding.search(index, "nieuwe bijeenkomst")
    assert (OpenPage("sessions", is_new=True) in [hit.target for hit in hits]) is plans


def test_an_administrator_finds_no_sessions(db, sign_in):
    planned(db)
    assert found(sign_in("Bea").call(gathering.gather), "scheiden") == []
