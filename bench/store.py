"""The largest log: our services beside the same statements on a bare sqlcipher3 connection."""

import uuid
from collections.abc import Iterator
from itertools import count
from typing import Any

from bench.measure import Result, beside
from hgkm_desktop import clock
from hgkm_desktop.db import Database
from hgkm_desktop.models import WalkIn
from hgkm_desktop.models.codes import ContactSetting, HelpTopic, SignalLevel
from hgkm_desktop.services import search, walk_in_list, walk_ins
from hgkm_desktop.services.walk_in_list import PAGE, Query
from hgkm_desktop.vault import store

READ = 1.3
SAVE = 1.5


def results(db: Database) -> Iterator[Result]:
    """Yield one line per thing a volunteer waits for."""
    bare = store.connect(db.vault.database, db.actor.bundle.database)
    first = db.call(walk_in_list.page, Query())
    yield _read(db, bare, "first page", Query(), None)
    yield _read(db, bare, "next page", Query(), first.next)
    yield _read(db, bare, "filter", Query(signal=SignalLevel.ACUTE, topic=HelpTopic.DEBT), None)
    yield _read(db, bare, "search", Query(text="zorgtoeslag"), None, rounds=15)
    yield _read(db, bare, "search, no hit", Query(text="xylofoonles"), None, rounds=7)
    yield _month(db, bare)
    yield _save(db, bare)
    bare.close()


def _read(
    db: Database,
    bare: Any,  # noqa: ANN401
    name: str,
    query: Query,
    after: walk_in_list.Cursor | None,
    rounds: int = 41,
) -> Result:
    sql, values = walk_in_list.statement(query, after, PAGE)

    def ours() -> object:
        return db.call(walk_in_list.page, query, after)

    def peer() -> object:
        return bare.execute(sql, values).fetchall()

    return beside(name, ours, peer, limit=READ, rounds=rounds)


def _month(db: Database, bare: Any) -> Result:  # noqa: ANN401
    today = clock.local(clock.now())
    year, month = (today.year, today.month - 1) if today.month > 1 else (today.year - 1, 12)
    sql, values = walk_in_list.month_statement(year, month)

    def ours() -> object:
        return db.call(walk_in_list.month_counts, year, month)

    def peer() -> object:
        return bare.execute(sql, values).fetchall()

    return beside("month count", ours, peer, limit=READ)


def _save(db: Database, bare: Any) -> Result:  # noqa: ANN401
    now, numbers = clock.now(), count()
    columns = [c.name for c in WalkIn.__table__.columns]
    marks = ", ".join("?" for _ in columns)
    insert = f"INSERT INTO walk_in ({', '.join(columns)}) VALUES ({marks})"
    sample = bare.execute(f"SELECT {', '.join(columns)} FROM walk_in LIMIT 1").fetchone()

    def ours() -> object:
        text = f"brief over huurtoeslag {next(numbers)}"
        walk_in = WalkIn(
            happened_at=now,
            setting=ContactSetting.WALK_IN,
            topics=(HelpTopic.BENEFIT,),
            desk_question=text,
        )
        return db.call(walk_ins.log, walk_in, now=now)

    def peer() -> object:
        bare.execute("BEGIN IMMEDIATE")
        bare.execute(insert, (uuid.uuid4().hex, *sample[1:]))
        return bare.execute("COMMIT")

    search.key("brief over huurtoeslag")
    return beside("save of one walk-in", ours, peer, limit=SAVE, rounds=101)
