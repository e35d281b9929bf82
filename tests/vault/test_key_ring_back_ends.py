"""Which back end of the key-ring library gets a secret: only those we trust, whatever is set up."""

import os
import threading
import time
from pathlib import Path

import keyring.backend
import pytest
from back_ends import OURS, SECRET_SERVICE, Behaviour, keep_nothing, raising, refused
from keyring.errors import InitError, KeyringLocked

from hgkm_desktop.vault import keyring as ours
from hgkm_desktop.vault.keyring import State

pytestmark = [
    pytest.mark.usefixtures("alternatives"),
    pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning"),
]


def test_the_null_back_end_is_never_used(private_service, monkeypatch):
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    keyring.core.init_backend()
    ours.write(OURS, "device", "v1:een")
    assert ours.read(OURS, "device") == "v1:een"


def test_with_only_the_null_back_end_there_is_no_key_ring(no_bus, monkeypatch):
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    assert ours.state() is State.MISSING
    refused(State.MISSING, lambda: ours.write(OURS, "device", "v1:een"))


def test_the_real_plaintext_back_end_is_not_safe_and_gets_nothing(no_bus, alternatives):
    assert {kind.__name__ for kind in alternatives} >= {"PlaintextKeyring"}
    keyring.backend.KeyringBackend._classes |= alternatives
    assert ours.state() is State.UNTRUSTED
    refused(State.UNTRUSTED, lambda: ours.write(OURS, "device", "v1:een"))
    refused(State.UNTRUSTED, lambda: ours.read(OURS, "device"))
    folder = Path(os.environ["XDG_DATA_HOME"])
    assert not (folder / "python_keyring").exists()


def test_beside_the_real_plaintext_back_end_the_safe_one_is_used(private_service, alternatives):
    keyring.backend.KeyringBackend._classes |= alternatives
    ours.write(OURS, "device", "v1:een")
    assert len(private_service.items()) == 1
    assert not (Path(os.environ["XDG_DATA_HOME"]) / "python_keyring").exists()


def test_a_plaintext_back_end_is_not_safe_and_gets_nothing(no_bus, made_up):
    kept = []

    def keep(self, service, username, password):
        kept.append(password)

    made_up("PlaintextKeyring", "keyrings.alt.file", 0.5, set_password=keep)
    assert ours.state() is State.UNTRUSTED
    assert ours.backend_name() == ""
    refused(State.UNTRUSTED, lambda: ours.write(OURS, "device", "v1:een"))
    assert kept == []


def test_an_untrusted_back_end_is_not_preferred_however_good_it_says_it_is(
    private_service, made_up
):
    made_up("Keyring", "elsewhere.SecretService", 1000, set_password=keep_nothing)
    assert ours.backend_name() == SECRET_SERVICE
    ours.write(OURS, "device", "v1:een")
    assert len(private_service.items()) == 1


def test_the_chainer_never_stands_between(private_service, made_up):
    planted = "v1:" + "00" * 32

    def tell(self, service, username):
        return planted

    made_up("PlaintextKeyring", "keyrings.alt.file", 2, set_password=keep_nothing)
    made_up("Planted", "keyrings.alt.other", 3, set_password=keep_nothing, get_password=tell)
    assert keyring.backends.chainer.ChainerBackend.viable
    assert ours.backend_name() == SECRET_SERVICE
    assert ours.read(OURS, "device") is None


def test_a_configuration_file_chooses_nothing(private_service, monkeypatch):
    folder = os.environ["XDG_CONFIG_HOME"] + "/python_keyring"
    os.makedirs(folder)
    with open(folder + "/keyringrc.cfg", "w") as file:
        file.write("[backend]\ndefault-keyring=keyring.backends.null.Keyring\n")
    ours.write(OURS, "device", "v1:een")
    assert ours.read(OURS, "device") == "v1:een"
    assert len(private_service.items()) == 1


def test_the_environment_chooses_no_other_collection(private_service, monkeypatch):
    elsewhere = "/org/freedesktop/secrets/collection/session"
    monkeypatch.setenv("KEYRING_PROPERTY_PREFERRED_COLLECTION", elsewhere)
    monkeypatch.setenv("KEYRING_PROPERTY_SCHEME", "KeePassXC")
    ours.write(OURS, "device", "v1:een")
    (item,) = private_service.items()
    assert item["username"] == "device"


def test_another_systems_key_ring_is_used_when_it_is_trusted(no_bus, made_up):
    system = Behaviour(made_up, persist="enterprise")
    assert ours.state() is State.READY
    assert ours.backend_name() == "keyring.backends.macOS.Keyring"
    ours.write(OURS, "device", "v1:een")
    assert system.kept == {(f"buurtlogboek/{OURS}", "device"): "v1:een"}
    ours.forget(OURS, "device")
    assert system.kept == {}


def test_a_key_ring_that_does_not_keep_what_it_was_given_is_noticed(no_bus, made_up):
    Behaviour(made_up, set_password=keep_nothing)
    refused(State.EMPTIED, lambda: ours.write(OURS, "device", "v1:een"))


def test_a_windows_key_ring_is_told_not_to_roam(no_bus, made_up):
    told = []

    def keep(self, service, username, password):
        told.append(self.persist)

    def get(self, service, username):
        return "v1:een"

    Behaviour(made_up, persist="enterprise", set_password=keep, get_password=get)
    ours.write(OURS, "device", "v1:een")
    assert told == ["local machine"]


@pytest.mark.parametrize(
    ("error", "state"),
    [
        (KeyringLocked("x"), State.LOCKED),
        (InitError("x"), State.MISSING),
        (keyring.errors.NoKeyringError("x"), State.MISSING),
        (ConnectionResetError(), State.MISSING),
        (EOFError(), State.MISSING),
        (RuntimeError("x"), State.MISSING),
    ],
)
def test_every_error_of_a_back_end_becomes_a_sentence(no_bus, made_up, error, state):
    Behaviour(made_up, get_password=raising(error))
    refused(state, lambda: ours.read(OURS, "device"))


def test_a_back_end_that_hangs_is_given_up_after_the_limit(no_bus, made_up, monkeypatch):
    monkeypatch.setattr(ours, "SECONDS", 0.2)
    go_on = threading.Event()

    def hang(self, service, username):
        go_on.wait(10)

    Behaviour(made_up, get_password=hang)
    begun = time.monotonic()
    refused(State.LOCKED, lambda: ours.read(OURS, "device"))
    assert time.monotonic() - begun < 2
    go_on.set()


def test_a_back_end_that_disappears_between_two_looks_is_missing(no_bus, made_up):
    looks = []

    class Fading:
        def __get__(self, _instance, _owner):
            looks.append(1)
            if len(looks) > 2:
                raise RuntimeError("gone")
            return 5

    made_up("Keyring", "keyring.backends.macOS", Fading(), set_password=keep_nothing)
    looks.clear()
    refused(State.MISSING, lambda: ours.read(OURS, "device"))
