import os
from uuid import UUID

import pytest
from desk import MONDAY, Make
from raw_file import RawFile, body_of, signed, with_body

from hgkm_desktop.db import Database
from hgkm_desktop.errors import Forbidden, Tampered
from hgkm_desktop.models import RealQuestion, new_id
from hgkm_desktop.models.codes import Role
from hgkm_desktop.services import members, rings, walk_ins
from hgkm_desktop.vault import sealing
from hgkm_desktop.vault.directory import RECOVERY_ID
from hgkm_desktop.vault.envelope import b64, lock_to, public_of

STAMP = "2030-01-01 00:00:00.000000"


@pytest.fixture
def ids(desk):
    return {name: key.tile.member_id for name, key in desk.keys.items()}


@pytest.fixture
def ring_id(raw):
    return UUID(raw.one("SELECT id FROM ring WHERE name = 'confidants'"))


def _plant_ring(raw, private, by, *, serial=99, secret=None, at=STAMP):
    """Put a ring of one's own beside the real one; return its id."""
    planted = new_id()
    x = public_of(sealing.private_key(secret or os.urandom(32)))
    body = {"kind": "ring", "id": str(planted), "name": "confidants", "x": b64(x)}
    statement = signed(private, body | {"by": str(by), "serial": serial})
    raw.run("INSERT INTO ring VALUES (?, 'confidants', ?, ?)", planted, statement, at)
    return planted


def _grant(raw, ring, to, x, secret, private, by):
    place = "grant", "confidants", ring, to, x
    body = {"kind": "grant", "ring": str(ring), "to": str(to), "by": str(by)}
    statement = signed(private, body | {"sealed": b64(lock_to(x, secret, *place))})
    raw.run("DELETE FROM ring_grant WHERE ring_id = ? AND holder_id = ?", ring, to)
    raw.run("INSERT INTO ring_grant VALUES (?, ?, ?, ?, ?)", new_id(), ring, to, statement, STAMP)


def _refused_for_everybody_who_seals(desk):
    db = Database(desk.open("Joke"), desk.now)
    try:
        with pytest.raises(Tampered):
            Make(db).walk_in(RealQuestion("wat zij echt kwam vragen"))
    finally:
        db.close()


@pytest.mark.parametrize("name", ["Hanan", "Joke", "Salma", "Bea"])
def test_a_ring_planted_by_somebody_who_is_no_confidant_is_refused(desk, raw, ids, name):
    _plant_ring(raw, desk.keys[name].bundle.ed, ids[name])
    _refused_for_everybody_who_seals(desk)
    assert raw.one("SELECT count(*) FROM walk_in") == 0


def test_a_ring_planted_by_a_stranger_is_refused(desk, raw):
    _plant_ring(raw, os.urandom(32), new_id())
    _refused_for_everybody_who_seals(desk)


@pytest.mark.parametrize("by", ["root", "Leyla"])
def test_a_ring_planted_in_another_name_is_refused(desk, raw, ids, by):
    _plant_ring(raw, desk.keys["Hanan"].bundle.ed, ids.get(by, by))
    _refused_for_everybody_who_seals(desk)


def test_a_replaced_ring_statement_is_refused(desk, raw, ring_id):
    statement = raw.one("SELECT statement FROM ring WHERE id = ?", ring_id)
    changed = with_body(statement, x=b64(public_of(os.urandom(32))))
    raw.run("UPDATE ring SET statement = ? WHERE id = ?", changed, ring_id)
    _refused_for_everybody_who_seals(desk)


def test_the_root_ring_does_not_stand_for_the_confidants(desk, raw, ring_id):
    raw.run(
        "UPDATE ring SET statement = (SELECT statement FROM ring WHERE name = 'root') WHERE id = ?",
        ring_id,
    )
    _refused_for_everybody_who_seals(desk)


def test_a_statement_that_is_no_json_is_refused(desk, raw, ring_id):
    raw.run("UPDATE ring SET statement = ? WHERE id = ?", b"niets", ring_id)
    _refused_for_everybody_who_seals(desk)


def test_a_ring_planted_by_a_former_confidant_is_not_used(desk, sign_in, ids):
    leyla = RawFile(desk, "Leyla")
    bea = sign_in("Bea")
    bea.call(members.change, ids["Leyla"], "Leyla", [Role.VOLUNTEER], 3)
    sign_in("Imane").call(rings.renew)
    for serial in (0, 99):
        planted = _plant_ring(leyla, desk.keys["Leyla"].bundle.ed, ids["Leyla"], serial=serial)
        db = sign_in("Joke")
        try:
            walk_in = Make(db).walk_in(RealQuestion("niet voor Leyla"))
            assert sealing.owner_of(walk_in.sealed) != planted
        except Tampered:
            assert serial == 99
        leyla.run("DELETE FROM ring WHERE id = ?", planted)


def test_a_retired_ring_put_back_is_not_used(desk, sign_in, ids, ring_id):
    leyla = RawFile(desk, "Leyla")
    ring, grants = leyla.table("ring"), leyla.table("ring_grant")
    sign_in("Bea").call(members.leave, ids["Leyla"], now=MONDAY)
    sign_in("Imane").call(rings.renew)
    leyla.put_rows("ring", ring)
    leyla.put_rows("ring_grant", grants)
    leyla.run("UPDATE ring SET made_at = ? WHERE id = ?", STAMP, ring_id)
    walk_in = Make(sign_in("Joke")).walk_in(RealQuestion("niet voor Leyla"))
    assert sealing.owner_of(walk_in.sealed) != ring_id


