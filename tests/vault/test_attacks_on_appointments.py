"""What is done to appointments by who has the raw file: a cousin, a coordinator, a confidant.

Hanan is a volunteer with the file and her own keys. She cannot send Leyla to another door, speak
with Leyla's voice to the confidants, or learn from the log with which organisation a visit was.
"""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from desk import MONDAY
from going import BEFORE, HOUR, NOW, TUESDAY, act, partner, plan
from raw_file import RawFile, body_of
from standing_beside import TODAY, member, open_linde

from hgkm_desktop.errors import CannotOpen, Tampered, UserError
from hgkm_desktop.models import new_id
from hgkm_desktop.rules.appointment import Afterwards
from hgkm_desktop.rules.going_along import Punctual
from hgkm_desktop.services import (
    appointment_afterwards,
    appointment_list,
    appointments,
    audit_log,
    erasing,
    partners,
    rings,
    shift_notes,
    today,
)
from hgkm_desktop.services.appointment_rows import _Packed
from hgkm_desktop.vault import restoring
from hgkm_desktop.vault.envelope import seal_field_to, unb64

STAMP = "2026-11-23 10:40:00.000000"
MARKER = "zevenblad"


@pytest.fixture
def leyla(sign_in):
    return sign_in("Leyla")


@pytest.fixture
def linde(desk, leyla):
    return open_linde(desk, leyla, Imane=True)


def public_half(raw: RawFile) -> tuple[UUID, bytes]:
    """Return what of the confidants' ring lies open to whoever has the file."""
    body = body_of(raw.one("SELECT statement FROM ring WHERE name = 'confidants'"))
    return UUID(body["id"]), unb64(body["x"])


def planted(raw: RawFile, visit) -> bytes:
    """Return an envelope for the confidants, sealed by somebody who holds no key of theirs."""
    import msgspec

    packed = _Packed(
        visit.starts,
        visit.ends,
        visit.first,
        visit.reserve,
        False,
        visit.version,
        visit.changed_at,
        visit.changed_by,
        visit.details,
    )
    ring_id, public = public_half(raw)
    place = "confidants", "appointment", "sealed", visit.id
    return seal_field_to(public, ring_id, msgspec.json.encode(packed), *place)


def test_who_has_no_key_sends_nobody_to_another_door(leyla, raw, sign_in):
    """Everybody may seal for the confidants; a visit counts only from who can read it."""
    visit = plan(leyla, None, place="hun kantoor")
    lured = replace(visit, details=replace(visit.details, place="bij hem thuis", not_with=()))
    raw.run("UPDATE appointment SET sealed = ? WHERE id = ?", planted(raw, lured), visit.id)
    for service, *given in ((appointments.get, visit.id), (appointment_list.one, visit.id)):
        with pytest.raises(Tampered):
            sign_in("Leyla").call(service, *given)


def test_a_visit_nobody_of_us_planned_does_not_stand_in_the_week(leyla, raw):
    real = plan(leyla, None)
    made_up = replace(real, id=new_id(), starts=TUESDAY + HOUR, ends=TUESDAY + 2 * HOUR)
    values = made_up.id, 1, None, "2026-11-24 10:00:00.000000", "2026-11-24 11:00:00.000000"
    rest = made_up.first, None, 0, STAMP, made_up.first, planted(raw, made_up)
    columns = "id, version, case_id, starts_at, ends_at, first_id, reserve_id, is_off"
    raw.run(
        f"INSERT INTO appointment ({columns}, changed_at, changed_by, sealed)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        *values,
        *rest,
    )
    with pytest.raises(Tampered):
        leyla.call(appointment_list.between, TODAY, TODAY + timedelta(days=6), **NOW)


def test_nobody_speaks_to_the_confidants_with_the_voice_of_one(leyla, raw, desk, sign_in):
    note_id = new_id()
    ring_id, public = public_half(raw)
    text = b"Roos wacht om twee uur bij hem"
    forged = seal_field_to(public, ring_id, text, "confidants", "shift_note", "sealed", note_id)
    raw.run(
        "INSERT INTO shift_note (id, made_at, made_by, text, sealed) VALUES (?, ?, ?, '', ?)",
        note_id,
        STAMP,
        member(desk, "Imane"),
        forged,
    )
    with pytest.raises(Tampered):
        leyla.call(shift_notes.open_notes, now=MONDAY + HOUR)


