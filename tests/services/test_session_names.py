"""Names on lists are forgotten some weeks after the session; counts stay (FACTS.md 4.4)."""

from datetime import timedelta

import pytest
from meeting import NOW, TUESDAY, WEEK, planned, register
from plain_pages import plain_pages
from sqlalchemy.orm import Session
from standing_beside import AGREED

from hgkm_desktop.errors import Invalid
from hgkm_desktop.models import AuditLine, InformationSession, Registration
from hgkm_desktop.models.codes import Act, Language
from hgkm_desktop.rules.sessions import ChildAge, NameKind, Place, Reading, Source
from hgkm_desktop.services import (
    attendance,
    information_sessions,
    organisation,
    registration_files,
    registrations,
    session_names,
    session_reach,
)
from hgkm_desktop.services.registration_files import Preview
from hgkm_desktop.services.registrations import NewRegistration

DAY = timedelta(days=1)


@pytest.fixture
def list_id(db):
    return planned(db).id


def ends(db, list_id):
    return db.call(information_sessions.get, list_id).ends_at


def forget(db, now):
    return db.call(session_names.forget, now=now)


def people(db, list_id):
    return db.call(registrations.of_session, list_id)


def test_names_are_kept_for_thirty_days_when_nobody_chose(db, list_id):
    register(db, list_id, "Hodan")
    assert db.call(session_names.kept_for) == 30
    assert forget(db, ends(db, list_id) + 30 * DAY) == 0
    assert [one.name for one in people(db, list_id)] == ["Hodan"]
    assert forget(db, ends(db, list_id) + 30 * DAY + timedelta(seconds=1)) == 1
    assert [one.name for one in people(db, list_id)] == [""]


def test_a_coordinator_chooses_how_long(db, list_id, sign_in):
    register(db, list_id, "Hodan")
    sign_in("Salma").call(session_names.keep_for, 7)
    assert db.call(session_names.kept_for) == 7
    assert forget(db, ends(db, list_id) + 7 * DAY) == 0
    assert forget(db, ends(db, list_id) + 8 * DAY) == 1


@pytest.mark.parametrize("days", [0, -1, 366])
def test_for_ever_and_not_at_all_cannot_be_chosen(sign_in, days):
    salma = sign_in("Salma")
    with pytest.raises(Invalid) as refused:
        salma.call(session_names.keep_for, days)
    assert refused.value.problems == {"days": "Kies 1 tot en met 365 dagen."}
    assert salma.call(organisation.get).names_days == 30


@pytest.mark.parametrize("days", [1, 365])
def test_the_shortest_and_the_longest_can_be_chosen(sign_in, days):
    sign_in("Salma").call(session_names.keep_for, days)
    assert sign_in("Bea").call(session_names.kept_for) == days


def test_what_is_counted_stays_and_what_is_hers_goes(db, list_id):
    given = {
        "language": Language.SOMALI,
        "reading": Reading.ALOUD,
        "children": 2,
        "child_ages": (ChildAge.UNDER_4,),
        "source": Source.FRIEND,
    }
    hodan = register(db, list_id, "Hodan", **given).registration
    register(db, list_id, "de rode jas", kind=NameKind.ALIAS)
    db.call(session_reach.agree, hodan.id, AGREED, **NOW)
    db.call(attendance.tick, hodan.id, is_here=True)
    before = db.call(registrations.counts, list_id)
    forget(db, ends(db, list_id) + 31 * DAY)
    first, second = people(db, list_id)
    assert (first.name, first.kind, first.sealed, first.child_ages) == (
        "",
        NameKind.NUMBER,
        None,
        (),
    )
    assert (second.name, second.kind) == ("", NameKind.NUMBER)
    assert (first.number, first.is_here, first.place) == (1, True, Place.HAS_PLACE)
    assert (first.language, first.children) == (Language.SOMALI, 2)
    assert db.call(registrations.counts, list_id) == before
    assert db.call(information_sessions.get, list_id).names_gone


def test_a_list_is_forgotten_once_and_others_are_left_alone(db, list_id):
    later = planned(db, TUESDAY + 5 * WEEK).id
    for to in (list_id, later):
        register(db, to, "Hodan")
    moment = ends(db, list_id) + 31 * DAY
    assert [forget(db, moment), forget(db, moment)] == [1, 0]
    assert [one.name for one in people(db, later)] == ["Hodan"]


def test_a_session_that_was_called_off_is_forgotten_too(db):
    one = planned(db)
    register(db, one.id, "Hodan")
    db.call(information_sessions.call_off, one.id, one.version, "ziek")
    forget(db, one.ends_at + 31 * DAY)
    assert [each.name for each in people(db, one.id)] == [""]


