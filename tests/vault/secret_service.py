"""A real Secret Service for tests: a message bus and a gnome-keyring of its own, ended by id."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import secretstorage

BUS = """<busconfig>
  <type>session</type>
  <listen>unix:path={socket}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""
NEEDED = ("dbus-daemon", "gnome-keyring-daemon", "setpriv")
DEFAULT = "/org/freedesktop/secrets/aliases/default"
PATIENCE = 15
WITH_US = ("setpriv", "--pdeathsig", "KILL")
"""The system ends the bus when we are killed ourselves; the key ring goes with its bus."""
REMOVE_AFTER_US = ("sh", "-c", 'read -r _; rm -rf -- "$1"', "sh")
"""Reads until we close our end, whatever way that happens, and then removes the folder."""


@contextmanager
def running(*, key_ring: bool = True) -> Iterator["SecretService"]:
    """Start a bus, with an open key ring on it or without, and end both whatever happens."""
    service = SecretService(Path(tempfile.mkdtemp(prefix="bus-")))
    try:
        service.keep_tidy()
        service.start_bus()
        if key_ring:
            service.start_key_ring()
        yield service
    finally:
        service.close()


@dataclass
class SecretService:
    """A bus, and a key ring on it when `start_key_ring` was called."""

    folder: Path
    processes: list[subprocess.Popen] = field(default_factory=list)
    tidier: subprocess.Popen | None = None

    @property
    def address(self) -> str:
        return f"unix:path={self.folder}/bus"

    @property
    def environment(self) -> dict[str, str]:
        folders = {"XDG_DATA_HOME": "data", "XDG_CONFIG_HOME": "config", "XDG_RUNTIME_DIR": "run"}
        own = {name: str(self.folder / under) for name, under in folders.items()}
        hidden = ("DISPLAY", "WAYLAND_DISPLAY")
        kept = {name: value for name, value in os.environ.items() if name not in hidden}
        return kept | own | {"DBUS_SESSION_BUS_ADDRESS": self.address, "HOME": str(self.folder)}

    def keep_tidy(self) -> None:
        """Have the folder removed also when we are killed."""
        command = [*REMOVE_AFTER_US, str(self.folder)]
        self.tidier = subprocess.Popen(command, stdin=subprocess.PIPE, start_new_session=True)

    def start_bus(self) -> None:
        missing = [name for name in NEEDED if shutil.which(name) is None]
        if missing:
            pytest.fail(f"these tests need {' and '.join(missing)}; run them with make test")
        for name in ("data", "config", "run"):
            (self.folder / name).mkdir(mode=0o700)
        config = self.folder / "bus.conf"
        config.write_text(BUS.format(socket=self.folder / "bus"))
        self._start("dbus-daemon", "--nofork", "--nopidfile", f"--config-file={config}")
        wait_until("the message bus", (self.folder / "bus").exists)

    def start_key_ring(self, *, unlocked: bool = True) -> None:
        """Start the key ring: with an open collection, or with whatever it has, untouched."""
        options = ["--foreground", "--components=secrets"] + ["--unlock"] * unlocked
        daemon = self._start("gnome-keyring-daemon", *options, said=b"throwaway" * unlocked)
        ready = self.is_unlocked if unlocked else self.is_there
        wait_until("the Secret Service", lambda: daemon.poll() is None and ready())

    def end_key_ring(self) -> None:
        end(self.processes.pop())

    def lock(self) -> None:
        with closing(self._connect()) as bus:
            secretstorage.Collection(bus, DEFAULT).lock()

    def items(self) -> list[dict[str, str]]:
        with closing(self._connect()) as bus:
            collection = secretstorage.Collection(bus, DEFAULT)
            return [item.get_attributes() for item in collection.get_all_items()]

    def delete_items(self) -> None:
        with closing(self._connect()) as bus:
            for item in list(secretstorage.Collection(bus, DEFAULT).get_all_items()):
                item.delete()

    def is_there(self) -> bool:
        try:
            with closing(self._connect()) as bus:
                return secretstorage.check_service_availability(bus)
        except (secretstorage.exceptions.SecretStorageException, OSError):
            return False

    def is_unlocked(self) -> bool:
        try:
            with closing(self._connect()) as bus:
                return not secretstorage.Collection(bus, DEFAULT).is_locked()
        except (secretstorage.exceptions.SecretStorageException, OSError):
            return False

    def close(self) -> None:
        for process in self.processes:
            process.kill()
        while self.processes:
            end(self.processes.pop())
        shutil.rmtree(self.folder, ignore_errors=True)
        if self.tidier is not None:
            self.tidier.stdin.close()
            self.tidier.wait(10)

    def _connect(self):
        from jeepney.io.blocking import open_dbus_connection

        return open_dbus_connection(self.address)

    def _start(self, *command: str, said: bytes = b"") -> subprocess.Popen:
        quiet = subprocess.DEVNULL
        process = subprocess.Popen(
            [*WITH_US, *command],
            env=self.environment,
            stdin=subprocess.PIPE,
            stdout=quiet,
            stderr=quiet,
        )
        self.processes.append(process)
        with process.stdin as line:
            line.write(said)
        return process


def end(process: subprocess.Popen) -> None:
    """End one process that was started here, also when it was stopped."""
    process.send_signal(signal.SIGKILL)
    process.wait(10)


def wait_until(what: str, ready: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not ready():
        if time.monotonic() > deadline:
            pytest.fail(f"{what} did not come; these tests need a real one (make test starts it)")
        time.sleep(0.02)
