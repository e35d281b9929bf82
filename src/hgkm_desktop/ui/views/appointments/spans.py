"""The week and the month: one of them is seen, and one goes from day to day in it."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import day_of
from hgkm_desktop.ui.views.appointments.bar import MONTH, WEEK
from hgkm_desktop.ui.views.appointments.month_page import MonthPage
from hgkm_desktop.ui.views.appointments.week_page import WeekPage


class Spans(QStackedWidget):
    """Knows which days are seen; what there is in them is shown by whoever hears `turned`."""

    turned = Signal()

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self._ctx = ctx
        today = day_of(ctx.now())
        self.week, self.month = WeekPage(ctx, today), MonthPage(ctx, today)
        for page in (self.week, self.month):
            self.addWidget(page)
            page.stepped.connect(self.step)
        self.month.day_chosen.connect(self._on_day_chosen)

    @property
    def here(self) -> WeekPage | MonthPage:
        """The week or the month, whichever is seen."""
        return self.month if self.currentWidget() is self.month else self.week

    @property
    def span(self) -> str:
        """How much is seen at once."""
        return MONTH if self.here is self.month else WEEK

    def show_span(self, span: str) -> None:
        """Show a week or a month, around the same day."""
        if span == self.span:
            return
        (first, last), today = self.here.days, day_of(self._ctx.now())
        before = self.month.first if span == WEEK else self.week.monday
        self.turn_to(span, today if first <= today <= last else before)

    def turn_to(self, span: str, day: date) -> None:
        """Show the week or month of a day."""
        self.setCurrentWidget(self.week if span == WEEK else self.month)
        self.go_to(day)

    def go_to(self, day: date) -> None:
        """Show this day in what is seen."""
        self.here.go_to(day)
        self.turned.emit()

    def go_to_today(self) -> None:
        """Show this week or month again."""
        self.go_to(day_of(self._ctx.now()))

    def step(self, count: int) -> None:
        """Show some weeks or months on."""
        self.here.step(count)
        self.turned.emit()

    def _on_day_chosen(self, day: date) -> None:
        self.turn_to(WEEK, day)
        self.week.take_focus()
