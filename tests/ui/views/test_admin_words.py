from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from hgkm_desktop import texts
from hgkm_desktop.models import Member
from hgkm_desktop.models.codes import Act, Role
from hgkm_desktop.services.audit_log import AuditEntry
from hgkm_desktop.ui.views.admin import copy_words, deeds, people, when
from hgkm_desktop.ui.views.admin.key_ring import finding
from hgkm_desktop.ui.views.admin.log_reader import PAGE, PAGES_A_TIME, LogReader
from hgkm_desktop.vault.backup import Copy
from hgkm_desktop.vault.keyring import State

NOW = datetime(2026, 11, 19, 8, 38, tzinfo=UTC)
YVONNE, HATICE = UUID(int=1), UUID(int=2)


def member(member_id, name, **given):
    return Member(id=member_id, name=name, created_at=NOW - timedelta(days=400), **given)


NAMES = {YVONNE: member(YVONNE, "Yvonne de Wit"), HATICE: member(HATICE, "Hatice")}


def entry(act, kind, *, seq=1, who=YVONNE, record=None, at=NOW):
    return AuditEntry(seq, at, who, act, kind, record)


@pytest.mark.parametrize(
    ("roles", "words"),
    [
        ((Role.VOLUNTEER,), "vrijwilliger, alleen inloop"),
        ((Role.CONFIDANT,), "vertrouwenspersoon"),
        ((Role.VOLUNTEER, Role.CONFIDANT), "vertrouwenspersoon, vrijwilliger"),
        ((Role.ADMINISTRATOR, Role.COORDINATOR), "coördinator, beheerder"),
        ((), ""),
    ],
)
def test_tasks_are_read_from_the_widest_to_the_narrowest(roles, words):
    assert people.roles(roles) == words


def test_every_role_has_a_line_that_explains_it():
    told = {people.explanation(role) for role in Role}
    assert len(told) == len(Role)
    assert all(len(sentence.split()) <= 12 for line in told for sentence in line.split(". "))


@pytest.mark.parametrize(
    ("name", "initials"), [("Hatice", "H."), ("Yvonne de Wit", "Y.D."), ("", ""), ("  ", "")]
)
def test_hidden_names_become_initials(name, initials):
    assert people.shown(name, True) == initials
    assert people.shown(name, False) == name


@pytest.mark.parametrize(
    ("then", "months"),
    [
        (datetime(2026, 11, 19, 8, tzinfo=UTC), 0),
        (datetime(2026, 10, 19, 8, tzinfo=UTC), 1),
        (datetime(2026, 10, 20, 8, tzinfo=UTC), 0),
        (datetime(2026, 2, 10, 8, tzinfo=UTC), 9),
        (datetime(2024, 11, 19, 8, tzinfo=UTC), 24),
        (datetime(2027, 2, 10, 8, tzinfo=UTC), 0),
    ],
)
def test_months_are_counted_by_the_calendar(then, months):
    assert people.months_between(then, NOW) == months


def test_only_who_stays_away_long_is_pointed_out():
    recent = member(HATICE, "Hatice", last_seen_at=NOW - timedelta(days=40))
    away = member(HATICE, "Rabia", last_seen_at=datetime(2026, 2, 10, tzinfo=UTC))
    never = member(HATICE, "Nora")
    left = member(HATICE, "Mina", left_at=datetime(2026, 2, 10, tzinfo=UTC))
    assert [people.months_away(m, NOW) for m in (recent, away, never, left)] == [0, 9, 13, 0]


@pytest.mark.parametrize(
    ("then", "words"),
    [
        (datetime(2026, 11, 19, 8, 5, tzinfo=UTC), "vandaag 9.05"),
        (datetime(2026, 11, 18, 8, tzinfo=UTC), "gisteren"),
        (datetime(2026, 11, 16, 8, tzinfo=UTC), "ma 16 nov"),
        (datetime(2026, 2, 16, 8, tzinfo=UTC), "feb 2026"),
    ],
)
def test_last_here_is_said_in_a_few_words(then, words):
    assert when.last_seen(then, NOW) == words


