"""Under a note: whether it is kept, and the two ways on (07)."""

from datetime import datetime

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from hgkm_desktop.texts import tr
from hgkm_desktop.ui.dates import time_of
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.icon_label import IconLabel
from hgkm_desktop.ui.widgets.labels import label, muted


class NoteFoot(QWidget):
    """Says "Bewaard om 9.41"; a failure says so and that the text is still there."""

    def __init__(self) -> None:
        super().__init__()
        self._mark = IconLabel("check-circle", "ok", 19, "fill")
        self.state: QLabel = label("", "okay")
        self.more = muted("", wrap=True)
        self.later = make_button(tr("Continue later"))
        self.seal = make_button(tr("Seal"), "primary", "seal-check", key_hint="Ctrl ⏎")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        row.addWidget(self._mark)
        row.addWidget(self.state)
        row.addSpacing(px(6))
        row.addWidget(self.more, 1)
        row.addSpacing(px(6))
        row.addWidget(self.later)
        row.addSpacing(px(6))
        row.addWidget(self.seal)
        self.say_new()

    def say_new(self) -> None:
        """Say that nothing is kept yet, because nothing is typed."""
        self._say("", "", tr("What you type is kept by itself."))
        self._mark.hide()

    def say_kept(self, at: datetime) -> None:
        """Say when it was kept last."""
        kept = tr("Saved at {time}").format(time=time_of(at))
        self._say("okay", kept, tr("This is a draft. You may stop and continue later."))
        self._mark.show_icon("check-circle", "ok")
        self._mark.show()

    def say_failed(self) -> None:
        """Say that keeping failed; it is tried again."""
        told = tr("Your text is still here. We try again by itself.")
        self._say("problem", tr("Saving did not work."), told)
        self._mark.show_icon("warning-circle", "rd")
        self._mark.show()

    def _say(self, role: str, state: str, more: str) -> None:
        self.state.setText(state)
        self.state.setAccessibleName(state)
        self.more.setText(more)
        if role and self.state.property("role") != role:
            self.state.setProperty("role", role)
            self.state.style().polish(self.state)
