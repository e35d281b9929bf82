"""A line about somebody: her name, a few words, and a badge; what changed, what stays away."""

from collections.abc import Hashable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from hgkm_desktop.rules.holding import State
from hgkm_desktop.services.appointment_list import ShowVisit
from hgkm_desktop.services.beside_today import Changed, Late, Nobody
from hgkm_desktop.services.case_name import CaseName
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.breaking import as_typed
from hgkm_desktop.ui.dates import day_as_spoken, day_of, kept_together, time_of
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.today.rich import Part, Rich, beside, code_of, name_of
from hgkm_desktop.ui.views.today.row import Row
from hgkm_desktop.ui.views.today.scene import Scene
from hgkm_desktop.ui.widgets.avatar import Avatar
from hgkm_desktop.ui.widgets.badges import Badge

_TOP = Qt.AlignmentFlag.AlignTop


Awaited = Late | Nobody
"""An answer that did not come yet: about her, or after an appointment."""


class AwaitedRow(Row[Awaited]):
    """Of which partner we did not hear yet, and how late that is."""

    def __init__(self) -> None:
        super().__init__()
        self.words, self.late = Rich(), Badge("", "rd")
        row = QHBoxLayout(self)
        row.setContentsMargins(px(14), px(10), px(14), px(11))
        row.setSpacing(px(8))
        row.addWidget(self.words, 1)
        row.addWidget(self.late, 0, _TOP)

    def key_of(self, item: Awaited) -> Hashable:
        """Return of whom, and after what."""
        if isinstance(item, Late):
            return item.name.case_id, item.visit_id, item.partner
        return item.case_id

    def opens(self, item: Awaited, scene: Scene) -> object | None:
        """Lead to the appointment, or to her for who stands beside her."""
        if isinstance(item, Late) and item.visit_id is not None:
            return ShowVisit(item.visit_id)
        return item.name

    def write(self, item: Awaited, scene: Scene) -> None:
        """Say which partner, and how late it is."""
        code = item.name.code if isinstance(item, Late) else item.code
        self.words.say((*name_parts(item.name, code, scene), beside(_of_whom(item))))
        late = _days_late(item.days if isinstance(item, Late) else item.days_late)
        self.late.say(late or tr("not confirmed yet"), "rd" if late else "am")
        self.setAccessibleName(f"{self.words.text}, {self.late.accessibleName()}")


class ChangedRow(Row[Changed]):
    """What a colleague noted since this member was last here."""

    def __init__(self) -> None:
        super().__init__()
        self.person, self.words, self.when = Avatar("", 6, 24), Rich(), Rich()
        column = QVBoxLayout()
        column.setSpacing(px(1))
        column.addWidget(self.words)
        column.addWidget(self.when)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(14), px(9), px(14), px(10))
        row.setSpacing(px(10))
        row.addWidget(self.person, 0, _TOP)
        row.addLayout(column, 1)

    def key_of(self, item: Changed) -> Hashable:
        """Return which change it is."""
        return item.name.case_id, item.at, item.what

    def opens(self, item: Changed, scene: Scene) -> object:
        """Lead to her."""
        return item.name

    def write(self, item: Changed, scene: Scene) -> None:
        """Say what was noted, by whom and when."""
        by = scene.member(item.by)
        self.person.show_person(by, scene.color(item.by))
        what = Part(scene.words(item.what))
        name = scene.called(item.name)
        self.words.say((Part(name, is_bold=True, size=15), what))
        self.when.say((Part(f"{by}, {_moment(item, scene)}", "mut"),))
        spoken = self.words.text, self.when.text
        self.setAccessibleName(". ".join(spoken))


@dataclass(frozen=True)
class Hold:
    """The wish to hold somebody nobody holds."""

    name: CaseName


def name_parts(name: CaseName | None, code: str, scene: Scene) -> list[Part]:
    """Return her name and code; a code alone for whoever does not stand beside her."""
    if name is None or not scene.has_alias(name):
        return [name_of(code)]
    return [name_of(scene.called(name)), code_of(code)]


def _of_whom(item: Awaited) -> str:
    if isinstance(item, Late):
        return as_typed(item.partner) or tr("the partner")
    partner = as_typed(item.organisation)
    if item.state is State.OFFERED:
        return tr("Offered to {partner}").format(partner=partner)
    return partner


def _days_late(days: int) -> str:
    if not days:
        return ""
    return tr("1 day late") if days == 1 else tr("{count} days late").format(count=days)


def _moment(item: Changed, scene: Scene) -> str:
    day = day_as_spoken(day_of(item.at), scene.day)
    return f"{day} {kept_together(time_of(item.at))}"
