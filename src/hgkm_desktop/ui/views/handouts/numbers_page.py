"""The registry of public numbers: all of them, when each was last right, and our own (R-287)."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hgkm_desktop.services import numbers
from hgkm_desktop.sheets.numbers import Number
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import day_of, day_without_weekday, kept_together
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.table import Column, RowModel, RowTable
from hgkm_desktop.ui.views.handouts.back_bar import BackBar
from hgkm_desktop.ui.views.handouts.number_form import NumberForm
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.card import Card
from hgkm_desktop.ui.widgets.labels import muted


class NumbersPage(QWidget):
    """A table, and below it what can be done with the number that is chosen."""

    closed = Signal()

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self._ctx = ctx
        self.add = make_button(tr("A number of our own"), icon="plus", small=True)
        self.right = make_button(tr("It is right"), icon="check", small=True)
        self.change = make_button(tr("Change"), icon="pencil-simple", small=True)
        self.remove = make_button(tr("Take out"), icon="trash", small=True)
        self.bar = BackBar(tr("Telephone numbers"), self.add)
        self.model = RowModel[Number](*_columns(day_of(ctx.now())))
        self.table = RowTable[Number](self.model, tr("Telephone numbers"), row_height=46)
        self._remark = muted("", wrap=True)
        self.form: NumberForm | None = None
        self._lay_out()
        self._connect()

    def begin(self) -> None:
        """Show the list and let the keyboard move in it."""
        self.refresh()
        self.table.setFocus()

    def refresh(self) -> None:
        """Read the numbers again; the chosen one stays chosen."""
        chosen = self.table.current()
        found = self._ctx.call(numbers.every)
        self.model.show(found)
        keys = [number.key for number in found]
        if found:
            self.table.select(keys.index(chosen.key) if chosen and chosen.key in keys else 0)

    def _lay_out(self) -> None:
        card = Card(clip=True)
        card.add(self.table, 1)
        below = QHBoxLayout()
        below.setSpacing(px(8))
        below.addWidget(self._remark, 1)
        for part in (self.right, self.change, self.remove):
            below.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addWidget(self.bar)
        told = tr("A number older than half a year is asked about before it is printed.")
        column.addWidget(muted(told, wrap=True))
        column.addWidget(card, 1)
        column.addLayout(below)

    def _connect(self) -> None:
        self.bar.back.connect(self.closed)
        self.table.chosen.connect(self._on_chosen)
        self.table.opened.connect(self._on_change_clicked)
        self.add.clicked.connect(self._on_add_clicked)
        self.right.clicked.connect(self._on_right_clicked)
        self.change.clicked.connect(self._on_change_clicked)
        self.remove.clicked.connect(self._on_remove_clicked)

    def _on_chosen(self, number: Number | None) -> None:
        self._remark.setText(number.remark if number else "")
        for button in (self.right, self.change):
            button.setEnabled(number is not None)
        self.remove.setEnabled(number is not None and number.is_own)

    def _on_right_clicked(self) -> None:
        number = self.table.current()
        if number is not None:
            self._ctx.call(numbers.check, number.key, today=day_of(self._ctx.now()))
            self._ctx.notify(tr("Checked: {name}").format(name=number.name))

    def _on_change_clicked(self) -> None:
        number = self.table.current()
        if number is not None:
            self._open(NumberForm(self._ctx, number))

    def _on_add_clicked(self) -> None:
        self._open(NumberForm(self._ctx))

    def _open(self, form: NumberForm) -> None:
        self.form = form
        form.open(self.window())

    def _on_remove_clicked(self) -> None:
        number = self.table.current()
        if number is not None and number.is_own:
            self._ctx.confirm(
                tr("Take {name} out?").format(name=number.name),
                tr("Lines with this number are not printed any more."),
                tr("Take out"),
                self._on_remove_confirmed,
            )

    def _on_remove_confirmed(self) -> None:
        number = self.table.current()
        if number is not None:
            self._ctx.call(numbers.remove, number.key)


def _columns(today: date) -> tuple[Column[Number], ...]:
    def checked(number: Number) -> str:
        if number.checked_on is None:
            return tr("Not checked yet")
        return day_without_weekday(number.checked_on, today)

    def tone(number: Number) -> tuple[str, str]:
        if number.checked_on is None:
            return "nt", ""
        return ("ok", "check") if number.is_fresh(today) else ("am", "clock")

    return (
        Column(tr("Whose"), _name, kind="bold", stretch=True),
        Column(tr("Number"), _number, width=180),
        Column(tr("Hours"), _hours, width=220),
        Column(tr("Last checked"), checked, kind="badge", extra=tone, width=190),
    )


def _name(number: Number) -> str:
    return number.name


def _number(number: Number) -> str:
    return kept_together(number.number)


def _hours(number: Number) -> str:
    return number.hours
