"""Bring a copy back with the paper code alone: on a new computer, or when the log is damaged."""

from contextlib import suppress
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from hgkm_desktop import clock
from hgkm_desktop.errors import Invalid, KeyRingTrouble
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.background import Background
from hgkm_desktop.ui.entrance import words
from hgkm_desktop.ui.entrance.around import Around
from hgkm_desktop.ui.entrance.beside import run_for
from hgkm_desktop.ui.entrance.key_ring_look import LOCKED, KeyRing
from hgkm_desktop.ui.entrance.step import Step
from hgkm_desktop.ui.entrance.task import Task
from hgkm_desktop.ui.entrance.trouble import Trouble
from hgkm_desktop.ui.entrance.typed_code import CodeField
from hgkm_desktop.ui.entrance.without_key_ring import WithoutKeyRing
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.fields import Field
from hgkm_desktop.ui.widgets.labels import muted
from hgkm_desktop.ui.widgets.strips import Fact


class RestorePage(Step):
    """Asks for the copy and the code. `restored` comes when she has seen that it is back."""

    restored = Signal()

    def __init__(self, folder: Path, background: Background, around: Around) -> None:
        super().__init__(
            tr("Put a copy back"), tr("You need the stick with the copy, and the recovery sheet.")
        )
        self._folder, self._background, self._around = folder, background, around
        self._copy: Path | None = None
        self._is_back = False
        self.choose = make_button(tr("Choose the folder"), icon="folder-open", small=True)
        self.typed = CodeField()
        self.code = Field(tr("Code on the sheet"), self.typed)
        self.trouble, self.without = Trouble(), WithoutKeyRing()
        self.start = make_button(tr("Put the copy back"), kind="primary", big=True)
        self.busy = muted("", wrap=True)
        self.which = Task(1, tr("Choose the copy"), tr("Put the stick in. Choose its folder."))
        self._paper = Task(2, tr("Type the code over"), tr("It is on the recovery sheet."))
        self.choose.clicked.connect(self._on_choose_clicked)
        self.typed.textChanged.connect(self._on_code_changed)
        self.without.chosen.connect(self._on_without_chosen)
        self.start.clicked.connect(self._on_start_clicked)
        self._place()

    def arrive(self) -> None:
        """Start at the copy."""
        self.choose.setFocus()

    def entered(self) -> None:
        """Start with Enter from the code."""
        self.start.click()

    def _place(self) -> None:
        chooser = QHBoxLayout()
        chooser.addWidget(self.choose)
        chooser.addStretch(1)
        self.which.body.addSpacing(px(7))
        self.which.body.addLayout(chooser)
        self._paper.body.addSpacing(px(10))
        self._paper.body.addWidget(self.code)
        ways = QHBoxLayout()
        ways.setSpacing(px(12))
        ways.addWidget(self.start)
        ways.addWidget(self.busy, 1)
        for part in (self.which, self._paper, self.trouble, self.without):
            self.column.addWidget(part)
            self.column.addSpacing(px(18))
        self.column.addLayout(ways)
        self.column.addStretch(1)
        self.without.hide()
        self.start.setEnabled(False)
        self.explain(*_facts())

    def _on_choose_clicked(self) -> None:
        self._around.choose_folder(self, self._on_folder_chosen)

    def _on_folder_chosen(self, chosen: Path) -> None:
        self.trouble.clear()
        self._copy = None
        self.which.set_done(False)
        run_for(
            self, self._background, partial(_find, chosen), self._on_copy_found, self._on_failed
        )

    def _on_copy_found(self, copy: Path) -> None:
        self._copy = copy
        self.which.say(_when(copy))
        self.which.set_done(True)
        self._on_code_changed()
        self.code.take_focus()

    def _on_code_changed(self) -> None:
        self.code.clear()
        self.start.setEnabled(self._is_back or self._is_ready())

    def _on_start_clicked(self) -> None:
        if self._is_back:
            self.restored.emit()
        else:
            self._restore(without_key_ring=False)

    def _on_without_chosen(self) -> None:
        self._restore(without_key_ring=True)

    def _restore(self, *, without_key_ring: bool) -> None:
        if self._copy is None:
            return
        self._set_busy(tr("One moment. The copy is checked and put back."))
        key_ring = None if without_key_ring else self._around.key_ring
        work = partial(_restore, self._copy, self.typed.text(), self._folder, key_ring)
        run_for(self, self._background, work, self._on_back, self._on_failed)

    def _is_ready(self) -> bool:
        return self._copy is not None and self.typed.is_full()

    def _set_busy(self, said: str) -> None:
        self.trouble.clear()
        self.busy.setText(said)
        self.is_busy = bool(said)
        for part in (self.choose, self.code, self.start, self.without):
            part.setEnabled(not said)
        self.changed.emit()

    def _on_back(self, rows: int) -> None:
        self._is_back = True
        self._set_busy("")
        self.typed.clear()
        self.without.hide()
        for task in (self.which, self._paper):
            task.set_done(True)
            task.setEnabled(False)
        counted = f"{rows:,}".replace(",", ".")
        said = tr("{count} rows put back.").format(count=counted)
        self.trouble.say(said, "ok", tr("It is back."))
        self.start.setText(tr("Go to sign-in"))
        self.start.setFocus()

    def _on_failed(self, error: Exception) -> None:
        self._set_busy("")
        self.start.setEnabled(self._is_ready())
        if isinstance(error, Invalid) and "code" in error.problems:
            self.code.complain(error.problems["code"])
            self.code.take_focus()
            return
        self.without.setVisible(isinstance(error, KeyRingTrouble))
        self.trouble.tell(error)


def _find(chosen: Path) -> Path:
    from hgkm_desktop.vault import backup

    return backup.find(chosen)


def _restore(copy: Path, typed: str, folder: Path, key_ring: KeyRing | None) -> int:
    from hgkm_desktop.vault.restoring import restore_copy

    if key_ring is not None and key_ring.state() == LOCKED:
        key_ring.unlock()
    return restore_copy(copy, typed, folder, without_key_ring=key_ring is None)


def _when(copy: Path) -> str:
    """Return when a copy was made; its name says so (vault/backup.py)."""
    with suppress(ValueError):
        made = datetime.strptime(copy.name[-17:], "%Y-%m-%d-%H%M%S").replace(tzinfo=clock.AMSTERDAM)
        return tr("Copy of {moment}.").format(moment=words.day_and_time(made))
    return tr("There is a copy in this folder.")


def _facts() -> tuple[Fact, ...]:
    return (
        Fact("usb", tr("The newest copy"), tr("The newest one in the folder is taken.")),
        Fact("file-text", tr("The recovery sheet"), tr("The code of the day of the copy.")),
        Fact(
            "users-three",
            tr("Everybody signs in as before"),
            tr("With the name and passphrase of that day."),
        ),
    )
