"""Something that takes place today: the network meeting, or a programme of our own."""

from collections.abc import Hashable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from hgkm_desktop.services.fixed_times import Fixed
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.breaking import as_typed
from hgkm_desktop.ui.dates import kept_together, time_in_column, time_of
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.today.rich import Part, Rich, beside
from hgkm_desktop.ui.views.today.row import Row
from hgkm_desktop.ui.views.today.scene import Scene
from hgkm_desktop.ui.widgets.labels import number

_TOP = Qt.AlignmentFlag.AlignTop


class ProgrammeRow(Row[Fixed]):
    """Is only read; everybody sees it, and it names nobody."""

    def __init__(self) -> None:
        super().__init__()
        self.time, self.words = number(""), Rich()
        self.time.setFixedWidth(px(50))
        row = QHBoxLayout(self)
        row.setContentsMargins(px(14), px(10), px(14), px(11))
        row.setSpacing(px(10))
        row.addWidget(self.time, 0, _TOP)
        row.addWidget(self.words, 1)

    def key_of(self, item: Fixed) -> Hashable:
        """Return what it is, and when."""
        return item.id, item.starts

    def opens(self, item: Fixed, scene: Scene) -> object | None:
        """Lead nowhere."""
        return None

    def write(self, item: Fixed, scene: Scene) -> None:
        """Say what it is, until when and where; what is over stands back."""
        is_over = item.ends <= scene.now
        until = tr("until {time}").format(time=kept_together(time_of(item.ends)))
        place = f"{until} · {as_typed(item.place)}" if item.place else until
        self.time.setText(time_in_column(item.starts))
        self.time.setEnabled(not is_over)
        hue = "mut" if is_over else "ink"
        self.words.say(
            (Part(as_typed(item.title), hue, is_bold=not is_over, size=15), beside(place))
        )
        self.setAccessibleName(f"{self.time.text()} {self.words.text}")
