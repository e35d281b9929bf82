from datetime import date

import pytest
from PySide6.QtCore import Qt

from hgkm_desktop.models import WalkIn
from hgkm_desktop.models.codes import FollowUp, HelpTopic, Language, SignalLevel, Urgency, Visit
from hgkm_desktop.services import walk_ins

ENTER = Qt.Key.Key_Return


def newest(page) -> WalkIn:
    return page.ctx.call(walk_ins.get, page.rows[0].id)


def is_in(page, group):
    return group.isAncestorOf(page.focus)


def test_number_keys_choose_topics_and_take_them_back(page):
    page.type("35")
    assert page.fields.topics.values() == [HelpTopic.UPBRINGING, HelpTopic.SAFETY]
    page.type("3")
    assert page.fields.topics.values() == [HelpTopic.SAFETY]


def test_letters_choose_visit_and_signal(page):
    page.type("n")
    assert page.fields.visit.value() == Visit.NEW
    page.type("b")
    assert page.fields.visit.value() == Visit.KNOWN
    for key, level in zip("gvda", SignalLevel, strict=True):
        page.type(key)
        assert page.fields.signal.value() == level


def test_keys_belong_to_the_text_field_that_has_the_keyboard(page):
    page.fields.desk_question.setFocus()
    page.type("3 nieuwe bonnen")
    assert page.fields.desk_question.text() == "3 nieuwe bonnen"
    assert page.fields.topics.values() == []
    assert page.fields.visit.value() is None


def test_keys_answer_in_the_list_too(page):
    page.type("1")
    page.press(ENTER)
    page.list.table.setFocus()
    page.type("4")
    assert page.fields.topics.values() == [HelpTopic.HEALTH]


def test_zero_leads_to_the_topics_without_a_number(page):
    page.type("0")
    assert page.strip.places.scroll.isVisible()
    assert is_in(page, page.fields.other_topics)
    page.press(Qt.Key.Key_Space)
    page.press(ENTER)
    assert newest(page).topics == (HelpTopic.BENEFIT,)


@pytest.mark.parametrize(
    "place",
    ["moment.time", "moment.day", "language", "desk_question", "children_count", "setting"],
)
def test_enter_saves_from_anywhere(page, place):
    page.strip.places.toggle.click()
    page.fields.topics.set_values([HelpTopic.WORK])
    widget = page.fields
    for name in place.split("."):
        widget = getattr(widget, name)
    widget.setFocus()
    page.press(ENTER)
    assert newest(page).topics == (HelpTopic.WORK,)


def test_after_saving_the_strip_is_empty_and_the_keyboard_at_the_start(page):
    page.type("12bd")
    page.fields.desk_question.setText("iets")
    page.press(ENTER)
    assert page.strip.is_blank()
    assert is_in(page, page.fields.visit)
    assert page.list.chosen_id() == page.rows[0].id
    assert page.detail.isVisible()


def test_the_second_part_keeps_its_state(page):
    page.press(Qt.Key.Key_M, modifiers=Qt.KeyboardModifier.AltModifier)
    page.fields.urgency.set_value(Urgency.NOW)
    page.press(Qt.Key.Key_M, modifiers=Qt.KeyboardModifier.AltModifier)
    assert not page.strip.places.scroll.isVisible()
    assert page.fields.urgency.value() == Urgency.NOW


def test_the_closed_second_part_says_what_it_holds(page):
    assert page.strip.places.summary.text() == "Inloop"
    page.fields.other_topics.chips[0].click()
    page.fields.urgency.segments[0].click()
    assert page.strip.places.summary.text() == "Inloop · Uitkering of toeslag · nu"


def test_a_missing_topic_is_said_beside_the_chips_and_takes_the_keyboard(page):
    page.fields.desk_question.setText("brief")
    page.fields.desk_question.setFocus()
    page.press(ENTER)
    assert page.strip.places.topic_problem.problem() == "Kies minstens één onderwerp."
    assert is_in(page, page.fields.topics)
    assert page.fields.desk_question.text() == "brief"
    assert page.rows == []


def test_a_bsn_is_refused_beside_the_sentence_and_stays_to_be_mended(page):
    page.type("1")
    page.fields.desk_question.setText("haar bsn is 111222333")
    page.press(ENTER)
    assert "BSN" in page.strip.places.sentence_problem.problem()
    assert page.focus is page.fields.desk_question
    assert page.fields.desk_question.text() == "haar bsn is 111222333"
    page.fields.desk_question.setText("brief")
    page.press(ENTER)
    assert not page.strip.places.sentence_problem.isVisible()
    assert len(page.rows) == 1


