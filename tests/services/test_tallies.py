from datetime import date

import pytest

from hgkm_desktop.errors import Invalid
from hgkm_desktop.models import TallyDay
from hgkm_desktop.models.codes import HelpTopic
from hgkm_desktop.services import tallies

TODAY, YESTERDAY = date(2026, 11, 23), date(2026, 11, 22)


def test_every_tap_counts_one(db):
    assert db.call(tallies.add, TODAY, HelpTopic.DEBT) == 1
    assert db.call(tallies.add, TODAY, HelpTopic.DEBT) == 2
    assert db.call(tallies.add, TODAY, HelpTopic.WORK, 3) == 3
    assert db.call(tallies.of_day, TODAY) == {HelpTopic.DEBT: 2, HelpTopic.WORK: 3}
    assert db.call(tallies.of_day, YESTERDAY) == {}


def test_a_tap_too_many_is_taken_back_and_never_below_nothing(db):
    db.call(tallies.add, TODAY, HelpTopic.DEBT)
    assert db.call(tallies.add, TODAY, HelpTopic.DEBT, -1) == 0
    assert db.call(tallies.add, TODAY, HelpTopic.DEBT, -1) == 0
    assert db.call(tallies.of_day, TODAY) == {}


def test_an_impossible_number_is_refused(db):
    db.call(tallies.add, TODAY, HelpTopic.DEBT, 9999)
    with pytest.raises(Invalid) as refused:
        db.call(tallies.add, TODAY, HelpTopic.DEBT)
    assert set(refused.value.problems) == {"count"}
    assert db.call(tallies.of_day, TODAY) == {HelpTopic.DEBT: 9999}


def test_two_at_the_desk_count_together(sign_in, db):
    hanan = sign_in("Hanan")
    for _tap in range(5):
        db.call(tallies.add, TODAY, HelpTopic.DEBT)
        hanan.call(tallies.add, TODAY, HelpTopic.DEBT)
    assert db.call(tallies.of_day, TODAY) == {HelpTopic.DEBT: 10}


def test_whoever_shows_the_numbers_hears_of_a_tap(db):
    heard = []
    db.on_change(heard.append)
    db.call(tallies.add, TODAY, HelpTopic.DEBT)
    db.call(tallies.of_day, TODAY)
    assert heard == [frozenset({TallyDay})]
