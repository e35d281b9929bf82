"""Printing sheets: only with numbers somebody checked lately, and noted without names (R-283)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum, auto
from uuid import uuid4

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from hgkm_desktop.errors import Invalid, UserError
from hgkm_desktop.models import PrintLine
from hgkm_desktop.models.codes import Act
from hgkm_desktop.services import access, numbers, sheets
from hgkm_desktop.sheets import card
from hgkm_desktop.sheets import numbers as registry
from hgkm_desktop.sheets.card import CARD, CardContent
from hgkm_desktop.sheets.content import Content, used_keys
from hgkm_desktop.sheets.numbers import Number
from hgkm_desktop.texts import tr
from hgkm_desktop.vault import audit

MOST_COPIES = 1000


class Form(StrEnum):
    """What a sheet is printed as."""

    A4 = auto()
    A5 = auto()
    PICTURES = auto()
    ALOUD = auto()
    CARD = auto()
    PICTURE_CARD = auto()


@dataclass(frozen=True)
class Job:
    """So many of a sheet, in a language and a form; `cover` is for the card."""

    sheet: str
    language: str
    copies: int = 1
    form: Form = Form.A4
    cover: int = 0


class TooOld(UserError):
    """Numbers on this paper were not checked for half a year; nothing prints until they are."""

    def __init__(self, old: Sequence[Number]) -> None:
        super().__init__(
            tr("A number was not checked for half a year."), tr("Check it first. Then print.")
        )
        self.numbers = tuple(old)


def old_numbers(session: Session, jobs: Sequence[Job], *, today: date) -> list[Number]:
    """Return the numbers these jobs would print that must be checked first."""
    access.require(session, access.DESK)
    keys = [key for job in jobs for key in _keys(session, job)]
    return registry.old(numbers.by_key(session), keys, today)


def prepare(
    session: Session, jobs: Sequence[Job], *, today: date
) -> list[tuple[Job, Content | CardContent]]:
    """Return what to print; raise TooOld, or Invalid for a number of copies nobody means."""
    access.require(session, access.DESK)
    if any(not 1 <= job.copies <= MOST_COPIES for job in jobs):
        raise Invalid({"copies": tr("Look at the number once more.")})
    if old := old_numbers(session, jobs, today=today):
        raise TooOld(old)
    return [(job, preview(session, job)) for job in jobs]


def preview(session: Session, job: Job) -> Content | CardContent:
    """Return what a job would print, for the screen."""
    access.require(session, access.DESK)
    if job.sheet == CARD:
        return sheets.card_content(session, job.language, job.cover)
    return sheets.content(session, job.sheet, job.language)


def record(session: Session, jobs: Sequence[Job], *, today: date) -> None:
    """Note what was printed: sheet, language, number, day; nobody's name, no reader, no time.

    The log of who did what gets no line of its own for each: that would tell who printed which.
    Nor is the id one of ours (`new_id`), which says at what moment it was made.
    """
    access.require(session, access.DESK)
    rows = [
        {"id": uuid4(), "sheet": j.sheet, "language": j.language, "copies": j.copies, "day": today}
        for j in jobs
    ]
    if rows:
        session.execute(insert(PrintLine), rows)
        audit.mention(session, Act.PRINT, "handout")


def history(session: Session, limit: int = 200) -> Sequence[PrintLine]:
    """Return what was printed, the newest day first; within a day there is no order to keep."""
    access.require(session, access.DESK)
    order = PrintLine.day.desc(), PrintLine.sheet, PrintLine.language, PrintLine.id
    return session.scalars(select(PrintLine).order_by(*order).limit(limit)).all()


def _keys(session: Session, job: Job) -> Sequence[str]:
    if job.sheet == CARD:
        return card.KEYS
    return used_keys(sheets.text(session, job.sheet, job.language))
