"""Drive the real window through its stories by keyboard and keep a picture of every page."""

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from hgkm_desktop import settings, texts
from hgkm_desktop.app import Program
from hgkm_desktop.commands import several, tour_along, tour_data, tour_meeting
from hgkm_desktop.commands.asking import say
from hgkm_desktop.commands.stage import LOOKS, Look, Stage, fewer_words
from hgkm_desktop.commands.tour_data import NOW, ORGANISATION
from hgkm_desktop.commands.tour_plays import PLAYS
from hgkm_desktop.errors import UserError
from hgkm_desktop.handouts.passphrase_slip import passphrase_slip
from hgkm_desktop.places import log_folder, settings_file
from hgkm_desktop.settings import Settings
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.desk import Desk
from hgkm_desktop.ui.entrance.around import Around
from hgkm_desktop.ui.entrance.cannot_open import CannotOpenPage
from hgkm_desktop.ui.entrance.first_start import FirstStart
from hgkm_desktop.ui.entrance.key_ring_look import KeyRing
from hgkm_desktop.ui.entrance.lock_screen import LockScreen
from hgkm_desktop.ui.entrance.press import Press
from hgkm_desktop.ui.entrance.recovery_step import RecoveryStep
from hgkm_desktop.ui.entrance.without_key_ring import WithoutKeyRing
from hgkm_desktop.ui.gallery import Gallery
from hgkm_desktop.ui.views.admin import AdminView
from hgkm_desktop.vault import slots
from hgkm_desktop.vault.keyring import State

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe this command's options."""
    parser.add_argument("--out", default="build/tour", help="where the pictures go")
    parser.add_argument("--only", default="", help="only looks whose name holds this (1366, ar …)")


def run(options: argparse.Namespace) -> int:
    """Walk through everything once per look; return 0, raise UserError for an unknown look."""
    looks = [look for look in LOOKS if options.only in look.name]
    if not looks:
        raise UserError(
            "Zo ziet het programma er nooit uit.",
            f"Kies uit: {', '.join(look.name for look in LOOKS)}.",
        )
    out = Path(options.out)
    out.mkdir(parents=True, exist_ok=True)
    if len(looks) > 1:
        several.walk([look.name for look in looks], out)
    else:
        _walk(looks[0], out)
    say(f"{len(list(out.glob('*.png')))} beelden en {len(list(out.glob('*.pdf')))} bladen in {out}")
    return 0


def _walk(look: Look, out: Path) -> None:
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert app is not None
    with fewer_words(), tempfile.TemporaryDirectory(prefix="buurtlogboek-") as folder:
        evening = Path(folder) / "evening"
        words = tour_data.furnish(evening)
        _Tour(look, out, Path(folder) / "0", evening, words).walk()


