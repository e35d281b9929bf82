"""The directory of partners: what is kept, what is refused, and that nothing of before is lost."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from desk import MONDAY
from directory import NOW, TODAY, Directory, hours

from hgkm_desktop.errors import Conflict, Forbidden, Invalid
from hgkm_desktop.models.codes import Language
from hgkm_desktop.rules.lists import Area
from hgkm_desktop.rules.partners import PartnerType
from hgkm_desktop.services import numbers, partner_changes, partners
from hgkm_desktop.services.partner_book import FRESH_FOR, STALE_AFTER, Former
from hgkm_desktop.sheets import numbers as registry

TOMORROW = MONDAY + timedelta(days=1)


@pytest.fixture
def book(db):
    return Directory(db)


def refused(call, *given, **named):
    with pytest.raises(Invalid) as error:
        call(*given, **named)
    return error.value.problems


def test_an_empty_directory_holds_the_national_numbers_and_nobody(db):
    rows = db.call(partners.rows, **NOW)
    known = {number.key: number for number in registry.shipped() if number.number}
    assert [row.number_key for row in rows] == list(known)
    assert {row.direct for row in rows} == {number.number for number in known.values()}
    assert {(row.id, row.type_word, row.face) for row in rows} == {(None, "landelijk nummer", "")}
    ages = {row.number_key: row.age for row in rows}
    assert (ages["emergency"], ages["blijf_groep"]) == ("fresh", "never")
    assert db.call(partners.choices, **NOW) == []


def test_a_national_number_is_as_the_registry_keeps_it_and_ours_is_no_partner(db):
    db.call(numbers.change, "korrelatie", "0900 0000", "werkdagen", today=TODAY)
    db.call(numbers.add, "Wij", "020 555 0100", "", today=TODAY)
    rows = {row.number_key: row for row in db.call(partners.rows, **NOW)}
    assert rows["korrelatie"].direct == "0900 0000"
    assert "own" not in rows


def test_a_partner_stands_in_the_list_with_its_known_face(book):
    osdorp = book.partner(
        areas=(Area.NIEUW_WEST,), general_number="020 555 0130", hours=hours("ma-vr 9-17")
    )
    book.person(osdorp, "Peter", direct_number="020 555 0132")
    book.person(osdorp, "Jolanda", direct_number="020 555 0131", is_fixed=True)
    (row,) = book.rows()
    assert (row.face, row.direct, row.general) == ("Jolanda", "020 555 0131", "020 555 0130")
    assert (row.type_word, row.is_formal, row.areas) == ("Buurtteam", True, (Area.NIEUW_WEST,))
    assert (row.hours, row.age, row.is_ended) == ("ma–vr 9–17", "fresh", False)


def test_hours_may_be_told_in_words_too(book):
    book.partner("A", hours_words="op afspraak")
    book.partner("B", hours=hours("di 12-17"), hours_words="bel eerst")
    assert [row.hours for row in book.rows()] == ["op afspraak", "di 12–17, bel eerst"]


def test_the_list_is_by_name_and_those_that_ended_come_last(book):
    zonnehoek, _, _ = book.partner("Zonnehoek"), book.partner("éénhoorn"), book.partner("Bos")
    book.db.call(partner_changes.end, zonnehoek.id, TODAY)
    book.partner("Zuid")
    assert [row.name for row in book.rows()] == ["Bos", "éénhoorn", "Zuid", "Zonnehoek"]
    assert [row.is_ended for row in book.rows()] == [False, False, False, True]


def test_a_new_partner_is_checked_by_whoever_looked_it_up(book):
    partner = book.partner()
    assert (partner.checked_on, partner.checked_by) == (TODAY, book.db.actor.member_id)


def test_only_another_kind_has_words_of_its_own(book):
    other = book.partner("A", PartnerType.OTHER, type_words="naaiatelier")
    gp = book.partner("B", PartnerType.GP, type_words="naaiatelier")
    assert [row.type_word for row in book.rows()] == ["naaiatelier", "Huisarts"]
    assert (other.type_words, gp.type_words) == ("naaiatelier", "")


@pytest.mark.parametrize(
    ("days", "age"),
    [
        (0, "fresh"),
        (FRESH_FOR.days, "fresh"),
        (FRESH_FOR.days + 1, "old"),
        (STALE_AFTER.days, "old"),
        (STALE_AFTER.days + 1, "stale"),
        (-1, "never"),
    ],
)
def test_a_check_grows_old(book, days, age):
    partner = book.partner()
    later = MONDAY + timedelta(days=days)
    assert book.rows(later)[0].age == book.card(partner, later).age == age


def test_a_volunteer_may_say_that_it_is_still_right(book, sign_in):
    partner, hanan = book.partner(), sign_in("Hanan")
    hanan.call(partner_changes.still_right, partner.id, now=TOMORROW)
    checked = book.card(partner).partner
    assert (checked.checked_on, checked.checked_by) == (TOMORROW.date(), hanan.actor.member_id)
    with pytest.raises(Forbidden):
        hanan.call(partner_changes.save, checked, **NOW)


def test_a_change_does_not_count_as_a_check(book):
    partner = book.partner()
    partner.costs, partner.checked_on, partner.ended_on = "geen", date(2020, 1, 1), TODAY
    changed = book.save(partner, TOMORROW)
    assert (changed.costs, changed.checked_on, changed.ended_on) == ("geen", TODAY, None)


def test_a_former_name_stays_with_the_day_it_ended(book):
    partner = book.partner("Buurtteam Oost")
    for name, when in (("Buurtteam Indische Buurt", MONDAY), ("Buurtteam Oost", TOMORROW)):
        partner.name = name
        partner = book.save(partner, when)
    card = book.card(partner)
    assert card.former == (
        Former("Buurtteam Oost", TODAY),
        Former("Buurtteam Indische Buurt", TOMORROW.date()),
    )
    assert card.partner.name == "Buurtteam Oost"


def test_two_people_who_change_the_same_partner_do_not_lose_a_word(book, sign_in):
    partner = book.partner()
    salma = Directory(sign_in("Salma"))
    hers = salma.card(partner).partner
    partner.costs = "geen"
    book.save(partner)
    hers.costs = "eigen risico"
    with pytest.raises(Conflict):
        salma.save(hers)
    assert book.card(partner).partner.costs == "geen"


@pytest.mark.parametrize("name", ["Buurtteam Osdorp", "  buurtteam  OSDORP ", "Buurtteam Osdörp"])
def test_a_name_that_is_taken_is_refused(book, name):
    book.partner()
    taken = {"name": "Er is al een partner met deze naam."}
    assert refused(book.partner, name) == taken
    other = book.partner("Buurtteam Oost")
    other.name = name
    assert refused(book.save, other) == taken


def test_a_partner_that_ended_gives_its_name_free(book):
    old = book.partner()
    book.db.call(partner_changes.end, old.id, TODAY)
    new = book.partner()
    assert refused(book.db.call, partner_changes.bring_back, old.id, **NOW).keys() == {"name"}
    book.db.call(partner_changes.end, new.id, TODAY)
    book.db.call(partner_changes.bring_back, old.id, **NOW)
    assert [choice.id for choice in book.db.call(partners.choices, **NOW)] == [old.id]
    assert old.version < book.card(old).partner.version


def test_a_partner_may_end_later(book):
    partner = book.partner()
    book.db.call(partner_changes.end, partner.id, TOMORROW.date())
    assert [book.card(partner, when).is_ended for when in (MONDAY, TOMORROW)] == [False, True]
    assert book.db.call(partners.choices, now=TOMORROW) == []
    wrong = refused(book.db.call, partner_changes.end, partner.id, date(206, 1, 1))
    assert wrong == {"ended_on": "Kijk nog eens naar het jaar."}


def test_where_a_shelter_is_is_never_written(book):
    wrong = "We schrijven nooit op waar een opvang is. Haal dit weg."
    given = {"type": PartnerType.BLIJF_GROEP, "address": "Ergens 1"}
    assert refused(book.partner, "Blijf Groep", **given) == {"address": wrong}
    partner = book.partner("Aanmelding", PartnerType.OTHER, address="Ergens 1")
    partner.type = PartnerType.BLIJF_GROEP
    assert refused(book.save, partner) == {"address": wrong}
    assert book.card(partner).partner.address == "Ergens 1"
    assert book.partner("Blijf Groep", PartnerType.BLIJF_GROEP, address=" \u200b").address == ""


@pytest.mark.parametrize(
    "number",
    [
        "020 555 01 23",
        "(020) 555 0123",
        "+31 (0)20 555 0123",
        "+31 20 5550123",
        "0800-2000",
        "0800-3200032",
        "088 0767 000",
        "088-555 1000",
        "06-12345674",
        "14 020",
        "113",
        "",
    ],
)
def test_a_telephone_number_is_kept_as_it_is_written(book, number):
    partner = book.partner(general_number=number, night_number=number)
    assert (partner.general_number, partner.night_number) == (number, number)


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("020 555 01 23 (balie)", "Typ het nummer met alleen cijfers."),
        ("bel Jolanda", "Typ het nummer met alleen cijfers."),
        ("020+5550123", "Typ het nummer met alleen cijfers."),
        ("12", "Typ het nummer met alleen cijfers."),
        ("0" * 16, "Typ het nummer met alleen cijfers."),
        ("0 " * 14 + "(((((", "Typ het nummer met alleen cijfers."),
        ("٠٢٠ ٥٥٥", "Typ het nummer met alleen cijfers."),
        ("111222333", "Dit lijkt op een BSN. Haal het weg en bewaar opnieuw."),
    ],
)
def test_what_is_no_telephone_number_is_refused(book, number, said):
    assert refused(book.partner, general_number=number) == {"general_number": said}


@pytest.mark.parametrize(
    ("packed", "said"),
    [
        ("0 1700-0900", "Het einde is voor het begin."),
        ("0 0900-1200;0 1100-1300", "Twee tijden op één dag overlappen."),
        ("altijd", "Kijk nog eens naar de tijden."),
    ],
)
def test_hours_that_cannot_be_are_refused(book, packed, said):
    assert refused(book.partner, hours=packed)["hours"].startswith(said)


def test_everything_typed_is_kept(book):
    given = {
        "does": "Geld\nen wonen",
        "does_not": "Geen opvang",
        "bring": "Niets",
        "costs": "Geen",
        "address": "Meer en Vaart",
        "night_words": "alleen bij gevaar",
        "night_number": "06-12345674",
        "languages": (Language.TURKISH,),
        "open_on_holidays": True,
    }
    partner = book.card(book.partner(**given)).partner
    assert {name: getattr(partner, name) for name in given} == given


def test_what_is_not_there_is_told(book):
    nobody = UUID(int=1)
    for service, given in (
        (partners.card, NOW),
        (partner_changes.still_right, NOW),
        (partner_changes.bring_back, NOW),
        (partner_changes.end, {"on": TODAY}),
    ):
        with pytest.raises(Conflict) as gone:
            book.db.call(service, nobody, **given)
        assert gone.value.title == "Deze partner staat niet in de lijst."
