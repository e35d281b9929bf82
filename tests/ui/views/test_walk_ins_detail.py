from datetime import timedelta

import pytest
from desk import MONDAY, Make
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hgkm_desktop.models import RealQuestion, WalkIn
from hgkm_desktop.models.codes import (
    Act,
    FollowUp,
    HarmKind,
    HelpTopic,
    Language,
    SignalLevel,
    TellsAbout,
    Urgency,
    Visit,
)
from hgkm_desktop.services import audit_log, organisation, walk_ins

QUESTION = RealQuestion("waar kan ik slapen", "het is niet rustig", (HarmKind.NOT_NAMED,))


def one(db, **given):
    values = {
        "happened_at": MONDAY - timedelta(minutes=30),
        "topics": (HelpTopic.SAFETY, HelpTopic.MOOD),
        "visit": Visit.KNOWN,
        "language": Language.ARABIC_MOROCCAN,
        "signal": SignalLevel.CLEAR,
        "follow_up": FollowUp.PLAN_TALK,
        "follow_up_on": (MONDAY + timedelta(days=1)).date(),
        "desk_question": "vroeg naar de naailes",
        "urgency": Urgency.SOON,
        "tells_about": TellsAbout.SOMEONE_ELSE,
        "children": 2,
    }
    return Make(db).walk_in(**(values | given))


@pytest.fixture
def shown(open_page, sign_in):
    """Hanan's own visit of today, open in the panel."""
    db = sign_in("Hanan")
    one(db, question=QUESTION)
    page = open_page(db)
    page.open_row(0)
    return page


def stored(page) -> WalkIn:
    return page.ctx.call(lambda session: session.get(WalkIn, page.rows[0].id))


def correct_elsewhere(page, **changes):
    record = page.ctx.call(walk_ins.get, page.rows[0].id)
    for name, value in changes.items():
        setattr(record, name, value)
    page.ctx.call(walk_ins.correct, record, now=MONDAY)


def form(page):
    return page.view.deeds.correction.form


def test_the_panel_says_what_was_filled_in(shown):
    assert shown.detail.heading.text() == "11.10 · bekend"
    assert shown.detail.language.text() == "Arabisch (Darija)"
    text = shown.texts_in(shown.detail)
    for words in (
        "Wat er speelde",
        "vroeg naar de naailes",
        "Gesprek op dinsdag 24 november",
        "iemand anders",
        "deze week",
        "Ingevoerd door Hanan om 11.40. Te verbeteren tot vanavond 24.00.",
    ):
        assert words in text
    assert [w.accessibleName() for w in badges(shown)] == ["duidelijk", "Somber zijn", "Thuis"]


def badges(page):
    layout = page.detail._badges.layout()
    return [layout.itemAt(place).widget() for place in range(layout.count())]


def test_what_was_not_filled_in_is_not_mentioned(open_page, sign_in):
    db = sign_in("Hanan")
    Make(db).walk_in()
    page = open_page(db)
    page.open_row(0)
    text = page.texts_in(page.detail)
    for name in ("Wat er speelde", "Vervolg", "Urgentie", "Vertelt over", "Eerder stond hier"):
        assert name not in text


def test_opening_a_visit_is_noted_in_the_log(shown):
    salma_reads = [
        line for line in shown.ctx.call(_audit) if line.act == Act.READ and line.kind == "walk_in"
    ]
    assert len(salma_reads) == 1


def _audit(session):
    from sqlalchemy import select

    from hgkm_desktop.models import AuditLine

    return session.scalars(select(AuditLine)).all()


def test_a_long_word_does_not_push_the_panel_wide(open_page, sign_in):
    db = sign_in("Hanan")
    one(db, desk_question="hottentottententententoonstelling" * 10)
    page = open_page(db)
    page.open_row(0)
    assert page.detail._story.minimumSizeHint().width() <= page.detail.width()


def test_markup_in_a_sentence_is_shown_as_typed(open_page, sign_in):
    db = sign_in("Hanan")
    one(db, desk_question="<b>vet</b> <img src=x>")
    page = open_page(db)
    page.open_row(0)
    assert "<b>vet</b> <img src=x>" in page.texts_in(page.detail)


def test_the_close_button_closes(shown):
    shown.click(shown.detail.close_button)
    assert not shown.detail.isVisible()
    assert shown.list.chosen_id() is None


