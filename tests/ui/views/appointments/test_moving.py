"""Carrying an appointment to another time: by whom, what clashes, and back again."""

from datetime import timedelta

from desk import MONDAY
from PySide6.QtCore import Qt
from standing_beside import member
from week_desk import TUESDAY, WEDNESDAY, at, linde, plan, programme, week_desk

from hgkm_desktop.rules.going_along import Side, State
from hgkm_desktop.services import absences, appointments
from hgkm_desktop.ui.views.appointments.clash import MoveConflict
from hgkm_desktop.ui.views.appointments.moving import MoveChoice

ALT = Qt.KeyboardModifier.AltModifier
LATER = at(WEDNESDAY, 15)


def carry(it, visit, starts=LATER):
    """Let go of a block at another time."""
    it.week.grid.moved.emit(visit.id, starts)


def where(it, visit):
    found = it.week.grid.week.data.blocks
    return next(each.starts for each in found if each.key == visit.id)


def test_by_whom_is_asked_before_it_moves(sign_in, qtbot, qapp):
    db = sign_in("Leyla")
    visit = plan(db, at(TUESDAY, 10), alias="Els")
    with week_desk(db, qtbot, qapp) as it:
        carry(it, visit)
        assert isinstance(it.overlay, MoveChoice)
        assert "Verzetten naar wo 25 nov, 15.00 – 16.00?" in it.words(it.overlay)
        assert "Els, nu morgen, 10.00 – 11.00." in it.words(it.overlay)
        assert db.call(appointments.get, visit.id).starts == visit.starts
        it.push(it.overlay.buttons[Side.PARTNER])
        moved = db.call(appointments.get, visit.id)
        assert (moved.starts, moved.ends) == (LATER, LATER + timedelta(hours=1))
        assert moved.state is State.MOVED
        assert moved.details.moves[-1].side is Side.PARTNER
        assert it.overlay is None
        assert where(it, visit) == LATER
        assert it.panel.visit_id == visit.id


def test_the_notice_moves_it_back(sign_in, qtbot, qapp):
    db = sign_in("Leyla")
    visit = plan(db, at(TUESDAY, 10), alias="Els")
    with week_desk(db, qtbot, qapp) as it:
        carry(it, visit)
        it.push(it.overlay.buttons[Side.HER])
        it.said[-1].undo()
        back = db.call(appointments.get, visit.id)
        assert back.starts == visit.starts
        assert back.ends == visit.ends
        assert where(it, visit) == visit.starts


def test_leaving_it_puts_the_block_back(sign_in, qtbot, qapp):
    db = sign_in("Leyla")
    visit = plan(db, at(TUESDAY, 10), alias="Els")
    with week_desk(db, qtbot, qapp) as it:
        stayed = []
        it.view.deeds.moving.stayed.connect(lambda: stayed.append(1))
        carry(it, visit)
        it.press(Qt.Key.Key_Escape)
        assert it.overlay is None
        assert stayed == [1]
        assert where(it, visit) == visit.starts
        carry(it, visit, visit.starts)
        assert it.overlay is None
        assert stayed == [1, 1]


def test_what_is_at_the_same_time_is_shown_and_stops_nobody(desk, sign_in, qtbot, qapp):
    programme(sign_in("Joke"), day=2)
    db = sign_in("Leyla")
    case_id = linde(desk, db)
    visit = plan(db, at(TUESDAY, 10), case_id)
    plan(db, LATER, alias="Els")
    db.call(absences.note, member(desk, "Imane"), WEDNESDAY, WEDNESDAY, now=MONDAY)
    with week_desk(db, qtbot, qapp) as it:
        carry(it, visit)
        assert len(it.overlay.clashes) >= 2
        said = it.words(it.overlay)
        assert "Naailes" in said
        assert "Leyla" in said
        it.push(it.overlay.buttons[Side.US])
        assert where(it, visit) == LATER


def test_the_veil_hides_who_it_is_about(desk, sign_in, qtbot, qapp):
    db = sign_in("Leyla")
    visit = plan(db, at(TUESDAY, 10), linde(desk, db))
    with week_desk(db, qtbot, qapp) as it:
        it.ctx.veil(True)
        carry(it, visit)
        assert "Linde" not in it.words(it.overlay)


def test_two_seats_that_move_the_same_one_hear_of_each_other(desk, sign_in, qtbot, qapp):
    db, imane = sign_in("Leyla"), sign_in("Imane")
    visit = plan(db, at(TUESDAY, 10), linde(desk, db))
    with week_desk(db, qtbot, qapp) as it:
        elsewhere = at(TUESDAY, 13)
        imane.call(
            appointments.move,
            visit.id,
            visit.version,
            elsewhere,
            elsewhere + timedelta(hours=1),
            Side.HER,
            now=MONDAY,
        )
        carry(it, visit)
        it.push(it.overlay.buttons[Side.US])
        assert isinstance(it.overlay, MoveConflict)
        assert db.call(appointments.get, visit.id).starts == elsewhere


def test_a_time_that_cannot_be_is_said_calmly(sign_in, qtbot, qapp):
    db = sign_in("Leyla")
    visit = plan(db, at(TUESDAY, 10), alias="Els")
    with week_desk(db, qtbot, qapp) as it:
        carry(it, visit, MONDAY - timedelta(days=900))
        it.push(it.overlay.buttons[Side.US])
        assert it.said[-1].is_problem
        assert db.call(appointments.get, visit.id).starts == visit.starts


def test_a_time_that_has_passed_is_noticed(sign_in, qtbot, qapp):
    db = sign_in("Leyla")
    visit = plan(db, at(TUESDAY, 10), alias="Els")
    with week_desk(db, qtbot, qapp) as it:
        carry(it, visit, MONDAY - timedelta(hours=2))
        assert "Deze tijd is al voorbij." in it.words(it.overlay)


def test_what_is_over_stays_where_it_was(sign_in, qtbot, qapp):
    db = sign_in("Leyla")
    over = plan(db, MONDAY - timedelta(hours=3), alias="Els")
    with week_desk(db, qtbot, qapp) as it:
        found = it.week.grid.week.data.blocks
        assert [each.is_movable for each in found if each.key == over.id] == [False]


def test_it_can_be_carried_by_keyboard_alone(sign_in, qtbot, qapp):
    db = sign_in("Leyla")
    visit = plan(db, at(TUESDAY, 10), alias="Els")
    with week_desk(db, qtbot, qapp) as it:
        it.week.select(visit.id)
        it.week.take_focus()
        it.press(Qt.Key.Key_Right, modifiers=ALT)
        it.press(Qt.Key.Key_Return)
        assert isinstance(it.overlay, MoveChoice)
        it.press(Qt.Key.Key_Space)
        moved = db.call(appointments.get, visit.id)
        assert moved.starts == visit.starts + timedelta(days=1)
        assert moved.details.moves[-1].side is Side.HER


def test_what_is_not_mine_is_not_carried(desk, sign_in, qtbot, qapp):
    imane = sign_in("Imane")
    visit = plan(imane, at(TUESDAY, 10), linde(desk, imane))
    with week_desk(sign_in("Joke"), qtbot, qapp) as it:
        carry(it, visit)
        assert it.overlay is None
