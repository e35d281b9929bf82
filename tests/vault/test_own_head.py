"""A log cut short by somebody who can write to the key ring too is noticed by whoever saw more."""

import pytest
from desk import MONDAY, Make

from hgkm_desktop.services import members
from hgkm_desktop.vault import own_head


@pytest.fixture
def seen(sign_in, desk):
    """Joke signed in, six visits were logged, and she goes home."""
    joke = sign_in("Joke")
    joke.call(members.signed_in)
    make = Make(joke)
    for _visit in range(6):
        make.walk_in(now=MONDAY)
    joke.call(own_head.keep)
    return joke


def test_an_untouched_log_is_as_she_left_it(seen, desk):
    opened = desk.open("Joke")
    opened.engine.dispose()
    assert not opened.older_file


def test_a_log_cut_short_is_noticed_without_any_key_ring(seen, desk, raw):
    raw.run("DELETE FROM audit_line WHERE seq > (SELECT max(seq) - 3 FROM audit_line)")
    opened = desk.open("Joke")
    opened.engine.dispose()
    assert opened.older_file


def test_what_she_kept_cannot_be_made_by_another(seen, desk, raw):
    raw.run("UPDATE draft SET sealed = zeroblob(400)")
    opened = desk.open("Joke")
    opened.engine.dispose()
    assert opened.older_file


def test_what_another_kept_does_not_count_for_her(seen, desk, raw, sign_in):
    hanan = sign_in("Hanan")
    hanan.call(members.signed_in)
    hanan.call(own_head.keep)
    hers = raw.one(
        "SELECT sealed FROM draft WHERE member_id = ?", desk.keys["Hanan"].tile.member_id
    )
    joke = desk.keys["Joke"].tile.member_id
    raw.run("UPDATE draft SET sealed = ? WHERE member_id = ?", hers, joke)
    opened = desk.open("Joke")
    opened.engine.dispose()
    assert opened.older_file


def test_who_never_signed_in_has_nothing_to_compare(desk):
    opened = desk.open("Hanan")
    opened.engine.dispose()
    assert not opened.older_file
