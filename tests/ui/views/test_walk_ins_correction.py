"""Correcting a visit in a form over the page."""

import pytest
from desk import MONDAY
from one_visit import QUESTION, correct_elsewhere, form, one, open_her_own, stored

from hgkm_desktop.models.codes import (
    Act,
    FollowUp,
    HelpTopic,
    Language,
    SignalLevel,
)
from hgkm_desktop.services import audit_log, organisation, walk_ins


@pytest.fixture
def shown(open_page, sign_in):
    """Hanan's own visit of today, open in the panel."""
    return open_her_own(open_page, sign_in)


def test_a_correction_keeps_how_it_read_before(shown):
    shown.click(shown.detail.correct)
    fields = form(shown).fields
    assert fields.desk_question.text() == "vroeg naar de naailes"
    fields.desk_question.setText("vroeg naar de taalles")
    fields.topics.chips[0].click()
    shown.click(shown.overlay.accept_button)
    assert shown.overlay is None
    assert stored(shown).desk_question == "vroeg naar de taalles"
    text = shown.texts_in(shown.detail)
    for words in (
        "Eerder stond hier",
        "Veranderd door Hanan, vandaag 11.40",
        "Wat er speelde: vroeg naar de naailes",
        "Onderwerpen: Somber zijn, Thuis",
    ):
        assert words in text
    assert shown.said[-1].text == "Bezoek verbeterd"
    assert shown.list.chosen_id() == stored(shown).id


def test_a_correction_leaves_the_real_question_alone(shown):
    before = stored(shown).sealed
    shown.click(shown.detail.correct)
    form(shown).fields.desk_question.setText("anders")
    shown.click(shown.overlay.accept_button)
    assert stored(shown).sealed == before


def test_the_untouched_moment_stays_to_the_second(open_page, sign_in):
    db = sign_in("Hanan")
    at = MONDAY.replace(hour=9, minute=12, second=33, microsecond=5)
    one(db, happened_at=at)
    page = open_page(db)
    page.open_row(0)
    page.click(page.detail.correct)
    form(page).fields.desk_question.setText("anders")
    page.click(page.overlay.accept_button)
    assert stored(page).happened_at == at


def test_problems_of_a_correction_stand_at_their_fields(shown):
    shown.click(shown.detail.correct)
    for chip in (*form(shown).fields.topics.chips, *form(shown).fields.other_topics.chips):
        chip.setChecked(False)
    form(shown).fields.desk_question.setText("bsn 111222333")
    shown.click(shown.overlay.accept_button)
    assert shown.overlay is not None
    assert form(shown).topic_problem.problem() == "Kies minstens één onderwerp."
    assert "BSN" in form(shown).named["desk_question"].problem()
    assert form(shown).fields.topics.isAncestorOf(shown.focus)
    shown.click(shown.overlay.cancel_button)


def test_keys_answer_in_the_form_and_not_in_the_strip_behind(shown):
    shown.click(shown.detail.correct)
    form(shown).fields.visit.segments[0].setFocus()
    shown.type("1g")
    assert HelpTopic.DEBT in form(shown).fields.topics.values()
    assert form(shown).fields.signal.value() == SignalLevel.NONE
    assert shown.strip.is_blank()
    shown.click(shown.overlay.cancel_button)


def test_two_who_correct_at_once_see_both_versions(shown):
    shown.click(shown.detail.correct)
    form(shown).fields.desk_question.setText("mijn tekst")
    correct_elsewhere(shown, desk_question="haar tekst")
    shown.click(shown.overlay.accept_button)
    text = shown.texts_in(shown.overlay)
    banner = shown.view.deeds.correction.versions.banner
    assert "Iemand anders was je voor." in banner.accessibleName()
    assert "Zo staat het er nu" in text
    assert "Wat er speelde: haar tekst" in text
    assert form(shown).fields.desk_question.text() == "mijn tekst"
    assert shown.overlay.accept_button.text() == "Bewaar mijn tekst"
    shown.click(shown.overlay.accept_button)
    assert stored(shown).desk_question == "mijn tekst"
    assert "Wat er speelde: haar tekst" in shown.texts_in(shown.detail)