@pytest.mark.parametrize("column", ["made_by", "made_at"])
def test_a_note_for_confidants_keeps_who_wrote_it_and_when(leyla, raw, desk, column):
    leyla.call(shift_notes.write, MARKER, for_confidants=True, **NOW)
    value = member(desk, "Hanan") if column == "made_by" else "2026-11-23 09:00:00.000000"
    raw.run(f"UPDATE shift_note SET {column} = ?", value)
    with pytest.raises(Tampered):
        leyla.call(shift_notes.open_notes, now=MONDAY + HOUR)


def held(db, partner_id, case_id):
    visit = plan(db, case_id, BEFORE, partner_id=partner_id, partner_words="")
    after = Afterwards(TODAY, Punctual.LATE)
    return act(db, appointment_afterwards.save, visit, after, ())


def test_the_log_does_not_say_with_which_organisation_a_visit_was(leyla, linde, sign_in, raw):
    """What is counted of a partner is no line beside the line of the visit."""
    partner_id = partner(leyla)
    held(leyla, partner_id, linde)
    kinds = {kind for (kind,) in raw.run("SELECT DISTINCT kind FROM audit_line")}
    assert not {"partner_count"} & kinds
    lines = sign_in("Bea").call(audit_log.page, limit=500)
    counted = {row[0] for row in raw.run("SELECT id FROM partner_count")}
    assert not counted & {line.record_id.hex for line in lines if line.record_id}


def test_nobody_beside_the_week_learns_counts_that_change_with_a_visit(leyla, linde, sign_in):
    """Busy on Friday at ten, and one more "kept" on Friday at eleven: she would know where."""
    partner_id = partner(leyla)
    others = [sign_in(name) for name in ("Hanan", "Joke", "Salma")]
    held(leyla, partner_id, linde)
    for other in others:
        card = other.call(partners.card, partner_id, **NOW)
        assert (card.counts, card.by_year) == ({}, {})
    assert leyla.call(partners.card, partner_id, **NOW).counts


def test_an_erased_visit_stays_away_after_a_restore(leyla, linde, desk, tmp_path, sign_in, raw):
    plan(leyla, linde, place=MARKER)
    kept = plan(leyla, None)
    stick = tmp_path / "stick"
    stick.mkdir()
    older = leyla.copy_to(stick)
    leyla.call(erasing.erase, linde, **NOW)
    assert [row[0] for row in raw.run("SELECT id FROM appointment")] == [kept.id.hex]
    leyla.close()
    restoring.restore_copy(older.folder, desk.code, desk.folder, without_key_ring=True)
    again = sign_in("Leyla")
    assert [s.visit for s in again.call(today.today, now=TUESDAY).going] == [kept]
    for service in (appointments.get, appointment_list.one):
        assert again.call(service, kept.id)
    assert len(again.call(appointment_list.between, TODAY, TODAY, **NOW).seen) == 0


def test_who_is_not_beside_her_learns_neither_when_nor_with_whom_it_was_prepared(
    leyla, linde, sign_in
):
    """The same refusal for a visit that is there, and whatever the version she guesses."""
    visit = plan(leyla, linde)
    for name in ("Hanan", "Joke", "Salma", "Bea"):
        db, words = sign_in(name), set()
        for version in (1, 7):
            with pytest.raises(UserError) as error:
                db.call(appointments.prepare, visit.id, version, **NOW)
            words.add((type(error.value), error.value.title, error.value.hint))
        assert len(words) == 1


def test_a_confidant_who_leaves_opens_no_visit_with_the_key_she_kept(leyla, raw, desk, sign_in):
    """A walk-in's visit is sealed anew with the confidants' key, and stays what it was."""
    visit = plan(leyla, None)
    note = leyla.call(shift_notes.write, MARKER, for_confidants=True, **NOW)
    before = raw.one("SELECT sealed FROM appointment")
    leyla.call(rings.renew)
    assert raw.one("SELECT sealed FROM appointment") != before
    imane = sign_in("Imane")
    assert imane.call(appointments.get, visit.id) == visit
    (read,) = imane.call(shift_notes.open_notes, now=MONDAY + HOUR)
    assert (read.id, read.lines) == (note, (MARKER,))


def test_a_row_cut_short_or_filled_with_noise_is_said_and_not_shown(leyla, linde, raw):
    visit = plan(leyla, linde)
    sealed = raw.one("SELECT sealed FROM appointment")
    for broken in (b"", sealed[:40], sealed[:-1], bytes(len(sealed)), sealed + b"\x00"):
        raw.run("UPDATE appointment SET sealed = ? WHERE id = ?", broken, visit.id)
        with pytest.raises((Tampered, CannotOpen)):
            leyla.call(appointment_list.one, visit.id)
