"""Who is known at a partner, what was agreed, and how one partner goes up in another."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from desk import MONDAY
from directory import NOW, TODAY, Directory
from sqlalchemy.orm import Session

from hgkm_desktop.errors import Conflict, Invalid
from hgkm_desktop.models import PartnerCount, PartnerPerson
from hgkm_desktop.rules.partners import Kept
from hgkm_desktop.services import partner_changes, partner_people, partners

YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)


@pytest.fixture
def book(db):
    return Directory(db)


@pytest.fixture
def osdorp(book):
    return book.partner()


def refused(call, *given, **named):
    with pytest.raises(Invalid) as error:
        call(*given, **named)
    return error.value.problems


def known(book, partner):
    found = book.db.call(partners.persons_of, partner.id, **NOW)
    return [person.name for person in found]


def test_the_fixed_contact_comes_first(book, osdorp):
    for name, is_fixed in (("Bo", False), ("Wim", True), ("Ans", True), ("Aaf", False)):
        book.person(osdorp, name, is_fixed=is_fixed)
    assert known(book, osdorp) == ["Ans", "Wim", "Aaf", "Bo"]
    assert book.rows()[0].face == "Ans"


def test_somebody_is_there_from_the_first_day_until_the_day_she_is_gone(book, osdorp):
    book.person(osdorp, "was", since=YESTERDAY, until=TODAY)
    book.person(osdorp, "is", since=TODAY, until=TOMORROW)
    book.person(osdorp, "komt", since=TOMORROW)
    card = book.card(osdorp)
    names = [[one.name for one in part] for part in (card.persons, card.earlier, card.coming)]
    assert names == [["is"], ["was"], ["komt"]]


def test_whoever_leaves_stays_among_those_of_before(book, osdorp):
    person = book.person(osdorp, since=YESTERDAY, is_fixed=True)
    book.db.call(partner_people.end_person, person.id, TODAY)
    assert known(book, osdorp) == []
    assert [one.name for one in book.card(osdorp).earlier] == ["Jolanda"]
    (back,) = book.card(osdorp).earlier
    back.until = None
    book.db.call(partner_people.save_person, back, **NOW)
    assert known(book, osdorp) == ["Jolanda"]


def test_partners_without_a_known_face_are_listed(book, osdorp):
    oost, west = book.partner("Buurtteam Oost"), book.partner("Buurtteam West")
    ended = book.partner("Buurtteam Zuid")
    book.db.call(partner_changes.end, ended.id, TODAY)
    book.person(osdorp, is_fixed=True)
    book.person(oost, is_fixed=True, since=YESTERDAY, until=TODAY)
    book.person(west)
    missing = book.db.call(partners.without_face, **NOW)
    assert [partner.name for partner in missing] == ["Buurtteam Oost", "Buurtteam West"]


def test_a_stand_in_works_at_the_same_partner(book, osdorp):
    peter = book.person(osdorp, "Peter")
    assert book.person(osdorp, stand_in_id=peter.id).stand_in_id == peter.id
    elsewhere = book.person(book.partner("Elders"), "Noor")
    wrong = {"stand_in": "Kies een vervanger die bij deze partner werkt."}
    assert refused(book.person, osdorp, stand_in_id=elsewhere.id) == wrong
    assert refused(book.person, osdorp, stand_in_id=UUID(int=1)) == wrong
    peter.stand_in_id = peter.id
    assert refused(book.db.call, partner_people.save_person, peter, **NOW) == {
        "stand_in": "Niemand vervangt zichzelf. Kies iemand anders."
    }


@pytest.mark.parametrize(
    ("given", "field", "said"),
    [
        ({"name": " "}, "name", "Typ eerst een naam."),
        ({"name": "bsn 111222333"}, "name", "Dit lijkt op een BSN. Haal het weg"),
        ({"direct_number": "x"}, "direct_number", "Typ het nummer met alleen cijfers."),
        ({"hours": "0 1700-0900"}, "hours", "Het einde is voor het begin."),
        ({"since": TODAY, "until": YESTERDAY}, "until", "Deze dag is vóór de eerste dag."),
        ({"since": date(206, 1, 1)}, "since", "Kijk nog eens naar het jaar."),
    ],
)
def test_what_cannot_be_of_somebody_is_told(book, osdorp, given, field, said):
    problems = refused(book.person, osdorp, **given)
    assert problems.keys() == {field}
    assert problems[field].startswith(said)


def test_somebody_belongs_to_one_partner_that_goes_on(book, osdorp):
    person, other = book.person(osdorp), book.partner("Elders")
    person.partner_id = other.id
    moved = refused(book.db.call, partner_people.save_person, person, **NOW)
    assert moved == {"partner": "Dit hoort bij een andere partner."}
    person.partner_id = UUID(int=1)
    assert refused(book.db.call, partner_people.save_person, person, **NOW) == {
        "partner": "Deze partner staat niet in de lijst."
    }
    book.db.call(partner_changes.end, osdorp.id, TODAY)
    assert refused(book.person, osdorp, "Peter") == {
        "partner": "Deze partner is gestopt. Kies een andere."
    }


def test_the_last_day_of_somebody_cannot_be_before_the_first(book, osdorp):
    person = book.person(osdorp, since=TODAY)
    for day in (YESTERDAY, date(2206, 1, 1)):
        assert refused(book.db.call, partner_people.end_person, person.id, day).keys() == {"until"}
    with pytest.raises(Conflict):
        book.db.call(partner_people.end_person, UUID(int=1), TODAY)


def test_what_runs_comes_before_what_ended(book, osdorp):
    old = book.agreement(osdorp, "oud", agreed_on=YESTERDAY)
    book.agreement(osdorp, "nieuw", agreed_on=YESTERDAY)
    book.agreement(osdorp, "nieuwst", agreed_on=TODAY, look_again=TOMORROW)
    book.db.call(partner_people.end_agreement, old.id, TODAY)
    agreements = book.card(osdorp).agreements
    assert [one.text for one in agreements] == ["nieuwst", "nieuw", "oud"]
    assert agreements[-1].ended_on == TODAY


@pytest.mark.parametrize(
    ("given", "field", "said"),
    [
        ({"text": " "}, "text", "Schrijf op wat is afgesproken."),
        ({"text": "x" * 1001}, "text", "Dit is te lang. Houd het op 1000 tekens."),
        (
            {"agreed_on": TODAY, "look_again": YESTERDAY},
            "look_again",
            "Deze dag is vóór de dag van de afspraak.",
        ),
        ({"agreed_on": date(206, 1, 1)}, "agreed_on", "Kijk nog eens naar het jaar."),
    ],
)
def test_what_cannot_be_agreed_is_told(book, osdorp, given, field, said):
    assert refused(book.agreement, osdorp, **given) == {field: said}


def test_an_agreement_belongs_to_one_partner_and_ends_after_it_began(book, osdorp):
    agreement, other = book.agreement(osdorp, agreed_on=TODAY), book.partner("Elders")
    for day in (YESTERDAY, date(2206, 1, 1)):
        wrong = refused(book.db.call, partner_people.end_agreement, agreement.id, day)
        assert wrong.keys() == {"ended_on"}
    with pytest.raises(Conflict) as gone:
        book.db.call(partner_people.end_agreement, UUID(int=1), TODAY)
    assert gone.value.title == "Dit staat niet meer in de lijst."
    agreement.partner_id = other.id
    wrong = refused(book.db.call, partner_people.save_agreement, agreement, **NOW)
    assert wrong == {"partner": "Dit hoort bij een andere partner."}


def counted(db, partner, year, what, number):
    def add(session: Session):
        session.add(PartnerCount(partner_id=partner.id, year=year, what=what, number=number))

    db.call(add)


def test_counts_are_told_by_year_and_together(book, osdorp):
    counted(book.db, osdorp, 2024, Kept.HELD, 3)
    counted(book.db, osdorp, 2025, Kept.HELD, 4)
    counted(book.db, osdorp, 2025, Kept.KNOWN_FACE, 6)
    card = book.card(osdorp)
    assert card.counts == {Kept.HELD: 7, Kept.KNOWN_FACE: 6}
    assert list(card.by_year) == [2025, 2024]
    assert card.by_year[2024] == {Kept.HELD: 3}


def test_staff_see_the_counts_of_a_year_once_it_is_over(book, osdorp, sign_in):
    """Beside the shared week a count that changes would say where somebody went that day."""
    counted(book.db, osdorp, 2025, Kept.HELD, 3)
    counted(book.db, osdorp, 2026, Kept.HELD, 1)
    hers = sign_in("Leyla").call(partners.card, osdorp.id, **NOW)
    assert (list(hers.by_year), hers.untold) == ([2026, 2025], 0)
    theirs = book.card(osdorp)
    assert (list(theirs.by_year), theirs.counts, theirs.untold) == ([2025], {Kept.HELD: 3}, 2026)


def test_one_partner_goes_up_in_another_and_nothing_is_lost(book, osdorp):
    new = book.partner("Buurtteam Nieuw-West")
    peter = book.person(osdorp, "Peter")
    jolanda = book.person(osdorp, since=YESTERDAY, is_fixed=True, stand_in_id=peter.id)
    book.person(osdorp, "Weg", until=TODAY)
    book.person(osdorp, "Komt", since=TOMORROW)
    book.agreement(osdorp, "loopt", agreed_on=YESTERDAY, look_again=TOMORROW)
    ended = book.agreement(osdorp, "klaar", agreed_on=YESTERDAY)
    book.db.call(partner_people.end_agreement, ended.id, TODAY)
    counted(book.db, osdorp, 2025, Kept.HELD, 7)
    assert book.db.call(partner_changes.merge, osdorp.id, new.id, **NOW).id == new.id

    old, now = book.card(osdorp), book.card(new)
    assert (old.is_ended, old.merged_into) == (True, "Buurtteam Nieuw-West")
    assert (old.persons, old.coming) == ([], [])
    assert [one.name for one in old.earlier] == ["Jolanda", "Komt", "Peter", "Weg"]
    assert {one.until for one in old.earlier} <= {TODAY, TOMORROW}
    assert {one.ended_on for one in old.agreements} == {TODAY}
    assert old.counts == {Kept.HELD: 7}

    assert [one.name for one in now.persons] == ["Jolanda", "Peter"]
    assert [one.name for one in now.coming] == ["Komt"]
    assert now.persons[0].stand_in_id == now.persons[1].id != peter.id
    assert (now.persons[0].since, now.persons[0].id == jolanda.id) == (TODAY, False)
    assert [(one.text, one.look_again) for one in now.agreements] == [("loopt", TOMORROW)]
    assert (now.counts, now.merged_into) == ({}, "")
    (came,) = now.merged_from
    assert (came.name, came.ended_on, came.counts) == (osdorp.name, TODAY, {Kept.HELD: 7})


def test_a_partner_that_went_up_twice_is_still_told(book, osdorp):
    second, third = book.partner("Tweede"), book.partner("Derde")
    stays = book.person(osdorp, "Noor", until=TOMORROW)
    book.db.call(partner_people.end_person, stays.id, TOMORROW)
    book.db.call(partner_changes.merge, osdorp.id, second.id, **NOW)
    book.db.call(partner_changes.merge, second.id, third.id, **NOW)
    assert [one.name for one in book.card(third).merged_from] == ["Tweede", osdorp.name]
    assert [one.until for one in book.card(third).persons] == [TOMORROW]


def test_what_ended_before_it_went_up_keeps_its_day(book, osdorp):
    new = book.partner("Nieuw")
    book.db.call(partner_changes.end, osdorp.id, YESTERDAY)
    book.db.call(partner_changes.merge, osdorp.id, new.id, **NOW)
    assert book.card(osdorp).partner.ended_on == YESTERDAY


def test_going_up_in_itself_twice_or_in_what_ended_is_refused(book, osdorp):
    new, gone = book.partner("Nieuw"), book.partner("Gestopt")
    book.db.call(partner_changes.end, gone.id, TODAY)

    def merge(one, into):
        return refused(book.db.call, partner_changes.merge, one.id, into.id, **NOW)

    assert merge(osdorp, osdorp) == {"into": "Dit is dezelfde partner. Kies een andere."}
    assert merge(osdorp, gone) == {"into": "Die partner is gestopt. Kies een andere."}
    book.db.call(partner_changes.merge, osdorp.id, new.id, **NOW)
    again = {"into": "Deze partner is al samengevoegd met een andere."}
    assert merge(osdorp, book.partner("Ander")) == again
    assert refused(book.db.call, partner_changes.bring_back, osdorp.id, **NOW).keys() == {"name"}


def test_nobody_is_shown_in_a_trace(book, osdorp):
    person = PartnerPerson(partner_id=osdorp.id, name="Jolanda")
    assert "Jolanda" not in repr(person)
    assert "Osdorp" not in repr(book.card(osdorp)) + repr(book.rows()[0])


def test_the_clock_of_tomorrow_shows_who_came(book, osdorp):
    book.person(osdorp, "komt", since=TOMORROW)
    assert book.card(osdorp, MONDAY + timedelta(days=1)).persons[0].name == "komt"
