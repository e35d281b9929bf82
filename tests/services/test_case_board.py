"""The coordinators' board: filled by who has the key, given from one coordinator to another."""

import pytest
from desk import MONDAY
from standing_beside import member, open_linde

from hgkm_desktop.errors import Forbidden, Tampered
from hgkm_desktop.models import Case
from hgkm_desktop.models.codes import Role
from hgkm_desktop.services import case_board, case_key, members
from hgkm_desktop.vault import case_ring, sealing

NOW = {"now": MONDAY}


def test_only_what_is_not_on_it_yet_is_put_on_it(desk, sign_in):
    leyla, salma = sign_in("Leyla"), sign_in("Salma")
    before = open_linde(desk, leyla)
    assert not leyla.call(case_board.missing)
    assert leyla.call(case_board.fill, **NOW) == 0
    salma.call(case_board.start, **NOW)
    after = open_linde(desk, leyla)
    assert {row.case_id for row in salma.call(case_board.board)} == {after}
    assert leyla.call(case_board.fill, **NOW) == 1
    assert {row.case_id for row in salma.call(case_board.board)} == {before, after}
    assert not leyla.call(case_board.missing)


def test_another_coordinator_gets_the_key_from_one_who_has_it(desk, sign_in):
    leyla, salma = sign_in("Leyla"), sign_in("Salma")
    case_id = open_linde(desk, leyla)
    salma.call(case_board.start, **NOW)
    leyla.call(case_board.fill, **NOW)
    roles = Role.STAFF, Role.COORDINATOR
    sign_in("Bea").call(members.change, member(desk, "Joke"), "Joke", roles, 3)
    joke = sign_in("Joke")
    joke.call(case_board.start, **NOW)
    with pytest.raises(Forbidden):
        joke.call(case_board.board)
    sign_in("Salma").call(case_board.start, **NOW)
    assert [row.case_id for row in joke.call(case_board.board)] == [case_id]


@pytest.mark.parametrize("kind", ["ring", "board"])
def test_what_was_signed_for_something_else_is_no_board(desk, sign_in, kind):
    """Signed with the key of her case, but it is of another kind, or of another woman."""
    leyla, salma = sign_in("Leyla"), sign_in("Salma")
    salma.call(case_board.start, **NOW)
    one, two = open_linde(desk, leyla), open_linde(desk, leyla)
    leyla.call(_put_wrong, one, two, kind)
    with pytest.raises(Tampered):
        salma.call(case_board.board)


def _put_wrong(session, case_id, other_id, kind):
    key, other = (case_key.open_ring(session, each) for each in (case_id, other_id))
    found, ring = case_key.stands(session, key), sealing.current(session, sealing.COORDINATION)
    whose = key if kind == "ring" else other
    row = case_board._row(found, case_board.name_with(session, key), whose.ring)
    packed = case_board.msgspec.json.encode(row).decode()
    signed = case_ring.sign_with(key, {"kind": kind, "row": packed, "number": 1})
    record = session.get_one(Case, case_id)
    record.board = sealing.seal_for(ring, signed, *case_board.BOARD, case_id)
