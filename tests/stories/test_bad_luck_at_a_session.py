"""Bad luck at an information session: one calm sentence, nothing typed is lost, and a way on."""

from contextlib import contextmanager

import pytest
from a_visit import at_desk, go, press, settled, told
from bad_luck import RawFile, after_of, door_of, names_of, page_of, times_shown
from beside_her import Calendar, words_of
from desk import MONDAY
from meeting import planned
from program import CONTROL, Running, running
from PySide6.QtCore import Qt
from test_bad_luck_going_along import Disk, is_whole

from hgkm_desktop.errors import UserError
from hgkm_desktop.services import drafts, follow_ups, information_sessions
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.views.sessions.follow_up_form import FollowUpForm
from hgkm_desktop.ui.views.sessions.form import SessionForm

HALF, WRONG = "zevenbl", "niet de goede zin"
FULL = "De schijf van deze computer is vol."


@pytest.fixture
def calendar():
    return Calendar(MONDAY.date())


@pytest.fixture
def joke(sign_in):
    return sign_in("Joke")


@pytest.fixture
def one(joke):
    return planned(joke)


@contextmanager
def full_disk(it: Running):
    """Let the file grow no more, and fill what room is left in it."""
    disk = Disk(it.ctx.db)
    for length in (30_000, 3_000, 300):
        for number in range(500):
            try:
                it.ctx.call(drafts.keep, f"{length}/{number}", {"text": "a" * length})
            except UserError:
                break
        else:
            raise AssertionError("the disk is never full")
    yield
    disk.make_room()


def type_until_it_is_full(it: Running, field, problem) -> str:
    """Put people on the list until there is no room for one more; return who that is."""
    for number in range(400):
        name = f"Naam{chr(97 + number % 26)}{chr(97 + number // 26)}"
        it.fill(field, name)
        it.press(Qt.Key.Key_Return)
        if not problem.isHidden():
            return name
    raise AssertionError("there is always room for one more")


@pytest.mark.parametrize("where", ["line", "door"])
def test_on_a_full_disk_a_name_stays_typed_and_comes_on_the_list_later(
    desk, one, calendar, qtbot, where
):
    with at_desk(desk, qtbot, calendar, "Hanan") as it:
        if where == "line":
            line = page_of(it, one.id).quick
            field, problem = line.name, line.problem
        else:
            door = door_of(it, one.id)
            field, problem = door.field, door.parts.problem
        said = []
        it.ctx.noticed.connect(said.append)
        with full_disk(it):
            lost = type_until_it_is_full(it, field, problem)
            kept = names_of(it, one.id)
            it.press(Qt.Key.Key_Return)
            assert lost not in kept
            assert names_of(it, one.id) == kept
            assert field.text() == lost
            assert times_shown(it, FULL) == 1
            assert not any(notice.is_problem for notice in said)
            assert it.overlay is None
        it.press(Qt.Key.Key_Return)
        assert problem.isHidden()
        assert names_of(it, one.id) == [*kept, lost]
        assert field.text() == ""
    assert is_whole(desk)


def test_on_a_full_disk_nothing_of_what_comes_after_is_half_saved(desk, joke, one, calendar, qtbot):
    worked = "kleine groepen " * 60
    for _each in range(12):
        planned(joke, materials="stoelen " * 120)
    with at_desk(desk, qtbot, calendar, "Hanan") as it:
        form = after_of(it, one.id)
        it.fill(form.heads, "23")
        form.worked.setPlainText(worked)
        with full_disk(it):
            it.press(Qt.Key.Key_Return, modifiers=CONTROL)
            assert it.overlay is form
            assert times_shown(it, FULL) == 1
            stored = it.ctx.call(information_sessions.get, one.id)
            assert (stored.head_count, stored.what_worked) == (None, "")
            assert (form.heads.text(), form.worked.toPlainText()) == ("23", worked)
        it.press(Qt.Key.Key_Return, modifiers=CONTROL)
        assert it.overlay is None
        stored = it.ctx.call(information_sessions.get, one.id)
        assert (stored.head_count, stored.what_worked) == (23, worked.strip())
    assert is_whole(desk)


