"""Who came in last, in one line that goes away, and how many children she brought."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hgkm_desktop.services.registrations import MOST_CHILDREN
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.sessions.door_words import said_of
from hgkm_desktop.ui.views.sessions.door_work import Came
from hgkm_desktop.ui.widgets.buttons import icon_button
from hgkm_desktop.ui.widgets.icon_label import IconLabel
from hgkm_desktop.ui.widgets.labels import RichLine, explain, number

AFTER = 8_000
"""Milliseconds: long enough to read, and gone before the next visitor looks at the screen."""


class Said(QWidget):
    """`counted` asks for one child more or less; `over` tells that the line is going."""

    counted = Signal(int)
    over = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words = RichLine("")
        self.mark = IconLabel("check-circle", "oks", 22, "fill", circle=26)
        self.children_here = number("0")
        self.children_here.setFixedWidth(px(30))
        self.children_here.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.fewer = icon_button("minus", tr("One child fewer"), small=True)
        self.more = icon_button("plus", tr("One child more"), small=True)
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(AFTER)
        self.timer.timeout.connect(self.forget)
        self._lay_out()
        self.fewer.clicked.connect(self._on_fewer)
        self.more.clicked.connect(self._on_more)
        self.forget()

    @property
    def is_saying(self) -> bool:
        """Whether the line is on the screen, or would be if nobody typed."""
        return self.timer.isActive()

    def say(self, came: Came, *, veiled: bool) -> None:
        """Say who came in, for a while."""
        self.show_words(came, veiled=veiled)
        self.timer.start()

    def show_words(self, came: Came, *, veiled: bool) -> None:
        """Say it in other words, no longer than before."""
        strong, text = said_of(came, veiled=veiled)
        self.words.say(strong, text)
        brought = came.registration.children
        self.children_here.setText(str(brought))
        self.fewer.setEnabled(brought > 0)
        self.more.setEnabled(brought < MOST_CHILDREN)

    def forget(self) -> None:
        """Take the line away; nothing of her stays on the screen."""
        self.timer.stop()
        self.over.emit()
        self.hide()
        self.words.say("")
        self.children_here.setText("0")

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(10))
        row.addWidget(self.mark)
        row.addWidget(self.words, 1)
        row.addWidget(IconLabel("baby", "mut", 20))
        row.addWidget(explain(tr("Children along")))
        for part in (self.fewer, self.children_here, self.more):
            row.addWidget(part)
        for button in (self.fewer, self.more):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def _on_fewer(self) -> None:
        self.counted.emit(-1)

    def _on_more(self) -> None:
        self.counted.emit(1)
