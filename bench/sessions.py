"""A list of 3,000 sessions with 75,000 registrations, beside bare statements on the driver."""

import random
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import insert
from sqlalchemy.orm import Session

from bench.measure import Result, Timing, beside, once, timing
from hgkm_desktop.commands import demo
from hgkm_desktop.db import Database
from hgkm_desktop.models import InformationSession, Registration, new_id
from hgkm_desktop.models.codes import Language
from hgkm_desktop.places import log_folder
from hgkm_desktop.rules.sessions import NameKind, Place, SessionTopic
from hgkm_desktop.services import registrations, search, session_list
from hgkm_desktop.services.session_list import PAGE, Cursor, Query
from hgkm_desktop.vault import store
from hgkm_desktop.vault.vault import Vault

TITLE = "## Information sessions"
SESSIONS, EACH, YEARS = 3_000, 25, 20
NOW = datetime(2026, 11, 19, 14, 5, tzinfo=UTC)
LIMIT = 1.3
TITLES = ("Je rechten bij scheiden", "Naailes", "Praten met je puber", "Geld en post op orde")
NAMES = ("Amal", "Hodan", "Leyla", "Meryem", "Rahel", "Samira", "Wafa", "Yasmin")
HEAD = "| what | ours, ms (quartiles) | peer, ms (quartiles) | ratio | may be | kept |\n"


def section() -> str:
    """Make the sessions, measure, and return the part of the report about them."""
    with tempfile.TemporaryDirectory(prefix="buurtlogboek-bench-") as folder:
        db = _made(Path(folder))
        try:
            rows = "\n".join(result.row() for result in _results(db))
            one = _list(db)
        finally:
            db.close()
    counts = f"{SESSIONS} sessions in {YEARS} years, {SESSIONS * EACH} registrations,"
    counts += f" pages of {PAGE}."
    table = f"{HEAD}|---|---|---|---|---|---|\n{rows}\n"
    return f"{TITLE}\n\n{counts}\n\n{table}\nOpening the list of one, {EACH} names: {one} ms.\n"


def _made(folder: Path) -> Database:
    made = demo.make(folder, demo.SIZES["small"], 1, seed=1)
    vault = Vault(log_folder(folder))
    tile = vault.look().tiles[0]
    db = Database(vault.sign_in(tile.member_id, made.passphrases[tile.name]))
    db.call(_fill)
    return db


def _fill(session: Session) -> None:
    chance = random.Random(6)
    ids = [new_id() for _ in range(SESSIONS)]
    # Half of them are to come, so that both lists are long.
    days = YEARS * 365 / SESSIONS
    starts = [NOW + timedelta(days=(place - SESSIONS / 2) * days) for place in range(SESSIONS)]
    rows = [_session(i, moment, chance) for i, moment in zip(ids, starts, strict=True)]
    session.execute(insert(InformationSession), rows)
    for session_id in ids:
        lines = [_registration(session_id, place, chance) for place in range(EACH)]
        session.execute(insert(Registration), lines)


def _session(session_id: UUID, starts: datetime, chance: random.Random) -> dict[str, object]:
    title = chance.choice(TITLES)
    one = InformationSession(
        id=session_id,
        version=1,
        starts_at=starts,
        ends_at=starts + timedelta(minutes=90),
        topic=chance.choice(list(SessionTopic)),
        title=title,
        place="zaal 1",
        capacity=20,
        search_key=search.key(f"{title} zaal 1"),
    )
    return _values(one)


def _registration(session_id: UUID, place: int, chance: random.Random) -> dict[str, object]:
    one = Registration(
        version=1,
        session_id=session_id,
        number=place + 1,
        kind=NameKind.FIRST_NAME,
        name=chance.choice(NAMES),
        place=Place.HAS_PLACE if place < 20 else Place.WAITING,
        is_here=chance.random() < 0.8,
        language=chance.choice(list(Language)),
        children=chance.randrange(3),
    )
    return _values(one)


def _values(record: InformationSession | Registration) -> dict[str, object]:
    columns = type(record).__table__.columns
    return {column.key: getattr(record, column.key) for column in columns}


def _results(db: Database) -> Iterator[Result]:
    bare = store.connect(db.vault.database, db.actor.bundle.database)
    ahead, over = Query(NOW), Query(NOW, is_over=True)
    first = db.call(session_list.page, ahead)
    yield _read(db, bare, "to come, first page", ahead, None)
    yield _read(db, bare, "to come, next page", ahead, first.next)
    yield _read(db, bare, "over, first page", over, None)
    yield _read(db, bare, "filter: one topic", replace(over, topic=SessionTopic.FGM), None)
    yield _read(db, bare, "search", replace(over, text="naailes"), None)
    yield _read(db, bare, "search, no hit", replace(over, text="xylofoonles"), None)
    bare.close()


def _read(db: Database, bare: Any, name: str, query: Query, after: Cursor | None) -> Result:  # noqa: ANN401
    sql, values = session_list.statement(query, after, PAGE)

    def ours() -> object:
        return db.call(session_list.page, query, after)

    def peer() -> object:
        return bare.execute(sql, values).fetchall()

    return beside(name, ours, peer, limit=LIMIT)


def _list(db: Database) -> Timing:
    session_id = db.call(session_list.page, Query(NOW)).rows[0].id
    return timing([once(lambda: db.call(registrations.of_session, session_id)) for _ in range(41)])
