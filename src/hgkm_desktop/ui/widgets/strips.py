"""Strips that say something: may we call, what happened, what to look at (LOOK.md 4)."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.icon_label import IconLabel
from hgkm_desktop.ui.widgets.labels import RichLine, bold, explain, muted
from hgkm_desktop.ui.widgets.painting import round_box, start

_TOP = Qt.AlignmentFlag.AlignTop
_SAFE = {
    "may": ("ok", "phone-call"),
    "not_now": ("am", "clock"),
    "expired": ("rd", "phone-x"),
    "none": ("nt", "phone-slash"),
}
_BANNER = {"bl": "info", "ok": "check-circle", "am": "warning", "rd": "warning-octagon"}


class Strip(QFrame):
    """A tinted round ground in one of the five tones."""

    def __init__(self, tone: str) -> None:
        super().__init__()
        self._tone = tone
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_tone(self, tone: str) -> None:
        """Change the colour."""
        self._tone = tone
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        round_box(start(self), QRectF(self.rect()), px(10), f"{self._tone}t")


class SafeStrip(Strip):
    """Whether we may call: may, not_now, expired or none. Icon, words and colour together."""

    def __init__(self, state: str, strong: str, text: str = "") -> None:
        tone, icon = _SAFE[state]
        super().__init__(tone)
        self.words = RichLine(strong, text, tone)
        self.setAccessibleName(f"{strong} {text}".strip())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(px(9), px(8), px(12), px(8))
        layout.setSpacing(px(11))
        layout.addWidget(IconLabel(icon, f"{tone}t", 18, "fill", tone, 30), 0, _TOP)
        layout.addWidget(self.words, 1)


class Banner(Strip):
    """Something to know (bl), that went well (ok), to look at (am), or that went wrong (rd)."""

    def __init__(self, text: str, tone: str = "bl", bold: str = "", icon: str = "") -> None:
        super().__init__(tone)
        self._mark = IconLabel(icon or _BANNER[tone], tone, 19, "fill", circle=21)
        self.words = RichLine(bold, text)
        self._mark.stand_beside(f"{bold}{text}")
        self.setAccessibleName(f"{bold} {text}".strip())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(px(13), px(10), px(13), px(10))
        layout.setSpacing(px(12))
        layout.addWidget(self._mark, 0, _TOP)
        layout.addWidget(self.words, 1)

    def say(self, text: str, tone: str, strong: str = "") -> None:
        """Show other words in another tone."""
        self.set_tone(tone)
        self._mark.show_icon(_BANNER[tone], tone)
        self._mark.stand_beside(f"{strong}{text}")
        self.words.say(strong, text)
        self.setAccessibleName(f"{strong} {text}".strip())


class Callout(Strip):
    """A question with its answers, inside a panel."""

    def __init__(
        self, title: str, text: str, icon: str = "users", *answers: QWidget, tone: str = "bl"
    ) -> None:
        super().__init__(tone)
        self.setAccessibleName(title)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(px(12), px(10), px(12), px(12))
        layout.setSpacing(px(12))
        mark = IconLabel(icon, tone, 20, circle=21)
        mark.stand_beside(title, 14)
        layout.addWidget(mark, 0, _TOP)
        column = QVBoxLayout()
        column.setSpacing(px(1))
        heading = explain(title, wrap=True)
        heading.setProperty("role", "label")
        column.addWidget(heading)
        column.addWidget(explain(text, wrap=True))
        if answers:
            row = QHBoxLayout()
            row.setContentsMargins(0, px(7), 0, 0)
            row.setSpacing(px(8))
            for answer in answers:
                row.addWidget(answer)
            row.addStretch(1)
            column.addLayout(row)
        layout.addLayout(column, 1)


class Fact(QWidget):
    """An icon on a round ground, a few bold words and an explanation."""

    def __init__(self, icon: str, title: str, text: str) -> None:
        super().__init__()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(13))
        layout.addWidget(IconLabel(icon, "pri", 20, "regular", "prit", 40), 0, _TOP)
        column = QVBoxLayout()
        column.setSpacing(px(2))
        column.addWidget(bold(title, wrap=True))
        column.addWidget(muted(text, wrap=True))
        column.addStretch(1)
        layout.addLayout(column, 1)


class StatusLine(QWidget):
    """An icon in a tone, words, and perhaps an explanation under them."""

    def __init__(self, icon: str, text: str, tone: str = "oks", explanation: str = "") -> None:
        super().__init__()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(8))
        layout.addWidget(IconLabel(icon, tone, 20, "fill", circle=22))
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(bold(text, wrap=True) if explanation else explain(text, wrap=True))
        if explanation:
            column.addWidget(muted(explanation, wrap=True))
        layout.addLayout(column, 1)
