"""Everything that ends: how long still, what happens that day, and who is there then (06e).

R-206, R-210: a restraining order lasts at most twenty-eight days from its start, a time-out place
at most four weeks, and where that is, nobody writes down.
"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hgkm_desktop.rules.all_clocks import Running, clocks_of
from hgkm_desktop.rules.clocks import Kind
from hgkm_desktop.services import around_her, members
from hgkm_desktop.services.cases import CasePage
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.forms.dashed_card import DashedCard
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.cases import clock_words
from hgkm_desktop.ui.views.cases.case_tab import CaseTab, emptied, scrolling
from hgkm_desktop.ui.views.cases.clock_card import ClockCard
from hgkm_desktop.ui.views.cases.clock_form import ClockForm, FollowingForm, LongerForm
from hgkm_desktop.ui.views.cases.way import Way
from hgkm_desktop.ui.widgets.even_columns import EvenColumns

_NARROWEST = 400


class ClocksTab(CaseTab):
    """A card for each clock, what ends first in front; restraining orders over the whole width."""

    def __init__(self, ctx: Context, way: Way) -> None:
        super().__init__(ctx, way)
        self.cards: Sequence[ClockCard] = ()
        self.new_clock = DashedCard(tr("New clock"))
        inside, grid = QWidget(), QWidget()
        self._column = QVBoxLayout()
        self._column.setSpacing(px(14))
        self._grid = EvenColumns(_NARROWEST, 14)
        grid.setLayout(self._grid)
        self._grid.addWidget(self.new_clock)
        whole = QVBoxLayout(inside)
        whole.setContentsMargins(0, 0, 0, px(12))
        whole.setSpacing(px(14))
        whole.addLayout(self._column)
        whole.addWidget(grid)
        whole.addStretch(1)
        scrolling(self, inside)
        self.new_clock.clicked.connect(self._on_new_clicked)

    def fill(self, page: CasePage) -> None:
        """Show everything that ends, as it stands at this moment."""
        now = self.ctx.now()
        colors = {each.name: each.color for each in self.ctx.call(members.names).values()}
        self._grid.removeWidget(self.new_clock)
        emptied(self._column)
        emptied(self._grid)
        self.cards = [
            ClockCard(each, now, colors, veiled=self.ctx.veiled)
            for each in sorted(clocks_of(page.standing, now), key=_is_small)
        ]
        for card in self.cards:
            (self._grid if _is_small(card.running) else self._column).addWidget(card)
            card.change_asked.connect(self._on_change_asked)
            card.longer_asked.connect(self._on_longer_asked)
            card.away_asked.connect(self._on_away_asked)
        self._grid.addWidget(self.new_clock)
        self._in_order()

    def _in_order(self) -> None:
        """Let Tab follow the reading order; the new clock was made before the cards."""
        before: QWidget | None = None
        for part in (*(stop for card in self.cards for stop in card.stops()), self.new_clock):
            if before is not None:
                QWidget.setTabOrder(before, part)
            before = part

    def _on_new_clicked(self) -> None:
        self.open_form(ClockForm(self.ctx, self.case_id))

    def _on_change_asked(self, running: Running) -> None:
        form = ClockForm if running.is_of_the_law else FollowingForm
        self.open_form(form(self.ctx, self.case_id, running))

    def _on_longer_asked(self, running: Running) -> None:
        self.open_form(LongerForm(self.ctx, self.case_id, running))

    def _on_away_asked(self, running: Running) -> None:
        self.ctx.confirm(
            tr("Put this clock away?"),
            tr("{name} stays in the timeline.").format(
                name=clock_words.title(running, veiled=self.ctx.veiled)
            ),
            tr("Put away"),
            partial(self._put_away, running),
        )

    def _put_away(self, running: Running) -> None:
        self.ctx.call(around_her.end_clock, self.case_id, running.source, now=self.ctx.now())
        self.ctx.notify(tr("The clock is put away."))
        self.new_clock.setFocus(Qt.FocusReason.OtherFocusReason)


def _is_small(running: Running) -> bool:
    """Say whether a clock needs no more than half the width."""
    return running.kind is not Kind.RESTRAINING_ORDER
