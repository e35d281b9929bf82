"""Finding again: everything that is hers to read, nothing of anybody else (R-075, US-2)."""

from dataclasses import fields, is_dataclass, replace
from datetime import timedelta
from uuid import UUID

import pytest
from desk import MONDAY
from standing_beside import YES, candidates, open_linde

from hgkm_desktop import texts
from hgkm_desktop.errors import Forbidden
from hgkm_desktop.models import Partner, PartnerPerson, RealQuestion
from hgkm_desktop.rules.bodies import Began, Note
from hgkm_desktop.services import (
    case_notes,
    cases,
    consents,
    finding,
    gathering,
    partner_changes,
    partner_people,
    sheets,
)
from hgkm_desktop.services.cases import NewCase
from hgkm_desktop.services.finding import Kind, OpenCase, OpenPage, OpenSheet, OpenVisit, search
from hgkm_desktop.services.partners import ShowPartner

NOW = {"now": MONDAY}


def said_in(thing: object) -> list[str]:
    """Return every text that an index or a hit holds, however deep."""
    if isinstance(thing, str):
        return [thing]
    if isinstance(thing, dict):
        return [text for pair in thing.items() for each in pair for text in said_in(each)]
    if isinstance(thing, tuple | list | set | frozenset):
        return [text for each in thing for text in said_in(each)]
    if is_dataclass(thing):
        return [text for field in fields(thing) for text in said_in(getattr(thing, field.name))]
    return []


@pytest.fixture
def leyla(sign_in):
    return sign_in("Leyla")


@pytest.fixture
def linde(desk, leyla):
    return open_linde(desk, leyla)


@pytest.fixture
def note(leyla, linde):
    """Write a note beside Linde."""

    def write(seen="", case_id=linde, **given):
        at = given.pop("at", MONDAY)
        return leyla.call(case_notes.write, case_id, Note(at, seen, **given), **NOW)

    return write


def found(db, typed, **given):
    index = db.call(gathering.with_questions, db.call(gathering.gather))
    return list(finding.search(index, typed, **given))


def people(db, typed, **given):
    return [hit for hit in found(db, typed, **given) if hit.kind is not Kind.DEED]


@pytest.mark.parametrize("typed", ["Linde", "lin", "LÍNDE", "  linde ", "{code}", "{digits}"])
def test_she_is_found_by_alias_and_by_code(leyla, linde, typed):
    code = leyla.call(cases.name_of, linde).code
    hits = people(leyla, typed.format(code=code, digits=code.replace("-", "").lower()))
    assert [hit.target for hit in hits] == [OpenCase(linde)]
    assert hits[0].title.text == "Linde"
    assert hits[0].case.name.code == code


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Zij kwam ná het café.", "cafe"),
        ("Zij kwam ná het café.", "NA Café"),
        ("هي تسكن عند أختها", "اختها"),
        ("كتبت الرسالة", "الرساله"),
        ("zevenblad en zuring", "zuring zeven"),
    ],
)
def test_a_note_is_found_however_it_was_written(note, leyla, written, typed):
    entry = note(written)
    hits = people(leyla, typed)
    assert [hit.target.entry_id for hit in hits] == [entry]
    assert (hits[0].title.text, hits[0].about, hits[0].at) == ("Linde", "Gesprek", MONDAY)
    assert hits[0].snippet.text == written
    assert hits[0].snippet.spans


def test_every_word_must_be_there_and_her_name_may_be_one_of_them(note, leyla, desk):
    roos = NewCase("Roos", candidates(desk), YES, Began(YES.on))
    other = leyla.call(cases.open_case, roos, **NOW)
    hers, others = note("de school belde"), note("de school belde", other)
    assert [hit.target.entry_id for hit in people(leyla, "school linde")] == [hers]
    assert [hit.target.entry_id for hit in people(leyla, "roos school")] == [others]
    assert people(leyla, "school bakker") == []


def test_a_name_alone_does_not_bring_all_her_notes(note, leyla):
    note("zevenblad")
    mention = note("Linde zei het zelf")
    assert [hit.target.entry_id for hit in people(leyla, "linde")] == [None, mention]


def test_a_correction_is_found_beside_its_note(note, leyla):
    first = note("op dinsdag")
    second = note("het was woensdag", corrects=first)
    assert [hit.target.entry_id for hit in people(leyla, "woensdag")] == [second]
    assert [hit.target.entry_id for hit in people(leyla, "dinsdag")] == [first]


def test_the_newest_come_first_and_no_more_than_asked(note, leyla):
    days = [note("school", at=MONDAY - timedelta(days=n)) for n in (5, 1, 9, 3)]
    hits = people(leyla, "school", limit=3)
    assert [hit.target.entry_id for hit in hits] == [days[1], days[3], days[0]]


def test_searching_asks_nothing_of_the_file(leyla, note):
    note("zevenblad")
    index = leyla.call(gathering.gather)
    leyla.close()
    assert [hit.about for hit in finding.search(index, "zevenblad")][:1] == ["Gesprek"]


def test_a_question_that_is_too_long_or_has_too_many_words_is_cut(leyla, linde):
    assert len(finding.words_of("a b c d e f g h i j k")) == finding.MOST_WORDS
    assert finding.words_of("x" * 500) == ("x" * finding.LONGEST,)
    assert finding.words_of("een EEN één") == ("een",)


