"""The first page: who she stands beside, the coordinator's board, or both behind two parts."""

from collections.abc import Sequence

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from hgkm_desktop.models.codes import Role
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.keys import Key
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.cases.board_page import BoardPage
from hgkm_desktop.ui.views.cases.list_page import ListPage
from hgkm_desktop.ui.views.cases.way import Page, Way
from hgkm_desktop.ui.widgets.tabs import Tabs

MINE, BOARD = "mine", "board"


class Home(Page):
    """Shows what this member's roles give her; with one of them there is nothing to choose."""

    def __init__(self, ctx: Context, way: Way) -> None:
        super().__init__(ctx, way)
        self.parts: dict[str, Page] = {}
        if ctx.may(Role.CONFIDANT):
            self.parts[MINE] = ListPage(ctx, way)
        if ctx.may(Role.COORDINATOR):
            self.parts[BOARD] = BoardPage(ctx, way)
        words = {MINE: tr("Those I stand beside"), BOARD: tr("Overview")}
        self.tabs = Tabs([(part, words[part]) for part in self.parts], tr("Which list?"))
        self._stack = QStackedWidget()
        for page in self.parts.values():
            self._stack.addWidget(page)
            page.retitled.connect(self.retitled)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(12))
        if len(self.parts) > 1:
            layout.addWidget(self.tabs)
        layout.addWidget(self._stack, 1)
        self.tabs.chosen.connect(self.open)

    @property
    def here(self) -> Page:
        """The part that is open."""
        return self.parts[self.tabs.current()]

    def open(self, part: str) -> None:
        """Open the list or the board."""
        self.tabs.select(part)
        self._stack.setCurrentWidget(self.here)
        self.refresh()

    def heading(self) -> str:
        """Return nothing: the view's own name stands above."""
        return ""

    def beside(self) -> str:
        """Return how many there are."""
        return self.here.beside()

    def refresh(self) -> None:
        """Read the part that is open again."""
        self.here.refresh()
        self.retitled.emit()

    def keys(self) -> Sequence[Key]:
        """Return the keys of the part that is open."""
        return self.here.keys()

    def leave(self) -> bool:
        """Clear what narrows the part that is open."""
        return self.here.leave()

    def find(self, text: str) -> None:
        """Show what matches in the part that is open."""
        self.here.find(text)

    def take_focus(self) -> None:
        """Bring the keyboard into the table."""
        self.here.take_focus()
