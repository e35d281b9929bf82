"""Keys of a case that do not fit, and a chain cut where somebody is about to write on."""

import os

import attacked_case
import pytest
from attacked_case import STAMP, plant, refused
from desk import MONDAY
from raw_file import signed
from standing_beside import candidates, member

from hgkm_desktop.db import Database
from hgkm_desktop.errors import Tampered
from hgkm_desktop.models import new_id
from hgkm_desktop.rules import entries
from hgkm_desktop.rules.lists import Outcome
from hgkm_desktop.services import case_key, case_team, safe_contact
from hgkm_desktop.services.recovery import Helpers
from hgkm_desktop.vault import case_ring, erasure
from hgkm_desktop.vault.directory import RECOVERY_ID
from hgkm_desktop.vault.envelope import b64, lock_to

NOW = {"now": MONDAY}


@pytest.fixture
def her_key(linde_case):
    leyla, case_id = linde_case
    return leyla.call(case_key.open_ring, case_id)


def test_a_generation_that_skips_one_is_refused(linde_case, her_key, desk, raw):
    """Even whoever held the key may only vouch for the very next one."""
    _leyla, case_id = linde_case
    hand = case_ring._signing(her_key.secret)
    plant(raw, desk, case_id, "Leyla", generation=3, secret=os.urandom(32), hand=hand)
    refused(desk, case_id)


def test_a_ring_that_signs_with_another_key_than_it_seals_with_is_refused(
    linde_case, her_key, desk, raw, monkeypatch
):
    _leyla, case_id = linde_case
    hand = case_ring._signing(her_key.secret)
    monkeypatch.setattr(attacked_case, "verify_key_of", lambda _key: os.urandom(32))
    plant(raw, desk, case_id, "Leyla", generation=2, secret=os.urandom(32), hand=hand)
    refused(desk, case_id)


def put_grant(raw, desk, her_key, holder, public):
    """Put a grant of another key in the place of the one of this ring."""
    ring, by = her_key.ring.key, member(desk, "Imane")
    sealed = lock_to(public, os.urandom(32), "grant", ring.name, ring.ring_id, holder, public)
    body = {"kind": "grant", "ring": str(ring.ring_id), "to": str(holder), "by": str(by)}
    statement = signed(desk.keys["Imane"].bundle.ed, body | {"sealed": b64(sealed)})
    place = ring.ring_id, holder
    raw.run("DELETE FROM ring_grant WHERE ring_id = ? AND holder_id = ?", *place)
    raw.run("INSERT INTO ring_grant VALUES (?, ?, ?, ?, ?)", new_id(), *place, statement, STAMP)


def test_a_grant_of_another_key_is_refused(linde_case, her_key, desk, raw):
    _leyla, case_id = linde_case
    public = desk.keys["Leyla"].bundle.x_public
    put_grant(raw, desk, her_key, member(desk, "Leyla"), public)
    refused(desk, case_id)


def test_the_recovery_key_is_given_nothing_but_the_key_of_her_ring(
    linde_case, her_key, desk, raw, sign_in
):
    leyla, case_id = linde_case
    put_grant(raw, desk, her_key, RECOVERY_ID, leyla.actor.directory.recovery_x)
    back = case_id, "niemand kan erbij", Helpers(desk.code), candidates(desk)
    with pytest.raises(Tampered):
        sign_in("Salma").call(case_team.recover, *back, **NOW)


def writes(desk, case_id):
    """Leyla notes something without reading first, as the page she left open lets her."""
    db = Database(desk.open("Leyla"), desk.now)
    try:
        for service, *given in (
            (safe_contact.incident, "iets"),
            (safe_contact.tried, safe_contact.Channel.CALL, Outcome.SPOKE),
        ):
            with pytest.raises(Tampered):
                db.call(service, case_id, *given, **NOW)
        with pytest.raises(Tampered):
            db.call(case_team.give_again, case_id, **NOW)
    finally:
        db.close()


@pytest.mark.parametrize("kept", [0, 1, 6])
def test_nothing_is_written_over_what_was_cut_off(linde_case, desk, raw, kept):
    """Or her incident that was taken out would be gone for good, its number used again."""
    _leyla, case_id = linde_case
    for number in range(kept + 1, 8):
        raw.run("DELETE FROM case_entry WHERE id = ?", entries.id_of(case_id, number))
    assert raw.one("SELECT count(*) FROM case_entry") == kept
    writes(desk, case_id)
    assert raw.one("SELECT count(*) FROM case_entry") == kept


def test_nothing_is_written_behind_an_entry_that_is_somebody_elses(linde_case, desk, raw):
    _leyla, case_id = linde_case
    raw.run("UPDATE case_entry SET id = ? WHERE id = ?", new_id(), entries.id_of(case_id, 7))
    writes(desk, case_id)


def test_erasing_again_what_is_erased_does_nothing(linde_case, sign_in):
    leyla, case_id = linde_case
    for back in (1, 0, 0):
        assert leyla.call(erasure.replay, {case_id: MONDAY}) == back
