"""The neighbourhood at night with a clock above it; tells nothing about the program (02b)."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from hgkm_desktop import clock
from hgkm_desktop.ui.style import color
from hgkm_desktop.ui.widgets.clock_face import ClockFace
from hgkm_desktop.ui.widgets.painting import start
from hgkm_desktop.ui.widgets.skyline import Skyline, sky

DESIGNED = 868
"""The height of the mock-up; in a lower window everything moves up by as much."""
ALONE, ABOVE_A_CARD = 150, 72


class Night(QWidget):
    """Fills the window; a smaller clock leaves room for a card below it."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__()
        self.clock = ClockFace(lambda: clock.local(now()))
        self._street = Skyline("lock")
        self._top = ALONE
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        for part in (self._street, self.clock):
            part.setParent(self)

    def make_room(self, for_a_card: bool) -> None:
        """Let the clock be small and high, or large and alone."""
        self._top = ABOVE_A_CARD if for_a_card else ALONE
        self.clock.set_large(not for_a_card)
        self._arrange()

    def below_the_clock(self) -> int:
        """Return where there is room for a card."""
        return self.clock.geometry().bottom() + 1

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep clock and street in their places."""
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sky."""
        start(self).fillRect(self.rect(), color(sky("lock")))

    def _arrange(self) -> None:
        self._street.setGeometry(self.rect())
        top = round(self._top * self.height() / DESIGNED)
        self.clock.setGeometry(0, top, self.width(), self.clock.sizeHint().height())
