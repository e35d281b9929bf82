"""Everything that ends, in one row (US-8; R-206, R-210)."""

from dataclasses import replace
from datetime import date, time, timedelta
from uuid import uuid4

import pytest

from hgkm_desktop import clock
from hgkm_desktop.errors import Invalid
from hgkm_desktop.rules import clocks
from hgkm_desktop.rules.all_clocks import (
    CONTACT_ID,
    clocks_of,
    consent_id,
    ends_soon,
    promise_id,
)
from hgkm_desktop.rules.bodies import Consent, Promise
from hgkm_desktop.rules.clocks import Clock, Kind, Stage
from hgkm_desktop.rules.contact import Channel, SafeContact
from hgkm_desktop.rules.lists import ConsentForm, Purpose
from hgkm_desktop.rules.standing import Standing

DAY = date(2026, 11, 19)
NOW = clock.at(DAY, time(9, 5))
ORDER = clocks.begin(Kind.RESTRAINING_ORDER, clock.at(date(2026, 11, 20), time(21, 30)))


def local(moment):
    return clock.local(moment).strftime("%Y-%m-%d %H.%M")


def with_clock(running):
    return Standing(clocks={uuid4(): running})


def agreed(**given):
    told = SafeContact(channels=frozenset({Channel.CALL}), checked_on=date(2026, 11, 3))
    return replace(told, **given)


def consent(until, form=ConsentForm.ORAL, receiver="Huisarts"):
    purpose = Purpose.SHARE_WITH_PARTNER
    answer = Consent(purpose, form, date(2026, 10, 22), receiver=receiver, until=until)
    return {(purpose, receiver): answer}


def test_noors_order_ends_on_day_ten_warns_on_day_eight_and_stops_at_the_maximum():
    (running,) = clocks_of(with_clock(ORDER), NOW)
    assert local(running.ends) == "2026-11-30 21.30"
    assert local(running.clock.warns) == "2026-11-28 21.30"
    (longest,) = clocks_of(with_clock(ORDER.extended(28)), NOW)
    assert local(longest.ends) == "2026-12-18 21.30"
    with pytest.raises(Invalid):
        ORDER.extended(29)


def test_brams_time_out_ends_on_29_december_at_the_latest():
    stay = clocks.begin(Kind.TIME_OUT, clock.at(date(2026, 12, 1), time(14)))
    (running,) = clocks_of(with_clock(stay), clock.at(date(2026, 12, 15), time(9)))
    assert running.last_day == date(2026, 12, 29)
    assert running.days_left(clock.at(date(2026, 12, 15), time(9))) == 14
    assert running.stage is Stage.RUNNING
    with pytest.raises(Invalid):
        stay.extended(29)


@pytest.mark.parametrize("start", [date(2027, 3, 20), date(2026, 10, 20)])
def test_a_week_with_a_change_of_hour_is_as_long_as_any(start):
    order = clocks.begin(Kind.RESTRAINING_ORDER, clock.at(start, time(21, 30)))
    (running,) = clocks_of(with_clock(order), NOW)
    assert clock.local(running.ends).time() == time(21, 30)
    assert running.last_day == start + timedelta(days=10)
    assert (order.ends - order.warns) in (
        timedelta(hours=47),
        timedelta(days=2),
        timedelta(hours=49),
    )
    assert clock.local(order.warns).time() == time(21, 30)


def test_a_clock_of_the_computer_that_was_moved_backwards_breaks_nothing():
    (running,) = clocks_of(with_clock(ORDER), NOW - timedelta(days=400))
    assert running.stage is Stage.RUNNING
    assert running.share(NOW - timedelta(days=400)) == 0
    assert running.clock.day(NOW - timedelta(days=400)) == 1


def test_moving_the_start_moves_the_end():
    later = ORDER.moved(clock.at(date(2026, 11, 22), time(3)))
    (running,) = clocks_of(with_clock(later), NOW)
    assert local(running.ends) == "2026-12-02 03.00"


def test_what_the_law_ended_stays_until_somebody_puts_it_away():
    (running,) = clocks_of(with_clock(ORDER), NOW + timedelta(days=90))
    assert running.stage is Stage.ENDED
    assert running.is_of_the_law


