"""SECURITY.md: another volunteer, with the file and her own keys, reads nothing of it."""

import json
import os
from uuid import UUID

import pytest
from desk import MONDAY, Make
from raw_file import RawFile

from hgkm_desktop.errors import Forbidden, Tampered
from hgkm_desktop.models import RealQuestion
from hgkm_desktop.models.codes import HarmKind, Role
from hgkm_desktop.services import drafts, members, rings, walk_ins
from hgkm_desktop.vault import sealing, store
from hgkm_desktop.vault.envelope import NotAuthentic, derive, open_field

PLACE = "confidants", "walk_in", "sealed"


def test_no_service_shows_it_to_a_volunteer(sign_in, log_question):
    walk_in = log_question()
    hanan = sign_in("Hanan")
    with pytest.raises(Forbidden):
        hanan.call(walk_ins.read_real_question, walk_in.id)
    with pytest.raises(Forbidden):
        hanan.call(sealing.secret_of, sealing.owner_of(walk_in.sealed))


def test_she_cannot_read_back_what_she_wrote_herself(sign_in):
    hanan = sign_in("Hanan")
    walk_in = Make(hanan).walk_in(RealQuestion("zelf getypt"))
    with pytest.raises(Forbidden):
        hanan.call(walk_ins.read_real_question, walk_in.id)
    assert b"zelf getypt" not in walk_in.sealed


def test_none_of_her_keys_opens_it(desk, raw, log_question):
    walk_in = log_question()
    sealed = raw.one("SELECT sealed FROM walk_in WHERE id = ?", walk_in.id)
    hanan = desk.keys["Hanan"]
    bundle = hanan.bundle
    secrets = [bundle.x, bundle.ed, bundle.root, bundle.database.key, hanan.secret]
    secrets += [derive(secret, "own fields") for secret in secrets]
    for secret in secrets:
        for private in (secret, sealing.private_key(secret)):
            with pytest.raises(NotAuthentic):
                open_field(sealing.field_key(secret), private, sealed, *PLACE, walk_in.id)


def test_the_decrypted_file_holds_no_word_of_it(raw, log_question):
    log_question()
    for table in [name for (name,) in raw.run("SELECT name FROM sqlite_master WHERE type='table'")]:
        for row in raw.table(table):
            for cell in row:
                plain = cell if isinstance(cell, bytes) else str(cell).encode()
                assert b"zevenblad" not in plain
                assert b"stalking" not in plain


def test_the_decrypted_pages_hold_no_word_of_it(raw, log_question, tmp_path):
    log_question()
    whole = _without_its_encryption(raw, tmp_path / "open.db")
    assert whole.startswith(b"SQLite format 3")
    assert b"walk_in" in whole
    assert b"zevenblad" not in whole


def _without_its_encryption(raw: RawFile, target) -> bytes:
    connection = store.connect(raw.path, raw.key)
    connection.execute(f"ATTACH DATABASE '{target}' AS plain KEY ''")
    connection.execute("SELECT sqlcipher_export('plain')").fetchall()
    connection.close()
    return target.read_bytes()


@pytest.mark.parametrize("name", ["Salma", "Bea", "Joke"])
def test_coordinator_administrator_and_staff_read_nothing_either(sign_in, log_question, name):
    walk_in = log_question()
    db = sign_in(name)
    with pytest.raises(Forbidden):
        db.call(walk_ins.read_real_question, walk_in.id)
    with pytest.raises(Forbidden):
        db.call(sealing.secret_of, sealing.owner_of(walk_in.sealed))


def test_a_confidant_reads_exactly_what_was_written(log_question, read_question):
    question = RealQuestion("vraag é ﷺ 🌸", "eigen woorden", (HarmKind.FGM, HarmKind.OTHER))
    assert read_question(log_question(question), "Imane") == question


def test_a_question_moved_to_another_walk_in_is_refused(raw, log_question, read_question):
    one, other = log_question(), log_question(RealQuestion("van een ander"))
    raw.run(
        "UPDATE walk_in SET sealed = (SELECT sealed FROM walk_in WHERE id = ?) WHERE id = ?",
        one.id,
        other.id,
    )
    with pytest.raises(Tampered):
        read_question(other)
    assert read_question(one)


