"""Below the paper: how many, to the printer, or as a file."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hgkm_desktop.texts import tr
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.handouts.stepper import Stepper
from hgkm_desktop.ui.widgets.buttons import icon_button, make_button
from hgkm_desktop.ui.widgets.labels import explain

ROOM_FOR_WORDS, ROOM_FOR_LARGE = 600, 700


class Foot(QWidget):
    """The one filled button of the page, and what belongs to it."""

    print_asked = Signal()
    save_asked = Signal()
    large_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._promise = explain(tr("There is never a name on the sheet."), wrap=True)
        self.large = make_button(tr("Large on the screen"), icon="text-aa")
        self.save = icon_button("floppy-disk", tr("Save as a file"))
        self.copies = Stepper()
        self.print = make_button(tr("Print to read here"), "primary", "printer")
        row = QHBoxLayout(self)
        row.setContentsMargins(px(18), px(12), px(18), px(12))
        row.setSpacing(px(10))
        row.addWidget(self._promise, 1)
        row.addStretch(0)
        for part in (self.large, self.save, self.copies, self.print):
            row.addWidget(part)
        self.large.clicked.connect(self.large_asked)
        self.save.clicked.connect(self.save_asked)
        self.print.clicked.connect(self.print_asked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the sentence where there is no room for it."""
        super().resizeEvent(event)
        self._make_room()

    def offer(self, *, may_go_home: bool, is_read_aloud: bool) -> None:
        """Say on the button what the paper is for; a text to be read needs no paper at all."""
        self.print.setText(tr("Print") if may_go_home else tr("Print to read here"))
        self.large.setVisible(is_read_aloud)
        self._make_room()

    def _make_room(self) -> None:
        is_read_aloud = not self.large.isHidden()
        self._promise.setHidden(is_read_aloud or self.width() < px(ROOM_FOR_WORDS))
        words = tr("Large on the screen")
        self.large.setText("" if self.width() < px(ROOM_FOR_LARGE) else words)
        self.large.setAccessibleName(words)
        self.large.setToolTip(words)
