"""What every record has, and the column types they share."""

import os
import time
from collections.abc import Iterable
from datetime import UTC, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import DateTime, MetaData, String, TypeDecorator, Uuid
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedAsDataclass, mapped_column

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


def new_id() -> UUID:
    """Return a time-ordered UUID (version 7, RFC 9562): new records land beside each other."""
    milliseconds = time.time_ns() // 1_000_000
    noise = int.from_bytes(os.urandom(10), "big")
    value = (milliseconds & (1 << 48) - 1) << 80 | 0x7 << 76 | (noise >> 68 & 0xFFF) << 64
    return UUID(int=value | 0b10 << 62 | noise & (1 << 62) - 1)


class Record(MappedAsDataclass, DeclarativeBase, kw_only=True, repr=False, eq=False):
    """A snapshot of one row: held, edited and thrown away freely; only services save it."""

    metadata = MetaData(naming_convention=NAMES)

    def __repr__(self) -> str:
        """Show type and id, never content: reprs end up in logs."""
        return f"<{type(self).__name__} {getattr(self, 'id', '')}>"


def key_column() -> Mapped[UUID]:
    """Return the primary key every record with an identity of its own has."""
    return mapped_column(Uuid(), primary_key=True, default_factory=new_id)


class Moment(TypeDecorator[datetime]):
    """An aware moment, stored in UTC with microseconds (naive ones are refused)."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Store in UTC; raise ValueError for a moment without a zone."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs a zone")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give the zone back."""
        return None if value is None else value.replace(tzinfo=UTC)


class Code(TypeDecorator[StrEnum]):
    """One value of a code list, stored as its fixed code."""

    impl = String
    cache_ok = True

    def __init__(self, kind: type[StrEnum]) -> None:
        super().__init__()
        self.kind = kind

    def process_bind_param(self, value: StrEnum | None, dialect: Dialect) -> str | None:
        """Store the code."""
        return None if value is None else self.kind(value).value

    def process_result_value(self, value: str | None, dialect: Dialect) -> StrEnum | None:
        """Give the value of the list back."""
        return None if value is None else self.kind(value)


class Codes(TypeDecorator[tuple[StrEnum, ...]]):
    """Several values of a code list, stored as " code code " so that one can be looked for."""

    impl = String
    cache_ok = True

    def __init__(self, kind: type[StrEnum]) -> None:
        super().__init__()
        self.kind = kind

    def process_bind_param(self, value: Iterable[StrEnum] | None, dialect: Dialect) -> str:
        """Store in the order of the list, each once."""
        chosen = set(value or ())
        return "".join(f" {code.value}" for code in self.kind if code in chosen) + " "

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[StrEnum, ...]:
        """Give the values of the list back."""
        return tuple(self.kind(code) for code in (value or "").split())


class Listed(TypeDecorator[tuple[str, ...]]):
    """Words without spaces (ids, days), stored as " one two " in the order given."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: Iterable[str] | None, dialect: Dialect) -> str:
        """Store in the order given, each once."""
        return "".join(f" {word}" for word in dict.fromkeys(value or ())) + " "

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[str, ...]:
        """Give the words back."""
        return tuple((value or "").split())
