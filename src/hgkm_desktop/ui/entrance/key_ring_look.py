"""Looking at this computer's key ring beside the window: it may take seconds, or a password."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from hgkm_desktop.ui.background import Background, Job
from hgkm_desktop.ui.entrance.beside import run_for

READY, LOCKED, MISSING = "ready", "locked", "missing"
UNTRUSTED, EMPTIED = "untrusted", "emptied"
"""The values of vault.keyring.State that matter before anything is founded."""


def _state() -> str:
    from hgkm_desktop.vault import keyring

    return keyring.state().value


def _unlock() -> str:
    from hgkm_desktop.vault import keyring

    return keyring.unlock().value


@dataclass(frozen=True)
class KeyRing:
    """The two things asked of the key ring; tests put their own in. Neither ever hangs."""

    state: Callable[[], str] = _state
    unlock: Callable[[], str] = _unlock


class KeyRingLook(QObject):
    """Knows how the key ring is, as soon as it is known; `known` tells the state."""

    known = Signal(str)

    def __init__(self, background: Background, key_ring: KeyRing, parent: QObject) -> None:
        super().__init__(parent)
        self._background, self._key_ring = background, key_ring
        self._job: Job | None = None
        self.state = ""

    @property
    def is_ready(self) -> bool:
        """Say whether the key ring can be used."""
        return self.state == READY

    def look(self) -> None:
        """Look again, without ever asking for a password."""
        self._run(self._key_ring.state)

    def unlock(self) -> None:
        """Ask the desktop to open it; somebody types its password, or does not."""
        self._run(self._key_ring.unlock)

    def _run(self, work: Callable[[], str]) -> None:
        if self._job is not None:
            self._job.stop()
        self.state = ""
        self._job = run_for(self, self._background, work, self._on_known, self._on_failed)

    def _on_known(self, state: str) -> None:
        self.state = state
        self.known.emit(state)

    def _on_failed(self, _error: Exception) -> None:
        self._on_known(MISSING)
