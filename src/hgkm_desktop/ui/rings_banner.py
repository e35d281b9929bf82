"""Tells a confidant that somebody new waits for the key that opens real questions."""

from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hgkm_desktop.models import Grant, Member
from hgkm_desktop.models.base import Record
from hgkm_desktop.models.codes import Role
from hgkm_desktop.services import rings
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.strips import Banner

SHOWS: frozenset[type[Record]] = frozenset({Member, Grant})


def rings_banner(ctx: Context) -> QWidget | None:
    """Return the banner for a confidant, None for others; it hides while nobody waits."""
    return RingsBanner(ctx) if ctx.may(Role.CONFIDANT) else None


class RingsBanner(QWidget):
    """One line, with its button, for each confidant who waits for the key."""

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self._ctx = ctx
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(px(8))
        ctx.changed.connect(self._on_changed)
        ctx.veil_changed.connect(self._on_veil_changed)
        self.refresh()

    def refresh(self) -> None:
        """Show who waits now."""
        while (item := self._layout.takeAt(0)) is not None:
            if (line := item.widget()) is not None:
                line.hide()
                line.deleteLater()
        waiting = self._ctx.call(rings.waiting) if self._ctx.may(Role.CONFIDANT) else ()
        for member in waiting:
            self._layout.addWidget(self._line(member))
        self._show_or_hide(bool(waiting))

    def _show_or_hide(self, is_wanted: bool) -> None:
        """A widget that is shown before it has a place becomes a window of its own."""
        if not is_wanted:
            self.hide()
        elif self.parentWidget() is not None:
            self.show()

    def _line(self, member: Member) -> QWidget:
        name = _name(member, self._ctx.veiled)
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(10))
        text = tr("{name} is new as a confidant. Give her the key.").format(name=name)
        row.addWidget(Banner(text, tone="bl"), 1)
        button = make_button(tr("Give the key"), icon="key")
        button.setAccessibleName(tr("Give {name} the key").format(name=name))
        button.clicked.connect(partial(self._give, member.id, name))
        row.addWidget(button)
        return line

    def _give(self, member_id: UUID, name: str) -> None:
        self._ctx.call(rings.give, member_id)
        self._ctx.notify(tr("{name} has the key now.").format(name=name))

    def _on_changed(self, kinds: frozenset[type[Record]]) -> None:
        if kinds & SHOWS:
            self.refresh()

    def _on_veil_changed(self, _on: bool) -> None:
        self.refresh()


def _name(member: Member, veiled: bool) -> str:
    if not veiled:
        return member.name
    return "".join(f"{word[0].upper()}." for word in member.name.split()[:2])
