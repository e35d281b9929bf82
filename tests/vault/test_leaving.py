from datetime import timedelta

import pytest
from desk import MONDAY, Make

from hgkm_desktop.db import Database
from hgkm_desktop.errors import Forbidden, Invalid, WrongPassphrase
from hgkm_desktop.models import RealQuestion
from hgkm_desktop.models.codes import Role
from hgkm_desktop.services import drafts, members, rings, walk_ins
from hgkm_desktop.vault import sealing, slots


@pytest.fixture
def ids(desk):
    return {name: key.tile.member_id for name, key in desk.keys.items()}


@pytest.fixture
def bea(sign_in):
    return sign_in("Bea")


def test_who_left_has_no_slot_no_grant_and_no_kept_file(desk, raw, bea, ids):
    bea.call(members.leave, ids["Leyla"], now=MONDAY)
    assert raw.one("SELECT slot FROM member WHERE id = ?", ids["Leyla"]) == b""
    assert raw.run("SELECT 1 FROM ring_grant WHERE holder_id = ?", ids["Leyla"]) == []
    assert "Leyla" not in [tile.name for tile in desk.vault.look().tiles]
    secret = desk.keys["Joke"].secret
    for name in (slots.FILE, slots.KEPT):
        file = slots.Slots.unpack((desk.folder / name).read_bytes())
        file.open(secret)
        assert slots.slot_of(file, ids["Leyla"]) is None
        assert slots.slot_of(file, ids["Joke"]) is not None


def test_who_left_cannot_sign_in_with_her_saved_passphrase(desk, bea, ids):
    bea.call(members.leave, ids["Hanan"], now=MONDAY)
    with pytest.raises(WrongPassphrase):
        desk.sign_in("Hanan")


def test_who_left_cannot_sign_in_with_a_slots_file_she_kept(desk, bea, ids):
    kept = (desk.folder / slots.FILE).read_bytes()
    bea.call(members.leave, ids["Hanan"], now=MONDAY)
    (desk.folder / slots.FILE).write_bytes(kept)
    with pytest.raises(WrongPassphrase) as refused:
        desk.sign_in("Hanan")
    assert str(refused.value) == "Dat klopt niet. Probeer het nog een keer."
    desk.sign_in("Joke").engine.dispose()
    assert "Hanan" not in [tile.name for tile in desk.vault.look().tiles]


def test_the_ring_is_renewed_and_sealed_again_at_the_next_confidant(
    desk, sign_in, bea, ids, raw, log_question, read_question
):
    walk_in = log_question()
    before = raw.one("SELECT sealed FROM walk_in WHERE id = ?", walk_in.id)
    old = sealing.owner_of(before)
    secret = sign_in("Leyla").call(sealing.secret_of, old)
    bea.call(members.leave, ids["Leyla"], now=MONDAY)
    imane = sign_in("Imane")
    assert imane.call(rings.needs_new_key)
    assert imane.call(rings.renew) == 1
    assert not imane.call(rings.needs_new_key)
    after = raw.one("SELECT sealed FROM walk_in WHERE id = ?", walk_in.id)
    with pytest.raises(sealing.NotAuthentic):
        sealing.open_field(
            sealing.field_key(secret), sealing.private_key(secret), after, "confidants"
        )
    assert sealing.owner_of(after) != old
    assert raw.run("SELECT 1 FROM ring_grant WHERE ring_id = ?", old) == []
    assert raw.run("SELECT 1 FROM ring WHERE id = ?", old) == []
    assert read_question(walk_in, "Imane").question == "marker-question-zevenblad"


def test_a_clock_moved_back_before_a_renewal_loses_nothing(
    desk, bea, ids, log_question, read_question
):
    walk_in = log_question()
    bea.call(members.leave, ids["Leyla"], now=MONDAY)
    imane = Database(desk.open("Imane"), lambda: MONDAY - timedelta(days=700))
    imane.call(rings.renew)
    later = Make(imane).walk_in(RealQuestion("nog een"), now=MONDAY)
    imane.close()
    assert read_question(walk_in, "Imane").question == "marker-question-zevenblad"
    assert read_question(later, "Imane").question == "nog een"


def test_a_volunteer_writes_on_while_the_ring_waits_for_its_new_key(
    sign_in, bea, ids, read_question
):
    bea.call(members.leave, ids["Leyla"], now=MONDAY)
    walk_in = Make(sign_in("Joke")).walk_in(RealQuestion("tussendoor"))
    sign_in("Imane").call(rings.renew)
    assert read_question(walk_in, "Imane").question == "tussendoor"