def test_the_stored_version_can_be_taken_instead(shown):
    shown.click(shown.detail.correct)
    form(shown).fields.desk_question.setText("mijn tekst")
    correct_elsewhere(shown, desk_question="haar tekst")
    shown.click(shown.overlay.accept_button)
    shown.click(shown.view.deeds.correction.versions.take_button)
    assert form(shown).fields.desk_question.text() == "haar tekst"
    shown.click(shown.overlay.cancel_button)
    assert shown.overlay is None


def test_a_visit_deleted_meanwhile_keeps_the_text_on_the_screen(shown):
    shown.click(shown.detail.correct)
    form(shown).fields.desk_question.setText("mijn tekst")
    walk_in_id = shown.rows[0].id
    shown.ctx.call(walk_ins.delete, walk_in_id, "dubbel", now=MONDAY)
    shown.click(shown.overlay.accept_button)
    assert form(shown).fields.desk_question.text() == "mijn tekst"
    assert not shown.overlay.accept_button.isEnabled()
    banner = shown.view.deeds.correction.versions.banner.accessibleName()
    assert "Dit bezoek is er niet meer." in banner
    shown.click(shown.overlay.cancel_button)


def test_a_volunteer_can_write_another_real_question_without_reading_the_old(shown, sign_in):
    shown.click(shown.detail.correct)
    shown.click(form(shown).change_question)
    assert form(shown).question.is_blank()
    assert "komt in de plaats" in form(shown).question_hint.text()
    form(shown).question.question.widget.setPlainText("een andere vraag")
    shown.click(shown.overlay.accept_button)
    leyla = sign_in("Leyla")
    assert leyla.call(walk_ins.read_real_question, shown.rows[0].id).question == "een andere vraag"


def test_an_opened_but_empty_real_question_wipes_nothing(shown, sign_in):
    shown.click(shown.detail.correct)
    shown.click(form(shown).change_question)
    shown.click(shown.overlay.accept_button)
    leyla = sign_in("Leyla")
    assert leyla.call(walk_ins.read_real_question, shown.rows[0].id) == QUESTION


def test_a_confidant_corrects_the_real_question_she_reads(open_page, sign_in):
    db = sign_in("Leyla")
    one(db, question=QUESTION)
    page = open_page(db)
    page.open_row(0)
    page.click(page.detail.correct)
    page.click(form(page).change_question)
    assert form(page).question.value() == QUESTION
    form(page).question.question.widget.setPlainText("nu anders")
    page.click(page.overlay.accept_button)
    assert db.call(walk_ins.read_real_question, page.rows[0].id).question == "nu anders"


def test_hidden_fields_stay_away_from_the_form_and_keep_their_values(open_page, sign_in):
    db = sign_in("Joke")
    one(db)
    salma = sign_in("Salma")
    org = salma.call(organisation.get)
    hidden = frozenset({"language", "follow_up", "real_question"})
    salma.call(organisation.change, org.name, org.window_title, hidden)
    page = open_page(db)
    page.open_row(0)
    page.click(page.detail.correct)
    assert not form(page).fields.language.isVisible()
    assert not form(page).fields.follow_up.isVisible()
    assert not form(page).change_question.isVisible()
    form(page).fields.desk_question.setText("anders")
    page.click(page.overlay.accept_button)
    assert stored(page).language == Language.ARABIC_MOROCCAN
    assert stored(page).follow_up == FollowUp.PLAN_TALK


def test_the_log_of_the_service_knows_the_correction(shown, sign_in):
    shown.click(shown.detail.correct)
    form(shown).fields.desk_question.setText("anders")
    shown.click(shown.overlay.accept_button)
    lines = sign_in("Salma").call(audit_log.page, None, 50)
    assert any(line.act == Act.CHANGE and line.kind == "walk_in" for line in lines)
