"""How long ago the last copy and the last test of the sheet were, and whether that is enough."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from hgkm_desktop.services import recovery
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.views.admin import people, when
from hgkm_desktop.vault.backup import Copy

COPY_DAYS = 7
"""After so many days without a copy the page says so (R-301)."""

HALF_A_YEAR = 6
"""Months; the days are counted elsewhere (services/recovery.py), the words are rounded."""


@dataclass(frozen=True)
class Told:
    """A sentence, what it means or what to do, and how serious it is."""

    title: str
    text: str
    tone: str


def copy_made(made_at: datetime | None, now: datetime, copy: Copy | None = None) -> Told:
    """Return how it is with the last verified copy."""
    if made_at is None:
        return Told(tr("No copy yet"), tr("Make one today, on a USB stick."), "am")
    title = tr("Copy of {moment}").format(moment=when.in_full(made_at, now))
    if now - made_at > timedelta(days=COPY_DAYS):
        return Told(title, tr("That is a while ago. Make a new one today."), "am")
    text = tr("Reading it back worked.")
    return Told(title, f"{details(copy)} {text}" if copy else text, "ok")


def details(copy: Copy) -> str:
    """Return the name of a copy, its size and its number of rows."""
    return tr("{name}, {size}, {rows} rows.").format(
        name=copy.folder.name, size=size(copy.size), rows=copy.rows
    )


def size(count: int) -> str:
    """Return a number of bytes as people say it, with a comma."""
    if count < 1_000_000:
        return f"{max(1, round(count / 1000))} kB"
    return f"{count / 1_000_000:.1f} MB".replace(".", ",")


def sheet_tested(tested_at: datetime | None, now: datetime) -> Told:
    """Return how it is with the paper recovery sheet."""
    todo = tr("Take the sheet and type the code over.")
    if tested_at is None:
        return Told(tr("Recovery sheet, never tested"), todo, "am")
    if recovery.should_test(tested_at, now):
        months = max(HALF_A_YEAR, people.months_between(tested_at, now))
        return Told(
            tr("Recovery sheet, not tested for {count} months").format(count=months), todo, "am"
        )
    day = when.day(tested_at, now)
    return Told(
        tr("Recovery sheet, tested on {day}").format(day=day),
        tr("Test it again after half a year."),
        "ok",
    )
