"""What is done to lists and follow-ups by who has the raw file: a volunteer, a cousin.

Hanan has the file and her own keys. She reads every list, as at the desk; she does not read or
write what confidants go on with, and speaks with nobody's name but her own of how to reach a woman.
"""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import msgspec
import pytest
from desk import MONDAY
from meeting import NOW, planned, register
from raw_file import RawFile, body_of, signed
from standing_beside import AGREED, NUMBER, member

from hgkm_desktop.errors import CannotOpen, Tampered
from hgkm_desktop.models import new_id
from hgkm_desktop.rules import follow_ups as rules
from hgkm_desktop.rules.contact import Channel, Verdict
from hgkm_desktop.rules.follow_ups import Kept, PrivateFollowUp, Step
from hgkm_desktop.services import follow_ups, registrations, rings, session_reach
from hgkm_desktop.services.session_reach import _Kept
from hgkm_desktop.vault import sealing
from hgkm_desktop.vault.envelope import NotAuthentic, open_field, seal_field_to, unb64

MARKER = "zevenblad"
ROOS = PrivateFollowUp("Roos", MARKER, (Step(MARKER),))
SHE_MAY = {"now": MONDAY + timedelta(days=1)}
HIS = replace(AGREED, number="06-87654321")
LURED = datetime(2026, 11, 23, 11, tzinfo=UTC)


@pytest.fixture
def leyla(sign_in):
    return sign_in("Leyla")


@pytest.fixture
def joke(sign_in):
    return sign_in("Joke")


@pytest.fixture
def hodan(joke):
    """Hodan on a list, who told Joke how she may be reached."""
    one = register(joke, planned(joke).id, "Hodan").registration
    joke.call(session_reach.agree, one.id, AGREED, **NOW)
    return one


def begin(db, follow_up=ROOS):
    return db.call(follow_ups.begin, follow_up, **NOW)


def public_half(raw: RawFile) -> tuple[UUID, bytes]:
    """Return what of the confidants' ring lies open to whoever has the file."""
    body = body_of(raw.one("SELECT statement FROM ring WHERE name = 'confidants'"))
    return UUID(body["id"]), unb64(body["x"])


def sealed_for_them(raw, plain: bytes, *place) -> bytes:
    ring_id, public = public_half(raw)
    return seal_field_to(public, ring_id, plain, "confidants", *place)


def reach(db, one):
    return db.call(session_reach.reach, one.id, Channel.CALL, **SHE_MAY)


def refused(leyla, work=follow_ups.everything, *given, **named):
    with pytest.raises((Tampered, CannotOpen)) as error:
        leyla.call(work, *given, **named)
    assert MARKER not in f"{error.value.title} {error.value.hint}"
    return error.value.code


def test_what_goes_on_after_a_session_stands_nowhere_in_the_file(leyla, raw, desk, joke):
    list_id = planned(joke).id
    follow_up_id = begin(leyla, replace(ROOS, session_id=list_id))
    (columns,) = raw.run("SELECT * FROM session_follow_up")
    sealed = columns[2]
    for hidden in (b"Roos", MARKER.encode(), list_id.bytes, list_id.hex.encode()):
        assert hidden not in sealed
    assert len(columns) == 3, "an id, a version, and what is sealed"
    place = "confidants", "session_follow_up", "sealed", follow_up_id
    hers, bundle = leyla.actor.secrets[public_half(raw)[0]], desk.keys["Hanan"].bundle
    assert MARKER.encode() in open_field(sealing.field_key(hers), hers, sealed, *place)
    for key in (bundle.x, bundle.ed, bundle.database.key, bundle.root):
        with pytest.raises(NotAuthentic):
            open_field(sealing.field_key(key), key, sealed, *place)


def test_long_and_short_ones_look_alike_as_far_as_the_padding_goes(leyla, raw):
    for said in ("", "x" * 60):
        begin(leyla, PrivateFollowUp("Roos", said))
    assert len({len(row[0]) for row in raw.run("SELECT sealed FROM session_follow_up")}) == 1


@pytest.mark.parametrize("whose", ["of hers", "in the place of a real one"])
def test_nobody_plants_a_follow_up(leyla, raw, desk, whose):
    """Everybody may seal for the confidants; a follow-up counts only from who can read it."""
    real = begin(leyla)
    planted_id = real if whose != "of hers" else new_id()
    lured = replace(ROOS, steps=(Step("haal haar op bij hem thuis"),))
    plain = rules.pack(Kept(lured, member(desk, "Leyla"), LURED, 1))
    forged = sealed_for_them(raw, plain, "session_follow_up", "sealed", planted_id)
    if whose == "of hers":
        raw.run("INSERT INTO session_follow_up VALUES (?, 1, ?)", planted_id, forged)
    else:
        raw.run("UPDATE session_follow_up SET sealed = ?", forged)
    assert refused(leyla) == "RI-06"
    assert refused(leyla, follow_ups.due, MONDAY.date()) == "RI-06"