def lock(it: Running) -> str:
    it.press(Qt.Key.Key_F12)
    it.wait(lambda: it.left)
    return it.left[0]


@contextmanager
def back_after_a_mistake(desk, qtbot, calendar, locked: str, name: str):
    """Come back after the lock: a wrong passphrase first, then the right one."""
    with running(desk, qtbot, locked=locked, now=calendar) as it:
        it.wait(lambda: it.program.doorway.names_are_known)
        it.press(Qt.Key.Key_Space)
        it.type(WRONG)
        it.press(Qt.Key.Key_Return)
        it.wait(lambda: it.page.card.ask.field.problem())
        assert it.program.desk is None
        assert HALF not in words_of(it.window)
        it.type(desk.keys[name].passphrase)
        it.press(Qt.Key.Key_Return)
        it.wait(lambda: it.program.desk is not None)
        settled(it)
        yield it


def test_half_a_name_in_the_line_and_another_at_the_door_are_back(desk, one, calendar, qtbot):
    with at_desk(desk, qtbot, calendar, "Hanan") as it:
        it.fill(page_of(it, one.id).quick.name, HALF)
        door = door_of(it, one.id)
        it.fill(door.field, HALF + "deur")
        locked = lock(it)
    with back_after_a_mistake(desk, qtbot, calendar, locked, "Hanan") as it:
        pages = it.view.pages
        assert pages.currentWidget() is pages.door
        assert pages.door.field.text() == HALF + "deur"
        pages.door.field.setFocus()
        it.press(Qt.Key.Key_Return)
        assert names_of(it, one.id) == [HALF + "deur"]
        it.press(Qt.Key.Key_Escape)
        settled(it)
        assert pages.is_first()
        assert pages.first.page.quick.name.text() == HALF
        pages.first.page.quick.take_focus()
        it.press(Qt.Key.Key_Return)
        assert names_of(it, one.id)[1:] == [HALF]


def test_a_half_typed_session_is_back(desk, calendar, qtbot):
    with at_desk(desk, qtbot, calendar, "Joke") as it:
        go(it, "sessions")
        it.press(Qt.Key.Key_N, modifiers=CONTROL)
        it.fill(it.overlay.all.what.title, HALF)
        locked = lock(it)
    with back_after_a_mistake(desk, qtbot, calendar, locked, "Joke") as it:
        it.press(Qt.Key.Key_N, modifiers=CONTROL)
        assert isinstance(it.overlay, SessionForm)
        assert it.overlay.all.what.title.text() == HALF
        assert "staat er weer" in told(it)


def test_a_half_typed_talk_afterwards_is_back_and_no_draft_tells_of_which_session(
    desk, one, calendar, qtbot
):
    with at_desk(desk, qtbot, calendar, "Leyla") as it:
        form = talk_of(it, one.id)
        it.fill(form.alias, HALF)
        it.fill(form.said, HALF + " gezegd")
        it.fill(form.steps.rows[0].what, HALF + " stap")
        locked = lock(it)
    assert not any(one.id.hex in row[0].replace("-", "") for row in places(desk))
    with back_after_a_mistake(desk, qtbot, calendar, locked, "Leyla") as it:
        form = talk_of(it, one.id)
        typed = form.alias.text(), form.said.toPlainText(), form.steps.rows[0].what.text()
        assert typed == (HALF, HALF + " gezegd", HALF + " stap")
        assert "staat er weer" in told(it)
        press(it, tr("Save"))
        (line,) = it.ctx.call(follow_ups.everything)
        assert (line.follow_up.alias, line.follow_up.session_id) == (HALF, one.id)


def talk_of(it: Running, session_id) -> FollowUpForm:
    it.push(page_of(it, session_id).head.more)
    press(it, tr("Talk afterwards"))
    assert isinstance(it.overlay, FollowUpForm)
    return it.overlay


def places(desk):
    return RawFile(desk).run("SELECT place FROM draft WHERE place LIKE 'after/%'")
