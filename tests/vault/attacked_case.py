"""A case in the hands of somebody with the raw file: what the attacks on it begin from."""

import pytest
from raw_file import signed
from standing_beside import member

from hgkm_desktop.db import Database
from hgkm_desktop.errors import Tampered
from hgkm_desktop.models import new_id
from hgkm_desktop.services import cases
from hgkm_desktop.vault import case_ring, sealing
from hgkm_desktop.vault.envelope import (
    b64,
    lock_to,
    public_of,
    verify_key_of,
)

MARKER = "zevenblad"
STAMP = "2026-11-23 11:00:00.000000"


def refused(desk, case_id):
    """Leyla signs in anew, as after a night in which somebody had the file."""
    db = Database(desk.open("Leyla"), desk.now)
    try:
        with pytest.raises(Tampered):
            db.call(cases.page, case_id)
    finally:
        db.close()


def statement_of(raw, case_id):
    return raw.one("SELECT statement FROM ring WHERE name = ?", f"case:{case_id}")


def plant(raw, desk, case_id, name, *, generation, secret, hand=None):
    """Put a generation whose key the planter knows beside the real one; return its id."""
    ring_id, bundle = new_id(), desk.keys[name].bundle
    verify_key = verify_key_of(case_ring._signing(secret))
    body = {
        "kind": "ring",
        "id": str(ring_id),
        "name": f"case:{case_id}",
        "x": b64(public_of(sealing.private_key(secret))),
        "ed": b64(verify_key),
        "members": [str(member(desk, "Leyla"))],
        "generation": generation,
        "by": str(member(desk, name)),
        "serial": 3,
    }
    if hand is not None:
        body["hand"] = signed(hand, body).decode()
    raw.run(
        "INSERT INTO ring VALUES (?, ?, ?, ?)",
        ring_id,
        f"case:{case_id}",
        signed(bundle.ed, body),
        STAMP,
    )
    leyla = desk.keys["Leyla"].bundle.x_public
    place = "grant", f"case:{case_id}", ring_id, member(desk, "Leyla"), leyla
    grant = {"kind": "grant", "ring": str(ring_id), "to": str(member(desk, "Leyla"))}
    grant |= {"by": str(member(desk, name)), "sealed": b64(lock_to(leyla, secret, *place))}
    raw.run(
        "INSERT INTO ring_grant VALUES (?, ?, ?, ?, ?)",
        new_id(),
        ring_id,
        member(desk, "Leyla"),
        signed(bundle.ed, grant),
        STAMP,
    )
    return ring_id
