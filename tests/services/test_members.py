import pytest
from desk import FIRST_WORDS, MONDAY
from sqlalchemy.exc import NoResultFound

from hgkm_desktop.db import Database
from hgkm_desktop.errors import Forbidden, Invalid, WrongPassphrase
from hgkm_desktop.models import Member, new_id
from hgkm_desktop.models.codes import Act, Role
from hgkm_desktop.services import audit_log, members, passphrase
from hgkm_desktop.vault import sealing

NEW_WORDS = "nieuw lepel brug regenjas zon wortel"


@pytest.fixture
def ids(desk):
    return {name: key.tile.member_id for name, key in desk.keys.items()}


@pytest.fixture
def bea(sign_in):
    return sign_in("Bea")


def _names(db):
    return [member.name for member in db.call(members.everyone)]


def _acts(db):
    return [(entry.act, entry.kind) for entry in db.call(audit_log.page)]


def test_a_new_member_signs_in_with_the_words_she_was_given(desk, bea):
    new = bea.call(members.add, " Nora \n", [Role.VOLUNTEER, Role.STAFF], 4, now=MONDAY)
    assert (new.member.name, new.member.color, new.member.must_renew) == ("Nora", 4, True)
    assert set(new.member.roles) == {Role.VOLUNTEER, Role.STAFF}
    assert len(new.passphrase.split()) == 5
    opened = desk.vault.sign_in(new.member.id, new.passphrase)
    assert opened.actor.roles == {Role.VOLUNTEER, Role.STAFF}
    opened.engine.dispose()
    assert new.passphrase not in repr(new)


def test_those_who_left_stand_last(bea, ids):
    bea.call(members.leave, ids["Hanan"], now=MONDAY)
    assert _names(bea) == ["Bea", "Imane", "Joke", "Leyla", "Salma", "Hanan"]


@pytest.mark.parametrize("name", ["", "   ", "\x00", "x" * 61, "Hanan", " Hanan "])
def test_a_name_that_cannot_be_is_told_beside_its_field(bea, name):
    with pytest.raises(Invalid) as refused:
        bea.call(members.add, name, [Role.VOLUNTEER], 1, now=MONDAY)
    assert set(refused.value.problems) == {"name"}
    assert len(_names(bea)) == 6


def test_somebody_without_a_task_is_told_beside_the_tasks(bea):
    with pytest.raises(Invalid) as refused:
        bea.call(members.add, "", [], 1, now=MONDAY)
    assert set(refused.value.problems) == {"name", "roles"}


def test_the_name_of_somebody_who_left_is_free_again(bea, ids):
    bea.call(members.leave, ids["Hanan"], now=MONDAY)
    assert bea.call(members.add, "Hanan", [Role.VOLUNTEER], 1, now=MONDAY).member.id != ids["Hanan"]


def test_a_changed_member_keeps_her_keys_and_gets_her_new_tasks(desk, bea, ids, sign_in):
    bea.call(members.change, ids["Hanan"], "Hanan B.", [Role.STAFF], 5)
    tile = next(t for t in desk.vault.look().tiles if t.member_id == ids["Hanan"])
    assert (tile.name, tile.color) == ("Hanan B.", 5)
    assert sign_in("Hanan").actor.roles == {Role.STAFF}


def test_a_member_keeps_her_own_name_when_only_her_colour_changes(bea, ids):
    bea.call(members.change, ids["Hanan"], "Hanan", [Role.VOLUNTEER], 6)
    assert bea.call(members.names)[ids["Hanan"]].color == 6


def test_a_change_of_name_alone_certifies_nothing_anew(bea, ids):
    before = bea.actor.directory.serial
    bea.call(members.change, ids["Hanan"], "Hanan B.", [Role.VOLUNTEER], 1)
    assert bea.actor.directory.serial == before
    bea.call(members.change, ids["Hanan"], "Hanan B.", [Role.STAFF], 1)
    assert bea.actor.directory.serial == before + 1


def test_a_name_that_is_taken_is_refused_in_a_change_too(bea, ids):
    with pytest.raises(Invalid):
        bea.call(members.change, ids["Hanan"], "Joke", [Role.VOLUNTEER], 1)


def test_a_new_administrator_can_look_after_the_team(bea, ids, sign_in):
    bea.call(members.change, ids["Joke"], "Joke", [Role.STAFF, Role.ADMINISTRATOR], 2)
    joke = sign_in("Joke")
    assert joke.call(members.add, "Nora", [Role.VOLUNTEER], 1, now=MONDAY).member.name == "Nora"


def test_a_former_administrator_cannot_and_has_no_root_key(bea, ids, sign_in):
    salma = sign_in("Salma")
    root = salma.call(sealing.current, sealing.ROOT).ring_id
    bea.call(members.change, ids["Salma"], "Salma", [Role.COORDINATOR], 6)
    salma = sign_in("Salma")
    with pytest.raises(Forbidden):
        salma.call(members.add, "Nora", [Role.VOLUNTEER], 1, now=MONDAY)
    with pytest.raises(Forbidden):
        salma.call(sealing.secret_of, root)


