"""What is typed about a visit, and files of partners sent to us: tidy or refused, at once."""

import time

import pytest
from going import NOW, blank, told
from hostile import HOSTILE, is_tidy
from standing_beside import open_linde

from hgkm_desktop.errors import Invalid
from hgkm_desktop.rules.appointment import Interpreter, NotWith
from hgkm_desktop.services import appointments, calendar_file, partner_files


@pytest.fixture
def leyla(sign_in):
    return sign_in("Leyla")


@pytest.fixture
def linde(desk, leyla):
    return open_linde(desk, leyla)


@pytest.mark.parametrize("name", [name for name, _ in HOSTILE])
def test_whatever_is_typed_is_kept_tidy_or_refused_quickly(leyla, linde, name):
    text, begun = dict(HOSTILE)[name], time.monotonic()
    visit = blank(
        leyla,
        linde,
        purpose=text,
        questions=(text, "=1+1"),
        not_with=(NotWith(text, text),),
        interpreter=Interpreter(text, text),
    )
    visit = told(visit, place=text, meet_where=text, person_words=text, not_met_reason=text)
    try:
        kept = leyla.call(appointments.plan, visit, **NOW)
    except Invalid as error:
        assert all(error.problems.values())
    else:
        said = kept.details
        texts = (said.purpose, said.place, said.meet_where, *said.questions)
        assert all(map(is_tidy, texts))
        assert "\n" not in said.place
        file = leyla.call(calendar_file.ics, [kept.id], **NOW)
        assert (
            len(file) < 900 and text.strip()[:20].encode("utf8", "replace") not in file
        ) or not text.strip()
    assert time.monotonic() - begun < 20


BROKEN = (
    b"BEGIN:VCARD\r\n" * 2000,
    b"BEGIN:VCARD\nVERSION:3.0\nFN:A\x00B\nORG:\x00;;\nTEL;TYPE=:\nEND:VCARD",
    b"BEGIN:VCARD\nFN;ENCODING=QUOTED-PRINTABLE:=E2=28=A1\nORG:x\nEND:VCARD",
    b"BEGIN:VCARD\nPHOTO;ENCODING=b:@@@\nORG;ENCODING=BASE64:@@\nEND:VCARD",
    b"BEGIN:VCARD\n" + b"BEGIN:VEVENT\n" * 3000 + b"END:VCARD",
    b"BEGIN:VCARD\nORG:" + b"x" * 100_000 + b"\nEND:VCARD",
    b"BEGIN:VCARD\nitem1.ORG:x\nitem1.:y\n:::\n;;;\n\nEND:VCARD",
    b"BEGIN:VCARD\nN:" + b";" * 5000 + b"\nORG:=1+1\nFN:<b>\nEND:VCARD",
    b"naam\n" + b'"\n' * 3000,
    b"naam;soort\n" + b'"a;"b\n' * 3000,
    b"naam\n" + b"x" * 200_000,
    b"naam\n\x00\n=cmd|' /C calc'!A0\n",
    b"naam;naam;naam\na;b;c\n",
    b"\xff\xfen\x00a\x00",
    b"",
    b"\xef\xbb\xbf",
)


@pytest.mark.parametrize("data", BROKEN)
@pytest.mark.parametrize("read", [partner_files.read_csv, partner_files.read_vcard])
def test_a_hostile_file_is_refused_with_a_reason_and_takes_no_time(db, read, data):
    begun = time.monotonic()
    try:
        found = db.call(read, data)
    except Invalid as error:
        assert error.problems["file"]
    else:
        assert all(bad.reason for bad in found.bad)
        db.call(partner_files.take_in, found.good, **NOW)
        assert b"\n=" not in db.call(partner_files.to_csv)
    assert time.monotonic() - begun < 5
