"""The recovery key exists only as pairs: two people, or one and the paper (SECURITY.md, Rings)."""

from itertools import combinations

import pytest
from desk import MONDAY, Desk, Key
from raw_file import body_of
from sqlalchemy.orm import Session

from hgkm_desktop.errors import Tampered
from hgkm_desktop.models import RecoveryShare, Statement
from hgkm_desktop.vault import founding, recovery, recovery_code, sealing, slots
from hgkm_desktop.vault.directory import RECOVERY_ID
from hgkm_desktop.vault.envelope import b64, public_of, unb64, unlock_with, verify_key_of

WORDS = "kaneel fiets regenjas brug lepel"


@pytest.fixture(scope="module")
def board(tmp_path_factory) -> Desk:
    """A log founded by two coordinators, with one confidant."""
    folder = tmp_path_factory.mktemp("board") / "log"
    code = recovery_code.new()
    people = founding.Person("Ada", 1, WORDS), founding.Person("Bep", 2, WORDS)
    start = founding.FirstStart("Nisa test", "Buurtlogboek", people, code, True)
    founding.found(folder, start, lambda: MONDAY).engine.dispose()
    desk = Desk(folder, code, {})
    for tile in desk.vault.look().tiles:
        opened = desk.vault.sign_in(tile.member_id, WORDS)
        opened.engine.dispose()
        actor = opened.actor
        desk.keys[tile.name] = Key(tile, WORDS, actor.bundle, actor.device_secret)
    return desk


@pytest.fixture
def copied(board, tmp_path) -> Desk:
    return board.copy(tmp_path / "log")


@pytest.fixture
def opened(copied):
    """Ada and Bep, signed in on the same log, and a session to look with."""
    both = {name: copied.open(name) for name in ("Ada", "Bep")}
    with Session(both["Ada"].engine) as session:
        yield session, both["Ada"].actor, both["Bep"].actor
    for one in both.values():
        one.engine.dispose()


def _code(desk):
    return recovery_code.read(desk.code)


def test_two_coordinators_together_have_the_key(opened):
    session, ada, bep = opened
    key = recovery.key_from_two(session, ada, bep)
    assert public_of(key) == ada.directory.recovery_x
    assert recovery.key_from_two(session, bep, ada) == key


def test_the_paper_and_either_coordinator_have_the_key(opened, copied):
    session, ada, bep = opened
    key = recovery.key_from_paper(session, ada, _code(copied))
    assert recovery.key_from_paper(session, bep, _code(copied)) == key
    assert public_of(key) == ada.directory.recovery_x


def test_one_coordinator_alone_has_nothing(opened, copied):
    session, ada, _bep = opened
    halves = [recovery.half_of(session, ada, share.partner) for share in _hers(session, ada)]
    assert len(halves) == 2
    known = [ada.bundle.x, ada.bundle.ed, ada.bundle.database.key, ada.device_secret]
    session.info["actor"] = ada
    known.append(sealing.secret_of(session, sealing.current(session, sealing.ROOT).ring_id))
    for key in [*halves, *known, *(recovery.xor(a, b) for a, b in combinations(halves, 2))]:
        assert public_of(key) != ada.directory.recovery_x
    assert recovery.key_from_two(session, ada, ada) is None


def _hers(session, actor):
    return session.query(RecoveryShare).filter_by(holder_id=actor.member_id).all()


def test_the_paper_alone_has_nothing(copied):
    found = slots.load(copied.folder)
    on_paper = slots.open_recovery(_code(copied), found.vault_id, found.recovery)
    opened = copied.open("Ada")
    wanted = opened.actor.directory.recovery_x
    with Session(opened.engine) as session:
        shares = session.query(RecoveryShare).all()
    opened.engine.dispose()
    known = [on_paper.device_secret, on_paper.root, on_paper.database.key]
    known += [recovery.paper_half(_code(copied), share.holder_id) for share in shares]
    for key in [*known, *(recovery.xor(a, b) for a, b in combinations(known, 2))]:
        assert public_of(key) != wanted
    for share in shares:
        for private in known:
            with pytest.raises(recovery.NotAuthentic):
                unlock_with(private, share.sealed, "recovery half", share.holder_id, share.partner)


