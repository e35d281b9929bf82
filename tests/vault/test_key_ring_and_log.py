"""A log whose other half is in a real key ring: found, lost, exchanged, put back."""

import json
import os

import pytest
from desk import MONDAY, Desk
from first_start import found
from raw_file import RawFile

from hgkm_desktop.db import Database
from hgkm_desktop.errors import CannotOpen, Invalid, KeyRingTrouble, WrongPassphrase
from hgkm_desktop.services import members
from hgkm_desktop.vault import audit, keyring, recovery_code, slots
from hgkm_desktop.vault.keyring import State
from hgkm_desktop.vault.restoring import put_secret_back
from hgkm_desktop.vault.vault import DEVICE, LOG

pytestmark = pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning")


def _vault_id(desk):
    return slots.load(desk.folder).vault_id


@pytest.fixture
def ring_desk(secret_service, tmp_path) -> Desk:
    """A log that needs the running key ring."""
    return found(tmp_path / "log")


@pytest.fixture
def lone_desk(private_service, tmp_path) -> Desk:
    """A log that needs a key ring of this test's own."""
    return found(tmp_path / "log")


def test_the_other_half_is_in_the_key_ring_and_nowhere_else(ring_desk):
    assert ring_desk.vault.look().key_ring is State.READY
    ring_desk.sign_in("Salma").engine.dispose()
    secret = ring_desk.keys["Salma"].secret
    assert keyring.read(_vault_id(ring_desk), DEVICE) == keyring.as_value(secret)
    for file in ring_desk.folder.iterdir():
        raw = file.read_bytes()
        for form in (secret, secret.hex().encode(), keyring.as_value(secret).encode()):
            assert form not in raw
    assert json.loads((ring_desk.folder / slots.FILE).read_bytes())["device"] == ""


def test_an_emptied_key_ring_is_filled_again_with_the_paper_code(lone_desk, private_service):
    private_service.delete_items()
    with pytest.raises(KeyRingTrouble) as refused:
        lone_desk.vault.look()
    assert refused.value.state == State.EMPTIED
    assert "herstelblad" in refused.value.hint
    with pytest.raises(KeyRingTrouble):
        lone_desk.sign_in("Salma")
    with pytest.raises(Invalid):
        put_secret_back(lone_desk.folder, recovery_code.new())
    put_secret_back(lone_desk.folder, lone_desk.code)
    lone_desk.sign_in("Salma").engine.dispose()


def test_a_key_ring_emptied_while_somebody_works_loses_nothing(lone_desk, private_service):
    db = Database(lone_desk.sign_in("Salma"), lone_desk.now)
    private_service.delete_items()
    db.call(members.add, "Nora", ["volunteer"], 1, now=MONDAY)
    db.vault.keep_head(db.head)
    db.close()
    put_secret_back(lone_desk.folder, lone_desk.code)
    assert [tile.name for tile in lone_desk.vault.look().tiles] == ["Salma", "Nora"]


@pytest.mark.parametrize("value", ["", "onzin", "v1:abc", "v9:" + "0" * 64])
def test_a_garbled_value_is_an_emptied_key_ring(ring_desk, value):
    keyring.write(_vault_id(ring_desk), DEVICE, value)
    with pytest.raises(KeyRingTrouble) as refused:
        ring_desk.vault.look()
    assert refused.value.state == State.EMPTIED


def test_the_value_of_another_log_opens_nothing(ring_desk, tmp_path):
    other = found(tmp_path / "other")
    value = keyring.read(_vault_id(other), DEVICE)
    keyring.write(_vault_id(ring_desk), DEVICE, value)
    with pytest.raises(CannotOpen) as refused:
        ring_desk.sign_in("Salma")
    assert refused.value.code == "SL-02"
    put_secret_back(ring_desk.folder, ring_desk.code)
    ring_desk.sign_in("Salma").engine.dispose()


def test_a_locked_key_ring_is_told_before_anybody_types(lone_desk, private_service):
    private_service.lock()
    with pytest.raises(KeyRingTrouble) as refused:
        lone_desk.vault.look()
    assert refused.value.state == State.LOCKED
    with pytest.raises(KeyRingTrouble):
        put_secret_back(lone_desk.folder, lone_desk.code)


def test_on_another_computer_the_file_and_the_passphrase_open_nothing(lone_desk, monkeypatch):
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
    with pytest.raises(KeyRingTrouble):
        lone_desk.sign_in("Salma")