def test_an_agreement_about_calling_holds_a_month_or_as_long_as_agreed():
    (month,) = clocks_of(Standing(contact=agreed()), NOW)
    assert (month.last_day, month.days_left(NOW)) == (date(2026, 12, 3), 14)
    assert month.share(NOW) == pytest.approx(0.5, abs=0.05)
    (shorter,) = clocks_of(Standing(contact=agreed(until=date(2026, 11, 21))), NOW)
    assert (shorter.last_day, shorter.stage) == (date(2026, 11, 21), Stage.ENDING)


def test_after_an_incident_or_with_a_check_from_the_future_it_has_ended():
    for told in (agreed(incident_on=DAY), agreed(checked_on=DAY + timedelta(days=2))):
        (running,) = clocks_of(Standing(contact=told), NOW)
        assert running.stage is Stage.ENDED


def test_without_an_agreement_nothing_ends():
    assert clocks_of(Standing(contact=agreed(channels=frozenset())), NOW) == []
    assert clocks_of(Standing(contact=agreed(checked_on=None)), NOW) == []
    assert clocks_of(Standing(), NOW) == []


def test_a_yes_with_a_last_day_is_a_clock_and_a_no_is_not():
    (running,) = clocks_of(Standing(consents=consent(date(2026, 11, 22))), NOW)
    assert (running.kind, running.days_left(NOW)) == (Kind.CONSENT, 3)
    assert running.consent.receiver == "Huisarts"
    for form in (ConsentForm.REFUSED, ConsentForm.WITHDRAWN, ConsentForm.ASKED):
        assert clocks_of(Standing(consents=consent(date(2026, 11, 22), form)), NOW) == []
    assert clocks_of(Standing(consents=consent(None)), NOW) == []


def test_an_answer_that_ran_out_is_told_for_a_month():
    told = Standing(consents=consent(date(2026, 11, 1)))
    assert [each.stage for each in clocks_of(told, NOW)] == [Stage.ENDED]
    assert clocks_of(told, NOW + timedelta(days=40)) == []


def test_a_promise_asks_attention_from_the_day_before():
    def at(by):
        made = Promise(uuid4(), "Belt terug", "Jolanda", by, otherwise="Wij bellen zelf.")
        return clocks_of(Standing(promises={made.id: made}), NOW)

    assert at(None) == []
    assert [each.stage for each in at(DAY + timedelta(days=2))] == [Stage.RUNNING]
    assert [each.stage for each in at(DAY + timedelta(days=1))] == [Stage.ENDING]
    (late,) = at(DAY - timedelta(days=1))
    assert (late.stage, late.then) == (Stage.ENDED, "Wij bellen zelf.")


def test_who_is_there_can_be_noted_of_what_follows_from_something_else():
    made = Promise(uuid4(), "Belt terug", "Jolanda", DAY, otherwise="Wij bellen zelf.")
    noted = {
        CONTACT_ID: Clock(Kind.CONTACT, NOW, 1, "Bellen stopt.", "Leyla"),
        consent_id(Purpose.SHARE_WITH_PARTNER, "Huisarts"): Clock(
            Kind.CONSENT, NOW, 1, "", "Imane"
        ),
        promise_id(made.id): Clock(Kind.PROMISE, NOW, 1, "We bellen om 12.30.", "Asha"),
    }
    standing = Standing(
        contact=agreed(),
        consents=consent(date(2026, 11, 22)),
        promises={made.id: made},
        clocks=noted,
    )
    promise, answer, contact = clocks_of(standing, NOW)
    assert (promise.then, promise.who, promise.last_day) == ("We bellen om 12.30.", "Asha", DAY)
    assert (answer.who, contact.who, contact.then) == ("Imane", "Leyla", "Bellen stopt.")


def test_what_ends_first_stands_in_front_and_soon_is_counted():
    standing = Standing(
        contact=agreed(), consents=consent(date(2026, 11, 22)), clocks={uuid4(): ORDER}
    )
    kinds = [each.kind for each in clocks_of(standing, NOW)]
    assert kinds == [Kind.CONSENT, Kind.RESTRAINING_ORDER, Kind.CONTACT]
    assert ends_soon(standing, NOW) == 1


def test_an_agreement_that_ran_out_long_ago_is_told_no_more():
    assert clocks_of(Standing(contact=agreed(checked_on=date(2026, 8, 1))), NOW) == []
