"""The encrypted file: SQLCipher with a raw key and salt, durable to the last acknowledged commit.

Every line here answers a trap of research/store.md: the key never stands in SQL text, nothing but
SQLite opens the file while an engine exists, `mode=rw` never creates an empty file by accident.
"""

import errno
import os
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import cast

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2 as sqlcipher

from hgkm_desktop.errors import CannotOpen, UserError
from hgkm_desktop.texts import tr
from hgkm_desktop.vault.keys import DatabaseKey

FILE = "logboek.db"
APPLICATION_ID = 0x42756C62
PAGE = 4096
ALONE, RAW = "alone", "raw connection"
FAULTS = (OSError, sqlcipher.Error, DBAPIError)
"""What disk and file may raise; `trouble` says it in plain words."""
_FULL = ("SQLITE_FULL", "SQLITE_IOERR", "ENOSPC", "EDQUOT", "EFBIG")
_CLOSED = ("SQLITE_READONLY", "SQLITE_CANTOPEN", "EACCES", "EPERM", "EROFS", "ENOENT", "ENOTDIR")
_UNNAMED = {"database or disk is full": "SQLITE_FULL", "disk I/O error": "SQLITE_IOERR"}
"""What the driver's copying says, without the name of the error."""
_BUSY = ("SQLITE_BUSY", "SQLITE_LOCKED")
PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "secure_delete=ON",
    "temp_store=MEMORY",
    "cache_size=-32000",
    "trusted_schema=OFF",
    "cell_size_check=ON",
)


def connect(path: Path, key: DatabaseKey, *, create: bool = False) -> sqlcipher.Connection:
    """Return a keyed driver connection; the first read is what really opens the file."""
    uri = path.resolve().as_uri() + ("?mode=rwc" if create else "?mode=rw")
    connection = sqlcipher.connect(
        uri, uri=True, isolation_level=None, timeout=10, check_same_thread=False
    )
    try:
        connection.execute("PRAGMA cipher_log_level=NONE").fetchall()
        connection.set_key(key.pragma())
        connection.execute("SELECT count(*) FROM sqlite_master").fetchall()
        if create:
            connection.execute(f"PRAGMA application_id={APPLICATION_ID}").fetchall()
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}").fetchall()
    except BaseException:
        connection.close()
        raise
    return connection


def open_engine(path: Path, key: DatabaseKey, *, create: bool = False) -> Engine:
    """Return the engine of a log; errors never carry what is written in a record."""
    if create:
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        connect(path, key, create=True).close()
    engine = create_engine(
        f"sqlite:///{path}",
        module=sqlcipher,
        creator=lambda: connect(path, key),
        poolclass=QueuePool,
        pool_size=4,
        max_overflow=4,
        hide_parameters=True,
        pool_reset_on_return=None,  # every transaction ends in db.py; a second rollback costs time
    )
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    # The driver alone would leave DDL outside the transaction, and a migration half done.
    cast(sqlcipher.Connection, connection.connection.driver_connection).execute("BEGIN IMMEDIATE")


def driver_of(session: Session) -> sqlcipher.Connection:
    """Return the driver's connection of a session's one transaction, which begins here.

    In a session of the door (db.py) that has asked the database nothing yet, the transaction is
    the driver's own and the session can no longer be used for anything else: a unit of work costs
    a quarter of a save (bench/).
    """
    info = session.info
    if "driver" not in info and info.get(ALONE):
        info["driver"] = _begin_alone(session)
    elif "driver" not in info:
        info["driver"] = session.connection().connection.driver_connection
    return cast(sqlcipher.Connection, info["driver"])


def _begin_alone(session: Session) -> sqlcipher.Connection:
    raw = session.info[RAW] = cast(Engine, session.get_bind()).raw_connection()
    driver = cast(sqlcipher.Connection, raw.driver_connection)
    driver.execute("BEGIN IMMEDIATE")
    session.bind = None  # whatever asks the session now fails at once instead of waiting for us
    return driver


def remember_driver(session: Session, _transaction: object, connection: Connection) -> None:
    """Let `driver_of` follow the session into the transaction it began itself."""
    session.info["driver"] = connection.connection.driver_connection


@contextmanager
def transaction(session: Session) -> Generator[None]:
    """Commit what a session (or `driver_of` alone) began, or take it back when something failed.

    Only a rollback makes a record new again: without it a second try would save nothing.
    """
    try:
        yield
        _end_alone(session, "COMMIT")
        if session.in_transaction():
            session.commit()
    except BaseException:
        with suppress(sqlcipher.Error):
            _end_alone(session, "ROLLBACK")
        session.rollback()
        raise