@dataclass
class _Tour:
    """One walk in one look."""

    look: Look
    out: Path
    folder: Path
    evening: Path
    words: dict[str, str]

    def walk(self) -> None:
        """Play every story once."""
        self._first_start()
        data = self._data("evening")
        shutil.copytree(self.evening, log_folder(data))
        locked = self._at_the_desk(data)
        self._locked(data, locked)
        self._administrator(data)
        self._plays(data)
        self._cannot_open()
        self._building_blocks()

    def _data(self, name: str) -> Path:
        data = self.folder / name
        data.mkdir(parents=True)
        look = Settings(language=self.look.language, dark=self.look.dark)
        settings.save(settings_file(str(data)), look)
        return data

    def _stage(
        self,
        data: Path,
        restart: Callable[[str, str], object] | None = None,
        now: Callable[[], datetime] = lambda: NOW,
    ) -> Stage:
        press = Press(to_printer=self._print, to_file=self._print)
        program = Program(
            str(data),
            now=now,
            restart=restart or (lambda _member, _place: None),
            around=Around(press=press, key_ring=KeyRing(state=lambda: State.MISSING.value)),
        )
        return Stage(program, self.look, self.out)

    def _print(self, _parent: QWidget, pdf: bytes, on_done: Callable[[], object]) -> None:
        (self.out / "herstelblad.pdf").write_bytes(pdf)
        on_done()

    def _first_start(self) -> None:
        stage = self._stage(self._data("first"))
        stage.begin()
        page = stage.program.doorway.page
        assert isinstance(page, FirstStart)
        stage.type(ORGANISATION)
        stage.shoot("01a-eerste-start")
        _pass_key_ring(stage)
        stage.type("Marleen")
        stage.shoot("01b-coordinator")
        stage.key(Qt.Key.Key_Return)
        stage.shoot("01c-wachtzin")
        _repeat_passphrase(stage)
        stage.key(Qt.Key.Key_Return)
        stage.wait(lambda: isinstance(page.page, RecoveryStep))
        self._recovery_sheet(stage, page)
        stage.wait(lambda: stage.program.desk is not None)
        stage.key(Qt.Key.Key_N, CONTROL)
        stage.shoot("15a-inloop-leeg")
        stage.end()

    def _recovery_sheet(self, stage: Stage, page: FirstStart) -> None:
        step = page.page
        assert isinstance(step, RecoveryStep)
        stage.wait(step.sheet.print_button.isEnabled)
        stage.press(step.sheet.print_button)
        stage.type(page.answers.code.replace("-", "").lower())
        stage.shoot("01d-herstelblad")
        stage.press(step.put_away)
        stage.key(Qt.Key.Key_Return)

    def _sign_in(self, stage: Stage, name: str) -> None:
        stage.wait(lambda: stage.program.doorway.names_are_known)
        stage.type(name[0])
        stage.key(Qt.Key.Key_Return)
        stage.type(self.words[name])
        if name == "Naima":
            stage.shoot("02a-aanmelden")
        stage.key(Qt.Key.Key_Return)
        stage.wait(lambda: stage.program.desk is not None)
        stage.settle()

    def _at_the_desk(self, data: Path) -> str:
        left: list[str] = []
        stage = self._stage(data, lambda member, _place: left.append(member))
        stage.begin()
        self._sign_in(stage, "Naima")
        stage.key(Qt.Key.Key_N, CONTROL)
        for key in "35BD":
            stage.type(key)
        stage.key(Qt.Key.Key_F6)
        stage.key(Qt.Key.Key_Down)
        stage.settle(400)
        stage.shoot("04-inloop")
        stage.keep_sharp("04f-inloop-200-procent")
        stage.key(Qt.Key.Key_Escape)
        stage.key(Qt.Key.Key_N, CONTROL)
        stage.key(Qt.Key.Key_M, ALT)
        stage.shoot("04b-meer-invullen")
        stage.key(Qt.Key.Key_M, ALT)
        stage.key(Qt.Key.Key_T, ALT)
        stage.shoot("04c-tellen")
        stage.key(Qt.Key.Key_T, ALT)
        stage.press(_desk(stage).page.header.veil)
        stage.shoot("04d-namen-verborgen")
        stage.key(Qt.Key.Key_F12)
        stage.end()
        return left[0]

    def _locked(self, data: Path, locked: str) -> None:
        stage = self._stage(data)
        stage.begin(locked)
        page = stage.program.doorway.page
        assert isinstance(page, LockScreen)
        stage.shoot("02b-vergrendeld")
        stage.wait(lambda: stage.program.doorway.names_are_known)
        stage.key(Qt.Key.Key_Space)
        stage.type("dit is niet de goede zin")
        stage.key(Qt.Key.Key_Return)
        stage.wait(lambda: page.card.ask.field.problem())
        stage.shoot("02c-ontgrendelen")
        stage.end()

    def _administrator(self, data: Path) -> None:
        stage = self._stage(data)
        stage.begin()
        self._sign_in(stage, "Marleen")
        stage.key(Qt.Key.Key_N, CONTROL)
        stage.key(Qt.Key.Key_F6)
        stage.key(Qt.Key.Key_Down)
        stage.settle(400)
        stage.press(stage.button(tr("Correct")))
        stage.settle(400)
        stage.shoot("04g-verbeteren")
        stage.key(Qt.Key.Key_Escape)
        stage.settle(200)
        stage.key(Qt.Key.Key_9, CONTROL)
        view = _desk(stage).page.current
        assert isinstance(view, AdminView)
        for name in view.tabs.names:
            view.tabs.open(name)
            stage.shoot(f"13-beheer-{name}")
        stage.key(Qt.Key.Key_N, CONTROL)
        stage.shoot("13-nieuwe-persoon")
        stage.key(Qt.Key.Key_Escape)
        stage.end()

    def _plays(self, data: Path) -> None:
        for name, story, now in PLAYS:
            stage = self._stage(data, now=now)
            stage.begin()
            self._sign_in(stage, name)
            story(stage)
            if story is tour_along.show_afterwards:
                tour_along.print_papers(stage, self.out)
                tour_meeting.print_papers(stage, self.out)
            stage.end()

    def _cannot_open(self) -> None:
        data = self._data("damaged")
        shutil.copytree(self.evening, log_folder(data))
        for name in (slots.FILE, slots.KEPT):
            (log_folder(data) / name).write_bytes(b"\0" * 100)
        stage = self._stage(data)
        stage.begin()
        stage.wait(lambda: isinstance(stage.program.doorway.page, CannotOpenPage))
        stage.shoot("15b-gaat-niet-open")
        stage.end()

    def _building_blocks(self) -> None:
        texts.use(self.look.language)
        gallery = Gallery()
        gallery.resize(1440, max(1420, gallery.minimumSizeHint().height()))
        gallery.show()
        Stage(Program(str(self._data("blocks"))), self.look, self.out).keep(
            gallery, "16-bouwstenen"
        )
        gallery.close()
        slip = passphrase_slip("Naima", "kaneel fiets regenjas brug lepel", NOW.date())
        (self.out / "wachtzinbriefje.pdf").write_bytes(slip)


def _pass_key_ring(stage: Stage) -> None:
    stage.key(Qt.Key.Key_Return)
    stage.wait(lambda: stage.program.window.findChildren(WithoutKeyRing))
    stage.shoot("01e-zonder-sleutelbos")
    part = stage.program.window.findChildren(WithoutKeyRing)[-1]
    stage.press(part.understood)
    stage.press(part.button)
    stage.settle()


def _repeat_passphrase(stage: Stage) -> None:
    lines = [line for line in stage.program.window.findChildren(QLineEdit) if line.isVisible()]
    lines[1].setFocus()
    stage.type(lines[0].text())


def _desk(stage: Stage) -> Desk:
    desk = stage.program.desk
    assert desk is not None
    return desk
