"""What every view is given, and all it needs."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Signal

from hgkm_desktop import clock
from hgkm_desktop.db import Database, Session
from hgkm_desktop.models import Member
from hgkm_desktop.models.codes import Role
from hgkm_desktop.services import members
from hgkm_desktop.settings import Settings
from hgkm_desktop.ui.background import Background, Job

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True)
class Notice:
    """A calm line at the bottom edge; `undo` makes it reversible.

    A quiet one is not shown: what it is about is seen already, and only Ctrl+Z takes it back.
    """

    text: str
    undo: Callable[[], object] | None = None
    hint: str = ""
    is_problem: bool = False
    is_quiet: bool = False


@dataclass(frozen=True)
class Question:
    """Something to be sure of before it is done; `then` is called on yes."""

    title: str
    text: str
    yes: str
    then: Callable[[], object]
    danger: bool = False


class Context(QObject):
    """The program as a view sees it: services, background work, news, and one voice to the user."""

    changed = Signal(frozenset)
    veil_changed = Signal(bool)
    settings_changed = Signal()
    noticed = Signal(Notice)
    asked = Signal(Question)
    shown = Signal(object)
    lock_requested = Signal()
    undo_requested = Signal()
    moved_on = Signal()
    """Something new was begun: what was done before stands, Ctrl+Z no longer reaches it."""

    def __init__(
        self,
        db: Database,
        member: Member,
        settings: Settings,
        now: Callable[[], datetime] = clock.now,
    ) -> None:
        super().__init__()
        self.db = db
        self.member = member
        self.settings = settings
        self.now = now
        self.veiled = False
        self.background = Background(self)
        db.on_change(self.changed.emit)

    def call(
        self, service: Callable[Concatenate[Session, P], R], *args: P.args, **kwargs: P.kwargs
    ) -> R:
        """Run a quick service here and now."""
        return self.db.call(service, *args, **kwargs)

    def in_background(
        self,
        work: Callable[[], R],
        then: Callable[[R], object],
        failed: Callable[[Exception], object] | None = None,
    ) -> Job:
        """Run slow work elsewhere; `then` gets its result here. Errors surface here as well."""
        return self.background.run(work, then, failed)

    def may(self, *roles: Role) -> bool:
        """Say whether the signed-in member has one of these roles."""
        return self.db.actor.may(*roles)

    def notify(
        self, text: str, undo: Callable[[], object] | None = None, *, quiet: bool = False
    ) -> None:
        """Say that something is done, reversible until something else is done."""
        self.noticed.emit(Notice(text, undo, is_quiet=quiet))

    def undo(self) -> None:
        """Take back the last thing that was said to be reversible (Ctrl+Z)."""
        self.undo_requested.emit()

    def warn(self, title: str, hint: str = "") -> None:
        """Say that something did not work, and what to do."""
        self.noticed.emit(Notice(title, hint=hint, is_problem=True))

    def confirm(
        self, title: str, text: str, yes: str, then: Callable[[], object], *, danger: bool = False
    ) -> None:
        """Ask before something that is hard to undo."""
        self.asked.emit(Question(title, text, yes, then, danger))

    def show(self, record: object) -> None:
        """Open the view that shows records of this type."""
        self.shown.emit(record)

    def veil(self, on: bool) -> None:
        """Hide or show names and texts in every view."""
        self.veiled = on
        self.veil_changed.emit(on)

    def choose(self, settings: Settings) -> None:
        """Use other settings from now on."""
        self.settings = settings
        self.settings_changed.emit()

    def lock(self) -> None:
        """Lock at once."""
        self.lock_requested.emit()

    def reload_member(self) -> None:
        """Read the signed-in member's record again (she changed her name or passphrase)."""
        self.member = self.call(members.names)[self.member.id]
