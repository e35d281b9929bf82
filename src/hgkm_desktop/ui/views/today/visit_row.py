"""One of today's appointments: when, with whom, where they meet, and what is not right yet."""

from collections.abc import Hashable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from hgkm_desktop.services.appointment_list import Seen, ShowVisit
from hgkm_desktop.ui.dates import day_in_short, day_of, time_in_column
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.today import visit_words
from hgkm_desktop.ui.views.today.rich import Part, Rich, code_of, name_of
from hgkm_desktop.ui.views.today.row import Row
from hgkm_desktop.ui.views.today.scene import HIDDEN, Scene
from hgkm_desktop.ui.views.today.showing import show_when
from hgkm_desktop.ui.widgets.avatar import Avatar
from hgkm_desktop.ui.widgets.badges import Badge
from hgkm_desktop.ui.widgets.labels import number

_TOP = Qt.AlignmentFlag.AlignTop


class VisitRow(Row[Seen]):
    """Opens the appointment in the calendar."""

    def __init__(self) -> None:
        super().__init__()
        self.time, self.name, self.badge = number(""), Rich(), Badge("")
        self.partner, self.who, self.left = Rich(), Rich(), Rich()
        self.person = Avatar("", 6, 24)
        self._lay_out()

    def key_of(self, item: Seen) -> Hashable:
        """Return which appointment it is."""
        return item.visit.id

    def opens(self, item: Seen, scene: Scene) -> object:
        """Lead to the appointment."""
        return ShowVisit(item.visit.id)

    def write(self, item: Seen, scene: Scene) -> None:
        """Show it as it is at this moment."""
        visit = item.visit
        self.time.setText(_begins(item, scene))
        self.name.say(called(item, scene))
        told = visit_words.badge(item, scene.now)
        words = "" if told is None else told[0]
        if told is not None:
            self.badge.say(*told)
        show_when(self.badge, told is not None)
        where = visit_words.where_to(item, scene)
        self.partner.say([Part(where)])
        show_when(self.partner, bool(where))
        self.person.show_person(scene.member(visit.first), scene.color(visit.first))
        self.who.say(visit_words.who(visit, scene))
        left, hue = visit_words.how_long(visit, scene.now)
        self.left.say([Part(left, hue or "ink", is_bold=True)])
        show_when(self.left, bool(left))
        self.badge.setToolTip(visit_words.cautions(item))
        self.setAccessibleDescription(self.badge.toolTip())
        said = (self.time.text(), self.name.text, where)
        more = (self.who.text, words, left)
        self.setAccessibleName(", ".join(part for part in (*said, *more) if part))

    def _lay_out(self) -> None:
        first, who = QHBoxLayout(), QHBoxLayout()
        first.setSpacing(px(8))
        first.addWidget(self.name, 1)
        first.addWidget(self.badge, 0, _TOP)
        who.setSpacing(px(6))
        who.addWidget(self.person, 0, _TOP)
        who.addWidget(self.who, 1)
        words = QVBoxLayout()
        words.setSpacing(px(3))
        words.addLayout(first)
        words.addWidget(self.partner)
        words.addLayout(who)
        words.addWidget(self.left)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(14), px(10), px(14), px(11))
        row.setSpacing(px(10))
        self.time.setFixedWidth(px(50))
        row.addWidget(self.time, 0, _TOP)
        row.addLayout(words, 1)


def called(seen: Seen, scene: Scene) -> list[Part]:
    """Return her name and her code; a visit of a walk-in has an alias and no code."""
    if seen.name is None:
        return [name_of(HIDDEN if scene.veiled else scene.words(seen.label) or HIDDEN)]
    name = scene.called(seen.name)
    if not scene.has_alias(seen.name):
        return [name_of(name)]
    return [name_of(name), code_of(seen.name.code)]


def _begins(seen: Seen, scene: Scene) -> str:
    day = day_of(seen.visit.starts)
    if day != scene.day:
        return day_in_short(day, scene.day)
    return time_in_column(seen.visit.starts)