def test_a_volunteer_with_the_file_cannot_grant_herself(desk, sign_in, raw, ids, ring_id):
    hanan = desk.keys["Hanan"].bundle
    _grant(raw, ring_id, ids["Hanan"], hanan.x_public, os.urandom(32), hanan.ed, ids["Hanan"])
    with pytest.raises(Tampered):
        sign_in("Hanan").call(sealing.secret_of, ring_id)


def test_a_grant_moved_to_another_holder_is_refused(sign_in, raw, ids, ring_id):
    raw.run(
        "UPDATE ring_grant SET holder_id = ? WHERE ring_id = ? AND holder_id = ?",
        ids["Hanan"],
        ring_id,
        ids["Leyla"],
    )
    with pytest.raises(Tampered):
        sign_in("Hanan").call(sealing.secret_of, ring_id)
    with pytest.raises(Forbidden):
        sign_in("Leyla").call(sealing.secret_of, ring_id)


def test_the_recovery_grant_opens_for_nobody(sign_in, raw, ids, ring_id):
    raw.run(
        "UPDATE ring_grant SET holder_id = ? WHERE ring_id = ? AND holder_id = ?",
        ids["Bea"],
        ring_id,
        RECOVERY_ID,
    )
    with pytest.raises(Tampered):
        sign_in("Bea").call(sealing.secret_of, ring_id)


def test_a_grant_planted_for_a_confidant_is_refused(desk, raw, ids, ring_id, log_question):
    walk_in = log_question()
    hanan = desk.keys["Hanan"].bundle
    x = desk.keys["Leyla"].bundle.x_public
    _grant(raw, ring_id, ids["Leyla"], x, os.urandom(32), hanan.ed, ids["Hanan"])
    db = Database(desk.open("Leyla"), desk.now)
    with pytest.raises(Tampered) as refused:
        db.call(walk_ins.read_real_question, walk_in.id)
    assert refused.value.code == "RI-02"
    db.close()


def test_a_grant_of_another_secret_is_refused(desk, raw, ids, ring_id, log_question, sign_in):
    walk_in = log_question()
    imane = desk.keys["Imane"].bundle
    x = desk.keys["Leyla"].bundle.x_public
    _grant(raw, ring_id, ids["Leyla"], x, os.urandom(32), imane.ed, ids["Imane"])
    with pytest.raises(Tampered) as refused:
        sign_in("Leyla").call(walk_ins.read_real_question, walk_in.id)
    assert refused.value.code == "RI-03"


def test_a_grant_moved_to_another_ring_is_refused(sign_in, raw, ids, ring_id):
    root = UUID(raw.one("SELECT id FROM ring WHERE name = 'root'"))
    raw.run(
        "UPDATE ring_grant SET ring_id = ? WHERE ring_id = ? AND holder_id = ?",
        root,
        ring_id,
        ids["Leyla"],
    )
    with pytest.raises(Tampered):
        sign_in("Leyla").call(sealing.secret_of, root)


def test_a_ring_statement_is_no_grant(sign_in, raw, ids, ring_id):
    raw.run(
        "UPDATE ring_grant SET statement = (SELECT statement FROM ring WHERE id = ?)"
        " WHERE ring_id = ? AND holder_id = ?",
        ring_id,
        ring_id,
        ids["Leyla"],
    )
    with pytest.raises(Tampered):
        sign_in("Leyla").call(sealing.secret_of, ring_id)


def test_grants_name_only_who_holds_them(raw, ring_id, ids):
    rows = raw.run("SELECT holder_id, statement FROM ring_grant WHERE ring_id = ?", ring_id)
    holders = {UUID(holder) for holder, _ in rows}
    assert holders == {ids["Leyla"], ids["Imane"], RECOVERY_ID}
    assert {body_of(s)["kind"] for _, s in rows} == {"grant"}


def test_a_false_root_ring_gives_no_administrator_the_roots_power(desk, sign_in, raw, ids):
    bea = desk.keys["Bea"].bundle
    secret, planted = os.urandom(32), new_id()
    body = {"kind": "ring", "id": str(planted), "name": "root"}
    body |= {"x": b64(public_of(sealing.private_key(secret))), "by": str(ids["Bea"]), "serial": 99}
    raw.run("INSERT INTO ring VALUES (?, 'root', ?, ?)", planted, signed(bea.ed, body), STAMP)
    place = "grant", "root", planted, ids["Bea"], bea.x_public
    grant = {"kind": "grant", "ring": str(planted), "to": str(ids["Bea"]), "by": str(ids["Bea"])}
    grant["sealed"] = b64(lock_to(bea.x_public, secret, *place))
    statement = signed(bea.ed, grant)
    row = new_id(), planted, ids["Bea"], statement, STAMP
    raw.run("INSERT INTO ring_grant VALUES (?, ?, ?, ?, ?)", *row)
    with pytest.raises(Tampered) as refused:
        sign_in("Bea").call(members.leave, ids["Hanan"], now=MONDAY)
    assert refused.value.code == "TE-02"


def test_without_a_root_ring_nobody_is_certified(sign_in, raw, ids):
    raw.run("DELETE FROM ring_grant WHERE ring_id IN (SELECT id FROM ring WHERE name = 'root')")
    raw.run("DELETE FROM ring WHERE name = 'root'")
    with pytest.raises(Tampered) as refused:
        sign_in("Bea").call(members.leave, ids["Hanan"], now=MONDAY)
    assert refused.value.code == "TE-01"
