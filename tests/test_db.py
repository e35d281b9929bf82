import logging
from contextlib import closing

import pytest
from desk import MONDAY, Make
from sqlalchemy import delete, select, update
from sqlalchemy.exc import UnboundExecutionError

from hgkm_desktop.db import Database
from hgkm_desktop.errors import Conflict, Forbidden, UserError
from hgkm_desktop.models import AuditLine, Draft, TallyDay, WalkIn
from hgkm_desktop.models.codes import Act, HelpTopic
from hgkm_desktop.services import direct, drafts, tallies, walk_in_list, walk_ins
from hgkm_desktop.services.walk_in_list import Query
from hgkm_desktop.vault import audit, store


@pytest.fixture
def heard(db):
    kinds = []
    db.on_change(kinds.append)
    return kinds


def test_what_a_service_returns_is_safe_to_keep(db, make):
    walk_in = make.walk_in(desk_question="vraag")
    db.close()
    assert walk_in.desk_question == "vraag"


def test_whoever_listens_hears_which_kinds_changed(db, make, heard):
    walk_in = make.walk_in()
    assert heard == [frozenset({WalkIn})]
    heard.clear()
    db.call(walk_ins.delete, walk_in.id, "dubbel", now=MONDAY)
    db.call(tallies.add, MONDAY.date(), HelpTopic.DEBT)
    assert heard == [frozenset({WalkIn}), frozenset({TallyDay})]


def test_reading_and_failing_are_not_announced(db, make, heard):
    db.call(walk_in_list.page, Query())
    with pytest.raises(UserError):
        make.walk_in(topics=())
    assert heard == []


def test_statements_for_many_rows_are_announced_too(db, make, heard):
    make.walk_in()
    heard.clear()

    def change(session):
        session.execute(update(WalkIn).values(children=1))
        session.execute(delete(Draft))
        session.execute(select(TallyDay)).all()

    db.call(change)
    assert heard == [frozenset({WalkIn, Draft})]


def test_a_deleted_record_is_announced_and_noted(db, make, heard):
    walk_in = make.walk_in()
    heard.clear()
    db.call(lambda session: session.delete(session.get(WalkIn, walk_in.id)))
    assert heard == [frozenset({WalkIn})]
    with db.engine.connect() as connection:
        newest = connection.execute(select(AuditLine.act).order_by(AuditLine.seq.desc())).first()
    assert newest == (Act.DELETE,)


def test_what_a_failing_service_did_is_undone_and_noted_nowhere(db, make):
    def fail(session):
        make_one(session)
        raise RuntimeError("een fout van ons")

    def make_one(session):
        walk_in = walk_ins.blank(session, now=MONDAY)
        walk_in.topics = (HelpTopic.DEBT,)
        walk_ins.log(session, walk_in, now=MONDAY)

    head = db.head
    with pytest.raises(RuntimeError):
        db.call(fail)
    assert db.call(walk_in_list.count, Query()) == 0
    assert db.head == head


def test_a_record_somebody_else_changed_is_a_conflict(db, make, sign_in):
    walk_in = make.walk_in()
    salma = sign_in("Salma")
    read = salma.call(walk_ins.get, walk_in.id)
    read.children = 3
    salma.call(walk_ins.correct, read, now=MONDAY)
    with pytest.raises(Conflict, match="Iemand anders was je voor"):
        db.call(lambda session: session.merge(walk_in))


def test_a_second_writer_is_told_to_wait_a_moment(db, make, desk, raw_connection):
    make.walk_in()
    with closing(db.engine.raw_connection()) as connection:
        connection.driver_connection.execute("PRAGMA busy_timeout=50").fetchall()
    raw_connection.execute("BEGIN IMMEDIATE")
    with pytest.raises(UserError, match="ander programma") as refused:
        make.walk_in()
    assert refused.value.hint == "Wacht even. Probeer het opnieuw."
    raw_connection.execute("ROLLBACK")
    assert make.walk_in()
    assert db.call(walk_in_list.count, Query()) == 2


@pytest.fixture
def raw_connection(desk):
    with closing(store.connect(desk.vault.database, desk.keys["Joke"].bundle.database)) as opened:
        yield opened


