"""How the parts of a sheet stand together: head, paper with the advice beside it, foot."""

from PySide6.QtCore import QPointF, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from hgkm_desktop.ui.style import color, px
from hgkm_desktop.ui.views.handouts.advice_box import AdviceBox
from hgkm_desktop.ui.views.handouts.cover_box import CoverBox
from hgkm_desktop.ui.views.handouts.foot import Foot
from hgkm_desktop.ui.views.handouts.head import Head
from hgkm_desktop.ui.views.handouts.preview import LivePreview
from hgkm_desktop.ui.widgets.card import Card
from hgkm_desktop.ui.widgets.painting import hairline_at, sides, start
from hgkm_desktop.ui.widgets.scroll import FittingScroll

SIDE, LOW_BELOW = 240, 660


class PanelFrame(Card):
    """Everything that can be pressed around the paper; what it means is not decided here."""

    print_asked = Signal()
    save_asked = Signal()
    menu_asked = Signal()
    large_asked = Signal()
    card_asked = Signal()

    def __init__(self, preview: LivePreview, may_edit: bool) -> None:
        super().__init__(clip=True)
        self.head, self.preview, self.foot = Head(may_edit), preview, Foot()
        self.advice, self.covers = AdviceBox(), CoverBox()
        self._side = QStackedWidget()
        self._lay_out()
        self.head.menu_asked.connect(self.menu_asked)
        self.advice.card_asked.connect(self.card_asked)
        self.foot.print_asked.connect(self.print_asked)
        self.foot.save_asked.connect(self.save_asked)
        self.foot.large_asked.connect(self.large_asked)

    def take_focus(self) -> None:
        """Bring the keyboard to the languages."""
        self.head.take_focus()

    def show_covers(self, on: bool) -> None:
        """Show the covers of the card beside the paper, or the questions."""
        self._side.setCurrentIndex(int(on))

    def hasHeightForWidth(self) -> bool:
        """Take the height there is: wrapped words would push the foot out of the window."""
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand closer together on a low screen."""
        super().resizeEvent(event)
        self.advice.fit(is_low=event.size().height() < px(LOW_BELOW))

    def _lay_out(self) -> None:
        asked = QWidget()
        column = QVBoxLayout(asked)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(FittingScroll(self.advice))
        column.addWidget(self.advice.strip)
        column.addStretch(1)
        column.addWidget(self.advice.card_button)
        self._side.addWidget(asked)
        self._side.addWidget(FittingScroll(self.covers))
        self._side.setFixedWidth(px(SIDE))
        ground = _Ground()
        row = QHBoxLayout(ground)
        row.setContentsMargins(*sides(ground, 2, 1, 18, 1))
        row.setSpacing(px(4))
        row.addWidget(self.preview, 1)
        side = QVBoxLayout()
        side.setContentsMargins(0, px(10), 0, px(10))
        side.addWidget(self._side)
        row.addLayout(side)
        for part, stretch in ((self.head, 0), (ground, 1), (self.foot, 0)):
            self.add(part, stretch)


class _Ground(QWidget):
    """What the paper lies on."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, with a line above and below."""
        painter, whole = start(self), self.rect()
        painter.fillRect(whole, color("sunk"))
        for y in (0.5, whole.height() - 0.5):
            hairline_at(painter, QPointF(0, y), QPointF(whole.width(), y))
