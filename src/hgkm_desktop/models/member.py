"""The people of the organisation, their certificates and what they may open."""

from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import ForeignKey, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from hgkm_desktop.models.base import Codes, Moment, Record, key_column
from hgkm_desktop.models.codes import Role


class Organisation(Record, kw_only=True):
    """The one organisation this log belongs to."""

    __tablename__ = "organisation"

    id: Mapped[UUID] = key_column()
    version: Mapped[int] = mapped_column(default=0)
    name: Mapped[str]
    window_title: Mapped[str]
    hidden_fields: Mapped[str] = mapped_column(default="")
    meldcode: Mapped[str] = mapped_column(default="free", server_default="free")
    recovery_number: Mapped[int] = mapped_column(default=1)
    recovery_tested_at: Mapped[datetime | None] = mapped_column(Moment, default=None)
    backed_up_at: Mapped[datetime | None] = mapped_column(Moment, default=None)
    names_days: Mapped[int] = mapped_column(default=30, server_default="30")

    __mapper_args__: ClassVar = {"version_id_col": version}


class Member(Record, kw_only=True):
    """Somebody who signs in. `certificate` is the root's word on keys and roles; `roles` is a copy
    for lists and decides nothing (SECURITY.md, Rings)."""

    __tablename__ = "member"

    id: Mapped[UUID] = key_column()
    version: Mapped[int] = mapped_column(default=0)
    name: Mapped[str]
    color: Mapped[int] = mapped_column(default=1)
    roles: Mapped[tuple[Role, ...]] = mapped_column(Codes(Role), default=())
    certificate: Mapped[bytes] = mapped_column(LargeBinary, default=b"")
    slot: Mapped[bytes] = mapped_column(LargeBinary, default=b"")
    must_renew: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime] = mapped_column(Moment)
    last_seen_at: Mapped[datetime | None] = mapped_column(Moment, default=None)
    seen_before_at: Mapped[datetime | None] = mapped_column(Moment, default=None)
    left_at: Mapped[datetime | None] = mapped_column(Moment, default=None)

    __mapper_args__: ClassVar = {"version_id_col": version}


class Ring(Record, kw_only=True):
    """One generation of a ring: the key in circulation under `public_key`, signed by its maker."""

    __tablename__ = "ring"

    id: Mapped[UUID] = key_column()
    name: Mapped[str] = mapped_column(index=True)
    statement: Mapped[bytes] = mapped_column(LargeBinary)
    made_at: Mapped[datetime] = mapped_column(Moment)


class Grant(Record, kw_only=True):
    """A ring's key, sealed to one member (or to the recovery key) and signed by the granter."""

    __tablename__ = "ring_grant"

    id: Mapped[UUID] = key_column()
    ring_id: Mapped[UUID] = mapped_column(ForeignKey("ring.id", ondelete="RESTRICT"))
    holder_id: Mapped[UUID] = mapped_column(index=True)
    statement: Mapped[bytes] = mapped_column(LargeBinary)
    made_at: Mapped[datetime] = mapped_column(Moment)

    __table_args__ = (UniqueConstraint("ring_id", "holder_id"),)


class RecoveryShare(Record, kw_only=True):
    """One half of the recovery key, sealed to one holder; the other half is elsewhere (2 of n)."""

    __tablename__ = "recovery_share"

    id: Mapped[UUID] = key_column()
    holder_id: Mapped[UUID] = mapped_column(index=True)
    partner: Mapped[str]
    sealed: Mapped[bytes] = mapped_column(LargeBinary)


class Draft(Record, kw_only=True):
    """A half-typed entry, sealed for the member who typed it; wiped when it is saved."""

    __tablename__ = "draft"

    id: Mapped[UUID] = key_column()
    member_id: Mapped[UUID]
    place: Mapped[str]
    sealed: Mapped[bytes] = mapped_column(LargeBinary)
    kept_at: Mapped[datetime] = mapped_column(Moment)

    __table_args__ = (UniqueConstraint("member_id", "place"),)


class Statement(Record, kw_only=True):
    """Something the root signed about the whole organisation, by name (SECURITY.md, Rings)."""

    __tablename__ = "statement"

    name: Mapped[str] = mapped_column(primary_key=True)
    data: Mapped[bytes] = mapped_column(LargeBinary)
