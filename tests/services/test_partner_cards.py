"""Partners as cards: an address book reads them, and nothing stands on them but what it needs."""

import re
from datetime import timedelta

import pytest
import vobject
from desk import MONDAY
from directory import NOW, TODAY, Directory, hours
from hostile import HOSTILE, is_tidy
from hypothesis import given, settings
from hypothesis import strategies as st

from hgkm_desktop.errors import Invalid
from hgkm_desktop.rules.partners import PartnerType
from hgkm_desktop.services import partner_cards, partner_changes, partner_files, partners
from hgkm_desktop.services.fields import one_line
from hgkm_desktop.services.partner_cards import Card

GENERAL, DIRECT = "+31 20 555 0130", "(020) 555 0131"


@pytest.fixture
def book(db):
    return Directory(db)


def read(book, text, encoding="utf-8"):
    data = text if isinstance(text, bytes) else text.encode(encoding)
    return book.db.call(partner_files.read_vcard, data)


def bad(found):
    return [(row.line, row.reason) for row in found.bad]


def card(*lines):
    return "\r\n".join(["BEGIN:VCARD", *lines, "END:VCARD", ""])


def one(book, *lines):
    found = read(book, card(*lines))
    assert bad(found) == []
    (new,) = found.good
    return new


def people(found):
    return [(new.partner.name, [p.name for p in new.persons]) for new in found.good]


@pytest.fixture
def osdorp(book):
    partner = book.partner(
        "Buurt;team, O'sdorp",
        PartnerType.BUURTTEAM,
        address="Plein 1",
        general_number=GENERAL,
        night_number="06-12345674",
        hours=hours("ma-vr 9-17"),
        costs="geen",
    )
    book.person(partner, "Zoë van 't Hof-de Wit " + "ö" * 30, direct_number=DIRECT, is_fixed=True)
    book.person(partner, "Zonder nummer", does="geld")
    book.person(partner, "Weg", until=TODAY)
    book.person(partner, "Komt", since=TODAY + timedelta(days=1))
    return partner


@pytest.mark.parametrize("version", ["3.0", "4.0"])
def test_cards_come_back_whole(book, osdorp, version):
    file = book.db.call(partner_files.to_vcard, version=version)
    before = book.card(osdorp)
    book.db.call(partner_changes.end, osdorp.id, TODAY)
    found = read(book, file)
    assert bad(found) == []
    (new,) = found.good
    assert (new.partner.name, new.partner.general_number) == (osdorp.name, GENERAL)
    wanted = [(p.name, p.direct_number) for p in before.persons]
    assert [(p.name, p.direct_number) for p in new.persons] == wanted
    assert book.db.call(partner_files.take_in, found.good, **NOW) == 1
    (row,) = [row for row in book.rows() if not row.is_ended]
    assert (row.name, row.age) == (osdorp.name, "never")


@pytest.mark.parametrize("version", ["3.0", "4.0"])
def test_another_program_reads_our_cards(book, osdorp, version):
    text = book.db.call(partner_files.to_vcard, version=version).decode()
    cards = list(vobject.readComponents(text))
    assert [c.version.value for c in cards] == [version] * 3
    assert {c.org.value[0] for c in cards} == {osdorp.name}
    assert cards[0].fn.value == osdorp.name
    assert cards[1].n.value.given == cards[1].fn.value
    numbers = [[(t.value, t.type_param) for t in c.contents.get("tel", ())] for c in cards]
    assert numbers[0] == [(GENERAL, "WORK")]
    assert [number for number, _ in numbers[1]] == [DIRECT, GENERAL]


def test_a_card_holds_a_name_an_organisation_and_numbers_and_nothing_of_ours(book, osdorp):
    text = book.db.call(partner_files.to_vcard).decode()
    fields = {re.split("[;:]", line)[0] for line in text.splitlines() if line[:1] != " "}
    assert fields == {"BEGIN", "VERSION", "FN", "N", "ORG", "TEL", "END"}
    for secret in ("Plein", "12345674", "geld", "Weg", "Komt", str(osdorp.id), "ogboek"):
        assert secret not in text


def test_only_the_chosen_partners_go_out(book, osdorp):
    book.partner("Ander")
    text = book.db.call(partner_files.to_vcard, {osdorp.id}).decode()
    assert "Ander" not in text
    assert book.db.call(partner_files.to_vcard, []) == b""


def test_cards_of_a_telephone_are_read(book):
    new = one(
        book,
        "VERSION:2.1",
        "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:van der A;Zo=C3=AB;;;",
        "ORG;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Caf=C3=A9=",
        " De Brug;afdeling",
        "TEL;FAX:020 555 0139",
        "TEL;WORK:020.555.0131",
        "TEL;CELL;PREF:06/12345674",
        "PHOTO;ENCODING=BASE64;JPEG:AAAA",
        "ADR:;;Plein 1;Amsterdam",
    )
    assert [p.name for p in new.persons] == ["Zoë van der A"]
    assert new.persons[0].direct_number == "06 12345674"
    assert new.partner.general_number == "020 555 0131"
    assert new.partner.address == ""


