"""Several of a long list: each that is chosen stands above it, and goes when it is pressed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hgkm_desktop.texts import tr
from hgkm_desktop.ui.forms import field_values
from hgkm_desktop.ui.forms.group import let_be_narrow
from hgkm_desktop.ui.forms.tab_chain import follow
from hgkm_desktop.ui.names import inside
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.buttons import Button, make_button
from hgkm_desktop.ui.widgets.combo import ComboField
from hgkm_desktop.ui.widgets.flow import FlowLayout

_MOVES = (
    *(Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp),
    *(Qt.Key.Key_Home, Qt.Key.Key_End),
)
_PLAIN = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.KeypadModifier,
)


@dataclass(frozen=True, repr=False)
class Choice:
    """One of the list."""

    value: str
    words: str


class AddList(ComboField):
    """Adds only what is chosen in the open list: a key that moves opens it first.

    A closed list chooses with every arrow and letter, and what is chosen here is added at once.
    """

    def __init__(self, add: str) -> None:
        super().__init__(placeholder=add)
        let_be_narrow(self)

    def keyPressEvent(self, e: QKeyEvent) -> None:
        """Open the list at the first, or at what begins with the letter."""
        typed = e.text().strip()
        is_letter = bool(typed) and typed.isprintable()
        if e.modifiers() not in _PLAIN or not (is_letter or e.key() in _MOVES):
            super().keyPressEvent(e)
            return
        self.showPopup()
        if is_letter:
            self._go_to(typed)
        else:
            self.view().setCurrentIndex(self.model().index(0, self.modelColumn()))

    def _go_to(self, letter: str) -> None:
        """Begin to search anew: what was typed before the list was closed is forgotten."""
        self.view().keyboardSearch("")
        self.view().setCurrentIndex(QModelIndex())
        self.view().keyboardSearch(letter)


class Picked(QWidget):
    """Keeps the order in which they were chosen; `gone` are not offered, only called by name."""

    changed = Signal()

    def __init__(self, choices: Sequence[Choice], add: str, gone: Sequence[Choice] = ()) -> None:
        super().__init__()
        self._choices = {each.value: each.words for each in choices}
        self._gone = {each.value: each.words for each in gone}
        self._values: list[str] = []
        self.buttons: list[Button] = []
        self.list = AddList(add)
        self._holder = QWidget()
        self._row = FlowLayout(6, 6)
        self._holder.setLayout(self._row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addWidget(self._holder)
        column.addWidget(self.list)
        self.list.changed.connect(self._on_chosen)
        self._show()

    def setAccessibleName(self, name: str) -> None:
        """Give the name to what the keyboard comes to."""
        super().setAccessibleName(name)
        self.list.setAccessibleName(name)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard to the list."""
        self.list.setFocus(event.reason())

    def values(self) -> list[str]:
        """Return what is chosen."""
        return list(self._values)

    def set_values(self, values: Iterable[str]) -> None:
        """Choose exactly these; nobody is told."""
        self._values = list(dict.fromkeys(values))
        self._show()

    def words(self) -> list[str]:
        """Return the words of what is chosen."""
        return [self.words_of(value) for value in self._values]

    def words_of(self, value: str) -> str:
        """Return the words of one of the list, also when it is not in it any more."""
        known = self._choices | self._gone
        return known.get(value, tr("not in the list any more"))

    def _show(self) -> None:
        for button in self.buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = [self._button(value) for value in self._values]
        follow((*self._just_before(), *self.buttons, self.list))
        self._holder.setVisible(bool(self.buttons))
        left: list[tuple[object, str]] = [
            each for each in self._choices.items() if each[0] not in self._values
        ]
        self.list.set_items(left)
        self.list.setCurrentIndex(-1)
        self.updateGeometry()

    def _button(self, value: str) -> Button:
        words = self.words_of(value)
        made = make_button(words, small=True, trailing="x")
        made.setAccessibleName(tr("Take out: {name}").format(name=inside(words)))
        made.clicked.connect(partial(self._on_taken_out, value))
        self._row.addWidget(made)
        return made

    def _just_before(self) -> list[QWidget]:
        """Return what Tab visits before these: new buttons would come last of all."""
        each = self.list.previousInFocusChain()
        while each is not None and each is not self.list:
            takes = each.focusPolicy() & Qt.FocusPolicy.TabFocus
            if takes and not self.isAncestorOf(each):
                return [each]
            each = each.previousInFocusChain()
        return []

    def _on_chosen(self) -> None:
        value = self.list.value()
        if isinstance(value, str) and value not in self._values:
            self._values.append(value)
            self._show()
            self.changed.emit()

    def _on_taken_out(self, value: str) -> None:
        self._values.remove(value)
        self._show()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()


@field_values.read.register
def _(field: Picked) -> list[str]:
    return field.values()


@field_values.write.register
def _(field: Picked, value: list[str]) -> None:
    field.set_values(value)
    field.changed.emit()
