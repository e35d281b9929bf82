"""What takes the same time, in one sentence each."""

from datetime import time, timedelta

from desk import MONDAY
from panel_desk import AFTER
from week_desk import TODAY, at, programme

from hgkm_desktop.rules.appointment import Afterwards
from hgkm_desktop.rules.going_along import FixedKind, Side, State
from hgkm_desktop.services import appointment_afterwards, appointments
from hgkm_desktop.services.conflicts import Clash, Conflict
from hgkm_desktop.ui.views.appointments.clash_words import clash_lines
from hgkm_desktop.ui.views.appointments.panel_foot import Ask


def said(it, *clashes):
    lines = clash_lines(clashes, it.panel.about.names, veiled=False)
    return [line.replace("\u2066", "").replace("\u2069", "") for line in lines]


def test_our_own_programme_and_the_network_meeting_are_named(it, sign_in):
    programme(sign_in("Joke"), day=0, begins=time(14), ends=time(16))
    programme(sign_in("Joke"), "Overleg West", day=0, kind=FixedKind.NETWORK_MEETING)
    it.panel.show_visit(it.panel.visit_id)
    words = it.words()
    assert "Naailes is tegelijk, 14.00 – 16.00." in words
    assert "Overleg West is tegelijk, 14.00 – 16.00." in words


def test_over_midnight_only_its_beginning_is_said(it, going):
    late = at(TODAY, 23)
    night = Conflict(going.imane, Clash.VISIT, late, late + timedelta(hours=3))
    assert said(it, night) == ["Imane gaat dan ergens anders mee, vanaf 23.00."]
    nameless = Conflict(None, Clash.NETWORK_MEETING, late, late + timedelta(minutes=30))
    assert said(it, nameless) == ["Het netwerkoverleg is tegelijk, 23.00 – 23.30."]


def test_over_midnight_the_panel_says_both_days(it, leyla):
    visit = it.visit()
    times = at(TODAY, 23), at(TODAY + timedelta(days=1), 1)
    leyla.call(appointments.move, visit.id, visit.version, *times, Side.US, now=MONDAY)
    assert it.panel.head.when.text() == "Vandaag, 23.00 – morgen 1.00"


def test_what_is_over_can_only_be_changed(it, leyla):
    visit = it.visit()
    told = Afterwards(TODAY)
    leyla.call(appointment_afterwards.save, visit.id, visit.version, told, (), now=AFTER)
    it.panel.show_visit(visit.id, after=False)
    assert it.visit().state is State.HELD
    it.ask(Ask.MORE)
    assert [each.text() for each in it.overlay.buttons] == ["Verander"]