def test_the_log_shows_a_time_today_and_a_day_before():
    assert when.in_log(NOW, NOW) == "9.38"
    assert when.in_log(NOW - timedelta(days=1), NOW) == "gisteren"
    assert when.in_full(NOW - timedelta(days=1), NOW) == "gisteren, 9.38"


@pytest.mark.parametrize(
    ("act", "kind", "words"),
    [
        (Act.READ, "real_question", "las de echte vraag van een bezoek"),
        (Act.CREATE, "walk_in", "bewaarde een bezoek"),
        (Act.REFUSED, "anything", "mocht iets niet"),
        (Act.SIGN_IN, "member", "meldde zich hier aan"),
        (Act.BACKUP, "organisation", "maakte een kopie"),
    ],
)
def test_a_deed_is_told_in_plain_words(act, kind, words):
    assert deeds.words(entry(act, kind), NAMES) == words


def test_every_act_has_words_whatever_it_was_about():
    for act in Act:
        assert deeds.words(entry(act, "something new"), NAMES)


def test_a_deed_about_a_member_names_her_and_hides_her_when_names_are_hidden():
    line = entry(Act.REVOKE, "member", record=HATICE)
    assert deeds.words(line, NAMES) == "beëindigde de sleutels van Hatice"
    assert deeds.words(line, NAMES, veiled=True) == "beëindigde de sleutels van H."


def test_a_name_with_braces_stays_a_name():
    names = {**NAMES, HATICE: member(HATICE, "{0.__class__} <b>x</b>")}
    line = entry(Act.CREATE, "member", record=HATICE)
    assert "{0.__class__} <b>x</b>" in deeds.words(line, names)


def test_who_did_it_is_a_name_the_program_or_somebody():
    assert deeds.who(entry(Act.READ, "walk_in"), NAMES) == "Yvonne de Wit"
    assert deeds.who(entry(Act.READ, "walk_in"), NAMES, veiled=True) == "Y.D."
    assert deeds.who(entry(Act.MIGRATE, "file", who=None), NAMES) == "Het programma"
    assert deeds.who(entry(Act.READ, "walk_in", who=uuid4()), NAMES) == "Iemand"


def test_one_deed_is_one_line_and_two_deeds_are_two():
    signed_in = [
        entry(Act.SIGN_IN, "member", seq=2, record=YVONNE),
        entry(Act.CHANGE, "member", seq=1, record=YVONNE),
    ]
    added = [
        entry(Act.CHANGE, "statement", seq=5),
        entry(Act.CREATE, "ring_grant", seq=4, record=uuid4()),
        entry(Act.CREATE, "member", seq=3, record=HATICE),
    ]
    saved = [entry(Act.CREATE, "walk_in", seq=n, record=uuid4()) for n in (7, 6)]
    told = deeds.told([*saved, *added, *signed_in])
    assert [(line.act, line.kind) for line in told] == [
        (Act.CREATE, "walk_in"),
        (Act.CREATE, "walk_in"),
        (Act.CREATE, "member"),
        (Act.SIGN_IN, "member"),
    ]


def test_changing_ones_own_tasks_is_never_left_out():
    own = [
        entry(Act.CHANGE, "statement", seq=2),
        entry(Act.CHANGE, "member", seq=1, record=YVONNE),
    ]
    (line,) = deeds.told(own)
    assert deeds.words(line, NAMES) == "veranderde haar eigen regel in het team"


def test_two_refusals_at_one_moment_are_two_lines():
    refused = [entry(Act.REFUSED, "members", seq=n) for n in (2, 1)]
    assert len(deeds.told(refused)) == 2


