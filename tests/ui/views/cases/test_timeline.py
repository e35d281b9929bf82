"""The timeline: everything that was noted, the newest first, in words for people."""

from datetime import timedelta
from uuid import uuid4

import pytest
from cases_window import LARGE, cases_window
from desk import MONDAY
from opened_case import TODAY, agree, furnish, note, on, open_case, yes
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hgkm_desktop.rules.bodies import Agreement, Household, Promise, Score
from hgkm_desktop.rules.clocks import Kind, begin
from hgkm_desktop.rules.contact import Channel
from hgkm_desktop.rules.holding import Ending, Reason, Waiting
from hgkm_desktop.rules.lists import Outcome, Purpose, Voice
from hgkm_desktop.services import around_her, cases, consents, holders, members, safe_contact
from hgkm_desktop.ui.views.cases import moments, telling


@pytest.fixture
def leyla(sign_in):
    return sign_in("Leyla")


@pytest.fixture
def roos(leyla):
    return open_case(leyla)


@pytest.fixture
def lines(leyla, qtbot, qapp):
    """Open the timeline of a case."""
    opened = []

    def open_for(case_id):
        context = cases_window(leyla, qtbot, qapp, size=LARGE)
        made = context.__enter__()
        opened.append(context)
        made.view.way.open_case.emit(case_id)
        made.timeline = made.view.pages.case.tabs.part("timeline")
        made.timeline.lines._go_to(99)
        QTest.qWait(0)
        return made

    yield open_for
    for context in opened:
        context.__exit__(None, None, None)


def told(db, case_id, veiled=False):
    page = db.call(cases.page, case_id)
    names = db.call(members.names)
    teller = moments.Teller(page, names, TODAY, veiled, "Roos", MONDAY)
    return telling.timeline(teller)


def titles(db, case_id):
    return [moment.title for moment in told(db, case_id)]


def test_a_furnished_case_reads_from_new_to_old(leyla):
    case_id = furnish(leyla)
    found = told(leyla, case_id)
    assert [moment.at for moment in found] == sorted((m.at for m in found), reverse=True)
    assert found[0].title == "Notitie"
    assert found[-1].title == "Begeleiding begonnen"
    assert sum(moment.title == "Notitie" for moment in found) == 2


def test_a_score_says_what_it_was_before_by_the_same_voice(leyla, roos):
    for day, number, voice in (
        (12, 4, Voice.HERSELF),
        (13, 9, Voice.CHILD),
        (18, 5, Voice.HERSELF),
    ):
        score = Score(on(day).date(), number, voice, name="Sam" if voice is Voice.CHILD else "")
        leyla.call(around_her.score, roos, score, now=on(day))
    scores = [m for m in told(leyla, roos) if m.group == moments.SAFETY]
    assert [(m.title, m.who) for m in scores] == [
        ("Veiligheid: 5", "cijfer van Roos, was 4"),
        ("Veiligheid: 9", "cijfer van Sam"),
        ("Veiligheid: 4", "cijfer van Roos"),
    ]


def test_a_handover_in_all_its_steps(leyla, roos):
    consent = yes(Purpose.SHARE_WITH_PARTNER, on(2).date(), receiver="Blijf Groep")
    leyla.call(consents.answer, roos, consent, now=on(2))
    due = TODAY + timedelta(days=3)
    leyla.call(holders.offer, roos, "Blijf Groep", due, now=on(10))
    leyla.call(holders.end_handover, roos, Ending.REFUSED, now=on(11))
    leyla.call(holders.offer, roos, "Blijf Groep", due, now=on(12))
    waiting = Waiting("een plek", on(12).date(), "Leyla")
    leyla.call(holders.wait, roos, waiting, now=on(13))
    leyla.call(holders.accept, roos, "Jolanda", now=on(14))
    leyla.call(holders.talk, roos, now=on(15))
    leyla.call(holders.confirm, roos, now=on(16))
    leyla.call(holders.take, roos, now=on(17))
    acts = [(m.title, m.who) for m in told(leyla, roos) if m.group == moments.HANDOVER]
    assert acts == [
        ("Leyla houdt haar vast", "Leyla"),
        ("Overgedragen aan Blijf Groep", "Leyla · Jolanda"),
        ("Samen gesproken met Blijf Groep", "Leyla"),
        ("Blijf Groep neemt haar aan", "Leyla · Jolanda"),
        ("Op de lijst van Blijf Groep", "Leyla · een plek"),
        ("Aangeboden aan Blijf Groep", "Leyla · antwoord vóór do 26 nov"),
        (acts[6][0], "Leyla"),
        ("Aangeboden aan Blijf Groep", "Leyla · antwoord vóór do 26 nov"),
    ]
    assert acts[6][0].startswith("Blijf Groep: ")


def test_contact_reads_as_what_was_tried_and_agreed(leyla, roos):
    agree(leyla, roos)
    leyla.call(safe_contact.still_right, roos, now=on(9))
    tried = (Channel.CALL, Outcome.NO_ANSWER), (Channel.CALL, Outcome.SOMEBODY_ELSE)
    for hour, (channel, outcome) in enumerate(tried):
        leyla.call(safe_contact.tried, roos, channel, outcome, now=on(16, 10 + hour))
    leyla.call(safe_contact.incident, roos, "Hij kwam thuis", now=on(20))
    found = [m for m in told(leyla, roos) if m.group == moments.CONTACT]
    assert [m.title for m in found] == [
        "Er is iets gebeurd",
        "Bellen: iemand anders nam op",
        "Bellen: geen gehoor",
        "Opnieuw gevraagd: hoe bereiken we haar",
        "Afspraak over contact gemaakt",
        "Zij zei ja",
    ]
    assert found[0].text == "Hij kwam thuis"


