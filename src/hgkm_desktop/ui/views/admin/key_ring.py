"""What this computer's key ring can do for us now, looked at beside the window (SECURITY.md)."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from hgkm_desktop.errors import KeyRingTrouble
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.vault import keyring
from hgkm_desktop.vault.actor import Actor
from hgkm_desktop.vault.keyring import State
from hgkm_desktop.vault.vault import Vault


@dataclass(frozen=True)
class Finding:
    """What is shown of a state: a sentence, what to do, and how serious it is."""

    title: str
    text: str
    tone: str


def look(vault: Vault) -> State:
    """Return the state for this log, by reading its secret as a sign-in would. Slow."""
    try:
        return vault.look().key_ring
    except KeyRingTrouble as trouble:
        return State(trouble.state)


def mend(vault: Vault, actor: Actor) -> State:
    """Look again; a log without a key ring moves into one that works by now. Slow."""
    found = look(vault)
    if found is State.NOT_USED and keyring.state() is State.READY:
        vault.adopt_key_ring(actor)
        return look(vault)
    return found


def finding(state: State) -> Finding:
    """Return a state in words; trouble has the same words as at sign-in."""
    if state is State.READY:
        text = tr("The log opens only on this computer, with a passphrase.")
        return Finding(tr("The key ring works"), text, "ok")
    if state is State.NOT_USED:
        text = tr("A passphrase alone opens it. Choose long ones, and guard the computer.")
        return Finding(tr("This log works without a key ring"), text, "am")
    trouble = keyring.trouble(state)
    return Finding(trouble.title, trouble.hint, "rd")


class KeyRingWatch(QObject):
    """Looks once for all pages that show it, and again when asked."""

    looking = Signal()
    looked = Signal(object)

    def __init__(self, ctx: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._is_looking = False
        self.state: State | None = None

    def look(self) -> None:
        """Look now, in the background; one look at a time."""
        self._run(partial(look, self._ctx.db.vault))

    def mend(self) -> None:
        """Look again, and put right what can be put right."""
        self._run(partial(mend, self._ctx.db.vault, self._ctx.db.actor))

    def _run(self, work: Callable[[], State]) -> None:
        if self._is_looking:
            return
        self._is_looking = True
        self.looking.emit()
        self._ctx.in_background(work, self._on_looked, self._on_failed)

    def _on_looked(self, state: State) -> None:
        self._is_looking, self.state = False, state
        self.looked.emit(state)

    def _on_failed(self, error: Exception) -> None:
        self._is_looking = False
        self.looked.emit(self.state)
        raise error
