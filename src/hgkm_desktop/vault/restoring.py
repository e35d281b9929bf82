"""The ways back with the paper code alone: another computer, an emptied key ring, all forgotten."""

import os
import shutil
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from uuid import UUID

from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from hgkm_desktop import clock, migrations
from hgkm_desktop.errors import CannotOpen
from hgkm_desktop.models import Member, Statement
from hgkm_desktop.models.codes import Act, Role
from hgkm_desktop.texts import tr
from hgkm_desktop.vault import (
    audit,
    backup,
    erasure,
    keyring,
    recovery,
    sealing,
    slots,
    store,
    team,
)
from hgkm_desktop.vault.actor import DIRECTORY, Actor, load_directory
from hgkm_desktop.vault.directory import certify, head
from hgkm_desktop.vault.envelope import verify_key_of
from hgkm_desktop.vault.keyring import State
from hgkm_desktop.vault.keys import Bundle, seal_slot
from hgkm_desktop.vault.sealing import BY_ROOT, ROOT, Signer
from hgkm_desktop.vault.slots import Recovery, Slot, Slots, Tile
from hgkm_desktop.vault.team import Admission
from hgkm_desktop.vault.vault import DEVICE, LOG


def restore_copy(
    copy: Path, typed_code: str, folder: Path, *, without_key_ring: bool = False
) -> int:
    """Bring a copy back into a folder without a log; return the number of rows.

    Raise Invalid({"code": …}) for a wrong code, KeyRingTrouble, CannotOpen for a damaged copy,
    UserError for a full disk. The members sign in as before, with their own passphrases.
    """
    chosen = backup.find(copy)
    found, opened = backup.open_with_code(chosen, typed_code)
    if not without_key_ring and (state := keyring.state()) is not State.READY:
        raise keyring.trouble(state)
    building = folder.with_name(folder.name + ".nieuw")
    shutil.rmtree(building, ignore_errors=True)
    try:
        slots.make_private(building)
        rows = backup.restore(chosen, opened, found.vault_id, building)
        _settle_here(found, opened, building, without_key_ring)
        known = _erased_since(chosen, folder, opened, found.vault_id)
        _erase_again(building, opened, known)
        _step_aside(folder)
        os.replace(building, folder)
    except BaseException as error:
        shutil.rmtree(building, ignore_errors=True)
        if isinstance(error, store.FAULTS):
            raise store.trouble(error) from error
        raise
    slots.sync_folder(folder.parent)
    return rows


def put_secret_back(folder: Path, typed_code: str) -> None:
    """Give an emptied key ring its secret back; raise Invalid({"code": …}) or KeyRingTrouble."""
    found, opened = backup.open_with_code(folder, typed_code)
    keyring.write(found.vault_id, DEVICE, keyring.as_value(opened.device_secret))


def administrators(folder: Path, typed_code: str) -> list[Tile]:
    """Return the administrators of a log whose passphrases may all be forgotten."""
    found, opened = backup.open_with_code(folder, typed_code)
    engine = _engine(folder, opened)
    try:
        with Session(engine) as session:
            directory = load_directory(session, verify_key_of(opened.root))
            ids = {c.member_id for c in directory.with_role(Role.ADMINISTRATOR)}
    finally:
        engine.dispose()
    return [slot.tile for slot in found.slots if slot.tile.member_id in ids]


def new_passphrase(
    folder: Path, typed_code: str, member_id: UUID, passphrase: str, now: datetime
) -> None:
    """Let an administrator in again with the paper alone: fresh keys under a new passphrase.

    What was sealed for her alone is gone; the confidants give her their ring again. It is logged.
    """
    found, opened = backup.open_with_code(folder, typed_code)
    engine = _engine(folder, opened)
    try:
        with Session(engine) as session, session.begin():
            slot = _readmit(session, opened, member_id, passphrase, now)
    finally:
        engine.dispose()
    slots.with_member(found, slot.tile, slot.sealed)
    slots.save(folder, found, opened.device_secret, forget=True)


def _readmit(
    session: Session, opened: Recovery, member_id: UUID, passphrase: str, now: datetime
) -> Slot:
    root_public = verify_key_of(opened.root)
    bundle = Bundle.new(opened.database, root_public)
    directory = load_directory(session, root_public)
    before = directory.member(member_id)
    if not before.may_open(Role.ADMINISTRATOR):
        raise CannotOpen(
            tr("Choose somebody who looks after the team."),
            tr("She can let the others in."),
            "RE-02",
        )
    member = session.get_one(Member, member_id)
    serial = directory.serial + 1
    fresh = replace(before.with_keys(bundle.x_public, bundle.ed_public), serial=serial)
    member.certificate = certify(opened.root, fresh)
    member.slot = seal_slot(passphrase, opened.device_secret, member_id, bundle)
    session.flush()
    everyone = session.scalars(select(Member.certificate)).all()
    session.get_one(Statement, DIRECTORY).data = head(opened.root, serial, everyone)
    session.flush()
    _give_root(session, opened, member, Admission(member_id, bundle, member.slot), now)
    audit.write(session, member_id, [audit.Deed(Act.RECOVER, "member", member_id)], now)
    return Slot(Tile(member.id, member.name, member.color), member.slot)


def _give_root(
    session: Session, opened: Recovery, member: Member, admission: Admission, now: datetime
) -> None:
    directory = load_directory(session, admission.bundle.root)
    actor = Actor(member.id, member.name, admission.bundle, opened.device_secret, directory)
    session.info["actor"] = actor
    team.end_access(session, member.id)
    recovery.end_halves_of(session, member.id)
    ring = sealing.current(session, ROOT)
    assert ring is not None
    signer = Signer(BY_ROOT, opened.root)
    who = member.id, admission.bundle.x_public
    sealing.grant(session, ring, opened.root, *who, signer, now)


def _settle_here(found: Slots, opened: Recovery, folder: Path, without_key_ring: bool) -> None:
    """Write the slots file for this computer and give its key ring the secret."""
    found.backend = ""
    if not without_key_ring:
        keyring.write(found.vault_id, DEVICE, keyring.as_value(opened.device_secret))
        keyring.forget(found.vault_id, LOG)
        found.backend = keyring.backend_name()
    slots.save(folder, found, opened.device_secret)


def _erased_since(
    copy: Path, folder: Path, opened: Recovery, vault_id: UUID
) -> dict[UUID, datetime]:
    """Return what the copies beside this one, and the log it replaces, know was erased."""
    key = backup.key_of_copy(opened.database, vault_id)
    known = backup.erased_in(folder / store.FILE, opened.database)
    for other in backup.beside(copy):
        known |= backup.erased_in(other / store.FILE, key)
    return known


def _erase_again(folder: Path, opened: Recovery, known: dict[UUID, datetime]) -> None:
    """What she asked to be erased does not come back with an older copy (SECURITY.md)."""
    if not known:
        return
    engine = _engine(folder, opened)
    try:
        migrations.upgrade(engine)
        with Session(engine) as session, session.begin():
            erasure.replay(session, known)
    finally:
        engine.dispose()


def _step_aside(folder: Path) -> None:
    """Keep whatever is in the way under another name; a restore never throws anything away."""
    if not folder.exists():
        return
    if not any(folder.iterdir()):
        folder.rmdir()
        return
    stamp = clock.local(clock.now()).strftime("%Y-%m-%d-%H%M%S")
    os.replace(folder, folder.with_name(f"{folder.name}-vorige-{stamp}"))


def _engine(folder: Path, opened: Recovery) -> Engine:
    store.ensure_opens(folder / store.FILE, opened.database)
    return store.open_engine(folder / store.FILE, opened.database)
