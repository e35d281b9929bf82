"""One line of the day's counters: a topic, its number, one less, one more."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hgkm_desktop.texts import tr
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.buttons import icon_button
from hgkm_desktop.ui.widgets.key_cap import KeyCap
from hgkm_desktop.ui.widgets.labels import body, number


class Counter(QWidget):
    """Asks to count; what the number is, the log says."""

    counted = Signal(int)

    def __init__(self, key: str, topic: str) -> None:
        super().__init__()
        self._topic, self._number = topic, 0
        self.number = number("0")
        self.number.setFixedWidth(px(44))
        self.number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.less = icon_button("minus", tr("{topic}: one less").format(topic=topic), small=True)
        self.more = icon_button("plus", tr("{topic}: one more").format(topic=topic), small=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        cap = KeyCap(key) if key else QWidget()
        cap.setFixedWidth(px(24))
        row.addWidget(cap)
        row.addWidget(body(topic), 1)
        for part in (self.less, self.number, self.more):
            row.addWidget(part)
        self.less.clicked.connect(self._on_less)
        self.more.clicked.connect(self._on_more)
        self.show_number(0)

    def show_number(self, count: int) -> None:
        """Show how often the topic was counted."""
        self._number = count
        self.number.setText(str(count))
        self.number.setAccessibleName(f"{self._topic}: {count}")
        self.less.setEnabled(count > 0 and self.isEnabled())

    def count(self, by: int) -> None:
        """Ask to count one more or one less."""
        if self.isEnabled():
            self.counted.emit(by)

    def _on_less(self) -> None:
        self.count(-1)

    def _on_more(self) -> None:
        self.count(1)
