"""When this computer's key ring cannot keep our secret: mend it, or go on knowing what that means.

Two locks become one then: the passphrases alone (SECURITY.md, two locks).
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from hgkm_desktop.texts import tr
from hgkm_desktop.ui.entrance.key_ring_look import EMPTIED, LOCKED, UNTRUSTED, KeyRingLook
from hgkm_desktop.ui.entrance.step import Step
from hgkm_desktop.ui.entrance.without_key_ring import WithoutKeyRing
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.labels import body, hairline
from hgkm_desktop.ui.widgets.strips import Fact


class KeyRingPage(Step):
    """Says what is wrong with the key ring; `settled` carries whether to go on without one."""

    settled = Signal(bool)

    def __init__(self, look: KeyRingLook) -> None:
        super().__init__(*_words(look.state))
        self._look = look
        self._is_locked = look.state == LOCKED
        wording = tr("Unlock the key ring") if self._is_locked else tr("Try again")
        icon = "lock-simple-open" if self._is_locked else "arrow-clockwise"
        self.retry = make_button(wording, kind="primary", icon=icon, big=True)
        self.without = WithoutKeyRing()
        self._wait = body("", wrap=True)
        self._place()
        self.retry.clicked.connect(self._on_retry_clicked)
        self.without.chosen.connect(self._on_without_chosen)
        look.known.connect(self._on_known)

    def arrive(self) -> None:
        """Start at the way that keeps both locks."""
        self.retry.setFocus()

    def is_complete(self) -> bool:
        """The buttons of this page decide, not Next."""
        return False

    def _place(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(px(12))
        buttons.addWidget(self.retry)
        buttons.addWidget(self._wait, 1)
        self.column.addLayout(buttons)
        self.column.addSpacing(px(28))
        self.column.addWidget(hairline())
        self.column.addSpacing(px(18))
        self.column.addWidget(self.without)
        self.column.addStretch(1)
        self.explain(*_facts())

    def _set_busy(self, busy: bool) -> None:
        waiting = tr("Type the password of this computer.") if self._is_locked else ""
        self._wait.setText((waiting or tr("One moment…")) if busy else "")
        self.retry.setEnabled(not busy)
        self.without.setEnabled(not busy)

    def _on_retry_clicked(self) -> None:
        self._set_busy(True)
        if self._is_locked:
            self._look.unlock()
        else:
            self._look.look()

    def _on_without_chosen(self) -> None:
        self.settled.emit(True)

    def _on_known(self, _state: str) -> None:
        self._set_busy(False)
        if self._look.is_ready:
            self.settled.emit(False)
            return
        self._wait.setText(tr("Not yet."))
        self.retry.setFocus()


def _words(state: str) -> tuple[str, str]:
    if state == LOCKED:
        return (
            tr("The key ring is locked"),
            tr("This computer keeps one of our two keys in a key ring. It is closed now."),
        )
    if state == UNTRUSTED:
        return (
            tr("The key ring of this computer is not safe"),
            tr("It would leave our key lying open. Ask your administrator for a safe one."),
        )
    if state == EMPTIED:
        return (
            tr("The key ring does not keep our key"),
            tr("We put it in, and it was gone. Ask your administrator to look."),
        )
    return (
        tr("This computer has no key ring"),
        tr("We keep one of our two keys in it. Ask your administrator to set one up."),
    )


def _facts() -> tuple[Fact, ...]:
    return (
        Fact(
            "lock-key",
            tr("Two locks"),
            tr("The log opens with this computer and your passphrase together."),
        ),
        Fact(
            "hard-drives",
            tr("One lock"),
            tr("Without a key ring only the passphrase is left."),
        ),
        Fact("gear-six", tr("Put right later"), tr("The administration page keeps showing it.")),
    )