def test_an_older_question_moved_from_the_history_back_is_refused(
    sign_in, raw, log_question, read_question
):
    walk_in = log_question()
    joke = sign_in("Joke")
    again = joke.call(walk_ins.get, walk_in.id)
    joke.call(walk_ins.correct, again, RealQuestion("het was anders"), now=again.happened_at)
    raw.run("UPDATE walk_in SET sealed = (SELECT sealed FROM walk_in_correction)")
    with pytest.raises(Tampered):
        read_question(walk_in)


def test_the_history_is_sealed_again_with_everything_in_it(sign_in, raw, log_question):
    walk_in = log_question()
    joke = sign_in("Joke")
    again = joke.call(walk_ins.get, walk_in.id)
    joke.call(walk_ins.correct, again, RealQuestion("het was anders"), now=again.happened_at)
    leyla = sign_in("Leyla")
    assert leyla.call(rings.renew) == 2
    correction, sealed = raw.run("SELECT id, sealed FROM walk_in_correction")[0]
    kept = leyla.call(_opened_twice, sealed, correction, walk_in.id)
    assert json.loads(kept)["question"] == "marker-question-zevenblad"


def _opened_twice(session, sealed, correction, walk_in_id):
    inside = sealing.unseal(session, "confidants", sealed, *rings.BEFORE, UUID(correction))
    return sealing.unseal(session, "confidants", inside, *rings.QUESTION, walk_in_id)


def test_what_a_lost_ring_sealed_stays_as_it_is(sign_in, raw, log_question, desk):
    untouched, walk_in = log_question(), log_question()
    _correct(sign_in("Joke"), untouched.id)
    bea = sign_in("Bea")
    for name in ("Leyla", "Imane"):
        bea.call(members.leave, desk.keys[name].tile.member_id, now=MONDAY)
    bea.call(members.change, desk.keys["Joke"].tile.member_id, "Joke", list(Role), 2)
    joke = sign_in("Joke")
    _correct(joke, walk_in.id)
    lost = raw.run("SELECT sealed FROM walk_in_correction ORDER BY made_at, id")[0]
    assert joke.call(rings.renew) == 2
    assert lost in raw.run("SELECT sealed FROM walk_in_correction")
    assert joke.call(walk_ins.read_real_question, walk_in.id).question == "nieuw"


def _correct(db, walk_in_id):
    again = db.call(walk_ins.get, walk_in_id)
    db.call(walk_ins.correct, again, RealQuestion("nieuw"), now=again.happened_at)


@pytest.mark.parametrize("envelope", [b"", b"x", b"\x01\x02" + bytes(16), b"\x02\x02" + bytes(90)])
def test_bytes_that_are_no_envelope_are_refused(raw, log_question, read_question, envelope):
    walk_in = log_question()
    raw.run("UPDATE walk_in SET sealed = ? WHERE id = ?", envelope, walk_in.id)
    with pytest.raises((Tampered, Forbidden)):
        read_question(walk_in)


def test_a_sealed_question_tells_only_its_padded_length(log_question):
    short = log_question(RealQuestion("a")).sealed
    longer = log_question(RealQuestion("a" * 150)).sealed
    assert len(short) == len(longer)


def test_a_draft_fits_only_its_place_and_its_typist(sign_in, raw, desk):
    hanan, joke = sign_in("Hanan"), sign_in("Joke")
    hanan.call(drafts.keep, "walk_ins", {"desk_question": "half"})
    raw.run("UPDATE draft SET place = 'elders'")
    with pytest.raises(Tampered):
        hanan.call(drafts.look, "elders")
    raw.run("UPDATE draft SET place = 'walk_ins', member_id = ?", desk.keys["Joke"].tile.member_id)
    with pytest.raises(Tampered):
        joke.call(drafts.look, "walk_ins")


def test_a_draft_is_no_question_and_a_question_no_draft(sign_in, raw, log_question, read_question):
    walk_in = log_question()
    leyla = sign_in("Leyla")
    leyla.call(drafts.keep, "walk_ins", {"question": "x", "own_words": "", "harm": []})
    raw.run("UPDATE walk_in SET sealed = (SELECT sealed FROM draft)")
    with pytest.raises((Tampered, Forbidden)):
        read_question(walk_in)
    raw.run("UPDATE draft SET sealed = ?", os.urandom(300))
    with pytest.raises(Tampered):
        leyla.call(drafts.look, "walk_ins")
