"""One step of the first start: a title, what is asked, and beside it what helps."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
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

from hgkm_desktop.ui.entrance.enter import is_enter
from hgkm_desktop.ui.entrance.margins import margins
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.fields import Field
from hgkm_desktop.ui.widgets.labels import lead, wizard_title

WIDE, LEAD, ASIDE, GAP = 560, 520, 372, 56
NARROW = 800


def is_wide(width: int) -> bool:
    """Say whether there is room beside the fields of a page."""
    return width >= px(NARROW)


def side_of(width: int) -> int:
    """Return the margin at the leading side of a page."""
    return px(72 if is_wide(width) else 40)


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
        self._scroll, self._inner, self._right = QScrollArea(), QWidget(), QWidget()
        self.explanation = lead(explanation)
        self._build(title)

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
        line.textChanged.connect(self.changed)

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
        """Let Enter go on."""
        if is_enter(event):
            self.entered()
        else:
            super().keyPressEvent(event)

    def entered(self) -> None:
        """Answer Enter in a field."""
        self.go_on.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put what helps below the fields where there is no room beside them."""
        super().resizeEvent(event)
        beside = is_wide(self.width())
        way = QBoxLayout.Direction
        self._columns.setDirection(way.LeftToRight if beside else way.TopToBottom)
        self._columns.setSpacing(px(GAP if beside else 24))
        self._columns.setStretch(0, WIDE if beside else 0)
        self._columns.setStretch(1, ASIDE if beside else 0)
        side = side_of(self.width())
        top = px(56 if self.height() > px(620) else 36)
        # A box layout asks for heights at the full width, not at the widest a part may be.
        rest = px(40) if beside else max(px(40), self.width() - side - px(WIDE))
        self._columns.setContentsMargins(margins(self, side, top, rest, px(20)))
        self._right.setMaximumWidth(px(ASIDE if beside else WIDE))
        self.aside.setContentsMargins(0, px(self._aside_top) if beside else 0, 0, 0)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give what is inside its room again when a problem came or went."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return False

    def _fit(self) -> None:
        """Scroll rather than squeeze: a scroll area does not ask how high wrapped words are."""
        width = self._scroll.viewport().width()
        self._inner.setMinimumHeight(self._columns.totalHeightForWidth(width))

    def _build(self, title: str) -> None:
        explained = QHBoxLayout()
        explained.addWidget(self.explanation, 1)
        explained.addSpacing(px(WIDE - LEAD))
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addWidget(wizard_title(title))
        self.column.addSpacing(px(8))
        self.column.addLayout(explained)
        self.column.addSpacing(px(26))
        left = QWidget()
        left.setMaximumWidth(px(WIDE))
        left.setLayout(self.column)
        self._right.setLayout(self.aside)
        self._columns.addWidget(left)
        self._columns.addWidget(self._right)
        self._columns.addStretch(1)
        self._inner.setProperty("role", "scrolled")
        self._inner.setLayout(self._columns)
        self._inner.installEventFilter(self)
        self._scroll.setWidget(self._inner)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)
