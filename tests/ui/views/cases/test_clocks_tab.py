"""The clocks tab: what the law ends and what follows from agreements (US-8; R-206, R-210)."""

from dataclasses import fields, replace
from datetime import date, time, timedelta
from uuid import uuid4

import pytest
from contact_desk import AGREED, SHARE
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tab_desk import tab_desk

from hgkm_desktop import clock
from hgkm_desktop.rules.bodies import Promise
from hgkm_desktop.rules.clocks import Clock, Kind, begin
from hgkm_desktop.services import around_her
from hgkm_desktop.ui.views.cases.clock_form import ClockForm, FollowingForm, LongerForm
from hgkm_desktop.ui.views.cases.clocks_tab import ClocksTab
from hgkm_desktop.ui.widgets.strips import Banner

FRIDAY = clock.at(date(2026, 11, 20), time(21, 45))


@pytest.fixture
def clocks(sign_in, qtbot):
    with tab_desk(
        sign_in("Leyla"), qtbot, ClocksTab, at=clock.at(date(2026, 11, 23), time(9))
    ) as made:
        yield made


def run(clocks, running):
    clocks.desk.db.call(around_her.clock_set, clocks.case_id, None, running, now=clocks.desk.at)


def order(**more):
    return replace(
        begin(Kind.RESTRAINING_ORDER, clock.at(date(2026, 11, 20), time(21, 30))), **more
    )


def local(moment):
    return clock.local(moment).strftime("%d-%m %H.%M")


def card(clocks, kind):
    return next(each for each in clocks.tab.cards if each.running.kind is kind)


def at(clocks, day, hour=9):
    clocks.desk.at = clock.at(day, time(hour))
    clocks.refill()


def test_noors_order_is_noted_made_longer_and_never_too_long(clocks):
    clocks.push(clocks.tab.new_clock)
    form = clocks.form
    assert isinstance(form, ClockForm)
    form.day.set_value(date(2026, 11, 20))
    form.time.set_value(time(21, 30))
    assert "Het stopt ma 30 nov, 21.30." in form.days.accessibleDescription().replace(
        "\u2066", ""
    ).replace("\u2069", "")
    form.then.setPlainText("Hij mag weer naar huis.")
    form.who.setText("Leyla, vanaf 20.00")
    form.expert.set_value("yes")
    clocks.save()
    (running,) = clocks.standing.clocks.values()
    assert (local(running.ends), local(running.warns)) == ("30-11 21.30", "28-11 21.30")
    assert running.child_expert is True
    assert "dag 4 van 10 · stopt ma 30 nov, 21.30" in clocks.words
    assert "uiterlijk vr 18 dec" in clocks.words
    at(clocks, date(2026, 11, 29))
    clocks.push(card(clocks, Kind.RESTRAINING_ORDER).longer)
    longer = clocks.form
    assert isinstance(longer, LongerForm)
    longer.days.setText("29")
    clocks.save()
    assert longer.fields["days"].problem()
    longer.days.setText("28")
    clocks.save()
    (running,) = clocks.standing.clocks.values()
    assert local(running.ends) == "18-12 21.30"
    assert "Langer mag het niet duren." in clocks.words
    assert card(clocks, Kind.RESTRAINING_ORDER).longer is None


def test_a_time_out_has_no_place_and_ends_after_four_weeks(clocks):
    at(clocks, date(2026, 12, 1), 14)
    clocks.push(clocks.tab.new_clock)
    form = clocks.form
    form.kind.set_value(Kind.TIME_OUT)
    form.kind.changed.emit(Kind.TIME_OUT)
    assert form.days.text() == "28"
    assert "Schrijf nooit op waar die plek is." in form.then.accessibleDescription()
    assert not form.fields["child_expert"].isVisible()
    clocks.save()
    (running,) = clocks.standing.clocks.values()
    assert (local(running.ends), running.child_expert) == ("29-12 14.00", None)
    assert "nog 28 dagen" in clocks.words
    at(clocks, date(2026, 12, 15))
    assert "nog 14 dagen" in clocks.words
    assert not {"address", "place", "where"} & {each.name for each in fields(Clock)}


def test_moving_the_start_moves_the_end(clocks):
    run(clocks, order())
    clocks.push(card(clocks, Kind.RESTRAINING_ORDER).change)
    form = clocks.form
    form.day.set_value(date(2026, 11, 21))
    clocks.save()
    (running,) = clocks.standing.clocks.values()
    assert local(running.ends) == "01-12 21.30"
    assert clocks.focus.accessibleName() == "Pas aan: " + card(clocks, Kind.RESTRAINING_ORDER).name


@pytest.mark.parametrize("typed", ["", "tien", "0", "-3", "2.5", "29", "9999"])
def test_a_length_that_cannot_be_is_said_at_its_field(clocks, typed):
    clocks.push(clocks.tab.new_clock)
    clocks.form.days.setText(typed)
    clocks.save()
    assert clocks.form.fields["days"].problem()
    assert clocks.standing.clocks == {}


