import pytest
from desk import FIRST_WORDS, MONDAY

from hgkm_desktop.errors import CannotOpen, WrongPassphrase
from hgkm_desktop.ui.background import Background
from hgkm_desktop.ui.desk import Desk
from hgkm_desktop.ui.gate import Gate, import_slow_parts
from hgkm_desktop.vault import founding, recovery_code, slots


@pytest.fixture
def gate(desk, qapp):
    background = Background()
    yield Gate(desk.folder, background, desk.now)
    background.wait()


def test_it_tells_who_can_sign_in(gate, qtbot, desk):
    with qtbot.waitSignal(gate.seen, timeout=20_000) as told:
        gate.look()
    assert {tile.name for tile in told.args[0].tiles} == set(desk.keys)


def test_it_tells_why_a_log_cannot_be_looked_at(gate, qtbot, desk):
    for name in (slots.FILE, slots.KEPT):
        (desk.folder / name).write_bytes(b"\0" * 100)
    with qtbot.waitSignal(gate.failed, timeout=20_000) as told:
        gate.look()
    assert isinstance(told.args[0], CannotOpen)


def test_it_opens_for_a_member_and_for_nobody_else(gate, qtbot, desk):
    key = desk.keys["Joke"]
    with qtbot.waitSignal(gate.opened, timeout=20_000) as told:
        gate.sign_in(key.tile.member_id, key.passphrase)
    opened = told.args[0]
    opened.engine.dispose()
    assert opened.actor.name == "Joke"
    with qtbot.waitSignal(gate.failed, timeout=20_000) as told:
        gate.sign_in(key.tile.member_id, "niet de goede zin")
    assert isinstance(told.args[0], WrongPassphrase)


def test_it_founds_a_log_where_there_is_none(tmp_path, qapp):
    gate = Gate(tmp_path / "new", Background(), lambda: MONDAY)
    person = founding.Person("Salma", 6, FIRST_WORDS)
    start = founding.FirstStart(
        "Buurthuis De Linde", "Buurtlogboek", (person,), recovery_code.new(), True
    )
    gate.found(start).engine.dispose()
    assert (tmp_path / "new" / slots.FILE).is_file()


def test_the_slow_parts_are_what_the_signed_in_window_needs():
    assert import_slow_parts() is Desk
