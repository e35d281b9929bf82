"""What somebody could recognise her by: found where it stands, and nothing else pointed at."""

import re
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hgkm_desktop.rules.recognisable import Why, find


def found(text):
    return [(text[span.start : span.end], span.why) for span in find(text)]


@pytest.mark.parametrize(
    ("text", "piece", "why"),
    [
        ("want zijn neef werkt daar in de buurt.", "zijn neef werkt daar in de buurt", "relative"),
        ("Haar zus woont in dezelfde straat.", "Haar zus woont in dezelfde straat", "relative"),
        ("Mijn broer heeft een winkel op de hoek", "Mijn broer heeft een winkel", "relative"),
        ("Mijn zus Fatima kwam mee.", "Mijn zus Fatima", "name"),
        ("Toen belde haar Ahmed.", "haar Ahmed", "name"),
        ("Hij heet Omar el Idrissi.", "heet Omar el Idrissi", "name"),
        ("Ze woont op Jan Evertsenstraat 12.", "Jan Evertsenstraat 12", "address"),
        ("Osdorpplein 4a is het", "Osdorpplein 4a", "address"),
        ("Het is 1057 AB daar", "1057 AB", "postcode"),
        ("geboren op 3 mei 1988", "3 mei 1988", "birth"),
        ("Haar verjaardag is 3 mei.", "3 mei", "birth"),
        ("geb. 03-05-1988", "03-05-1988", "birth"),
        ("Bel 06-12345678.", "06-12345678", "phone"),
        ("Bel +31 6 1234 5678.", "+31 6 1234 5678", "phone"),
        ("De auto AB-123-C stond er.", "AB-123-C", "plate"),
        ("Mail roos@voorbeeld.nl.", "roos@voorbeeld.nl", "mail"),
    ],
)
def test_it_points_at_exactly_the_piece(text, piece, why):
    assert found(text) == [(piece, Why(why))]


@pytest.mark.parametrize(
    "text",
    [
        "Roos kwam om tien voor negen. Ze had haar jas aan, het hele gesprek.",
        "Zij zei: “Ik slaap pas als de deur op slot is.”",
        "Haar zoon tekende aan tafel. Hij zei niets.",
        "Haar man werkt veel en is moe.",
        "Ze zijn Marokkaans en haar Nederlands is goed.",
        "Ze was onderweg 3 uur.",
        "Op 12-11-2026 belde ze, om 10.30 uur.",
        "Het kost 1250 euro. Ze wil naar haar Buurtteam.",
        "Dat is van haar. Morgen komt ze weer.",
        "",
    ],
)
def test_ordinary_notes_are_left_alone(text):
    assert found(text) == []


WORDS = (
    "zijn haar neef zus Fatima werkt woont in de buurt straat 12 1057 AB . \n geboren 3 mei 1988 "
    "06-12345678 AB-123-C <b>x</b> &amp; x@y.nl 1-1-1999 😀 زوجها"
)
PIECES = st.sampled_from(re.split(" ", WORDS))


@given(st.lists(PIECES, max_size=40).map(" ".join) | st.text(max_size=200))
def test_pieces_lie_inside_the_text_in_order_and_never_overlap(text):
    end = 0
    for span in find(text):
        assert end <= span.start < span.end <= len(text)
        assert text[span.start : span.end] == text[span.start : span.end].strip()
        end = span.end


@given(st.lists(PIECES, max_size=30).map(" ".join))
def test_what_follows_in_a_new_sentence_changes_nothing(text):
    alone = find(text)
    assert find(f"{text}\n.\nen dan niets meer")[: len(alone)] == alone


@pytest.mark.parametrize(
    "piece", ["zijn neef werkt ", "geb 1-1-1999 ", "a", "1-", "@a.", "Straat 1 ", "0 ", "3 mei "]
)
def test_twice_the_text_takes_about_twice_as_long(piece):
    def seconds(length):
        text = (piece * length)[:length]
        begun = process_time()
        find(text)
        return process_time() - begun

    few = max(min(seconds(8_000) for _ in range(3)), 0.002)
    assert min(seconds(32_000) for _ in range(3)) < 12 * few


def test_a_name_behind_is_called_a_long_name_and_what_only_looks_like_a_plate():
    assert found("Ze zei dat mijn zus heet Fatima en komt.") == [("mijn zus heet Fatima", Why.NAME)]
    assert found("Mijn zus Fatima Zohra Amina Khadija Layla kwam.") == [
        ("Mijn zus Fatima Zohra Amina Khadija", Why.NAME)
    ]
    assert found("De groep AB-CD-EF kwam.") == []
