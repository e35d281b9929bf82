"""The signed-in part of the program: the open log, its window, and putting both away."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from hgkm_desktop.db import Database
from hgkm_desktop.errors import UserError
from hgkm_desktop.models.codes import Act, Role
from hgkm_desktop.services import (
    audit_log,
    case_board,
    case_team,
    drafts,
    members,
    organisation,
    rings,
    session_names,
)
from hgkm_desktop.settings import Settings
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.main_window import MainWindow
from hgkm_desktop.ui.notify import Voice
from hgkm_desktop.ui.own_passphrase import change_own_passphrase
from hgkm_desktop.ui.user_menu import UserMenu
from hgkm_desktop.vault import own_head
from hgkm_desktop.vault.vault import Opened

HERE = "window/here"
A_PAUSE = timedelta(hours=1)


class Desk(QObject):
    """What exists while somebody is signed in, and not a moment longer."""

    switch_asked = Signal()
    close_asked = Signal()

    def __init__(
        self, opened: Opened, settings: Settings, now: Callable[[], datetime], window: QWidget
    ) -> None:
        super().__init__()
        self.db = Database(opened, now)
        member = self.db.call(members.signed_in)
        self.ctx = Context(self.db, member, settings, now)
        self._renew_ring()
        self.voice = Voice(window, self.ctx)
        self.window = window
        self.page = self.build()
        self._is_older = opened.older_file
        self.ctx.in_background(self._forget_names, _nothing, _nothing)
        self.ctx.in_background(self._share_board, _nothing)
        self.ctx.in_background(self._keep_head, _nothing, _nothing)

    @property
    def title(self) -> str:
        """The neutral name the organisation chose for the window."""
        return self.ctx.call(organisation.get).window_title

    def build(self) -> MainWindow:
        """Build the window's page (again, after another language or text size was chosen)."""
        self.page = MainWindow(self.ctx)
        self.page.user_clicked.connect(self._on_user_clicked)
        return self.page

    def welcome(self) -> None:
        """Bring back what was half typed; say so when the file is older than it should be."""
        self._go_where_she_was()
        here = self.page.current
        if here is not None and here.begins_new:
            here.start_new()
        for view in self.page.views:
            draft = self.ctx.call(drafts.look, view.identifier)
            if draft is not None:
                view.restore(draft)
        if self.ctx.member.must_renew:
            change_own_passphrase(self.ctx, self.window, forced=True)
        if self._is_older:
            self.ctx.warn(
                tr("This file is older than the last time."),
                tr("Did somebody put a copy back? If not, call your administrator."),
            )

    def half_typed(self) -> bool:
        """Seal whatever is half typed; return whether anything was really kept."""
        kept: list[bool] = []
        for place, draft in self.page.drafts().items():
            with suppress(UserError):
                self.ctx.call(drafts.keep, place, draft)
                kept.append(True)
        self._keep_where_she_is()
        return bool(kept)

    def put_away(self) -> None:
        """Note that she goes, and close the file; errors must not keep the program open."""
        with suppress(UserError):
            self.ctx.call(audit_log.note, Act.SIGN_OUT, "member", self.ctx.member.id)
        self.ctx.background.wait()
        with suppress(UserError):
            self._keep_head()
        self.db.close()

    def _keep_where_she_is(self) -> None:
        here = self.page.current
        if here is not None:
            with suppress(UserError):
                place = {"view": here.identifier, "at": self.ctx.now().isoformat()}
                self.ctx.call(drafts.keep, HERE, place)

    def _go_where_she_was(self) -> None:
        """After a pause she goes on where she was; a new day begins with the day."""
        kept = self.ctx.call(drafts.look, HERE)
        if kept is not None:
            pause = self.ctx.now() - datetime.fromisoformat(kept["at"])
            is_hers = kept["view"] in [view.identifier for view in self.page.views]
            if is_hers and timedelta() <= pause < A_PAUSE:
                self.page.go_to(kept["view"])

    def _on_user_clicked(self) -> None:
        menu = UserMenu(self.ctx, self.window)
        menu.keys_asked.connect(self.page.keys.show_help)
        menu.switch_asked.connect(self.switch_asked)
        menu.close_asked.connect(self.close_asked)
        menu.open()

    def _renew_ring(self) -> None:
        """Give the confidants' ring a new key when somebody left (a confidant can)."""
        if self.ctx.may(Role.CONFIDANT) and self.ctx.call(rings.needs_new_key):
            self.ctx.call(rings.renew)

    def _share_board(self) -> None:
        """Give coordinators their key, close cases to who left, and fill the board."""
        if self.ctx.may(Role.COORDINATOR):
            self.ctx.call(case_board.start, now=self.ctx.now())
        if self.ctx.may(Role.CONFIDANT):
            self.ctx.call(case_team.drop_leavers, now=self.ctx.now())
            self.ctx.call(case_board.fill, now=self.ctx.now())

    def _forget_names(self) -> None:
        """Let names on lists of sessions long ago go; what fails is tried at the next sign-in."""
        self.ctx.call(session_names.forget_due, now=self.ctx.now())

    def _keep_head(self) -> None:
        """Keep the newest line of the log: sealed for herself, and beside the device secret."""
        self.ctx.call(own_head.keep)
        self.db.vault.keep_head(self.db.head)


def _nothing(_answer: object) -> None:
    """Keeping the head beside the device secret may fail; the next time will do."""
