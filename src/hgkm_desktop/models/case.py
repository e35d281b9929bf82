"""Somebody we stand beside. Of her the file shows dates and who may read, and nothing else."""

from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import ForeignKey, Index, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from hgkm_desktop.models.base import Moment, Record, key_column


class Case(Record, kw_only=True):
    """A woman and those beside her. `sealed` is for her confidants, `board` for coordinators.

    Her id is bound to her first ring (vault/case_ring.py), so it is given, never made here.
    """

    __tablename__ = "case_record"

    id: Mapped[UUID] = key_column()
    version: Mapped[int] = mapped_column(default=0)
    made_at: Mapped[datetime] = mapped_column(Moment)
    sealed: Mapped[bytes] = mapped_column(LargeBinary)
    board: Mapped[bytes | None] = mapped_column(LargeBinary, default=None)

    __mapper_args__: ClassVar = {"version_id_col": version}


class CaseEntry(Record, kw_only=True):
    """One thing that was noted, agreed or done; never changed, only followed by another."""

    __tablename__ = "case_entry"

    id: Mapped[UUID] = key_column()
    case_id: Mapped[UUID] = mapped_column(ForeignKey("case_record.id", ondelete="RESTRICT"))
    made_at: Mapped[datetime] = mapped_column(Moment)
    sealed: Mapped[bytes] = mapped_column(LargeBinary)

    __table_args__ = (Index("ix_case_entry_case", "case_id", "made_at"),)


class AdviceCall(Record, kw_only=True):
    """Advice that was asked, sealed for the confidants; tied to nobody (R-263, R-296)."""

    __tablename__ = "advice_call"

    id: Mapped[UUID] = key_column()
    made_at: Mapped[datetime] = mapped_column(Moment, index=True)
    sealed: Mapped[bytes] = mapped_column(LargeBinary)


class ReferralCount(Record, kw_only=True):
    """How often somebody was really there, by organisation, area and year: a number, no persons."""

    __tablename__ = "referral_count"

    id: Mapped[UUID] = key_column()
    organisation: Mapped[str]
    area: Mapped[str]
    year: Mapped[int]
    number: Mapped[int] = mapped_column(default=0)

    __table_args__ = (UniqueConstraint("organisation", "area", "year"),)


class Erasure(Record, kw_only=True):
    """That something was erased, and when: done again on an older copy that is put back."""

    __tablename__ = "erasure"

    id: Mapped[UUID] = key_column()
    erased_at: Mapped[datetime] = mapped_column(Moment)
