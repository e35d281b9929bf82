"""What the key ring of a computer may do to us, each with a real Secret Service or without one."""

import gc
import os
import signal
import threading
import time
from pathlib import Path

import keyring.backend
import pytest
from keyring.errors import InitError, KeyringLocked

from hgkm_desktop.errors import KeyRingTrouble
from hgkm_desktop.models import new_id
from hgkm_desktop.vault import keyring as ours
from hgkm_desktop.vault.keyring import State

pytestmark = pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning")
OURS = new_id()
SECRET_SERVICE = "keyring.backends.SecretService.Keyring"


@pytest.fixture(autouse=True)
def alternatives():
    """Put keyrings.alt (plaintext!) out of sight; return its back ends for whoever wants them."""
    keyring.backend.get_all_keyring()
    known = keyring.backend.KeyringBackend._classes
    found = {kind for kind in known if kind.__module__.startswith("keyrings.alt")}
    known -= found
    yield found
    known |= found


@pytest.fixture
def no_bus(monkeypatch, tmp_path):
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path}/no-bus")


@pytest.fixture
def made_up():
    """Define back ends for one test; the library forgets them afterwards."""
    made = []

    def define(name, module, worth, **methods):
        body = {"priority": worth, "__module__": module, "get_password": _nothing}
        kind = type(name, (keyring.backend.KeyringBackend,), body | methods)
        made.append(kind)
        return kind

    yield define
    for kind in made:
        keyring.backend.KeyringBackend._classes.discard(kind)


def _nothing(self, service, username):
    return None


def _keep_nothing(self, service, username, password):
    return None


def _refused(state, work):
    with pytest.raises(KeyRingTrouble) as refused:
        work()
    assert refused.value.state == state.value
    assert refused.value.title
    assert refused.value.hint


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
    _refused(State.MISSING, lambda: ours.read(OURS, "device"))
    _refused(State.MISSING, lambda: ours.write(OURS, "device", "x"))
    _refused(State.MISSING, lambda: ours.forget(OURS, "device"))


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
    _refused(State.MISSING, lambda: ours.read(OURS, "device"))
    assert time.monotonic() - begun < 2
    assert ours.unlock() is State.MISSING


def test_a_locked_key_ring_is_told_at_once_and_never_hangs(private_service):
    ours.write(OURS, "device", "v1:een")
    private_service.lock()
    begun = time.monotonic()
    assert ours.state() is State.LOCKED
    _refused(State.LOCKED, lambda: ours.read(OURS, "device"))
    _refused(State.LOCKED, lambda: ours.write(OURS, "device", "v1:twee"))
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
    _refused(State.EMPTIED, lambda: ours.secret_bytes(value))


def test_a_secret_survives_its_written_form():
    secret = os.urandom(32)
    assert ours.secret_bytes(ours.as_value(secret)) == secret


def test_the_null_back_end_is_never_used(private_service, monkeypatch):
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    keyring.core.init_backend()
    ours.write(OURS, "device", "v1:een")
    assert ours.read(OURS, "device") == "v1:een"


def test_with_only_the_null_back_end_there_is_no_key_ring(no_bus, monkeypatch):
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    assert ours.state() is State.MISSING
    _refused(State.MISSING, lambda: ours.write(OURS, "device", "v1:een"))


def test_the_real_plaintext_back_end_is_not_safe_and_gets_nothing(no_bus, alternatives):
    assert {kind.__name__ for kind in alternatives} >= {"PlaintextKeyring"}
    keyring.backend.KeyringBackend._classes |= alternatives
    assert ours.state() is State.UNTRUSTED
    _refused(State.UNTRUSTED, lambda: ours.write(OURS, "device", "v1:een"))
    _refused(State.UNTRUSTED, lambda: ours.read(OURS, "device"))
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
    _refused(State.UNTRUSTED, lambda: ours.write(OURS, "device", "v1:een"))
    assert kept == []


