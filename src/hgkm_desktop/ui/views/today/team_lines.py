"""Who of us is not in: away all day, or out with somebody; with whom is not told."""

from collections.abc import Iterator
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hgkm_desktop.texts import tr
from hgkm_desktop.ui.dates import day_in_short, kept_together, time_of
from hgkm_desktop.ui.names import inside
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.today.scene import Scene
from hgkm_desktop.ui.views.today.showing import show_when
from hgkm_desktop.ui.widgets.avatar import Avatar
from hgkm_desktop.ui.widgets.card import Heading
from hgkm_desktop.ui.widgets.labels import muted


class TeamLines(QWidget):
    """Quiet lines without a card: there is nothing to do with them.

    Who goes along herself sees them under the appointments, without a heading.
    """

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[_Line] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(6))
        self.heading = Heading("users-three", tr("Who is not in"))
        self._column.addWidget(self.heading)
        self.setAccessibleName(tr("Who is not in"))

    def show_scene(self, scene: Scene) -> None:
        """Show who is not in at this moment, or later today."""
        told = list(_told(scene))
        show_when(self.heading, not scene.may_open)
        while len(self.lines) < len(told):
            line = _Line()
            self.lines.append(line)
            self._column.addWidget(line)
        for place, line in enumerate(self.lines):
            if place < len(told):
                line.say(*told[place], scene)
            show_when(line, place < len(told))
        show_when(self, bool(told))


class _Line(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.person, self.words = Avatar("", 6, 24), muted("", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(4), 0, px(4), 0)
        row.setSpacing(px(9))
        row.addWidget(self.person)
        row.addWidget(self.words, 1)

    def say(self, member_id: UUID, text: str, scene: Scene) -> None:
        self.person.show_person(scene.member(member_id), scene.color(member_id))
        self.words.setText(text)


def _told(scene: Scene) -> Iterator[tuple[UUID, str]]:
    today, away = scene.today, {each.member_id for each in scene.today.away}
    asked = {each.visit.first for each in today.to_hand_over}
    for absence in today.away:
        if absence.member_id in asked:
            continue
        name = inside(scene.member(absence.member_id))
        if absence.last_day == scene.day:
            yield absence.member_id, tr("{name} is not here today.").format(name=name)
        else:
            until = day_in_short(absence.last_day, scene.day)
            words = tr("{name} is not here up to and including {day}.")
            yield absence.member_id, words.format(name=name, day=until)
    for busy in today.busy:
        if busy.ends > scene.now and busy.member_id not in away:
            words = tr("{name} is out from {start} to {end}.").format(
                name=inside(scene.member(busy.member_id)),
                start=kept_together(time_of(busy.starts)),
                end=kept_together(time_of(busy.ends)),
            )
            yield busy.member_id, words
