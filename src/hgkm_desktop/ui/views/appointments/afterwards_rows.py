"""Who will do what, and by when: each line becomes a promise on her page (R-018, R-049)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hgkm_desktop.services.appointment_afterwards import Agreed
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.forms import field_values
from hgkm_desktop.ui.forms.short_text import short_text
from hgkm_desktop.ui.forms.tab_chain import follow
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.buttons import icon_button, make_button
from hgkm_desktop.ui.widgets.checks import CheckBox
from hgkm_desktop.ui.widgets.fields import DateField, Field, line_edit
from hgkm_desktop.ui.widgets.labels import hairline

MOST = 10
_LONGEST_WHO = 120


@dataclass(frozen=True, repr=False)
class Line:
    """What somebody will do; a day only where a clock is wanted."""

    what: str = ""
    who: str = ""
    by: date | None = None


class AgreedRow(QWidget):
    """What, who, and by when."""

    changed = Signal()
    removed = Signal()

    def __init__(self, line: Line, usual: date) -> None:
        super().__init__()
        self.what, self.who = short_text(2), line_edit()
        self.has_clock, self.by = CheckBox(tr("Make this a clock")), DateField(line.by or usual)
        self.remove = icon_button("x", tr("Remove this line"), small=True, kind="bare")
        self.fields = {
            "what": Field(tr("Who does what?"), self.what),
            "who": Field(tr("Who does it?"), self.who),
            "by": Field(tr("By when?"), self.by),
        }
        self.what.setPlainText(line.what)
        self.who.setMaxLength(_LONGEST_WHO)
        self.who.setText(line.who)
        self.has_clock.setChecked(line.by is not None)
        self._lay_out()
        self._connect()

    def value(self) -> Line:
        """Return what stands here."""
        by = self.by.value() if self.has_clock.isChecked() else None
        return Line(self.what.toPlainText(), self.who.text(), by)

    def stops(self) -> list[QWidget]:
        """Return what Tab visits here."""
        return [self.what, self.who, self.has_clock, self.by, self.remove]

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(self.fields["what"])
        column.addWidget(self.fields["who"])
        foot = QHBoxLayout()
        foot.addWidget(self.has_clock, 1)
        foot.addWidget(self.remove)
        column.addLayout(foot)
        column.addWidget(self.fields["by"])
        column.addWidget(hairline())
        self.fields["by"].setVisible(self.has_clock.isChecked())

    def _connect(self) -> None:
        self.what.textChanged.connect(self.changed)
        self.who.textChanged.connect(self.changed)
        self.by.dateChanged.connect(self._on_changed)
        self.has_clock.toggled.connect(self._on_clock_toggled)
        self.remove.clicked.connect(self.removed)

    def _on_clock_toggled(self, is_on: bool) -> None:
        self.fields["by"].setVisible(is_on)
        self.changed.emit()

    def _on_changed(self) -> None:
        self.changed.emit()


class AgreedRows(QWidget):
    """No line to begin with; one is added when somebody promised something."""

    changed = Signal()

    def __init__(self, usual: date, first: Callable[[], Line]) -> None:
        super().__init__()
        self.rows: list[AgreedRow] = []
        self._usual, self._first = usual, first
        self.more = make_button("", "quiet", "plus", small=True)
        self.more.setParent(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(10))
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeading)
        self.more.clicked.connect(self._on_more)
        self._count()

    def values(self) -> list[Line]:
        """Return every line."""
        return [row.value() for row in self.rows]

    def agreed(self) -> list[Agreed]:
        """Return what becomes promises."""
        return [Agreed(line.what, line.who, line.by) for line in self.values()]

    def set_values(self, lines: Sequence[Line]) -> None:
        """Show these lines and no others."""
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = []
        for line in lines:
            self._add(line)
        self._count()
        self.changed.emit()

    def complain(self, problems: Mapping[str, str]) -> bool:
        """Say at each line what is wrong ("agreed.0.who"); return whether anything is."""
        found = False
        for number, row in enumerate(self.rows):
            for name, field in row.fields.items():
                text = problems.get(f"agreed.{number}.{name}", "")
                field.complain(text)
                if text and not found:
                    field.take_focus()
                found = found or bool(text)
        return found

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard to the first line, or to the button that adds one."""
        (self.rows[0].what if self.rows else self.more).setFocus(event.reason())

    def _add(self, line: Line) -> AgreedRow:
        row = AgreedRow(line, self._usual)
        self.rows.append(row)
        self._column.insertWidget(len(self.rows) - 1, row)
        row.changed.connect(self.changed)
        row.removed.connect(partial(self._on_removed, row))
        follow((self.more, *row.stops(), self.more))  # first after it, then it after the line
        self._count()
        return row

    def _count(self) -> None:
        self.more.setText(tr("Another promise") if self.rows else tr("Somebody promised something"))
        self.more.setAccessibleName(self.more.text())
        self.more.setVisible(len(self.rows) < MOST)

    def _on_more(self) -> None:
        line = Line() if self.rows else self._first()
        row = self._add(line)
        (row.who if line.what and not line.who else row.what).setFocus()
        self.changed.emit()

    def _on_removed(self, row: AgreedRow) -> None:
        self.rows.remove(row)
        row.hide()
        row.deleteLater()
        self._count()
        self.more.setFocus()
        self.changed.emit()


@field_values.read.register
def _(field: AgreedRows) -> list[list[str]]:
    lines = field.values()
    return [[each.what, each.who, each.by.isoformat() if each.by else ""] for each in lines]


@field_values.write.register
def _(field: AgreedRows, value: list[list[str]]) -> None:
    day = date.fromisoformat
    field.set_values([Line(what, who, day(by) if by else None) for what, who, by in value])