def test_cards_with_addresses_of_numbers_and_folded_lines_are_read(book):
    new = one(
        book,
        "VERSION:4.0",
        "FN:Jo",
        " landa",
        "item1.ORG:Buurtteam\\, Oost",
        'TEL;VALUE=uri;TYPE="work,voice":tel:+31-20-555-0132;ext=5',
        'TEL;VALUE=uri;PREF=1;TYPE="home":tel:+31-20-555-0131',
        "TEL;TYPE=main-number:020 555 0130",
    )
    assert (new.partner.name, new.partner.general_number) == ("Buurtteam, Oost", "020 555 0130")
    assert [(p.name, p.direct_number) for p in new.persons] == [("Jolanda", "+31-20-555-0131")]


def test_people_of_one_organisation_come_together_whatever_the_order(book):
    text = (
        card("FN:Jolanda", "ORG:Buurtteam", "TEL:020 555 0131")
        + card("FN:Peter", "ORG:buurtteam")
        + card("FN:Buurtteam", "ORG:Buurtteam", "TEL:020 555 0130")
    )
    found = read(book, text.replace("\r\n", "\n"))
    assert people(found) == [("Buurtteam", ["Jolanda", "Peter"])]
    assert (found.good[0].line, found.good[0].partner.general_number) == (10, "020 555 0130")


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        (["FN:Jolanda"], "Op dit kaartje staat geen organisatie."),
        (["FN:Jolanda", "ORG:"], "Op dit kaartje staat geen organisatie."),
        (["FN;ENCODING=b:AAAA"], "Op dit kaartje staat geen organisatie."),
        (["rommel"], "Dit kaartje is niet te lezen."),
        (["FN;ENCODING=QUOTED-PRINTABLE:=E9"], "Dit kaartje is niet te lezen."),
        (["FN;ENCODING=QUOTED-PRINTABLE;CHARSET=geen:=E9"], "Dit kaartje is niet te lezen."),
        (["PHOTO;ENCODING=b:" + "A" * 1_000_000], "Dit kaartje is niet te lezen."),
        (["FN:Jolanda", "ORG:Osdorp"], "Deze partner is er al."),
        (["FN:bsn 111222333", "ORG:A"], "Dit lijkt op een BSN."),
        (["ORG:A", "TEL:bel maar"], "Typ het nummer met alleen cijfers."),
        (["ORG:Goed een"], "Deze naam staat al op regel 1."),
    ],
)
def test_a_bad_card_is_told_and_the_others_go_in(book, lines, reason):
    book.partner("osdorp")
    text = card("ORG:Goed een") + card(*lines) + card("ORG:Goed twee")
    found = read(book, text)
    assert people(found) == [("Goed een", []), ("Goed twee", [])]
    (row,) = found.bad
    assert row.line == 4
    assert row.reason.startswith(reason)


def test_a_card_that_is_not_closed_costs_itself(book):
    found = read(book, "BEGIN:VCARD\nORG:A\nBEGIN:VCARD\nORG:B\nEND:VCARD\nBEGIN:VCARD\nORG:C")
    assert people(found) == [("B", [])]
    assert [row.line for row in found.bad] == [1, 6]


@pytest.mark.parametrize("data", [b"", b"tekst", b"BEGIN:VCALENDAR\nEND:VCALENDAR"])
def test_a_file_without_cards_holds_nothing(book, data):
    found = read(book, data)
    assert (found.good, found.bad) == ((), ())


def test_a_file_in_an_old_spelling_is_read(book):
    assert people(read(book, card("ORG:Café"), "cp1252")) == [("Café", [])]
    with pytest.raises(Invalid):
        read(book, b"\x81\x8d")


@pytest.mark.parametrize(("_name", "text"), [h for h in HOSTILE if len(h[1]) < 100_000])
def test_whatever_a_card_says_is_clean_or_left_out(book, _name, text):
    raw = card(f"FN:{text}", f"ORG:{text} bv", f"TEL:{text}")
    found = read(book, raw.encode("utf-8", "replace"))
    for new in found.good:
        stored = [new.partner.name, new.partner.general_number]
        stored += [value for p in new.persons for value in (p.name, p.direct_number)]
        assert all(map(is_tidy, stored))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=40), min_size=4, max_size=4), st.sampled_from(["3.0", "4.0"]))
def test_any_card_that_was_written_can_be_read(parts, version):
    organisation, person, direct, general = (one_line(part) for part in parts)
    given_card = Card(1, organisation or "A", person, direct, general)
    text = partner_cards.written([given_card], version).decode("utf-8")
    ((line, found),) = partner_cards.read(text)
    assert line == 1
    assert found is not None
    assert found.organisation == given_card.organisation
    assert found.person == ("" if person == given_card.organisation else person)


def test_the_list_of_choices_grows_with_what_was_taken_in(book):
    found = read(book, card("ORG:B") + card("ORG:A"))
    book.db.call(partner_files.take_in, found.good, **NOW)
    assert [p.name for p in book.db.call(partners.choices, now=MONDAY)] == ["A", "B"]
