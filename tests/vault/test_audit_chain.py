from datetime import timedelta

import pytest
from desk import MONDAY, Make

from hgkm_desktop.db import Database
from hgkm_desktop.models.codes import Act
from hgkm_desktop.services import audit_log, members
from hgkm_desktop.vault import audit
from hgkm_desktop.vault.audit import Deed, Head


@pytest.fixture
def db(sign_in, desk):
    db = sign_in("Salma")
    make = Make(db)
    for _line in range(6):
        make.walk_in()
    return db


def _broken(db):
    return db.call(audit_log.first_broken_line)


def test_an_untouched_log_is_whole(db):
    assert _broken(db) is None
    assert db.call(audit.broken_at, 5) is None
    assert db.call(audit.contains, db.head)
    assert db.call(audit.contains, Head(0, audit.START))


def test_a_deleted_line_is_noticed(db, raw):
    raw.run("DELETE FROM audit_line WHERE seq = 4")
    assert _broken(db) == 5


def test_the_first_line_cannot_be_deleted_either(db, raw):
    raw.run("DELETE FROM audit_line WHERE seq = 1")
    assert _broken(db) == 2


@pytest.mark.parametrize(
    "change",
    [
        "act = 'read'",
        "kind = 'iets anders'",
        "at = '2020-01-01 00:00:00.000000'",
        "member_id = NULL",
        "record_id = '00000000000000000000000000000001'",
        "hash = x'00'",
    ],
)
def test_a_changed_line_is_noticed(db, raw, change):
    raw.run(f"UPDATE audit_line SET {change} WHERE seq = 4")
    assert _broken(db) in {4, 5}


def test_exchanged_lines_are_noticed(db, raw):
    for number, other in ((4, 400), (5, 4), (400, 5)):
        raw.run("UPDATE audit_line SET seq = ? WHERE seq = ?", other, number)
    assert _broken(db) == 4


def test_a_line_put_between_is_noticed(db, raw):
    seq, at = db.head.seq + 1, "2026-11-23 10:40:00.000000"
    raw.run("INSERT INTO audit_line VALUES (?, ?, NULL, 'read', 'x', NULL, ?)", seq, at, bytes(32))
    assert _broken(db) == seq


def test_a_log_cut_short_no_longer_contains_its_head(db, raw):
    raw.run("DELETE FROM audit_line WHERE seq = ?", db.head.seq)
    assert _broken(db) is None
    assert not db.call(audit.contains, db.head)


def test_lines_follow_their_number_when_the_clock_goes_back(desk, sign_in):
    moments = iter([MONDAY, MONDAY - timedelta(days=500), MONDAY + timedelta(days=1)])
    for moment in moments:
        db = Database(desk.open("Salma"), lambda moment=moment: moment)
        db.call(members.signed_in)
        db.close()
    salma = sign_in("Salma")
    entries = salma.call(audit_log.page)
    numbers = [entry.seq for entry in entries]
    assert numbers == sorted(numbers, reverse=True)
    signed_in = [entry.at for entry in entries if entry.act is Act.SIGN_IN]
    assert signed_in[:2] == [MONDAY + timedelta(days=1), MONDAY - timedelta(days=500)]
    assert _broken(salma) is None


def test_the_same_deed_twice_in_one_go_is_one_line(db):
    before = db.head.seq

    def twice(session):
        audit.mention(session, Act.READ, "x")
        audit.mention(session, Act.READ, "x")
        audit.mention(session, Act.READ, "y")

    db.call(twice)
    assert db.head.seq == before + 2


def test_a_head_survives_its_written_form():
    head = Head(7, bytes(range(32)))
    assert Head.parse(head.text()) == head


def test_nothing_to_write_leaves_the_head_alone(db):
    assert db.call(audit.write, None, [], MONDAY) == db.head


def test_a_line_ties_everything_in_it():
    deed = Deed(Act.READ, "walk_in")
    link = audit.link(audit.START, 1, MONDAY, None, deed)
    assert link != audit.link(audit.START, 2, MONDAY, None, deed)
    assert link != audit.link(audit.START, 1, MONDAY + timedelta(microseconds=1), None, deed)
