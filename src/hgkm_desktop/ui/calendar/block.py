"""One thing in a calendar, and how it is said: in full, and in the tip under the mouse."""

import unicodedata
from dataclasses import dataclass, field, replace
from datetime import datetime
from html import escape
from uuid import UUID

from hgkm_desktop.texts import tr
from hgkm_desktop.ui.dates import day_in_full, day_of, time_of, times_of

_LONGEST = 200
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


@dataclass(frozen=True)
class Block:
    """Something between two moments (aware, UTC), with whoever goes along.

    mark: "" | done | ready | warning | draft; `note` says why. color 1 to 6, 0 for nobody's own.
    Of what is_busy nothing is told but that somebody has no time. kind: visit or fixed.
    """

    key: UUID
    title: str = field(repr=False)
    second: str = field(repr=False)
    person: str = field(repr=False)
    color: int
    starts: datetime
    ends: datetime
    mark: str = ""
    note: str = field(default="", repr=False)
    is_off: bool = False
    is_busy: bool = False
    is_movable: bool = False
    kind: str = "visit"


def moved_to(block: Block, starts: datetime) -> Block:
    """Return a block at another moment; it lasts as long as it did."""
    return replace(block, starts=starts, ends=starts + (block.ends - block.starts))


def can_move(block: Block) -> bool:
    """Say whether somebody may take this block to another moment."""
    return block.is_movable and not block.is_busy


def title_of(block: Block) -> str:
    """Return the first words of a block."""
    return tr("busy") if block.is_busy else plain(block.title)


def second_of(block: Block) -> str:
    """Return the words under the title; of what is somebody else's there are none."""
    return "" if block.is_busy else plain(block.second)


def spoken(block: Block) -> str:
    """Return "donderdag 19 november, 13.45 tot 15.00, Amal, Veilig Thuis, Naima, let op"."""
    first, last = day_of(block.starts), day_of(block.ends)
    until = time_of(block.ends)
    if last > first:
        until = f"{day_in_full(last)}, {until}"
    when = tr("{begins} to {ends}").format(begins=time_of(block.starts), ends=until)
    return ", ".join([day_in_full(first), when, *_what(block)])


def tip(block: Block) -> str:
    """Return the tip under the mouse: what is written in a block is never read as markup."""
    times = times_of(block.starts, block.ends)
    return as_tip([times, *_what(block)])


def as_tip(lines: list[str]) -> str:
    """Return lines below each other, as plain words whatever they hold."""
    return f"<qt>{'<br>'.join(escape(plain(line, keep=True)) for line in lines)}</qt>"


def plain(text: str, keep: bool = False) -> str:
    """Return a text on one line without signs nobody sees; `keep` leaves our own isolates."""
    kept = text if keep else "".join(c for c in text[:_LONGEST] if _is_seen(c))
    return " ".join(kept.split())


def _is_seen(char: str) -> bool:
    return char.isspace() or unicodedata.category(char) not in _UNSEEN


def _what(block: Block) -> list[str]:
    words = [title_of(block), second_of(block), plain(block.person)]
    if not block.is_busy:
        words += [tr("is not going on") if block.is_off else "", _mark(block)]
    return [word for word in words if word]


def _mark(block: Block) -> str:
    words = {
        "done": tr("is over"),
        "ready": tr("is ready"),
        "warning": tr("watch out"),
        "draft": tr("not ready yet"),
    }
    mark, note = words.get(block.mark, ""), plain(block.note)
    return ": ".join(part for part in (mark, note) if part)
