"""What an administrator does with somebody of the team, from wherever she sees her."""

from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from hgkm_desktop.errors import Invalid
from hgkm_desktop.models import Member
from hgkm_desktop.models.codes import Role
from hgkm_desktop.services import members
from hgkm_desktop.services.members import NewMember
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.own_passphrase import change_own_passphrase
from hgkm_desktop.ui.views.admin import people
from hgkm_desktop.ui.views.admin.member_dialog import NOBODY, MemberDialog
from hgkm_desktop.ui.views.admin.member_form import Typed, typed_from_draft, typed_of


class TeamDesk(QObject):
    """Opens the form, asks before what cannot be undone, and hands over fresh passphrases."""

    words_made = Signal(NewMember)

    def __init__(self, ctx: Context, page: QWidget) -> None:
        super().__init__(page)
        self._ctx, self._page = ctx, page
        self._dialog: MemberDialog | None = None

    def add(self) -> None:
        """Open the form for somebody new."""
        self._open(NOBODY, None)

    def change(self, member: Member) -> None:
        """Open the form for somebody of the team."""
        self._open(typed_of(member), member)

    def draft(self) -> dict[str, Any] | None:
        """Return what is half typed in an open form."""
        return self._dialog.draft() if self._dialog else None

    def restore(self, data: dict[str, Any]) -> None:
        """Open the form again with what was half typed; nothing when she is gone meanwhile."""
        typed = typed_from_draft(data)
        if not data.get("id"):
            self._open(NOBODY, None, typed)
            return
        here = self._ctx.call(members.names).get(UUID(str(data["id"])))
        if here is not None and here.left_at is None:
            self._open(typed_of(here), here, typed)

    def reset(self, member: Member) -> None:
        """Ask, then give somebody a fresh passphrase."""
        name = people.shown(member.name, self._ctx.veiled)
        parts = [
            tr("Her old passphrase stops working. Text she has not saved is gone."),
            tr("You see the new words once. Give them to her yourself."),
        ]
        if Role.CONFIDANT in member.roles:
            parts.append(tr("A confidant then gives her the key again."))
        self._ctx.confirm(
            tr("A new passphrase for {name}?").format(name=name),
            " ".join(parts),
            tr("Make a new one"),
            partial(self._reset, member.id),
        )

    def leave(self, member: Member) -> None:
        """Ask, then end somebody's access at once."""
        name = people.shown(member.name, self._ctx.veiled)
        self._ctx.confirm(
            tr("End the access of {name}?").format(name=name),
            tr("She cannot sign in any more, from now on. What she wrote stays."),
            tr("End access"),
            partial(self._leave, member),
            danger=True,
        )

    def _open(self, start: Typed, member: Member | None, typed: Typed | None = None) -> None:
        dialog = MemberDialog(self._ctx, start, member)
        if typed is not None:
            dialog.form.show_typed(typed)
        dialog.words_made.connect(self.words_made)
        dialog.closed.connect(self._on_closed)
        dialog.own_asked.connect(self._on_own_asked)
        if member is not None:
            dialog.reset_asked.connect(partial(self.reset, member))
            dialog.leave_asked.connect(partial(self.leave, member))
        self._dialog = dialog
        dialog.open(self._page.window())

    def _reset(self, member_id: UUID) -> None:
        def work() -> NewMember:
            now = self._ctx.now()
            return self._ctx.call(members.reset_passphrase, member_id, now=now)

        self._ctx.notify(tr("One moment. The passphrase is being made."))
        self._ctx.in_background(work, self.words_made.emit)

    def _leave(self, member: Member) -> None:
        try:
            self._ctx.call(members.leave, member.id, now=self._ctx.now())
        except Invalid as error:
            self._ctx.warn(error.title, tr("Give somebody else this task first."))
            return
        name = people.shown(member.name, self._ctx.veiled)
        self._ctx.notify(tr("{name} cannot sign in any more.").format(name=name))

    def _on_own_asked(self) -> None:
        change_own_passphrase(self._ctx, self._page.window())

    def _on_closed(self) -> None:
        self._dialog = None
