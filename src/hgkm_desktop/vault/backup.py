"""A copy that is only called one after it was opened, checked and counted; and the way back.

A copy is a folder with two files: the log under a key of its own (derived from the log's key), and
the slots file. The paper code of that time opens both, on any computer.
"""

import os
import shutil
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from sqlcipher3 import dbapi2 as sqlcipher

from hgkm_desktop import clock
from hgkm_desktop.errors import CannotOpen, Invalid, UserError
from hgkm_desktop.texts import tr
from hgkm_desktop.vault import recovery_code, slots, store
from hgkm_desktop.vault.envelope import NotAuthentic, derive
from hgkm_desktop.vault.keys import DatabaseKey
from hgkm_desktop.vault.slots import Recovery, Slots

PREFIX = "logboek-kopie-"


@dataclass(frozen=True)
class Copy:
    """A finished, verified copy."""

    folder: Path
    made_at: datetime
    size: int
    rows: int


def key_of_copy(database: DatabaseKey, vault_id: UUID) -> DatabaseKey:
    """Return the key all copies are under, derived from the log's own key."""
    key = derive(database.key + database.salt, "copy", vault_id)
    return DatabaseKey(key, derive(key, "copy salt")[:16])


def make(
    source: sqlcipher.Connection,
    slots_file: bytes,
    database: DatabaseKey,
    target: Path,
    now: datetime,
) -> Copy:
    """Copy an open log to a folder or stick, verify it, and only then give it its name.

    Raise UserError when the folder is gone or full; nothing half-made stays behind.
    """
    name = PREFIX + clock.local(now).strftime("%Y-%m-%d-%H%M%S")
    part = target / (name + ".deel")
    try:
        part.mkdir(mode=0o700)
        rows = _fill(source, slots_file, database, part)
        done = target / name
        os.replace(part, done)
        _sync(target)
    except (*store.FAULTS, NotAuthentic, UserError) as error:
        shutil.rmtree(part, ignore_errors=True)
        raise UserError(
            tr("The copy failed."), tr("Put the USB stick in and try again.")
        ) from error
    size = sum(file.stat().st_size for file in done.iterdir())
    return Copy(done, now, size, rows)


def _fill(
    source: sqlcipher.Connection,
    slots_file: bytes,
    database: DatabaseKey,
    part: Path,
) -> int:
    key = key_of_copy(database, Slots.unpack(slots_file).vault_id)
    _copy_into(source, part / store.FILE, key)
    rows = _verified_rows(part / store.FILE, key)
    slots.write_durably(part / slots.FILE, slots_file)
    return rows


def _copy_into(source: sqlcipher.Connection, path: Path, key: DatabaseKey) -> None:
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    copy = sqlcipher.connect(str(path), isolation_level=None)
    try:
        copy.execute("PRAGMA cipher_log_level=NONE").fetchall()
        copy.set_key(key.pragma())
        copy.execute("PRAGMA journal_mode=DELETE").fetchall()
        source.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE").fetchall()
    finally:
        copy.close()
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _verified_rows(path: Path, key: DatabaseKey) -> int:
    """Return the number of rows in a copy that passes both checks; raise CannotOpen otherwise."""
    connection = sqlcipher.connect(path.resolve().as_uri() + "?mode=ro", uri=True)
    try:
        connection.execute("PRAGMA cipher_log_level=NONE").fetchall()
        connection.set_key(key.pragma())
        broken = connection.execute("PRAGMA cipher_integrity_check").fetchall()
        whole = connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        # An empty file opens with any key and passes both checks.
        ours = connection.execute("PRAGMA application_id").fetchone() == (store.APPLICATION_ID,)
        if broken or not whole or not ours:
            raise _damaged()
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type='table'").fetchall()
        counts = [
            connection.execute(f'SELECT count(*) FROM "{t}"').fetchone()[0] for (t,) in tables
        ]
        return sum(counts)
    except sqlcipher.DatabaseError as error:
        raise _damaged() from error
    finally:
        connection.close()


def find(chosen: Path) -> Path:
    """Return the copy a person means: the folder itself, one of its files, or the newest inside."""
    folder = chosen if chosen.is_dir() else chosen.parent
    if (folder / store.FILE).is_file() and (folder / slots.FILE).is_file():
        return folder
    inside = sorted(folder.glob(PREFIX + "*"), reverse=True)
    found = [c for c in inside if not c.name.endswith(".deel") and (c / slots.FILE).is_file()]
    if not found:
        raise UserError(
            tr("There is no copy in this folder."), tr("Choose the stick or folder of the copy.")
        )
    return found[0]


def beside(copy: Path) -> list[Path]:
    """Return the other finished copies in the same place."""
    others = (path for path in copy.parent.glob(PREFIX + "*") if path != copy)
    return sorted(path for path in others if not path.name.endswith(".deel"))


def erased_in(path: Path, key: DatabaseKey) -> dict[UUID, datetime]:
    """Return what a log or copy knows was erased; nothing from one that another key made."""
    found: dict[UUID, datetime] = {}
    # Without a WAL beside it nothing may appear there either: the folder stays as it was.
    has_wal = path.with_name(path.name + "-wal").exists()
    how = "?mode=ro" if has_wal else "?mode=ro&immutable=1"
    with suppress(sqlcipher.DatabaseError):
        connection = sqlcipher.connect(path.resolve().as_uri() + how, uri=True)
        with closing(connection):
            connection.execute("PRAGMA cipher_log_level=NONE").fetchall()
            connection.set_key(key.pragma())
            for case_id, moment in connection.execute("SELECT id, erased_at FROM erasure"):
                found[UUID(case_id)] = datetime.fromisoformat(moment).replace(tzinfo=UTC)
    return found


def open_with_code(folder: Path, typed: str) -> tuple[Slots, Recovery]:
    """Return what a paper code opens in a log or copy; raise Invalid({"code": …}) otherwise."""
    code = recovery_code.read(typed)
    try:
        return slots.open_with_paper(folder, code)
    except NotAuthentic as error:
        raise Invalid(
            {"code": tr("This code belongs to another log. Look for the right sheet.")}
        ) from error


def restore(copy: Path, recovery: Recovery, vault_id: UUID, folder: Path) -> int:
    """Put a copy's records in a folder without a log; return the number of rows.

    Raise CannotOpen when the copy is damaged, and whatever a full disk raises.
    """
    key = key_of_copy(recovery.database, vault_id)
    rows = _verified_rows(copy / store.FILE, key)
    part = folder / (store.FILE + ".deel")
    part.unlink(missing_ok=True)
    source = sqlcipher.connect((copy / store.FILE).resolve().as_uri() + "?mode=ro", uri=True)
    try:
        source.execute("PRAGMA cipher_log_level=NONE").fetchall()
        source.set_key(key.pragma())
        _copy_into(source, part, recovery.database)
        if _verified_rows(part, recovery.database) != rows:
            raise _damaged()
    finally:
        source.close()
    os.replace(part, folder / store.FILE)
    _sync(folder)
    return rows


def _damaged() -> CannotOpen:
    return CannotOpen(
        tr("This copy is damaged."), tr("Take an older copy. Keep this one as it is."), "KO-01"
    )


def _sync(folder: Path) -> None:
    try:
        slots.sync_folder(folder)
    except OSError:
        return  # some sticks cannot; the files themselves are on the disk
