"""The form for somebody of the team: a first name, her tasks, a colour."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from hgkm_desktop.models import Member
from hgkm_desktop.models.codes import Role
from hgkm_desktop.models.labels import label
from hgkm_desktop.services.fields import NAME
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.entrance.color_picker import ColorPicker
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.admin import people
from hgkm_desktop.ui.widgets.checks import CheckBox
from hgkm_desktop.ui.widgets.fields import Field
from hgkm_desktop.ui.widgets.inputs import line_edit
from hgkm_desktop.ui.widgets.labels import muted

ORDER = tuple(Role)
"""The task that most people get comes first."""

LONGEST_PASTE = NAME * 4


@dataclass(frozen=True)
class Typed:
    """What stands in the form."""

    name: str
    roles: frozenset[Role]
    color: int

    def as_draft(self) -> dict[str, Any]:
        """Return it as plain data, to be kept sealed while the program is locked."""
        return {"name": self.name, "roles": sorted(self.roles), "color": self.color}


def typed_from_draft(data: dict[str, Any]) -> Typed:
    """Return what was kept; anything odd counts as not typed."""
    known = {role.value for role in Role}
    kept = data.get("roles")
    roles = frozenset(Role(code) for code in kept if code in known) if kept else frozenset[Role]()
    color = data.get("color")
    return Typed(str(data.get("name", "")), roles, color if color in people.COLORS else 1)


def typed_of(member: Member) -> Typed:
    """Return the form as it looks for somebody who is there already."""
    return Typed(member.name, frozenset(member.roles), member.color)


class MemberForm(QWidget):
    """Name, tasks and colour; says at the field what cannot be saved."""

    def __init__(self, start: Typed) -> None:
        super().__init__()
        self.start = start
        self.name = line_edit()
        self.name.setMaxLength(LONGEST_PASTE)
        self.tasks = {code: _task(code) for code in ORDER}
        self.colors = ColorPicker(start.color)
        self.name_field = Field(tr("First name"), self.name, tr("A made-up name is fine too."))
        self.tasks_field = Field(tr("What may she do?"), _list_of(self.tasks))
        self.color_field = Field(tr("Color"), self.colors)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(16))
        for field in (self.name_field, self.tasks_field, self.color_field):
            layout.addWidget(field)
        layout.addStretch(1)
        self.show_typed(start)

    def take_first(self) -> None:
        """Start at the name."""
        self.name_field.take_focus()

    def typed(self) -> Typed:
        """Return what stands in the form now."""
        roles = frozenset(code for code, box in self.tasks.items() if box.isChecked())
        return Typed(self.name.text(), roles, self.colors.value())

    def show_typed(self, typed: Typed) -> None:
        """Fill the form."""
        self.name.setText(typed.name)
        self.colors.buttons[typed.color - 1].click()
        for code, box in self.tasks.items():
            box.setChecked(code in typed.roles)

    def is_changed(self) -> bool:
        """Say whether something was typed or chosen since the form opened."""
        return self.typed() != self.start

    def complain(self, problems: dict[str, str]) -> None:
        """Say at each field what is wrong, and go to the first of them."""
        fields = {"name": self.name_field, "roles": self.tasks_field, "color": self.color_field}
        for key, field in fields.items():
            field.complain(problems.get(key, ""))
        first = next((field for key, field in fields.items() if key in problems), None)
        if first is self.tasks_field:
            next(iter(self.tasks.values())).setFocus()
        elif first is not None:
            first.take_focus()


def _task(code: Role) -> CheckBox:
    word = label(code)
    box = CheckBox(word[:1].upper() + word[1:])
    box.setAccessibleDescription(people.explanation(code))
    return box


def _list_of(tasks: dict[Role, CheckBox]) -> QWidget:
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, px(3), 0, 0)
    grid.setHorizontalSpacing(px(16))
    grid.setVerticalSpacing(px(8))
    grid.setColumnStretch(1, 1)
    for row, (code, box) in enumerate(tasks.items()):
        grid.addWidget(box, row, 0)
        grid.addWidget(muted(people.explanation(code), wrap=True), row, 1)
    return holder