def test_an_iban_in_her_own_words_is_refused_in_the_second_part(page):
    page.type("1")
    page.strip.question.own_words.widget.setPlainText("stort op NL91ABNA0417164300")
    page.press(ENTER)
    assert "rekeningnummer" in page.strip.question.own_words.problem()
    assert page.strip.places.scroll.isVisible()
    assert page.focus is page.strip.question.own_words.widget


@pytest.mark.parametrize(
    ("typed", "language"),
    [
        ("tur", Language.TURKISH),
        ("Türk", Language.TURKISH),
        ("dari", Language.DARI),
        ("darija", Language.ARABIC_MOROCCAN),
        ("SOMALI", Language.SOMALI),
    ],
)
def test_a_language_is_found_by_typing_a_part_of_it(page, typed, language):
    page.type("1")
    page.fields.language.setFocus()
    page.type(typed)
    page.fields.desk_question.setFocus()
    page.press(ENTER)
    assert newest(page).language == language


def test_an_unknown_language_is_not_lost(page):
    page.type("1")
    page.fields.language.setFocus()
    page.type("klingon")
    page.fields.desk_question.setFocus()
    page.press(ENTER)
    assert "Kies er een" in page.strip.places.top["language"].problem()
    assert page.fields.language.currentText() == "klingon"


@pytest.mark.parametrize("typed", ["twee", "-1", "1.5", "99"])
def test_an_odd_number_of_children_is_refused(page, typed):
    page.type("1")
    page.fields.children_count.setText(typed)
    page.strip.save()
    assert page.strip.places.more.fields["children"].problem()
    assert page.rows == []


def test_a_day_for_a_talk_is_asked_only_when_there_is_one(page):
    assert not page.fields.follow_up_on.isEnabled()
    page.fields.follow_up.chips[2].click()
    assert page.fields.follow_up_on.isEnabled()
    page.strip.places.toggle.click()
    page.fields.follow_up_on.setFocus()
    page.type("di")
    page.fields.topics.chips[0].click()
    page.strip.save()
    assert newest(page).follow_up_on == date(2026, 11, 24)
    assert page.list.table.model().index(0, 6).data() == "Gesprek di 24 nov"


def test_a_day_without_a_talk_is_not_kept(page):
    page.fields.topics.chips[0].click()
    page.fields.follow_up.chips[2].click()
    page.fields.follow_up_on.set_value(date(2026, 11, 24))
    page.fields.follow_up.chips[0].click()
    page.strip.save()
    saved = newest(page)
    assert (saved.follow_up, saved.follow_up_on) == (FollowUp.NONE_NEEDED, None)


def test_undo_takes_the_visit_out_and_puts_the_text_back(page):
    page.type("1")
    page.fields.desk_question.setText("brief")
    page.press(ENTER)
    saved = page.rows[0].id
    page.undo()
    assert page.rows == []
    assert not page.detail.isVisible()
    assert page.fields.desk_question.text() == "brief"
    assert page.fields.topics.values() == [HelpTopic.DEBT]
    deleted = page.ctx.call(lambda session: session.get(WalkIn, saved))
    assert deleted.deleted_reason == "ongedaan gemaakt"


def test_undo_leaves_what_was_typed_since(page):
    page.type("1")
    page.press(ENTER)
    page.fields.desk_question.setText("de volgende")
    page.undo()
    assert page.fields.desk_question.text() == "de volgende"


def test_esc_closes_the_second_part_then_empties_reversibly(page):
    page.type("1")
    page.press(Qt.Key.Key_M, modifiers=Qt.KeyboardModifier.AltModifier)
    page.press(Qt.Key.Key_Escape)
    assert not page.strip.places.scroll.isVisible()
    assert page.fields.topics.values() == [HelpTopic.DEBT]
    page.press(Qt.Key.Key_Escape)
    assert page.strip.is_blank()
    page.undo()
    assert page.fields.topics.values() == [HelpTopic.DEBT]


def test_the_usual_setting_is_the_last_one(page):
    page.fields.setting.set_value("activity_coffee")
    page.type("1")
    page.press(ENTER)
    assert page.fields.setting.value() == "activity_coffee"
    assert page.strip.places.summary.text() == "Koffieochtend"


def test_kinds_of_violence_stay_behind_a_button_and_may_stay_unnamed(open_page):
    page = open_page("Leyla")
    page.strip.places.toggle.click()
    part = page.strip.question
    assert not part.kinds.isVisible()
    part.kinds_button.click()
    assert part.kinds.chips[0].text() == "niet benoemd"
    part.kinds.chips[0].click()
    page.fields.topics.chips[0].click()
    page.strip.save()
    question = page.ctx.call(walk_ins.read_real_question, page.rows[0].id)
    assert question.harm == ("not_named",)
