"""The calls for advice as cards below each other, the newest first."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hgkm_desktop.models import Member
from hgkm_desktop.services.advice_log import AdviceLine
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.dates import day_in_full
from hgkm_desktop.ui.forms.fold_card import empty
from hgkm_desktop.ui.names import shown
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.card import Card
from hgkm_desktop.ui.widgets.empty import Empty
from hgkm_desktop.ui.widgets.labels import bold, explain, muted, small

AT_A_TIME = 20


class AdviceLines(QWidget):
    """Shows a few at a time; older ones come when they are asked for."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: Sequence[AdviceLine] = ()
        self._names: Mapping[UUID, Member] = {}
        self._today, self._veiled, self._shown = date.min, False, 0
        self._cards = QVBoxLayout()
        self._cards.setSpacing(px(10))
        self.nothing = Empty(
            tr("No advice noted yet"),
            tr("Did you call for advice? Write down what it was."),
            drawing=False,
        )
        self.older = make_button(tr("Show older ones"), "quiet", "caret-down")
        self.older.clicked.connect(self._show_more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        column.addWidget(self.nothing)
        column.addLayout(self._cards)
        column.addWidget(self.older)
        column.addStretch(1)

    def show_lines(
        self,
        lines: Sequence[AdviceLine],
        names: Mapping[UUID, Member],
        today: date,
        veiled: bool,
    ) -> None:
        """Show these instead of those before; under the veil only the days."""
        self._lines, self._names, self._today, self._veiled = lines, names, today, veiled
        self._shown = 0
        empty(self._cards)
        self.nothing.setVisible(not lines)
        self._show_more()

    def _show_more(self) -> None:
        for line in self._lines[self._shown : self._shown + AT_A_TIME]:
            self._cards.addWidget(self._card(line))
        self._shown += AT_A_TIME
        self.older.setVisible(self._shown < len(self._lines))

    def _card(self, line: AdviceLine) -> Card:
        card, advice = Card(spacing=1), line.advice
        card.add(bold(day_in_full(advice.on, self._today)))
        writer = self._names.get(line.made_by)
        if writer is not None:
            name = shown(writer.name, self._veiled)
            card.add(muted(tr("Noted by {name}").format(name=name), wrap=True))
        if self._veiled:
            card.add(explain(tr("Texts are hidden now."), wrap=True))
            return card
        for heading, text in (
            (tr("Question"), advice.asked),
            (tr("Answer"), advice.answer),
            (tr("After that"), advice.next_step),
        ):
            if text:
                card.body.addSpacing(px(6))
                card.add(small(heading))
                card.add(explain(text, wrap=True))
        return card
