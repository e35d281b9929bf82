"""Who may stand beside her: each confidant is asked whether she knows her in private (R-215)."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from hgkm_desktop.models import Member
from hgkm_desktop.services import cases
from hgkm_desktop.services.cases import Candidate
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.avatar import Avatar
from hgkm_desktop.ui.widgets.labels import body, muted
from hgkm_desktop.ui.widgets.segmented import Segmented


class CandidateList(QWidget):
    """A line for each confidant; who said no first is the first confidant, the next the second."""

    changed = Signal()

    def __init__(self, team: Sequence[tuple[Member, str]]) -> None:
        super().__init__()
        self.answers: dict[UUID, Segmented] = {}
        self.places: dict[UUID, QLabel] = {}
        self._order: list[UUID] = []
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, px(3), 0, 0)
        grid.setHorizontalSpacing(px(10))
        grid.setVerticalSpacing(px(8))
        grid.setColumnStretch(3, 1)
        for line, (member, name) in enumerate(team):
            self._add(grid, line, member, name)
        self._say_places()

    def value(self) -> tuple[Candidate, ...]:
        """Return everybody and her answer, in the order in which they said no."""
        order = [*self._order, *(each for each in self.answers if each not in self._order)]
        return tuple(Candidate(each, self._answer(each)) for each in order)

    def show_value(self, candidates: Sequence[Candidate]) -> None:
        """Show answers given earlier; nobody is told."""
        known = [each for each in candidates if each.member_id in self.answers]
        for each in known:
            self.answers[each.member_id].set_value(each.knows_her)
        self._order = [each.member_id for each in known if each.knows_her is False]
        self._say_places()

    def is_blank(self) -> bool:
        """Say whether nobody was asked yet."""
        return all(answer.value() is None for answer in self.answers.values())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard to the first line."""
        for answer in self.answers.values():
            answer.segments[0].setFocus(event.reason())
            return

    def _add(self, grid: QGridLayout, line: int, member: Member, name: str) -> None:
        asked = tr("Does {name} know her or her family in private?").format(name=name)
        answer = Segmented(
            [(False, tr("No")), (True, tr("Yes"))], asked, small=True, allow_none=True
        )
        place = muted("", wrap=True)
        parts = (Avatar(name, member.color, 30), body(name), answer, place)
        for column, part in enumerate(parts):
            grid.addWidget(part, line, column, Qt.AlignmentFlag.AlignVCenter)
        self.answers[member.id], self.places[member.id] = answer, place
        answer.changed.connect(self._on_answered)

    def _on_answered(self) -> None:
        free = [each for each in self.answers if self._answer(each) is False]
        kept = [each for each in self._order if each in free]
        self._order = [*kept, *(each for each in free if each not in kept)]
        self._say_places()
        self.changed.emit()

    def _answer(self, member_id: UUID) -> bool | None:
        value = self.answers[member_id].value()
        return value if isinstance(value, bool) else None

    def _say_places(self) -> None:
        chosen = cases.chosen(self.value())
        for member_id, label in self.places.items():
            if member_id in chosen:
                first = member_id == chosen[0]
                label.setText(tr("first confidant") if first else tr("second confidant"))
            elif self._answer(member_id) is False:
                label.setText(tr("not needed, there are two already"))
            else:
                label.setText(tr("gets no key"))
