"""The cousin who also volunteers: the raw file, its key, her own keys, and any program she likes.

Hanan is a volunteer; Imane is a confidant of others, who knows Linde and so got no key to her.
"""

import os
import re
from uuid import UUID

import pytest
from attacked_case import MARKER, STAMP, plant, refused, statement_of
from desk import MONDAY
from raw_file import body_of, signed, with_body
from standing_beside import linde, member

from hgkm_desktop.errors import Forbidden, Tampered
from hgkm_desktop.models import new_id
from hgkm_desktop.rules.entries import named_id
from hgkm_desktop.services import case_team, cases
from hgkm_desktop.vault import case_ring
from hgkm_desktop.vault.directory import RECOVERY_ID
from hgkm_desktop.vault.envelope import (
    NotAuthentic,
    b64,
    context,
    lock_to,
    unb64,
    unlock_with,
)


@pytest.mark.parametrize("name", ["Hanan", "Imane", "Joke", "Bea", "Salma"])
def test_nobody_reads_a_note_with_the_file_and_her_own_keys(linde_case, desk, raw, name):
    _leyla, case_id = linde_case
    bundle = desk.keys[name].bundle
    rings = raw.run("SELECT id, statement FROM ring WHERE name = ?", f"case:{case_id}")
    for (sealed,) in raw.run("SELECT sealed FROM case_entry UNION SELECT sealed FROM case_record"):
        assert MARKER.encode() not in sealed
        assert b"Linde" not in sealed
    for ring_id, _statement in rings:
        grants = raw.run("SELECT holder_id, statement FROM ring_grant WHERE ring_id = ?", ring_id)
        for holder, statement in grants:
            assert UUID(holder) != member(desk, name)
            sealed = unb64(body_of(statement)["sealed"])
            place = "grant", f"case:{case_id}", UUID(ring_id), UUID(holder), bundle.x_public
            with pytest.raises(NotAuthentic):
                unlock_with(bundle.x, sealed, *place)


@pytest.mark.parametrize("name", ["Hanan", "Imane"])
def test_that_a_marker_alias_exists_cannot_be_learnt(linde_case, desk, raw, sign_in, name):
    leyla, case_id = linde_case
    code = leyla.call(cases.name_of, case_id).code
    everything = repr(
        [
            raw.run(f'SELECT * FROM "{table}"')
            for (table,) in raw.run("SELECT name FROM sqlite_master WHERE type = 'table'")
        ]
    )
    assert "Linde" not in everything
    assert code not in everything
    db = sign_in(name)
    with pytest.raises(Forbidden) as hers:
        db.call(cases.page, case_id)
    with pytest.raises(Forbidden) as nobody:
        db.call(cases.page, new_id())
    assert (hers.value.title, hers.value.hint) == (nobody.value.title, nobody.value.hint)


@pytest.mark.parametrize("name", ["Hanan", "Imane", "Salma"])
@pytest.mark.parametrize("hand", [None, os.urandom(32)])
def test_a_planted_key_is_never_written_with(linde_case, desk, raw, name, hand):
    _leyla, case_id = linde_case
    plant(raw, desk, case_id, name, generation=2, secret=os.urandom(32), hand=hand)
    refused(desk, case_id)


@pytest.mark.parametrize("name", ["Imane", "Salma"])
def test_a_planted_first_key_is_none_for_a_case_that_exists(linde_case, desk, raw, name):
    _leyla, case_id = linde_case
    raw.run(
        "DELETE FROM ring_grant WHERE ring_id IN (SELECT id FROM ring WHERE name = ?)",
        f"case:{case_id}",
    )
    raw.run("DELETE FROM ring WHERE name = ?", f"case:{case_id}")
    plant(raw, desk, case_id, name, generation=1, secret=os.urandom(32))
    refused(desk, case_id)


def test_an_older_generation_does_not_come_back(linde_case, desk, raw):
    leyla, case_id = linde_case
    rings = raw.run("SELECT * FROM ring WHERE name = ?", f"case:{case_id}")
    grants = raw.run("SELECT * FROM ring_grant WHERE ring_id = ?", UUID(rings[0][0]))
    entry_rows = raw.table("case_entry")
    leyla.call(case_team.give_again, case_id, now=MONDAY)
    raw.run(
        "DELETE FROM ring_grant WHERE ring_id IN (SELECT id FROM ring WHERE name = ? AND id != ?)",
        f"case:{case_id}",
        UUID(rings[0][0]),
    )
    raw.run("DELETE FROM ring WHERE name = ? AND id != ?", f"case:{case_id}", UUID(rings[0][0]))
    raw.put_rows("ring_grant", grants)
    refused(desk, case_id)
    assert entry_rows


def test_a_member_written_into_the_ring_is_refused(linde_case, desk, raw):
    _leyla, case_id = linde_case
    changed = with_body(statement_of(raw, case_id), members=[str(member(desk, "Imane"))])
    raw.run("UPDATE ring SET statement = ? WHERE name = ?", changed, f"case:{case_id}")
    refused(desk, case_id)


def test_a_grant_to_oneself_without_the_key_opens_nothing(linde_case, desk, raw, sign_in):
    _leyla, case_id = linde_case
    ring_id = UUID(raw.one("SELECT id FROM ring WHERE name = ?", f"case:{case_id}"))
    imane = desk.keys["Imane"]
    secret, place = os.urandom(32), ("grant", f"case:{case_id}", ring_id)
    sealed = lock_to(
        imane.bundle.x_public, secret, *place, imane.tile.member_id, imane.bundle.x_public
    )
    body = {"kind": "grant", "ring": str(ring_id), "to": str(imane.tile.member_id)}
    body |= {"by": str(imane.tile.member_id), "sealed": b64(sealed)}
    raw.run(
        "INSERT INTO ring_grant VALUES (?, ?, ?, ?, ?)",
        new_id(),
        ring_id,
        imane.tile.member_id,
        signed(imane.bundle.ed, body),
        STAMP,
    )
    db = sign_in("Imane")
    assert db.call(cases.names) == {}
    with pytest.raises(Forbidden):
        db.call(cases.page, case_id)


def test_a_recovery_grant_of_somebody_else_is_refused(linde_case, desk, raw, sign_in):
    _leyla, case_id = linde_case
    other = _leyla.call(cases.open_case, linde(desk, Imane=True), now=MONDAY)
    grant = "SELECT g.statement FROM ring_grant g JOIN ring r ON r.id = g.ring_id"
    theirs = raw.one(f"{grant} WHERE r.name = ? AND holder_id = ?", f"case:{other}", RECOVERY_ID)
    ours = "ring_id IN (SELECT id FROM ring WHERE name = ?) AND holder_id = ?"
    raw.run(
        f"UPDATE ring_grant SET statement = ? WHERE {ours}", theirs, f"case:{case_id}", RECOVERY_ID
    )
    salma = sign_in("Salma")
    with pytest.raises(Tampered):
        salma.call(_with_recovery, case_id, desk.code)


def _with_recovery(session, case_id, code):
    from hgkm_desktop.services import recovery
    from hgkm_desktop.services.recovery import Helpers

    key = recovery.key_with_helpers(session, Helpers(code))
    return case_ring.key_with(session, case_ring.current(session, case_id), key)


def test_the_id_of_a_case_follows_from_its_first_key(linde_case, raw):
    _leyla, case_id = linde_case
    body = body_of(statement_of(raw, case_id))
    parts = UUID(body["id"]), unb64(body["x"]), unb64(body["ed"])
    assert named_id(context("case", *parts)) == case_id
    assert re.fullmatch(r"[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab].*", str(case_id))
