"""Planning to go along with her: three calm parts, saved at once; and changing it (R-043)."""

from dataclasses import replace
from datetime import time

import pytest
from desk import MONDAY
from panel_desk import SECRET, choose, faults, save, saved
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from week_desk import TODAY, TUESDAY, at

from hgkm_desktop.rules.going_along import (
    AppointmentKind,
    ArrivalSignal,
    PlaceWord,
    Presence,
    Support,
    TimeStyle,
)
from hgkm_desktop.rules.lists import LifeDomain
from hgkm_desktop.services import appointments, partner_changes, partner_people
from hgkm_desktop.ui.views.appointments.visit_form import open_visit_form


def test_everything_of_the_three_parts_is_kept(it, new, going):
    who, when, along, talk = new.who, new.when, new.along, new.all.talk
    choose(who.kind, AppointmentKind.VEILIG_THUIS)
    choose(who.partner, str(going.partner.id))
    choose(new.who.person, str(going.person.id))
    who.met.answer.segments[0].click()
    when.length.chips.chips[2].click()
    when.meet_at.setText("9:30")
    when.meet_where.setText("hier")
    when.place.setText("aan de gracht")
    choose(when.signal, ArrivalSignal.RING)
    along.knows_first.setChecked(True)
    along.presence.set_value(Presence.INSIDE)
    along.alone.setChecked(True)
    talk.support.set_value(Support.BOTH)
    choose(talk.language, "somali")
    talk.needs.setChecked(True)
    talk.name.setText("Rachida")
    talk.wish.setText("een vrouw")
    new.all.topics.domains.set_values([LifeDomain.HOME])
    new.all.topics.purpose.setPlainText("Een woning.")
    new.all.topics.questions.rows[0].boxes[0].setText("Hoe lang duurt het?")
    row = new.all.wishes.not_with.rows[0]
    row.boxes[0].setText("haar man")
    row.boxes[1].setText(SECRET)
    new.all.wishes.time_style.set_value(TimeStyle.WORDS)
    new.all.wishes.place.setChecked(True)
    choose(new.all.wishes.place_word, PlaceWord.LIBRARY)
    save(it, new)
    assert it.overlay is None
    visit = saved(it, new)
    told = visit.details
    assert (visit.case_id, visit.first, visit.reserve) == (going.case_id, going.leyla, going.imane)
    assert (visit.starts, visit.ends) == (at(TUESDAY, 10), at(TUESDAY, 11, 30))
    assert (told.kind, told.partner_id, told.person_id) == (
        AppointmentKind.VEILIG_THUIS,
        going.partner.id,
        going.person.id,
    )
    assert (told.has_met, told.meet_at, told.meet_where) == (True, time(9, 30), "hier")
    assert (told.place, told.signal, told.place_word) == (
        "aan de gracht",
        ArrivalSignal.RING,
        PlaceWord.LIBRARY,
    )
    assert told.introduced == (going.leyla,)
    assert (told.presence, told.was_asked_alone) == (Presence.INSIDE, True)
    assert (told.support, told.language) == (Support.BOTH, "somali")
    assert (told.interpreter.name, told.interpreter.wish) == ("Rachida", "een vrouw")
    assert (told.domains, told.questions) == ((LifeDomain.HOME,), ("Hoe lang duurt het?",))
    assert (told.not_with[0].who, told.not_with[0].what) == ("haar man", SECRET)
    assert (told.time_style, told.place_on_paper) == (TimeStyle.WORDS, True)
    assert it.said[-1].text == "Afspraak bewaard. Morgen, 10.00 – 11.30."


def test_it_opens_at_the_next_hour_and_tells_which_was_saved(it):
    told = []
    form = open_visit_form(it.ctx, it.window, saved=told.append)
    assert form.when.times() == (at(TODAY, 12), at(TODAY, 13))
    assert it.focus is form.who.woman
    form.who.alias.setText("Els")
    save(it, form)
    assert told == [form.visit.id]
    visit = saved(it, form)
    assert (visit.case_id, visit.details.alias) == (None, "Els")


def test_for_an_alias_every_confidant_can_go_for_a_case_only_her_two(it, new, going):
    both = [new.along.first.itemText(place) for place in range(new.along.first.count())]
    assert both == ["Leyla", "Imane"]
    choose(new.who.woman, "")
    everybody = [new.along.first.itemText(place) for place in range(new.along.first.count())]
    assert everybody == ["Imane", "Leyla"]
    assert new.fields["alias"].isVisible()
    save(it, new)
    assert new.fields["alias"].problem()


def test_a_partner_and_a_person_in_own_words(it, new):
    choose(new.who.partner, "words")
    choose(new.who.person, "words")
    new.who.partner_words.setText("De huisarts")
    new.who.person_words.setText("de assistente")
    assert new.who.met.isVisible()
    save(it, new)
    told = saved(it, new).details
    assert (told.partner_words, told.person_words, told.has_met) == (
        "De huisarts",
        "de assistente",
        None,
    )


def test_a_line_that_says_only_half_is_refused_in_its_part(it, new):
    new.all.wishes.not_with.rows[0].boxes[0].setText("haar man")
    save(it, new)
    assert new.steps.current == 2
    assert new.fields["not_with"].problem()


def test_a_meeting_time_nobody_can_read_is_said(it, new):
    for typed in ("straks", "25.00", "9.75"):
        new.when.meet_at.setText(typed)
        save(it, new)
        assert new.fields["meet_at"].problem() == "Deze tijd is niet te lezen."
    new.when.meet_at.setText("14")
    save(it, new)
    assert saved(it, new).details.meet_at == time(14)


