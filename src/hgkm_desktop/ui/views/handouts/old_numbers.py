"""Numbers that nobody looked at for half a year: each is asked about before paper goes out."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hgkm_desktop.services import access, numbers
from hgkm_desktop.sheets.numbers import Number
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import day_in_full, day_of
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.handouts.number_form import NumberForm
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.dialog import Overlay
from hgkm_desktop.ui.widgets.labels import bold, hairline, label, muted
from hgkm_desktop.ui.widgets.strips import Banner, StatusLine

WIDTH = 600


class OldNumbers(QObject):
    """Goes on by itself (`again`) once every number is right; one "no" and nothing is printed."""

    def __init__(self, ctx: Context, old: Sequence[Number], again: Callable[[], object]) -> None:
        super().__init__(ctx)
        self._ctx, self._again = ctx, again
        self.rows = [NumberRow(number, day_of(ctx.now())) for number in old]
        self.refusal = Banner("", "am")
        self.overlay = Overlay(
            tr("Is this number still right?"),
            self._body(),
            text=tr("It was not checked for half a year. Call it, or look at the website."),
            cancel=tr("Do not print"),
            width=WIDTH,
        )
        self.form: NumberForm | None = None
        for row in self.rows:
            row.yes.clicked.connect(partial(self._on_right, row))
            row.no.clicked.connect(partial(self._on_wrong, row))

    def open(self, window: QWidget) -> None:
        """Ask over the page."""
        self.overlay.open(window)

    def _body(self) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        for place, row in enumerate(self.rows):
            if place:
                column.addWidget(hairline())
            column.addWidget(row)
        column.addWidget(self.refusal)
        self.refusal.hide()
        return body

    def _on_right(self, row: "NumberRow") -> None:
        self._ctx.call(numbers.check, row.number.key, today=day_of(self._ctx.now()))
        self._settled(row)

    def _settled(self, row: "NumberRow") -> None:
        row.settle()
        waiting = [each for each in self.rows if not each.is_right]
        if waiting:
            waiting[0].yes.setFocus(Qt.FocusReason.TabFocusReason)
            return
        self.overlay.close_overlay()
        self._again()

    def _on_wrong(self, row: "NumberRow") -> None:
        """Let who may put it right do so at once; for everybody else printing ends here."""
        if not self._ctx.may(*access.EDITORS):
            self.refusal.say(
                tr("A staff member or the coordinator can change the number."),
                "am",
                tr("Nothing is printed."),
            )
            self.refusal.show()
            return
        self.form = NumberForm(self._ctx, row.number)
        self.form.overlay.accepted.connect(partial(self._settled, row))
        self.form.open(self.overlay.window())


class NumberRow(QWidget):
    """A number, large, with whose it is and when it was last right."""

    def __init__(self, number: Number, today: object) -> None:
        super().__init__()
        self.number, self.is_right = number, False
        self.yes = make_button(tr("Yes, it is right"), icon="check", small=True)
        self.no = make_button(tr("No"), small=True)
        for button in (self.yes, self.no):
            button.setAccessibleDescription(f"{number.name} {number.number}")
        self._done = StatusLine("check-circle", tr("Checked today"))
        digits = label(number.number, "wizard-title")
        digits.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addWidget(bold(number.name, wrap=True))
        words.addWidget(digits)
        if number.checked_on is not None:
            day = day_in_full(number.checked_on)
            text = tr("Last checked: {day} {year}")
            words.addWidget(muted(text.format(day=day, year=number.checked_on.year), wrap=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(10))
        row.addLayout(words, 1)
        for part in (self.yes, self.no, self._done):
            row.addWidget(part)
        self._done.hide()

    def settle(self) -> None:
        """Show that this number is right."""
        self.is_right = True
        self.yes.hide()
        self.no.hide()
        self._done.show()
