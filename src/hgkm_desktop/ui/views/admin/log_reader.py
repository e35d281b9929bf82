"""Reads the log from the newest line back, page by page, and keeps what fits a filter."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from hgkm_desktop.models.codes import Act
from hgkm_desktop.services.audit_log import AuditEntry
from hgkm_desktop.ui.views.admin import deeds

PAGE = 200
PAGES_A_TIME = 25
"""So many pages are looked through before somebody is asked whether to go on."""

WANTED = 60

Read = Callable[[int | None, int], Sequence[AuditEntry]]


@dataclass(frozen=True)
class Filter:
    """Whose lines, and of which kind; None means all."""

    member_id: UUID | None = None
    act: Act | None = None

    def fits(self, entry: AuditEntry) -> bool:
        """Say whether a line is wanted."""
        by_member = self.member_id is None or entry.member_id == self.member_id
        return by_member and (self.act is None or entry.act is self.act)


class LogReader:
    """What was read so far; `more` goes further back. Nothing is read twice."""

    def __init__(self, read: Read) -> None:
        self._read = read
        self._entries: list[AuditEntry] = []
        self._fitting = 0
        self.filter = Filter()
        self.is_at_the_end = False

    def start(self) -> None:
        """Forget what was read, and read the newest lines."""
        self._entries, self._fitting, self.is_at_the_end = [], 0, False
        self.more()

    def more(self) -> None:
        """Read on until enough new lines fit, the log ends, or it has been long enough."""
        before = self._fitting
        for _ in range(PAGES_A_TIME):
            self._read_page()
            if self.is_at_the_end or self._fitting - before >= WANTED:
                return

    def choose(self, **wanted: UUID | Act | None) -> None:
        """Filter by something else, and read on when too little of it is known."""
        self.filter = replace(self.filter, **wanted)  # pyright: ignore[reportArgumentType]
        self._fitting = sum(self.filter.fits(entry) for entry in self._entries)
        if self._fitting < WANTED and not self.is_at_the_end:
            self.more()

    def lines(self) -> list[AuditEntry]:
        """Return what fits, newest first, one line for each deed."""
        return [line for line in deeds.told(self._entries) if self.filter.fits(line)]

    def oldest(self) -> AuditEntry | None:
        """Return the oldest line that was looked at, whether it fits or not."""
        return self._entries[-1] if self._entries else None

    def _read_page(self) -> None:
        last = self._entries[-1].seq if self._entries else None
        page = self._read(last, PAGE)
        self._entries += page
        self._fitting += sum(self.filter.fits(entry) for entry in page)
        self.is_at_the_end = len(page) < PAGE
