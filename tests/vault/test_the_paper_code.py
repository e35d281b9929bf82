"""The paper code beside the log itself: it lets whoever looks after the team in again."""

import shutil

import pytest
from desk import MONDAY

from hgkm_desktop.db import Database
from hgkm_desktop.errors import (
    CannotOpen,
    Forbidden,
    Tampered,
    WrongPassphrase,
)
from hgkm_desktop.models import new_id
from hgkm_desktop.models.codes import Act
from hgkm_desktop.services import audit_log, drafts, members, rings, walk_ins
from hgkm_desktop.vault import backup, slots
from hgkm_desktop.vault.restoring import administrators, new_passphrase


def test_the_code_still_opens_a_log_whose_newest_slots_are_damaged(desk, sign_in, raw):
    for name, other in ((slots.FILE, slots.KEPT), (slots.KEPT, slots.FILE)):
        shutil.copy(desk.folder / other, desk.folder / "aside")
        (desk.folder / name).write_bytes(b"damaged")
        backup.open_with_code(desk.folder, desk.code)
        shutil.copy(desk.folder / other, desk.folder / name)


def test_with_both_slots_files_damaged_it_says_so(desk):
    for name in (slots.FILE, slots.KEPT):
        (desk.folder / name).write_bytes(b"damaged")
    with pytest.raises(CannotOpen) as refused:
        backup.open_with_code(desk.folder, desk.code)
    assert refused.value.code == "SL-01"


def test_whoever_looks_after_the_team_comes_in_again_with_the_paper_alone(
    desk, log_question, sign_in
):
    bea = desk.keys["Bea"].tile
    assert {t.name for t in administrators(desk.folder, desk.code)} == {"Salma", "Bea"}
    new_passphrase(desk.folder, desk.code, bea.member_id, "nieuw lepel brug fiets zon", MONDAY)
    with pytest.raises(WrongPassphrase):
        desk.sign_in("Bea")
    db = Database(desk.vault.sign_in(bea.member_id, "nieuw lepel brug fiets zon"), desk.now)
    added = db.call(members.add, "Nora", ["volunteer"], 1, now=MONDAY)
    assert db.call(audit_log.page)[-1]
    assert Act.RECOVER in {entry.act for entry in db.call(audit_log.page)}
    assert db.call(audit_log.first_broken_line) is None
    db.close()
    desk.vault.sign_in(added.member.id, added.passphrase).engine.dispose()


def test_what_she_signed_before_she_forgot_stays_valid(desk, sign_in, log_question):
    walk_in = log_question()
    salma = desk.keys["Salma"].tile.member_id
    new_passphrase(desk.folder, desk.code, salma, "nieuw lepel brug fiets zon", MONDAY)
    assert sign_in("Leyla").call(walk_ins.read_real_question, walk_in.id)
    assert not sign_in("Leyla").call(rings.needs_new_key)


def test_her_drafts_of_before_are_gone_without_alarm(desk, sign_in):
    bea = desk.keys["Bea"].tile.member_id
    sign_in("Bea").call(drafts.keep, "admin", {"x": 1})
    sign_in("Bea").close()
    new_passphrase(desk.folder, desk.code, bea, "nieuw lepel brug fiets zon", MONDAY)
    db = Database(desk.vault.sign_in(bea, "nieuw lepel brug fiets zon"), desk.now)
    assert db.call(drafts.look, "admin") is None
    db.close()


def test_the_paper_lets_in_nobody_who_does_not_look_after_the_team(desk):
    with pytest.raises(CannotOpen) as refused:
        new_passphrase(desk.folder, desk.code, desk.keys["Leyla"].tile.member_id, "x", MONDAY)
    assert refused.value.code == "RE-02"
    desk.sign_in("Leyla").engine.dispose()


def test_the_paper_lets_in_nobody_unknown(desk):
    with pytest.raises(Tampered):
        new_passphrase(desk.folder, desk.code, new_id(), "x", MONDAY)


def test_with_the_paper_alone_no_real_question_is_read(desk, log_question):
    walk_in = log_question()
    bea = desk.keys["Bea"].tile.member_id
    new_passphrase(desk.folder, desk.code, bea, "nieuw lepel brug fiets zon", MONDAY)
    db = Database(desk.vault.sign_in(bea, "nieuw lepel brug fiets zon"), desk.now)
    with pytest.raises(Forbidden):
        db.call(walk_ins.read_real_question, walk_in.id)
    db.close()
