"""Who holds which half, and what a code opens: shared by the tests of the recovery sheet."""

from sqlalchemy.orm import Session

from hgkm_desktop.errors import Invalid
from hgkm_desktop.models import AuditLine
from hgkm_desktop.models.codes import Role
from hgkm_desktop.services import members, recovery
from hgkm_desktop.vault import backup, recovery_code
from hgkm_desktop.vault import recovery as halves
from hgkm_desktop.vault.envelope import public_of


def opens(desk, code, folder=None) -> bool:
    try:
        return bool(backup.open_with_code(folder or desk.folder, code))
    except Invalid as error:
        assert list(error.problems) == ["code"]
        return False


def id_of(desk, name):
    return desk.keys[name].tile.member_id


def make_coordinator(db, desk, name, *more):
    roles = [Role.COORDINATOR, *more]
    db.call(members.change, id_of(desk, name), name, roles, 2)


def state(db) -> dict:
    found = db.call(recovery.holders)
    return {h.member.name: (h.beside_paper, h.beside_others) for h in found}


def acts(db) -> list:
    with Session(db.engine) as session:
        lines = session.query(AuditLine).order_by(AuditLine.seq)
        return [(line.act, line.kind, line.record_id) for line in lines]


def key_of(db, desk, code, *names) -> bytes | None:
    """Return the recovery key as these people and this paper bring it together."""
    opened = [desk.open(name) for name in names]
    try:
        with Session(db.engine) as session:
            text = recovery_code.read(code) if code else None
            return halves.key_from(session, [each.actor for each in opened], text)
    finally:
        for each in opened:
            each.engine.dispose()


def is_the_key(db, key) -> bool:
    return key is not None and public_of(key) == db.actor.directory.recovery_x
