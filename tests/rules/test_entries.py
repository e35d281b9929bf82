"""Entries: what goes in comes out, and a chain that is not whole is noticed."""

from dataclasses import is_dataclass
from datetime import UTC, datetime
from enum import Enum
from itertools import pairwise
from types import UnionType
from typing import Union, get_args, get_origin, get_type_hints
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hgkm_desktop.rules import entries
from hgkm_desktop.rules.bodies import Agreement, Note
from hgkm_desktop.rules.entries import FIRST, KINDS, Link

BY, CASE = UUID(int=1), UUID(int=2)
NOW = datetime(2026, 11, 23, 10, 40, tzinfo=UTC)
calm = settings(deadline=None, max_examples=40)


def made(hint: object) -> st.SearchStrategy:
    """Return anything of a type, however it is put together."""
    simple = {
        datetime: st.datetimes(timezones=st.just(UTC)),
        str: st.text(max_size=30),
        int: st.integers(0, 9999),
    }
    if hint in simple:
        return simple[hint]
    if is_dataclass(hint):
        return st.builds(hint, **{n: made(h) for n, h in get_type_hints(hint).items()})
    if isinstance(hint, type) and issubclass(hint, Enum):
        return st.sampled_from(hint)
    return _made_of_parts(hint)


def _made_of_parts(hint: object) -> st.SearchStrategy:
    origin, parts = get_origin(hint), [made(part) for part in get_args(hint) if part is not ...]
    if origin in (Union, UnionType):
        return st.one_of(*parts)
    if origin is tuple:
        return st.lists(parts[0], max_size=3).map(tuple)
    if origin is frozenset:
        return st.frozensets(parts[0], max_size=3)
    if origin is dict:
        return st.dictionaries(*parts, max_size=3)
    return st.from_type(hint)


ANY = {name: made(kind) for name, kind in KINDS.items()}
bodies = st.one_of(*ANY.values())
chains = st.lists(bodies, min_size=2, max_size=7)


def chain(noted) -> list[entries.Entry]:
    """Return bodies as they come out again, each packed behind the one before."""
    found, last = [], FIRST
    for body in noted:
        plain, last = entries.pack(body, BY, NOW, last)
        found.append(entries.unpack(entries.id_of(CASE, last.number), plain))
        assert found[-1].link == last
    return found


def is_whole(found) -> bool:
    links = [FIRST, *(entry.link for entry in found)]
    return all(after.follows(before) for before, after in pairwise(links))


@pytest.mark.parametrize("name", sorted(KINDS))
@calm
@given(st.data(), st.uuids(), st.integers(0, 1000))
def test_every_body_comes_back_as_it_was(name, data, by, number):
    body = data.draw(ANY[name])
    plain, link = entries.pack(body, by, NOW, Link(number, b"x" * 16, b"y" * 16))
    entry = entries.unpack(UUID(int=9), plain)
    assert entry.body == body
    assert type(entry.body) is KINDS[name]
    assert (entry.id, entry.made_at, entry.made_by, entry.link) == (UUID(int=9), NOW, by, link)
    assert (link.number, link.before) == (number + 1, b"y" * 16)


@calm
@given(chains)
def test_a_chain_follows_from_the_first_to_the_last(noted):
    found = chain(noted)
    assert is_whole(found)
    assert [entry.link.number for entry in found] == list(range(1, len(noted) + 1))


@calm
@given(chains, st.data())
def test_one_that_is_cut_out_is_noticed(noted, data):
    found = chain(noted)
    del found[data.draw(st.integers(0, len(found) - 2))]
    assert not is_whole(found)


@calm
@given(chains, st.data())
def test_one_that_stands_there_twice_is_noticed(noted, data):
    found = chain(noted)
    place = data.draw(st.integers(0, len(found) - 1))
    found.insert(data.draw(st.integers(0, len(found))), found[place])
    assert not is_whole(found)


@calm
@given(chains, st.data())
def test_another_order_is_noticed(noted, data):
    found = chain(noted)
    mixed = data.draw(st.permutations(found))
    assert is_whole(mixed) is (mixed == found)


@calm
@given(chains, st.text(max_size=9), st.data())
def test_one_that_says_something_else_is_noticed_by_the_next(noted, text, data):
    """The last one of all is known to the log (services/case_key.py)."""
    found, other = chain(noted), Agreement(UUID(int=5), text)
    place = data.draw(st.integers(0, len(found) - 2))
    before = found[place - 1].link if place else FIRST
    plain, _link = entries.pack(other, BY, NOW, before)
    changed = found[place].body != other
    found[place] = entries.unpack(found[place].id, plain)
    assert is_whole(found) is not changed


def test_an_entry_of_a_newer_version_is_said_so_and_nothing_else():
    plain, _link = entries.pack(Note(NOW, "zevenblad"), BY, NOW, FIRST)
    newer = plain.replace(b'"Note"', b'"Dream"')
    with pytest.raises(ValueError, match="newer") as refused:
        entries.unpack(BY, newer)
    assert "zevenblad" not in str(refused.value)


@pytest.mark.parametrize("plain", [b"", b"{}", b"[1]", b'{"kind":"Note"}', b"\xff\x00"])
def test_anything_else_is_no_entry(plain):
    with pytest.raises(ValueError):
        entries.unpack(BY, plain)


@calm
@given(st.uuids(), st.integers(0, 2**40), st.uuids(), st.integers(0, 2**40))
def test_an_id_follows_from_case_and_number_and_from_nothing_else(one, number, other, another):
    first, second = entries.id_of(one, number), entries.id_of(other, another)
    assert (first == second) is ((one, number) == (other, another))
    assert first == entries.id_of(one, number)
    assert (first.version, first.variant) == (8, "specified in RFC 4122")


def test_reprs_say_nothing():
    entry = chain([Note(NOW, "zevenblad"), Note(NOW, "zevenblad")])[0]
    assert "zevenblad" not in repr((entry, entry.body, entry.link))
