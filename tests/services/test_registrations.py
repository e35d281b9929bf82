"""Who is on the list of a session: first names, aliases or numbers, and never more (R-003)."""

from uuid import UUID

import pytest
from desk import MONDAY
from meeting import planned, register
from sqlalchemy.orm import Session

from hgkm_desktop.errors import Conflict, Invalid
from hgkm_desktop.models import AuditLine, Registration
from hgkm_desktop.models.codes import Act, Language
from hgkm_desktop.rules.sessions import ChildAge, NameKind, Place, Reading, Source
from hgkm_desktop.services import (
    attendance,
    registrations,
    session_names,
)
from hgkm_desktop.services.registrations import NewRegistration

EVERYTHING = {
    "language": Language.SOMALI,
    "reading": Reading.ALOUD,
    "children": 2,
    "child_ages": (ChildAge.UNDER_4, ChildAge.FROM_4),
    "source": Source.FRIEND,
}


@pytest.fixture
def list_id(db):
    return planned(db).id


def names(db, list_id):
    return [one.name for one in db.call(registrations.of_session, list_id)]


def test_a_list_is_in_the_order_of_registering_and_numbered(db, list_id):
    for name in ("Samira", "Amal", ""):
        register(db, list_id, name)
    rows = db.call(registrations.of_session, list_id)
    assert [(one.number, one.name) for one in rows] == [(1, "Samira"), (2, "Amal"), (3, "")]


def test_what_was_said_of_her_is_kept(db, list_id):
    done = register(db, list_id, "Hodan Y.", **EVERYTHING)
    (kept,) = db.call(registrations.of_session, list_id)
    assert kept.id == done.registration.id
    assert {name: getattr(kept, name) for name in EVERYTHING} == EVERYTHING
    assert (kept.kind, kept.is_here, kept.sealed) == (NameKind.FIRST_NAME, False, None)


def test_of_a_name_only_the_first_is_kept_and_it_is_said(db, list_id):
    done = register(db, list_id, "Hodan Yusuf Abdi")
    assert (done.registration.name, done.is_shorter) == ("Hodan", True)
    assert names(db, list_id) == ["Hodan"]


def test_she_may_be_an_alias_or_a_number_alone(db, list_id):
    register(db, list_id, "de rode jas", kind=NameKind.ALIAS)
    register(db, list_id, "Hodan", kind=NameKind.NUMBER)
    register(db, list_id, "")
    kinds = [(one.kind, one.name) for one in db.call(registrations.of_session, list_id)]
    assert kinds == [
        (NameKind.ALIAS, "de rode jas"),
        (NameKind.NUMBER, ""),
        (NameKind.NUMBER, ""),
    ]


@pytest.mark.parametrize("typed", ["06 1234 5678", "hodan@nisa.example", "x" * 41])
def test_what_is_no_name_is_refused_beside_the_name(db, list_id, typed):
    with pytest.raises(Invalid) as refused:
        register(db, list_id, typed)
    assert set(refused.value.problems) == {"name"}
    assert names(db, list_id) == []


def test_a_number_nobody_may_keep_is_refused_in_an_alias_too(db, list_id):
    with pytest.raises(Invalid):
        register(db, list_id, "wachtwoord: Zomer77!", kind=NameKind.ALIAS)


@pytest.mark.parametrize("children", [-1, 13])
def test_a_number_of_children_nobody_means_is_refused(db, list_id, children):
    with pytest.raises(Invalid) as refused:
        register(db, list_id, children=children)
    assert set(refused.value.problems) == {"children"}


def test_ages_without_children_are_not_kept(db, list_id):
    done = register(db, list_id, child_ages=(ChildAge.FROM_8,))
    assert done.registration.child_ages == ()


def test_the_same_name_twice_is_warned_of_and_never_refused(db, list_id):
    """Sisters share a first name."""
    assert register(db, list_id, "Fatıma").twins == 0
    assert register(db, list_id, "FATIMA").twins == 1
    assert register(db, list_id, "Fatima Yusuf").twins == 2
    assert len(names(db, list_id)) == 3


def test_two_without_a_name_are_no_twins(db, list_id):
    register(db, list_id, "")
    assert register(db, list_id, "").twins == 0


def test_a_twin_on_another_list_is_none(db, list_id):
    register(db, planned(db).id, "Hodan")
    assert register(db, list_id, "Hodan").twins == 0


def test_who_was_put_on_by_mistake_leaves_nothing(db, list_id):
    hodan = register(db, list_id, "Hodan").registration
    db.call(registrations.remove, hodan.id)
    assert names(db, list_id) == []
    with pytest.raises(Conflict, match="Ze staat niet meer op de lijst"):
        db.call(registrations.remove, hodan.id)


