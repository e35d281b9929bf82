"""Above a correction: that her text of earlier is still there, or that somebody was before her."""

from datetime import datetime
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hgkm_desktop.errors import Conflict
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.dates import time_of
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.walk_ins import words
from hgkm_desktop.ui.views.walk_ins.margins import set_margins
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.labels import body, form_label
from hgkm_desktop.ui.widgets.strips import Banner


class TwoVersions(QWidget):
    """Hidden while there is only one version. `take_stored` asks for the stored one in the form."""

    take_stored = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.banner = Banner("")
        self.take_button = make_button(tr("Start from what is stored"), small=True)
        self._lines = QWidget()
        self._page = QVBoxLayout(self)
        self._page.setContentsMargins(0, 0, 0, px(8))
        self._page.setSpacing(px(8))
        for part in (self.banner, self._lines):
            self._page.addWidget(part)
        self._page.addWidget(self.take_button, 0, Qt.AlignmentFlag.AlignLeading)
        self.take_button.clicked.connect(self._on_taken)
        self.hide()

    def say_restored(self, kept_at: str | None) -> None:
        """Say that what was typed earlier is back."""
        at = time_of(datetime.fromisoformat(kept_at)) if kept_at else ""
        self.banner.say(tr("Your text of {time} is still here.").format(time=at), "bl")
        self._show_lines([])
        self.show()

    def compare(self, conflict: Conflict, stored: dict[str, Any], mine: dict[str, Any]) -> None:
        """Show how the visit reads now, where it differs from what stands in the form."""
        self.banner.say(conflict.hint, "am", conflict.title)
        said = words.differences(stored, mine)
        self._show_lines([f"{each.name}: {each.text}" for each in said])
        self.show()

    def say_gone(self, conflict: Conflict) -> None:
        """Say that there is nothing left to correct; the text in the form stays to be read."""
        self.banner.say(conflict.hint, "am", conflict.title)
        self._show_lines([])
        self.take_button.hide()
        self.show()

    def _show_lines(self, lines: list[str]) -> None:
        fresh = QWidget()
        column = QVBoxLayout(fresh)
        set_margins(column, 4, 0, 0, 0)
        column.setSpacing(px(2))
        if lines:
            column.addWidget(form_label(tr("This is stored now")))
        for line in lines:
            column.addWidget(body(words.breakable(line), wrap=True))
        self._page.replaceWidget(self._lines, fresh)
        self._lines.deleteLater()
        self._lines = fresh

    def _on_taken(self) -> None:
        self.hide()
        self.take_stored.emit()
