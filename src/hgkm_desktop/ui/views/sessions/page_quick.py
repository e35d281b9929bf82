"""The line above the list: a name, Enter, the next one. Forty in ten minutes, none is lost."""

from typing import Any

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QSizePolicy, QSpinBox, QWidget

from hgkm_desktop.models.codes import Language
from hgkm_desktop.models.labels import short
from hgkm_desktop.services.registrations import MOST_CHILDREN, NewRegistration
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.icons import paint_icon
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.combo import ComboField
from hgkm_desktop.ui.widgets.labels import label
from hgkm_desktop.ui.widgets.painting import at_side, is_rtl, middle, start

LONGEST = 120
"""More than a name has, so that the service answers instead of letters getting lost."""
_ENTER = Qt.Key.Key_Return, Qt.Key.Key_Enter


WIDE = 560
"""From this width on everything stands on one line."""


class QuickLine(QWidget):
    """Asks to put somebody on the list; what is typed stays until that is done."""

    asked = Signal(object)
    typed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.name = NameField(tr("First name or alias"))
        self.language = ComboField(language_items(), placeholder=tr("Language"))
        self.language.setAccessibleName(tr("Which language?"))
        self.children_box = ChildrenBox()
        self.add = make_button(tr("Put on the list"), icon="plus")
        self.problem = label("", "problem", wrap=True)
        self.problem.hide()
        self._lay_out()
        self.name.returnPressed.connect(self._on_asked)
        self.children_box.entered.connect(self._on_asked)
        self.add.clicked.connect(self._on_asked)
        self.name.textEdited.connect(self._on_typed)

    def take_focus(self) -> None:
        """Bring the keyboard to the name."""
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def is_blank(self) -> bool:
        """Say whether no name was begun."""
        return not self.name.text().strip()

    def values(self) -> dict[str, Any]:
        """Return what is typed, as a draft keeps it."""
        return {
            "name": self.name.text(),
            "language": str(self.language.value() or ""),
            "children": self.children_box.value(),
        }

    def show_values(self, values: dict[str, Any]) -> None:
        """Put back what was typed."""
        self.name.setText(str(values["name"]))
        self.language.set_value(values["language"] or None)
        self.children_box.setValue(int(values["children"]))

    def begin_next(self) -> None:
        """Be ready for the next one; the language stays, sisters come together."""
        self.name.clear()
        self.children_box.setValue(0)
        self.complain("")
        self.take_focus()

    def complain(self, text: str) -> None:
        """Say what is wrong with the name; nothing typed gets lost."""
        self.problem.setText(text)
        self.problem.setVisible(bool(text))
        if self.name.property("error") != bool(text):
            self.name.setProperty("error", bool(text))
            self.name.style().polish(self.name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the name a line of its own where there is little room."""
        super().resizeEvent(event)
        self._place(is_wide=event.size().width() >= px(WIDE))

    def _lay_out(self) -> None:
        self.name.setMinimumWidth(px(150))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(px(14), px(10), px(14), px(10))
        self._grid.setHorizontalSpacing(px(8))
        self._grid.setVerticalSpacing(px(6))
        self._grid.addWidget(self.problem, 2, 0, 1, 4)
        self._place(is_wide=True)

    def _place(self, *, is_wide: bool) -> None:
        parts = self.language, self.children_box, self.add
        self._grid.addWidget(self.name, 0, 0, 1, 1 if is_wide else 3)
        for column, part in enumerate(parts):
            place = (0, column + 1) if is_wide else (1, column)
            self._grid.addWidget(part, *place)
        self._grid.setColumnStretch(0, 1)
        self.language.setMinimumWidth(px(150 if is_wide else 110))
        self.language.setMaximumWidth(px(150) if is_wide else px(600))

    def _on_typed(self) -> None:
        if self.problem.text():
            self.complain("")
        self.typed.emit()

    def _on_asked(self) -> None:
        chosen = self.language.value()
        language = Language(chosen) if isinstance(chosen, str) and chosen else None
        children = self.children_box.value()
        self.asked.emit(NewRegistration(self.name.text(), language=language, children=children))


class NameField(QLineEdit):
    """A line with somebody and a plus before it."""

    def __init__(self, placeholder: str) -> None:
        super().__init__()
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setMaxLength(LONGEST)
        self._reserve()

    def setLayoutDirection(self, direction: Qt.LayoutDirection) -> None:
        """Mirror the room for the icon as well."""
        super().setLayoutDirection(direction)
        self._reserve()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line and the icon."""
        super().paintEvent(event)
        painter, rtl = start(self), is_rtl(self)
        box = middle(at_side(QRectF(self.rect()), px(12), px(19), rtl), px(19))
        paint_icon(painter, box, "user-plus", "mut")

    def _reserve(self) -> None:
        room = px(28)
        self.setTextMargins(*((0, 0, room, 0) if is_rtl(self) else (room, 0, 0, 0)))


class ChildrenBox(QSpinBox):
    """How many children come along: "2 kinderen"."""

    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setRange(0, MOST_CHILDREN)
        self.setAccessibleName(tr("How many children come along?"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedSize(px(134), px(38) + 2)
        line = self.lineEdit()
        line.setTextMargins(px(8), 0, px(8), 0)
        line.setProperty("inner", True)
        self.valueChanged.connect(self._on_value_changed)
        self._on_value_changed(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter puts her on the list from here too."""
        if event.key() in _ENTER:
            self.interpretText()
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll: a wheel over the field would change it unseen."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field and its carets."""
        super().paintEvent(event)
        place = self.width() - px(27)
        box = at_side(QRectF(self.rect()), place, px(17), is_rtl(self))
        hue = "mut" if self.isEnabled() else "faint"
        paint_icon(start(self), middle(box, px(17)), "caret-up-down", hue)

    def _on_value_changed(self, value: int) -> None:
        word = tr("child") if value == 1 else tr("children")
        self.setSuffix(f" {word}")


def language_items() -> list[tuple[object, str]]:
    """Return every language, and that it is not known."""
    return [("", tr("Language not known")), *((each, short(each)) for each in Language)]
