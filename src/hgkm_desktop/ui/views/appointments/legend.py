"""The colleagues above the calendar: her circle with her name; pressing one shows only hers."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from hgkm_desktop.texts import tr
from hgkm_desktop.ui.forms.tab_chain import follow
from hgkm_desktop.ui.names import inside
from hgkm_desktop.ui.style import font, px
from hgkm_desktop.ui.widgets.avatar import paint_avatar
from hgkm_desktop.ui.widgets.flow import FlowLayout
from hgkm_desktop.ui.widgets.painting import (
    at_side,
    draw_text,
    is_rtl,
    middle,
    round_box,
    start,
    text_width,
)
from hgkm_desktop.ui.widgets.roving import Roving, answered_enter

_LEAD, _CIRCLE, _GAP, _TRAIL, _HEIGHT = 4, 24, 7, 7, 36


@dataclass(frozen=True)
class Person:
    """A colleague as the legend shows her; `name` in initials behind the veil."""

    id: UUID
    name: str
    color: int


class PersonButton(QAbstractButton):
    """A circle and a name; pressed, a pill around both."""

    def __init__(self, person: Person) -> None:
        super().__init__()
        self.person = person
        self.ring_radius = px(_HEIGHT) // 2
        self.setText(person.name)
        self.setAccessibleName(person.name)
        self.setAccessibleDescription(tr("Show only her appointments"))
        self.setToolTip(tr("Show only her appointments"))
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Reserve the bold name, so that the others do not jump."""
        words = text_width(font(14, bold=True), self.text())
        return QSize(round(px(_LEAD + _CIRCLE + _GAP + _TRAIL) + words), px(_HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer Enter as well as Space."""
        if not answered_enter(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pill when it is pressed, the circle and the name."""
        painter, whole, rtl, on = start(self), QRectF(self.rect()), is_rtl(self), self.isChecked()
        if on or self.underMouse():
            fill, edge = ("prit", "pri") if on else ("sunk", "")
            round_box(painter, whole, whole.height() / 2, fill, edge)
        circle = middle(at_side(whole, px(_LEAD), px(_CIRCLE), rtl), px(_CIRCLE))
        paint_avatar(painter, circle, self.person.name, self.person.color, _CIRCLE)
        letters = font(14, bold=on)
        room = text_width(letters, self.text())
        words = at_side(whole, px(_LEAD + _CIRCLE + _GAP), room, rtl)
        draw_text(painter, words, self.text(), letters, "ink", rtl)


class Legend(QWidget):
    """Who is who, one Tab stop. `filtered` tells whose alone is wanted, None for everybody's."""

    filtered = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.buttons: list[PersonButton] = []
        self._roving: Roving | None = None
        self._row = FlowLayout(2, 2)
        self.setLayout(self._row)
        self.setAccessibleName(tr("Colleagues"))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def only(self) -> Person | None:
        """Whose appointments alone are shown, None for everybody's."""
        return next((each.person for each in self.buttons if each.isChecked()), None)

    def show_people(self, people: Sequence[Person], *after: QWidget) -> None:
        """Show these colleagues; who alone was wanted stays so while she is among them.

        Tab comes to them after these widgets.
        """
        if [each.person for each in self.buttons] == list(people):
            return
        only = self.only
        self._clear()
        self.buttons = [PersonButton(each) for each in people]
        for button in self.buttons:
            button.setChecked(only is not None and button.person.id == only.id)
            button.clicked.connect(self._on_clicked)
            self._row.addWidget(button)
            button.show()
        follow((*after, *self.buttons))  # before all but one of them are left out
        self._roving = Roving(self, self.buttons)
        self.updateGeometry()

    def show_everybody(self) -> bool:
        """Want everybody's again and tell so; say whether anything was left out."""
        was = self.only is not None
        for button in self.buttons:
            button.setChecked(False)
        if was:
            self._tell()
        return was

    def _clear(self) -> None:
        for button in self.buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        if self._roving is not None:
            self._roving.deleteLater()

    def _on_clicked(self) -> None:
        clicked = self.sender()
        for button in self.buttons:
            button.setChecked(button is clicked and button.isChecked())
        self._tell()

    def _tell(self) -> None:
        only = self.only
        said = tr("Everybody is shown again.") if only is None else only_words(only)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))
        self.filtered.emit(only.id if only is not None else None)


def only_words(person: Person) -> str:
    """Return that only one of them is shown, for ear and eye."""
    return tr("only {name}").format(name=inside(person.name))
