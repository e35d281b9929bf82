"""A whole organisation for tests: one log, founded once, copied for every test that wants it."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from hgkm_desktop.db import Database
from hgkm_desktop.models import Member, RealQuestion, WalkIn
from hgkm_desktop.models.codes import HelpTopic, Role
from hgkm_desktop.services import bulk, members, rings, walk_ins
from hgkm_desktop.vault import founding, recovery_code
from hgkm_desktop.vault.keys import Bundle
from hgkm_desktop.vault.slots import Tile
from hgkm_desktop.vault.vault import Opened, Vault

MONDAY = datetime(2026, 11, 23, 10, 40, tzinfo=UTC)
"""Monday 23 November 2026, 11.40 in Amsterdam: the clock of the stories (FACTS.md 8)."""

TEAM = {
    "Hanan": (Role.VOLUNTEER,),
    "Joke": (Role.STAFF,),
    "Leyla": (Role.CONFIDANT,),
    "Imane": (Role.CONFIDANT,),
    "Bea": (Role.ADMINISTRATOR,),
}
FIRST = "Salma"
FIRST_WORDS = "kaneel fiets regenjas brug lepel"


@dataclass(frozen=True)
class Key:
    """How somebody signs in, with and without the slow way."""

    tile: Tile
    passphrase: str
    bundle: Bundle
    secret: bytes


@dataclass
class Desk:
    """A log's folder, its paper code, and everybody who can sign in."""

    folder: Path
    code: str
    keys: dict[str, Key]
    now: Callable[[], datetime] = lambda: MONDAY

    @property
    def vault(self) -> Vault:
        return Vault(self.folder, self.now)

    def open(self, name: str) -> Opened:
        """Open the log for somebody without the slow key derivation."""
        key = self.keys[name]
        return self.vault.open(key.bundle, key.tile.member_id, name, key.secret)

    def sign_in(self, name: str) -> Opened:
        """Sign somebody in as she would: by passphrase."""
        key = self.keys[name]
        return self.vault.sign_in(key.tile.member_id, key.passphrase)

    def copy(self, folder: Path) -> "Desk":
        shutil.copytree(self.folder, folder)
        return Desk(folder, self.code, self.keys, self.now)


def found_desk(folder: Path, *, without_key_ring: bool = True) -> Desk:
    """Found a log with the whole team of the stories."""
    code = recovery_code.new()
    person = founding.Person(FIRST, 6, FIRST_WORDS)
    start = founding.FirstStart("Nisa test", "Buurtlogboek", (person,), code, without_key_ring)
    opened = founding.found(folder, start, lambda: MONDAY)
    db = Database(opened, lambda: MONDAY)
    words = {FIRST: FIRST_WORDS}
    for color, (name, roles) in enumerate(TEAM.items(), start=1):
        words[name] = db.call(members.add, name, roles, color, now=MONDAY).passphrase
    db.call(bulk.settle)
    vault = opened.vault
    db.close()
    keys = {tile.name: _key(vault, tile, words[tile.name]) for tile in vault.look().tiles}
    desk = Desk(folder, code, keys)
    leyla = Database(desk.open("Leyla"), lambda: MONDAY)
    leyla.call(rings.give, keys["Imane"].tile.member_id)
    leyla.close()
    return desk


def _key(vault: Vault, tile: Tile, passphrase: str) -> Key:
    opened = vault.sign_in(tile.member_id, passphrase)
    opened.engine.dispose()
    return Key(tile, passphrase, opened.actor.bundle, opened.actor.device_secret)


class Make:
    """Makes records with sensible values through the real services."""

    def __init__(self, db: Database) -> None:
        self.db = db

    def walk_in(self, question: RealQuestion | None = None, **given) -> WalkIn:
        now = given.pop("now", MONDAY)
        walk_in = self.db.call(walk_ins.blank, now=now)
        walk_in.topics = (HelpTopic.DEBT,)
        for field, value in given.items():
            setattr(walk_in, field, value)
        return self.db.call(walk_ins.log, walk_in, question, now=now)

    def member(self, name: str = "Nora", roles=(Role.VOLUNTEER,)) -> Member:
        return self.db.call(members.add, name, roles, 1, now=MONDAY).member
