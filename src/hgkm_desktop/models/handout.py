"""What an organisation adds to the information sheets: checks, own texts, readers, prints."""

from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import Date, Index
from sqlalchemy.orm import Mapped, mapped_column

from hgkm_desktop.models.base import Moment, Record, key_column


class PublicNumber(Record, kw_only=True):
    """A number as somebody here last checked it, or one of the organisation's own (R-287)."""

    __tablename__ = "public_number"

    key: Mapped[str] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(default=0)
    name: Mapped[str] = mapped_column(default="")
    number: Mapped[str]
    hours: Mapped[str] = mapped_column(default="")
    is_own: Mapped[bool] = mapped_column(default=False)
    checked_on: Mapped[date | None] = mapped_column(Date, default=None)
    checked_by: Mapped[UUID | None] = mapped_column(default=None)

    __mapper_args__: ClassVar = {"version_id_col": version}


class OwnSheet(Record, kw_only=True):
    """The organisation's own words for a sheet in a language; the original stays beside it."""

    __tablename__ = "own_sheet"

    sheet: Mapped[str] = mapped_column(primary_key=True)
    language: Mapped[str] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(default=0)
    body: Mapped[str]
    changed_by: Mapped[UUID]
    changed_at: Mapped[datetime] = mapped_column(Moment)

    __mapper_args__: ClassVar = {"version_id_col": version}


class SheetReview(Record, kw_only=True):
    """A named reader checked this very text (`fingerprint`); another text needs a new reading."""

    __tablename__ = "sheet_review"

    sheet: Mapped[str] = mapped_column(primary_key=True)
    language: Mapped[str] = mapped_column(primary_key=True)
    fingerprint: Mapped[str]
    reader: Mapped[str]
    initials: Mapped[str]
    reviewed_on: Mapped[date] = mapped_column(Date)
    entered_by: Mapped[UUID]


class SheetChoice(Record, kw_only=True):
    """What the organisation chose for one sheet."""

    __tablename__ = "sheet_choice"

    sheet: Mapped[str] = mapped_column(primary_key=True)
    letterhead: Mapped[bool] = mapped_column(default=False)
    qr: Mapped[bool] = mapped_column(default=False)


class PrintLine(Record, kw_only=True):
    """That something was printed: which sheet, language, how many, which day. Never who (R-283)."""

    __tablename__ = "print_line"

    id: Mapped[UUID] = key_column()
    sheet: Mapped[str]
    language: Mapped[str]
    copies: Mapped[int]
    day: Mapped[date] = mapped_column(Date)

    # Without row numbers: they would tell in which order, and beside the log of whom.
    __table_args__ = (Index("ix_print_line_day", "day"), {"sqlite_with_rowid": False})
