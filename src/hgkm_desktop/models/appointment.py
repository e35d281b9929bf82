"""Going along with her. In the open stands only what a shared week needs: who is busy, and when."""

from datetime import date, datetime, time
from typing import ClassVar
from uuid import UUID

from sqlalchemy import Date, ForeignKey, Index, LargeBinary, Time
from sqlalchemy.orm import Mapped, mapped_column

from hgkm_desktop.models.base import Code, Moment, Record, key_column
from hgkm_desktop.rules.going_along import FixedKind
from hgkm_desktop.rules.lists import Area


class Appointment(Record, kw_only=True):
    """An accompanied appointment. `sealed` is for her confidants (rules/appointment.py, Details).

    With a case it is sealed with the case's ring, without one with the confidants' ring. What
    stands in the open is inside the seal as well, so that a change from outside is noticed.
    `is_off` when it does not take place, so that nobody is busy then.
    """

    __tablename__ = "appointment"

    id: Mapped[UUID] = key_column()
    version: Mapped[int] = mapped_column(default=0)
    case_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("case_record.id", ondelete="RESTRICT"), index=True, default=None
    )
    starts_at: Mapped[datetime] = mapped_column(Moment)
    ends_at: Mapped[datetime] = mapped_column(Moment)
    first_id: Mapped[UUID]
    reserve_id: Mapped[UUID | None] = mapped_column(default=None)
    is_off: Mapped[bool] = mapped_column(default=False)
    changed_at: Mapped[datetime] = mapped_column(Moment)
    changed_by: Mapped[UUID]
    sealed: Mapped[bytes] = mapped_column(LargeBinary)

    __mapper_args__: ClassVar = {"version_id_col": version}
    __table_args__ = (Index("ix_appointment_when", "starts_at", "ends_at"),)


class Absence(Record, kw_only=True):
    """That a member is not there, from one day to another; never why."""

    __tablename__ = "absence"

    id: Mapped[UUID] = key_column()
    member_id: Mapped[UUID] = mapped_column(ForeignKey("member.id", ondelete="RESTRICT"))
    first_day: Mapped[date] = mapped_column(Date)
    last_day: Mapped[date] = mapped_column(Date, index=True)


class FixedTime(Record, kw_only=True):
    """Something every week: the network meeting, or a programme of our own (R-010, R-028)."""

    __tablename__ = "fixed_time"

    id: Mapped[UUID] = key_column()
    version: Mapped[int] = mapped_column(default=0)
    kind: Mapped[FixedKind] = mapped_column(Code(FixedKind))
    title: Mapped[str]
    weekday: Mapped[int]
    begins: Mapped[time] = mapped_column(Time)
    ends: Mapped[time] = mapped_column(Time)
    place: Mapped[str] = mapped_column(default="")
    area: Mapped[Area] = mapped_column(Code(Area), default=Area.UNKNOWN)
    first_day: Mapped[date] = mapped_column(Date)
    last_day: Mapped[date | None] = mapped_column(Date, default=None)

    __mapper_args__: ClassVar = {"version_id_col": version}


class ShiftNote(Record, kw_only=True):
    """What the next shift has to know: for everybody at the desk, or sealed for the confidants."""

    __tablename__ = "shift_note"

    id: Mapped[UUID] = key_column()
    made_at: Mapped[datetime] = mapped_column(Moment, index=True)
    made_by: Mapped[UUID]
    text: Mapped[str] = mapped_column(default="")
    sealed: Mapped[bytes | None] = mapped_column(LargeBinary, default=None)


class ShiftNoteRead(Record, kw_only=True):
    """That a member read a hand-over note."""

    __tablename__ = "shift_note_read"

    note_id: Mapped[UUID] = mapped_column(
        ForeignKey("shift_note.id", ondelete="RESTRICT"), primary_key=True
    )
    member_id: Mapped[UUID] = mapped_column(primary_key=True)
    read_at: Mapped[datetime] = mapped_column(Moment)
