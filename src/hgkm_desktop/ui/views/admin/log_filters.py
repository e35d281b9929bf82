"""Whose lines of the log, and of which kind."""

from collections.abc import Iterable
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hgkm_desktop.models import Member
from hgkm_desktop.models.codes import Act
from hgkm_desktop.models.labels import label
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.admin import people
from hgkm_desktop.ui.widgets.combo import ComboField


class LogFilters(QWidget):
    """Two lists; nothing chosen means everybody and all deeds."""

    member_chosen = Signal(object)
    act_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.who = ComboField(small=True)
        self.what = ComboField(_kinds_of_deeds(), small=True)
        self.who.setAccessibleName(tr("Whose lines"))
        self.what.setAccessibleName(tr("Kind of deed"))
        self.what.set_value(None)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(10))
        for field in (self.who, self.what):
            field.setMinimumWidth(px(220))
            row.addWidget(field)
        row.addStretch(1)
        self.who.changed.connect(self.member_chosen)
        self.what.changed.connect(self._on_what_chosen)

    def show_people(self, team: Iterable[Member], chosen: UUID | None, veiled: bool) -> None:
        """Offer everybody by name, those who left too."""
        named = sorted(team, key=lambda member: member.name.casefold())
        items: list[tuple[object, str]] = [(None, tr("Everybody"))]
        items += [(member.id, people.shown(member.name, veiled)) for member in named]
        self.who.set_items(items)
        self.who.set_value(chosen)

    def _on_what_chosen(self, code: str | None) -> None:
        """Qt keeps a code as plain text."""
        self.act_chosen.emit(Act(code) if code else None)


def _kinds_of_deeds() -> list[tuple[object, str]]:
    return [(None, tr("All deeds")), *((act, label(act)) for act in Act)]