def test_somebody_elses_visit_cannot_be_changed_by_a_volunteer(open_page, sign_in):
    one(sign_in("Joke"))
    page = open_page("Hanan")
    page.open_row(0)
    assert not page.detail.correct.isVisible()
    assert not page.detail.delete.isVisible()
    assert "Vraag een medewerker om het te verbeteren." in page.detail.entered.text()


def test_staff_can_always_correct_and_no_limit_is_named(open_page, sign_in):
    one(sign_in("Hanan"))
    page = open_page("Joke")
    page.open_row(0)
    assert page.detail.correct.isVisible()
    assert page.detail.entered.text() == "Ingevoerd door Hanan om 11.40."


def test_yesterdays_own_visit_is_closed_for_a_volunteer(shown):
    shown.clock.later(days=1)
    shown.view.find("")
    shown.open_row(0)
    shown.detail.show_visit(stored(shown))
    assert not shown.detail.correct.isVisible()
    assert "gisteren" in shown.detail.entered.text()


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


def test_reading_is_for_confidants_is_noted_and_ends_with_the_choice(open_page, sign_in):
    one(sign_in("Hanan"), question=QUESTION)
    one(sign_in("Hanan"), happened_at=MONDAY, desk_question="een ander")
    page = open_page("Leyla")
    page.open_row(1)
    page.click(page.detail.reading_button())
    text = page.texts_in(page.detail)
    for words in ("waar kan ik slapen", "het is niet rustig", "niet benoemd"):
        assert words in text
    reads = [line for line in page.ctx.call(_audit) if line.kind == "real_question"]
    assert [line.act for line in reads] == [Act.READ]
    page.open_row(0)
    QTest.qWait(10)
    assert "waar kan ik slapen" not in page.texts_in(page.window)
    assert page.detail.reading_button() is None


def test_a_visit_without_a_real_question_offers_none(open_page, sign_in):
    one(sign_in("Hanan"))
    page = open_page("Leyla")
    page.open_row(0)
    assert page.detail.reading_button() is None


def test_deleting_asks_why_and_can_be_taken_back(shown):
    walk_in_id = shown.rows[0].id
    shown.click(shown.detail.delete)
    shown.click(shown.overlay.accept_button)
    deletion = shown.view.deeds.deletion
    assert deletion.field.problem() == "Zeg in een paar woorden waarom."
    assert shown.focus is deletion.reason
    shown.type("twee keer getypt")
    shown.press(Qt.Key.Key_Return)
    assert shown.overlay is None
    assert shown.rows == []
    assert not shown.detail.isVisible()
    shown.undo()
    assert shown.rows[0].id == walk_in_id
    assert shown.detail.isVisible()


def test_deleting_can_be_left(shown):
    shown.click(shown.detail.delete)
    shown.press(Qt.Key.Key_Escape)
    assert len(shown.rows) == 1


def test_a_visit_that_is_gone_says_so(shown):
    shown.list.table.clearSelection()
    shown.ctx.db._listeners.clear()
    shown.ctx.call(walk_ins.delete, shown.rows[0].id, "dubbel", now=MONDAY)
    shown.list.table.select(0)
    shown.wait(lambda: bool(shown.said))
    assert shown.said[-1].text == "Dit bezoek is er niet meer."
    shown.overlay.reject()


def test_the_veil_hides_names_and_texts(open_page, sign_in):
    db = sign_in("Leyla")
    one(db, question=QUESTION)
    page = open_page(db)
    page.open_row(0)
    correct_elsewhere(page, desk_question="vroeg naar Fatima")
    page.detail.show_visit(stored(page))
    page.click(page.detail.reading_button())
    page.fields.desk_question.setText("Mevrouw Bakker belde")
    page.strip.places.toggle.click()
    page.ctx.veil(True)
    QTest.qWait(10)
    text = page.texts_in(page.detail)
    for hidden in ("Fatima", "naailes", "Leyla", "waar kan ik slapen"):
        assert hidden not in text
    assert "Namen en teksten zijn verborgen." in text
    assert "Ingevoerd door L." in text
    assert page.list.rows.index(0, 7).data() == "L."
    assert page.fields.desk_question.displayText() != "Mevrouw Bakker belde"
    assert not page.strip.places.scroll.isVisible()
    assert not page.detail.correct.isVisible()
    page.ctx.veil(False)
    assert page.detail.correct.isVisible()
    assert "vroeg naar Fatima" in page.texts_in(page.detail)
    assert page.fields.desk_question.displayText() == "Mevrouw Bakker belde"


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
