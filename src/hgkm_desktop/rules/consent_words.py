"""Her yes or no in words: what is read aloud to her, and how an answer stands today (R-271)."""

from datetime import date, timedelta
from enum import StrEnum, auto

from hgkm_desktop.rules.bodies import Consent
from hgkm_desktop.rules.clocks import WARNING, Kind
from hgkm_desktop.rules.lists import YES, ConsentForm, Purpose
from hgkm_desktop.texts import tr

TEXT_VERSION = "2026-1"
"""Which wording was read aloud; another wording gets another version."""
SOON = timedelta(days=WARNING[Kind.CONSENT])


class State(StrEnum):
    """How an answer stands."""

    HOLDS = auto()
    ENDS_SOON = auto()
    ENDED = auto()
    NO = auto()
    TAKEN_BACK = auto()
    ASKED = auto()


def state(answer: Consent, today: date) -> State:
    """Return how an answer stands today; only a yes that has not run out holds."""
    if answer.form not in YES:
        return {
            ConsentForm.REFUSED: State.NO,
            ConsentForm.WITHDRAWN: State.TAKEN_BACK,
        }.get(answer.form, State.ASKED)
    if answer.until is None:
        return State.HOLDS
    if answer.until < today:
        return State.ENDED
    return State.ENDS_SOON if answer.until - today <= SOON else State.HOLDS


def state_word(found: State) -> str:
    """Return the word for the column "Nu"."""
    return {
        State.HOLDS: tr("holds"),
        State.ENDS_SOON: tr("ends soon"),
        State.ENDED: tr("has ended"),
        State.NO: tr("does not want it"),
        State.TAKEN_BACK: tr("taken back"),
        State.ASKED: tr("asked"),
    }[found]


def ask_lines(purpose: Purpose, receiver: str = "") -> str:
    """Return what is read aloud to her before she answers; she may always say no."""
    return f"{_question(purpose, receiver)} {tr('You may say no. You may always take it back.')}"


def _question(purpose: Purpose, receiver: str) -> str:
    asked = {
        Purpose.NOTES: tr("May we write down what you tell? Only your confidants read it."),
        Purpose.CONTACT_BY_US: tr("May we contact you? You say when and how."),
        Purpose.BRING_IN_NETWORK_MEETING: tr("May we talk about you in the network meeting?"),
        Purpose.SHARE_WITH_PARTNER: tr("May we tell {receiver} about you? You choose what."),
        Purpose.INTERPRETER: tr("May an interpreter be there? An interpreter tells nobody."),
        Purpose.AFTERCARE_CHECK_IN: tr("May we ask later how you are?"),
        Purpose.ANONYMOUS_REPORT: tr("May we count you, without your name?"),
        Purpose.RESEARCH_AGGREGATE: tr("May this be part of research, without your name?"),
    }[purpose]
    return asked.replace("{receiver}", receiver or tr("them"))
