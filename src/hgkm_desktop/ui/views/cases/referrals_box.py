"""To whom she, or he, was shown the way, and how far it came (R-201, R-202)."""

from datetime import date
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hgkm_desktop.rules.bodies import Referral
from hgkm_desktop.rules.lists import ATTENDED, ReferralStatus
from hgkm_desktop.rules.words import word
from hgkm_desktop.services.cases import CasePage
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import day_as_spoken, day_of
from hgkm_desktop.ui.names import inside
from hgkm_desktop.ui.views.cases.referral_forms import HowFarForm, ReferralForm
from hgkm_desktop.ui.views.cases.with_her import Rows, line_of
from hgkm_desktop.ui.widgets.badges import Badge
from hgkm_desktop.ui.widgets.buttons import Button, make_button
from hgkm_desktop.ui.widgets.icon_label import IconLabel
from hgkm_desktop.ui.widgets.labels import body, muted

OVER = frozenset({ReferralStatus.STOPPED, ReferralStatus.REFUSED, ReferralStatus.NOT_AVAILABLE})
"""A way that leads nowhere now; it may open again, so it stays."""


class ReferralsBox(Rows):
    """One row for each way that was shown, what still leads somewhere in front."""

    def __init__(self, ctx: Context) -> None:
        super().__init__("path", tr("Ways that were shown"), tr("Way"))
        self._ctx = ctx
        self._page: CasePage | None = None
        self.asks: list[Button] = []
        self.add.clicked.connect(self._on_added)

    def show_page(self, page: CasePage) -> None:
        """Show how far each way came."""
        self._page, self.asks = page, []
        today = day_of(self._ctx.now())
        shown = sorted(page.standing.referrals.values(), key=_is_over)
        self.fill([self._row(each, today) for each in shown], tr("No way was shown yet."))

    def _row(self, shown: Referral, today: date) -> QWidget:
        asks = make_button(tr("How far is it?"), small=True)
        asks.setAccessibleName(f"{asks.text()} {word(shown.kind)}, {shown.by}")
        asks.clicked.connect(partial(self._on_asked, shown))
        self.asks.append(asks)
        icon, tone = _mark(shown.status)
        badge = Badge(word(shown.status), tone)
        return line_of(IconLabel(icon, "mut", 19), _words(shown, today), badge, asks)

    def _on_added(self) -> None:
        if self._page is not None:
            ReferralForm(self._ctx, self._page).open(self.window())

    def _on_asked(self, shown: Referral) -> None:
        if self._page is not None:
            HowFarForm(self._ctx, self._page, shown).open(self.window())


def _words(shown: Referral, today: date) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(body(word(shown.kind), wrap=True))
    day = tr("since {day}").format(day=day_as_spoken(shown.on, today))
    said = tr(", ").join((inside(shown.by), inside(word(shown.area)), day))
    column.addWidget(muted(said, wrap=True))
    return holder


def _mark(status: ReferralStatus) -> tuple[str, str]:
    if status in ATTENDED:
        return "check-circle", "ok"
    return ("x-circle", "nt") if status in OVER else ("circle", "bl")


def _is_over(shown: Referral) -> bool:
    return shown.status in OVER
