"""Which page stands before the log: first start, sign-in, the locked clock, or what is wrong."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from hgkm_desktop.errors import TooSoon, UserError, WrongPassphrase
from hgkm_desktop.ui import lock
from hgkm_desktop.ui.entrance.sign_in import SignInPage
from hgkm_desktop.ui.gate import Gate
from hgkm_desktop.ui.window import Window

if TYPE_CHECKING:
    from hgkm_desktop.ui.entrance.answers import Answers
    from hgkm_desktop.ui.entrance.around import Around
    from hgkm_desktop.ui.entrance.lock_screen import LockScreen
    from hgkm_desktop.vault.vault import LockedState


class Doorway(QObject):
    """Shows the page that fits the log's state and passes on what is typed there."""

    language_chosen = Signal(str)
    founded = Signal(object)

    def __init__(
        self,
        window: Window,
        gate: Gate,
        folder: Path,
        now: Callable[[], datetime],
        around: "Around | None" = None,
    ) -> None:
        super().__init__()
        self._around = around
        self._answers: Answers | None = None
        self._window, self._gate, self._folder, self._now = window, gate, folder, now
        self.page: QWidget | None = None
        self._asking: SignInPage | LockScreen | None = None
        self.names_are_known = False
        gate.seen.connect(self._on_seen)
        gate.opened.connect(self._on_opened)
        gate.failed.connect(self._on_failed)

    def show_for(self, locked: str) -> None:
        """Show the right page: `locked` names who was locked out, "" at an ordinary start."""
        if not self._folder.exists():
            self.show_first_start()
        elif locked and locked != lock.NOBODY:
            self.show_lock_screen(locked)
        else:
            self.show_sign_in()

    def show_first_start(self, *, restoring: bool = False) -> None:
        """Show the wizard, or its way back from a copy."""
        from hgkm_desktop.ui.entrance.first_start import FirstStart  # sign-in does without it

        page = FirstStart(
            self._folder,
            self._gate.found,
            self._now,
            restoring=restoring,
            answers=self._answers,
            around=self._around,
        )
        self._answers = page.answers
        page.opened.connect(self._gate.opened)
        page.restored.connect(self.show_sign_in)
        page.left.connect(self.show_sign_in)
        page.language_chosen.connect(self.language_chosen)
        self._show(page)
        page.page.arrive()

    def show_sign_in(self) -> None:
        """Show the tiles of names."""
        page = SignInPage(self._now, self._window.windowTitle())
        page.language_chosen.connect(self.language_chosen)
        self._ask_with(page)

    def show_lock_screen(self, member_id: str) -> None:
        """Show the neutral clock of somebody who was locked out."""
        kept = member_id.endswith(lock.DRAFT)
        member = UUID(member_id.removesuffix(lock.DRAFT))
        from hgkm_desktop.ui.entrance.lock_screen import LockScreen  # sign-in does without it

        page = LockScreen(self._now, member, draft_kept=kept)
        page.someone_else.connect(self.show_sign_in)
        self._ask_with(page)

    def _ask_with(self, page: "SignInPage | LockScreen") -> None:
        self.names_are_known = False
        page.submitted.connect(self._gate.sign_in)
        self._show(page)
        self._asking = page
        self._gate.look()

    def _show(self, page: QWidget) -> None:
        self.page, self._asking = page, None
        self._window.show_page(page)

    def _on_seen(self, state: "LockedState") -> None:
        self.names_are_known = True
        if self._asking is not None and isValid(self._asking):
            self._asking.show_tiles(state.tiles)

    def _on_opened(self, _opened: object) -> None:
        self.page = self._asking = None

    def _on_failed(self, error: Exception) -> None:
        page = self._asking
        if not isinstance(error, UserError):
            raise error
        if page is not None:
            page.busy(False)
            if isinstance(error, TooSoon):
                page.wait(error.seconds)
                return
            if isinstance(error, WrongPassphrase):
                page.show_problem(error.title)
                return
        self._show_cannot_open(error)

    def _show_cannot_open(self, error: UserError) -> None:
        from hgkm_desktop.ui.entrance.cannot_open import CannotOpenPage  # sign-in does without it

        page = CannotOpenPage(error, self._folder, around=self._around)
        page.retried.connect(self.show_sign_in)
        page.restore_asked.connect(self._on_restore_asked)
        page.close_asked.connect(self._window.close)
        self._show(page)

    def _on_restore_asked(self) -> None:
        self.show_first_start(restoring=True)
