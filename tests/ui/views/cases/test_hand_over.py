"""Handing over in four steps; until the last one we hold her (US-6, R-013, R-257, R-258)."""

from datetime import date, timedelta

import pytest
from desk import MONDAY
from holding_desk import PARTNER, over_a_window
from hostile import HOSTILE
from PySide6.QtCore import Qt
from standing_beside import TODAY, open_linde

from hgkm_desktop.rules.holding import Ending, Reason, State, Step
from hgkm_desktop.rules.lists import ConsentForm, Purpose
from hgkm_desktop.services import cases, holders
from hgkm_desktop.ui.views.cases.hand_over import open_hand_over
from hgkm_desktop.ui.views.cases.hand_over_words import talked_on


@pytest.fixture
def over(desk, sign_in, qtbot, qapp):
    leyla = sign_in("Leyla")
    with over_a_window(leyla, open_linde(desk, leyla), qtbot, qapp) as made:
        yield made


@pytest.fixture
def offered(over):
    over.may_share()
    due = TODAY + timedelta(days=7)
    over.ctx.call(holders.offer, over.case_id, PARTNER, due, now=MONDAY)
    return over


def test_without_her_yes_there_is_nothing_to_offer_only_to_ask(over):
    dialog = over.open(open_hand_over)
    assert "Vraag haar eerst. Zij kiest wie iets over haar hoort." in over.words()
    assert not dialog.accept_button.isVisible()
    over.push("Noteer wat ze zegt")
    assert over.overlay is not dialog
    assert over.overlay.accessibleName() == "Wat zegt Linde?"


def test_her_answer_opens_the_first_step(over):
    dialog = over.open(open_hand_over)
    over.push("Noteer wat ze zegt")
    over.may_share()
    over.overlay.accepted.emit()
    assert dialog.accept_button.text() == "Bied aan"
    assert dialog.part.to.value() == PARTNER


def test_only_who_she_said_yes_to_can_be_chosen(over):
    over.may_share()
    over.consents_to(Purpose.SHARE_WITH_PARTNER, "School")
    over.consents_to(Purpose.SHARE_WITH_PARTNER, "Blijf Groep", ConsentForm.REFUSED)
    dialog = over.open(open_hand_over)
    choices = [dialog.part.to.itemText(place) for place in range(dialog.part.to.count())]
    assert choices == [PARTNER, "School"]
    assert dialog.part.to.value() is None
    over.yes()
    assert dialog.fields["to"].problem() == "Schrijf aan wie je aanbiedt."
    assert over.holding.handover is None


def test_the_answer_is_asked_in_a_week_unless_another_day_is_chosen(over):
    over.may_share()
    dialog = over.open(open_hand_over)
    assert dialog.part.due.value() == date(2026, 11, 30)
    dialog.part.due.set_value(date(2026, 11, 22))
    over.yes()
    assert dialog.fields["due"].problem() == "Deze dag is al geweest."
    dialog.part.due.set_value(date(2026, 12, 16))
    over.yes()
    assert over.holding.handover.feedback_due == date(2026, 12, 16)


def test_four_steps_in_a_row_and_we_hold_her_until_the_last(over):
    over.may_share()
    dialog = over.open(open_hand_over)
    over.yes()
    said = f"Aangeboden aan {PARTNER}. Nog niet bevestigd. Tot die tijd houden wij haar vast."
    assert dialog.says.accessibleName() == said
    assert over.holding.state([over.ctx.member.id]) is State.OFFERED
    over.yes()
    assert dialog.fields["person"].problem().startswith("Schrijf wie")
    dialog.part.person.setText("Jolanda")
    over.yes()
    assert over.holding.handover.step is Step.ACCEPTED
    assert dialog.accept_button.text() == "We hebben samen gepraat"
    over.yes()
    assert "ma 23 nov" in over.words()
    assert over.holding.holder.is_us
    assert dialog.accept_button.text() == "Zij zegt ja"
    over.yes()
    assert over.overlay is None
    assert (over.holding.holder.organisation, over.holding.holder.person) == (PARTNER, "Jolanda")
    assert over.said[-1].text == f"Jolanda van {PARTNER} houdt haar vast."


def test_enter_does_the_next_step_and_the_keyboard_stays_in_the_dialog(offered):
    dialog = offered.open(open_hand_over)
    dialog.part.person.setFocus()
    dialog.part.person.setText("Jolanda")
    offered.press(Qt.Key.Key_Return)
    assert offered.holding.handover.step is Step.ACCEPTED
    assert dialog.panel.isAncestorOf(offered.focus)


def test_a_late_answer_says_how_late(offered, desk, sign_in, qtbot, qapp):
    late = MONDAY + timedelta(days=12)
    db = sign_in("Leyla")
    with over_a_window(db, offered.case_id, qtbot, qapp, now=lambda: late) as later:
        later.open(open_hand_over)
        assert "Terugkoppeling 5 dagen te laat." in later.words()
        later.push("Zij lieten horen")
        assert "Zij lieten horen op za 5 dec." in later.words()
        assert later.holding.handover.days_late(late.date()) == 0


