"""The register of her answers as rows: to whom, what may be known, why, until when, and now."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from hgkm_desktop.rules.bodies import Consent
from hgkm_desktop.rules.consent_words import State, state, state_word
from hgkm_desktop.rules.lists import YES, Purpose
from hgkm_desktop.rules.words import word
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.dates import day_without_weekday
from hgkm_desktop.ui.table import Column, RowModel

Key = tuple[Purpose, str]
DASH = "–"
NEAR = timedelta(days=300)
"""A day no further away needs no year."""
_LOOKS = {
    State.HOLDS: ("ok", "check-circle"),
    State.ENDS_SOON: ("am", "clock"),
    State.ENDED: ("rd", "warning-circle"),
    State.NO: ("rd", "x-circle"),
    State.TAKEN_BACK: ("rd", "arrow-u-up-left"),
    State.ASKED: ("nt", "hourglass-medium"),
}


@dataclass(frozen=True, repr=False)
class ConsentRow:
    """One answer of hers as it stands today."""

    answer: Consent
    today: date

    @property
    def key(self) -> Key:
        """What makes it the only one of its kind."""
        return self.answer.purpose, self.answer.receiver

    @property
    def state(self) -> State:
        """How it stands today."""
        return state(self.answer, self.today)

    @property
    def badge(self) -> tuple[str, str]:
        """Tone and icon of how it stands."""
        return _LOOKS[self.state]


def consent_rows(answers: Sequence[Consent], today: date) -> list[ConsentRow]:
    """Return the rows: what goes to somebody first, in the order it was asked."""
    ordered = sorted(answers, key=_to_us)
    return [ConsentRow(answer, today) for answer in ordered]


def consent_model() -> RowModel[ConsentRow]:
    """Return the columns of the register."""
    return RowModel(
        Column(tr("To whom"), to_whom, "two", 208, extra=_second),
        Column(tr("What may be known"), _known, "badges", stretch=True, extra=_parts),
        Column(tr("Why"), _why, "text", 142),
        Column(tr("Until"), _until, "text", 84),
        Column(tr("Now"), _now, "badge", 148, extra=_badge),
    )


def to_whom(row: ConsentRow) -> str:
    """Return who receives it, or what it is for when it stays with us."""
    return row.answer.receiver or word(row.answer.purpose)


def _to_us(answer: Consent) -> bool:
    return not answer.receiver


def _second(row: ConsentRow) -> str:
    if row.answer.receiver:
        return row.answer.person or word(row.answer.purpose)
    return tr("stays with us")


def _parts(row: ConsentRow) -> list[str]:
    answer = row.answer
    if answer.purpose is not Purpose.SHARE_WITH_PARTNER:
        return []
    if answer.form not in YES or not answer.may_know:
        return [tr("nothing")]
    return [word(part) for part in answer.may_know]


def _known(row: ConsentRow) -> str:
    return ", ".join(_parts(row))


def _why(row: ConsentRow) -> str:
    return " ".join(row.answer.why.split())


def _until(row: ConsentRow) -> str:
    until = row.answer.until
    if until is None:
        return DASH
    near = abs(until - row.today) < NEAR
    return day_without_weekday(until) if near else until.strftime("%d-%m-%y")


def _now(row: ConsentRow) -> str:
    return state_word(row.state)


def _badge(row: ConsentRow) -> tuple[str, str]:
    return row.badge