def test_somebody_always_looks_after_the_team(bea, ids):
    bea.call(members.change, ids["Salma"], "Salma", [Role.COORDINATOR], 6)
    for deed in (
        lambda: bea.call(members.leave, ids["Bea"], now=MONDAY),
        lambda: bea.call(members.change, ids["Bea"], "Bea", [Role.STAFF], 5),
    ):
        with pytest.raises(Invalid) as refused:
            deed()
        assert set(refused.value.problems) == {"roles"}


def test_an_administrator_can_leave_when_there_is_another(bea, ids, desk):
    bea.call(members.leave, ids["Bea"], now=MONDAY)
    with pytest.raises(WrongPassphrase):
        desk.open("Bea")


def test_a_coordinator_reads_the_team_but_changes_nothing(bea, ids, sign_in):
    bea.call(members.change, ids["Salma"], "Salma", [Role.COORDINATOR], 6)
    salma = sign_in("Salma")
    assert len(_names(salma)) == 6
    with pytest.raises(Forbidden):
        salma.call(members.leave, ids["Hanan"], now=MONDAY)


def test_everybody_sees_the_names_for_the_small_circles(db, ids):
    assert {id_: m.name for id_, m in db.call(members.names).items()} == {
        id_: name for name, id_ in ids.items()
    }


def test_signing_in_is_noted_with_the_moment(db):
    member = db.call(members.signed_in)
    assert (member.name, member.last_seen_at) == ("Joke", MONDAY)


def test_a_new_passphrase_of_her_own_replaces_the_one_she_was_given(desk, sign_in, bea):
    new = bea.call(members.add, "Nora", [Role.VOLUNTEER], 1, now=MONDAY)
    nora = Database(desk.vault.sign_in(new.member.id, new.passphrase), desk.now)
    nora.call(members.change_own_passphrase, new.passphrase, NEW_WORDS)
    assert not nora.call(members.names)[new.member.id].must_renew
    nora.close()
    with pytest.raises(WrongPassphrase):
        desk.vault.sign_in(new.member.id, new.passphrase)
    desk.vault.sign_in(new.member.id, NEW_WORDS).engine.dispose()
    assert (Act.CHANGE, "passphrase") in _acts(bea)


def test_the_old_passphrase_has_to_be_right(sign_in, desk):
    with pytest.raises(Invalid) as refused:
        sign_in("Salma").call(members.change_own_passphrase, "fout", NEW_WORDS)
    assert set(refused.value.problems) == {"old"}
    desk.sign_in("Salma").engine.dispose()


@pytest.mark.parametrize("weak", ["", "hallo", "welkom welkom welkom welkom", "Salma Salma Salma"])
def test_the_new_passphrase_has_to_be_strong(sign_in, weak):
    with pytest.raises(Invalid) as refused:
        sign_in("Salma").call(members.change_own_passphrase, FIRST_WORDS, weak)
    assert set(refused.value.problems) == {"new"}


def test_nobody_resets_her_own_passphrase(bea, ids):
    with pytest.raises(Invalid) as refused:
        bea.call(members.reset_passphrase, ids["Bea"], now=MONDAY)
    assert set(refused.value.problems) == {"member"}


def test_a_reset_administrator_still_looks_after_the_team(bea, ids, desk):
    words = bea.call(members.reset_passphrase, ids["Salma"], now=MONDAY).passphrase
    salma = Database(desk.vault.sign_in(ids["Salma"], words), desk.now)
    assert salma.call(members.names)[ids["Salma"]].must_renew
    salma.call(members.leave, ids["Hanan"], now=MONDAY)
    salma.close()


def test_a_reset_and_a_leaving_are_noted_without_names(bea, ids):
    bea.call(members.reset_passphrase, ids["Hanan"], now=MONDAY)
    bea.call(members.leave, ids["Hanan"], now=MONDAY)
    revoked = [e.record_id for e in bea.call(audit_log.page) if e.act is Act.REVOKE]
    assert revoked == [ids["Hanan"], ids["Hanan"]]


@pytest.mark.parametrize("service", [members.leave, members.reset_passphrase])
def test_somebody_who_never_was_there_is_a_mistake_of_ours(bea, service):
    with pytest.raises(NoResultFound):
        bea.call(service, new_id(), now=MONDAY)


def test_words_given_are_strong_and_never_the_same(bea):
    given = {bea.call(members.add, f"N{n}", ["staff"], 1, now=MONDAY).passphrase for n in range(4)}
    assert len(given) == 4
    assert all(passphrase.strength(words).enough for words in given)


def test_a_member_shows_only_her_id(bea, ids):
    member = bea.call(members.names)[ids["Hanan"]]
    assert isinstance(member, Member)
    assert repr(member) == f"<Member {ids['Hanan']}>"