def test_an_untrusted_back_end_is_not_preferred_however_good_it_says_it_is(
    private_service, made_up
):
    made_up("Keyring", "elsewhere.SecretService", 1000, set_password=_keep_nothing)
    assert ours.backend_name() == SECRET_SERVICE
    ours.write(OURS, "device", "v1:een")
    assert len(private_service.items()) == 1


def test_the_chainer_never_stands_between(private_service, made_up):
    planted = "v1:" + "00" * 32

    def tell(self, service, username):
        return planted

    made_up("PlaintextKeyring", "keyrings.alt.file", 2, set_password=_keep_nothing)
    made_up("Planted", "keyrings.alt.other", 3, set_password=_keep_nothing, get_password=tell)
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


def test_a_key_ring_that_answers_nothing_is_given_up_after_the_limit(private_service, monkeypatch):
    monkeypatch.setattr(ours, "SECONDS", 0.5)
    daemon = private_service.processes[-1]
    daemon.send_signal(signal.SIGSTOP)
    begun = time.monotonic()
    assert ours.state() is State.LOCKED
    _refused(State.LOCKED, lambda: ours.read(OURS, "device"))
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
    with pytest.raises(KeyRingTrouble) as refused:
        ours.read(OURS, "device")
    assert refused.value.state in {State.MISSING, State.LOCKED}
    daemon.send_signal(signal.SIGCONT)
    gc.collect()  # the library leaves its socket open when the other side dies


def test_a_key_ring_that_died_before_the_call_is_missing(private_service):
    private_service.end_key_ring()
    assert ours.state() is State.MISSING
    _refused(State.MISSING, lambda: ours.read(OURS, "device"))


class Behaviour:
    """A trusted back end that does what a test says; those of other systems do not run here."""

    def __init__(self, made_up, **methods):
        self.kept = {}

        def get(_self, service, username):
            return self.kept.get((service, username))

        def put(_self, service, username, password):
            self.kept[service, username] = password

        def drop(_self, service, username):
            del self.kept[service, username]

        base = {"get_password": get, "set_password": put, "delete_password": drop}
        made_up("Keyring", "keyring.backends.macOS", 5, **(base | methods))


def _raise(error):
    def method(self, *_args):
        raise error

    return method


def test_another_systems_key_ring_is_used_when_it_is_trusted(no_bus, made_up):
    system = Behaviour(made_up, persist="enterprise")
    assert ours.state() is State.READY
    assert ours.backend_name() == "keyring.backends.macOS.Keyring"
    ours.write(OURS, "device", "v1:een")
    assert system.kept == {(f"buurtlogboek/{OURS}", "device"): "v1:een"}
    ours.forget(OURS, "device")
    assert system.kept == {}


def test_a_key_ring_that_does_not_keep_what_it_was_given_is_noticed(no_bus, made_up):
    Behaviour(made_up, set_password=_keep_nothing)
    _refused(State.EMPTIED, lambda: ours.write(OURS, "device", "v1:een"))


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
    Behaviour(made_up, get_password=_raise(error))
    _refused(state, lambda: ours.read(OURS, "device"))


def test_a_back_end_that_hangs_is_given_up_after_the_limit(no_bus, made_up, monkeypatch):
    monkeypatch.setattr(ours, "SECONDS", 0.2)
    go_on = threading.Event()

    def hang(self, service, username):
        go_on.wait(10)

    Behaviour(made_up, get_password=hang)
    begun = time.monotonic()
    _refused(State.LOCKED, lambda: ours.read(OURS, "device"))
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

    made_up("Keyring", "keyring.backends.macOS", Fading(), set_password=_keep_nothing)
    looks.clear()
    _refused(State.MISSING, lambda: ours.read(OURS, "device"))


@pytest.mark.parametrize("state", [s for s in State if s not in (State.READY, State.NOT_USED)])
def test_each_trouble_has_words_of_its_own(state):
    others = {ours.trouble(s).title for s in State if s is not state}
    title = ours.trouble(state).title
    assert state is State.MISSING or title not in others
    assert ours.trouble(state).hint.endswith(".")