def test_without_a_key_ring_no_log_begins_unless_that_is_chosen(tmp_path, monkeypatch):
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path}/no-bus")
    with pytest.raises(KeyRingTrouble):
        found(tmp_path / "data" / "log")
    assert not (tmp_path / "data").exists()
    desk = found(tmp_path / "data" / "log", without_key_ring=True)
    assert desk.vault.look().key_ring is State.NOT_USED
    desk.sign_in("Salma").engine.dispose()


def test_a_log_moves_to_the_key_ring_when_there_is_one(tmp_path, secret_service):
    desk = found(tmp_path / "log", without_key_ring=True)
    db = Database(desk.sign_in("Salma"), desk.now)
    db.vault.adopt_key_ring(db.actor)
    db.close()
    assert desk.vault.look().key_ring is State.READY
    secret = desk.keys["Salma"].secret
    assert keyring.read(_vault_id(desk), DEVICE) == keyring.as_value(secret)
    for name in (slots.FILE, slots.KEPT):
        assert json.loads((desk.folder / name).read_bytes())["device"] == ""
    desk.sign_in("Salma").engine.dispose()
    with pytest.raises(WrongPassphrase):
        desk.vault.sign_in(desk.keys["Salma"].tile.member_id, "fout")


def test_a_log_does_not_move_to_a_key_ring_that_is_not_there(tmp_path, monkeypatch):
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path}/no-bus")
    desk = found(tmp_path / "log", without_key_ring=True)
    opened = desk.sign_in("Salma")
    with pytest.raises(KeyRingTrouble):
        opened.vault.adopt_key_ring(opened.actor)
    opened.engine.dispose()
    assert desk.vault.look().key_ring is State.NOT_USED


def _work(desk) -> Database:
    db = Database(desk.open("Salma"), desk.now)
    db.call(members.signed_in)
    db.vault.keep_head(db.head)
    db.close()
    return db


def test_the_same_file_is_not_older(ring_desk):
    _work(ring_desk)
    opened = ring_desk.open("Salma")
    assert not opened.older_file
    opened.engine.dispose()


def test_an_older_file_put_back_is_noticed(ring_desk):
    _work(ring_desk)
    old = {file: file.read_bytes() for file in ring_desk.folder.iterdir()}
    db = Database(ring_desk.open("Salma"), ring_desk.now)
    db.call(members.signed_in)
    db.vault.keep_head(db.head)
    db.close()
    for file, raw in old.items():
        file.write_bytes(raw)
    opened = ring_desk.open("Salma")
    assert opened.older_file
    opened.engine.dispose()


def test_a_log_cut_short_is_noticed(ring_desk):
    db = _work(ring_desk)
    raw = RawFile(ring_desk, "Salma")
    raw.run("DELETE FROM audit_line WHERE seq = ?", db.head.seq)
    opened = ring_desk.open("Salma")
    assert opened.older_file
    opened.engine.dispose()


@pytest.mark.parametrize("value", ["", "onzin", "7", "x:00", "7:zz"])
def test_a_garbled_head_counts_as_an_older_file(ring_desk, value):
    keyring.write(_vault_id(ring_desk), LOG, value)
    opened = ring_desk.open("Salma")
    assert opened.older_file
    opened.engine.dispose()


def test_a_session_without_deeds_does_not_make_the_watch_forget(ring_desk):
    _work(ring_desk)
    kept = keyring.read(_vault_id(ring_desk), LOG)
    db = Database(ring_desk.open("Salma"), ring_desk.now)
    db.vault.keep_head(db.head)
    db.close()
    assert keyring.read(_vault_id(ring_desk), LOG) == kept


def test_without_a_key_ring_no_head_is_kept(desk):
    desk.vault.keep_head(audit.Head(3, os.urandom(32)))
    opened = desk.open("Joke")
    assert not opened.older_file
    opened.engine.dispose()


def test_a_key_ring_that_keeps_nothing_gets_no_log(tmp_path, bus_alone, monkeypatch):
    bus_alone.start_key_ring()
    forgetful = keyring.trusted_backend().__class__
    monkeypatch.setattr(forgetful, "set_password", lambda *_args: None)
    with pytest.raises(KeyRingTrouble):
        found(tmp_path / "log")
    assert list(tmp_path.glob("log*")) == []
