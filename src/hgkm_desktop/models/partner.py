"""The partner directory: organisations, who is known there, and what we agreed with them."""

from datetime import date
from typing import ClassVar
from uuid import UUID

from sqlalchemy import Date, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from hgkm_desktop.models.base import Code, Codes, Record, key_column
from hgkm_desktop.models.codes import Language
from hgkm_desktop.rules.lists import Area
from hgkm_desktop.rules.partners import Expertise, PartnerType, Whose


class Partner(Record, kw_only=True):
    """An organisation we go to, or that comes to us. One that ended stays, so history stays.

    `hours` and `former_names` are packed by rules/opening.py and services/partners.py;
    `night_number` is whom we may ring outside hours, as agreed.
    """

    __tablename__ = "partner"

    id: Mapped[UUID] = key_column()
    version: Mapped[int] = mapped_column(default=0)
    name: Mapped[str]
    type: Mapped[PartnerType] = mapped_column(Code(PartnerType), default=PartnerType.OTHER)
    type_words: Mapped[str] = mapped_column(default="")
    areas: Mapped[tuple[Area, ...]] = mapped_column(Codes(Area), default=())
    does: Mapped[str] = mapped_column(default="")
    does_not: Mapped[str] = mapped_column(default="")
    address: Mapped[str] = mapped_column(default="")
    general_number: Mapped[str] = mapped_column(default="")
    night_number: Mapped[str] = mapped_column(default="")
    night_words: Mapped[str] = mapped_column(default="")
    hours: Mapped[str] = mapped_column(default="")
    hours_words: Mapped[str] = mapped_column(default="")
    open_on_holidays: Mapped[bool] = mapped_column(default=False)
    languages: Mapped[tuple[Language, ...]] = mapped_column(Codes(Language), default=())
    bring: Mapped[str] = mapped_column(default="")
    costs: Mapped[str] = mapped_column(default="")
    checked_on: Mapped[date | None] = mapped_column(Date, default=None)
    checked_by: Mapped[UUID | None] = mapped_column(default=None)
    former_names: Mapped[str] = mapped_column(default="")
    ended_on: Mapped[date | None] = mapped_column(Date, default=None)
    merged_into: Mapped[UUID | None] = mapped_column(default=None)

    __mapper_args__: ClassVar = {"version_id_col": version}


class PartnerPerson(Record, kw_only=True):
    """Somebody who works at a partner; a fixed contact is the known face there (R-023, R-091)."""

    __tablename__ = "partner_person"

    id: Mapped[UUID] = key_column()
    version: Mapped[int] = mapped_column(default=0)
    partner_id: Mapped[UUID] = mapped_column(
        ForeignKey("partner.id", ondelete="RESTRICT"), index=True
    )
    name: Mapped[str]
    does: Mapped[str] = mapped_column(default="")
    direct_number: Mapped[str] = mapped_column(default="")
    hours: Mapped[str] = mapped_column(default="")
    hours_words: Mapped[str] = mapped_column(default="")
    expertise: Mapped[tuple[Expertise, ...]] = mapped_column(Codes(Expertise), default=())
    languages: Mapped[tuple[Language, ...]] = mapped_column(Codes(Language), default=())
    is_fixed: Mapped[bool] = mapped_column(default=False)
    since: Mapped[date | None] = mapped_column(Date, default=None)
    until: Mapped[date | None] = mapped_column(Date, default=None)
    stand_in_id: Mapped[UUID | None] = mapped_column(default=None)

    __mapper_args__: ClassVar = {"version_id_col": version}


class PartnerAgreement(Record, kw_only=True):
    """What was agreed with a partner: their promise, ours, or both; with a day to look again."""

    __tablename__ = "partner_agreement"

    id: Mapped[UUID] = key_column()
    version: Mapped[int] = mapped_column(default=0)
    partner_id: Mapped[UUID] = mapped_column(
        ForeignKey("partner.id", ondelete="RESTRICT"), index=True
    )
    whose: Mapped[Whose] = mapped_column(Code(Whose), default=Whose.BOTH)
    text: Mapped[str]
    agreed_on: Mapped[date | None] = mapped_column(Date, default=None)
    look_again: Mapped[date | None] = mapped_column(Date, default=None)
    ended_on: Mapped[date | None] = mapped_column(Date, default=None)

    __mapper_args__: ClassVar = {"version_id_col": version}


class PartnerCount(Record, kw_only=True):
    """How often a partner kept to what was agreed, per year: numbers, no persons (R-052)."""

    __tablename__ = "partner_count"

    id: Mapped[UUID] = key_column()
    partner_id: Mapped[UUID] = mapped_column(ForeignKey("partner.id", ondelete="RESTRICT"))
    year: Mapped[int]
    what: Mapped[str]
    number: Mapped[int] = mapped_column(default=0)

    __table_args__ = (UniqueConstraint("partner_id", "year", "what"),)
