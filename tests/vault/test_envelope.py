import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hgkm_desktop.models import new_id
from hgkm_desktop.vault import envelope
from hgkm_desktop.vault.envelope import (
    NotAuthentic,
    context,
    lock,
    lock_to,
    open_field,
    owner_of,
    pad,
    peek,
    public_of,
    seal_field,
    seal_field_to,
    sign,
    unb64,
    unlock,
    unlock_with,
    unpad,
    verify,
    verify_key_of,
)

KEY = bytes(range(32))
PRIVATE = bytes(range(1, 33))
parts = st.lists(st.one_of(st.text(max_size=20), st.binary(max_size=20), st.uuids()), max_size=4)
keys = st.binary(min_size=32, max_size=32)
bodies = st.dictionaries(
    st.text(max_size=10), st.one_of(st.text(max_size=20), st.integers(), st.booleans()), max_size=5
)


@given(st.binary(max_size=3000))
def test_padding_comes_off_again_and_hides_the_length(plain):
    padded = pad(plain)
    assert unpad(padded) == plain
    assert len(padded) % 256 == 0
    assert len(padded) - len(plain) <= 260


@given(st.binary(max_size=300))
def test_a_body_with_an_impossible_length_is_refused(body):
    try:
        assert body[4:].startswith(unpad(body))
    except NotAuthentic:
        assert len(body) < 4 or int.from_bytes(body[:4], "big") > len(body) - 4


@given(parts, parts)
def test_different_places_never_look_alike(one, other):
    raw = [part.bytes if hasattr(part, "bytes") else part for part in one]
    same = [part.bytes if hasattr(part, "bytes") else part for part in other]
    flat = [part.encode() if isinstance(part, str) else part for part in raw]
    flat_other = [part.encode() if isinstance(part, str) else part for part in same]
    assert (context(*one) == context(*other)) == (flat == flat_other)


def test_parts_do_not_run_into_each_other():
    assert context("ab", "c") != context("a", "bc")
    assert context("abc") != context("abc", "")


@given(keys, st.binary(max_size=500), parts)
def test_what_is_locked_opens_in_its_place_with_its_key(key, plain, place):
    sealed = lock(key, plain, *place)
    assert unlock(key, sealed, *place) == plain
    with pytest.raises(NotAuthentic):
        unlock(key, sealed, *place, "elsewhere")
    with pytest.raises(NotAuthentic):
        unlock(bytes(b ^ 1 for b in key), sealed, *place)


@given(st.binary(max_size=100))
def test_noise_never_opens(noise):
    for attempt in (
        lambda: unlock(KEY, noise),
        lambda: unlock(noise, noise),
        lambda: unlock_with(PRIVATE, noise),
        lambda: unlock_with(noise[:31], noise),
        lambda: open_field(KEY, PRIVATE, noise),
        lambda: verify(verify_key_of(PRIVATE), noise),
        lambda: peek(noise),
    ):
        with pytest.raises(NotAuthentic):
            attempt()


@given(keys, st.binary(max_size=600), st.uuids(), parts)
def test_a_field_opens_for_its_owner_in_its_place(key, plain, owner, place):
    for sealed in (
        seal_field(key, owner, plain, *place),
        seal_field_to(public_of(PRIVATE), owner, plain, *place),
    ):
        assert owner_of(sealed) == owner
        assert open_field(key, PRIVATE, sealed, *place) == plain
        moved = sealed[:2] + new_id().bytes + sealed[18:]
        for attempt, where in ((sealed, (*place, "x")), (moved, place)):
            with pytest.raises(NotAuthentic):
                open_field(key, PRIVATE, attempt, *where)


def test_a_field_for_a_key_does_not_pass_for_a_field_for_a_person():
    owner = new_id()
    sealed = seal_field(KEY, owner, b"tekst")
    with pytest.raises(NotAuthentic):
        open_field(KEY, PRIVATE, envelope.TO_PUBLIC + sealed[2:])


def test_the_same_text_sealed_twice_looks_different():
    owner = new_id()
    assert seal_field(KEY, owner, b"tekst") != seal_field(KEY, owner, b"tekst")
    assert lock_to(public_of(PRIVATE), b"x") != lock_to(public_of(PRIVATE), b"x")


@given(bodies)
def test_a_signed_statement_says_what_was_signed(body):
    statement = sign(PRIVATE, body)
    assert verify(verify_key_of(PRIVATE), statement) == peek(statement) == body
    with pytest.raises(NotAuthentic):
        verify(verify_key_of(KEY), statement)


@pytest.mark.parametrize(
    "statement",
    [
        b"",
        b"null",
        b"3",
        b'"body"',
        b"{}",
        b'{"body": 3}',
        b'{"body": "3", "sig": ""}',
        b'{"body": "[]", "sig": ""}',
        b'{"body": "{}"}',
        b'{"body": "{}", "sig": 3}',
        b'{"body": "{}", "sig": ""}',
        b'{"body": "{", "sig": ""}',
    ],
)
def test_what_is_no_statement_is_refused(statement):
    with pytest.raises(NotAuthentic):
        verify(verify_key_of(PRIVATE), statement)


@given(st.binary(max_size=100))
def test_bytes_have_one_spelling_only(raw):
    text = envelope.b64(raw)
    assert unb64(text) == raw
    for spelt in (text + "=", text + "\n", text.replace("=", "") + "A"):
        if spelt != text:
            try:
                assert envelope.b64(unb64(spelt)) == spelt
            except NotAuthentic:
                continue


@pytest.mark.parametrize("text", ["AB==", "A", "é", None, 3, "QQ=", "QR=="])
def test_other_spellings_of_bytes_are_refused(text):
    with pytest.raises(NotAuthentic):
        unb64(text)


def test_nothing_is_derived_twice_for_two_purposes():
    secret = os.urandom(32)
    assert envelope.derive(secret, "one") != envelope.derive(secret, "two")
    assert envelope.derive(secret, "one", salt=b"a") != envelope.derive(secret, "one", salt=b"b")
