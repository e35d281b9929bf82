"""The tabs of this view, and the pages behind them that this member may see."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from hgkm_desktop.models.codes import Role
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.admin.choices import ChoicesPage
from hgkm_desktop.ui.views.admin.copies import CopiesPage
from hgkm_desktop.ui.views.admin.key_ring import KeyRingWatch
from hgkm_desktop.ui.views.admin.log_page import LogPage
from hgkm_desktop.ui.views.admin.meldcode_choice import MeldcodePage
from hgkm_desktop.ui.views.admin.overview import Overview
from hgkm_desktop.ui.views.admin.parts import scrolled
from hgkm_desktop.ui.views.admin.team_desk import TeamDesk
from hgkm_desktop.ui.views.admin.team_page import TeamPage
from hgkm_desktop.ui.widgets.tabs import Tabs


class TabPages(QWidget):
    """A coordinator who is no administrator has one of the choices alone."""

    def __init__(self, ctx: Context, desk: TeamDesk) -> None:
        super().__init__()
        self._watch = KeyRingWatch(ctx, self)
        self.overview = Overview(ctx, desk, self._watch)
        self.team = TeamPage(ctx, desk)
        self.copies = CopiesPage(ctx, self._watch)
        self.log = LogPage(ctx)
        self.choices = ChoicesPage(ctx) if ctx.may(Role.ADMINISTRATOR) else None
        self.meldcode = None if self.choices else MeldcodePage(ctx)
        self._named = self._pages()
        self.tabs = Tabs([(name, title) for name, title, _page in self._named], tr("Management"))
        self._stack = QStackedWidget()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(8))
        layout.addWidget(self.tabs)
        layout.addWidget(self._stack, 1)
        for name, _title, page in self._named:
            self._stack.addWidget(page if name in ("team", "log") else scrolled(page))
        self.tabs.chosen.connect(self.open)
        self.overview.tab_wanted.connect(self.open)

    @property
    def names(self) -> list[str]:
        """Return the tabs she sees, in order."""
        return [name for name, _title, _page in self._named]

    def open(self, name: str) -> None:
        """Open a tab and read what it shows."""
        self.tabs.select(name)
        self._stack.setCurrentIndex([each for each, _, _ in self._named].index(name))
        self.refresh()

    def take_focus(self) -> None:
        """Bring the keyboard to the open tab."""
        open_tab = next(tab for tab in self.tabs.tabs if tab.isChecked())
        open_tab.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Read what the open tab shows again; look at the key ring the first time."""
        if self._watch.state is None:
            self._watch.look()
        next(page for name, _, page in self._named if name == self.tabs.current()).refresh()

    def search(self, text: str) -> None:
        """Show whose name holds this, on a tab that shows the team."""
        if self.tabs.current() == "overview":
            self.overview.search(text)
            return
        if self.tabs.current() != "team":
            self.open("team")
        self.team.search(text)

    def draft(self) -> dict[str, Any] | None:
        """Return what was typed in the choices and not saved."""
        return self.choices.draft() if self.choices else None

    def restore(self, draft: dict[str, Any]) -> None:
        """Put it back, on the tab where it was typed."""
        if self.choices is not None:
            self.choices.restore(draft)
            self.open("choices")

    def _pages(self) -> list[tuple[str, str, "Page"]]:
        named: list[tuple[str, str, Page]] = [
            ("overview", tr("Overview"), self.overview),
            ("team", tr("Team"), self.team),
            ("copies", tr("Copy and recovery"), self.copies),
            ("log", tr("Log"), self.log),
        ]
        if self.choices is not None:
            named.append(("choices", tr("Settings"), self.choices))
        if self.meldcode is not None:
            named.append(("meldcode", tr("The five steps"), self.meldcode))
        return named


Page = Overview | TeamPage | CopiesPage | LogPage | ChoicesPage | MeldcodePage
