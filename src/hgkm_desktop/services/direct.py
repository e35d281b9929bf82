"""Straight to the driver: the few statements a volunteer waits for (bench/), and nothing else.

What the ORM does around a statement costs more than the statement itself on a local file.
"""

from collections.abc import Callable, Sequence
from contextlib import closing
from functools import cache
from typing import Any, cast

from sqlalchemy import Engine, Table
from sqlalchemy.dialects import sqlite
from sqlalchemy.orm import Session

from hgkm_desktop.db import remember
from hgkm_desktop.models import Record
from hgkm_desktop.models.codes import Act
from hgkm_desktop.vault import store

Convert = Callable[[Any], Any] | None


def fetched(session: Session, sql: str, values: tuple[Any, ...]) -> list[Any]:
    """Return what one statement finds, as the driver gives it.

    It reads beside the session's own transaction: it takes no lock from whoever writes, and does
    not see what this very call has not committed yet.
    """
    engine = cast(Engine, session.get_bind())
    with closing(engine.raw_connection()) as connection:
        driver: Any = connection.driver_connection
        return driver.execute(sql, values).fetchall()


def insert(session: Session, record: Record) -> None:
    """Save a new record as the ORM would: same columns, first version, told to log and views."""
    sql, columns = _statement(type(record))
    if hasattr(record, "version"):
        record.version = 1  # pyright: ignore[reportAttributeAccessIssue]
    values = [_stored(getattr(record, name), convert) for name, convert in columns]
    store.driver_of(session).execute(sql, values)
    remember(session, Act.CREATE, record)


def _stored(value: object, convert: Convert) -> object:
    return value if convert is None else convert(value)


@cache
def _statement(kind: type[Record]) -> tuple[str, Sequence[tuple[str, Convert]]]:
    table, dialect = cast(Table, kind.__table__), sqlite.dialect()
    columns = [
        (column.key, column.type.dialect_impl(dialect).bind_processor(dialect))
        for column in table.columns
    ]
    names, marks = ", ".join(name for name, _ in columns), ", ".join("?" for _ in columns)
    return f"INSERT INTO {table.name} ({names}) VALUES ({marks})", columns
