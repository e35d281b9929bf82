import logging
import os
import sys
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parent))

from desk import Desk, Make, found_desk

from hgkm_desktop import texts
from hgkm_desktop.db import Database
from hgkm_desktop.vault import keys
from hgkm_desktop.vault.keys import Kdf


@pytest.fixture(autouse=True, scope="session")
def cheap_passphrases():
    """Argon2id at the policy's floor: real, and fast enough for a thousand tests."""
    patch = pytest.MonkeyPatch()
    patch.setattr(keys, "kdf_for_this_computer", lambda: Kdf(m=64 * 1024, t=3, p=4))
    yield
    patch.undo()


@pytest.fixture(autouse=True)
def own_folders(tmp_path, monkeypatch):
    """No test sees the folders of whoever runs it."""
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))


@pytest.fixture(autouse=True)
def dutch():
    texts.use("nl")
    yield
    texts.use("nl")


@pytest.fixture(autouse=True)
def quiet_log(caplog):
    """Any warning in the log fails the test, unless the test takes it out itself."""
    yield
    loud = [r for r in caplog.get_records("call") if r.levelno >= logging.WARNING]
    assert not loud, loud


@pytest.fixture(scope="session")
def founded(tmp_path_factory) -> Desk:
    return found_desk(tmp_path_factory.mktemp("founded") / "log")


@pytest.fixture
def desk(founded: Desk, tmp_path) -> Desk:
    """A log of its own for this test, with the whole team."""
    return founded.copy(tmp_path / "log")


@pytest.fixture
def sign_in(desk: Desk):
    """Open the desk's log for somebody by name; everything is closed afterwards."""
    opened: list[Database] = []

    def open_for(name: str) -> Database:
        db = Database(desk.open(name), desk.now)
        opened.append(db)
        return db

    yield open_for
    for db in opened:
        db.close()


@pytest.fixture
def db(sign_in) -> Database:
    """The log, open for Joke, who is staff."""
    return sign_in("Joke")


@pytest.fixture
def make(db) -> Make:
    return Make(db)
