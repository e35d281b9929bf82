"""The form for a member over the page, and what is done with what she typed in it."""

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hgkm_desktop.errors import Invalid
from hgkm_desktop.models import Member
from hgkm_desktop.models.codes import Role
from hgkm_desktop.services import members
from hgkm_desktop.services.members import NewMember
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.held_overlay import HeldOverlay
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.admin import people
from hgkm_desktop.ui.views.admin.member_form import MemberForm, Typed
from hgkm_desktop.ui.widgets.buttons import Button, make_button
from hgkm_desktop.ui.widgets.labels import hairline, muted

WIDTH = 600
NOBODY = Typed("", frozenset({Role.VOLUNTEER}), 1)


class MemberDialog(QObject):
    """One form, for somebody new (`member` is None) or for a member of the team."""

    words_made = Signal(NewMember)
    reset_asked = Signal()
    leave_asked = Signal()
    own_asked = Signal()
    closed = Signal()

    def __init__(self, ctx: Context, start: Typed, member: Member | None) -> None:
        super().__init__(ctx)
        self._ctx, self.member = ctx, member
        self.form = MemberForm(start)
        self._wait = muted(tr("One moment. The passphrase is being made."))
        self._wait.hide()
        self.overlay = HeldOverlay(
            self._title(),
            self._body(),
            accept=tr("Add") if member is None else tr("Save"),
            cancel=tr("Cancel"),
            check=self._is_done,
            width=WIDTH,
        )
        self.overlay.accepted.connect(self.closed)
        self.overlay.rejected.connect(self.closed)

    def open(self, window: QWidget) -> None:
        """Show the form and start in its first field."""
        self.overlay.open(window)
        self.form.take_first()

    def draft(self) -> dict[str, Any] | None:
        """Return what is half typed, None when nothing changed."""
        if not self.form.is_changed():
            return None
        member_id = str(self.member.id) if self.member else ""
        return {"id": member_id} | self.form.typed().as_draft()

    def _title(self) -> str:
        if self.member is None:
            return tr("New person")
        name = people.shown(self.member.name, self._ctx.veiled)
        return tr("Change {name}").format(name=name)

    def _body(self) -> QWidget:
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(16))
        layout.addWidget(self.form)
        layout.addWidget(self._wait)
        if self.member is not None:
            layout.addWidget(hairline())
            layout.addLayout(self._other_things(self.member))
        return body

    def _other_things(self, member: Member) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(px(10))
        if member.id == self._ctx.member.id:
            row.addWidget(self._link(tr("Change your passphrase"), "key", self.own_asked))
        else:
            row.addWidget(self._link(tr("New passphrase"), "key", self.reset_asked))
            row.addWidget(self._link(tr("End access"), "user-minus", self.leave_asked))
        row.addStretch(1)
        return row

    def _link(self, text: str, icon: str, asked: Any) -> Button:  # noqa: ANN401 -- a bound signal
        button = make_button(text, icon=icon, small=True)
        button.clicked.connect(partial(self._on_other_asked, asked.emit))
        return button

    def _on_other_asked(self, tell: Callable[[], object]) -> None:
        self.overlay.close_overlay()
        self.closed.emit()
        tell()

    def _is_done(self) -> bool:
        """Save; a new member takes a moment, so her form stays open until it is answered."""
        self.form.complain({})
        typed = self.form.typed()
        if self.member is None:
            self._add(typed)
            return False
        return self._change(self.member.id, typed)

    def _change(self, member_id: UUID, typed: Typed) -> bool:
        try:
            self._ctx.call(members.change, member_id, typed.name, typed.roles, typed.color)
        except Invalid as error:
            self.form.complain(error.problems)
            return False
        self._ctx.notify(tr("Saved."))
        return True

    def _add(self, typed: Typed) -> None:
        self._set_saving(True)
        given = typed.name, typed.roles, typed.color
        work = partial(self._ctx.call, members.add, *given, now=self._ctx.now())
        self._ctx.in_background(work, self._on_added, self._on_refused)

    def _on_added(self, new: NewMember) -> None:
        self.overlay.close_overlay()
        self.closed.emit()
        self.words_made.emit(new)

    def _on_refused(self, error: Exception) -> None:
        self._set_saving(False)
        if not isinstance(error, Invalid):
            raise error
        self.form.complain(error.problems)

    def _set_saving(self, is_saving: bool) -> None:
        self.overlay.set_busy(is_saving)
        self._wait.setVisible(is_saving)
        self.form.setEnabled(not is_saving)
