"""Information sessions, who registered, what was handed out, and what comes after."""

from datetime import date, datetime, time
from typing import ClassVar
from uuid import UUID, uuid4

from sqlalchemy import Date, ForeignKey, Index, LargeBinary, Time, UniqueConstraint, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from hgkm_desktop.models.base import Code, Codes, Listed, Moment, Record, key_column
from hgkm_desktop.models.codes import Language
from hgkm_desktop.rules.sessions import (
    Audience,
    BuildingBlock,
    ChildAge,
    NameKind,
    Place,
    Reading,
    SchoolHolidayKind,
    SessionForm,
    SessionTopic,
    Source,
)


class SessionSeries(Record, kw_only=True):
    """A session that repeats: its rule as RFC 5545 writes it, its first day and hour (R-070).

    `left_out` are the days on which it does not take place. Every time it does is a row of its
    own among the sessions, so that each can have its own topic, hour and list.
    """

    __tablename__ = "session_series"

    id: Mapped[UUID] = key_column()
    version: Mapped[int] = mapped_column(default=0)
    rule: Mapped[str]
    first_day: Mapped[date] = mapped_column(Date)
    begins: Mapped[time] = mapped_column(Time)
    left_out: Mapped[tuple[str, ...]] = mapped_column(Listed(), default=())

    __mapper_args__: ClassVar = {"version_id_col": version}


class InformationSession(Record, kw_only=True):
    """One time somebody explains something (R-003). No word about who came for what.

    `planned_for` is when the series meant it to be. `printed_for` is the moment and the place
    that stood on the last printed list: another one, and the paper is wrong. `head_count` and
    `hands` come from counting, and need nobody's name (R-138, R-236).
    """

    __tablename__ = "information_session"

    id: Mapped[UUID] = key_column()
    version: Mapped[int] = mapped_column(default=0)
    series_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("session_series.id", ondelete="RESTRICT"), index=True, default=None
    )
    planned_for: Mapped[datetime | None] = mapped_column(Moment, default=None)
    starts_at: Mapped[datetime] = mapped_column(Moment)
    ends_at: Mapped[datetime] = mapped_column(Moment)
    topic: Mapped[SessionTopic] = mapped_column(Code(SessionTopic))
    title: Mapped[str] = mapped_column(default="")
    form: Mapped[SessionForm] = mapped_column(Code(SessionForm), default=SessionForm.TALK)
    languages: Mapped[tuple[Language, ...]] = mapped_column(Codes(Language), default=())
    interpreter: Mapped[Language | None] = mapped_column(Code(Language), default=None)
    audience: Mapped[Audience] = mapped_column(Code(Audience), default=Audience.WOMEN)
    place: Mapped[str] = mapped_column(default="")
    building_block: Mapped[BuildingBlock | None] = mapped_column(Code(BuildingBlock), default=None)
    speaker_partner: Mapped[UUID | None] = mapped_column(default=None)
    speaker: Mapped[str] = mapped_column(default="")
    co_organisers: Mapped[tuple[str, ...]] = mapped_column(Listed(), default=())
    capacity: Mapped[int | None] = mapped_column(default=None)
    child_places: Mapped[int | None] = mapped_column(default=None)
    materials: Mapped[str] = mapped_column(default="")
    sheets: Mapped[tuple[str, ...]] = mapped_column(Listed(), default=())
    is_off: Mapped[bool] = mapped_column(default=False)
    off_why: Mapped[str] = mapped_column(default="")
    head_count: Mapped[int | None] = mapped_column(default=None)
    hands: Mapped[int | None] = mapped_column(default=None)
    hands_of: Mapped[int | None] = mapped_column(default=None)
    what_worked: Mapped[str] = mapped_column(default="")
    printed_for: Mapped[str] = mapped_column(default="")
    names_gone: Mapped[bool] = mapped_column(default=False)
    search_key: Mapped[str] = mapped_column(default="")

    __mapper_args__: ClassVar = {"version_id_col": version}
    __table_args__ = (Index("ix_information_session_when", "starts_at", "id"),)


