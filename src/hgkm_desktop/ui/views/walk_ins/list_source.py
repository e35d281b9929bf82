"""Where the rows of the list come from: page after page, with the names of who typed them."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from hgkm_desktop.models import Member
from hgkm_desktop.services import members, walk_in_list
from hgkm_desktop.services.walk_in_list import Cursor, Query, WalkInRow
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import day_of
from hgkm_desktop.ui.views.walk_ins.periods import Period, query_of
from hgkm_desktop.ui.views.walk_ins.words import HIDDEN, name_of


class ListSource:
    """Asks the services; remembers the question and where its next page begins."""

    def __init__(self, ctx: Context) -> None:
        self.ctx = ctx
        self.names: dict[UUID, Member] = {}
        self._query, self._day = Query(), self.today()
        self._next: Cursor | None = None

    @property
    def has_more(self) -> bool:
        """Say whether there is another page."""
        return self._next is not None

    def today(self) -> date:
        """Return the day it is here."""
        return day_of(self.ctx.now())

    def is_of_another_day(self) -> bool:
        """Say whether midnight has passed since the first page was fetched."""
        return self._day != self.today()

    def first(self, query: Query) -> Sequence[WalkInRow]:
        """Return the first page of a question."""
        self._query, self._day = query, self.today()
        page = self.ctx.call(walk_in_list.page, query)
        self._next = page.next
        return page.rows

    def more(self) -> Sequence[WalkInRow]:
        """Return the next page, empty after the last."""
        if self._next is None:
            return ()
        page = self.ctx.call(walk_in_list.page, self._query, self._next)
        self._next = page.next
        return page.rows

    def counts(self, loaded: int) -> tuple[int, int]:
        """Return how many visits there are for the question, and how many today."""
        found = self.ctx.call(walk_in_list.count, self._query) if self.has_more else loaded
        today = query_of(Period.TODAY, self.today())
        if self._query == today:
            return found, found
        return found, self.ctx.call(walk_in_list.count, today)

    def read_names(self) -> None:
        """Fetch who is who."""
        self.names = self.ctx.call(members.names)

    def person(self, row: WalkInRow) -> tuple[str, int]:
        """Return name and colour of who typed a row, for the small circle."""
        member = self.names.get(row.entered_by)
        return (member.name, member.color) if member else (HIDDEN, 6)

    def spoken(self, row: WalkInRow) -> str:
        """Return the name that is read aloud for the circle; behind the veil only a letter."""
        return name_of(row.entered_by, self.names, self.ctx.veiled)
