"""Beside the steps, to be read: the red flags (R-191), and what advice and a report are.

Nothing here can be ticked, counted or kept.
"""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hgkm_desktop.rules.guide import Guide, with_numbers
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.forms.fold_card import FoldCard
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.buttons import make_button


class GuideAside(QWidget):
    """Three cards that fold, and the way to the log of advice."""

    advice_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.flags, self.advice, self.report = FoldCard(""), FoldCard(""), FoldCard("")
        self.log = make_button(tr("Advice we asked"), icon="chats-circle", small=True)
        self.log.clicked.connect(self.advice_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        for part in (self.flags, self.advice, self.report, self.log):
            column.addWidget(part)
        self.hide()

    def show_guide(self, guide: Guide, digits: Mapping[str, str]) -> None:
        """Show the words that fit the organisation."""
        flags, advice, report = guide.red_flags, guide.advice, guide.report
        then = with_numbers(guide.then, digits)
        self.flags.show_lines(flags.heading, with_numbers(flags.lines, digits), then)
        self.advice.show_lines(advice.heading, with_numbers(advice.lines, digits))
        self.report.show_lines(report.heading, with_numbers(report.lines, digits))
        self.show()