def test_one_day_late_is_one_day(offered, sign_in, qtbot, qapp):
    late = MONDAY + timedelta(days=8)
    db = sign_in("Leyla")
    with over_a_window(db, offered.case_id, qtbot, qapp, now=lambda: late) as later:
        later.open(open_hand_over)
        assert "Terugkoppeling 1 dag te laat." in later.words()


def test_a_waiting_list_says_for_what_since_when_and_who_keeps_in_touch(offered):
    dialog = offered.open(open_hand_over)
    offered.push("Zij staat op een wachtlijst")
    offered.yes()
    assert dialog.fields["what"].problem() == "Schrijf waar ze op wacht."
    dialog.part.what.setText("een plek bij het maatschappelijk werk")
    offered.yes()
    assert dialog.fields["who"].problem() == "Schrijf wie contact houdt terwijl ze wacht."
    dialog.part.who.setText("Leyla")
    dialog.part.since.set_value(date(2026, 11, 24))
    offered.yes()
    assert dialog.fields["since"].problem() == "Deze dag komt nog."
    dialog.part.since.set_value(date(2026, 11, 20))
    offered.yes()
    assert "Zij wacht op een plek bij het maatschappelijk werk" in offered.words()
    assert offered.holding.handover.waiting.keeps_contact == "Leyla"
    assert offered.holding.holder.is_us


@pytest.mark.parametrize("how", list(Ending))
def test_it_may_not_go_on_and_nothing_changes_for_her(offered, how):
    before = offered.holding.holder
    dialog = offered.open(open_hand_over)
    offered.push("Het gaat niet door")
    offered.yes()
    assert dialog.fields["how"].problem() == "Kies een van de drie."
    dialog.part.how.set_value(how)
    offered.yes()
    assert offered.holding.handover is None
    assert offered.holding.holder == before
    assert dialog.accept_button.text() == "Bied aan"


def test_back_from_an_aside_leads_to_the_steps_and_then_out(offered):
    dialog = offered.open(open_hand_over)
    offered.push("Het gaat niet door")
    offered.press(Qt.Key.Key_Escape)
    assert offered.overlay is dialog
    assert "person" in dialog.fields
    offered.press(Qt.Key.Key_Escape)
    assert offered.overlay is None


def test_a_yes_that_was_taken_back_meanwhile_stops_the_offer(over):
    over.may_share()
    dialog = over.open(open_hand_over)
    over.consents_to(Purpose.SHARE_WITH_PARTNER, PARTNER, ConsentForm.WITHDRAWN)
    over.yes()
    assert dialog.problem().startswith("Hier zei ze geen ja tegen.")
    assert over.holding.handover is None


def test_whoever_does_not_hold_her_can_take_her(offered, sign_in, qtbot, qapp):
    offered.ctx.call(holders.end_handover, offered.case_id, Ending.REFUSED, now=MONDAY)
    with over_a_window(sign_in("Imane"), offered.case_id, qtbot, qapp) as imane:
        imane.open(open_hand_over)
        imane.push("Ik houd haar vast")
        assert imane.overlay is None
        assert imane.holding.holder.person == "Imane"


def test_whoever_holds_her_is_not_asked_to_take_her(offered):
    offered.ctx.call(holders.end_handover, offered.case_id, Ending.REFUSED, now=MONDAY)
    dialog = offered.open(open_hand_over)
    assert "Leyla houdt haar vast" in dialog.says.accessibleName()
    assert dialog._aside() == []


def test_what_has_stopped_is_not_handed_over(over):
    none = {"agreed_none": True, "now": MONDAY}
    over.ctx.call(holders.close, over.case_id, Reason.MANAGES_HERSELF, None, **none)
    assert over.open(open_hand_over) is None
    assert over.said[-1].is_problem


def test_hidden_names_stay_hidden(offered):
    offered.ctx.call(holders.accept, offered.case_id, "Jolanda", now=MONDAY)
    offered.ctx.veiled = True
    dialog = offered.open(open_hand_over)
    assert "Linde" not in dialog.accessibleName()
    assert "Jolanda" not in offered.words()


def test_a_new_handover_has_no_talk_yet(offered):
    for act in (holders.talk,):
        offered.ctx.call(holders.accept, offered.case_id, "Jolanda", now=MONDAY)
        offered.ctx.call(act, offered.case_id, now=MONDAY)
    assert talked_on(offered.page.entries) == TODAY
    offered.ctx.call(holders.end_handover, offered.case_id, Ending.REFUSED, now=MONDAY)
    assert talked_on(offered.ctx.call(cases.page, offered.case_id).entries) is None


@pytest.mark.parametrize("text", [text for _, text in HOSTILE], ids=[name for name, _ in HOSTILE])
def test_nothing_typed_does_harm(offered, text):
    dialog = offered.open(open_hand_over)
    dialog.part.person.setText(text)
    offered.yes()
    said = dialog.problem() or dialog.fields.get("person") or offered.holding.handover.person
    assert said is not None
    assert offered.holding.holder.is_us


def test_nothing_typed_about_waiting_does_harm(offered):
    for _, text in HOSTILE:
        dialog = offered.open(open_hand_over)
        offered.push("Zij staat op een wachtlijst")
        dialog.part.what.setText(text)
        dialog.part.who.setText(text)
        offered.yes()
        offered.no()
        dialog.close_overlay()
    assert offered.holding.holder.is_us
    assert offered.holding.handover.step is Step.OFFERED
