"""A case as the coordinator's board says it: code, holder, confidants and days (issue 4)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from hgkm_desktop.rules.holding import State
from hgkm_desktop.services.case_board import BoardRow
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.dates import day_as_spoken, day_without_weekday
from hgkm_desktop.ui.table import Column
from hgkm_desktop.ui.views.cases import list_words
from hgkm_desktop.ui.views.cases.list_columns import Around

WIDTHS = (
    (980, (118, 0, 182, 100, 150, 152, 106)),
    (860, (118, 0, 172, 100, None, 152, 106)),
    (0, (112, 0, 172, None, None, 170, None)),
)


@dataclass
class BoardWords:
    """Reads a row for the columns."""

    around: Around
    orphans: frozenset[UUID] = frozenset()
    """What nobody can open any more, until two people help (recover_dialog.py)."""

    def is_lost(self, row: BoardRow) -> bool:
        """Say whether nobody has a key to it."""
        return row.case_id in self.orphans

    def code(self, row: BoardRow) -> str:
        """Return the code: there is no other name on the board."""
        return row.code

    def holder(self, row: BoardRow) -> str:
        """Return who holds her, or to whom she was offered."""
        if self.is_lost(row):
            return tr("Nobody can open it any more")
        words = {
            State.OFFERED: tr("Offered to {partner}"),
            State.PARTNER: tr("{partner} holds her"),
        }
        if row.state in words:
            return words[row.state].format(partner=row.organisation)
        return list_words.state_in_short(row.state)

    def below(self, row: BoardRow) -> tuple[str, str]:
        """Return the ring, and the person with the day."""
        day = day_as_spoken(row.since, self.around.today)
        since = tr("since {day}").format(day=day)
        person = "" if self.around.veiled or row.state is State.NOBODY else row.person
        below = f"{person}, {since}" if person else since
        return "nobody" if self.is_lost(row) else list_words.RINGS[row.state], below

    def held_aloud(self, row: BoardRow) -> str:
        """Return both lines about her holder."""
        return f"{self.holder(row)}, {self.below(row)[1]}"

    def confidants(self, row: BoardRow) -> str:
        """Return who of us stands beside her; a button where nobody can any more."""
        if self.is_lost(row):
            return tr("Open it again")
        return tr(", ").join(self.around.person(each) for each in row.confidants)

    def avatar(self, row: BoardRow) -> tuple[str, int] | None:
        """Return the first of them."""
        if self.is_lost(row) or not row.confidants:
            return None
        first = row.confidants[0]
        return self.around.person(first) or "?", self.around.color(first)

    def began(self, row: BoardRow) -> str:
        """Return the first day."""
        return self._day(row.began_on)

    def last(self, row: BoardRow) -> str:
        """Return the day something was written last."""
        return day_as_spoken(row.last_on, self.around.today) if row.last_on else ""

    def due(self, row: BoardRow) -> str:
        """Return until when a partner may answer, or how late that is."""
        if row.feedback_due is None:
            return ""
        if late := self._late(row):
            return list_words.days_late(late)
        return tr("before {day}").format(day=self._day(row.feedback_due))

    def tone(self, row: BoardRow) -> tuple[str, str] | None:
        """Return how a late answer looks."""
        return ("am", "clock") if self._late(row) else None

    def waits(self, row: BoardRow) -> str:
        """Return since when she is on a list."""
        return self._day(row.waiting_since)

    def _late(self, row: BoardRow) -> int:
        return max(0, (self.around.today - row.feedback_due).days) if row.feedback_due else 0

    def _day(self, day: date | None) -> str:
        return day_without_weekday(day, self.around.today) if day is not None else ""


def columns(words: BoardWords) -> list[Column[BoardRow]]:
    """Return the columns of the board."""
    wide = WIDTHS[0][1]
    return [
        Column(tr("Code"), words.code, "bold", wide[0]),
        Column(
            tr("Who holds her"), words.holder, "holder", extra=words.below, spoken=words.held_aloud
        ),
        Column(tr("Confidants"), words.confidants, "action", wide[2], extra=words.avatar),
        Column(tr("Began"), words.began, "explain", wide[3]),
        Column(tr("Last written"), words.last, "explain", wide[4]),
        Column(tr("Partner answers"), words.due, "badge", wide[5], extra=words.tone),
        Column(tr("Waits since"), words.waits, "explain", wide[6]),
    ]
