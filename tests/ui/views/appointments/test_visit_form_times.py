"""Times that cannot be, what is at the same time, and a face she does not know yet (R-051)."""

from datetime import date, time, timedelta

import pytest
from desk import MONDAY
from panel_desk import choose, save, saved
from week_desk import TODAY, at

from hgkm_desktop import clock
from hgkm_desktop.rules.going_along import AppointmentKind
from hgkm_desktop.services import appointment_list
from hgkm_desktop.ui.views.appointments.visit_form import open_visit_form


def test_not_met_asks_why(it, new):
    choose(new.who.person, "words")
    new.who.person_words.setText("Karin")
    new.who.met.answer.segments[1].click()
    save(it, new)
    assert it.overlay is new
    assert new.fields["not_met_reason"].problem()
    new.who.met.reason.setPlainText("Zij wil het zelf zo.")
    save(it, new)
    told = saved(it, new).details
    assert (told.has_met, told.not_met_reason) == (False, "Zij wil het zelf zo.")


def test_or_they_get_to_know_each_other_first(it, new, going):
    choose(new.who.partner, str(going.partner.id))
    choose(new.who.person, str(going.person.id))
    met = new.who.met
    met.answer.segments[1].click()
    met.first.click()
    assert not new.fields["not_met_reason"].isVisible()
    met.day.set_value(TODAY)
    met.hour.set_value(time(16))
    save(it, new)
    visit = saved(it, new)
    first = it.visit(visit.details.introduction_id)
    assert first.details.kind is AppointmentKind.INTRODUCTION
    assert (first.starts, first.ends) == (at(TODAY, 16), at(TODAY, 16, 30))
    assert (first.first, first.case_id) == (visit.first, going.case_id)
    assert first.details.person_id == going.person.id
    again = open_visit_form(it.ctx, it.window, visit=visit)
    assert not again.who.met.first.isVisibleTo(again)
    save(it, again)
    assert saved(it, again).details.introduction_id == first.id


def test_a_refused_visit_leaves_no_introduction_behind(it, new):
    choose(new.who.person, "words")
    new.who.person_words.setText("Karin")
    new.who.met.answer.segments[1].click()
    new.who.met.first.click()
    new.who.met.day.set_value(TODAY)
    new.when.length.set_text("0")
    save(it, new)
    assert new.fields["ends"].problem()
    days = it.ctx.call(appointment_list.between, TODAY, TODAY + timedelta(days=7), now=MONDAY)
    assert len(days.seen) == 1
    new.when.length.set_text("60")
    new.who.met.day.set_value(date(2040, 1, 1))
    save(it, new)
    assert "vóór de afspraak" in new.fields["introduction"].problem()
    new.who.met.day.set_value(date(2001, 1, 1))
    save(it, new)
    assert new.fields["introduction"].problem()


@pytest.mark.parametrize("minutes", ["0", "1800", "een uur", ""])
def test_no_hours_and_thirty_hours_are_refused_at_the_length(it, new, minutes):
    new.steps.show_step(2)
    new.when.length.set_text(minutes)
    save(it, new)
    assert it.overlay is new
    assert new.steps.current == 0
    assert new.fields["ends"].problem()


def test_a_year_nobody_means_is_refused_and_yesterday_only_warned_of(it, new):
    new.when.day.set_value(date(2062, 1, 1))
    save(it, new)
    assert new.fields["starts"].problem()
    new.when.day.set_value(TODAY - timedelta(days=1))
    assert "Deze tijd is al voorbij." in it.words(new)
    save(it, new)
    assert it.overlay is None


def test_what_is_at_the_same_time_warns_and_does_not_block(it, new):
    assert new.when.clashes.isHidden()
    new.when.day.set_value(TODAY)
    new.when.hour.set_value(time(14))
    assert "Leyla gaat dan ergens anders mee" in it.words(new)
    new.along.first.set_value(new.along.reserve.value())
    save(it, new)
    assert it.overlay is new
    assert new.steps.current == 1
    assert new.fields["reserve"].problem()
    choose(new.along.reserve, "")
    assert "Imane gaat dan ergens anders mee" in it.words(new.when.clashes)
    save(it, new)
    assert it.overlay is None


def test_over_midnight_and_through_the_clock_change_it_lasts_as_long_as_it_says(it, new):
    new.when.day.set_value(date(2027, 3, 27))
    new.when.hour.set_value(time(23, 30))
    new.when.length.chips.chips[3].click()
    assert it.focus is new.when.length.own
    new.when.length.own.setText("240")
    save(it, new)
    visit = saved(it, new)
    assert visit.ends - visit.starts == timedelta(hours=4)
    assert clock.local(visit.ends).time() == time(4, 30)
