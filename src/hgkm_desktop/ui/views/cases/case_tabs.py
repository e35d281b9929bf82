"""The five parts of a case behind tabs; each is made when it is opened (06a to 06e)."""

from PySide6.QtWidgets import QStackedWidget

from hgkm_desktop.rules.all_clocks import clocks_of
from hgkm_desktop.services.cases import CasePage
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.views.cases.clocks_tab import ClocksTab
from hgkm_desktop.ui.views.cases.consent_tab import ConsentTab
from hgkm_desktop.ui.views.cases.household_tab import HouseholdTab
from hgkm_desktop.ui.views.cases.safety_tab import SafetyTab
from hgkm_desktop.ui.views.cases.timeline import TimelineTab
from hgkm_desktop.ui.views.cases.way import Way
from hgkm_desktop.ui.widgets.tabs import Tabs

TIMELINE, SAFETY, CONSENT, HOUSEHOLD, CLOCKS = (
    "timeline",
    "safety",
    "consent",
    "household",
    "clocks",
)
Part = TimelineTab | SafetyTab | ConsentTab | HouseholdTab | ClocksTab


class CaseTabs(QStackedWidget):
    """One part is filled again only while it is seen; the others when they are opened."""

    def __init__(self, ctx: Context, way: Way) -> None:
        super().__init__()
        self._ctx, self._way = ctx, way
        self._made: dict[str, Part] = {}
        self._shown: dict[str, CasePage] = {}
        self._page: CasePage | None = None
        self.bar = Tabs(_names(), tr("Which part?"))
        self.bar.chosen.connect(self.open)

    @property
    def here(self) -> Part:
        """The part that is open."""
        return self.part(self.bar.current())

    def show_case(self, page: CasePage) -> None:
        """Show a case in the part that is open."""
        self._page = page
        count = len(clocks_of(page.standing, self._ctx.now()))
        self.bar.set_count(CLOCKS, count or None)
        self.open(self.bar.current())

    def open(self, identifier: str) -> None:
        """Open a part."""
        self.bar.select(identifier)
        part = self.part(identifier)
        self.setCurrentWidget(part)
        if self._page is not None and self._shown.get(identifier) is not self._page:
            self._shown[identifier] = self._page
            part.show_case(self._page)

    def turn(self, step: int) -> None:
        """Open the part before or after."""
        names = [tab.identifier for tab in self.bar.tabs]
        self.open(names[(names.index(self.bar.current()) + step) % len(names)])

    def part(self, identifier: str) -> Part:
        """Return a part, made the first time it is asked for."""
        if identifier not in self._made:
            part = self._new(identifier)
            self._made[identifier] = part
            self.addWidget(part)
        return self._made[identifier]

    def _new(self, identifier: str) -> Part:
        if identifier == TIMELINE:
            timeline = TimelineTab(self._ctx, self._way)
            timeline.tab_asked.connect(self.open)
            return timeline
        kinds = {
            SAFETY: SafetyTab,
            CONSENT: ConsentTab,
            HOUSEHOLD: HouseholdTab,
            CLOCKS: ClocksTab,
        }
        return kinds[identifier](self._ctx, self._way)


def _names() -> list[tuple[str, str]]:
    return [
        (TIMELINE, tr("Timeline")),
        (SAFETY, tr("Safety")),
        (CONSENT, tr("Agreements and consent")),
        (HOUSEHOLD, tr("Household")),
        (CLOCKS, tr("Clocks")),
    ]
