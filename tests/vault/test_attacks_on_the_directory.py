import os

import pytest
from desk import MONDAY
from raw_file import body_of, signed, with_body

from hgkm_desktop.errors import Forbidden, Tampered
from hgkm_desktop.models.codes import Role
from hgkm_desktop.services import members, walk_ins
from hgkm_desktop.vault import directory
from hgkm_desktop.vault.envelope import b64, public_of, sign, verify_key_of


@pytest.fixture
def ids(desk):
    return {name: key.tile.member_id for name, key in desk.keys.items()}


def test_a_swapped_public_key_is_refused_for_everybody(desk, raw, ids):
    mine = os.urandom(32)
    certificate = with_body(raw.certificate(ids["Leyla"]), x=b64(public_of(mine)))
    raw.put_certificate(ids["Leyla"], certificate)
    for name in desk.keys:
        with pytest.raises(Tampered):
            desk.open(name)


def test_a_swapped_public_key_signed_by_the_attacker_is_refused(desk, raw, ids):
    body = body_of(raw.certificate(ids["Leyla"])) | {"x": b64(public_of(os.urandom(32)))}
    raw.put_certificate(ids["Leyla"], signed(desk.keys["Hanan"].bundle.ed, body))
    with pytest.raises(Tampered):
        desk.open("Joke")


def test_the_roles_column_promotes_nobody(sign_in, raw, ids, log_question):
    walk_in = log_question()
    raw.run("UPDATE member SET roles = ' confidant administrator ' WHERE id = ?", ids["Hanan"])
    hanan = sign_in("Hanan")
    assert hanan.actor.roles == {Role.VOLUNTEER}
    with pytest.raises(Forbidden):
        hanan.call(walk_ins.read_real_question, walk_in.id)
    with pytest.raises(Forbidden):
        hanan.call(members.everyone)


def test_an_edited_certificate_promotes_nobody(desk, raw, ids):
    edited = with_body(raw.certificate(ids["Hanan"]), roles=["confidant"])
    raw.put_certificate(ids["Hanan"], edited)
    with pytest.raises(Tampered):
        desk.open("Hanan")


def test_a_self_signed_directory_promotes_nobody(desk, raw, ids):
    root = os.urandom(32)
    hers = body_of(raw.certificate(ids["Hanan"])) | {"roles": ["administrator", "confidant"]}
    raw.put_certificate(ids["Hanan"], signed(root, hers))
    everyone = [row[0] for row in raw.run("SELECT certificate FROM member")]
    raw.run("UPDATE statement SET data = ? WHERE name = 'directory'", _head(root, everyone))
    raw.run(
        "UPDATE statement SET data = ? WHERE name = 'recovery key'",
        directory.recovery_statement(root, public_of(os.urandom(32))),
    )
    for name in desk.keys:
        with pytest.raises(Tampered):
            desk.open(name)


def _head(root, everyone):
    return directory.head(root, 99, everyone)


def test_her_own_certificate_of_better_days_is_refused(desk, sign_in, raw, ids):
    better = raw.certificate(ids["Joke"])
    sign_in("Bea").call(members.change, ids["Joke"], "Joke", [Role.VOLUNTEER], 2)
    raw.put_certificate(ids["Joke"], better)
    with pytest.raises(Tampered):
        desk.open("Joke")


def test_an_older_directory_is_refused_by_whoever_met_a_newer_one(desk, raw, sign_in, ids):
    old = raw.directory()
    bea = sign_in("Bea")
    bea.call(members.change, ids["Joke"], "Joke", [Role.VOLUNTEER], 2)
    desk.sign_in("Leyla").engine.dispose()
    raw.put_directory(old)
    for _try in range(3):
        with pytest.raises(Tampered) as refused:
            desk.sign_in("Leyla")
        assert refused.value.code == "DI-06"


def test_an_older_file_does_not_bring_its_older_slots_along(desk, sign_in, ids):
    old = desk.vault.database.read_bytes()
    bea = sign_in("Bea")
    bea.call(members.change, ids["Joke"], "Joke", [Role.VOLUNTEER], 2)
    bea.close()
    desk.sign_in("Leyla").engine.dispose()
    desk.vault.database.write_bytes(old)
    for _try in range(3):
        with pytest.raises(Tampered) as refused:
            desk.sign_in("Leyla")
        assert refused.value.code == "DI-06"


def test_certificates_given_to_each_other_are_refused(desk, raw, ids):
    hanan, leyla = raw.certificate(ids["Hanan"]), raw.certificate(ids["Leyla"])
    raw.put_certificate(ids["Hanan"], leyla)
    raw.put_certificate(ids["Leyla"], hanan)
    with pytest.raises(Tampered) as refused:
        desk.open("Hanan")
    assert refused.value.code == "DI-04"


def test_a_member_taken_out_of_the_table_is_noticed(desk, raw, ids):
    raw.run("DELETE FROM member WHERE id = ?", ids["Imane"])
    with pytest.raises(Tampered):
        desk.open("Joke")


def test_a_member_planted_in_the_table_is_noticed(desk, raw, ids):
    raw.run(
        "INSERT INTO member SELECT ?, version, 'Vreemde', color, roles, certificate, slot,"
        " must_renew, created_at, last_seen_at, left_at, seen_before_at FROM member WHERE id = ?",
        os.urandom(16).hex(),
        ids["Hanan"],
    )
    with pytest.raises(Tampered):
        desk.open("Joke")


@pytest.mark.parametrize("name", ["directory", "recovery key"])
def test_a_missing_word_of_the_root_is_noticed(desk, raw, name):
    raw.run("DELETE FROM statement WHERE name = ?", name)
    with pytest.raises(Tampered) as refused:
        desk.open("Joke")
    assert refused.value.code == "DI-05"


def test_one_word_of_the_root_does_not_stand_for_another(desk, raw):
    raw.run(
        "UPDATE statement SET data = (SELECT data FROM statement WHERE name = 'recovery key')"
        " WHERE name = 'directory'"
    )
    with pytest.raises(Tampered):
        desk.open("Joke")


def test_a_certificate_of_another_kind_is_refused():
    root = os.urandom(32)
    other = sign(root, {"kind": "recovery key", "x": b64(bytes(32))})
    with pytest.raises(Tampered):
        directory.read_certificate(verify_key_of(root), other)


def test_somebody_the_root_never_certified_is_nobody(sign_in):
    with pytest.raises(Tampered) as refused:
        sign_in("Joke").actor.directory.member(directory.RECOVERY_ID)
    assert refused.value.code == "DI-02"


def test_the_words_of_tampering_say_what_to_do():
    error = directory.tampered("XX-01")
    assert error.title == "Iemand heeft het bestand van buiten veranderd."
    assert "beheerder" in error.hint
    assert MONDAY.isoformat() not in str(error)
