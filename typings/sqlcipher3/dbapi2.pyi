"""The part of the driver that the vault uses."""

import sqlite3

class Connection(sqlite3.Connection):
    def set_key(self, key: bytes) -> None: ...

class Error(Exception):
    sqlite_errorcode: int
    sqlite_errorname: str

class DatabaseError(Error): ...
class OperationalError(DatabaseError): ...

def connect(
    database: str,
    timeout: float = ...,
    isolation_level: str | None = ...,
    check_same_thread: bool = ...,
    uri: bool = ...,
) -> Connection: ...