def test_losing_the_role_takes_the_key_at_once(sign_in, bea, ids, raw, log_question):
    walk_in = log_question()
    bea.call(members.change, ids["Leyla"], "Leyla", [Role.VOLUNTEER], 3)
    leyla = sign_in("Leyla")
    with pytest.raises(Forbidden):
        leyla.call(walk_ins.read_real_question, walk_in.id)
    with pytest.raises(Forbidden):
        leyla.call(sealing.secret_of, sealing.owner_of(walk_in.sealed))
    assert sign_in("Imane").call(rings.needs_new_key)


def test_a_reset_passphrase_ends_the_old_one_and_starts_the_new(desk, bea, ids):
    words = bea.call(members.reset_passphrase, ids["Hanan"], now=MONDAY).passphrase
    with pytest.raises(WrongPassphrase):
        desk.sign_in("Hanan")
    with pytest.raises(WrongPassphrase):
        desk.open("Hanan")
    opened = desk.vault.sign_in(ids["Hanan"], words)
    assert opened.actor.name == "Hanan"
    opened.engine.dispose()


def test_a_reset_confidant_gets_the_ring_again_from_another(desk, sign_in, bea, ids, log_question):
    walk_in = log_question()
    words = bea.call(members.reset_passphrase, ids["Leyla"], now=MONDAY).passphrase
    imane = sign_in("Imane")
    assert [m.name for m in imane.call(rings.waiting)] == ["Leyla"]
    imane.call(rings.give, ids["Leyla"])
    leyla = Database(desk.vault.sign_in(ids["Leyla"], words), desk.now)
    assert leyla.call(walk_ins.read_real_question, walk_in.id)
    leyla.close()


def test_what_she_signed_before_her_reset_stays_valid(desk, sign_in, bea, ids, log_question):
    walk_in = log_question()
    bea.call(members.reset_passphrase, ids["Leyla"], now=MONDAY)
    assert sign_in("Imane").call(walk_ins.read_real_question, walk_in.id)


def test_a_ring_she_renewed_before_her_reset_stays_in_use(sign_in, bea, ids, log_question):
    sign_in("Leyla").call(rings.renew)
    bea.call(members.reset_passphrase, ids["Leyla"], now=MONDAY)
    walk_in = log_question()
    assert sign_in("Imane").call(walk_ins.read_real_question, walk_in.id)


def test_a_reset_forgets_no_former_role(sign_in, bea, ids):
    bea.call(members.change, ids["Leyla"], "Leyla", [Role.VOLUNTEER], 3)
    bea.call(members.reset_passphrase, ids["Leyla"], now=MONDAY)
    assert sign_in("Imane").call(rings.needs_new_key)


def test_a_reset_throws_her_sealed_drafts_away(desk, sign_in, bea, ids):
    sign_in("Hanan").call(drafts.keep, "walk_ins", {"desk_question": "half"})
    words = bea.call(members.reset_passphrase, ids["Hanan"], now=MONDAY).passphrase
    hanan = Database(desk.vault.sign_in(ids["Hanan"], words), desk.now)
    assert hanan.call(drafts.look, "walk_ins") is None
    hanan.close()


def test_nobody_who_left_is_let_in_again_by_a_reset_or_a_change(bea, ids):
    bea.call(members.leave, ids["Hanan"], now=MONDAY)
    with pytest.raises(Invalid):
        bea.call(members.reset_passphrase, ids["Hanan"], now=MONDAY)
    with pytest.raises(Invalid):
        bea.call(members.change, ids["Hanan"], "Hanan", [Role.ADMINISTRATOR], 1)


def test_a_new_confidant_after_the_last_one_left_starts_a_ring_of_her_own(
    sign_in, bea, ids, log_question
):
    before = log_question()
    bea.call(members.leave, ids["Leyla"], now=MONDAY)
    bea.call(members.leave, ids["Imane"], now=MONDAY)
    bea.call(members.change, ids["Joke"], "Joke", [Role.STAFF, Role.CONFIDANT], 2)
    joke = sign_in("Joke")
    assert joke.call(rings.is_held)
    after = Make(joke).walk_in(RealQuestion("nieuw begin"))
    assert joke.call(walk_ins.read_real_question, after.id).question == "nieuw begin"
    with pytest.raises(Forbidden):
        joke.call(walk_ins.read_real_question, before.id)
    assert joke.call(rings.renew) == 1
    assert joke.call(walk_ins.read_real_question, after.id).question == "nieuw begin"


def test_the_only_confidant_works_on_after_her_reset(desk, sign_in, bea, ids):
    bea.call(members.leave, ids["Imane"], now=MONDAY)
    words = bea.call(members.reset_passphrase, ids["Leyla"], now=MONDAY).passphrase
    leyla = Database(desk.vault.sign_in(ids["Leyla"], words), desk.now)
    walk_in = Make(leyla).walk_in(RealQuestion("nieuw begin"))
    assert leyla.call(walk_ins.read_real_question, walk_in.id).question == "nieuw begin"
    leyla.close()
