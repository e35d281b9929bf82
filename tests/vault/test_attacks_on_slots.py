import json
import os
import time
import unicodedata
from base64 import b64encode, urlsafe_b64encode

import pytest
from first_start import found

from hgkm_desktop.errors import CannotOpen, TooSoon, WrongPassphrase
from hgkm_desktop.models import new_id
from hgkm_desktop.vault import keys, slots, store
from hgkm_desktop.vault.envelope import NotAuthentic, canonical
from hgkm_desktop.vault.keys import Bundle, DatabaseKey, Kdf, open_slot, seal_slot

REAL_KDF = keys.kdf_for_this_computer


@pytest.fixture
def hanan(desk):
    return desk.keys["Hanan"]


def _slot(desk, name):
    found = slots.open_with(desk.folder, desk.keys[name].secret)
    return slots.slot_of(found, desk.keys[name].tile.member_id).sealed


@pytest.mark.parametrize(
    "cost",
    [
        {"m": 8, "t": 1, "p": 1},
        {"m": 19 * 1024, "t": 3, "p": 4},
        {"m": 64 * 1024, "t": 1, "p": 4},
        {"m": 64 * 1024, "t": 3, "p": 0},
        {"m": 64 * 1024, "t": 3, "p": 64},
        {"m": 64 * 1024, "t": 10_000, "p": 4},
        {"m": 1 << 40, "t": 3, "p": 4},
        {"m": -1, "t": -1, "p": -1},
        {"m": "veel", "t": 3, "p": 4},
        {"m": None, "t": None, "p": None},
        {"m": 64 * 1024, "t": 3, "p": 4, "q": 1},
        [],
    ],
)
def test_other_costs_in_a_slot_are_refused_at_once(desk, hanan, cost):
    slot = canonical(json.loads(_slot(desk, "Hanan")) | {"kdf": cost})
    begun = time.monotonic()
    with pytest.raises(NotAuthentic):
        open_slot(hanan.passphrase, hanan.secret, hanan.tile.member_id, slot)
    assert time.monotonic() - begun < 0.5


def test_other_costs_within_the_policy_do_not_open_the_slot_either(desk, hanan):
    cost = {"m": 64 * 1024, "t": 4, "p": 4}
    slot = canonical(json.loads(_slot(desk, "Hanan")) | {"kdf": cost})
    with pytest.raises(NotAuthentic):
        open_slot(hanan.passphrase, hanan.secret, hanan.tile.member_id, slot)


@pytest.mark.parametrize(
    "slot", [b"", b"null", b"[]", b"{}", b'"x"', b"\xff", b'{"sealed": 3}', b'{"sealed": "%"}']
)
def test_what_is_no_slot_is_refused(hanan, slot):
    with pytest.raises(NotAuthentic):
        open_slot(hanan.passphrase, hanan.secret, hanan.tile.member_id, slot)


def test_the_slot_of_another_member_does_not_open(desk, hanan):
    joke = desk.keys["Joke"].tile.member_id
    with pytest.raises(NotAuthentic):
        open_slot(hanan.passphrase, hanan.secret, joke, _slot(desk, "Hanan"))
    with pytest.raises(NotAuthentic):
        open_slot(hanan.passphrase, hanan.secret, hanan.tile.member_id, _slot(desk, "Joke"))


def test_her_slot_put_in_the_place_of_another_makes_nobody_somebody_else(desk, raw, hanan):
    joke = desk.keys["Joke"].tile
    found = slots.open_with(desk.folder, hanan.secret)
    slots.with_member(found, joke, _slot(desk, "Hanan"))
    slots.save(desk.folder, found, hanan.secret)
    raw.run("UPDATE member SET slot = ? WHERE id = ?", _slot(desk, "Hanan"), joke.member_id)
    with pytest.raises(WrongPassphrase):
        desk.vault.sign_in(joke.member_id, hanan.passphrase)


def test_her_bundle_opens_the_log_as_nobody_else(desk, hanan):
    bea = desk.keys["Bea"].tile
    with pytest.raises(WrongPassphrase):
        desk.vault.open(hanan.bundle, bea.member_id, "Bea", hanan.secret)


def test_the_right_passphrase_on_another_computer_opens_nothing(desk, hanan):
    with pytest.raises(NotAuthentic):
        open_slot(hanan.passphrase, os.urandom(32), hanan.tile.member_id, _slot(desk, "Hanan"))


def test_at_the_desk_without_a_passphrase_nothing_opens(desk):
    """SECURITY.md: whoever sits there has the unlocked key ring and every file."""
    secret = desk.keys["Joke"].secret
    every_slot = slots.open_with(desk.folder, secret)
    for key in desk.keys.values():
        sealed = slots.slot_of(every_slot, key.tile.member_id).sealed
        for words in ("", secret.hex()):
            with pytest.raises(NotAuthentic):
                open_slot(words, secret, key.tile.member_id, sealed)
        for raw in (key.bundle.database.key, key.bundle.x, key.bundle.ed):
            forms = (raw, raw.hex().encode(), b64encode(raw)[:40], urlsafe_b64encode(raw)[:40])
            assert not any(form in sealed for form in forms)
    salt = desk.keys["Joke"].bundle.database.salt
    with pytest.raises(CannotOpen):
        store.ensure_opens(desk.vault.database, DatabaseKey(secret, salt))


