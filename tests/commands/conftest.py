"""The command line as it is typed: what goes in, what is printed, and the exit code."""

import io
from dataclasses import dataclass

import pytest

import hgkm_desktop.__main__ as command_line


@dataclass(frozen=True)
class Told:
    """What a command answered."""

    code: int
    out: str
    err: str


@pytest.fixture(autouse=True)
def stay_debuggable(monkeypatch):
    """The test process itself stays as it is: hardening cannot be undone (tests/test_harden.py)."""
    hardened = []
    monkeypatch.setattr(command_line, "harden", lambda: hardened.append(True))
    return hardened


@pytest.fixture(autouse=True)
def no_key_ring(monkeypatch):
    """A computer without a key ring, also where the tests run beside a real one."""
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")


@pytest.fixture
def typed(capsys, monkeypatch):
    """Type a command; `given` is what stands on standard input."""

    def run(*arguments, given="") -> Told:
        monkeypatch.setattr("sys.stdin", io.StringIO(given))
        capsys.readouterr()
        code = command_line.main([str(word) for word in arguments])
        printed = capsys.readouterr()
        return Told(code, printed.out, printed.err)

    return run


@pytest.fixture
def data(desk):
    """The data folder the desk's log lies in."""
    return desk.folder.parent


@pytest.fixture
def words(desk):
    """Everybody's passphrase."""
    return {name: key.passphrase for name, key in desk.keys.items()}