def test_calling_at_the_door_needs_her_agreement(it, new):
    choose(new.when.signal, ArrivalSignal.CALL)
    save(it, new)
    assert new.fields["signal"].problem()


def test_five_questions_and_no_more(it, new):
    lines = new.all.topics.questions
    new.steps.show_step(2)
    for number in range(4):
        lines.rows[-1].boxes[0].setText(f"Vraag {number}?")
        it.push(lines.more)
        assert it.focus is lines.rows[-1].boxes[0]
    assert not lines.more.isVisible()
    it.push(lines.rows[0].remove)
    assert [line[0] for line in lines.values()] == ["Vraag 1?", "Vraag 2?", "Vraag 3?"]
    assert lines.first_boxes()[0].text() == "Vraag 1?"
    save(it, new)
    assert len(saved(it, new).details.questions) == 3


def test_police_advises_a_professional_interpreter(it, new):
    new.steps.show_step(1)
    assert not new.all.talk.advice.isVisible()
    choose(new.who.kind, AppointmentKind.POLICE)
    assert new.all.talk.advice.isVisible()


def test_the_button_at_the_end_leads_to_the_next_part(it, new):
    it.push(new.steps.steps[0].next)
    assert new.steps.current == 1
    assert it.focus is new.along.first
    it.push(new.steps.steps[1].next)
    assert new.steps.current == 2
    assert new.all.topics.domains.isAncestorOf(it.focus)
    it.push(new.steps.names.segments[0])
    assert new.steps.current == 0


def test_changing_it_leaves_its_time_and_whose_it_is(it, going):
    before = it.visit()
    form = open_visit_form(it.ctx, it.window, visit=before)
    assert "Vandaag, 13.45 – 15.00. Andere tijd?" in it.words(form)
    assert not form.fields["woman"].isVisible()
    assert not form.when.day.isVisible()
    assert it.focus is form.who.kind
    assert form.typed() == before
    form.when.place.setText("de tweede verdieping")
    form.all.talk.needs.setChecked(False)
    save(it, form)
    after = it.visit()
    assert (after.starts, after.ends, after.case_id) == (
        before.starts,
        before.ends,
        going.case_id,
    )
    assert after.details.place == "de tweede verdieping"
    assert after.details.interpreter is None


def test_somebody_who_changed_it_first_is_said(it, sign_in):
    visit = it.visit()
    form = open_visit_form(it.ctx, it.window, visit=visit)
    sign_in("Imane").call(appointments.prepare, visit.id, visit.version, now=MONDAY)
    save(it, form)
    assert it.overlay is form
    assert form.problem()


def test_without_anybody_to_go_along_it_is_not_kept(it, new):
    new.along.first.set_items([])
    save(it, new)
    assert new.fields["first"].problem() == "Kies wie er meegaat."


def test_an_earlier_visit_shows_all_of_it_again(it):
    form = open_visit_form(it.ctx, it.window, visit=it.visit())
    assert form.when.meet_at.text() == "13.30"
    assert form.all.wishes.not_with.values() == [("haar man", SECRET)]
    assert form.who.met.answer.value() == "yes"
    form.throw_away()
    details = replace(it.visit().details, partner_id=None, person_id=None, partner_words="School")
    details = replace(details, person_words="de juf")
    it.ctx.call(appointments.change, replace(it.visit(), details=details), now=MONDAY)
    form = open_visit_form(it.ctx, it.window, visit=it.visit())
    assert form.who.partner_words.text() == "School"
    assert form.who.person.value() == "words"


def test_with_names_hidden_only_codes_are_offered(it, new):
    new.throw_away()
    it.ctx.veil(True)
    form = open_visit_form(it.ctx, it.window)
    offered = [form.who.woman.itemText(place) for place in range(form.who.woman.count())]
    assert all(text.startswith("BL-") for text in offered[1:])
    assert form.along.first.itemText(0) in ("I.", "L.")


@pytest.mark.parametrize("step", [0, 1, 2])
def test_every_part_is_reached_by_keyboard(it, new, step):
    new.steps.show_step(step)
    choose(new.who.person, "words")
    new.all.talk.needs.setChecked(True)
    QTest.qWait(0)
    assert faults(new) == []


def test_esc_keeps_and_cancel_throws_away(it, new, going):
    new.all.topics.purpose.setPlainText("Een woning.")
    it.press(Qt.Key.Key_Escape)
    assert it.overlay is None
    again = open_visit_form(it.ctx, it.window, starts=at(TUESDAY, 10), case_id=going.case_id)
    assert again.all.topics.purpose.toPlainText() == "Een woning."
    assert again.is_back.isVisible()
    it.push(again.cancel_button)
    last = open_visit_form(it.ctx, it.window, starts=at(TUESDAY, 10), case_id=going.case_id)
    assert last.all.topics.purpose.toPlainText() == ""


def test_a_partner_that_ended_and_somebody_who_left_stay_in_a_visit(it, going, sign_in):
    joke = sign_in("Joke")
    joke.call(partner_people.end_person, going.person.id, TODAY)
    joke.call(partner_changes.end, going.partner.id, TODAY)
    form = open_visit_form(it.ctx, it.window, visit=it.visit())
    assert (form.who.partner.currentText(), form.who.person.currentText()) == (
        "Veilig Thuis, spreekuur",
        "Ilse",
    )
    assert form.typed() == it.visit()
    choose(form.who.partner, "words")
    assert form.who.person.findText("Ilse") == -1
    form.throw_away()
    fresh = open_visit_form(it.ctx, it.window)
    assert fresh.who.partner.findText("Veilig Thuis, spreekuur") == -1