def test_everybody_of_a_file_is_taken_off_again_and_who_is_gone_stays_gone(db, list_id):
    kept = register(db, list_id, "Amal").registration
    ids = [register(db, list_id, f"{number}").registration.id for number in range(3)]
    db.call(registrations.remove, ids[0])
    db.call(registrations.remove_all, ids)
    db.call(registrations.remove_all, [])
    assert names(db, list_id) == [kept.name]


def test_what_was_changed_of_her_is_kept_and_checked_like_new(db, list_id):
    register(db, list_id, "Idil")
    hodan = register(db, list_id, "Hodan").registration
    hodan.name, hodan.children, hodan.language = "Idil Yusuf", 1, Language.ARABIC
    done = db.call(registrations.change, hodan)
    assert (done.registration.name, done.is_shorter, done.twins) == ("Idil", True, 1)
    (_, kept) = db.call(registrations.of_session, list_id)
    assert (kept.children, kept.language, kept.number) == (1, Language.ARABIC, 2)
    kept.name = "06 12345678"
    with pytest.raises(Invalid):
        db.call(registrations.change, kept)


def test_her_place_and_her_tick_are_not_changed_by_a_form(db, list_id):
    held = register(db, list_id, "Amal").registration
    held.is_here, held.place, held.number = True, Place.CANCELLED, 9
    db.call(registrations.change, held)
    (kept,) = db.call(registrations.of_session, list_id)
    assert (kept.is_here, kept.place, kept.number) == (False, Place.HAS_PLACE, 1)


def test_who_changes_what_another_changed_first_hears_it(db, list_id, sign_in):
    mine = register(db, list_id, "Hodan").registration
    hanan = sign_in("Hanan")
    (hers,) = hanan.call(registrations.of_session, list_id)
    hers.name = "Idil"
    hanan.call(registrations.change, hers)
    mine.name = "Amal"
    with pytest.raises(Conflict, match="Iemand anders was je voor"):
        db.call(registrations.change, mine)
    assert names(db, list_id) == ["Idil"]


def test_two_who_cancel_and_tick_the_same_one_lose_nothing(db, list_id, sign_in):
    hodan = register(db, list_id, "Hodan").registration
    sign_in("Hanan").call(attendance.tick, hodan.id, is_here=True)
    db.call(registrations.cancel, hodan.id)
    (kept,) = db.call(registrations.of_session, list_id)
    assert (kept.place, kept.is_here) == (Place.CANCELLED, False)


def test_a_list_whose_names_are_forgotten_takes_no_name_any_more(db, list_id):
    hodan = register(db, list_id, "Hodan").registration
    db.call(session_names.forget, now=MONDAY.replace(year=2027))
    with pytest.raises(Conflict, match="namen van deze bijeenkomst zijn weg"):
        register(db, list_id, "Idil")
    hodan.name = "Hodan"
    with pytest.raises(Conflict, match="namen van deze bijeenkomst zijn weg"):
        db.call(registrations.change, hodan)
    assert names(db, list_id) == [""]


def test_what_is_not_there_is_said_so(db, list_id):
    for service, given in (
        (registrations.counts, (UUID(int=1),)),
        (registrations.register, (UUID(int=1), NewRegistration("Hodan"))),
        (registrations.cancel, (list_id,)),
        (registrations.comes_after_all, (list_id,)),
        (registrations.change, (Registration(session_id=list_id),)),
    ):
        with pytest.raises(Conflict):
            db.call(service, *given)


def test_the_log_says_that_somebody_worked_on_a_list_and_not_on_whom(db, list_id):
    """A line for each would tell who brought whom."""
    done = register(db, list_id, "Hodan", source=Source.FRIEND).registration
    done.name = "Idil"
    db.call(registrations.change, done)
    db.call(registrations.cancel, done.id)
    db.call(registrations.remove_all, [done.id])
    with Session(db.engine) as session:
        lines = session.query(AuditLine).filter_by(kind="registration").all()
    assert [(line.act, line.record_id) for line in lines] == [(Act.CHANGE, list_id)] * 4
    assert done.id.hex not in {line.record_id and line.record_id.hex for line in lines}


def test_whoever_shows_a_list_hears_that_it_changed(db, list_id):
    heard = []
    db.on_change(heard.append)
    hodan = register(db, list_id, "Hodan").registration
    db.call(registrations.remove_all, [hodan.id])
    assert all(Registration in kinds for kinds in heard) and len(heard) == 2


def test_nothing_of_her_is_in_a_repr(db, list_id):
    new = NewRegistration("Hodan", children=3)
    done = db.call(registrations.register, list_id, new)
    assert "Hodan" not in repr((new, done, done.registration))
