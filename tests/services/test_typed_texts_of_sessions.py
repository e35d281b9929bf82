"""Whatever is typed of a session is stored clean or refused beside its field, never by half."""

from dataclasses import replace

import pytest
from hostile import HOSTILE, is_tidy
from meeting import NOW, meeting, planned
from sqlalchemy import text as sql
from sqlalchemy.orm import Session
from standing_beside import AGREED, MONDAY
from typed_fields import OF_SESSIONS

from hgkm_desktop.errors import Conflict, Invalid
from hgkm_desktop.rules import first_names
from hgkm_desktop.rules.contact import Channel
from hgkm_desktop.rules.follow_ups import PrivateFollowUp, Step
from hgkm_desktop.rules.sessions import NameKind
from hgkm_desktop.services import (
    attendance,
    follow_ups,
    information_sessions,
    registration_files,
    registrations,
    session_list,
    session_reach,
    tables,
)
from hgkm_desktop.services.fields import clean, one_line
from hgkm_desktop.services.registration_files import Column
from hgkm_desktop.services.registrations import NewRegistration
from hgkm_desktop.services.session_list import Query

TEXTS = [text for _, text in HOSTILE]
FEWER = [text for text in TEXTS if len(text) < 100_000 or text == max(TEXTS, key=len)]
"""One megabyte is as long as another; cleaning it takes a while."""
REACH = (
    *("number", "name_we_use", "voicemail", "if_another_answers", "if_line_drops"),
    *("code_word", "who_may_answer"),
)
PLACES = [*sorted(OF_SESSIONS), *(f"SafeContact.{name}" for name in REACH)]
TABLES = "information_session", "registration", "session_follow_up"
SHE_MAY = {"now": MONDAY.replace(day=24)}


class Typing:
    """How a text gets into a field, and how that field reads afterwards."""

    def __init__(self, db, leyla) -> None:
        self.db, self.leyla = db, leyla
        self.known = planned(db)
        new = NewRegistration("Hodan")
        self.hodan = db.call(registrations.register, self.known.id, new).registration

    def into(self, place: str, text: str) -> str:
        kind, field = place.split(".")
        before = self._rows()
        try:
            return getattr(self, f"_{kind.lower()}")(field, text)
        except Invalid:
            assert self._rows() == before, "kept by half"
            raise

    def _informationsession(self, field, text):
        if field == "off_why":
            one = self._get()
            return self.db.call(information_sessions.call_off, one.id, one.version, text).off_why
        if field == "what_worked":
            self.db.call(attendance.what_worked, self.known.id, text)
            return self._get().what_worked
        one = self.db.call(information_sessions.save, meeting(**{field: text}), **NOW)
        return getattr(self.db.call(information_sessions.get, one.id), field)

    def _get(self):
        return self.db.call(information_sessions.get, self.known.id)

    def _registration(self, _field, text, kind=NameKind.ALIAS):
        new = NewRegistration(text, kind)
        return self.db.call(registrations.register, self.known.id, new).registration.name

    def _privatefollowup(self, field, text):
        return getattr(self._follow_up(**{field: text}), field)

    def _step(self, _field, text):
        steps = self._follow_up(steps=(Step(text),)).steps
        return steps[0].what if steps else ""

    def _follow_up(self, **given):
        told = replace(PrivateFollowUp("Roos"), **given)
        kept = self.leyla.call(follow_ups.begin, told, **NOW)
        lines = self.leyla.call(follow_ups.everything)
        return next(line.follow_up for line in lines if line.id == kept)

    def _safecontact(self, field, text):
        agreed = replace(AGREED, **{field: text})
        self.db.call(session_reach.agree, self.hodan.id, agreed, **NOW)
        reach = session_reach.reach, self.hodan.id, Channel.CALL
        return getattr(self.leyla.call(*reach, **SHE_MAY).agreed, field)

    def _rows(self):
        with Session(self.db.engine) as session:
            return [session.execute(sql(f"SELECT * FROM {name}")).all() for name in TABLES]


@pytest.fixture
def typing(db, sign_in):
    return Typing(db, sign_in("Leyla"))


def problem_field(place):
    kind, field = place.split(".")
    return {"Step": "steps.0"}.get(kind, field)


@pytest.mark.parametrize("place", PLACES)
def test_a_field_takes_anything_or_says_beside_it_why_not(typing, place):
    stored = refused = 0
    for text in FEWER:
        try:
            kept = typing.into(place, text)
        except Invalid as error:
            assert set(error.problems) == {problem_field(place)}
            assert all(map(is_tidy, error.problems.values()))
            refused += 1
            continue
        stored += 1
        assert kept in {clean(text), one_line(text)}, ascii(text)[:40]
        assert is_tidy(kept)
    assert refused, "a megabyte is always too long"
    assert stored


@pytest.mark.parametrize("text", ["haar bsn is 111222333", "x" * 200_000, "wachtwoord: Zomer77!"])
@pytest.mark.parametrize("place", PLACES)
def test_what_is_never_kept_is_kept_in_no_field(typing, place, text):
    with pytest.raises(Invalid) as refused:
        typing.into(place, text)
    assert set(refused.value.problems) == {problem_field(place)}


@pytest.mark.parametrize("way", ["register", "door", "file", "change"])
def test_a_first_name_is_tidy_and_short_however_it_comes_in(typing, way):
    """A formula, markup, right-to-left with digits, a megabyte: by every way to the list."""
    db, list_id = typing.db, typing.known.id
    for text in FEWER:
        try:
            name = _named(db, list_id, way, text, typing.hodan.id)
        except Invalid as error:
            assert set(error.problems) == {"name"}
            continue
        assert is_tidy(name) and len(name) <= first_names.LONGEST
        assert len(name.split()) <= 2
        assert sum(map(str.isdigit, name)) <= first_names.MOST_DIGITS


def _named(db, list_id, way, text, hodan_id):
    if way == "register":
        return db.call(registrations.register, list_id, NewRegistration(text)).registration.name
    if way == "door":
        assert isinstance(db.call(attendance.matches, list_id, text), list)
        return db.call(attendance.arrive, list_id, text).registration.name
    if way == "change":
        rows = db.call(registrations.of_session, list_id)
        hodan = next(one for one in rows if one.id == hodan_id)
        hodan.name, hodan.kind = text, NameKind.FIRST_NAME
        return db.call(registrations.change, hodan).registration.name
    row = tables.Row(2, (text,))
    table = tables.Table(("naam",), (row,), ())
    found = db.call(registration_files.preview, list_id, table, {Column.NAME: 0})
    db.call(registration_files.take_in, list_id, found)
    return next((new.name for _, new in found.good), "")


def test_whatever_is_sought_the_list_answers(typing):
    for text in FEWER:
        query = Query(MONDAY, text=text)
        rows = typing.db.call(session_list.page, query).rows
        assert len(rows) == typing.db.call(session_list.count, query)


def test_a_session_with_any_words_is_found_by_its_line(typing):
    for text in FEWER:
        try:
            title = typing.into("InformationSession.title", text)
        except (Invalid, Conflict):
            continue
        titles = [row.title for row in typing.db.call(session_list.page, Query(MONDAY)).rows]
        assert title in titles
