"""The file's shape: all steps or none, and never a step too far."""

import shutil
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from desk import Make

from hgkm_desktop import migrations
from hgkm_desktop.db import Database
from hgkm_desktop.errors import CannotOpen
from hgkm_desktop.models import Record
from hgkm_desktop.services import walk_in_list, walk_ins
from hgkm_desktop.services.walk_in_list import Query
from hgkm_desktop.vault import store
from hgkm_desktop.vault.keys import DatabaseKey

STEP = '''
"""A step of tomorrow."""

import sqlalchemy as sa
from alembic import op

revision = "9998"
down_revision = "{last}"


def upgrade():
    {body}
'''
FAILS = """op.add_column("walk_in", sa.Column("extra", sa.String(), nullable=True))
    op.execute("UPDATE walk_in SET extra = 'x', desk_question = 'veranderd'")
    op.drop_table("tally_day")
    raise RuntimeError("halfway")"""
REBUILDS = """with op.batch_alter_table("walk_in") as table:
        table.add_column(sa.Column("extra", sa.String(), nullable=True))
        table.alter_column("desk_question", nullable=True)"""
ORPHANS = """op.execute("DELETE FROM walk_in")"""


@pytest.fixture
def engine(tmp_path):
    engine = store.open_engine(tmp_path / "new.db", DatabaseKey.new(), create=True)
    yield engine
    engine.dispose()


def _shape(engine):
    with engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master ORDER BY name")
        return rows.fetchall()


def test_an_empty_file_gets_every_table_and_only_once(engine):
    assert migrations.upgrade(engine)
    shape = _shape(engine)
    assert not migrations.upgrade(engine)
    assert _shape(engine) == shape
    names = {name for name, _ in shape}
    assert names >= set(Record.metadata.tables)


def test_the_steps_end_exactly_at_the_models(engine):
    migrations.upgrade(engine)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Record.metadata) == []


def test_the_steps_make_what_the_models_would(engine, tmp_path):
    migrations.upgrade(engine)
    direct = store.open_engine(tmp_path / "direct.db", DatabaseKey.new(), create=True)
    Record.metadata.create_all(direct)
    made = {name: _plain(sql) for name, sql in _shape(engine) if "alembic" not in name}
    wanted = {name: _plain(sql) for name, sql in _shape(direct)}
    direct.dispose()
    assert made == wanted


def _plain(sql):
    """Return what a statement says, without layout and without the order of its parts."""
    spaced = (sql or "").replace("(", " ( ").replace(")", " ) ")
    return sorted(" ".join(part.split()) for part in spaced.removesuffix(" ) ").split(","))


@pytest.fixture
def with_a_step(tmp_path, monkeypatch):
    """Go on as a version that knows one step more."""

    def prepare(body: str) -> str:
        folder = tmp_path / "steps"
        shutil.copytree(Path(migrations.__file__).parent, folder)
        last = migrations.newest_step()
        (folder / "versions" / "9998_tomorrow.py").write_text(STEP.format(last=last, body=body))
        config = Config()
        config.set_main_option("script_location", str(folder))
        config.set_main_option("path_separator", "os")
        monkeypatch.setattr(migrations, "_config", lambda: _fresh(config))
        return last

    return prepare


def _fresh(config):
    config.attributes.clear()
    return config


@pytest.fixture
def kept(desk):
    """A log with a visit, corrected once, closed."""
    db = Database(desk.open("Joke"), desk.now)
    make = Make(db)
    walk_in = make.walk_in(desk_question="van eerder")
    read = db.call(walk_ins.get, walk_in.id)
    read.children = 2
    db.call(walk_ins.correct, read, now=desk.now())
    db.close()
    return desk


def _rows(desk, sql):
    connection = store.connect(desk.vault.database, desk.keys["Joke"].bundle.database)
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()


def test_a_failed_step_leaves_the_old_state(kept, with_a_step):
    before = _rows(kept, "SELECT name, sql FROM sqlite_master ORDER BY name")
    last = with_a_step(FAILS)
    for _try in range(2):
        with pytest.raises(RuntimeError, match="halfway"):
            kept.open("Joke")
    assert _rows(kept, "SELECT name, sql FROM sqlite_master ORDER BY name") == before
    assert _rows(kept, "SELECT version_num FROM alembic_version") == [(last,)]
    assert _rows(kept, "SELECT desk_question FROM walk_in") == [("van eerder",)]


def test_after_a_failed_step_the_old_version_goes_on(kept, with_a_step, monkeypatch):
    with_a_step(FAILS)
    with pytest.raises(RuntimeError):
        kept.open("Joke")
    monkeypatch.undo()
    db = Database(kept.open("Joke"), kept.now)
    assert db.call(walk_in_list.count, Query()) == 1
    assert db.problems() == []
    db.close()


def test_a_step_that_would_leave_orphans_is_undone(kept, with_a_step):
    with_a_step(ORPHANS)
    with pytest.raises(CannotOpen) as refused:
        kept.open("Joke")
    assert refused.value.code == "DB-09"
    assert refused.value.hint == "Er is niets veranderd."
    assert _rows(kept, "SELECT count(*) FROM walk_in") == [(1,)]


def test_rebuilding_a_table_keeps_what_hangs_on_it(kept, with_a_step):
    with_a_step(REBUILDS)
    opened = kept.open("Joke")
    with opened.engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
        assert connection.exec_driver_sql("SELECT extra FROM walk_in").fetchall() == [(None,)]
    opened.engine.dispose()
    assert _rows(kept, "SELECT count(*) FROM walk_in_correction") == [(1,)]
    assert _rows(kept, "SELECT version_num FROM alembic_version") == [("9998",)]


def test_a_log_brought_up_to_date_is_refused_by_the_version_before(kept, with_a_step, monkeypatch):
    with_a_step(REBUILDS)
    kept.open("Joke").engine.dispose()
    monkeypatch.undo()
    with pytest.raises(CannotOpen) as refused:
        kept.open("Joke")
    assert refused.value.code == "DB-08"
    assert _rows(kept, "SELECT count(*) FROM walk_in") == [(1,)]
