"""What the key ring of a computer may do to us, with a real Secret Service or without one."""

import gc
import os
import signal
import threading
import time

import keyring.backend
import pytest
from back_ends import OURS, SECRET_SERVICE, refused

from hgkm_desktop.errors import KeyRingTrouble
from hgkm_desktop.models import new_id
from hgkm_desktop.vault import keyring as ours
from hgkm_desktop.vault.keyring import State

pytestmark = [
    pytest.mark.usefixtures("alternatives"),
    pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning"),
]


def test_a_ready_key_ring_gives_back_what_it_was_given(secret_service):
    assert ours.state() is State.READY
    assert ours.backend_name() == SECRET_SERVICE
    assert ours.read(OURS, "device") is None
    ours.write(OURS, "device", "v1:een")
    ours.write(OURS, "device", "v1:twee")
    ours.write(OURS, "log", "7:00")
    assert ours.read(OURS, "device") == "v1:twee"
    assert ours.read(new_id(), "device") is None
    ours.forget(OURS, "device")
    ours.forget(OURS, "device")
    assert ours.read(OURS, "device") is None
    ours.forget(OURS, "log")


def test_the_entry_names_the_program_and_nobody(private_service):
    ours.write(OURS, "device", "v1:een")
    (item,) = private_service.items()
    assert item["service"] == f"buurtlogboek/{OURS}"
    assert item["username"] == "device"


def test_without_a_message_bus_there_is_no_key_ring(no_bus):
    assert ours.state() is State.MISSING
    assert ours.backend_name() == ""
    refused(State.MISSING, lambda: ours.read(OURS, "device"))
    refused(State.MISSING, lambda: ours.write(OURS, "device", "x"))
    refused(State.MISSING, lambda: ours.forget(OURS, "device"))


def test_a_bus_without_a_key_ring_is_no_key_ring(bus_alone):
    assert ours.state() is State.MISSING
    assert ours.unlock() is State.MISSING


def test_a_key_ring_that_starts_later_is_found_without_a_restart(bus_alone):
    assert ours.state() is State.MISSING
    bus_alone.start_key_ring()
    assert ours.state() is State.READY
    ours.write(OURS, "device", "v1:een")
    assert ours.read(OURS, "device") == "v1:een"


def test_a_key_ring_without_a_collection_is_no_key_ring_and_asks_nothing(bus_alone):
    bus_alone.start_key_ring(unlocked=False)
    begun = time.monotonic()
    assert ours.state() is State.MISSING
    refused(State.MISSING, lambda: ours.read(OURS, "device"))
    assert time.monotonic() - begun < 2
    assert ours.unlock() is State.MISSING


def test_a_locked_key_ring_is_told_at_once_and_never_hangs(private_service):
    ours.write(OURS, "device", "v1:een")
    private_service.lock()
    begun = time.monotonic()
    assert ours.state() is State.LOCKED
    refused(State.LOCKED, lambda: ours.read(OURS, "device"))
    refused(State.LOCKED, lambda: ours.write(OURS, "device", "v1:twee"))
    assert time.monotonic() - begun < 2


def test_asking_to_unlock_without_a_screen_comes_back(private_service):
    private_service.lock()
    begun = time.monotonic()
    assert ours.unlock() is State.LOCKED
    assert time.monotonic() - begun < 5


def test_asking_to_unlock_where_there_is_no_bus_comes_back(no_bus):
    assert ours.unlock() is State.MISSING


def test_a_key_ring_locked_by_another_password_stays_locked(private_service):
    ours.write(OURS, "device", "v1:een")
    private_service.end_key_ring()
    private_service.start_key_ring(unlocked=False)
    assert ours.state() is State.LOCKED


def test_an_emptied_key_ring_holds_nothing(private_service):
    ours.write(OURS, "device", "v1:een")
    private_service.delete_items()
    assert ours.state() is State.READY
    assert ours.read(OURS, "device") is None


@pytest.mark.parametrize("value", ["", "v1:", "v1:zz", "v2:" + "00" * 32, "v1:" + "00" * 31, "é"])
def test_a_value_that_is_no_secret_is_an_emptied_key_ring(value):
    refused(State.EMPTIED, lambda: ours.secret_bytes(value))


def test_a_secret_survives_its_written_form():
    secret = os.urandom(32)
    assert ours.secret_bytes(ours.as_value(secret)) == secret


def test_a_key_ring_that_answers_nothing_is_given_up_after_the_limit(private_service, monkeypatch):
    monkeypatch.setattr(ours, "SECONDS", 0.5)
    daemon = private_service.processes[-1]
    daemon.send_signal(signal.SIGSTOP)
    begun = time.monotonic()
    assert ours.state() is State.LOCKED
    refused(State.LOCKED, lambda: ours.read(OURS, "device"))
    assert time.monotonic() - begun < 4
    daemon.send_signal(signal.SIGCONT)


@pytest.mark.filterwarnings("ignore::ResourceWarning")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("what", ["key ring", "bus"])
def test_a_key_ring_that_dies_in_the_middle_of_a_call_gives_a_sentence(
    private_service, monkeypatch, what
):
    ours.write(OURS, "device", "v1:een")
    dying = private_service.processes[-1 if what == "key ring" else 0]
    daemon = private_service.processes[-1]

    def stop_then_kill(self, service, username):
        daemon.send_signal(signal.SIGSTOP)
        threading.Timer(0.2, dying.kill).start()
        return real(self, service, username)

    real = keyring.backends.SecretService.Keyring.get_password
    monkeypatch.setattr(keyring.backends.SecretService.Keyring, "get_password", stop_then_kill)
    with pytest.raises(KeyRingTrouble) as told:
        ours.read(OURS, "device")
    assert told.value.state in {State.MISSING, State.LOCKED}
    daemon.send_signal(signal.SIGCONT)
    gc.collect()  # the library leaves its socket open when the other side dies


def test_a_key_ring_that_died_before_the_call_is_missing(private_service):
    private_service.end_key_ring()
    assert ours.state() is State.MISSING
    refused(State.MISSING, lambda: ours.read(OURS, "device"))


@pytest.mark.parametrize("state", [s for s in State if s not in (State.READY, State.NOT_USED)])
def test_each_trouble_has_words_of_its_own(state):
    others = {ours.trouble(s).title for s in State if s is not state}
    title = ours.trouble(state).title
    assert state is State.MISSING or title not in others
    assert ours.trouble(state).hint.endswith(".")
