"""Back ends of the key-ring library that are made up for a test, and what a refusal has to say."""

from collections.abc import Callable, Iterator

import keyring.backend
import pytest

from hgkm_desktop.errors import KeyRingTrouble
from hgkm_desktop.models import new_id

OURS = new_id()
SECRET_SERVICE = "keyring.backends.SecretService.Keyring"


def without_alternatives() -> Iterator[set[type]]:
    """Put keyrings.alt (plaintext!) out of sight; return its back ends for whoever wants them."""
    keyring.backend.get_all_keyring()
    known = keyring.backend.KeyringBackend._classes
    found = {kind for kind in known if kind.__module__.startswith("keyrings.alt")}
    known -= found
    yield found
    known |= found


def forgotten_afterwards() -> Iterator[Callable[..., type]]:
    """Define back ends for one test; the library forgets them afterwards."""
    made = []

    def define(name, module, worth, **methods):
        body = {"priority": worth, "__module__": module, "get_password": nothing}
        kind = type(name, (keyring.backend.KeyringBackend,), body | methods)
        made.append(kind)
        return kind

    yield define
    for kind in made:
        keyring.backend.KeyringBackend._classes.discard(kind)


def nothing(self, service, username):
    return None


def keep_nothing(self, service, username, password):
    return None


def refused(state, work):
    with pytest.raises(KeyRingTrouble) as told:
        work()
    assert told.value.state == state.value
    assert told.value.title
    assert told.value.hint


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


def raising(error):
    def method(self, *_args):
        raise error

    return method
