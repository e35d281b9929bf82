"""Whatever is typed beside somebody is stored clean or refused beside its field, never by half."""

import pytest
from day_beside_her import everything
from desk import MONDAY
from hostile import HOSTILE, is_tidy
from sqlalchemy import text as sql
from sqlalchemy.orm import Session
from standing_beside import MAY_CONTACT, TODAY, YES, linde, member, open_linde
from typed_fields import TYPED, texts_in
from typing_into_cases import NOW, SHARE, way_in

from hgkm_desktop.errors import Invalid
from hgkm_desktop.rules import names, pasted, recognisable
from hgkm_desktop.rules.bodies import Note
from hgkm_desktop.services import (
    case_notes,
    case_team,
    cases,
    consents,
    drafts,
    finding,
    gathering,
    members,
    safe_contact,
)
from hgkm_desktop.services.fields import clean, one_line
from hgkm_desktop.services.recovery import NOBODY

TEXTS = [text for _, text in HOSTILE]
FEWER = [text for text in TEXTS if len(text) < 100_000 or text == max(TEXTS, key=len)]
"""One megabyte is as long as another; cleaning it takes a while."""
SAME_WAY = {"Handover", "Holder", "Waiting", "AskedAfter"}
"""What goes through one and the same line of holders.py, and needs a new case each time."""
TABLES = (
    *("case_record", "case_entry", "advice_call", "ring", "ring_grant", "draft", "erasure"),
    *("appointment", "partner_count", "shift_note"),
)
COUNTS = "SELECT organisation, number FROM referral_count"


class Beside:
    """Leyla beside somebody; after every refusal the file holds what it held before."""

    def __init__(self, desk, db) -> None:
        self.desk, self.db = desk, db
        self.begin_anew()
        self.note(consents.answer, MAY_CONTACT)

    def begin_anew(self) -> None:
        self.case_id = open_linde(self.desk, self.db)

    def note(self, service, *given):
        return self.call(service, self.case_id, *given, **NOW)

    def call(self, service, *given, **named):
        before = self._rows()
        try:
            return self.db.call(service, *given, **named)
        except Invalid:
            assert self._rows() == before, "nothing is stored by half"
            raise

    def texts(self, place: str) -> list[str]:
        found = texts_in(everything(self.db, self.case_id))
        return [text for where, text in found if where == place]

    def _rows(self) -> list:
        with Session(self.db.engine) as session:
            counts = [session.scalar(sql(f"SELECT count(*) FROM {table}")) for table in TABLES]
            names = session.execute(sql("SELECT id, sealed, board FROM case_record ORDER BY id"))
            return [counts, names.all(), session.execute(sql(COUNTS)).all()]


@pytest.fixture
def at(desk, sign_in):
    return Beside(desk, sign_in("Leyla"))


@pytest.mark.parametrize("place", sorted(TYPED))
def test_a_field_takes_anything_or_says_beside_it_why_not(at, place):
    put, key = way_in(place)
    stored = refused = 0
    for text in FEWER[:: 3 if place.split(".")[0] in SAME_WAY else 1]:
        try:
            put(at, text)
        except Invalid as error:
            assert set(error.problems) <= {key, "receiver"}
            assert all(map(is_tidy, error.problems.values()))
            refused += 1
            continue
        stored += 1
        kept, wanted = at.texts(place), {clean(text), one_line(text)}
        assert wanted & set(kept) or wanted == {""}, ascii(text)[:40]
        assert all(map(is_tidy, kept))
    assert refused or place.split(".")[0] in SAME_WAY, "a megabyte is always too long"
    assert stored or place == "SafeContact.number"


@pytest.mark.parametrize("text", ["haar bsn is 111222333", "x" * 200_000, "wachtwoord: Zomer77!"])
@pytest.mark.parametrize("place", sorted(TYPED - {"CaseName.alias"}))
def test_what_is_never_kept_is_kept_in_no_field(at, place, text):
    put, key = way_in(place)
    with pytest.raises(Invalid) as refused:
        put(at, text)
    assert set(refused.value.problems) <= {key, "receiver"}
    assert text not in at.texts(place)


