"""After a lock: what was half typed comes back, and somebody else can come in."""

from datetime import timedelta

import pytest
from desk import MONDAY
from in_sight import still_seen
from program import ALT, CONTROL, Running, running
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from hgkm_desktop.db import Database
from hgkm_desktop.models.codes import HelpTopic, Role
from hgkm_desktop.services import members, walk_ins
from hgkm_desktop.ui import lock
from hgkm_desktop.ui.entrance.sign_in import SignInPage
from hgkm_desktop.ui.views.admin.member_form import MemberForm

PAGES = ("today", "walk_ins", "cases", "appointments", "partners", "handouts", "admin")
PAUSE = timedelta(hours=1)
HALF = "Ze vroeg, half af: زيارة é"


@pytest.fixture
def visit(desk):
    """A visit to correct."""
    db = Database(desk.open("Joke"), desk.now)
    made = db.call(walk_ins.blank, now=desk.now())
    made.topics, made.desk_question = (HelpTopic.DEBT,), "Brief over de huur"
    made = db.call(walk_ins.log, made, now=desk.now())
    db.close()
    return made


def lock_and_come_back(it: Running, desk, qtbot, then) -> None:
    """Lock; start again with what was handed over; unlock by keyboard; then look."""
    it.press(Qt.Key.Key_F12)
    assert still_seen(it) == []
    (locked,) = it.left
    assert locked.endswith(lock.DRAFT)
    it.end()
    with running(desk, qtbot, locked=locked) as again:
        again.wait(lambda: again.program.doorway.names_are_known)
        again.press(Qt.Key.Key_Space)
        kept = [each.text() for each in again.page.findChildren(QLabel) if each.isVisible()]
        assert "Je tekst is bewaard. Er is niets weg." in kept
        again.type(desk.keys["Salma"].passphrase)
        again.press(Qt.Key.Key_Return)
        again.wait(lambda: again.program.desk is not None)
        qtbot.wait(1)
        then(again)


def test_a_half_typed_visit_comes_back(desk, qtbot):
    with running(desk, qtbot) as it:
        it.sign_in("Salma")
        strip = it.view.page.strip
        it.type("35")
        it.press(Qt.Key.Key_M, modifiers=ALT)
        it.fill(strip.fields.desk_question, HALF)
        it.fill(strip.fields.children_count, "4")
        it.fill(strip.question.own_words.widget, HALF)
        before = strip.values()

        def look(again: Running) -> None:
            assert again.view.identifier == "walk_ins"
            assert again.view.page.strip.values() == before

        lock_and_come_back(it, desk, qtbot, look)


def test_a_half_typed_correction_comes_back(desk, qtbot, visit):
    with running(desk, qtbot) as it:
        it.sign_in("Salma")
        it.view.deeds.correct(visit.id)
        it.fill(it.view.deeds.correction.form.fields.desk_question, HALF)
        before = it.view.deeds.correction.form.values()
        assert HALF in before["desk_question"]

        def look(again: Running) -> None:
            assert again.view.identifier == "walk_ins"
            assert again.overlay is not None
            assert again.view.deeds.correction.form.values() == before

        lock_and_come_back(it, desk, qtbot, look)


def test_a_half_typed_name_comes_back(desk, qtbot):
    with running(desk, qtbot) as it:
        it.sign_in("Salma")
        it.press(Qt.Key.Key_9, modifiers=CONTROL)
        it.press(Qt.Key.Key_N, modifiers=CONTROL)
        it.type("Fatima Z")
        before = it.overlay.findChildren(MemberForm)[0].typed()

        def look(again: Running) -> None:
            assert again.view.identifier == "admin"
            form = again.overlay.findChildren(MemberForm)[0]
            assert form.typed() == before
            assert before.name == "Fatima Z"

        lock_and_come_back(it, desk, qtbot, look)


