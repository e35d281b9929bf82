"""Notes: sealed they stay; a correction stands beside; without her yes nothing is written."""

from datetime import timedelta
from uuid import UUID

import pytest
from desk import MONDAY
from standing_beside import open_linde

from hgkm_desktop.errors import Forbidden, Invalid
from hgkm_desktop.rules.bodies import Note
from hgkm_desktop.rules.lists import NoteKind, Purpose, Voice
from hgkm_desktop.services import case_notes, cases, consents


@pytest.fixture
def leyla(sign_in):
    return sign_in("Leyla")


@pytest.fixture
def linde(desk, leyla):
    return open_linde(desk, leyla)


def write(leyla, linde, note):
    return leyla.call(case_notes.write, linde, note, now=MONDAY)


def test_one_text_is_enough_and_a_night_is_a_time(leyla, linde):
    night = MONDAY - timedelta(hours=9)
    write(leyla, linde, Note(night, seen="  ze belde  "))
    write(leyla, linde, Note(night, think="ik denk", kind=NoteKind.CALL))
    first, second = leyla.call(cases.page, linde).standing.notes
    assert (first.body.seen, first.body.at) == ("ze belde", night)
    assert (second.body.think, second.body.kind) == ("ik denk", NoteKind.CALL)


@pytest.mark.parametrize(
    ("note", "field"),
    [
        (Note(MONDAY), "seen"),
        (Note(MONDAY, seen=" \n\t"), "seen"),
        (Note(MONDAY, seen="x" * 12_001), "seen"),
        (Note(MONDAY, think="x" * 12_001), "think"),
        (Note(MONDAY, seen="haar bsn is 111222333"), "seen"),
        (Note(MONDAY + timedelta(minutes=1), seen="straks"), "at"),
        (Note(MONDAY, seen="x", corrects=UUID(int=4)), "seen"),
    ],
)
def test_what_cannot_be_sealed_is_said_beside_its_field(leyla, linde, note, field):
    with pytest.raises(Invalid) as refused:
        write(leyla, linde, note)
    assert set(refused.value.problems) == {field}
    assert leyla.call(cases.page, linde).standing.notes == []


def test_a_correction_and_her_own_words_stand_beside_the_first_text(leyla, linde, sign_in):
    first = write(leyla, linde, Note(MONDAY, seen="ze kwam om negen"))
    better = Note(MONDAY, seen="ze kwam om tien", corrects=first)
    sign_in("Imane").call(case_notes.write, linde, better, now=MONDAY)
    write(leyla, linde, Note(MONDAY, "het was elf", voice=Voice.HERSELF, corrects=first))
    found = leyla.call(cases.page, linde).standing
    (note,) = found.notes
    texts = [entry.body.seen for entry in found.both_texts(note)]
    assert texts == ["ze kwam om negen", "ze kwam om tien", "het was elf"]


def test_taking_her_yes_back_stops_writing_at_once(leyla, linde):
    write(leyla, linde, Note(MONDAY, seen="voor"))
    leyla.call(consents.withdraw, linde, Purpose.NOTES, now=MONDAY)
    with pytest.raises(Forbidden):
        write(leyla, linde, Note(MONDAY, seen="na"))
    assert len(leyla.call(cases.page, linde).standing.notes) == 1
