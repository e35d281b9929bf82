"""What the next shift has to know: left for all or sealed for confidants, read by each once."""

from datetime import timedelta

import pytest
from desk import MONDAY
from going import HOUR, ID, NOW
from hostile import HOSTILE, is_tidy
from sqlalchemy import text as sql
from sqlalchemy.orm import Session

from hgkm_desktop.errors import Conflict, Forbidden, Invalid, Tampered
from hgkm_desktop.models import AuditLine
from hgkm_desktop.models.codes import Act
from hgkm_desktop.services import shift_notes
from hgkm_desktop.services.shift_notes import LONGEST, SHOWN_FOR

MARKER = "zevenblad"


def write(db, text=MARKER, *, for_confidants=False, now=MONDAY):
    return db.call(shift_notes.write, text, for_confidants=for_confidants, now=now)


def notes(db, now=MONDAY + HOUR):
    return db.call(shift_notes.open_notes, now=now)


def run(db, statement, **values):
    with Session(db.engine) as session, session.begin():
        found = session.execute(sql(statement), values)
        return found.all() if found.returns_rows else []


def test_a_note_for_all_is_read_by_all_at_the_desk(sign_in):
    note_id = write(sign_in("Hanan"), "  de sleutel\n\n ligt bij Joke\u202e ")
    for name in ("Leyla", "Joke", "Salma"):
        (note,) = notes(sign_in(name))
        assert (note.id, note.lines) == (note_id, ("de sleutel", "ligt bij Joke"))
        assert (note.at, note.for_confidants, note.is_read) == (MONDAY, False, False)
    with pytest.raises(Forbidden):
        notes(sign_in("Bea"))


def test_a_note_for_confidants_is_sealed_and_nobody_else_hears_of_it(sign_in):
    leyla = sign_in("Leyla")
    note_id = write(leyla, for_confidants=True)
    (row,) = run(leyla, "SELECT text, sealed FROM shift_note")
    assert row.text == "" and MARKER.encode() not in row.sealed
    (note,) = notes(sign_in("Imane"))
    assert (note.lines, note.for_confidants) == ((MARKER,), True)
    for name in ("Hanan", "Joke", "Salma"):
        db = sign_in(name)
        assert notes(db) == []
        with pytest.raises(Forbidden):
            db.call(shift_notes.read, note_id, **NOW)
        with pytest.raises(Forbidden):
            write(db, for_confidants=True)


def test_whoever_read_it_is_known_and_twice_is_once(sign_in):
    hanan, joke = sign_in("Hanan"), sign_in("Joke")
    note_id = write(hanan)
    for now in (MONDAY + HOUR, MONDAY + 2 * HOUR):
        joke.call(shift_notes.read, note_id, now=now)
    (note,) = notes(joke)
    assert (note.is_read, note.read_by) == (True, (joke.actor.member_id,))
    (row,) = run(joke, "SELECT read_at FROM shift_note_read")
    assert row.read_at == "2026-11-23 11:40:00.000000"
    (mine,) = notes(hanan)
    assert (mine.is_read, mine.by) == (True, hanan.actor.member_id)
    (other,) = notes(sign_in("Salma"))
    assert not other.is_read


def test_readers_stand_in_the_order_they_read(sign_in):
    first, second = sign_in("Joke"), sign_in("Hanan")
    note_id = write(sign_in("Salma"))
    for number, db in enumerate((first, second), start=1):
        db.call(shift_notes.read, note_id, now=MONDAY + number * HOUR)
    (note,) = notes(first)
    assert note.read_by == (first.actor.member_id, second.actor.member_id)


def test_unread_ones_come_first_and_then_the_newest(sign_in):
    hanan, joke = sign_in("Hanan"), sign_in("Joke")
    ids = [write(hanan, now=MONDAY + number * HOUR) for number in range(4)]
    joke.call(shift_notes.read, ids[3], **NOW)
    found = [note.id for note in notes(joke, MONDAY + 9 * HOUR)]
    assert found == [ids[2], ids[1], ids[0], ids[3]]


def test_after_a_week_it_is_no_news(sign_in):
    hanan = sign_in("Hanan")
    write(hanan)
    assert notes(hanan, MONDAY + SHOWN_FOR - timedelta(minutes=1))
    assert notes(hanan, MONDAY + SHOWN_FOR) == []


@pytest.mark.parametrize("for_confidants", [True, False])
def test_whatever_is_typed_is_stored_clean_or_refused(sign_in, for_confidants):
    leyla, stored = sign_in("Leyla"), 0
    for _, text in HOSTILE:
        try:
            write(leyla, text, for_confidants=for_confidants)
        except Invalid as refused:
            assert set(refused.problems) == {"text"}
            continue
        stored += 1
    found = notes(leyla)
    assert stored == len(found) > 30
    assert all(is_tidy(line) and line for note in found for line in note.lines)


@pytest.mark.parametrize("text", ["", " \u200b\n", "x" * (LONGEST + 1), "bsn 111222333"])
def test_what_cannot_be_kept_is_refused(sign_in, text):
    for for_confidants in (True, False):
        with pytest.raises(Invalid) as refused:
            write(sign_in("Leyla"), text, for_confidants=for_confidants)
        assert set(refused.value.problems) == {"text"}


def test_a_note_that_is_gone_is_a_conflict(sign_in):
    with pytest.raises(Conflict):
        sign_in("Hanan").call(shift_notes.read, ID, **NOW)


def test_a_sealed_note_fits_in_no_other_row(sign_in):
    leyla = sign_in("Leyla")
    for text in ("een", "twee"):
        write(leyla, text, for_confidants=True)
    run(
        leyla,
        "UPDATE shift_note SET sealed = (SELECT sealed FROM shift_note ORDER BY id LIMIT 1)",
    )
    with pytest.raises(Tampered):
        notes(leyla)


def test_who_wrote_and_who_read_stands_in_the_log_and_nothing_is_said_aloud(sign_in):
    hanan, joke = sign_in("Hanan"), sign_in("Joke")
    note_id = write(hanan)
    joke.call(shift_notes.read, note_id, **NOW)
    with Session(joke.engine) as session:
        lines = session.query(AuditLine).filter_by(record_id=note_id).order_by(AuditLine.seq)
        assert [(line.act, line.member_id) for line in lines] == [
            (Act.CREATE, hanan.actor.member_id),
            (Act.READ, joke.actor.member_id),
        ]
    assert MARKER not in repr(notes(joke))


def test_reading_tells_the_window_that_something_changed(sign_in):
    hanan, heard = sign_in("Hanan"), []
    note_id = write(hanan)
    hanan.on_change(heard.append)
    hanan.call(shift_notes.read, note_id, **NOW)
    assert heard


def test_a_note_for_confidants_under_somebody_elses_name_does_not_open(sign_in):
    leyla = sign_in("Leyla")
    write(leyla, for_confidants=True)
    run(leyla, "UPDATE shift_note SET made_by = :by", by=ID.hex)
    with pytest.raises(Tampered):
        notes(leyla)
