"""Whatever is typed about a partner is stored clean or refused beside its field."""

import pytest
from directory import Directory
from hostile import HOSTILE, is_tidy

from hgkm_desktop.errors import Invalid
from hgkm_desktop.rules.partners import PartnerType
from hgkm_desktop.services.fields import clean, one_line

TEXTS = [text for _, text in HOSTILE]
FEWER = [text for text in TEXTS if len(text) < 100_000 or text == max(TEXTS, key=len)]
"""One megabyte is as long as another; cleaning it takes a while."""
NUMBERS = "general_number", "night_number", "direct_number"
PARTNER = (
    "name",
    "type_words",
    "does",
    "does_not",
    "address",
    "general_number",
    "night_number",
    "night_words",
    "hours",
    "hours_words",
    "bring",
    "costs",
)
PERSON = "name", "does", "direct_number", "hours", "hours_words"
PLACES = [f"Partner.{name}" for name in PARTNER] + [f"PartnerPerson.{name}" for name in PERSON]


@pytest.fixture
def way_in(db):
    """Return how a text is typed in one field, and how that field reads afterwards."""
    book = Directory(db)
    home = book.partner("Thuis")

    def partner(field, text):
        given = {"name": f"Partner {len(book.rows())}", field: text}
        return book.card(book.partner(type=PartnerType.OTHER, **given)).partner

    def person(field, text):
        given = {"name": "Jolanda", field: text}
        kept = book.person(home, **given)
        return next(one for one in book.card(home).persons if one.id == kept.id)

    def agreement(_field, text):
        kept = book.agreement(home, text)
        return next(one for one in book.card(home).agreements if one.id == kept.id)

    return {"Partner": partner, "PartnerPerson": person, "PartnerAgreement": agreement}


@pytest.mark.parametrize("place", [*PLACES, "PartnerAgreement.text"])
def test_a_field_takes_anything_or_says_beside_it_why_not(way_in, place):
    kind, field = place.split(".")
    stored = refused = 0
    for text in FEWER:
        try:
            record = way_in[kind](field, text)
        except Invalid as error:
            assert set(error.problems) == {field}
            assert all(map(is_tidy, error.problems.values()))
            refused += 1
            continue
        stored += 1
        kept = getattr(record, field)
        assert kept in {clean(text), one_line(text)}, ascii(text)[:40]
        assert is_tidy(kept)
    assert refused, "a megabyte is always too long"
    assert stored


@pytest.mark.parametrize("text", ["haar bsn is 111222333", "x" * 200_000, "wachtwoord: Zomer77!"])
@pytest.mark.parametrize("place", [*PLACES, "PartnerAgreement.text"])
def test_what_is_never_kept_is_kept_in_no_field(way_in, place, text):
    kind, field = place.split(".")
    with pytest.raises(Invalid) as refused:
        way_in[kind](field, text)
    assert set(refused.value.problems) == {field}
