"""A new recovery sheet (SECURITY.md, two locks)."""

from datetime import timedelta

import pytest
from desk import FIRST_WORDS, MONDAY
from hostile import HOSTILE
from recovering import acts, id_of, opens, state

from hgkm_desktop.db import Database
from hgkm_desktop.errors import Invalid, UserError
from hgkm_desktop.models.codes import Act
from hgkm_desktop.services import organisation, recovery
from hgkm_desktop.services.recovery import Helpers
from hgkm_desktop.vault import recovery_code, restoring, slots
from hgkm_desktop.vault.vault import Vault

LATER = MONDAY + timedelta(days=30)


@pytest.fixture
def salma(sign_in) -> Database:
    """The founder: coordinator and administrator, with the half beside the paper."""
    return sign_in("Salma")


@pytest.fixture
def code() -> str:
    return recovery_code.new()


def test_the_new_code_opens_this_log_and_the_old_one_does_not(desk, salma, code):
    assert opens(desk, desk.code)
    salma.call(recovery.new_sheet, code, Helpers(desk.code), now=LATER)
    assert opens(desk, code)
    assert not opens(desk, desk.code)


def test_also_the_slots_file_that_is_kept_forgets_the_old_code(desk, salma, code):
    salma.call(recovery.new_sheet, code, now=LATER)
    (desk.folder / "logboek.slots").unlink()
    assert opens(desk, code)
    assert not opens(desk, desk.code)


def test_an_older_copy_still_opens_with_the_old_paper_and_a_new_one_with_the_new(
    desk, salma, code, tmp_path
):
    before = salma.copy_to(tmp_path).folder
    salma.call(recovery.new_sheet, code, now=LATER)
    salma._now = lambda: LATER
    after = salma.copy_to(tmp_path).folder
    assert (opens(desk, desk.code, before), opens(desk, code, before)) == (True, False)
    assert (opens(desk, desk.code, after), opens(desk, code, after)) == (False, True)
    salma.close()
    restored = tmp_path / "elders" / "log"
    restored.parent.mkdir()
    restoring.restore_copy(after, code, restored, without_key_ring=True)
    opened = Vault(restored, desk.now).sign_in(id_of(desk, "Salma"), FIRST_WORDS)
    opened.engine.dispose()
    assert opens(desk, code, restored)


def test_everybody_signs_in_as_before_and_the_sheet_counts_as_tested(desk, salma, code):
    salma.call(recovery.new_sheet, code, now=LATER)
    known = salma.call(organisation.get)
    assert (known.recovery_number, known.recovery_tested_at) == (2, LATER)
    assert (Act.REVOKE, "organisation", None) in acts(salma)
    salma.close()
    desk.sign_in("Hanan").engine.dispose()
    assert opens(desk, code)


def test_after_a_power_cut_between_file_and_slots_the_file_decides(desk, salma, code, monkeypatch):
    def cut(*_given):
        raise OSError(5, "power")

    monkeypatch.setattr(Vault, "save_members", cut)
    with pytest.raises(UserError):
        salma.call(recovery.new_sheet, code, now=LATER)
    monkeypatch.undo()
    assert opens(desk, desk.code)
    salma.close()
    desk.sign_in("Hanan").engine.dispose()
    assert opens(desk, code)
    assert not opens(desk, desk.code)


def test_a_power_cut_between_the_two_slots_files_leaves_no_way_in_for_the_old_code(
    desk, salma, code, monkeypatch
):
    real, written = slots.write_durably, []

    def cut_after_the_first(target, raw):
        if written:
            raise OSError(5, "power")
        written.append(target)
        real(target, raw)

    monkeypatch.setattr(slots, "write_durably", cut_after_the_first)
    with pytest.raises(UserError):
        salma.call(recovery.new_sheet, code, now=LATER)
    monkeypatch.undo()
    salma.close()
    desk.sign_in("Hanan").engine.dispose()
    for name in ("logboek.slots.vorige", "logboek.slots"):
        assert opens(desk, code)
        assert not opens(desk, desk.code)
        (desk.folder / name).rename(desk.folder / "weg")


def test_a_code_that_is_none_changes_nothing(desk, salma):
    before = acts(salma)
    for typed in ("", "0000", desk.code[:-1]):
        with pytest.raises(Invalid):
            salma.call(recovery.new_sheet, typed, now=LATER)
    assert opens(desk, desk.code)
    assert acts(salma) == before


def test_a_wrong_old_code_changes_nothing(desk, salma, code):
    with pytest.raises(Invalid) as refused:
        salma.call(recovery.new_sheet, code, Helpers(recovery_code.new()), now=LATER)
    assert list(refused.value.problems) == ["code"]
    assert opens(desk, desk.code)
    assert salma.call(organisation.get).recovery_number == 1


@pytest.mark.parametrize("text", [text for _, text in HOSTILE], ids=[name for name, _ in HOSTILE])
def test_nothing_typed_does_harm(desk, salma, text):
    before = state(salma)
    with pytest.raises(Invalid):
        salma.call(recovery.new_sheet, text, now=LATER)
    with pytest.raises(Invalid):
        salma.call(recovery.give_halves, Helpers(text, {id_of(desk, "Salma"): text}))
    assert (state(salma), opens(desk, desk.code)) == (before, True)


@pytest.mark.parametrize(
    ("days", "due"), [(0, False), (182, False), (182.001, True), (400, True), (None, True)]
)
def test_the_sheet_is_tested_twice_a_year(days, due):
    tested = None if days is None else MONDAY - timedelta(days=days)
    assert recovery.should_test(tested, MONDAY) is due