def test_two_follow_ups_cannot_be_swapped(leyla, raw):
    first, second = begin(leyla), begin(leyla, PrivateFollowUp("Els"))
    ((one,), (two,)) = (
        raw.run("SELECT sealed FROM session_follow_up WHERE id = ?", each)[0]
        for each in (first, second)
    )
    for each, sealed in ((first, two), (second, one)):
        raw.run("UPDATE session_follow_up SET sealed = ? WHERE id = ?", sealed, each)
    assert refused(leyla) == "RI-04"
    raw.run("UPDATE session_follow_up SET id = ? WHERE id = ?", new_id(), first)
    refused(leyla)


@pytest.mark.parametrize("column", ["seal", "version"])
def test_an_older_one_put_back_is_noticed(leyla, raw, column):
    follow_up_id = begin(leyla)
    old = raw.one("SELECT sealed FROM session_follow_up")
    leyla.call(follow_ups.save, follow_up_id, 1, replace(ROOS, said="Ze wil niet meer."), **NOW)
    if column == "seal":
        raw.run("UPDATE session_follow_up SET sealed = ?", old)
    else:
        raw.run("UPDATE session_follow_up SET version = 1")
    assert refused(leyla) == "FU-01"
    assert refused(leyla, follow_ups.end, follow_up_id) == "FU-01"
    assert refused(leyla, rings.renew) == "FU-01"


def test_what_lies_under_another_kind_of_record_is_no_follow_up(leyla, raw, hodan):
    follow_up_id = begin(leyla)
    of_hodan = raw.one("SELECT sealed FROM registration WHERE id = ?", hodan.id)
    raw.run("UPDATE session_follow_up SET sealed = ? WHERE id = ?", of_hodan, follow_up_id)
    refused(leyla)


def test_a_follow_up_cut_short_or_filled_with_noise_is_said_and_not_shown(leyla, raw):
    begin(leyla)
    sealed = raw.one("SELECT sealed FROM session_follow_up")
    for broken in (b"", sealed[:17], sealed[:-1], bytes(len(sealed)), sealed + b"\x00"):
        raw.run("UPDATE session_follow_up SET sealed = ?", broken)
        refused(leyla)


def test_a_confidant_who_lost_the_role_opens_nothing_with_the_key_she_kept(leyla, raw):
    begin(leyla)
    (ring_id, _), old = public_half(raw), raw.one("SELECT sealed FROM session_follow_up")
    secret = leyla.actor.secrets[ring_id]
    leyla.call(rings.renew)
    new = raw.one("SELECT sealed FROM session_follow_up")
    assert (new != old, raw.run("SELECT id FROM ring WHERE id = ?", ring_id)) == (True, [])
    place = "confidants", "session_follow_up", "sealed", leyla.call(follow_ups.everything)[0].id
    key = sealing.field_key(secret), sealing.private_key(secret)
    assert open_field(*key, old, *place)
    with pytest.raises(NotAuthentic):
        open_field(*key, new, *place)


def test_who_registers_her_cannot_read_back_how_to_reach_her(joke, leyla, hodan, raw):
    sealed = raw.one("SELECT sealed FROM registration")
    for hidden in (NUMBER, "blauwe stof", "Els van de naaicursus", "Joke"):
        assert hidden.encode() not in sealed
    assert reach(leyla, hodan).agreed.number == NUMBER


def statement(desk, one, agreed, *, by, signer="Hanan", about=None) -> str:
    """Return what Hanan can sign with her own keys, about whom and in whose name she likes."""
    body = {
        "kind": "reach",
        "registration": str(one.id),
        "session": str(one.session_id),
        "by": str(member(desk, by)),
        "name": one.name,
        "agreed": msgspec.json.encode(agreed).decode(),
    }
    return signed(desk.keys[signer].bundle.ed, body | (about or {})).decode()


def plant(raw, one, said) -> None:
    plain = said if isinstance(said, bytes) else msgspec.json.encode(_Kept(said))
    forged = sealed_for_them(raw, plain, "registration", "sealed", one.id)
    raw.run("UPDATE registration SET sealed = ? WHERE id = ?", forged, one.id)


@pytest.mark.parametrize("name", ["Joke", "Leyla", "Salma"])
def test_nobody_puts_a_number_of_his_own_under_a_colleagues_name(leyla, hodan, raw, desk, name):
    """A confidant would call it believing it hers, on the word of somebody she trusts."""
    hers = replace(HIS, checked_on=MONDAY.date(), checked_by=name)
    plant(raw, hodan, statement(desk, hodan, hers, by=name))
    assert refused(leyla, session_reach.to_tell, hodan.session_id, **SHE_MAY) == "RE-01"
    for work, given in (
        (session_reach.reach, (Channel.CALL,)),
        (session_reach.still_right, ()),
    ):
        assert refused(leyla, work, hodan.id, *given, **SHE_MAY) == "RE-01"


