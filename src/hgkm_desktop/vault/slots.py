"""The slots file: who can sign in, sealed under this computer's secret, with the last one kept.

What must be readable without the key ring stands in the open: the vault's id, which back end was
used, and the recovery slot that only the paper code opens.
"""

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

from hgkm_desktop.errors import CannotOpen
from hgkm_desktop.texts import tr
from hgkm_desktop.vault.envelope import (
    NotAuthentic,
    b64,
    canonical,
    derive,
    lock,
    unb64,
    unlock,
)
from hgkm_desktop.vault.keys import DatabaseKey

FILE = "logboek.slots"
KEPT = "logboek.slots.vorige"


@dataclass(frozen=True)
class Tile:
    """What the sign-in page shows of a member: a name and a colour, never her roles."""

    member_id: UUID
    name: str
    color: int


@dataclass(frozen=True, repr=False)
class Slot:
    """One member's tile with the sealed bundle behind it."""

    tile: Tile
    sealed: bytes


@dataclass(frozen=True, repr=False)
class Recovery:
    """What the paper code opens: everything another computer needs, and the root's key."""

    database: DatabaseKey
    device_secret: bytes
    root: bytes


@dataclass(repr=False)
class Slots:
    """The slots file in memory, as far as it can be read without a key."""

    vault_id: UUID
    backend: str
    recovery: bytes
    open_secret: bytes = b""
    sealed: bytes = b""
    slots: list[Slot] = field(default_factory=list[Slot])

    @property
    def uses_key_ring(self) -> bool:
        """Say whether this computer's key ring holds the other half."""
        return bool(self.backend)

    @property
    def _place(self) -> tuple[str | bytes | UUID, ...]:
        # With the recovery slot in it, damage there is noticed now and not on the day of need.
        return "slots", self.vault_id, self.backend, self.recovery

    def open(self, device_secret: bytes) -> None:
        """Read who can sign in; raise NotAuthentic for another computer's secret."""
        raw = unlock(_file_key(device_secret), self.sealed, *self._place)
        self.slots = [
            Slot(Tile(UUID(s["id"]), s["name"], s["color"]), s["slot"].encode())
            for s in json.loads(raw)
        ]

    def pack(self, device_secret: bytes) -> bytes:
        """Return the file's bytes, sealed for this computer."""
        listed = [
            {
                "id": str(slot.tile.member_id),
                "name": slot.tile.name,
                "color": slot.tile.color,
                "slot": slot.sealed.decode(),
            }
            for slot in self.slots
        ]
        raw = json.dumps(listed).encode()
        self.sealed = lock(_file_key(device_secret), raw, *self._place)
        head = {"format": 1, "vault": str(self.vault_id), "backend": self.backend}
        # Without a key ring the other half stands here in the open: the passphrase alone protects.
        head["device"] = "" if self.uses_key_ring else b64(device_secret)
        return canonical(head | {"recovery": self.recovery.decode(), "sealed": b64(self.sealed)})

    @classmethod
    def unpack(cls, raw: bytes) -> "Slots":
        """Return what a file's bytes say in the open; raise NotAuthentic for anything else."""
        try:
            data = json.loads(raw)
            if data["format"] != 1:
                raise NotAuthentic
            vault_id, recovery = UUID(data["vault"]), data["recovery"].encode()
            halves = unb64(data["device"]), unb64(data["sealed"])
            return cls(vault_id, str(data["backend"]), recovery, *halves)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise NotAuthentic from error


def load(folder: Path) -> Slots:
    """Return the slots file, or the one before when it is damaged; raise CannotOpen("SL-01")."""
    for slots in _readable(folder):
        return slots
    raise _damaged()


def open_with(folder: Path, device_secret: bytes) -> Slots:
    """Return the slots file opened, or the one before; raise NotAuthentic if neither opens."""
    for slots in _readable(folder):
        with suppress(NotAuthentic):
            slots.open(device_secret)
            return slots
    raise NotAuthentic