def test_on_day_eight_it_is_said_that_it_stops_soon(clocks):
    run(clocks, order())
    at(clocks, date(2026, 11, 28), 21)
    assert not clocks.tab.findChildren(Banner)
    at(clocks, date(2026, 11, 28), 22)
    assert "Dit stopt bijna. Spreek met haar af wie er dan is." in clocks.words
    at(clocks, date(2026, 12, 1))
    QTest.qWait(0)
    assert not clocks.tab.findChildren(Banner)
    assert "gestopt" in clocks.words


def test_it_stands_in_red_when_nobody_is_there(clocks):
    run(clocks, order())
    assert "Nog niemand" in clocks.words
    assert "Nog niet afgesproken" in clocks.words
    clocks.push(card(clocks, Kind.RESTRAINING_ORDER).change)
    clocks.form.who.setText("Imane, vanaf 17.00")
    clocks.save()
    assert "Nog niemand" not in clocks.words
    assert "Imane, vanaf 17.00" in clocks.words


def test_what_follows_from_agreements_is_there_by_itself(clocks):
    at(clocks, date(2026, 11, 24))
    clocks.desk.agree(clocks.case_id, replace(AGREED, until=date(2026, 12, 3)))
    clocks.desk.answer(clocks.case_id, replace(SHARE, until=date(2026, 11, 25)))
    made = Promise(
        uuid4(), "Jolanda belt terug.", "het Buurtteam", date(2026, 11, 25), otherwise="Wij bellen."
    )
    clocks.desk.db.call(around_her.promise, clocks.case_id, made, now=clocks.desk.at)
    kinds = {each.running.kind for each in clocks.tab.cards}
    assert kinds == {Kind.CONTACT, Kind.CONSENT, Kind.PROMISE}
    for words in (
        "Toestemming: Buurtteam",
        "We delen niets meer met: Buurtteam.",
        "Bellen stopt, tot we het opnieuw vragen.",
        "Belofte van het Buurtteam",
        "Wij bellen.",
        "nog 9 dagen",
        "morgen",
    ):
        assert words in clocks.words
    assert clocks.standing.clocks == {}


def test_who_is_there_can_be_noted_of_them_too(clocks):
    clocks.desk.answer(clocks.case_id, SHARE)
    clocks.push(card(clocks, Kind.CONSENT).change)
    form = clocks.form
    assert isinstance(form, FollowingForm)
    form.who.setText("Leyla vraagt het in een gesprek")
    clocks.save()
    assert "Leyla vraagt het in een gesprek" in clocks.words
    assert [each.running.kind for each in clocks.tab.cards] == [Kind.CONSENT]
    assert clocks.standing.consents == {**clocks.standing.consents}


def test_only_what_the_law_ends_is_put_away_and_after_a_question(clocks):
    asked = []
    clocks.desk.ctx.asked.connect(asked.append)
    clocks.desk.answer(clocks.case_id, SHARE)
    run(clocks, order())
    assert card(clocks, Kind.CONSENT).away is None
    clocks.push(card(clocks, Kind.RESTRAINING_ORDER).away)
    assert clocks.standing.clocks
    asked[-1].then()
    assert clocks.standing.clocks == {}
    assert clocks.focus is clocks.tab.new_clock


def test_what_ends_first_stands_in_front_and_tab_follows(clocks):
    run(clocks, begin(Kind.TIME_OUT, FRIDAY))
    run(clocks, order())
    clocks.desk.answer(clocks.case_id, SHARE)
    kinds = [each.running.kind for each in clocks.tab.cards]
    assert kinds == [Kind.RESTRAINING_ORDER, Kind.TIME_OUT, Kind.CONSENT]
    QTest.qWait(20)
    clocks.tab.cards[0].change.setFocus()
    wanted = [stop for each in clocks.tab.cards for stop in each.stops()]
    seen = []
    for _ in range(len(wanted) + 1):
        seen.append(clocks.focus)
        clocks.press(Qt.Key.Key_Tab)
    assert seen == [*wanted, clocks.tab.new_clock]


def test_a_clock_that_begins_later_says_so(clocks):
    run(clocks, order(starts=clocks.desk.at + timedelta(days=2)))
    assert "begint wo 25 nov, 9.00" in clocks.words


def test_while_names_are_hidden_neither_names_nor_words_are_seen(clocks):
    run(clocks, order(then="Hij mag weer naar huis.", who="Leyla"))
    clocks.desk.answer(clocks.case_id, SHARE)
    clocks.veil()
    for hidden in ("Buurtteam", "Leyla", "naar huis", "Jolanda"):
        assert hidden not in clocks.words
    assert "dag 4 van 10" in clocks.words
    assert all(each.change is None for each in clocks.tab.cards)
