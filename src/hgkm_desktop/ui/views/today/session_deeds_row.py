"""What is to be done around sessions: plan one, tell that one moved, take a small step."""

from collections.abc import Hashable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from hgkm_desktop.rules.planning import Reminder
from hgkm_desktop.rules.session_words import word
from hgkm_desktop.services.follow_ups import ShowFollowUps
from hgkm_desktop.services.information_sessions import NewSession
from hgkm_desktop.services.sessions_today import ShowToTell, Untold
from hgkm_desktop.services.today import Today
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.breaking import as_typed
from hgkm_desktop.ui.dates import (
    day_as_spoken,
    day_of,
    day_without_weekday,
    kept_together,
    time_of,
)
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.today.rich import Part, Rich
from hgkm_desktop.ui.views.today.row import Row
from hgkm_desktop.ui.views.today.scene import Scene
from hgkm_desktop.ui.widgets.icon_label import IconLabel

WEEK = 7


@dataclass(frozen=True)
class Steps:
    """In how many talks afterwards a small step is to be taken; whose is not told here."""

    count: int


SessionDeed = Reminder | Untold | Steps


def deeds(today: Today) -> list[SessionDeed]:
    """Return what is to be done, people first."""
    steps = [Steps(today.steps_due)] if today.steps_due else []
    return [*today.untold, *steps, *today.reminders]


class SessionDeedRow(Row[SessionDeed]):
    """Leads to where it is done."""

    def __init__(self) -> None:
        super().__init__()
        self.what, self.why = Rich(), Rich()
        self._mark = IconLabel("bell", "ink", 20)
        column = QVBoxLayout()
        column.setSpacing(px(1))
        column.addWidget(self.what)
        column.addWidget(self.why)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(14), px(9), px(14), px(10))
        row.setSpacing(px(12))
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)

    def key_of(self, item: SessionDeed) -> Hashable:
        """Return what is to be done."""
        if isinstance(item, Untold):
            return item.session_id
        return type(item) if isinstance(item, Steps) else (item.rule, item.first_day)

    def opens(self, item: SessionDeed, scene: Scene) -> object:
        """Lead to whom we may tell, to the talks afterwards, or to a new session."""
        if isinstance(item, Untold):
            return ShowToTell(item.session_id)
        return ShowFollowUps() if isinstance(item, Steps) else NewSession(item.rule.topic)

    def write(self, item: SessionDeed, scene: Scene) -> None:
        """Say what is to be done, and why."""
        icon, what, why = _said(item, scene)
        self._mark.show_icon(icon, "ink")
        self.what.say([Part(what, is_bold=True, size=15)])
        self.why.say([Part(why, "mut")])
        self.setAccessibleName(f"{self.what.text}. {self.why.text}")


def _said(item: SessionDeed, scene: Scene) -> tuple[str, str, str]:
    if isinstance(item, Untold):
        return "phone-call", _untold(item), _how_it_stands(item, scene)
    if isinstance(item, Steps):
        return "chat-teardrop-text", _steps(item), tr("After a talk at a session.")
    what = tr("Plan: {topic}").format(topic=word(item.rule.topic))
    return "calendar-plus", what, _before(item, scene)


def _before(reminder: Reminder, scene: Scene) -> str:
    """Return how long there is still, as US-4 says it: six weeks before the summer."""
    weeks = -(-(reminder.first_day - scene.day).days // WEEK)
    day = kept_together(day_without_weekday(reminder.first_day, scene.day))
    name = word(reminder.rule.holiday)
    holiday = name[:1].lower() + name[1:]
    if weeks == 1:
        return tr("1 week before the {holiday}, on {day}.").format(holiday=holiday, day=day)
    told = tr("{count} weeks before the {holiday}, on {day}.")
    return told.format(count=weeks, holiday=holiday, day=day)


def _untold(item: Untold) -> str:
    if item.people == 1:
        return tr("One woman does not know it yet")
    return tr("{count} women do not know it yet").format(count=item.people)


def _how_it_stands(item: Untold, scene: Scene) -> str:
    day = day_as_spoken(day_of(item.starts), scene.day)
    when, name = kept_together(f"{day} {time_of(item.starts)}"), as_typed(item.name)
    if item.is_off:
        return tr("{name}, {when}, does not take place.").format(name=name, when=when)
    return tr("{name} is now {when}.").format(name=name, when=when)


def _steps(item: Steps) -> str:
    if item.count == 1:
        return tr("One small step to take")
    return tr("{count} small steps to take").format(count=item.count)
