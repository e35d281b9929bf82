from uuid import UUID

import pytest
from desk import MONDAY
from PySide6.QtCore import QObject, Qt, Signal

from hgkm_desktop.errors import CannotOpen, TooSoon, WrongPassphrase
from hgkm_desktop.ui import lock, style
from hgkm_desktop.ui.doorway import Doorway
from hgkm_desktop.ui.entrance.around import Around
from hgkm_desktop.ui.entrance.cannot_open import CannotOpenPage
from hgkm_desktop.ui.entrance.first_start import FirstStart
from hgkm_desktop.ui.entrance.key_ring_look import KeyRing
from hgkm_desktop.ui.entrance.lock_screen import LockScreen
from hgkm_desktop.ui.entrance.sign_in import SignInPage
from hgkm_desktop.ui.window import Window
from hgkm_desktop.vault.keyring import State
from hgkm_desktop.vault.slots import Tile
from hgkm_desktop.vault.vault import LockedState

NAIMA, ASHA = Tile(UUID(int=1), "Naima", 2), Tile(UUID(int=2), "Asha", 3)
DAMAGED = CannotOpen("Het bestand is beschadigd.", "Zet een kopie terug.", "DB-06")


class StillGate(QObject):
    """A gate that does nothing by itself; a test answers for it."""

    seen = Signal(object)
    opened = Signal(object)
    failed = Signal(object)

    def __init__(self):
        super().__init__()
        self.looks, self.tried = 0, []

    def look(self):
        self.looks += 1

    def sign_in(self, member_id, passphrase):
        self.tried.append((member_id, passphrase))

    def found(self, start):
        raise AssertionError("nothing is founded here")


@pytest.fixture
def gate(qapp):
    return StillGate()


@pytest.fixture
def window(qtbot, qapp):
    style.apply(qapp)
    made = Window("Buurtlogboek")
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "log"
    made.mkdir()
    return made


@pytest.fixture
def doorway(window, gate, folder):
    around = Around(key_ring=KeyRing(state=lambda: State.MISSING.value))
    return Doorway(window, gate, folder, lambda: MONDAY, around)


def seen(gate):
    gate.seen.emit(LockedState((ASHA, NAIMA), State.NOT_USED))


def test_without_a_log_it_is_the_first_start(doorway, folder, window):
    folder.rmdir()
    doorway.show_for("")
    assert isinstance(doorway.page, FirstStart)
    assert window.pages.currentWidget() is doorway.page


@pytest.mark.parametrize("locked", ["", lock.NOBODY])
def test_at_an_ordinary_start_it_is_sign_in(doorway, gate, locked):
    doorway.show_for(locked)
    assert isinstance(doorway.page, SignInPage)
    assert gate.looks == 1
    assert not doorway.names_are_known


@pytest.mark.parametrize(("more", "told"), [("", False), (lock.DRAFT, True)])
def test_whoever_was_locked_out_finds_the_clock(doorway, gate, more, told):
    doorway.show_for(str(NAIMA.member_id) + more)
    assert isinstance(doorway.page, LockScreen)
    assert doorway.page.card.kept.isHidden() is not told
    assert gate.looks == 1


def test_the_names_come_when_they_are_known(doorway, gate):
    doorway.show_for("")
    seen(gate)
    assert doorway.names_are_known
    assert doorway.page.who.current() is None


def test_names_that_come_when_the_page_is_gone_are_let_be(doorway, gate, folder):
    doorway.show_first_start()
    seen(gate)
    assert isinstance(doorway.page, FirstStart)


def test_what_is_typed_goes_to_the_gate(doorway, gate):
    doorway.show_for("")
    doorway.page.submitted.emit(NAIMA.member_id, "vijf woorden")
    assert gate.tried == [(NAIMA.member_id, "vijf woorden")]


def test_somebody_else_gets_the_tiles(doorway, gate):
    doorway.show_for(str(NAIMA.member_id))
    doorway.page.someone_else.emit()
    assert isinstance(doorway.page, SignInPage)
    assert gate.looks == 2


@pytest.mark.parametrize("locked", ["", str(NAIMA.member_id)])
def test_a_wrong_passphrase_and_having_to_wait_stay_on_the_page(doorway, gate, locked):
    doorway.show_for(locked)
    seen(gate)
    page = doorway.page
    ask = page.ask if isinstance(page, SignInPage) else page.card.ask
    gate.failed.emit(WrongPassphrase("Dat klopt niet."))
    assert ask.field.problem() == "Dat klopt niet."
    gate.failed.emit(TooSoon("Wacht even.", "", 8))
    assert "8" in ask.field.problem()
    assert doorway.page is page


def test_a_log_that_does_not_open_says_what_to_do(doorway, gate, qtbot, window):
    doorway.show_for("")
    gate.failed.emit(DAMAGED)
    assert isinstance(doorway.page, CannotOpenPage)
    assert doorway.page.code == "DB-06"
    with qtbot.waitSignal(window.closing):
        doorway.page.close_asked.emit()


def test_from_there_it_can_be_tried_again(doorway, gate):
    doorway.show_for("")
    gate.failed.emit(DAMAGED)
    doorway.page.retried.emit()
    assert isinstance(doorway.page, SignInPage)
    assert gate.looks == 2


def test_from_there_a_copy_can_be_put_back_and_the_way_back_leads_to_sign_in(doorway, gate):
    for way_back in ("restored", "left"):
        doorway.show_for("")
        gate.failed.emit(DAMAGED)
        doorway.page.restore_asked.emit()
        assert isinstance(doorway.page, FirstStart)
        getattr(doorway.page, way_back).emit()
        assert isinstance(doorway.page, SignInPage)


def test_trouble_after_the_page_is_gone_is_shown_too(doorway, gate):
    doorway.show_for("")
    gate.opened.emit(object())
    assert doorway.page is None
    gate.failed.emit(DAMAGED)
    assert isinstance(doorway.page, CannotOpenPage)


def test_a_bug_is_not_told_as_if_it_were_expected(doorway, gate, qtbot):
    doorway.show_for("")
    with qtbot.captureExceptions() as caught:
        gate.failed.emit(ZeroDivisionError())
    assert [kind for kind, *_ in caught] == [ZeroDivisionError]


def test_another_language_is_passed_on_from_every_page(doorway, qtbot):
    for show in (doorway.show_sign_in, doorway.show_first_start):
        show()
        with qtbot.waitSignal(doorway.language_chosen) as told:
            doorway.page.language_chosen.emit("ar")
        assert told.args == ["ar"]


def test_what_was_typed_at_the_first_start_survives_another_language(doorway, folder, qtbot):
    folder.rmdir()
    doorway.show_for("")
    doorway.page.answers.organisation = "Buurthuis De Linde"
    first = doorway.page
    doorway.show_for("")
    assert doorway.page is not first
    assert doorway.page.answers.organisation == "Buurthuis De Linde"
    assert doorway.page.layoutDirection() == Qt.LayoutDirection.LeftToRight
