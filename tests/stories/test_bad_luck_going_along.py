"""Bad luck while an appointment is typed: one calm sentence, nothing lost, and a way on."""

from datetime import timedelta

import pytest
from a_visit import HER, SECRETS, at_desk, choose, go, known, told
from beside_her import Calendar, words_of
from desk import MONDAY, Desk
from going import blank
from program import CONTROL, Running, running
from PySide6.QtCore import Qt
from sqlalchemy import event, text

from hgkm_desktop.db import Database
from hgkm_desktop.errors import Invalid, UserError
from hgkm_desktop.rules.going_along import AppointmentKind
from hgkm_desktop.services import appointments, erasing
from hgkm_desktop.ui.views.appointments.visit_form import VisitForm

PURPOSE, WHERE = "zevenblad over de huur", "zevenblad bij de tramhalte"
MORE = " en over de brieven" * 20


@pytest.fixture
def calendar():
    return Calendar(MONDAY.date())


@pytest.fixture
def found(desk, sign_in):
    return known(desk, sign_in)


def begin(it: Running) -> VisitForm:
    """Begin a new appointment from the week, by keyboard."""
    go(it, "appointments")
    it.press(Qt.Key.Key_N, modifiers=CONTROL)
    assert isinstance(it.overlay, VisitForm)
    return it.overlay


def type_some(it: Running, form: VisitForm, found) -> None:
    """Type what is needed, and two texts of our own."""
    choose(it, form.who.woman, str(found.case_id))
    choose(it, form.who.kind, AppointmentKind.OTHER)
    it.fill(form.when.meet_where, WHERE)
    form.steps.names.segments[2].click()
    it.fill(form.all.topics.purpose, PURPOSE)
    form.all.topics.purpose.insertPlainText(MORE)


def texts_of(form: VisitForm) -> tuple[str, str]:
    return form.when.meet_where.text(), form.all.topics.purpose.toPlainText()


def save(it: Running) -> None:
    it.press(Qt.Key.Key_Return, modifiers=CONTROL)


class Disk:
    """Where the log lies: no page more than there is now, until there is room again."""

    def __init__(self, db: Database) -> None:
        self.most = 1  # less than there is means: what there is
        event.listen(db.engine, "checkout", self._on_connected)

    def make_room(self) -> None:
        self.most = 10**6

    def _on_connected(self, connection, *_about) -> None:
        connection.execute(f"PRAGMA max_page_count = {self.most}").fetchall()


def fill_the_disk(it: Running, found) -> int:
    """Plan until there is no room left; return how many appointments there are then."""
    short = {"questions": (), "not_with": (), "purpose": "", "place": "", "interpreter": None}
    for hours in range(400):
        starts = MONDAY + timedelta(days=9, hours=hours)
        visit = blank(it.ctx.db, found.case_id, starts, **short)
        try:
            it.ctx.call(appointments.plan, visit, now=it.ctx.now())
        except UserError as error:
            assert not isinstance(error, Invalid), error.problems
            return hours
    raise AssertionError("the disk is never full")


def test_on_a_full_disk_the_form_says_so_and_saves_when_there_is_room(desk, found, calendar, qtbot):
    with at_desk(desk, qtbot, calendar, "Leyla") as it:
        said = []
        it.ctx.noticed.connect(said.append)
        form = begin(it)
        type_some(it, form, found)
        disk = Disk(it.ctx.db)
        before = fill_the_disk(it, found)
        said.clear()
        save(it)
        assert it.overlay is form
        assert "vol" in form.problem()
        assert [notice.text for notice in said] == []
        assert texts_of(form) == (WHERE, PURPOSE + MORE)
        assert len(it.ctx.call(appointments.of_case, found.case_id)) == before
        assert it.ctx.db.problems() == []
        disk.make_room()
        save(it)
        assert it.overlay is None
        planned = it.ctx.call(appointments.of_case, found.case_id)
        assert len(planned) == before + 1
        assert PURPOSE + MORE in {each.details.purpose for each in planned}
    assert is_whole(desk)


def is_whole(desk: Desk) -> bool:
    """Say whether the file is as it should be, read anew."""
    db = Database(desk.open("Leyla"), desk.now)
    try:
        return db.problems() == []
    finally:
        db.close()


def test_after_a_lock_and_a_wrong_passphrase_the_form_comes_back(desk, found, calendar, qtbot):
    with at_desk(desk, qtbot, calendar, "Leyla") as it:
        form = begin(it)
        type_some(it, form, found)
        it.press(Qt.Key.Key_F12)
        it.wait(lambda: it.left)
        (locked,) = it.left
    with running(desk, qtbot, locked=locked, now=calendar) as it:
        it.wait(lambda: it.program.doorway.names_are_known)
        it.press(Qt.Key.Key_Space)
        it.type("niet de goede zin")
        it.press(Qt.Key.Key_Return)
        it.wait(lambda: it.page.card.ask.field.problem())
        assert it.program.desk is None
        assert [secret for secret in SECRETS if secret in words_of(it.window)] == []
        it.type(desk.keys["Leyla"].passphrase)
        it.press(Qt.Key.Key_Return)
        it.wait(lambda: it.program.desk is not None)
        form = begin(it)
        choose(it, form.who.woman, str(found.case_id))
        assert texts_of(form) == (WHERE, PURPOSE + MORE)
        assert "staat er weer" in told(it, form)
        save(it)
        assert it.overlay is None
        (visit,) = it.ctx.call(appointments.of_case, found.case_id)
        assert (visit.details.meet_where, visit.details.purpose) == (WHERE, PURPOSE + MORE)


def test_who_is_erased_elsewhere_meanwhile_is_said_and_nothing_of_her_comes_back(
    desk, found, sign_in, calendar, qtbot
):
    with at_desk(desk, qtbot, calendar, "Leyla") as it:
        said = []
        it.ctx.noticed.connect(said.append)
        form = begin(it)
        type_some(it, form, found)
        sign_in("Imane").call(erasing.erase, found.case_id, now=MONDAY)
        save(it)
        assert it.overlay is form
        assert form.problem()
        assert not any(notice.is_problem for notice in said)
        it.press(Qt.Key.Key_Escape)
        assert it.overlay is None
        assert nothing_of(it, found.case_id)
        form = begin(it)
        offered = [form.who.woman.itemText(each) for each in range(form.who.woman.count())]
        assert HER not in " ".join(offered)


def nothing_of(it: Running, case_id) -> bool:
    with it.ctx.db.engine.connect() as connection:
        places = connection.execute(text("select place from draft")).scalars().all()
        rows = connection.execute(text("select count(*) from appointment")).scalar()
    return rows == 0 and not any(str(case_id) in place for place in places)
