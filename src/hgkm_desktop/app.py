"""Puts the program together: the only place that knows all parts.

The order of a start: harden the process, read the choices, paint sign-in (or first start, or the
locked clock) with nothing but Qt loaded; beside it, in the background, load the slow parts, ask the
key ring who can sign in. Signing in opens the file and builds the window. Locking goes the other
way: cover, keep what is half typed, close the file, start anew.
"""

import sys
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from hgkm_desktop import clock, places, settings, texts
from hgkm_desktop.harden import harden
from hgkm_desktop.settings import Settings
from hgkm_desktop.ui import errors, lock, style
from hgkm_desktop.ui.background import Background
from hgkm_desktop.ui.collecting import Collector
from hgkm_desktop.ui.doorway import Doorway
from hgkm_desktop.ui.gate import Gate, import_slow_parts
from hgkm_desktop.ui.single import Single
from hgkm_desktop.ui.window import Window

if TYPE_CHECKING:
    from hgkm_desktop.ui.desk import Desk
    from hgkm_desktop.ui.entrance.around import Around
    from hgkm_desktop.vault.vault import Opened

Restart = Callable[[str, str], object]


class Program(QObject):
    """One running program, from the first painted page to the last."""

    def __init__(
        self,
        data_dir: str | None = None,
        *,
        now: Callable[[], datetime] = clock.now,
        restart: Restart = lock.restart_locked,
        around: "Around | None" = None,
    ) -> None:
        super().__init__()
        self.now, self._restart = now, restart
        data = places.data_folder(data_dir)
        folder = places.log_folder(data)
        self._choices = places.settings_file(data_dir)
        self.settings = settings.load(self._choices)
        self.single = Single(data)
        self.window = Window(self.settings.window_title)
        gate = Gate(folder, Background(self), now)
        self.doorway = Doorway(self.window, gate, folder, now, around)
        self.desk: Desk | None = None
        self.watch = lock.LockWatch(lambda: self.settings.idle_minutes)
        gate.opened.connect(self._on_opened)
        self.doorway.language_chosen.connect(self._on_language_chosen)
        self.watch.wanted.connect(self.lock)
        self.window.closing.connect(self.close)
        self.single.raised.connect(self._on_raised)
        self._locked = ""
        self.collector: Collector | None = None

    def begin(self, locked: str = "", place: str = "") -> None:
        """Show the first page: the locked clock, sign-in, or the first start."""
        self._locked = locked
        self._dress()
        self.window.put(place)
        self.doorway.show_for(locked)
        self.window.show()

    def lock(self) -> None:
        """Hide everything now, keep what is half typed, and start anew without any key."""
        if self.desk is not None:
            self._leave(str(self.desk.ctx.member.id), lock.DRAFT)

    def switch(self) -> None:
        """Let somebody else sign in: lock, and come back with the tiles of names."""
        if self.desk is not None:
            self._leave(lock.NOBODY)

    def close(self) -> bool:
        """Keep what is half typed, close the file and go; return whether anything was kept."""
        self.watch.stop()
        desk, self.desk = self.desk, None
        kept = desk is not None and desk.half_typed()
        if desk is not None:
            desk.put_away()
        self.single.release()
        return kept

    def _leave(self, locked: str, when_kept: str = "") -> None:
        from hgkm_desktop.ui.entrance.lock_screen import LockScreen  # loaded with the slow parts

        self.window.cover(LockScreen(self.now))
        place = self.window.place()
        kept = self.close()
        self._restart(locked + when_kept if kept else locked, place)

    def _dress(self) -> None:
        """Put on language, colours and text size."""
        texts.use(self.settings.language)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            right, left = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
            app.setLayoutDirection(right if texts.is_right_to_left() else left)
            style.apply(app, self.settings.dark, self.settings.scale)
        self.window.setWindowTitle(self.settings.window_title)

    def _on_opened(self, opened: "Opened") -> None:
        self.desk = import_slow_parts()(opened, self.settings, self.now, self.window)
        self._show_desk()
        self.desk.welcome()
        self.watch.start()

    def _show_desk(self) -> None:
        assert self.desk is not None
        desk = self.desk
        desk.ctx.lock_requested.connect(self.lock)
        desk.ctx.settings_changed.connect(self._on_settings_changed)
        desk.switch_asked.connect(self.switch)
        desk.close_asked.connect(self.window.close)
        self.window.show_page(desk.page)
        self._keep(self.settings.changed(window_title=desk.title))

    def _on_settings_changed(self) -> None:
        if self.desk is not None:
            rebuild = self.desk.ctx.settings
            self._keep(rebuild)
            self._dress()
            self.desk.build()
            self.window.show_page(self.desk.page)

    def _keep(self, chosen: Settings) -> None:
        self.settings = chosen
        settings.save(self._choices, chosen)
        self.window.setWindowTitle(chosen.window_title)

    def _on_language_chosen(self, language: str) -> None:
        self._keep(self.settings.changed(language=language))
        self._dress()
        self.doorway.show_for(self._locked)

    def _on_raised(self) -> None:
        self.window.showNormal()
        self.window.raise_()
        self.window.activateWindow()


def run(data_dir: str | None = None) -> int:
    """Open the window and stay until it is closed; return the exit code."""
    harden()
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Buurtlogboek")
    program = Program(data_dir)
    program.collector = Collector(program)
    if not program.single.acquire():
        return 0
    errors.install(_say_on(program))
    program.begin(lock.take_locked(), lock.take_geometry())
    return app.exec()


def _say_on(program: Program) -> Callable[[str, str], None]:
    def say(title: str, hint: str) -> None:
        if program.desk is not None:
            program.desk.ctx.warn(title, hint)

    return say
