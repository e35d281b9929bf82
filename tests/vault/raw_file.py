"""What somebody has who holds the file itself: her own keys, and no services in between."""

import json
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from desk import Desk

from hgkm_desktop.vault import store
from hgkm_desktop.vault.envelope import b64, canonical, context


class RawFile:
    """The encrypted file in the hands of a member who took the key out of her own bundle."""

    def __init__(self, desk: Desk, name: str = "Hanan") -> None:
        self.path = desk.vault.database
        self.key = desk.keys[name].bundle.database

    def run(self, sql: str, *values) -> list[tuple]:
        """Change or read the file, past every service."""
        connection = store.connect(self.path, self.key)
        try:
            return connection.execute(sql, [_stored(value) for value in values]).fetchall()
        finally:
            connection.close()

    def one(self, sql: str, *values):
        return self.run(sql, *values)[0][0]

    def certificate(self, member_id: UUID) -> bytes:
        return self.one("SELECT certificate FROM member WHERE id = ?", member_id)

    def put_certificate(self, member_id: UUID, statement: bytes) -> None:
        self.run("UPDATE member SET certificate = ? WHERE id = ?", statement, member_id)

    def directory(self) -> dict[str, list[tuple]]:
        """Return everything the root signed about the team, to be put back later."""
        return {
            "member": self.run("SELECT id, certificate FROM member"),
            "statement": self.run("SELECT name, data FROM statement"),
        }

    def put_directory(self, kept: dict[str, list[tuple]]) -> None:
        for member_id, certificate in kept["member"]:
            self.run("UPDATE member SET certificate = ? WHERE id = ?", certificate, member_id)
        for name, data in kept["statement"]:
            self.run("UPDATE statement SET data = ? WHERE name = ?", data, name)

    def table(self, name: str) -> list[tuple]:
        return self.run(f"SELECT * FROM {name}")

    def put_rows(self, name: str, rows: list[tuple]) -> None:
        for row in rows:
            marks = ", ".join("?" * len(row))
            self.run(f"INSERT OR IGNORE INTO {name} VALUES ({marks})", *row)


def _stored(value):
    return value.hex if isinstance(value, UUID) else value


def body_of(statement: bytes) -> dict:
    return json.loads(json.loads(statement)["body"])


def with_body(statement: bytes, **changes) -> bytes:
    """Return a statement that says something else, under the signature it had."""
    outer = json.loads(statement)
    outer["body"] = canonical(json.loads(outer["body"]) | changes).decode()
    return canonical(outer)


def signed(private: bytes, body: dict) -> bytes:
    """Sign anything, as somebody can who wrote this program herself."""
    raw = canonical(body)
    signature = Ed25519PrivateKey.from_private_bytes(private).sign(context("statement", raw))
    return canonical({"body": raw.decode(), "sig": b64(signature)})