def test_a_session_that_is_held_again_has_names_again_and_forgets_these_too(db, list_id):
    forget(db, ends(db, list_id) + 31 * DAY)
    known = db.call(information_sessions.get, list_id)
    known.starts_at, known.ends_at = (at + 10 * WEEK for at in (known.starts_at, known.ends_at))
    db.call(information_sessions.save, known, **NOW)
    register(db, list_id, "Idil")
    assert forget(db, ends(db, list_id)) == 0
    assert forget(db, ends(db, list_id) + 31 * DAY) == 1
    assert [one.name for one in people(db, list_id)] == [""]


def test_whoever_signs_in_first_lets_the_names_be_forgotten(sign_in, list_id, db):
    """An administrator sees no list, and may be the only one for weeks."""
    register(db, list_id, "Hodan")
    assert forget(sign_in("Bea"), ends(db, list_id) + 31 * DAY) == 1


def test_a_clock_that_jumps_ahead_forgets_nothing_that_was_not_due_on_an_earlier_day(db, list_id):
    register(db, list_id, "Hodan")
    due = ends(db, list_id) + 31 * DAY
    assert db.call(session_names.forget_due, now=due) == 0, "nobody worked on a day it was due"
    register(db, planned(db, TUESDAY + 9 * WEEK).id, "Idil")
    assert db.call(session_names.forget_due, now=due) == 0
    assert [one.name for one in people(db, list_id)] == ["Hodan"]


def test_the_first_day_of_a_log_forgets_nothing_and_a_later_day_what_was_due(
    desk, sign_in, db, list_id
):
    register(db, list_id, "Hodan")
    assert db.call(session_names.forget_due, **NOW) == 0
    due = ends(db, list_id) + 31 * DAY
    desk.now = lambda: due
    later = sign_in("Joke")
    register(later, planned(later, TUESDAY + 9 * WEEK).id, "Idil")
    assert later.call(session_names.forget_due, now=due) == 0
    assert later.call(session_names.forget_due, now=due + DAY) == 1
    assert [one.name for one in people(db, list_id)] == [""]


def test_the_log_says_of_which_list_and_windows_hear_it(db, list_id):
    heard = []
    db.on_change(heard.append)
    forget(db, ends(db, list_id) + 31 * DAY)
    assert heard == [frozenset({InformationSession, Registration})]
    with Session(db.engine) as session:
        last = session.query(AuditLine).order_by(AuditLine.seq.desc()).first()
    assert (last.act, last.kind, last.record_id) == (Act.DELETE, "registration", list_id)


def test_a_form_that_stood_open_while_names_were_forgotten_loses_nothing_else(db, list_id):
    """The version is not counted up: what staff typed meanwhile is no conflict."""
    known = db.call(information_sessions.get, list_id)
    forget(db, ends(db, list_id) + 31 * DAY)
    known.place = "zaal 2"
    db.call(information_sessions.save, known, **NOW)
    assert db.call(information_sessions.get, list_id).names_gone


def test_no_page_of_the_file_holds_a_forgotten_name_any_more(db, desk, list_id):
    """Neither a free page nor what is left behind where a page was divided, at any length."""
    later = planned(db, TUESDAY + 9 * WEEK).id
    for to, word in ((list_id, "zevenblad"), (later, "hondsdraf")):
        good = ((n, NewRegistration(word + "x" * (n % 31), NameKind.ALIAS)) for n in range(2_000))
        db.call(registration_files.take_in, to, Preview(tuple(good), ()))
    some = people(db, list_id)[::50]
    for one in some[:20]:
        db.call(session_reach.agree, one.id, AGREED, **NOW)
    gone = [register(db, later, "zevenblad").registration.id for _ in range(30)]
    db.call(registrations.remove_all, gone)
    sealed = [one.sealed[40:200] for one in people(db, list_id) if one.sealed is not None]
    key = desk.keys["Joke"].bundle.database
    assert db.problems() == []
    before = plain_pages(desk.vault.database, key)
    assert before.count(b"zevenblad") >= 2_000 and all(part in before for part in sealed)
    assert len(sealed) == 20
    forget(db, ends(db, list_id) + 31 * DAY)
    db.close()
    after = plain_pages(desk.vault.database, key)
    assert after.count(b"zevenblad") == 0
    assert not any(part in after for part in sealed)
    assert after.count(b"hondsdraf") >= 2_000


def test_whoever_is_on_another_list_is_there_as_she_was(db, list_id, sign_in):
    later = planned(db, TUESDAY + 9 * WEEK).id
    for number in range(200):
        register(db, later, f"Naam{number}", children=number % 3, language=Language.ARABIC)
    hodan = people(db, later)[7]
    db.call(session_reach.agree, hodan.id, AGREED, **NOW)
    register(db, list_id, "Idil")
    before = people(db, later)
    forget(db, ends(db, list_id) + 31 * DAY)
    after = people(db, later)
    assert [vars_of(one) for one in after] == [vars_of(one) for one in before]
    assert db.problems() == []
    (told,) = sign_in("Leyla").call(session_reach.to_tell, later, **NOW)
    assert told.registration.name == hodan.name


def vars_of(one):
    return {column.key: getattr(one, column.key) for column in Registration.__table__.columns}
