"""What the stories of bad luck at a session need: its pages, another seat, and a damaged file."""

import sys
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from a_visit import go, plain, press, settled
from desk import MONDAY
from program import Running
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from hgkm_desktop.services import members, registrations
from hgkm_desktop.services.information_sessions import ShowSession
from hgkm_desktop.settings import Settings
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.views.sessions import SessionsView

sys.path.insert(0, str(Path(__file__).parents[1] / "vault"))
from raw_file import RawFile

TITLE = "Je rechten bij scheiden"
DAY = timedelta(days=1)


def names_of(it: Running, session_id) -> list[str]:
    return [each.name for each in it.ctx.call(registrations.of_session, session_id)]


def page_of(it: Running, session_id):
    """Go to a session; return its page."""
    go(it, "sessions")
    it.ctx.show(ShowSession(session_id))
    settled(it)
    return it.view.pages.first.page


def door_of(it: Running, session_id):
    """Stand at the door of a session; return that page."""
    it.push(page_of(it, session_id).head.more)
    press(it, tr("At the door"))
    return it.view.pages.door


def after_of(it: Running, session_id):
    it.push(page_of(it, session_id).head.more)
    press(it, tr("Afterwards"))
    return it.overlay


def times_shown(it: Running, text: str) -> int:
    """Return in how many places that can be seen something is said."""
    settled(it)
    labels = [each for each in it.window.findChildren(QLabel) if each.isVisible()]
    return sum(text in plain(each.text()) for each in labels)


@contextmanager
def other_seat(db, qtbot):
    """A second window, on a file of its own that somebody else opened."""
    ctx = Context(db, db.call(members.signed_in), Settings(language="nl"), lambda: MONDAY)
    window = QWidget()
    view = SessionsView(ctx)
    QVBoxLayout(window).addWidget(view)
    window.resize(1124, 640)
    window.show()
    qtbot.waitExposed(window)
    yield view
    ctx.background.wait()
    window.close()
    window.deleteLater()
    QTest.qWait(0)


def flip(desk, table: str, record_id, place: int) -> None:
    """Turn one byte of what is sealed, as somebody can who holds the key of the file."""
    raw = RawFile(desk)
    sealed = bytearray(raw.one(f"SELECT sealed FROM {table} WHERE id = ?", record_id))
    sealed[place] ^= 1
    raw.run(f"UPDATE {table} SET sealed = ? WHERE id = ?", bytes(sealed), record_id)
