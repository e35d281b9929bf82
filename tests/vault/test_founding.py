import json
import os

import pytest
from desk import MONDAY
from first_start import WORDS, found

from hgkm_desktop.db import Database
from hgkm_desktop.errors import Forbidden, Invalid
from hgkm_desktop.models import RealQuestion
from hgkm_desktop.models.codes import Act, Role
from hgkm_desktop.services import audit_log, members, organisation, rings, walk_ins
from hgkm_desktop.vault import founding, recovery_code, slots, store
from hgkm_desktop.vault.vault import Vault


@pytest.fixture
def small(tmp_path):
    return found(tmp_path / "data" / "log", without_key_ring=True)


@pytest.fixture
def salma(small):
    db = Database(small.sign_in("Salma"), small.now)
    yield db
    db.close()


def test_a_new_log_has_one_coordinator_who_looks_after_the_team(salma):
    assert salma.actor.roles == {Role.COORDINATOR, Role.ADMINISTRATOR}
    assert [member.name for member in salma.call(members.everyone)] == ["Salma"]
    assert salma.call(organisation.get).name == "Nisa test"
    (entry, *_rest) = reversed(salma.call(audit_log.page))
    assert (entry.seq, entry.act, entry.kind) == (1, Act.CREATE, "organisation")
    assert salma.problems() == []


def test_a_new_log_has_no_confidant_and_seals_nothing(salma):
    assert not salma.call(rings.exists)
    assert not salma.call(rings.is_held)
    walk_in = salma.call(walk_ins.blank, now=MONDAY)
    walk_in.topics = ("alone",)
    with pytest.raises(Forbidden, match="nog geen vertrouwenspersoon"):
        salma.call(walk_ins.log, walk_in, RealQuestion("zevenblad"), now=MONDAY)


def test_the_first_confidant_starts_the_ring_and_nobody_else_holds_it(small, salma):
    new = salma.call(members.add, "Leyla", [Role.CONFIDANT], 1, now=MONDAY)
    assert salma.call(rings.exists)
    assert not salma.call(rings.is_held)
    leyla = Database(small.vault.sign_in(new.member.id, new.passphrase), small.now)
    assert leyla.call(rings.is_held)
    leyla.close()


def test_everything_is_for_its_owner_only_whatever_the_umask(tmp_path):
    before = os.umask(0)
    try:
        desk = found(tmp_path / "new" / "data" / "log", without_key_ring=True)
        db = Database(desk.sign_in("Salma"), desk.now)
        db.call(members.add, "Nora", [Role.VOLUNTEER], 1, now=MONDAY)
        with pytest.raises(Exception, match="klopt niet"):
            desk.vault.sign_in(desk.keys["Salma"].tile.member_id, "fout")
        files = {file.name: file.stat().st_mode & 0o777 for file in desk.folder.iterdir()}
        db.close()
    finally:
        os.umask(before)
    assert set(files) >= {store.FILE, store.FILE + "-wal", store.FILE + "-shm", slots.FILE}
    assert set(files.values()) == {0o600}
    for folder in (desk.folder, desk.folder.parent, desk.folder.parent.parent):
        assert folder.stat().st_mode & 0o777 == 0o700


def test_the_names_of_its_files_say_nothing_of_what_it_is_for(small):
    names = {file.name for file in small.folder.iterdir()}
    assert names == {"logboek.db", "logboek.slots"} or names == {
        "logboek.db",
        "logboek.slots",
        "logboek.slots.vorige",
    }


def test_nothing_in_its_files_is_readable(small):
    raw = b"".join(file.read_bytes() for file in small.folder.iterdir())
    for word in (b"SQLite format 3", b"Salma", b"Nisa", b"coordinator", b"walk_in"):
        assert word not in raw


def test_the_slots_file_says_in_the_open_only_what_it_must(small):
    data = json.loads((small.folder / slots.FILE).read_bytes())
    assert set(data) == {"format", "vault", "backend", "device", "recovery", "sealed"}


def test_two_founders_can_both_sign_in_and_look_after_the_team(tmp_path):
    people = founding.Person("Ada", 1, WORDS), founding.Person("Bep", 2, WORDS)
    code = recovery_code.new()
    start = founding.FirstStart("Nisa test", "Buurtlogboek", people, code, True)
    opened = founding.found(tmp_path / "log", start, lambda: MONDAY)
    assert opened.actor.name == "Ada"
    opened.engine.dispose()
    vault = Vault(tmp_path / "log", lambda: MONDAY)
    for tile in vault.look().tiles:
        opened = vault.sign_in(tile.member_id, WORDS)
        assert opened.actor.may(Role.ADMINISTRATOR)
        opened.engine.dispose()


def test_a_code_with_a_mistake_founds_nothing(tmp_path):
    people = (founding.Person("Ada", 1, WORDS),)
    start = founding.FirstStart("Nisa test", "Buurtlogboek", people, "0000", True)
    with pytest.raises(Invalid):
        founding.found(tmp_path / "log", start)
    assert list(tmp_path.glob("log*")) == []


def test_a_first_start_that_was_cut_off_does_not_stand_in_the_way(tmp_path):
    (tmp_path / "log.nieuw").mkdir()
    (tmp_path / "log.nieuw" / store.FILE).write_bytes(b"half")
    found(tmp_path / "log", without_key_ring=True).sign_in("Salma").engine.dispose()
    assert not (tmp_path / "log.nieuw").exists()


def test_no_two_logs_share_a_key(tmp_path):
    one = found(tmp_path / "one", without_key_ring=True).keys["Salma"]
    other = found(tmp_path / "other", without_key_ring=True).keys["Salma"]
    assert one.bundle.database.key != other.bundle.database.key
    assert one.bundle.root != other.bundle.root
    assert one.secret != other.secret


def test_what_the_wizard_hands_over_never_shows_itself():
    person = founding.Person("Ada", 1, WORDS)
    start = founding.FirstStart("Nisa test", "Buurtlogboek", (person,), "CODE", True)
    assert WORDS not in repr(person) + repr(start)
    assert "CODE" not in repr(start)


def test_the_paper_code_is_checked_against_this_log(small, salma):
    salma.check_code(small.code)
    with pytest.raises(Invalid):
        salma.check_code(recovery_code.new())
    with pytest.raises(Invalid):
        salma.check_code("")
