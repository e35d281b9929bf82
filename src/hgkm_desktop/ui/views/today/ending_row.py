"""Something that ends soon: how far it is, and who is there then."""

from collections.abc import Hashable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from hgkm_desktop.services.beside_today import Ending
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.today import ending_words
from hgkm_desktop.ui.views.today.rich import Part, Rich, beside
from hgkm_desktop.ui.views.today.row import Row
from hgkm_desktop.ui.views.today.scene import Scene
from hgkm_desktop.ui.views.today.showing import show_when
from hgkm_desktop.ui.widgets.badges import Badge
from hgkm_desktop.ui.widgets.timeline import BlockBar


class EndingRow(Row[Ending]):
    """Opens her."""

    def __init__(self) -> None:
        super().__init__()
        self.head, self.then, self.badge = Rich(), Rich(), Badge("")
        self.bar: BlockBar | None = None
        self._shown: tuple[int, int, str] = (0, 0, "")
        first = QHBoxLayout()
        first.setSpacing(px(8))
        first.addWidget(self.head, 1)
        first.addWidget(self.badge)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(px(14), px(10), px(14), px(11))
        self._column.setSpacing(px(6))
        self._column.addLayout(first)
        self._column.addWidget(self.then)

    def key_of(self, item: Ending) -> Hashable:
        """Return what of hers ends."""
        return item.name.case_id, item.running.source

    def opens(self, item: Ending, scene: Scene) -> object:
        """Lead to her."""
        return item.name

    def write(self, item: Ending, scene: Scene) -> None:
        """Show how far it is at this moment."""
        running = item.running
        words, tone = ending_words.badge(running, scene.now)
        title = Part(ending_words.title(running), is_bold=True, size=15)
        self.head.say((title, beside(scene.called(item.name))))
        self.badge.say(words, tone)
        self.then.say(ending_words.what_then(running, scene))
        show_when(self.then, bool(self.then.text))
        self._show_bar(*ending_words.blocks(running, scene.now), tone)
        said = self.head.text, words, self.then.text
        self.setAccessibleName(", ".join(filter(None, said)))

    def _show_bar(self, total: int, done: int, tone: str) -> None:
        if (total, done, tone) == self._shown:
            return
        self._shown = total, done, tone
        if self.bar is not None:
            self._column.removeWidget(self.bar)
            self.bar.hide()
            self.bar.deleteLater()
            self.bar = None
        if total:
            self.bar = BlockBar(total, done, tone)
            self._column.insertWidget(1, self.bar)
