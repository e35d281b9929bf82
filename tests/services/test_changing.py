"""Keeping what several may change: new ones are added, and nobody overwrites anybody."""

import pytest
from going import ID

from hgkm_desktop.errors import Conflict
from hgkm_desktop.models import Partner
from hgkm_desktop.services.changing import changed


def all_of(session):
    return session.query(Partner).all()


def gone(session):
    for partner in all_of(session):
        session.delete(partner)


def test_a_new_one_is_added_and_a_changed_one_kept(db):
    made = db.call(changed, Partner(name="Oost"))
    assert made.version == 1
    made.name = "Oosterpark"
    kept = db.call(changed, made)
    assert (kept.id, kept.name, kept.version) == (made.id, "Oosterpark", 2)
    assert [each.name for each in db.call(all_of)] == ["Oosterpark"]


def test_saving_what_did_not_change_is_no_change(db):
    made = db.call(changed, Partner(name="Oost"))
    assert db.call(changed, made).version == 1


def test_whoever_comes_second_hears_of_it(db, sign_in):
    other = sign_in("Salma")
    mine = db.call(changed, Partner(name="Oost"))
    (hers,) = other.call(all_of)
    mine.name, hers.name = "West", "Noord"
    db.call(changed, mine)
    with pytest.raises(Conflict) as conflict:
        other.call(changed, hers)
    assert conflict.value.title and conflict.value.hint
    assert [each.name for each in db.call(all_of)] == ["West"]


def test_what_another_took_away_does_not_come_back(db, sign_in):
    mine = db.call(changed, Partner(name="Oost"))
    sign_in("Salma").call(gone)
    with pytest.raises(Conflict):
        db.call(changed, mine)
    assert db.call(all_of) == []


def test_a_second_new_one_under_the_same_id_is_a_conflict(db):
    db.call(changed, Partner(id=ID, name="Oost"))
    with pytest.raises(Conflict):
        db.call(changed, Partner(id=ID, name="West"))
    assert [each.name for each in db.call(all_of)] == ["Oost"]