def test_a_number_she_planted_says_that_it_is_hers(leyla, hodan, raw, desk):
    """She could note it at the desk as well: the name beside it is hers, whatever she wrote."""
    lie = replace(HIS, checked_on=MONDAY.date(), checked_by="Leyla")
    plant(raw, hodan, statement(desk, hodan, lie, by="Hanan"))
    found = reach(leyla, hodan)
    assert (found.agreed.number, found.agreed.checked_by) == ("06-87654321", "Hanan")
    (told,) = leyla.call(session_reach.to_tell, hodan.session_id, **SHE_MAY)
    assert told.asked_by == "Hanan"


def test_somebody_without_a_place_at_the_desk_notes_no_number(leyla, hodan, raw, desk):
    """Bea keeps the team, and has the keys of nobody."""
    hers = replace(HIS, checked_on=MONDAY.date())
    plant(raw, hodan, statement(desk, hodan, hers, by="Bea", signer="Bea"))
    assert refused(leyla, session_reach.reach, hodan.id, Channel.CALL, **SHE_MAY) == "RE-01"


@pytest.mark.parametrize(
    "about",
    [
        {"kind": "grant"},
        {"registration": str(UUID(int=7))},
        {"session": str(UUID(int=7))},
        {"agreed": "{}x"},
        {"agreed": '{"channels": 3}'},
        {"by": str(UUID(int=7))},
        {"by": "niemand"},
    ],
)
def test_a_statement_about_something_else_counts_for_nothing(leyla, hodan, raw, desk, about):
    hers = replace(HIS, checked_on=MONDAY.date())
    plant(raw, hodan, statement(desk, hodan, hers, by="Hanan", about=about))
    refused(leyla, session_reach.reach, hodan.id, Channel.CALL, **SHE_MAY)


@pytest.mark.parametrize(
    "plain",
    [
        b"",
        b"\x00\xff",
        b"{}",
        b"[]",
        b'{"signed": 3}',
        b'{"signed": "zevenblad"}',
        b'{"signed": "{}"}',
    ],
)
def test_noise_sealed_for_the_confidants_is_said_to_be_noise(leyla, hodan, raw, plain):
    plant(raw, hodan, plain)
    refused(leyla, session_reach.reach, hodan.id, Channel.CALL, **SHE_MAY)


def test_how_to_reach_one_woman_is_not_put_beside_another(leyla, joke, hodan, raw):
    idil = register(joke, hodan.session_id, "Idil").registration
    joke.call(session_reach.agree, idil.id, replace(AGREED, number="020-5550100"), **NOW)
    sealed = dict(raw.run("SELECT id, sealed FROM registration"))
    for one, other in ((hodan, idil), (idil, hodan)):
        raw.run("UPDATE registration SET sealed = ? WHERE id = ?", sealed[other.id.hex], one.id)
    for one in (hodan, idil):
        assert refused(leyla, session_reach.reach, one.id, Channel.CALL, **SHE_MAY) == "RI-04"


def test_two_women_whose_names_were_swapped_are_asked_again_before_anybody_calls(
    leyla, joke, hodan, raw
):
    idil = register(joke, hodan.session_id, "Idil").registration
    joke.call(session_reach.agree, idil.id, AGREED, **NOW)
    raw.run("UPDATE registration SET name = 'Idil' WHERE id = ?", hodan.id)
    raw.run("UPDATE registration SET name = 'Hodan' WHERE id = ?", idil.id)
    for one in (hodan, idil):
        found = reach(leyla, one)
        assert (found.gate.verdict, found.agreed.number) == (Verdict.ASK_AGAIN, "")


def test_a_woman_is_not_moved_to_another_list_to_be_told_of_that_one(leyla, joke, hodan, raw):
    other = planned(joke).id
    raw.run("UPDATE registration SET session_id = ? WHERE id = ?", other, hodan.id)
    assert refused(leyla, session_reach.to_tell, other, **SHE_MAY) == "RE-01"


def test_the_log_does_not_say_who_came_and_a_list_not_who_brought_whom(joke, hodan, raw, sign_in):
    sign_in("Hanan").call(registrations.cancel, hodan.id)
    logged = raw.run("SELECT record_id FROM audit_line WHERE record_id IS NOT NULL")
    assert hodan.id.hex not in {record for (record,) in logged}
    columns = {row[1] for row in raw.run("PRAGMA table_info(registration)")}
    assert not {word for word in columns if word.endswith(("_by", "_at", "_on"))}
    assert UUID(raw.one("SELECT id FROM registration")).version == 4, "it says no moment"
