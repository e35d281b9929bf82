"""Bad luck at the door: two seats at once, a full disk, a session that is gone."""

from contextlib import closing, contextmanager, suppress
from threading import Thread

import pytest
from door_desk import at_the_door, expect, here, listed, plan
from PySide6.QtCore import Qt

from hgkm_desktop.errors import UserError
from hgkm_desktop.rules.sessions import Place
from hgkm_desktop.services import drafts, information_sessions, registrations
from hgkm_desktop.ui.widgets.dialog import Overlay

NAMES = [f"{first}{second}" for first in ("Sam", "Ra", "Ho", "Fa") for second in "abcdefghij"]


@pytest.fixture
def session(db):
    return plan(db, title="Je rechten", capacity=30)


@pytest.fixture
def door(db, session, qtbot, qapp):
    with at_the_door(db, qtbot, qapp, session) as made:
        yield made


def test_two_seats_let_the_last_one_in_at_once(db, sign_in, qtbot, qapp):
    session = plan(db, capacity=2)
    expect(db, session, "Hodan")
    with at_the_door(db, qtbot, qapp, session) as (window, page):
        other = sign_in("Hanan")
        new = registrations.NewRegistration("Fatima")
        seat = Thread(target=other.call, args=(registrations.register, session.id, new))
        seat.start()
        window.enter("Samira")
        seat.join()
        page.refresh()
        rows = {one.name: one for one in listed(db, session)}
        assert sorted(one.number for one in rows.values()) == [1, 2, 3]
        assert rows["Samira"].place is Place.HAS_PLACE
        assert rows["Samira"].is_here
        # Whoever was second by telephone waits; whoever stands at the door is in.
        is_first = rows["Fatima"].number < rows["Samira"].number
        assert rows["Fatima"].place is (Place.HAS_PLACE if is_first else Place.WAITING)
        assert page.count.number == "1"


def test_what_another_seat_counts_is_seen_after_a_while(door, sign_in, session):
    _, page = door
    other = sign_in("Hanan")
    new = registrations.NewRegistration("Fatima")
    other.call(registrations.register, session.id, new, is_here=True)
    page._watch._timer.timeout.emit()
    assert page.count.number == "1"


def on_the_file(db, statement):
    with closing(db.engine.raw_connection()) as pool:
        return pool.cursor().execute(statement).fetchone()


@contextmanager
def full_disk(db):
    """Let the file grow no more, and fill what room is left in it."""
    (pages,) = on_the_file(db, "PRAGMA page_count")
    on_the_file(db, f"PRAGMA max_page_count = {pages}")
    for length in (30_000, 3_000, 300):
        with suppress(UserError):
            for number in range(500):
                db.call(drafts.keep, f"{length}/{number}", {"text": "a" * length})
    yield
    on_the_file(db, f"PRAGMA max_page_count = {pages * 10}")


def test_a_full_disk_keeps_what_is_typed_and_says_so_once(door, db, session):
    window, page = door
    with full_disk(db):
        typed = iter(f"{first}{second}" for first in NAMES for second in NAMES[:10])
        while page.parts.problem.isHidden():
            window.enter(next(typed))
        lost = page.field.text()
        kept = here(db, session)
        assert lost
        assert lost not in kept
        window.press(Qt.Key.Key_Return)
        assert page.field.text() == lost
        assert "De schijf van deze computer is vol." in window.words(page.parts.problem)
        assert [each for each in window.widget.findChildren(Overlay) if each.isVisible()] == []
    window.press(Qt.Key.Key_Return)
    assert page.parts.problem.isHidden()
    assert here(db, session) == [*kept, lost]
    assert page.field.text() == ""


def test_a_session_that_is_gone_leads_back(door, db, session, qtbot):
    window, page = door
    with qtbot.waitSignal(page.left):
        db.call(information_sessions.take_back, [session.id])
    assert window.said[-1].is_problem
    page.refresh()
    assert page.deeds.let_in("Samira") is False
