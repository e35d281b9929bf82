"""The one door: runs a service in a transaction of its own, writes the log, says what changed."""

from collections.abc import Callable
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar, cast

from sqlalchemy import event
from sqlalchemy.orm import ORMExecuteState, Session, sessionmaker
from sqlalchemy.orm.exc import StaleDataError
from sqlalchemy.pool import PoolProxiedConnection
from sqlcipher3 import dbapi2 as sqlcipher

from hgkm_desktop import clock
from hgkm_desktop.errors import Conflict, Forbidden, UserError
from hgkm_desktop.models import (
    AuditLine,
    Draft,
    PartnerCount,
    Record,
    Registration,
    SessionHandout,
)
from hgkm_desktop.models.codes import Act
from hgkm_desktop.texts import tr
from hgkm_desktop.vault import audit, backup, store
from hgkm_desktop.vault.backup import Copy
from hgkm_desktop.vault.vault import Opened

P = ParamSpec("P")
R = TypeVar("R")
Kinds = frozenset[type[Record]]

UNLOGGED = (AuditLine, Draft, PartnerCount, Registration, SessionHandout)
"""A count beside the line of a visit would say in the log with which partner it was; a line for
each registration, who brought whom: of a list the log says only that somebody worked on it."""


class Database:
    """An open log and who is signed in."""

    def __init__(self, opened: Opened, now: Callable[[], datetime] = clock.now) -> None:
        self.actor = opened.actor
        self.engine = opened.engine
        self.vault = opened.vault
        self.head = audit.Head(0, audit.START)
        self._now = now
        self._session = sessionmaker(
            self.engine, expire_on_commit=False, info={"actor": self.actor, store.ALONE: True}
        )
        self._listeners: list[Callable[[Kinds], None]] = []
        event.listen(self._session, "after_begin", store.remember_driver)
        event.listen(self._session, "after_flush", _remember_saved)
        event.listen(self._session, "do_orm_execute", _remember_bulk)

    def call(
        self, service: Callable[Concatenate[Session, P], R], *args: P.args, **kwargs: P.kwargs
    ) -> R:
        """Run a service and commit, with its lines in the log; what it returns is safe to keep.

        Raise what the service raises; errors of the file become UserError with a way out.
        """
        try:
            result, changed = self._run(service, *args, **kwargs)
        except Forbidden:
            with suppress(*store.FAULTS):
                self._run(_mention_refusal, service.__module__.rpartition(".")[2])
            raise
        except (StaleDataError, *store.FAULTS) as error:
            raise as_user_error(error, self.vault.database) from error
        if changed:
            for listener in self._listeners:
                listener(changed)
        return result

    def _run(
        self, service: Callable[Concatenate[Session, P], R], *args: P.args, **kwargs: P.kwargs
    ) -> tuple[R, Kinds]:
        with self._session() as session, store.transaction(session):
            session.info["now"] = self._now
            result = service(session, *args, **kwargs)
            if session.in_transaction():
                session.flush()
            deeds = session.info.get("deeds", ())
            head = audit.write(session, self.actor.member_id, deeds, self._now()) if deeds else None
        self.head = head or self.head
        if "slots" in session.info:
            self.vault.save_members(self.actor, *session.info["slots"])
        return result, frozenset(session.info.get("changed", ()))

    def on_change(self, listener: Callable[[Kinds], None]) -> None:
        """Call `listener` after every commit that changed something."""
        self._listeners.append(listener)

    def copy_to(self, folder: Path) -> Copy:
        """Make a verified copy of the open log in a folder; safe beside the window's own work.

        Raise UserError when the folder is gone, full or read-only.
        """
        secret = self.actor.device_secret
        slots_file = self.vault.read_slots(secret).pack(secret)
        connection = self.engine.raw_connection()
        try:
            key = self.actor.bundle.database
            return backup.make(_driver(connection), slots_file, key, folder, self._now())
        finally:
            connection.close()

    def problems(self) -> list[str]:
        """Return what both integrity checks find, nothing when the file is whole."""
        connection = self.engine.raw_connection()
        try:
            return store.problems(_driver(connection))
        finally:
            connection.close()

    def check_code(self, typed: str) -> None:
        """Check the paper code against this log; raise Invalid({"code": …}) with what to do."""
        backup.open_with_code(self.vault.folder, typed)

    def close(self) -> None:
        """Let go of the file, with everything in the main file (a long WAL is a risk)."""
        # Where that fails, whatever was acknowledged is in the WAL, which the next start reads.
        with suppress(*store.FAULTS), closing(self.engine.raw_connection()) as connection:
            connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        self.engine.dispose()


def _driver(connection: PoolProxiedConnection) -> sqlcipher.Connection:
    return cast(sqlcipher.Connection, connection.driver_connection)


def as_user_error(error: Exception, path: Path | None = None) -> UserError:
    """Return what a failure of the file means for the volunteer, and what to do."""
    if isinstance(error, StaleDataError):
        return Conflict(
            tr("Somebody else changed this first."), tr("Your text is kept. Look at both.")
        )
    return store.trouble(error, path)


def _mention_refusal(session: Session, kind: str) -> None:
    audit.mention(session, Act.REFUSED, kind)


def _remember_saved(session: Session, _context: object) -> None:
    for act, records in (
        (Act.CREATE, session.new),
        (Act.CHANGE, [r for r in session.dirty if session.is_modified(r)]),
        (Act.DELETE, session.deleted),
    ):
        for record in records:
            remember(session, act, record)


def remember(session: Session, act: Act, record: Record) -> None:
    """Note for the log and for the views what was done to a record."""
    session.info.setdefault("changed", set()).add(type(record))
    if not isinstance(record, UNLOGGED):
        audit.mention(session, act, str(type(record).__tablename__), getattr(record, "id", None))


def _remember_bulk(state: ORMExecuteState) -> None:
    if state.bind_mapper and (state.is_insert or state.is_update or state.is_delete):
        state.session.info.setdefault("changed", set()).add(state.bind_mapper.class_)