def test_an_alias_that_is_a_number_of_hers_is_refused(at):
    for service in (_rename, _begin):
        with pytest.raises(Invalid) as refused:
            service(at, "bsn 111222333")
        assert set(refused.value.problems) == {"alias"}


def _rename(at, text):
    at.call(cases.rename, at.case_id, text)


def _begin(at, text):
    new = linde(at.desk)
    at.call(cases.open_case, type(new)(text, new.candidates, YES, new.began), **NOW)


def test_a_case_begins_with_any_alias_or_says_why_not(at):
    for text in FEWER:
        try:
            _begin(at, text)
        except Invalid as refused:
            assert set(refused.problems) == {"alias"}
    assert all(is_tidy(name.alias) for name in at.db.call(cases.names).values())


@pytest.mark.parametrize("field", ["heard_by", "language", "her_words", "why", "text_version"])
def test_her_first_yes_takes_anything_or_says_why_not(at, field):
    new = linde(at.desk)
    for text in FEWER:
        consent = type(YES)(YES.purpose, YES.form, YES.on, **{field: text})
        given = type(new)("", new.candidates, consent, new.began)
        try:
            at.case_id = at.call(cases.open_case, given, **NOW)
        except Invalid as refused:
            assert set(refused.problems) == {"consent"}
            continue
        assert {clean(text), one_line(text)} & set(at.texts(f"Consent.{field}"))


def test_who_heard_that_she_took_it_back_is_a_text_like_any_other(at):
    for text in FEWER:
        at.note(consents.answer, SHARE)
        back = SHARE.purpose, SHARE.receiver
        try:
            at.call(consents.withdraw, at.case_id, *back, heard_by=text, **NOW)
        except Invalid as refused:
            assert set(refused.problems) == {"heard_by"}
    assert all(map(is_tidy, at.texts("Consent.heard_by")))


def test_how_she_may_be_reached_comes_with_her_yes_or_not_at_all(at):
    agreed = at.db.call(cases.page, at.case_id).standing.contact
    assert agreed is None
    for text in FEWER:
        consent = type(YES)(MAY_CONTACT.purpose, MAY_CONTACT.form, TODAY, person=text)
        try:
            at.note(safe_contact.agree_with, consent, None)
        except Invalid as refused:
            assert set(refused.problems) == {"consent.person"}
    assert all(map(is_tidy, at.texts("Consent.person")))


def test_the_reason_to_bring_a_case_back_is_right_before_anything_is_done(desk, at, sign_in):
    bea, leyla = sign_in("Bea"), [cases.Candidate(member(desk, "Leyla"), False)]
    for name in ("Leyla", "Imane"):
        bea.call(members.reset_passphrase, member(desk, name), now=MONDAY)
    at.db = sign_in("Salma")
    for text in FEWER:
        with pytest.raises(Invalid) as refused:
            at.note(case_team.recover, text, NOBODY, leyla)
        assert set(refused.value.problems) in ({"reason"}, {"halves"})


def test_a_half_typed_note_comes_back_as_it_was(at):
    for text in TEXTS:
        place, typed = f"cases/{at.case_id}/note", {"seen": text, "think": text}
        at.db.call(drafts.keep, place, typed)
        assert at.db.call(drafts.look, place) == typed


def test_looking_for_anything_never_fails_and_finds_what_was_stored(at):
    kept = []
    for text in TEXTS:
        try:
            entry = at.note(case_notes.write, Note(MONDAY, seen=text))
        except Invalid:
            continue
        kept.append((entry, clean(text)))
    index = at.db.call(gathering.gather)
    for text in TEXTS:
        for veiled in (True, False):
            hits = list(finding.search(index, text, 500, veiled=veiled))
            assert all(is_tidy(hit.title.text + hit.snippet.text) for hit in hits)
        assert at.db.call(finding.visits, text) == []
    for entry, text in kept:
        words = finding.words_of(text)
        hits = finding.search(index, text, 500)
        found = {getattr(hit.target, "entry_id", None) for hit in hits}
        assert entry in found or not words or len(text) > finding.LONGEST, ascii(text)[:60]


def test_what_looks_along_while_somebody_types_never_fails():
    for text in TEXTS:
        assert names.looks_like_name(text) in (True, False)
        pasted.looks_like_chat(text)
        recognisable.find(text[: case_notes.LONGEST])