class SessionHandout(Record, kw_only=True):
    """How many of a sheet were handed out at a session, per language (R-071)."""

    __tablename__ = "session_handout"

    session_id: Mapped[UUID] = mapped_column(
        ForeignKey("information_session.id", ondelete="RESTRICT"), primary_key=True
    )
    sheet: Mapped[str] = mapped_column(primary_key=True)
    language: Mapped[str] = mapped_column(primary_key=True)
    copies: Mapped[int]


class Registration(Record, kw_only=True):
    """Somebody on the list of a session: a first name, an alias, or a number alone.

    It holds no author, no moment and no reason, and its id says nothing of when it was made:
    beside the log these would tell who brought whom. `number` is her place in the list, and the
    order of the waiting list. `sealed` is how she may be reached, for the confidants' gate.
    """

    __tablename__ = "registration"

    id: Mapped[UUID] = mapped_column(Uuid(), primary_key=True, default_factory=uuid4)
    version: Mapped[int] = mapped_column(default=0)
    session_id: Mapped[UUID] = mapped_column(
        ForeignKey("information_session.id", ondelete="RESTRICT")
    )
    number: Mapped[int] = mapped_column(default=0)
    kind: Mapped[NameKind] = mapped_column(Code(NameKind), default=NameKind.FIRST_NAME)
    name: Mapped[str] = mapped_column(default="")
    place: Mapped[Place] = mapped_column(Code(Place), default=Place.HAS_PLACE)
    is_here: Mapped[bool] = mapped_column(default=False)
    language: Mapped[Language | None] = mapped_column(Code(Language), default=None)
    reading: Mapped[Reading | None] = mapped_column(Code(Reading), default=None)
    children: Mapped[int] = mapped_column(default=0)
    child_ages: Mapped[tuple[ChildAge, ...]] = mapped_column(Codes(ChildAge), default=())
    source: Mapped[Source | None] = mapped_column(Code(Source), default=None)
    sealed: Mapped[bytes | None] = mapped_column(LargeBinary, default=None)

    __mapper_args__: ClassVar = {"version_id_col": version}
    # The index covers the counts of a list. Without row numbers: they would tell the order.
    __table_args__ = (
        UniqueConstraint("session_id", "number"),
        Index("ix_registration_counts", "session_id", "place", "is_here", "children"),
        {"sqlite_with_rowid": False},
    )


class SessionFollowUp(Record, kw_only=True):
    """What a confidant goes on with after a session, apart from any list (R-082).

    Which session, whom and what: all of it is sealed for the confidants.
    """

    __tablename__ = "session_follow_up"

    id: Mapped[UUID] = key_column()
    version: Mapped[int] = mapped_column(default=0)
    sealed: Mapped[bytes] = mapped_column(LargeBinary)

    __mapper_args__: ClassVar = {"version_id_col": version}


class SchoolHoliday(Record, kw_only=True):
    """A holiday of the schools, as typed in by somebody who looked it up."""

    __tablename__ = "school_holiday"

    id: Mapped[UUID] = key_column()
    version: Mapped[int] = mapped_column(default=0)
    kind: Mapped[SchoolHolidayKind] = mapped_column(Code(SchoolHolidayKind))
    first_day: Mapped[date] = mapped_column(Date, index=True)
    last_day: Mapped[date] = mapped_column(Date)

    __mapper_args__: ClassVar = {"version_id_col": version}


class PlanningRule(Record, kw_only=True):
    """Plan a session about this so many weeks before that holiday (R-078)."""

    __tablename__ = "planning_rule"

    id: Mapped[UUID] = key_column()
    version: Mapped[int] = mapped_column(default=0)
    weeks: Mapped[int]
    holiday: Mapped[SchoolHolidayKind] = mapped_column(Code(SchoolHolidayKind))
    topic: Mapped[SessionTopic] = mapped_column(Code(SessionTopic))
    is_on: Mapped[bool] = mapped_column(default=True)

    __mapper_args__: ClassVar = {"version_id_col": version}
