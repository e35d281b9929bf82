"""What is half typed about a visit is sealed, lies with her, and comes back whole."""

from datetime import time, timedelta

from desk import MONDAY
from panel_desk import SECRET, choose, stored
from standing_beside import YES, candidates
from week_desk import TODAY, TUESDAY, at

from hgkm_desktop.rules.bodies import Began
from hgkm_desktop.services import cases, drafts
from hgkm_desktop.services.cases import NewCase
from hgkm_desktop.ui.views.appointments.visit_form import open_visit_form


def place(form):
    return form._draft._keeper.place


def second_case(desk, db):
    new = NewCase("Noor", candidates(desk), YES, Began(TODAY))
    return db.call(cases.open_case, new, now=MONDAY)


def fill(form):
    choose(form.who.partner, "words")
    form.who.partner_words.setText("De huisarts")
    choose(form.who.person, "words")
    form.who.person_words.setText("de assistente")
    form.who.met.answer.segments[1].click()
    form.who.met.reason.setPlainText("Zij wil het zo.")
    form.when.hour.set_value(time(9, 15))
    form.when.length.set_text("45")
    form.all.topics.questions.set_values([("Een?",), ("Twee?",)])
    form.all.wishes.not_with.set_values([("haar man", SECRET)])
    form.along.alone.setChecked(True)


def test_every_field_comes_back_and_nothing_lies_open(it, going, leyla):
    starts = at(TUESDAY, 10)
    form = open_visit_form(it.ctx, it.window, starts=starts, case_id=going.case_id)
    assert place(form) == f"cases/{going.case_id}/form/appointment"
    fill(form)
    kept = form.all.values()
    form.keep_half_typed()
    form.close_overlay()
    assert SECRET not in stored(leyla)
    later = starts + timedelta(hours=3)
    again = open_visit_form(it.ctx, it.window, starts=later, case_id=going.case_id)
    assert again.all.values() == kept
    assert again.who.met.isVisible()
    assert again.when.length.own.text() == "45"


def test_without_a_case_it_lies_apart(it, leyla):
    form = open_visit_form(it.ctx, it.window)
    form.who.alias.setText("Els")
    form.reject()
    assert leyla.call(drafts.look, "appointments/new") is not None
    again = open_visit_form(it.ctx, it.window)
    assert again.who.alias.text() == "Els"


def test_when_a_woman_is_chosen_it_goes_where_it_is_wiped_with_her(it, going, leyla):
    form = open_visit_form(it.ctx, it.window)
    form.all.topics.purpose.setPlainText("Een woning.")
    form.when.hour.set_value(time(9, 15))
    form.keep_half_typed()
    choose(form.who.woman, str(going.case_id))
    assert place(form) == f"cases/{going.case_id}/form/appointment"
    assert form.all.topics.purpose.toPlainText() == "Een woning."
    assert form.when.hour.value() == time(9, 15)
    assert leyla.call(drafts.look, "appointments/new") is None
    form.reject()
    again = open_visit_form(it.ctx, it.window, case_id=going.case_id)
    assert again.all.topics.purpose.toPlainText() == "Een woning."


def test_a_blank_form_shows_what_was_half_typed_about_her(it, going):
    first = open_visit_form(it.ctx, it.window, case_id=going.case_id)
    first.all.topics.purpose.setPlainText("Een woning.")
    first.reject()
    blank = open_visit_form(it.ctx, it.window)
    choose(blank.who.woman, str(going.case_id))
    assert blank.all.topics.purpose.toPlainText() == "Een woning."
    assert blank.is_back.isVisible()


def test_another_woman_has_others_beside_her(it, desk, going, leyla):
    noor = second_case(desk, leyla)
    form = open_visit_form(it.ctx, it.window, case_id=going.case_id)
    form.along.knows_first.setChecked(True)
    choose(form.who.woman, str(noor))
    assert form.visit.case_id == noor
    assert not form.along.knows_first.isChecked()
    choose(form.who.woman, str(noor))
    form.accept_button.click()
    assert it.visit(form.visit.id).case_id == noor


def test_a_changed_visit_keeps_its_draft_under_her_case(it, going):
    form = open_visit_form(it.ctx, it.window, visit=it.visit())
    assert place(form).startswith(f"cases/{going.case_id}/form/appointment/")
    form.when.place.setText("boven")
    form.reject()
    again = open_visit_form(it.ctx, it.window, visit=it.visit())
    assert again.when.place.text() == "boven"