def test_what_was_only_bookkeeping_is_still_told():
    (line,) = deeds.told([entry(Act.CREATE, "ring_grant", record=uuid4())])
    assert deeds.words(line, NAMES) == "gaf een sleutel"


def log_of(count, act=Act.CREATE):
    return [entry(act, "walk_in", seq=n, record=UUID(int=n)) for n in range(count, 0, -1)]


def reader_of(lines):
    def read(before, limit):
        older = [line for line in lines if before is None or line.seq < before]
        return older[:limit]

    return LogReader(read)


def test_the_log_is_read_page_by_page_to_its_first_line():
    reader = reader_of(log_of(2 * PAGE + 30))
    reader.start()
    assert len(reader.lines()) == PAGE
    reader.more()
    reader.more()
    assert [line.seq for line in reader.lines()] == list(range(2 * PAGE + 30, 0, -1))
    assert reader.is_at_the_end
    assert reader.oldest().seq == 1


def test_a_rare_deed_is_looked_for_further_back():
    lines = log_of(6 * PAGE)
    lines[-5] = entry(Act.PRINT, "handout", seq=5)
    reader = reader_of(lines)
    reader.start()
    reader.choose(act=Act.PRINT)
    assert [line.seq for line in reader.lines()] == [5]
    reader.choose(act=None)
    assert len(reader.lines()) == 6 * PAGE


def test_looking_back_stops_to_ask_after_a_while():
    reader = reader_of(log_of((PAGES_A_TIME + 5) * PAGE))
    reader.start()
    reader.choose(member_id=HATICE)
    assert reader.lines() == []
    assert not reader.is_at_the_end
    reader.more()
    assert reader.is_at_the_end


def test_an_empty_log_has_no_lines():
    reader = reader_of([])
    reader.start()
    assert (reader.lines(), reader.oldest(), reader.is_at_the_end) == ([], None, True)


@pytest.mark.parametrize(
    ("days", "title", "tone"),
    [
        (None, "Nog geen kopie", "am"),
        (1, "Kopie van gisteren, 9.38", "ok"),
        (8, "Kopie van wo 11 nov, 9.38", "am"),
    ],
)
def test_an_old_copy_asks_for_a_new_one(days, title, tone):
    made_at = None if days is None else NOW - timedelta(days=days)
    told = copy_words.copy_made(made_at, NOW)
    assert (told.title, told.tone) == (title, tone)


def test_a_fresh_copy_says_what_it_is():
    copy = Copy(Path("/stick/logboek-kopie-2026-11-19-093800"), NOW, 1_250_000, 512)
    told = copy_words.copy_made(NOW, NOW, copy)
    assert told.text == (
        "logboek-kopie-2026-11-19-093800, 1,2 MB, 512 regels. Teruglezen is gelukt."
    )
    assert copy_words.size(300) == "1 kB"


@pytest.mark.parametrize(
    ("then", "title", "tone"),
    [
        (None, "Herstelblad, nog nooit getest", "am"),
        (datetime(2026, 11, 16, 8, tzinfo=UTC), "Herstelblad, getest op ma 16 nov", "ok"),
        (datetime(2026, 4, 16, 8, tzinfo=UTC), "Herstelblad, 7 maanden niet getest", "am"),
    ],
)
def test_the_sheet_asks_to_be_tested_twice_a_year(then, title, tone):
    told = copy_words.sheet_tested(then, NOW)
    assert (told.title, told.tone) == (title, tone)


@pytest.mark.parametrize("state", list(State))
def test_every_state_of_the_key_ring_has_words_and_a_tone(state):
    found = finding(state)
    assert found.title
    assert found.text
    assert (found.tone == "ok") == (state is State.READY)


@pytest.mark.parametrize("language", ["nl", "en", "ar"])
def test_the_words_exist_in_every_language(language):
    texts.use(language)
    line = entry(Act.CREATE, "member", record=HATICE)
    assert "Hatice" in deeds.words(line, NAMES)
