"""The binding beside the first start: the book, the steps, the neighbourhood below (01a)."""

from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hgkm_desktop.texts import tr
from hgkm_desktop.ui.entrance.margins import margins
from hgkm_desktop.ui.style import color, px
from hgkm_desktop.ui.widgets.painting import start
from hgkm_desktop.ui.widgets.rail_ends import Brand
from hgkm_desktop.ui.widgets.skyline import Skyline
from hgkm_desktop.ui.widgets.steps import StepList

WIDTH = 340


class StepRail(QWidget):
    """Shows where in the first start you are."""

    def __init__(self) -> None:
        super().__init__()
        self.steps = StepList(
            [
                (tr("Organisation"), tr("Name and place")),
                (tr("Coordinator"), tr("The first person")),
                (tr("Passphrase"), tr("Your key")),
                (tr("Recovery sheet"), tr("For when things go wrong")),
            ]
        )
        self._skyline = Skyline("rail")
        self._skyline.setParent(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(margins(self, px(34), px(30), px(20), 0))
        layout.setSpacing(px(30))
        layout.addWidget(Brand(tr("Buurtlogboek"), large=True))
        layout.addWidget(self.steps)
        layout.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the neighbourhood stand on the bottom."""
        super().resizeEvent(event)
        self._skyline.setGeometry(self.rect())
        self._skyline.lower()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the binding."""
        start(self).fillRect(self.rect(), color("bind"))
