import sys
from pathlib import Path

import pytest
from desk import Desk
from shift import furnish, today_page

from hgkm_desktop import texts
from hgkm_desktop.db import Database

sys.path.insert(0, str(Path(__file__).parents[2]))
"""Where `inspection` lies, also when only this folder is run."""


@pytest.fixture(scope="session")
def furnished(founded: Desk, tmp_path_factory):
    """A log with the shift in it, made once; and her cases by alias."""
    texts.use("nl")
    desk, opened = founded.copy(tmp_path_factory.mktemp("shift") / "log"), []

    def sign_in(name: str) -> Database:
        opened.append(Database(desk.open(name), desk.now))
        return opened[-1]

    her = furnish(desk, sign_in)
    for db in opened:
        db.close()
    return desk, her


@pytest.fixture
def desk(furnished, tmp_path) -> Desk:
    """The log with the shift, of its own for this test."""
    return furnished[0].copy(tmp_path / "log")


@pytest.fixture
def her(furnished):
    return furnished[1]


@pytest.fixture
def open_today(sign_in, qtbot, qapp):
    """Open the page for somebody by name."""
    opened = []

    def open_for(who, **given):
        db = who if isinstance(who, Database) else sign_in(who)
        page = today_page(db, qtbot, qapp, **given)
        opened.append(page)
        return page.__enter__()

    yield open_for
    for page in reversed(opened):
        page.__exit__(None, None, None)