def open_with_paper(folder: Path, code: str) -> tuple[Slots, Recovery]:
    """Return the slots file, or the one before, opened with the paper code, and what that opens.

    Raise NotAuthentic for another log's code, CannotOpen("SL-01") when all else is damaged.
    """
    fits = False
    for slots in _readable(folder):
        with suppress(NotAuthentic):
            recovery = open_recovery(code, slots.vault_id, slots.recovery)
            fits = True
            slots.open(recovery.device_secret)
            return slots, recovery
    if fits or not any(_readable(folder)):
        raise _damaged()
    raise NotAuthentic


def is_whole(folder: Path, device_secret: bytes) -> bool:
    """Say whether the newest slots file itself is undamaged, not only the one before."""
    try:
        Slots.unpack((folder / FILE).read_bytes()).open(device_secret)
    except (NotAuthentic, OSError):
        return False
    return True


def _readable(folder: Path) -> Iterator[Slots]:
    for name in (FILE, KEPT):
        with suppress(NotAuthentic, OSError):
            yield Slots.unpack((folder / name).read_bytes())


def _damaged() -> CannotOpen:
    return CannotOpen(
        tr("The key file of this log is damaged."),
        tr("Nothing is lost. Restore the newest copy with the paper sheet."),
        "SL-01",
    )


def save(folder: Path, slots: Slots, device_secret: bytes, *, forget: bool = False) -> None:
    """Write the file so that a power cut leaves the old or the new one; `forget` the one before."""
    raw = slots.pack(device_secret)
    target, kept = folder / FILE, folder / KEPT
    if not forget and is_whole(folder, device_secret):
        write_durably(kept, target.read_bytes())
    if forget:  # first: after a power cut the newest file still differs, and is mended
        write_durably(kept, raw)
    write_durably(target, raw)


def write_durably(target: Path, raw: bytes) -> None:
    """Write a file for its owner only: temporary, fsynced, renamed, folder fsynced."""
    part = target.with_name(target.name + ".deel")
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(raw)
            file.flush()
            os.fsync(file.fileno())
        os.replace(part, target)
    except OSError:
        part.unlink(missing_ok=True)
        raise
    sync_folder(target.parent)


def make_private(folder: Path) -> None:
    """Make a folder, and those above it that are missing, for their owner only."""
    for missing in reversed([f for f in (folder, *folder.parents) if not f.exists()]):
        missing.mkdir(mode=0o700)


def sync_folder(folder: Path) -> None:
    """Make a rename durable, where the system knows folders as files."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def seal_recovery(code: str, vault_id: UUID, recovery: Recovery) -> bytes:
    """Return the recovery slot: `code` is the 26 characters from paper, 130 bits, so no KDF."""
    salt = os.urandom(16)
    body = {
        "key": b64(recovery.database.key),
        "salt": b64(recovery.database.salt),
        "device": b64(recovery.device_secret),
        "root": b64(recovery.root),
    }
    key = derive(code.encode(), "recovery slot", vault_id, salt=salt)
    return canonical({"salt": b64(salt), "sealed": b64(lock(key, canonical(body), "recovery"))})


def open_recovery(code: str, vault_id: UUID, slot: bytes) -> Recovery:
    """Return what the paper code opens; raise NotAuthentic for another log's code."""
    try:
        outer = json.loads(slot)
        key = derive(code.encode(), "recovery slot", vault_id, salt=unb64(outer["salt"]))
        body = json.loads(unlock(key, unb64(outer["sealed"]), "recovery"))
        database = DatabaseKey(unb64(body["key"]), unb64(body["salt"]))
        return Recovery(database, unb64(body["device"]), unb64(body["root"]))
    except (ValueError, KeyError, TypeError) as error:
        raise NotAuthentic from error


def with_member(slots: Slots, tile: Tile, sealed: bytes) -> None:
    """Add or replace a member's slot."""
    without_member(slots, tile.member_id)
    slots.slots.append(Slot(tile, sealed))


def without_member(slots: Slots, member_id: UUID) -> None:
    """Take a member's slot away."""
    slots.slots = [slot for slot in slots.slots if slot.tile.member_id != member_id]


def slot_of(slots: Slots, member_id: UUID) -> Slot | None:
    """Return the slot of a member, None when she has none."""
    return next((s for s in slots.slots if s.tile.member_id == member_id), None)


def _file_key(device_secret: bytes) -> bytes:
    return derive(device_secret, "slots file")
