"""Whatever single byte is changed in what the vault stores, it is refused, never shown."""

import pytest
from desk import Desk
from flipping import flipped

from hgkm_desktop.errors import Tampered
from hgkm_desktop.vault import directory, sealing, slots
from hgkm_desktop.vault.envelope import NotAuthentic, open_field, verify
from hgkm_desktop.vault.keys import open_slot


@pytest.fixture
def bundle(desk: Desk):
    return desk.keys["Leyla"].bundle


def test_in_a_sealed_question(sign_in, log_question):
    walk_in = log_question()
    secret = sign_in("Leyla").call(sealing.secret_of, sealing.owner_of(walk_in.sealed))
    keys = sealing.field_key(secret), sealing.private_key(secret)
    place = "confidants", "walk_in", "sealed", walk_in.id
    assert open_field(*keys, walk_in.sealed, *place)
    for changed in flipped(walk_in.sealed):
        with pytest.raises(NotAuthentic):
            open_field(*keys, changed, *place)


def test_in_a_sealed_draft(sign_in):
    actor = sign_in("Hanan").actor
    sealed = sealing.seal_mine(actor, b"half", "draft", "walk_ins")
    assert sealing.unseal_mine(actor, sealed, "draft", "walk_ins") == b"half"
    for changed in flipped(sealed):
        with pytest.raises(Tampered):
            sealing.unseal_mine(actor, changed, "draft", "walk_ins")


def test_in_a_certificate(desk, raw, bundle):
    statement = raw.certificate(desk.keys["Hanan"].tile.member_id)
    assert directory.read_certificate(bundle.root, statement)
    for changed in flipped(statement):
        with pytest.raises(Tampered):
            directory.read_certificate(bundle.root, changed)


@pytest.mark.parametrize("sql", ["SELECT data FROM statement", "SELECT statement FROM ring"])
def test_in_a_word_of_the_root(raw, bundle, sql):
    for (statement,) in raw.run(sql):
        assert verify(bundle.root, statement)
        for changed in flipped(statement, every=3):
            with pytest.raises(NotAuthentic):
                verify(bundle.root, changed)


def test_in_a_grant(desk, raw, bundle):
    imane = desk.keys["Imane"].tile.member_id
    statement = raw.one("SELECT statement FROM ring_grant WHERE holder_id = ?", imane)
    assert verify(bundle.ed_public, statement)
    for changed in flipped(statement):
        with pytest.raises(NotAuthentic):
            verify(bundle.ed_public, changed)


def test_in_a_grant_as_the_program_meets_it(desk, raw, sign_in, log_question):
    walk_in = log_question()
    imane = desk.keys["Imane"].tile.member_id
    statement = raw.one("SELECT statement FROM ring_grant WHERE holder_id = ?", imane)
    db = sign_in("Imane")
    for changed in flipped(statement, every=len(statement) // 12):
        raw.run("UPDATE ring_grant SET statement = ? WHERE holder_id = ?", changed, imane)
        with pytest.raises(Tampered):
            db.call(sealing.secret_of, sealing.owner_of(walk_in.sealed))


def test_in_a_member_slot(desk):
    key = desk.keys["Hanan"]
    found = slots.open_with(desk.folder, key.secret)
    slot = slots.slot_of(found, key.tile.member_id).sealed
    assert open_slot(key.passphrase, key.secret, key.tile.member_id, slot)
    for place in range(0, len(slot), len(slot) // 15):
        changed = slot[:place] + bytes([slot[place] ^ 1]) + slot[place + 1 :]
        with pytest.raises(NotAuthentic):
            open_slot(key.passphrase, key.secret, key.tile.member_id, changed)


def test_in_the_slots_file(desk):
    secret = desk.keys["Hanan"].secret
    raw = (desk.folder / slots.FILE).read_bytes()
    vault_id = raw.index(b'"vault":"')
    slots.Slots.unpack(raw).open(secret)
    for changed in flipped(raw, every=2):
        if changed.lower() == raw.lower() and _place(raw, changed) > vault_id:
            continue  # a capital letter in the vault's id is the same id
        with pytest.raises(NotAuthentic):
            found = slots.Slots.unpack(changed)
            found.open(found.open_secret)


def _place(raw: bytes, changed: bytes) -> int:
    return next(i for i, (a, b) in enumerate(zip(raw, changed, strict=True)) if a != b)


def test_in_the_recovery_slot(desk):
    found = slots.load(desk.folder)
    code = desk.code.replace("-", "")[:26]
    assert slots.open_recovery(code, found.vault_id, found.recovery)
    for changed in flipped(found.recovery):
        with pytest.raises(NotAuthentic):
            slots.open_recovery(code, found.vault_id, changed)
