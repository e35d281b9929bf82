"""The way in: asks the vault in the background, so that no page ever waits for key or key ring."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from hgkm_desktop.ui.background import Background

if TYPE_CHECKING:
    from hgkm_desktop.ui.desk import Desk
    from hgkm_desktop.vault.founding import FirstStart
    from hgkm_desktop.vault.vault import LockedState, Opened, Vault


class Gate(QObject):
    """Looks at a log from outside and opens it; every answer comes back as a signal."""

    seen = Signal(object)
    opened = Signal(object)
    failed = Signal(object)

    def __init__(self, folder: Path, background: Background, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._folder, self._background, self._now = folder, background, now

    def look(self) -> None:
        """Find out who can sign in; then load the slow parts while she types."""
        self._background.run(self._look, self._on_looked, self.failed.emit)

    def sign_in(self, member_id: UUID, passphrase: str) -> None:
        """Open the log for a member."""

        def work() -> "Opened":
            return self._vault().sign_in(member_id, passphrase)

        self._background.run(work, self.opened.emit, self.failed.emit)

    def found(self, start: "FirstStart") -> "Opened":
        """Make the log; the first start runs this in a background of its own."""
        from hgkm_desktop.vault import founding

        return founding.found(self._folder, start, self._now)

    def _look(self) -> "LockedState":
        return self._vault().look()

    def _on_looked(self, state: "LockedState") -> None:
        self.seen.emit(state)
        self._background.run(import_slow_parts, _ready)

    def _vault(self) -> "Vault":
        from hgkm_desktop.vault.vault import Vault

        return Vault(self._folder, self._now)


def _ready(_desk: object) -> None:
    """Whatever was loaded is there when it is needed."""


def import_slow_parts() -> "type[Desk]":
    """Load what the signed-in window needs, while somebody types her passphrase."""
    from hgkm_desktop.ui.desk import Desk
    from hgkm_desktop.ui.entrance import lock_screen

    assert lock_screen  # locking must not wait for it
    return Desk
