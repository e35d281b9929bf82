"""What goes straight to the driver is saved, told and refused as anything else."""

import pytest
from desk import MONDAY
from sqlalchemy import select
from sqlalchemy.orm import Session

from hgkm_desktop.models import AuditLine, PrintLine, WalkIn
from hgkm_desktop.models.codes import (
    Act,
    ContactBy,
    ContactSetting,
    FollowUp,
    HelpTopic,
    Language,
    SignalLevel,
    TellsAbout,
    Urgency,
    Visit,
)
from hgkm_desktop.services import direct


def full(**other) -> WalkIn:
    """A walk-in with something in every column."""
    return WalkIn(
        happened_at=MONDAY,
        setting=ContactSetting.WALK_IN,
        topics=(HelpTopic.DEBT, HelpTopic.HOUSING),
        contact_by=ContactBy.SELF,
        language=Language.ARABIC_MOROCCAN,
        visit=Visit.NEW,
        signal=SignalLevel.CLEAR,
        tells_about=TellsAbout.SELF,
        urgency=Urgency.SOON,
        follow_up=FollowUp.COMES_BACK,
        follow_up_on=MONDAY.date(),
        children=2,
        desk_question="brief",
        search_key="brief",
        sealed=b"verzegeld",
        entered_at=MONDAY,
        **other,
    )


def columns(record) -> dict:
    return {c.key: getattr(record, c.key) for c in WalkIn.__table__.columns if c.key != "id"}


def test_an_insert_stores_what_the_orm_would_have_stored(db):
    plain, ours = full(), full()
    db.call(lambda session: session.add(plain))
    db.call(direct.insert, ours)
    with Session(db.engine) as session:
        stored = [columns(session.get(WalkIn, record.id)) for record in (plain, ours)]
    assert stored[0] == stored[1] == columns(ours)


def test_an_insert_is_in_the_log_and_told_to_the_views(db):
    told, record = [], full()
    db.on_change(told.append)
    db.call(direct.insert, record)
    assert told == [frozenset({WalkIn})]
    with Session(db.engine) as session:
        last = session.scalars(select(AuditLine).order_by(AuditLine.seq.desc())).first()
    assert (last.act, last.kind, last.record_id) == (Act.CREATE, "walk_in", record.id)


def test_an_insert_that_is_rolled_back_can_be_tried_again(db):
    record = full()

    def fail(session):
        direct.insert(session, record)
        raise RuntimeError

    with pytest.raises(RuntimeError):
        db.call(fail)
    db.call(direct.insert, record)
    with Session(db.engine) as session:
        assert session.get(WalkIn, record.id).version == 1


def test_a_record_that_has_no_version_is_saved_without_one(db):
    line = PrintLine(sheet="money", language="so", copies=5, day=MONDAY.date())
    db.call(direct.insert, line)
    with Session(db.engine) as session:
        assert session.get(PrintLine, line.id).copies == 5


def test_reading_does_not_wait_for_somebody_who_writes(db):
    writer = db.engine.raw_connection()
    writer.driver_connection.execute("BEGIN IMMEDIATE")
    assert db.call(direct.fetched, "SELECT count(*) FROM walk_in", ()) == [(0,)]
    writer.driver_connection.execute("ROLLBACK")
    writer.close()
