"""Sessions in the shared week: fixed, for everybody to see, and nobody's to move."""

from desk import MONDAY
from meeting import planned
from week_desk import TUESDAY, WEDNESDAY, at, week_desk

from hgkm_desktop.services import appointment_list, information_sessions
from hgkm_desktop.services.information_sessions import ShowSession
from hgkm_desktop.ui.calendar.block import can_move, spoken
from hgkm_desktop.ui.views.appointments.blocks import Around, Wanted, blocks


def shown(db, text=""):
    days = db.call(appointment_list.between, TUESDAY, WEDNESDAY, now=MONDAY)
    return blocks(days, Around(MONDAY, {}, True), Wanted(text=text))


def test_a_session_is_a_fixed_block_that_names_nobody(db):
    held = planned(db, TUESDAY)
    (block,) = shown(db)
    assert (block.key, block.kind, block.person) == (held.id, "fixed", "")
    assert not can_move(block)
    said = "dinsdag 24 november, 10.00 tot 11.30, Je rechten bij scheiden, zaal 1"
    assert spoken(block) == said


def test_one_that_is_called_off_says_so(db):
    held = planned(db, TUESDAY)
    db.call(information_sessions.call_off, held.id, held.version, "docent ziek")
    (block,) = shown(db)
    assert block.is_off
    assert "gaat niet door" in spoken(block)


def test_it_is_found_by_its_name(db):
    planned(db, TUESDAY)
    assert len(shown(db, "scheiden")) == 1
    assert shown(db, "naailes") == []


def test_pressing_it_leads_to_the_session_and_moves_nothing(db, leyla, qtbot, qapp):
    held = planned(db, TUESDAY)
    with week_desk(leyla, qtbot, qapp) as it:
        wanted, chosen = [], []
        it.ctx.shown.connect(wanted.append)
        it.week.chosen.connect(chosen.append)
        it.week.grid.chosen.emit(held.id)
        it.week.grid.opened.emit(held.id)
        assert chosen == []
        assert wanted == [ShowSession(held.id)]


def test_the_week_follows_a_session_that_is_moved(db, qtbot, qapp):
    held = planned(db, TUESDAY)
    with week_desk(db, qtbot, qapp) as it:
        (before,) = it.week.grid.week.data.blocks
        held.starts_at, held.ends_at = at(WEDNESDAY, 10), at(WEDNESDAY, 11)
        db.call(information_sessions.save, held, now=MONDAY)
        (after,) = it.week.grid.week.data.blocks
        assert before.starts == at(TUESDAY, 10)
        assert after.starts == at(WEDNESDAY, 10)
