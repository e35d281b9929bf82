"""This computer's secret: the OS key ring, only through back ends we trust, never hanging.

Environment variables, keyringrc.cfg, keyrings.alt and the chainer are ignored: plaintext and null
back ends would throw the secret away or lay it bare (research/store.md 3.2).
"""

import os
from contextlib import closing, suppress
from enum import StrEnum, auto
from threading import Thread
from typing import TYPE_CHECKING, Any
from uuid import UUID

from hgkm_desktop.errors import KeyRingTrouble
from hgkm_desktop.texts import tr

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

TRUSTED = frozenset(
    {
        "keyring.backends.SecretService.Keyring",
        "keyring.backends.libsecret.Keyring",
        "keyring.backends.kwallet.DBusKeyring",
        "keyring.backends.kwallet.DBusKeyringKWallet4",
        "keyring.backends.macOS.Keyring",
        "keyring.backends.Windows.WinVaultKeyring",
    }
)
DEFAULT_COLLECTION = "/org/freedesktop/secrets/aliases/default"
SECONDS = 8.0
UNLOCK_SECONDS = 60.0


class State(StrEnum):
    """What this computer's key ring can do for us now."""

    READY = auto()
    LOCKED = auto()
    MISSING = auto()
    UNTRUSTED = auto()
    EMPTIED = auto()
    NOT_USED = auto()


def name_of(backend: object) -> str:
    """Return the full class name, which is what the whitelist compares."""
    return _name(type(backend))


def _name(kind: type) -> str:
    return f"{kind.__module__}.{kind.__qualname__}"


def trusted_backend() -> "KeyringBackend | None":
    """Return the best back end of the whitelist that works here, whatever is configured."""
    kinds = [kind for kind in _usable() if _name(kind) in TRUSTED and _worth(kind) >= 1]
    if not kinds:
        return None
    backend = max(kinds, key=_worth)()
    for name in os.environ:
        # The library lets the environment choose, for example, a collection that is not kept.
        _, named, setting = name.partition("KEYRING_PROPERTY_")
        if named:
            vars(backend).pop(setting.lower(), None)
    return backend


def _usable() -> "list[type[KeyringBackend]]":
    """Return the back ends that work at this moment (the library keeps to its first answer)."""
    import keyring.backend

    keyring.backend.get_all_keyring()  # loads what there is
    return list(keyring.backend.KeyringBackend.get_viable_backends())


def _worth(kind: "type[KeyringBackend]") -> float:
    with suppress(Exception):  # each back end fails in its own way
        return float(kind.priority)  # pyright: ignore[reportArgumentType]
    return -1.0


def state() -> State:
    """Look without ever prompting: a locked key ring with nobody at the prompt hangs for ever."""
    return _in_time(_state, SECONDS, State.LOCKED, State.MISSING)


def backend_name() -> str:
    """Return the class name of the back end in use, "" where none is trusted."""
    backend = _in_time(trusted_backend, SECONDS, None, None)
    return name_of(backend) if backend else ""


def read(vault_id: UUID, name: str) -> str | None:
    """Return a value kept for this vault, None when it is not there; raise KeyRingTrouble."""

    def look(backend: "KeyringBackend") -> str | None:
        return backend.get_password(_service(vault_id), name)

    return _guarded(look)


def write(vault_id: UUID, name: str, value: str) -> None:
    """Keep a value for this vault and read it back; raise KeyRingTrouble if it did not stay."""

    def keep(backend: "KeyringBackend") -> str | None:
        if hasattr(backend, "persist"):
            backend.persist = "local machine"  # pyright: ignore[reportAttributeAccessIssue]
        backend.set_password(_service(vault_id), name, value)  # pyright: ignore[reportUnknownMemberType]
        return backend.get_password(_service(vault_id), name)

    if _guarded(keep) != value:
        raise trouble(State.EMPTIED)