def _end_alone(session: Session, how: str) -> None:
    raw = session.info.get(RAW)
    if raw is None:
        return
    driver = cast(sqlcipher.Connection, raw.driver_connection)
    driver.execute(how)
    del session.info[RAW]
    raw.close()


def ensure_opens(path: Path, key: DatabaseKey) -> None:
    """Open and read a log once; raise CannotOpen with its own diagnosis. No engine may exist."""
    if code := _amiss(path):
        raise _cannot_open(code)
    try:
        connection = connect(path, key)
    except sqlcipher.Error as error:
        raise diagnosis(path, key, error) from error
    try:
        ours = connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
        tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    finally:
        connection.close()
    if not ours or not tables:
        raise _cannot_open("DB-02")


def _amiss(path: Path) -> str:
    """Return what is seen from outside. SQLite opens an empty file with any key, and reads only
    what it may not write."""
    if not path.exists():
        return "DB-01"
    if not os.access(path, os.R_OK | os.W_OK) or not os.access(path.parent, os.W_OK):
        return "DB-03"
    size = path.stat().st_size
    if not size:
        return "DB-04"
    return "DB-06" if path.is_file() and size < PAGE else ""


def diagnosis(path: Path, key: DatabaseKey, error: sqlcipher.Error) -> UserError:
    """Return what is wrong with a file that does not open, in words that say what to do."""
    if not _name(error).startswith(("SQLITE_NOTADB", "SQLITE_CORRUPT")):
        return trouble(error)
    with path.open("rb") as file:
        if file.read(16) == b"SQLite format 3\0":
            return _cannot_open("DB-02")
    bad, pages = _bad_pages(path, key), path.stat().st_size // PAGE
    return _cannot_open("DB-05" if bad >= pages else "DB-06")


def trouble(error: BaseException, path: Path | None = None) -> UserError:
    """Return what a failure of disk or file means for the volunteer, and what to do.

    After a damaged page SQLCipher answers the next write with "read-only": a `path` that can be
    written tells the two apart.
    """
    name = _name(error)
    if name.startswith("SQLITE_READONLY") and path is not None and _is_writable(path):
        return _cannot_open("DB-06")
    if name.startswith(_FULL):
        return UserError(
            tr("The disk of this computer is full."),
            tr("Nothing was lost. Make room on the disk and save again."),
        )
    if name.startswith(_CLOSED):
        return UserError(
            tr("The folder of the log cannot be written."),
            tr("Your text stays here. Call your administrator."),
        )
    if name.startswith(_BUSY):
        return UserError(tr("Another program is using the log."), tr("Wait a moment. Try again."))
    return _cannot_open("DB-07")


def _is_writable(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _name(error: BaseException) -> str:
    cause = getattr(error, "orig", None) or error
    number = getattr(cause, "errno", None) or 0
    other = errno.errorcode.get(number, _UNNAMED.get(str(cause), ""))
    return str(getattr(cause, "sqlite_errorname", other))


def _bad_pages(path: Path, key: DatabaseKey) -> int:
    uri = path.resolve().as_uri() + "?mode=ro"
    connection = sqlcipher.connect(uri, uri=True, isolation_level=None)
    try:
        connection.execute("PRAGMA cipher_log_level=NONE").fetchall()
        connection.set_key(key.pragma())
        return len(connection.execute("PRAGMA cipher_integrity_check").fetchall())
    finally:
        connection.close()


def problems(connection: sqlcipher.Connection) -> list[str]:
    """Return what both integrity checks find, after a checkpoint (or the first one errs)."""
    try:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        found = connection.execute("PRAGMA integrity_check").fetchall()
        found += connection.execute("PRAGMA cipher_integrity_check").fetchall()
    except sqlcipher.Error as error:
        return [str(error)]
    return [str(line) for (line,) in found if line != "ok"]


def _cannot_open(code: str) -> CannotOpen:
    words = {
        "DB-01": (tr("The log is not in its place."), tr("Restore the newest copy.")),
        "DB-02": (tr("This file is not our log."), tr("Restore the newest copy.")),
        "DB-03": (
            tr("The folder of the log cannot be written."),
            tr("Ask your administrator to give this computer the right again."),
        ),
        "DB-04": (tr("The file of the log is empty."), tr("Restore the newest copy.")),
        "DB-05": (
            tr("The log and the key do not belong together."),
            tr("Nothing is lost. Restore the newest copy with the paper sheet."),
        ),
        "DB-06": (
            tr("The file of the log is damaged."),
            tr("Do not type on. Restore the newest copy with the paper sheet."),
        ),
    }
    title, hint = words.get(code, words["DB-06"])
    return CannotOpen(title, hint, code)
