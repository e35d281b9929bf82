"""The log's folder from outside: is there one, who can sign in, sign her in, bring it back.

Nothing here keeps a key; what is opened is handed over as `Opened`.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from sqlalchemy import Engine, select, update
from sqlalchemy.orm import Session

from hgkm_desktop import clock
from hgkm_desktop.errors import CannotOpen, WrongPassphrase
from hgkm_desktop.migrations import upgrade
from hgkm_desktop.models import Member
from hgkm_desktop.texts import tr
from hgkm_desktop.vault import audit, keyring, own_head, recovery, slots, store, waiting
from hgkm_desktop.vault.actor import Actor, admit, load_directory, refuse_older_directory
from hgkm_desktop.vault.audit import Head
from hgkm_desktop.vault.envelope import NotAuthentic
from hgkm_desktop.vault.keyring import State
from hgkm_desktop.vault.keys import Bundle, open_slot, seal_slot
from hgkm_desktop.vault.slots import Slot, Slots, Tile

DEVICE = "device"
LOG = "log"


@dataclass(frozen=True)
class LockedState:
    """What can be known of a log before anybody signs in."""

    tiles: tuple[Tile, ...]
    key_ring: State


@dataclass(repr=False)
class Opened:
    """An open log: its engine, who is signed in, and whether something is amiss with its past."""

    engine: Engine
    actor: Actor
    vault: "Vault"
    older_file: bool = False


class Vault:
    """One folder with one log in it."""

    def __init__(self, folder: Path, now: Callable[[], datetime] = clock.now) -> None:
        self.folder = folder
        self.now = now

    @property
    def database(self) -> Path:
        """The encrypted file."""
        return self.folder / store.FILE

    def exists(self) -> bool:
        """Say whether there is a log here, damaged or not."""
        names = (store.FILE, slots.FILE, slots.KEPT)
        return any((self.folder / name).exists() for name in names)

    def look(self) -> LockedState:
        """Return who can sign in. Slow (key ring): call it in the background.

        Raise KeyRingTrouble when this computer's secret is not to be had, CannotOpen for damage.
        """
        found, _secret = self._open_slots()
        state = State.READY if found.uses_key_ring else State.NOT_USED
        return LockedState(tuple(slot.tile for slot in found.slots), state)

    def sign_in(self, member_id: UUID, passphrase: str) -> Opened:
        """Open the log for a member.

        Raise TooSoon while she has to wait, WrongPassphrase (the same words whatever the reason),
        KeyRingTrouble, CannotOpen or Tampered.
        """
        found, secret = self._open_slots()
        waiting.refuse_when_too_soon(self.folder, member_id, self.now())
        slot = slots.slot_of(found, member_id)
        try:
            if slot is None:
                raise NotAuthentic
            bundle = open_slot(passphrase, secret, member_id, slot.sealed)
        except NotAuthentic as error:
            waiting.count_failure(self.folder, member_id, self.now())
            raise wrong_passphrase() from error
        opened = self.open(bundle, member_id, slot.tile.name, secret)
        waiting.forget(self.folder, member_id)
        self._remember_serial(opened, passphrase)
        return opened

    def open(self, bundle: Bundle, member_id: UUID, name: str, secret: bytes) -> Opened:
        """Open the file with a member's keys, bring it up to date, check who she is."""
        store.ensure_opens(self.database, bundle.database)
        engine = store.open_engine(self.database, bundle.database)
        try:
            upgrade(engine)
            with Session(engine) as session:
                directory = load_directory(session, bundle.root)
                actor = Actor(member_id, name, bundle, secret, directory)
                actor.vault_id = slots.load(self.folder).vault_id
                refuse_older_directory(actor)
                self._mend_slots(session, actor)
                admit(actor)
                older = self._is_older(session, slots.load(self.folder))
                older = older or own_head.is_gone(session, actor)
        except BaseException as error:
            engine.dispose()
            if isinstance(error, store.FAULTS):
                raise store.trouble(error) from error
            raise
        return Opened(engine, actor, self, older)

    def read_slots(self, device_secret: bytes) -> Slots:
        """Return the slots file opened with the secret; raise CannotOpen("SL-02") otherwise."""
        try:
            return slots.open_with(self.folder, device_secret)
        except NotAuthentic as error:
            raise CannotOpen(
                tr("The key file belongs to another computer."),
                tr("Nothing is lost. Restore the newest copy with the paper sheet."),
                "SL-02",
            ) from error

    def device_secret(self, found: Slots) -> bytes:
        """Return this computer's half of the lock; raise KeyRingTrouble when it is not there."""
        if not found.uses_key_ring:
            return found.open_secret
        value = keyring.read(found.vault_id, DEVICE)
        if value is None:
            raise keyring.trouble(State.EMPTIED)
        return keyring.secret_bytes(value)

    def save_members(
        self, actor: Actor, listed: list[Slot], forget: bool, sheet: bytes = b""
    ) -> None:
        """Bring the slots file in line with the file's members, and with a new recovery `sheet`.

        `forget` the file before, too.
        """
        found = self.read_slots(actor.device_secret)
        found.slots, found.recovery = listed, sheet or found.recovery
        slots.save(self.folder, found, actor.device_secret, forget=forget)

    def adopt_key_ring(self, actor: Actor) -> None:
        """Move the other half of the lock from the slots file to this computer's key ring.

        Raise KeyRingTrouble when there is still none to be trusted.
        """
        found = self.read_slots(actor.device_secret)
        keyring.write(found.vault_id, DEVICE, keyring.as_value(actor.device_secret))
        found.backend = keyring.backend_name()
        slots.save(self.folder, found, actor.device_secret, forget=True)

    def keep_head(self, head: Head) -> None:
        """Keep the log's newest hash beside the device secret (at sign-in, lock and closing)."""
        found = slots.load(self.folder)
        if head.seq and found.uses_key_ring:
            keyring.write(found.vault_id, LOG, head.text())

    def _open_slots(self) -> tuple[Slots, bytes]:
        secret = self.device_secret(slots.load(self.folder))
        return self.read_slots(secret), secret

    def _is_older(self, session: Session, found: Slots) -> bool:
        if not found.uses_key_ring:
            return False
        kept = keyring.read(found.vault_id, LOG)
        try:
            return kept is not None and not audit.contains(session, Head.parse(kept))
        except ValueError:
            return True

    def _mend_slots(self, session: Session, actor: Actor) -> None:
        """The file's members decide: a power cut between file and slots is put right here."""
        found = self.read_slots(actor.device_secret)
        here = session.scalars(select(Member).where(Member.left_at.is_(None)).order_by(Member.id))
        listed = [Slot(Tile(m.id, m.name, m.color), m.slot) for m in here]
        sheet = recovery.newest_sheet(session, actor.bundle.root) or found.recovery
        right = sorted(listed, key=_by_id) == sorted(found.slots, key=_by_id)
        right = right and sheet == found.recovery
        if not right or not slots.is_whole(self.folder, actor.device_secret):
            found.slots, found.recovery = listed, sheet
            slots.save(self.folder, found, actor.device_secret, forget=True)

    def _remember_serial(self, opened: Opened, passphrase: str) -> None:
        """Seal into her own slot the newest directory she has met: no older one gets past her."""
        actor = opened.actor
        if actor.directory.serial <= actor.bundle.seen:
            return
        actor.bundle = actor.bundle.after_seeing(actor.directory.serial)
        sealed = seal_slot(passphrase, actor.device_secret, actor.member_id, actor.bundle)
        mine = update(Member).where(Member.id == actor.member_id)
        # A full disk must not keep her out: then the next sign-in remembers it.
        with suppress(*store.FAULTS):
            with Session(opened.engine) as session, session.begin():
                session.execute(mine.values(slot=sealed))
            with Session(opened.engine) as session:
                self._mend_slots(session, actor)


def _by_id(slot: Slot) -> UUID:
    return slot.tile.member_id


def wrong_passphrase() -> WrongPassphrase:
    """Return the one answer to every failed sign-in."""
    return WrongPassphrase(tr("That is not right. Try again."))