def test_two_who_write_at_the_same_time_both_save(db, sign_in):
    hanan = sign_in("Hanan")
    for _turn in range(5):
        Make(db).walk_in()
        Make(hanan).walk_in()
    assert db.call(walk_in_list.count, Query()) == 10
    assert db.call(audit.broken_at) is None


def test_a_refusal_on_a_file_that_cannot_be_written_is_still_a_refusal(db, desk, raw_connection):
    with closing(db.engine.raw_connection()) as connection:
        connection.driver_connection.execute("PRAGMA busy_timeout=50").fetchall()

    def refuse(session):
        session.rollback()
        raw_connection.execute("BEGIN IMMEDIATE")
        raise Forbidden("nee")

    with pytest.raises(Forbidden, match="nee"):
        db.call(refuse)
    raw_connection.execute("ROLLBACK")


def test_closing_leaves_everything_in_the_main_file(db, make, desk):
    make.walk_in()
    db.close()
    names = {file.name for file in desk.folder.iterdir()}
    assert "logboek.db-wal" not in names
    db.close()


def test_closing_never_fails(db, desk, raw_connection, make):
    make.walk_in()
    with closing(db.engine.raw_connection()) as connection:
        connection.driver_connection.execute("PRAGMA busy_timeout=50").fetchall()
    raw_connection.execute("BEGIN IMMEDIATE")
    db.close()
    raw_connection.execute("ROLLBACK")
    again = Database(desk.open("Joke"), desk.now)
    assert again.call(walk_in_list.count, Query()) == 1
    again.close()


def test_closing_a_log_that_cannot_be_opened_any_more_is_quiet(db, desk, make):
    make.walk_in()
    db.engine.dispose()
    desk.vault.database.rename(desk.folder / "weg")
    db.close()
    (desk.folder / "weg").rename(desk.vault.database)


def test_an_error_carries_no_content(db, make, caplog):
    caplog.set_level(logging.DEBUG)
    make.walk_in(desk_question="zevenblad")

    def break_it(session):
        walk_in = session.scalars(select(WalkIn)).first()
        walk_in.desk_question, walk_in.happened_at = "zevenblad nieuw", None

    with pytest.raises(UserError) as refused:
        db.call(break_it)
    chain, error = "", refused.value
    while error is not None:
        chain, error = chain + repr(error) + str(error), error.__cause__ or error.__context__
    assert "zevenblad" not in chain + caplog.text


def test_a_record_that_could_not_be_saved_is_saved_the_second_time(db):
    walk_in = db.call(walk_ins.blank, now=MONDAY)
    walk_in.topics = (HelpTopic.DEBT,)

    def save_and_fail(session):
        walk_ins.log(session, walk_in, now=MONDAY)
        session.flush()
        raise Forbidden("nee")

    with pytest.raises(Forbidden):
        db.call(save_and_fail)
    assert db.call(walk_in_list.count, Query()) == 0
    saved = db.call(walk_ins.log, walk_in, now=MONDAY)
    assert db.call(walk_ins.get, saved.id).topics == (HelpTopic.DEBT,)


def test_a_draft_that_is_deleted_is_announced_without_a_line_in_the_log(db, heard):
    db.call(drafts.keep, "walk_ins", {"x": 1})
    heard.clear()
    head = db.head
    db.call(lambda session: session.delete(session.scalars(select(Draft)).one()))
    assert heard == [frozenset({Draft})]
    assert db.head == head


def test_a_draft_is_kept_without_a_line_in_the_log(db):
    head = db.head
    db.call(drafts.keep, "walk_ins", {"x": 1})
    assert db.head == head


def test_a_session_that_wrote_past_the_orm_can_do_nothing_else(db):
    """It would wait for itself: the file has one writer."""

    walk_in = db.call(walk_ins.blank, now=MONDAY)
    walk_in.entered_at = MONDAY

    def both(session):
        direct.insert(session, walk_in)
        session.scalars(select(WalkIn)).all()

    with pytest.raises(UnboundExecutionError):
        db.call(both)
    assert db.call(walk_in_list.count, Query()) == 0
