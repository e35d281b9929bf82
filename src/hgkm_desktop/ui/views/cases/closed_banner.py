"""After stopping: the door stays open, beginning again is one click, and we ask after her."""

from datetime import date
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from hgkm_desktop.services.cases import CasePage
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import day_of, day_without_weekday
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.cases.aftercare import open_aftercare
from hgkm_desktop.ui.views.cases.case_menu import begin_again
from hgkm_desktop.ui.views.cases.case_tab import emptied
from hgkm_desktop.ui.widgets.buttons import Button, make_button
from hgkm_desktop.ui.widgets.strips import Banner


class ClosedBanner(QWidget):
    """Hidden while we stand beside her."""

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self.ctx = ctx
        self.page: CasePage | None = None
        self.again: Button | None = None
        self.ask: Button | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(px(10))
        self.hide()

    def show_case(self, page: CasePage) -> None:
        """Show that it stopped and what is planned, or hide."""
        self.page = page
        emptied(self._row)
        self.again = self.ask = None
        closing = page.standing.holding.closing if page.standing.holding is not None else None
        if closing is None:
            self.hide()
            return
        today = day_of(self.ctx.now())
        stopped = tr("Stopped on {day}. The door stays open.")
        strong = stopped.format(day=day_without_weekday(closing.on, today))
        days = page.standing.aftercare()
        self._row.addWidget(Banner(_planned(days, today), "bl", strong, "door-open"), 1)
        if days and days[0] <= today:
            self.ask = make_button(tr("Ask how it goes"), icon="heart")
            self.ask.clicked.connect(partial(self._on_ask_clicked, days[0]))
            self._row.addWidget(self.ask)
        self.again = make_button(tr("Begin again"), "primary")
        self.again.clicked.connect(self._on_again_clicked)
        self._row.addWidget(self.again)
        self.show()

    def _on_again_clicked(self) -> None:
        if self.page is not None:
            begin_again(self.ctx, self.page)

    def _on_ask_clicked(self, planned: date) -> None:
        if self.page is not None:
            open_aftercare(self.ctx, self.page, planned, self.window())


def _planned(days: list[date], today: date) -> str:
    if not days:
        return tr("Nothing is planned.")
    words = ", ".join(day_without_weekday(day, today) for day in days)
    return tr("We ask after her on {days}.").format(days=words)