def forget(vault_id: UUID, name: str) -> None:
    """Remove a value; nothing happens when it is not there."""

    def remove(backend: "KeyringBackend") -> None:
        if backend.get_password(_service(vault_id), name) is not None:
            backend.delete_password(_service(vault_id), name)

    _guarded(remove)


def unlock() -> State:
    """Ask the desktop to open a locked key ring, for a minute at most; return the state after."""
    _in_time(_prompt, UNLOCK_SECONDS + 2, None, None)
    return state()


def trouble(found: State) -> KeyRingTrouble:
    """Return the error that says in plain words what is wrong and what to do."""
    words = {
        State.LOCKED: (
            tr("The key ring of this computer is locked."),
            tr("Unlock it with the password of this computer. Then try again."),
        ),
        State.MISSING: (
            tr("This computer has no key ring."),
            tr("Ask your administrator. The paper recovery sheet still opens the log."),
        ),
        State.UNTRUSTED: (
            tr("The key ring of this computer is not safe."),
            tr("Ask your administrator to set up a safe one. Nothing was written."),
        ),
        State.EMPTIED: (
            tr("The secret of this computer is gone from its key ring."),
            tr("Nothing is lost. Use the paper recovery sheet to put it back."),
        ),
    }
    title, hint = words.get(found, words[State.MISSING])
    return KeyRingTrouble(title, hint, found.value)


def _service(vault_id: UUID) -> str:
    return f"buurtlogboek/{vault_id}"


def _guarded(work: "Any") -> Any:  # noqa: ANN401 -- whatever the back end returns
    found = state()
    if found is not State.READY:
        raise trouble(found)
    late, broken = trouble(State.LOCKED), trouble(State.MISSING)
    result = _in_time(lambda: _outcome(work), SECONDS, late, broken)
    if isinstance(result, KeyRingTrouble):
        raise result
    return result


def _outcome(work: "Any") -> Any:  # noqa: ANN401
    from keyring.errors import KeyringLocked

    backend = trusted_backend()
    if backend is None:
        return trouble(State.MISSING)
    try:
        return work(backend)
    except KeyringLocked:
        return trouble(State.LOCKED)


def _state() -> State:
    backend = trusted_backend()
    if backend is None:
        return State.UNTRUSTED if any(_worth(kind) > 0 for kind in _usable()) else State.MISSING
    if name_of(backend) != "keyring.backends.SecretService.Keyring":
        return State.READY
    return _secret_service_state()


def _secret_service_state() -> State:
    import secretstorage

    with closing(secretstorage.dbus_init()) as bus:
        default = secretstorage.Collection(bus, DEFAULT_COLLECTION)
        return State.LOCKED if default.is_locked() else State.READY


def _prompt() -> None:
    import secretstorage

    with closing(secretstorage.dbus_init()) as bus:
        secretstorage.Collection(bus, DEFAULT_COLLECTION).unlock(timeout=UNLOCK_SECONDS)


def _in_time(work: "Any", seconds: float, late: Any, broken: Any) -> Any:  # noqa: ANN401
    """Run `work` in a thread that nobody waits for longer than `seconds`.

    Return its answer, `late` when there is none by then, `broken` when it failed in any way.
    """
    answer: list[Any] = []

    def run() -> None:
        with suppress(Exception):  # the other side of a bus may fail in ways of its own
            answer.append(work())
        answer.append(broken)

    thread = Thread(target=run, daemon=True, name="key ring")
    thread.start()
    thread.join(seconds)
    return answer[0] if answer else late


def as_value(secret: bytes) -> str:
    """Return a device secret in the form the key ring holds."""
    return "v1:" + secret.hex()


def secret_bytes(value: str) -> bytes:
    """Return the bytes of a device secret; raise KeyRingTrouble for anything else."""
    version, _, digits = value.partition(":")
    try:
        raw = bytes.fromhex(digits)
    except ValueError:
        raw = b""
    if version != "v1" or len(raw) != 32:
        raise trouble(State.EMPTIED)
    return raw