def test_visits_are_found_by_what_the_desk_noted(sign_in, make):
    make.walk_in(desk_question="Vroeg naar de huur", now=MONDAY - timedelta(days=2))
    newest = make.walk_in(desk_question="De huur is hoger")
    hanan = sign_in("Hanan")
    hits = hanan.call(finding.visits, "huur")
    assert [hit.snippet.text for hit in hits] == ["De huur is hoger", "Vroeg naar de huur"]
    assert hits[0].target == OpenVisit(newest.id)
    assert hanan.call(finding.visits, "huur", limit=1) == hits[:1]
    assert hanan.call(finding.visits, "  ") == []
    veiled = hanan.call(finding.visits, "huur", veiled=True)
    assert [(hit.snippet.text, hit.about) for hit in veiled] == [("", "Aan de balie")] * 2
    with pytest.raises(Forbidden):
        sign_in("Bea").call(finding.visits, "huur")


def test_sheets_are_found_by_title_in_the_language_of_the_window_and_in_dutch(db):
    assert [h.target for h in people(db, "time-outplek")] == [OpenSheet("time_out")]
    texts.use("ar")
    title = db.call(sheets.text, "time_out", "ar").title
    for typed in (title, "time-outplek"):
        hits = [hit for hit in people(db, typed) if hit.target == OpenSheet("time_out")]
        assert [hit.title.text for hit in hits] == [title]


def test_a_title_of_our_own_is_found(db):
    before = db.call(sheets.text, "time_out", "nl")
    db.call(sheets.keep, replace(before, title="Even weg van huis"), before, **NOW)
    assert [hit.title.text for hit in people(db, "even weg")] == ["Even weg van huis"]


def test_pages_are_found_by_title_and_something_new_is_always_offered(leyla):
    pages = {"walk_ins": "Inloop", "admin": "Beheer"}
    index = finding.with_pages(leyla.call(gathering.gather), pages)
    new = OpenPage("walk_ins", is_new=True)
    targets = [hit.target for hit in finding.search(index, "")]
    assert targets == [new, OpenPage("walk_ins"), OpenPage("admin")]
    assert [hit.target for hit in finding.search(index, "behee")] == [OpenPage("admin"), new]
    assert [hit.target for hit in finding.search(index, "zzz")] == [new]
    assert [finding.page_of(target) for target in (OpenCase(UUID(int=1)), new)] == [
        "cases",
        "walk_ins",
    ]


def test_behind_the_veil_stand_codes_and_no_words(leyla, note, linde, make):
    note("Linde zag zevenblad")
    make.walk_in(RealQuestion("Linde zag zevenblad"))
    code = leyla.call(cases.name_of, linde).code
    hits = people(leyla, "linde", veiled=True)
    assert [hit.title.text for hit in hits] == [code, code, ""]
    assert all(not hit.snippet.text for hit in hits)
    shown = [text for hit in hits for text in (hit.title.text, hit.snippet.text, hit.about)]
    assert not any("zevenblad" in text or "Linde" in text for text in shown)


def test_her_yes_is_found_by_who_may_know(leyla, linde):
    yes = replace(YES, purpose=consents.Purpose.SHARE_WITH_PARTNER, receiver="Buurtteam Osdorp")
    leyla.call(consents.answer, linde, replace(yes, may_know=tuple(consents.PARTS)), **NOW)
    assert [hit.about for hit in people(leyla, "osdorp")] == ["Delen met een partner"]


def test_a_partner_is_found_by_name_or_by_who_works_there_and_opens_by_id(sign_in):
    joke = sign_in("Joke")
    partner = joke.call(partner_changes.save, Partner(name="Buurtteam Osdorp"), now=MONDAY)
    face = PartnerPerson(
        partner_id=partner.id, name="Jolanda", direct_number="020 555 0131", is_fixed=True
    )
    joke.call(partner_people.save_person, face, now=MONDAY)
    for typed in ("osdorp", "jolanda", "buurt jol"):
        (hit,) = [hit for hit in people(joke, typed) if hit.kind is Kind.PARTNER]
        assert hit.target == ShowPartner(partner.id)
        assert hit.about == "Jolanda · 020 555 0131"


def test_behind_the_veil_a_partner_is_a_name_without_a_person_or_number(sign_in):
    joke = sign_in("Joke")
    partner = Partner(name="Buurtteam Osdorp", general_number="020 555 0130")
    joke.call(partner_changes.save, partner, now=MONDAY)
    index = joke.call(gathering.gather)
    (hit,) = [h for h in search(index, "osdorp", veiled=True) if h.kind is Kind.PARTNER]
    assert (hit.title.text, hit.about) == ("Buurtteam Osdorp", "")


def test_a_face_who_leaves_is_not_told_with_the_partner_any_more(sign_in):
    joke = sign_in("Joke")
    partner = joke.call(partner_changes.save, Partner(name="Buurtteam Osdorp"), now=MONDAY)
    face = PartnerPerson(partner_id=partner.id, name="Jolanda", is_fixed=True)
    face = joke.call(partner_people.save_person, face, now=MONDAY)
    joke.call(partner_people.end_person, face.id, MONDAY.date())
    (hit,) = [hit for hit in people(joke, "osdorp") if hit.kind is Kind.PARTNER]
    assert hit.about == ""
