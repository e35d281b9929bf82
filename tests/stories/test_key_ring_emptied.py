"""The key ring is emptied while somebody works: nothing is lost, and the way back is clear."""

import sys
from pathlib import Path

import pytest
from in_sight import still_seen
from program import CONTROL, Running, running
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

sys.path.insert(0, str(Path(__file__).parents[1] / "vault"))

from first_start import found
from secret_service import running as key_ring_running

from hgkm_desktop.services import walk_in_list
from hgkm_desktop.services.walk_in_list import Query
from hgkm_desktop.ui.entrance.cannot_open import CannotOpenPage
from hgkm_desktop.ui.entrance.sign_in import SignInPage
from hgkm_desktop.vault.keyring import State

pytestmark = pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning")
GONE = "Het geheim van deze computer is weg"


@pytest.fixture
def key_ring(monkeypatch):
    """A real key ring of this test's own, to be emptied."""
    with key_ring_running() as service:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", service.address)
        yield service


@pytest.fixture
def ring_desk(key_ring, tmp_path):
    """A log that needs this key ring."""
    return found(tmp_path / "data" / "log")


@pytest.fixture
def it(ring_desk, qtbot):
    with running(ring_desk, qtbot) as made:
        begin_at_the_door(made)
        yield made


def sign_in(it: Running) -> None:
    """Sign in where there is one name only: it is chosen already."""
    it.wait(lambda: it.program.doorway.names_are_known)
    it.type(it.words["Salma"])
    it.press(Qt.Key.Key_Return)
    it.wait(lambda: it.program.desk is not None)
    it.qtbot.wait(1)


def begin_at_the_door(it: Running) -> None:
    sign_in(it)
    it.go_to_the_door()


def words(it: Running) -> str:
    labels = [each for each in it.page.findChildren(QLabel) if each.isVisible()]
    return "\n".join(each.text() for each in labels)


def save_a_visit(it: Running) -> None:
    it.type("3")
    it.push(it.view.page.strip.places.save)


def visits(it: Running) -> int:
    return it.ctx.call(walk_in_list.count, Query())


def look(it: Running):
    """Open Beheer and wait until it knows the state of the key ring."""
    it.press(Qt.Key.Key_9, modifiers=CONTROL)
    watch = it.view.tabs._watch
    it.wait(lambda: watch.state is not None)
    return it.view.tabs.overview.key_ring


def test_saving_goes_on_and_management_says_what_is_wrong(it, key_ring):
    save_a_visit(it)
    key_ring.delete_items()
    save_a_visit(it)
    assert visits(it) == 2
    card = look(it)
    assert card.row.title().startswith(GONE)
    assert "herstelblad" in card.row.text()


def test_a_look_before_it_was_emptied_is_renewed_on_asking(it, key_ring):
    card = look(it)
    assert card.row.title() == "De sleutelbos werkt"
    key_ring.delete_items()
    it.push(card.button)
    it.wait(lambda: it.view.tabs._watch.state is State.EMPTIED)
    assert card.row.title().startswith(GONE)


def test_the_lock_still_works_and_the_sheet_brings_everything_back(ring_desk, key_ring, qtbot):
    with running(ring_desk, qtbot) as it:
        begin_at_the_door(it)
        save_a_visit(it)
        key_ring.delete_items()
        save_a_visit(it)
        it.fill(it.view.page.strip.fields.desk_question, "half af")
        it.press(Qt.Key.Key_F12)
        assert still_seen(it) == []
        (locked,) = it.left
    with running(ring_desk, qtbot, locked=locked) as again:
        again.wait(lambda: isinstance(again.page, CannotOpenPage))
        assert GONE in words(again)
        assert "Er is niets weg" in words(again)
        again.push(again.page.page.other_button)
        again.type(ring_desk.code)
        again.press(Qt.Key.Key_Return)
        again.wait(lambda: isinstance(again.page, SignInPage))
        sign_in(again)
        assert visits(again) == 2
        assert again.view.page.strip.fields.desk_question.text() == "half af"


def test_whoever_starts_the_program_next_gets_the_same_sentence(ring_desk, key_ring, qtbot):
    key_ring.delete_items()
    with running(ring_desk, qtbot) as it:
        it.wait(lambda: isinstance(it.page, CannotOpenPage))
        assert GONE in words(it)
        it.push(it.page.page.retry_button)
        it.wait(lambda: isinstance(it.page, SignInPage))
        it.wait(lambda: isinstance(it.page, CannotOpenPage))