def test_clocks_promises_and_agreements_are_told(leyla, roos):
    clock = begin(Kind.RESTRAINING_ORDER, on(13, 18))
    leyla.call(around_her.clock_set, roos, None, clock, now=on(13, 19))
    promise = Promise(uuid4(), "bellen", "Jolanda", TODAY)
    leyla.call(around_her.promise, roos, promise, now=on(14))
    kept = Promise(promise.id, "bellen", "Jolanda", TODAY, kept=True)
    leyla.call(around_her.promise, roos, kept, now=on(15))
    leyla.call(around_her.agreement, roos, Agreement(uuid4(), "Geen post"), now=on(16))
    leyla.call(around_her.household, roos, Household(circle="zus"), now=on(17))
    found = [(m.title, m.who) for m in told(leyla, roos)]
    assert ("Huisverbod begonnen", "10 dagen, tot maandag 23 november, 18.00") in found
    assert ("Belofte gehouden", "Jolanda") in found
    assert ("Belofte", "Jolanda · vóór vandaag") in found
    assert ("Met haar afgesproken", "Leyla") in found
    assert ("Huishouden ingevuld", "Leyla") in found


def test_planned_days_to_ask_after_her_stand_on_top(leyla, roos):
    consent = yes(Purpose.AFTERCARE_CHECK_IN, TODAY)
    leyla.call(consents.answer, roos, consent, now=on(23, 9))
    follow_up = TODAY + timedelta(days=14)
    leyla.call(
        holders.close, roos, Reason.MANAGES_HERSELF, follow_up, agreed_none=False, now=on(23, 10)
    )
    found = told(leyla, roos)
    assert [moment.planned for moment in found[:5]] == [True, True, True, True, False]
    assert found[4].title == "Gestopt, de deur blijft open"


def test_behind_the_veil_nothing_typed_is_told(leyla):
    case_id = furnish(leyla)
    found = told(leyla, case_id, veiled=True)
    everything = " ".join(f"{m.title} {m.who} {m.text}" for m in found)
    for hidden in ("Jolanda", "woning", "rust", "post", "Leyla", "School"):
        assert hidden not in everything


def test_filters_show_only_their_kind(leyla, lines):
    window = lines(furnish(leyla))
    chips = window.timeline.chips
    groups = "", moments.NOTES, moments.VISITS, moments.CONTACT, moments.HANDOVER
    for place, group in enumerate(groups):
        chips.chips[place].click()
        shown = {item.moment.group for item in window.timeline.lines.items}
        assert shown <= {group} if group else len(shown) > 3
        assert bool(shown) == (group != moments.VISITS)
    chips.chips[4].click()
    assert chips.values() == [""]


def test_a_correction_is_folded_under_its_note_and_unfolds_with_enter(leyla, lines):
    window = lines(furnish(leyla))
    item = next(each for each in window.timeline.lines.items if each.more)
    assert "Verbeterd op 11 nov. De eerste tekst blijft bewaard." in item.accessibleName()
    assert "Hij opent ook haar mail." not in item.accessibleName()
    item.setFocus()
    window.press(Qt.Key.Key_Return)
    assert "Ze vertelde dat hij de post openmaakt." in item.accessibleName()
    assert "Hij opent ook haar mail." in item.accessibleName()
    assert item.more is None
    assert window.focus is item


def test_a_long_note_shows_its_beginning_and_all_of_it_when_asked(leyla, roos, lines):
    note(leyla, roos, MONDAY, "begin " + "woord " * 200 + "einde")
    window = lines(roos)
    item = window.timeline.lines.items[0]
    assert "einde" not in item.accessibleName()
    item.more.click()
    assert "einde" in item.accessibleName()


def test_the_pencil_opens_the_page_for_that_note(leyla, roos, lines):
    first = note(leyla, roos, MONDAY, "Eerst")
    window = lines(roos)
    window.timeline.lines.items[0].improve.click()
    assert window.view.pages.here is window.view.pages.note
    assert window.view.pages.note._corrects == first


def test_her_own_words_beside_a_note_are_told_as_hers(leyla, roos, lines):
    first = note(leyla, roos, on(10), "Ze was stil.")
    note(leyla, roos, on(10), "Ik was moe.", corrects=first, voice=Voice.HERSELF, made=on(12))
    window = lines(roos)
    item = next(each for each in window.timeline.lines.items if each.moment.note)
    assert "Haar eigen woorden staan ernaast sinds 12 nov." in item.accessibleName()
    item.unfold()
    assert "Haar eigen woorden Ik was moe." in item.accessibleName()


def test_the_arrows_walk_the_lines_and_tab_reaches_the_buttons(leyla, lines):
    window = lines(furnish(leyla))
    items = window.timeline.lines.items
    items[-1].setFocus()
    window.press(Qt.Key.Key_Home)
    assert window.focus is items[0]
    window.press(Qt.Key.Key_Tab)
    assert window.focus is items[0].improve
    items[0].setFocus()
    window.press(Qt.Key.Key_Down)
    assert window.focus is items[1]
    assert all(item.accessibleName() for item in items)


def test_after_an_act_the_timeline_stays_where_it_was(leyla, lines):
    case_id = furnish(leyla)
    window = lines(case_id)
    made = len(window.timeline.lines.items)
    window.timeline.lines.items[5].setFocus()
    note(leyla, case_id, MONDAY, "Nieuw")
    assert len(window.timeline.lines.items) >= made
    assert window.timeline.lines.items.index(window.focus) == 5


def test_typed_markup_is_only_signs(leyla, roos, lines):
    note(leyla, roos, MONDAY, "<img src=x onerror=y> & <b>vet</b>")
    window = lines(roos)
    item = window.timeline.lines.items[0]
    assert "<b>vet</b>" in item.accessibleName()
    window.window.grab()
