"""Her answers: to whom, what may be known, until when; taken back at once (R-271, R-163)."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest
from contact_desk import MONDAY, SHARE, TODAY, TUESDAY, Desk, words_in
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from hgkm_desktop.rules.bodies import Agreement, Promise
from hgkm_desktop.rules.lists import ConsentForm, LifeDomain, Purpose
from hgkm_desktop.services import around_her, consents
from hgkm_desktop.ui.views.cases.consent_form import AnswerForm
from hgkm_desktop.ui.views.cases.consent_tab import ConsentTab
from hgkm_desktop.ui.views.cases.way import Way

KEY = Purpose.SHARE_WITH_PARTNER, "Buurtteam"


@pytest.fixture
def desk(sign_in, qtbot):
    made = Desk(sign_in("Leyla"), qtbot)
    yield made
    made.close()


@pytest.fixture
def case_id(desk):
    return desk.open_case()


@pytest.fixture
def tab(desk, case_id):
    desk.answer(case_id)
    made = desk.add(ConsentTab(desk.ctx, Way()))
    desk.ctx.changed.connect(lambda _kinds: made.show_case(desk.page(case_id)))
    made.show_case(desk.page(case_id))
    return made


def row(tab, place=0):
    model = tab.register.model
    return [str(model.index(place, column).data()) for column in range(5)]


def said(desk, case_id, key=KEY):
    return desk.standing(case_id).consents[key]


def yes(desk):
    """Say yes to the question that is asked."""
    desk.push(desk.overlay.accept_button)


def test_each_receiver_has_a_row_and_what_stays_with_us_comes_last(desk, case_id, tab):
    assert row(tab) == ["Buurtteam", "Wonen, Kinderen, Veiligheid", SHARE.why, "1 feb", "geldig"]
    assert row(tab, 1)[0] == "Aantekeningen maken"
    assert row(tab, 1)[1:] == ["", "", "–", "geldig"]
    assert tab.register.title.text() == "Toestemming van Linde"


@pytest.mark.parametrize(
    ("changed", "now", "known"),
    [
        ({"until": TODAY + timedelta(days=3)}, "bijna verlopen", "Wonen, Kinderen, Veiligheid"),
        ({"until": TODAY}, "bijna verlopen", "Wonen, Kinderen, Veiligheid"),
        ({"form": ConsentForm.REFUSED}, "wil ze niet", "niets"),
        ({"form": ConsentForm.ASKED}, "gevraagd", "niets"),
    ],
)
def test_now_says_how_it_stands(desk, case_id, tab, changed, now, known):
    desk.answer(case_id, replace(SHARE, **changed))
    assert (row(tab)[1], row(tab)[4]) == (known, now)


def test_a_far_day_has_its_year_and_one_that_passed_is_over(desk, case_id, tab):
    desk.answer(case_id, replace(SHARE, until=date(2028, 1, 31)))
    assert row(tab)[3] == "31-01-28"
    desk.answer(case_id)
    desk.at = MONDAY + timedelta(days=80)
    tab.show_case(desk.page(case_id))
    assert row(tab)[4] == "verlopen"
    assert "Deze dag is al geweest" in words_in(tab.detail)


def test_the_detail_says_everything_about_it(desk, tab):
    words = words_in(tab.detail)
    for part in (
        "Jolanda · gevraagd door Leyla op 23 nov",
        "Wat mag Jolanda weten?",
        "Samen een woning zoeken.",
        "nog 70 dagen",
        "Voorgelezen in het",
        "Alleen Jolanda, niet haar collega",
        "Mondeling · Tekst 2026-1",
    ):
        assert part in words
    ticked = [part for part, box in tab.detail.sheet.may_know.boxes.items() if box.isChecked()]
    assert set(ticked) == set(SHARE.may_know)


def test_the_row_that_was_chosen_stays_chosen(desk, case_id, tab):
    tab.register.table.select(1)
    desk.answer(case_id, replace(SHARE, receiver="School"))
    assert tab.detail.row.answer.purpose is Purpose.NOTES
    assert not tab.detail.sheet.may_know.isVisible()


def test_what_is_ticked_counts_only_when_she_says_yes_to_it(desk, case_id, tab):
    detail = tab.detail
    assert not detail.keep.isVisible()
    detail.sheet.may_know.boxes[LifeDomain.MONEY].click()
    assert detail.keep.isVisible() and not detail.withdraw.isVisible()
    assert LifeDomain.MONEY not in said(desk, case_id).may_know
    desk.push(detail.undo)
    assert not detail.keep.isVisible()
    detail.sheet.may_know.boxes[LifeDomain.MONEY].click()
    detail.sheet.until.set_value(TODAY + timedelta(days=10))
    desk.at = TUESDAY
    desk.push(detail.keep)
    kept = said(desk, case_id)
    assert LifeDomain.MONEY in kept.may_know
    assert (kept.until, kept.on) == (TODAY + timedelta(days=10), date(2026, 11, 24))


def test_taking_back_is_asked_first_stops_at_once_and_says_whom_to_tell(desk, case_id, tab):
    desk.push(tab.detail.withdraw)
    assert "Vertel dit aan Buurtteam." in words_in(desk.overlay)
    desk.push(desk.overlay.cancel_button)
    assert said(desk, case_id).form is ConsentForm.ORAL
    desk.push(tab.detail.withdraw)
    yes(desk)
    assert said(desk, case_id).form is ConsentForm.WITHDRAWN
    assert row(tab)[4] == "ingetrokken"
    assert "Vertel dit aan Buurtteam." in desk.said[-1].text
    assert tab.register.to_tell.isVisible()
    assert "Vertel dit aan Buurtteam." in words_in(tab.register.to_tell)
    QTest.qWait(0)
    assert not tab.detail.withdraw.isVisible() and tab.detail.again.isVisible()


def test_taking_back_what_stays_with_us_needs_nobody_told(desk, case_id, tab):
    tab.register.table.select(1)
    desk.push(tab.detail.withdraw)
    yes(desk)
    assert said(desk, case_id, (Purpose.NOTES, "")).form is ConsentForm.WITHDRAWN
    assert desk.said[-1].text == "Ingetrokken. Het stopt meteen."
    assert not tab.register.to_tell.isVisible()


def test_asking_again_fills_in_what_was_asked_and_never_the_answer(desk, case_id, tab):
    desk.answer(case_id, replace(SHARE, form=ConsentForm.REFUSED))
    desk.push(tab.detail.again)
    overlay = desk.overlay
    assert isinstance(overlay, AnswerForm)
    assert (overlay.receiver.text(), overlay.person.text()) == ("Buurtteam", "Jolanda")
    assert overlay.may_know.value() == () and overlay.her_answer.form.value() is None
    assert "Mogen wij Buurtteam over jou vertellen?" in words_in(overlay.aloud)


def test_a_new_answer_has_nothing_ticked_and_misses_nothing(desk, case_id, tab):
    desk.push(tab.register.new)
    overlay = desk.overlay
    desk.push(overlay.accept_button)
    assert overlay.fields["purpose"].problem()
    overlay.purpose.set_value(Purpose.SHARE_WITH_PARTNER)
    overlay.purpose.changed.emit(None)
    desk.push(overlay.accept_button)
    assert overlay.fields["form"].problem()
    overlay.her_answer.form.chips[1].click()
    overlay.her_answer.heard_by.clear()
    desk.push(overlay.accept_button)
    wrong = {key for key, field in overlay.fields.items() if field.problem()}
    assert wrong == {"may_know", "language", "heard_by", "how_long"}
    assert len(desk.standing(case_id).consents) == 2


def test_a_yes_is_kept_with_all_that_proves_it(desk, case_id, tab):
    desk.push(tab.register.new)
    overlay = desk.overlay
    overlay.purpose.set_value(Purpose.SHARE_WITH_PARTNER)
    overlay.purpose.changed.emit(None)
    QTest.keyClicks(overlay.receiver, "School")
    overlay.may_know.boxes[LifeDomain.CHILDREN].click()
    overlay.her_answer.form.chips[1].click()
    overlay.her_answer.language.set_value("turkish")
    overlay.how_long.buttons[1].click()
    overlay.her_words.setPlainText("Alleen de juf.")
    desk.push(overlay.accept_button)
    kept = said(desk, case_id, (Purpose.SHARE_WITH_PARTNER, "School"))
    assert (kept.form, kept.language, kept.heard_by) == (ConsentForm.ORAL, "turkish", "Leyla")
    assert (kept.may_know, kept.until) == ((LifeDomain.CHILDREN,), TODAY + timedelta(days=91))
    assert (kept.her_words, kept.text_version) == ("Alleen de juf.", "2026-1")


def test_a_no_needs_no_more_than_a_no(desk, case_id, tab):
    desk.push(tab.register.new)
    overlay = desk.overlay
    overlay.purpose.set_value(Purpose.INTERPRETER)
    overlay.purpose.changed.emit(None)
    assert not overlay.receiver.isVisible()
    overlay.her_answer.form.chips[3].click()
    assert not overlay.how_long.isVisible()
    desk.push(overlay.accept_button)
    assert said(desk, case_id, (Purpose.INTERPRETER, "")).form is ConsentForm.REFUSED


def test_the_step_plan_is_one_press_away(desk, case_id, tab):
    asked = []
    tab._way.guide.connect(asked.append)
    desk.push(tab.steps)
    assert asked == [case_id]


def test_behind_the_veil_nothing_of_it_is_shown(desk, case_id, tab):
    desk.db.call(around_her.agreement, case_id, Agreement(uuid4(), "Geen post."), now=MONDAY)
    desk.ctx.veil(True)
    tab.show_case(desk.page(case_id))
    assert not tab.content.isVisible() and tab.veiled.isVisible()


def test_before_somebody_is_shown_no_button_does_anything(desk):
    tab = ConsentTab(desk.ctx, Way())
    for button in (tab.register.new, tab.agreements.add, tab.promises.add, tab.steps):
        button.click()
    for act in (tab._on_answered, tab._on_withdrawn, tab._on_asked_again):
        act(SHARE)
    assert desk.overlay is None or desk.overlay.accept_button.text() == "Trek in"


def test_a_yes_in_one_window_is_seen_when_the_case_is_read_again(desk, case_id, tab):
    desk.db.call(consents.withdraw, case_id, *KEY, now=MONDAY)
    assert row(tab)[4] == "ingetrokken"


def test_everything_in_it_has_a_name_and_is_reached_with_tab(desk, case_id, tab):
    made = Promise(uuid4(), "belt terug", "Jolanda", TODAY)
    desk.db.call(around_her.promise, case_id, made, now=MONDAY)
    QTest.qWait(0)
    stops = [
        each
        for each in tab.findChildren(QWidget)
        if each.isVisible() and each.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    nameless = [each for each in stops if not each.accessibleName() and each.focusProxy() is None]
    assert len(stops) > 12 and nameless == []
