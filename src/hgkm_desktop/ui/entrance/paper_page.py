"""The key ring was emptied: the code on paper puts this computer's secret back."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hgkm_desktop.errors import Invalid
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.background import Background
from hgkm_desktop.ui.entrance.beside import run_for
from hgkm_desktop.ui.entrance.enter import is_enter
from hgkm_desktop.ui.entrance.trouble import Trouble
from hgkm_desktop.ui.entrance.typed_code import CodeField
from hgkm_desktop.ui.style import color, px
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.fields import Field
from hgkm_desktop.ui.widgets.labels import lead, muted, wizard_title
from hgkm_desktop.ui.widgets.painting import round_box, start
from hgkm_desktop.ui.widgets.skyline import Skyline

WIDTH = 640


class PaperPage(QWidget):
    """Asks for the code. `done` comes when the key ring holds the secret again."""

    done = Signal()
    left = Signal()

    def __init__(self, folder: Path, background: Background) -> None:
        super().__init__()
        self._folder, self._background = folder, background
        self._street = Skyline("faint")
        self._street.setParent(self)
        self.typed = CodeField()
        self.code = Field(tr("Code on the sheet"), self.typed)
        self.trouble = Trouble()
        self.back = make_button(tr("Back"), big=True)
        self.start = make_button(tr("Put the secret back"), kind="primary", big=True)
        self.busy = muted("", wrap=True)
        self.back.clicked.connect(self.left)
        self.start.clicked.connect(self._on_start_clicked)
        self.typed.textChanged.connect(self._on_typed)
        self._place()
        self._on_typed()

    def arrive(self) -> None:
        """Start at the code."""
        self.code.take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter begin."""
        if is_enter(event):
            self.start.click()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the street at the bottom."""
        super().resizeEvent(event)
        self._street.setGeometry(self.rect())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the page."""
        start(self).fillRect(self.rect(), color("page"))

    def _place(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(px(12))
        buttons.addWidget(self.start)
        buttons.addWidget(self.busy, 1)
        buttons.addWidget(self.back)
        sheet = _Sheet()
        sheet.setFixedWidth(px(WIDTH))
        inner = QVBoxLayout(sheet)
        inner.setContentsMargins(px(40), px(34), px(40), px(30))
        inner.setSpacing(0)
        inner.addWidget(wizard_title(tr("Take the recovery sheet")))
        inner.addSpacing(px(8))
        inner.addWidget(lead(tr("With the code the secret comes back into the key ring.")))
        inner.addSpacing(px(24))
        for part in (self.code, self.trouble):
            inner.addWidget(part)
            inner.addSpacing(px(14))
        inner.addLayout(buttons)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(px(24), px(64), px(24), px(24))
        outer.addWidget(sheet, 0, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        outer.addStretch(1)

    def _set_busy(self, said: str) -> None:
        self.busy.setText(said)
        for part in (self.code, self.back, self.start):
            part.setEnabled(not said)

    def _on_typed(self) -> None:
        self.code.clear()
        self.start.setEnabled(self.typed.is_full())

    def _on_start_clicked(self) -> None:
        self.trouble.clear()
        self._set_busy(tr("One moment…"))
        work = partial(_put_back, self._folder, self.typed.text())
        run_for(self, self._background, work, self._on_put_back, self._on_failed)

    def _on_put_back(self, _nothing: None) -> None:
        self._set_busy("")
        self.typed.clear()
        self.done.emit()

    def _on_failed(self, error: Exception) -> None:
        self._set_busy("")
        if isinstance(error, Invalid) and "code" in error.problems:
            self.code.complain(error.problems["code"])
            self.code.take_focus()
        else:
            self.trouble.tell(error)
            self.start.setFocus()


class _Sheet(QWidget):
    """The white card in the middle."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card."""
        round_box(start(self), QRectF(self.rect()), px(16), "card", "line")


def _put_back(folder: Path, typed: str) -> None:
    from hgkm_desktop.vault.restoring import put_secret_back

    put_secret_back(folder, typed)
