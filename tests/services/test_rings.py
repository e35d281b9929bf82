import pytest
from desk import MONDAY, Make

from hgkm_desktop.errors import Forbidden, Tampered
from hgkm_desktop.models import RealQuestion, new_id
from hgkm_desktop.models.codes import Act, Role
from hgkm_desktop.services import audit_log, members, rings, walk_ins
from hgkm_desktop.vault import sealing, store


@pytest.fixture
def ids(desk):
    return {name: key.tile.member_id for name, key in desk.keys.items()}


@pytest.fixture
def waiting_joke(sign_in, ids):
    """Joke has the role of confidant and waits for the key."""
    sign_in("Bea").call(members.change, ids["Joke"], "Joke", [Role.STAFF, Role.CONFIDANT], 2)
    return sign_in("Joke")


def test_a_confidant_waits_until_another_gives_her_the_key(sign_in, ids, waiting_joke):
    walk_in = Make(waiting_joke).walk_in(RealQuestion("zevenblad"))
    with pytest.raises(Forbidden, match="verzegeld voor iemand anders"):
        waiting_joke.call(walk_ins.read_real_question, walk_in.id)
    leyla = sign_in("Leyla")
    assert [member.name for member in leyla.call(rings.waiting)] == ["Joke"]
    leyla.call(rings.give, ids["Joke"])
    assert leyla.call(rings.waiting) == []
    assert waiting_joke.call(walk_ins.read_real_question, walk_in.id).question == "zevenblad"


def test_giving_is_noted_once(sign_in, ids, waiting_joke):
    leyla = sign_in("Leyla")
    leyla.call(rings.give, ids["Joke"])
    leyla.call(rings.give, ids["Joke"])
    given = [e for e in sign_in("Bea").call(audit_log.page) if e.act is Act.GRANT]
    assert [e.record_id for e in given if e.record_id == ids["Joke"]] == [ids["Joke"]]


def test_whoever_waits_herself_sees_nobody_waiting_and_gives_nothing(waiting_joke, ids, sign_in):
    sign_in("Bea").call(members.change, ids["Hanan"], "Hanan", [Role.CONFIDANT], 1)
    assert waiting_joke.call(rings.waiting) == []
    assert not waiting_joke.call(rings.is_held)
    assert not waiting_joke.call(rings.needs_new_key)
    with pytest.raises((Forbidden, Tampered)):
        waiting_joke.call(rings.give, ids["Hanan"])


def test_the_key_is_given_to_confidants_only(sign_in, ids):
    leyla = sign_in("Leyla")
    for name in ("Hanan", "Salma", "Bea"):
        with pytest.raises(Forbidden):
            leyla.call(rings.give, ids[name])
    with pytest.raises(Tampered):
        leyla.call(rings.give, new_id())


def test_whoever_left_is_given_nothing(sign_in, ids):
    sign_in("Bea").call(members.leave, ids["Imane"], now=MONDAY)
    with pytest.raises(Forbidden):
        sign_in("Leyla").call(rings.give, ids["Imane"])


def test_nothing_needs_renewing_while_nobody_leaves(sign_in):
    assert not sign_in("Leyla").call(rings.needs_new_key)


def test_a_renewed_ring_goes_to_those_who_held_the_old_one(sign_in, ids, waiting_joke):
    leyla = sign_in("Leyla")
    leyla.call(rings.renew)
    ring = leyla.call(sealing.current, sealing.CONFIDANTS)
    held = leyla.call(sealing.holders, ring.ring_id)
    assert held == {ids["Leyla"], ids["Imane"], sealing.RECOVERY_ID}


def test_a_renewal_by_whoever_waits_is_refused_and_changes_nothing(sign_in, waiting_joke, desk):
    walk_in = Make(waiting_joke).walk_in(RealQuestion("zevenblad"))
    with pytest.raises(Forbidden):
        waiting_joke.call(rings.renew)
    assert sign_in("Imane").call(walk_ins.read_real_question, walk_in.id)


def test_many_questions_are_sealed_again_in_one_go(sign_in):
    make = Make(sign_in("Joke"))
    kept = [make.walk_in(RealQuestion(f"vraag {number}")) for number in range(30)]
    make.walk_in()
    leyla = sign_in("Leyla")
    assert leyla.call(rings.renew) == 30
    for number, walk_in in enumerate(kept):
        read = leyla.call(walk_ins.read_real_question, walk_in.id)
        assert read.question == f"vraag {number}"


def test_an_interrupted_renewal_leaves_the_old_ring(sign_in, desk):
    make = Make(sign_in("Joke"))
    walk_in = make.walk_in(RealQuestion("zevenblad"))
    spoilt = make.walk_in(RealQuestion("x"))
    connection = store.connect(desk.vault.database, desk.keys["Joke"].bundle.database)
    connection.execute("UPDATE walk_in SET sealed = x'00' WHERE id = ?", [spoilt.id.hex])
    connection.close()
    leyla = sign_in("Leyla")
    with pytest.raises(Tampered):
        leyla.call(rings.renew)
    assert leyla.call(walk_ins.read_real_question, walk_in.id).question == "zevenblad"


def test_without_a_ring_there_is_nothing_to_wait_for_or_to_renew(sign_in, desk, ids):
    connection = store.connect(desk.vault.database, desk.keys["Joke"].bundle.database)
    connection.execute("DELETE FROM ring_grant")
    connection.execute("DELETE FROM ring")
    connection.close()
    leyla = sign_in("Leyla")
    assert leyla.call(rings.waiting) == []
    assert not leyla.call(rings.exists)
    assert not leyla.call(rings.needs_new_key)
    assert leyla.call(rings.renew) == 0
    with pytest.raises(Forbidden):
        leyla.call(rings.give, ids["Imane"])


def test_a_case_ring_is_for_confidants():
    assert sealing.role_for("case:12") is Role.CONFIDANT
    assert sealing.role_for(sealing.ROOT) is Role.ADMINISTRATOR