def test_the_slots_file_of_another_computer_is_refused(desk, hanan, tmp_path):
    other = found(tmp_path / "elders", without_key_ring=True)
    for name in (slots.FILE, slots.KEPT):
        (desk.folder / name).write_bytes((other.folder / slots.FILE).read_bytes())
    with pytest.raises(CannotOpen) as refused:
        desk.vault.read_slots(hanan.secret)
    assert refused.value.code == "SL-02"
    with pytest.raises(WrongPassphrase):
        desk.sign_in("Hanan")


def test_nobody_signs_in_who_has_no_slot(desk):
    with pytest.raises(WrongPassphrase):
        desk.vault.sign_in(new_id(), "kaneel fiets regenjas brug lepel")


def test_every_failed_sign_in_says_the_same(desk, hanan):
    said = set()
    for member_id, words in [(new_id(), "x"), (hanan.tile.member_id, ""), (new_id(), "y")]:
        with pytest.raises(WrongPassphrase) as refused:
            desk.vault.sign_in(member_id, words)
        said.add((refused.value.title, refused.value.hint))
    assert said == {("Dat klopt niet. Probeer het nog een keer.", "")}


def test_after_a_few_failures_everybody_has_to_wait_a_little(desk, hanan):
    for _try in range(3):
        with pytest.raises(WrongPassphrase):
            desk.vault.sign_in(hanan.tile.member_id, "fout")
    with pytest.raises(TooSoon) as refused:
        desk.sign_in("Hanan")
    assert refused.value.seconds == 2
    desk.sign_in("Joke").engine.dispose()


@pytest.mark.parametrize(
    "typed",
    [
        "  kaneel   fiets regenjas brug lepel ",
        "kaneel fiets\tregenjas\nbrug lepel",
        "ｋａｎｅｅｌ fiets regenjas brug lepel",
    ],
)
def test_the_same_words_typed_a_little_differently_open(typed):
    member_id, bundle = new_id(), Bundle.new(DatabaseKey.new(), bytes(32))
    slot = seal_slot("kaneel fiets regenjas brug lepel", b"s" * 32, member_id, bundle)
    assert open_slot(typed, b"s" * 32, member_id, slot) == bundle


def test_a_composed_and_a_decomposed_letter_are_the_same():
    member_id, bundle = new_id(), Bundle.new(DatabaseKey.new(), bytes(32))
    composed = unicodedata.normalize("NFC", "een privé café öffnen")
    slot = seal_slot(composed, b"s" * 32, member_id, bundle)
    decomposed = unicodedata.normalize("NFD", composed)
    assert composed != decomposed
    assert open_slot(decomposed, b"s" * 32, member_id, slot) == bundle


def test_a_megabyte_typed_as_a_passphrase_is_refused_quickly(desk, hanan):
    begun = time.monotonic()
    with pytest.raises(WrongPassphrase):
        desk.vault.sign_in(hanan.tile.member_id, "x" * 1_000_000)
    assert time.monotonic() - begun < 3


def test_a_lone_surrogate_in_a_passphrase_is_just_wrong(desk, hanan):
    with pytest.raises(WrongPassphrase):
        desk.vault.sign_in(hanan.tile.member_id, "half\ud83d")


def test_small_memory_gets_the_smaller_cost(monkeypatch):
    pages = {"SC_PAGE_SIZE": 4096, "SC_PHYS_PAGES": 512 * 1024}
    monkeypatch.setattr(keys.os, "sysconf", pages.__getitem__, raising=False)
    assert REAL_KDF() == Kdf(m=64 * 1024)
    pages["SC_PHYS_PAGES"] *= 4
    assert REAL_KDF() == Kdf()
    monkeypatch.delattr(keys.os, "sysconf")
    assert REAL_KDF() == Kdf()


def test_both_costs_are_within_the_policy():
    assert Kdf().within_policy()
    assert Kdf(m=64 * 1024).within_policy()


@pytest.mark.parametrize(("key", "salt"), [(31, 16), (33, 16), (32, 15), (0, 0)])
def test_a_key_that_sqlcipher_would_take_for_a_passphrase_is_never_given(key, salt):
    with pytest.raises(ValueError, match="32 bytes"):
        DatabaseKey(bytes(key), bytes(salt)).pragma()


def test_what_holds_keys_never_shows_them():
    database = DatabaseKey.new()
    bundle = Bundle.new(database, bytes(32))
    for holder in (database, bundle):
        assert database.key.hex() not in repr(holder)
        assert repr(database.key) not in repr(holder)
