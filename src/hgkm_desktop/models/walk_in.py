"""A walk-in: one contact, without a name."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import Date, ForeignKey, Index, LargeBinary, Uuid, text
from sqlalchemy.orm import Mapped, mapped_column

from hgkm_desktop.models.base import Code, Codes, Moment, Record, key_column
from hgkm_desktop.models.codes import (
    ContactBy,
    ContactSetting,
    FollowUp,
    HarmKind,
    HelpTopic,
    Language,
    SignalLevel,
    TellsAbout,
    Urgency,
    Visit,
)

ALIVE = text("deleted_at IS NULL")


@dataclass(frozen=True, repr=False)
class RealQuestion:
    """What she really came for: sealed for confidants (R-146). Own words come first (R-039)."""

    question: str = ""
    own_words: str = ""
    harm: tuple[HarmKind, ...] = ()

    def __bool__(self) -> bool:
        """Say whether anything was written."""
        return bool(self.question or self.own_words or self.harm)


class WalkIn(Record, kw_only=True):
    """One contact at the desk; only moment, setting and a topic are required (R-300)."""

    __tablename__ = "walk_in"

    id: Mapped[UUID] = key_column()
    version: Mapped[int] = mapped_column(default=0)
    happened_at: Mapped[datetime] = mapped_column(Moment)
    setting: Mapped[ContactSetting] = mapped_column(Code(ContactSetting))
    topics: Mapped[tuple[HelpTopic, ...]] = mapped_column(Codes(HelpTopic), default=())
    contact_by: Mapped[ContactBy | None] = mapped_column(Code(ContactBy), default=None)
    language: Mapped[Language | None] = mapped_column(Code(Language), default=None)
    visit: Mapped[Visit | None] = mapped_column(Code(Visit), default=None)
    signal: Mapped[SignalLevel | None] = mapped_column(Code(SignalLevel), default=None)
    tells_about: Mapped[TellsAbout | None] = mapped_column(Code(TellsAbout), default=None)
    urgency: Mapped[Urgency | None] = mapped_column(Code(Urgency), default=None)
    follow_up: Mapped[FollowUp | None] = mapped_column(Code(FollowUp), default=None)
    follow_up_on: Mapped[date | None] = mapped_column(Date, default=None)
    children: Mapped[int | None] = mapped_column(default=None)
    desk_question: Mapped[str] = mapped_column(default="")
    search_key: Mapped[str] = mapped_column(default="")
    sealed: Mapped[bytes | None] = mapped_column(LargeBinary, default=None)
    entered_by: Mapped[UUID] = mapped_column(Uuid, default=UUID(int=0))
    entered_at: Mapped[datetime] = mapped_column(Moment, default=None)
    corrected_at: Mapped[datetime | None] = mapped_column(Moment, default=None)
    deleted_at: Mapped[datetime | None] = mapped_column(Moment, default=None)
    deleted_reason: Mapped[str] = mapped_column(default="")

    __mapper_args__: ClassVar = {"version_id_col": version}
    __table_args__ = (
        Index("ix_walk_in_newest", "happened_at", "id", sqlite_where=ALIVE),
        Index("ix_walk_in_search", "happened_at", "id", "search_key", sqlite_where=ALIVE),
    )


class WalkInCorrection(Record, kw_only=True):
    """How a walk-in read before somebody corrected or deleted it; nothing is overwritten unseen."""

    __tablename__ = "walk_in_correction"

    id: Mapped[UUID] = key_column()
    walk_in_id: Mapped[UUID] = mapped_column(
        ForeignKey("walk_in.id", ondelete="RESTRICT"), index=True
    )
    before: Mapped[str]
    sealed: Mapped[bytes | None] = mapped_column(LargeBinary, default=None)
    made_by: Mapped[UUID]
    made_at: Mapped[datetime] = mapped_column(Moment)


class TallyDay(Record, kw_only=True):
    """How often a topic was asked about on a day, without any person (R-111)."""

    __tablename__ = "tally_day"

    day: Mapped[date] = mapped_column(Date, primary_key=True)
    topic: Mapped[HelpTopic] = mapped_column(Code(HelpTopic), primary_key=True)
    count: Mapped[int] = mapped_column(default=0)