def test_an_administrator_without_a_half_has_nothing(desk):
    bea, salma = desk.open("Bea"), desk.open("Salma")
    with Session(bea.engine) as session:
        assert recovery.half_of(session, bea.actor, recovery.PAPER) is None
        assert recovery.key_from_paper(session, bea.actor, _code(desk)) is None
        assert recovery.key_from_two(session, bea.actor, salma.actor) is None
    bea.engine.dispose()
    salma.engine.dispose()


def test_the_sheet_and_the_coordinator_open_the_confidants_ring(desk, raw, log_question):
    walk_in = log_question()
    opened = desk.open("Salma")
    with Session(opened.engine) as session:
        key = recovery.key_from_paper(session, opened.actor, _code(desk))
    opened.engine.dispose()
    sql = "SELECT statement, ring_id FROM ring_grant WHERE holder_id = ?"
    ((statement, ring_id),) = raw.run(sql, RECOVERY_ID)
    ring = sealing.UUID(ring_id)
    place = "grant", "confidants", ring, RECOVERY_ID, public_of(key)
    secret = unlock_with(key, unb64(body_of(statement)["sealed"]), *place)
    keys = sealing.field_key(secret), sealing.private_key(secret)
    where = "confidants", "walk_in", "sealed", walk_in.id
    assert b"zevenblad" in sealing.open_field(*keys, walk_in.sealed, *where)


def test_another_code_gives_no_key_at_all(opened):
    session, ada, _bep = opened
    with pytest.raises(Tampered) as refused:
        recovery.key_from_paper(session, ada, recovery_code.read(recovery_code.new()))
    assert refused.value.code == "RE-03"


def test_a_planted_half_is_noticed(opened):
    session, ada, bep = opened
    who = ada.member_id, ada.bundle.x_public
    session.query(RecoveryShare).filter_by(holder_id=ada.member_id).delete()
    recovery.share_with_paper(session, bytes(32), "A" * 26, *who)
    recovery.share_between(session, bytes(32), who, (bep.member_id, bep.bundle.x_public))
    session.flush()
    with pytest.raises(Tampered):
        recovery.key_from_two(session, ada, bep)


def test_a_half_moved_to_another_place_is_refused(opened):
    session, ada, bep = opened
    share = session.query(RecoveryShare).filter_by(holder_id=ada.member_id, partner=recovery.PAPER)
    between = session.query(RecoveryShare).filter_by(
        holder_id=ada.member_id, partner=str(bep.member_id)
    )
    share.one().sealed = between.one().sealed
    session.flush()
    with pytest.raises(Tampered) as refused:
        recovery.half_of(session, ada, recovery.PAPER)
    assert refused.value.code == "RE-01"


def test_the_root_and_the_recovery_key_are_different_keys(opened):
    _session, ada, _bep = opened
    assert ada.bundle.root != ada.directory.recovery_x
    assert b64(verify_key_of(ada.bundle.ed)) != b64(ada.bundle.root)


def test_a_sheet_the_root_did_not_sign_is_refused(opened):
    session, ada, _bep = opened
    statement = session.get_one(Statement, recovery.SHEET)
    for data in (b"{}", founding.certify(b"x" * 32, ada.directory.member(ada.member_id))):
        statement.data = data
        with pytest.raises(Tampered) as refused:
            recovery.newest_sheet(session, ada.bundle.root)
        assert refused.value.code == "RE-04"


def test_another_word_of_the_root_is_no_sheet(opened):
    session, ada, _bep = opened
    other = session.get_one(Statement, "recovery key").data
    session.get_one(Statement, recovery.SHEET).data = other
    with pytest.raises(Tampered) as refused:
        recovery.newest_sheet(session, ada.bundle.root)
    assert refused.value.code == "RE-04"


def test_the_file_knows_which_code_is_the_newest(opened, copied):
    session, ada, _bep = opened
    assert recovery.is_newest_code(session, ada, _code(copied))
    assert not recovery.is_newest_code(session, ada, recovery_code.read(recovery_code.new()))


def test_a_log_from_before_sheets_were_kept_takes_any_code_and_its_first_sheet(opened):
    session, ada, _bep = opened
    kept = session.get_one(Statement, recovery.SHEET)
    session.delete(kept)
    session.flush()
    assert recovery.newest_sheet(session, ada.bundle.root) == b""
    assert recovery.is_newest_code(session, ada, "A" * 26)
    session.info["actor"] = ada
    root = sealing.secret_of(session, sealing.current(session, sealing.ROOT).ring_id)
    recovery.keep_sheet(session, root, b"{}")
    assert recovery.newest_sheet(session, ada.bundle.root) == b"{}"
