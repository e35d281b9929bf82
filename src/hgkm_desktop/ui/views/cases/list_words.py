"""A case in the words of its row: who holds her, since when, and what is waited for (05)."""

from datetime import date

from hgkm_desktop.rules.holding import Handover, Holding, State, Step
from hgkm_desktop.rules.words import word
from hgkm_desktop.services.case_list import CaseRow
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.dates import day_as_spoken, day_of, day_without_weekday

RINGS = {
    State.NOBODY: "nobody",
    State.OFFERED: "offered",
    State.US: "us",
    State.PARTNER: "partner",
    State.CLOSED: "done",
}
"""The ring of the widgets for every state."""


def group_title(state: State) -> str:
    """Return the heading over the rows of a state."""
    return {
        State.NOBODY: tr("Nobody holds her"),
        State.OFFERED: tr("Offered, not confirmed yet"),
        State.US: tr("We hold her"),
        State.PARTNER: tr("A partner holds her"),
        State.CLOSED: tr("Stopped"),
    }[state]


def state_in_short(state: State) -> str:
    """Return a state in one word, for a filter and for the board."""
    return {
        State.NOBODY: tr("Nobody"),
        State.OFFERED: tr("Offered"),
        State.US: tr("We"),
        State.PARTNER: tr("Partner"),
        State.CLOSED: tr("Stopped"),
    }[state]


def holder(state: State, holding: Holding) -> str:
    """Return who holds her, or to whom she was offered."""
    if state is State.OFFERED and holding.handover is not None:
        return tr("Offered to {partner}").format(partner=holding.handover.organisation)
    if state is State.PARTNER:
        return tr("{partner} holds her").format(partner=holding.holder.organisation)
    if state is State.CLOSED and holding.closing is not None:
        return word(holding.closing.reason)
    return state_in_short(state)


def below_holder(row: CaseRow, today: date, veiled: bool) -> str:
    """Return the small line: late, waiting, confirmed by whom, since when."""
    holding = row.holding
    if holding.handover is not None and row.is_open:
        return _under_way(row, holding.handover, today, veiled)
    if holding.closing is not None:
        return tr("since {day}").format(day=day_as_spoken(holding.closing.on, today))
    if row.state is State.NOBODY:
        return tr("since {day}").format(day=day_as_spoken(day_of(holding.since), today))
    if row.state is State.PARTNER:
        return _confirmed(holding, today, veiled)
    return ""


def days_late(days: int) -> str:
    """Return how late an answer is."""
    return tr("1 day late") if days == 1 else tr("{count} days late").format(count=days)


def waiting_since(what: str, since: date, today: date) -> str:
    """Return what she waits for and since when; behind the veil only since when."""
    day = day_without_weekday(since, today)
    if not what:
        return tr("waits since {day}").format(day=day)
    return tr("since {day} waiting for {what}").format(what=what, day=day)


def _under_way(row: CaseRow, handover: Handover, today: date, veiled: bool) -> str:
    if row.days_late:
        return days_late(row.days_late)
    if handover.waiting is not None:
        what = "" if veiled else handover.waiting.what
        return waiting_since(what, handover.waiting.since, today)
    if handover.step is Step.OFFERED:
        return _not_confirmed((today - day_of(handover.since)).days)
    if handover.step is Step.TALKED:
        return tr("talked together, she has to say yes")
    if veiled:
        return tr("taken on, not talked together yet")
    return tr("taken on by {person}").format(person=handover.person)


def _not_confirmed(days: int) -> str:
    if days < 1:
        return tr("not confirmed yet, today")
    if days == 1:
        return tr("not confirmed yet, 1 day")
    return tr("not confirmed yet, {count} days").format(count=days)


def _confirmed(holding: Holding, today: date, veiled: bool) -> str:
    day = day_without_weekday(day_of(holding.since), today)
    if veiled or not holding.holder.person:
        return tr("confirmed, {day}").format(day=day)
    words = tr("confirmed by {person}, {day}")
    return words.format(person=holding.holder.person, day=day)
