"""The first start: a log, its root, its first coordinator and its paper code, all or nothing."""

import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from sqlalchemy.orm import Session

from hgkm_desktop import clock
from hgkm_desktop.errors import UserError
from hgkm_desktop.migrations import upgrade
from hgkm_desktop.models import Member, Organisation, Statement, new_id
from hgkm_desktop.models.codes import Act, Role
from hgkm_desktop.texts import tr
from hgkm_desktop.vault import (
    audit,
    keyring,
    recovery,
    recovery_code,
    sealing,
    slots,
    store,
    team,
)
from hgkm_desktop.vault.actor import DIRECTORY, RECOVERY_KEY, Actor
from hgkm_desktop.vault.directory import Certificate, Directory, certify, head, recovery_statement
from hgkm_desktop.vault.envelope import public_of, verify_key_of
from hgkm_desktop.vault.keyring import State
from hgkm_desktop.vault.keys import Bundle, DatabaseKey, seal_slot
from hgkm_desktop.vault.sealing import BY_ROOT, ROOT, Signer
from hgkm_desktop.vault.slots import Recovery, Slots, Tile
from hgkm_desktop.vault.team import Admission
from hgkm_desktop.vault.vault import DEVICE, Opened, Vault

FIRST_ROLES = frozenset({Role.COORDINATOR, Role.ADMINISTRATOR})


@dataclass(frozen=True, repr=False)
class Person:
    """A founding coordinator: a name, a colour and the passphrase she signs in with."""

    name: str
    color: int
    passphrase: str


@dataclass(frozen=True, repr=False)
class FirstStart:
    """What the wizard asked. `code` is the paper code as printed; it was typed back."""

    organisation: str
    window_title: str
    people: tuple[Person, ...]
    code: str
    without_key_ring: bool = False


@dataclass(frozen=True, repr=False)
class _Founding:
    """The secrets of the hour; none of them outlives it."""

    vault_id: UUID
    database: DatabaseKey
    device_secret: bytes
    root: bytes
    recovery_key: bytes
    code: str

    @classmethod
    def new(cls, code: str, device_secret: bytes) -> "_Founding":
        secrets = os.urandom(32), os.urandom(32)
        return cls(new_id(), DatabaseKey.new(), device_secret, *secrets, recovery_code.read(code))


def found(folder: Path, start: FirstStart, now: Callable[[], datetime] = clock.now) -> Opened:
    """Make a log in a folder that has none and open it for the first coordinator.

    Raise KeyRingTrouble when the key ring is not to be trusted (then the organisation may choose
    `without_key_ring`), UserError when the disk is full; nothing half-made stays behind.
    """
    secret = os.urandom(32)
    founding = _Founding.new(start.code, secret)
    if not start.without_key_ring and (state := keyring.state()) is not State.READY:
        raise keyring.trouble(state)
    building = folder.with_name(folder.name + ".nieuw")
    shutil.rmtree(building, ignore_errors=True)
    try:
        if folder.exists() and any(folder.iterdir()):
            raise UserError(
                tr("There is already something in this folder."), tr("Nothing was changed.")
            )
        slots.make_private(building)
        if not start.without_key_ring:
            keyring.write(founding.vault_id, DEVICE, keyring.as_value(secret))
        first = _build(building, founding, start, now())
        if folder.exists():
            folder.rmdir()
        os.replace(building, folder)
    except BaseException as error:
        shutil.rmtree(building, ignore_errors=True)
        if not start.without_key_ring:
            with suppress(UserError):
                keyring.forget(founding.vault_id, DEVICE)
        if isinstance(error, store.FAULTS):
            raise store.trouble(error) from error
        raise
    slots.sync_folder(folder.parent)
    name = start.people[0].name
    return Vault(folder, now).open(first.bundle, first.member_id, name, secret)


def _build(folder: Path, founding: _Founding, start: FirstStart, now: datetime) -> Admission:
    people = [(person, _admission(founding, person)) for person in start.people]
    recovery_slot = slots.seal_recovery(
        founding.code,
        founding.vault_id,
        Recovery(founding.database, founding.device_secret, founding.root),
    )
    engine = store.open_engine(folder / store.FILE, founding.database, create=True)
    try:
        upgrade(engine)
        with Session(engine) as session, session.begin():
            _write_records(session, founding, start, people, now)
            recovery.keep_sheet(session, founding.root, recovery_slot)
    finally:
        engine.dispose()
    backend = "" if start.without_key_ring else keyring.backend_name()
    file = Slots(founding.vault_id, backend, recovery_slot)
    for person, admission in people:
        tile = Tile(admission.member_id, person.name, person.color)
        slots.with_member(file, tile, admission.slot)
    slots.save(folder, file, founding.device_secret)
    return people[0][1]


def _admission(founding: _Founding, person: Person) -> Admission:
    member_id = new_id()
    bundle = Bundle.new(founding.database, verify_key_of(founding.root))
    slot = seal_slot(person.passphrase, founding.device_secret, member_id, bundle)
    return Admission(member_id, bundle, slot)


def _write_records(
    session: Session,
    founding: _Founding,
    start: FirstStart,
    people: list[tuple[Person, Admission]],
    now: datetime,
) -> None:
    session.add(
        Organisation(
            name=start.organisation,
            window_title=start.window_title,
            recovery_tested_at=now,  # the wizard had the code typed back from the paper
        )
    )
    certificates = [team.certificate_for(a, FIRST_ROLES, 1) for _, a in people]
    for (person, admission), certificate in zip(people, certificates, strict=True):
        session.add(_member(founding, person, admission, certificate, now))
    session.flush()
    _write_statements(session, founding, certificates)
    first = people[0][1]
    directory = Directory(
        {c.member_id: c for c in certificates}, 1, public_of(founding.recovery_key)
    )
    actor = Actor(first.member_id, people[0][0].name, first.bundle, b"", directory)
    session.info["actor"] = actor
    _write_rings(session, founding, certificates, now)
    deed = audit.Deed(Act.CREATE, "organisation")
    audit.write(session, first.member_id, [deed], now)


def _member(
    founding: _Founding,
    person: Person,
    admission: Admission,
    certificate: Certificate,
    now: datetime,
) -> Member:
    return Member(
        id=admission.member_id,
        name=person.name,
        color=person.color,
        roles=tuple(certificate.roles),
        certificate=certify(founding.root, certificate),
        slot=admission.slot,
        created_at=now,
    )


def _write_statements(
    session: Session, founding: _Founding, certificates: list[Certificate]
) -> None:
    signed = [certify(founding.root, certificate) for certificate in certificates]
    key = recovery_statement(founding.root, public_of(founding.recovery_key))
    session.add(Statement(name=DIRECTORY, data=head(founding.root, 1, signed)))
    session.add(Statement(name=RECOVERY_KEY, data=key))


def _write_rings(
    session: Session, founding: _Founding, certificates: list[Certificate], now: datetime
) -> None:
    signer = Signer(BY_ROOT, founding.root)
    ring = sealing.create(session, ROOT, founding.root, signer, 1, now=now)
    for certificate in certificates:
        who = certificate.member_id, certificate.x
        sealing.grant(session, ring, founding.root, *who, signer, now)
    holders = [(c.member_id, c.x) for c in certificates]
    recovery.issue_halves(session, founding.recovery_key, founding.code, holders)