def left_on(desk, qtbot, page: str) -> str:
    """Lock while a page is open; return what is handed over."""
    with running(desk, qtbot) as it:
        it.sign_in("Salma", at_the_door=False)
        it.program.desk.page.go_to(page)
        it.press(Qt.Key.Key_F12)
        assert still_seen(it) == []
        (locked,) = it.left
    return locked


@pytest.mark.parametrize(
    ("page", "pause", "opens"),
    [
        *((page, PAUSE - timedelta(seconds=1), page) for page in PAGES),
        ("partners", PAUSE, "today"),
        ("partners", -timedelta(days=1), "today"),
    ],
)
def test_after_a_pause_she_goes_on_where_she_was_and_a_new_day_begins_with_the_day(
    desk, qtbot, page, pause, opens
):
    locked = left_on(desk, qtbot, page)
    with running(desk, qtbot, locked=locked, now=lambda: MONDAY + pause) as again:
        again.unlock("Salma")
        assert again.view.identifier == opens
        assert again.program.desk.page.rail.item(opens).isChecked()


def test_the_pause_of_somebody_else_is_not_hers(desk, qtbot):
    left_on(desk, qtbot, "partners")
    with running(desk, qtbot, locked=lock.NOBODY) as again:
        again.sign_in("Joke", at_the_door=False)
        assert again.view.identifier == "today"


def test_a_page_that_is_not_hers_any_more_is_not_where_she_goes_on(desk, qtbot):
    locked = left_on(desk, qtbot, "admin")
    bea = Database(desk.open("Bea"), desk.now)
    salma = desk.keys["Salma"].tile.member_id
    bea.call(members.change, salma, "Salma", (Role.VOLUNTEER,), 6)
    bea.close()
    with running(desk, qtbot, locked=locked) as again:
        again.unlock("Salma")
        assert again.view.identifier == "today"


def test_somebody_else_comes_to_the_tiles(desk, qtbot):
    with running(desk, qtbot) as it:
        it.sign_in("Salma")
        it.program.desk.page.user_clicked.emit()
        it.press(Qt.Key.Key_Return)
        assert still_seen(it) == []
        (locked,) = it.left
        assert locked == lock.NOBODY
    with running(desk, qtbot, locked=locked) as again:
        assert isinstance(again.page, SignInPage)
        again.sign_in("Bea")
        assert again.ctx.member.name == "Bea"


def test_somebody_else_is_one_key_away_on_the_lock_card(desk, qtbot, me):
    with running(desk, qtbot, locked=me) as it:
        it.wait(lambda: it.program.doorway.names_are_known)
        it.press(Qt.Key.Key_Space)
        it.push(it.page.card.other)
        assert isinstance(it.page, SignInPage)


def refused(it: Running) -> str:
    """Try a wrong passphrase and return what was said about it."""
    ask = it.page.card.ask
    it.fill(ask.line, "dit is niet de goede zin")
    it.press(Qt.Key.Key_Return)
    it.wait(ask.field.problem)
    return ask.field.problem()


def test_a_wrong_passphrase_is_answered_alike_whoever_it_is(desk, qtbot):
    said = set()
    for name in ("Salma", "Hanan"):
        member = str(desk.keys[name].tile.member_id)
        with running(desk, qtbot, locked=member) as it:
            it.wait(lambda it=it: it.program.doorway.names_are_known)
            it.press(Qt.Key.Key_Space)
            said.add(refused(it))
    assert len(said) == 1


def test_failures_make_her_wait_longer(desk, qtbot, me):
    with running(desk, qtbot, locked=me) as it:
        it.wait(lambda: it.program.doorway.names_are_known)
        it.press(Qt.Key.Key_Space)
        said = []
        while len(said) < 6 and not (said and said[-1].startswith("Wacht")):
            said.append(refused(it))
        assert said[-1].startswith("Wacht"), said
        assert not it.page.card.go_on.isEnabled()
        assert it.page.card.other.isEnabled()
