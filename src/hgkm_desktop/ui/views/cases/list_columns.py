"""The columns of the list: who, how far, who holds her, her own numbers, last contact (05)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from hgkm_desktop.models import Member
from hgkm_desktop.rules.holding import State
from hgkm_desktop.services.case_list import CaseRow
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.dates import day_as_spoken, day_of
from hgkm_desktop.ui.names import shown
from hgkm_desktop.ui.table import Column
from hgkm_desktop.ui.views.cases import list_words
from hgkm_desktop.ui.widgets.phase_steps import phase_name

WIDTHS = (
    (1150, (184, 158, 0, 196, 182, 172)),
    (980, (164, 158, 0, 150, 170, 170)),
    (860, (164, 158, 0, 150, None, 168)),
    (0, (126, 158, 0, 134, None, 168)),
)


@dataclass
class Around:
    """What rows need to know besides themselves; read anew with every refresh."""

    today: date
    names: Mapping[UUID, Member]
    veiled: bool

    def person(self, member_id: UUID) -> str:
        """Return a member's name; behind the veil only its first letter."""
        member = self.names.get(member_id)
        return shown(member.name, self.veiled) if member is not None else ""

    def color(self, member_id: UUID) -> int:
        """Return a member's colour."""
        member = self.names.get(member_id)
        return member.color if member is not None else 1


def confidant(row: CaseRow) -> UUID:
    """Return who is asked first: whoever of us holds her, else her first confidant."""
    member_id = row.holding.holder.member_id
    return member_id if row.state is State.US and member_id is not None else row.first


class ListWords:
    """Reads a row for the columns."""

    def __init__(self, around: Around) -> None:
        self.around = around

    def who(self, row: CaseRow) -> str:
        """Return her alias; the code without one, or behind the veil."""
        return row.name.code if self.around.veiled else row.name.shown

    def code(self, row: CaseRow) -> str:
        """Return the code beside an alias."""
        return "" if self.around.veiled or not row.name.alias else row.name.code

    def who_aloud(self, row: CaseRow) -> str:
        """Return alias and code."""
        return f"{self.who(row)} {self.code(row)}".strip()

    def holder(self, row: CaseRow) -> str:
        """Return who holds her."""
        return list_words.holder(row.state, row.holding)

    def below(self, row: CaseRow) -> tuple[str, str]:
        """Return the ring and the line below."""
        below = list_words.below_holder(row, self.around.today, self.around.veiled)
        return list_words.RINGS[row.state], below

    def held_aloud(self, row: CaseRow) -> str:
        """Return both lines about her holder."""
        return ", ".join(part for part in (self.holder(row), self.below(row)[1]) if part)

    def last(self, row: CaseRow) -> str:
        """Return the day somebody last spoke with her or tried to."""
        if row.last_at is None:
            return tr("nothing yet")
        return day_as_spoken(day_of(row.last_at), self.around.today)

    def how(self, row: CaseRow) -> str:
        """Return how that was."""
        return f"· {row.last_kind[:1].lower()}{row.last_kind[1:]}" if row.last_kind else ""

    def button(self, row: CaseRow) -> str:
        """Return the button where nobody holds her, else who stands beside her."""
        if row.state is State.NOBODY:
            return tr("I'll do it")
        return self.around.person(confidant(row))

    def avatar(self, row: CaseRow) -> tuple[str, int] | None:
        """Return her confidant; nobody where there is a button."""
        if row.state is State.NOBODY:
            return None
        return self.around.person(confidant(row)) or "?", self.around.color(confidant(row))


def columns(words: ListWords) -> list[Column[CaseRow]]:
    """Return the columns of the list."""
    wide = WIDTHS[0][1]
    return [
        Column(tr("Who"), words.who, "coded", wide[0], extra=words.code, spoken=words.who_aloud),
        Column(tr("Phase"), _phase_name, "phase", wide[1], extra=_phase),
        Column(
            tr("Who holds her"), words.holder, "holder", extra=words.below, spoken=words.held_aloud
        ),
        Column(tr("Safety 0–10"), _last_number, "sparkline", wide[3], extra=_numbers),
        Column(tr("Last contact"), words.last, "aside", wide[4], extra=words.how),
        Column(tr("Confidant"), words.button, "action", wide[5], extra=words.avatar),
    ]


def _phase(row: CaseRow) -> int:
    return row.phase


def _phase_name(row: CaseRow) -> str:
    return phase_name(row.phase)


def _numbers(row: CaseRow) -> tuple[int, ...]:
    return row.hers


def _last_number(row: CaseRow) -> str:
    return str(row.hers[-1]) if row.hers else tr("no number yet")
