"""One step of the first start: a title, what is asked, and beside it what helps."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from hgkm_desktop.ui.entrance.enter import is_enter, press_focused
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.fields import Field
from hgkm_desktop.ui.widgets.labels import lead, wizard_title

WIDE, LEAD, ASIDE, GAP = 560, 520, 372, 56
NARROW = 800


class Step(QWidget):
    """A page of the wizard. `go_on` is Enter; `changed` says that Next may go on or off."""

    go_on = Signal()
    changed = Signal()

    def __init__(self, title: str, explanation: str, aside_top: int = 96) -> None:
        super().__init__()
        self.is_busy = False
        self.setAccessibleName(title)
        self.column = QVBoxLayout()
        self.aside = QVBoxLayout()
        self._aside_top = aside_top
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._scroll = QScrollArea()
        self._build(title, explanation)

    def arrive(self) -> None:
        """Get ready to be seen: fill in, and put the keyboard where it starts."""

    def check(self) -> bool:
        """Take over what was typed; on a problem show it at its field and return False."""
        return True

    def remember(self) -> None:
        """Keep what is typed as it is: the window may be built anew in another language."""

    def wipe(self) -> None:
        """Leave no secret in the fields: the log is founded."""

    def is_complete(self) -> bool:
        """Say whether Next may be pressed."""
        return True

    def take(self, line: QLineEdit) -> None:
        """Let news in a line be told."""
        line.textChanged.connect(self._on_text_changed)

    def settle(self, *judged: tuple[Field, str | None]) -> bool:
        """Show each field's problem or take it away; the first with one takes the keyboard."""
        for field, problem in judged:
            field.complain(problem or "")
        wrong = [field for field, problem in judged if problem]
        if wrong:
            wrong[0].take_focus()
        return not wrong

    def explain(self, *facts: QWidget) -> None:
        """Put what helps beside the fields."""
        for fact in facts:
            self.aside.addWidget(fact)
            self.aside.addSpacing(px(22))
        self.aside.addStretch(1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press a button, and go on from anywhere else."""
        if not is_enter(event):
            super().keyPressEvent(event)
        elif not press_focused():
            self.entered()

    def entered(self) -> None:
        """Answer Enter in a field."""
        self.go_on.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put what helps below the fields where there is no room beside them."""
        super().resizeEvent(event)
        beside = self.width() >= px(NARROW)
        way = QBoxLayout.Direction
        self._columns.setDirection(way.LeftToRight if beside else way.TopToBottom)
        self._columns.setSpacing(px(GAP if beside else 24))
        side = px(72 if beside else 40)
        top = px(56 if self.height() > px(620) else 36)
        self._columns.setContentsMargins(side, top, px(40), px(20))
        self.aside.setContentsMargins(0, px(self._aside_top) if beside else 0, 0, 0)

    def _build(self, title: str, explanation: str) -> None:
        explained = lead(explanation)
        explained.setMaximumWidth(px(LEAD))
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addWidget(wizard_title(title))
        self.column.addSpacing(px(8))
        self.column.addWidget(explained)
        self.column.addSpacing(px(26))
        left, right = QWidget(), QWidget()
        left.setMaximumWidth(px(WIDE))
        right.setMaximumWidth(px(ASIDE))
        left.setLayout(self.column)
        right.setLayout(self.aside)
        self._columns.addWidget(left, WIDE)
        self._columns.addWidget(right, ASIDE)
        self._columns.addStretch(1)
        inner = QWidget()
        inner.setProperty("role", "scrolled")
        inner.setLayout(self._columns)
        self._scroll.setWidget(inner)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)

    def _on_text_changed(self) -> None:
        self.changed.emit()
