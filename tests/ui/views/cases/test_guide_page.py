"""The guide beside her: read, noted by, and nothing is sent (R-157, R-191, R-297)."""

from datetime import timedelta

import pytest
from beside_page import shown
from desk import MONDAY
from hostile import HOSTILE
from opened_case import TODAY, open_case
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSlider

from hgkm_desktop.errors import Forbidden
from hgkm_desktop.rules.bodies import GuideNote
from hgkm_desktop.rules.guide import Status, guide
from hgkm_desktop.rules.lists import GuideStep
from hgkm_desktop.services import around_her, cases, drafts, organisation
from hgkm_desktop.ui.views.cases.guide_page import GuidePage

ROOM = 1057
"""What 130 % leaves beside the rail of a window of 1366."""
ROOM_SIZE = ROOM, 480


@pytest.fixture
def leyla(sign_in):
    return sign_in("Leyla")


@pytest.fixture
def roos(leyla):
    return open_case(leyla)


@pytest.fixture
def it(leyla, roos, qtbot, qapp):
    with shown(leyla, GuidePage, qtbot, qapp) as made:
        made.page.begin(roos)
        yield made


def noted(db, case_id):
    return db.call(cases.page, case_id).standing.guide


def choose(it, step):
    tab = next(tab for tab in it.page.tabs.tabs if tab.identifier == step.value)
    QTest.mouseClick(tab, Qt.MouseButton.LeftButton)
    return it.page.steps[step]


def test_each_step_explains_itself_in_the_words_of_volunteers(it):
    for step in GuideStep:
        choose(it, step)
        for line in guide(Status.FREE, "nl").steps[step]:
            filled = line.format(veilig_thuis="0800-2000", emergency="112")
            assert filled in it.words(), step


def test_only_the_step_that_was_chosen_is_seen(it):
    for step in GuideStep:
        choose(it, step)
        assert [each for each, panel in it.page.steps.items() if panel.isVisible()] == [step]


def test_what_is_noted_stands_there_at_once_and_in_her_case(it, leyla, roos):
    panel = choose(it, GuideStep.SIGNALS)
    panel.form.text.setPlainText("Ze had haar jas aan, het hele gesprek.")
    it.push(panel.form.save)
    assert noted(leyla, roos) == {
        GuideStep.SIGNALS: [
            GuideNote(GuideStep.SIGNALS, TODAY, "Ze had haar jas aan, het hele gesprek.")
        ]
    }
    assert "Ze had haar jas aan" in it.words()
    assert "Opgeschreven door Leyla" in it.words()
    assert it.said[-1].text == "Bewaard."
    assert panel.form.text.toPlainText() == ""
    assert [tab.count for tab in it.page.tabs.tabs] == [1, None, None, None, None]


def test_at_the_last_step_is_noted_who_decided_and_whether_she_knows(it, leyla, roos):
    panel = choose(it, GuideStep.DECIDE)
    panel.form.text.setPlainText("We gaan samen naar het Buurtteam.")
    panel.form.whom.setText("Imane")
    panel.form.told.segments[1].click()
    it.push(panel.form.save)
    (note,) = noted(leyla, roos)[GuideStep.DECIDE]
    assert (note.with_whom, note.told_her) == ("Imane", False)
    assert "Met: Imane" in it.words()
    assert "Zij weet het nog niet." in it.words()


def test_a_step_asks_for_no_more_than_it_needs(it):
    asked = {step: set(panel.form.fields) for step, panel in it.page.steps.items()}
    assert asked[GuideStep.SIGNALS] == asked[GuideStep.TALK] == {"text", "on"}
    assert asked[GuideStep.WEIGH] == {"text", "on"}
    assert asked[GuideStep.CONSULT] == {"text", "on", "with_whom"}
    assert asked[GuideStep.DECIDE] == {"text", "on", "with_whom", "told_her"}


def test_what_cannot_be_noted_is_said_at_its_field(it, leyla, roos):
    form = choose(it, GuideStep.CONSULT).form
    it.push(form.save)
    assert form.fields["text"].problem() and form.text.hasFocus()
    form.text.setPlainText("Gebeld.")
    form.day.set_value(TODAY + timedelta(days=1))
    form.whom.setText("x" * 200)
    it.push(form.save)
    assert [name for name, field in form.fields.items() if field.problem()] == ["on", "with_whom"]
    assert noted(leyla, roos) == {}
    assert form.text.toPlainText() == "Gebeld."


@pytest.mark.parametrize("text", [text for _, text in HOSTILE], ids=[name for name, _ in HOSTILE])
def test_whatever_is_typed_harms_nothing(text, leyla, qtbot, qapp):
    case_id = open_case(leyla)
    with shown(leyla, GuidePage, qtbot, qapp) as it:
        it.page.begin(case_id)
        form = it.page.steps[GuideStep.SIGNALS].form
        form.text.setPlainText(text[:50_000])
        form.save.click()
        assert len(noted(leyla, case_id).get(GuideStep.SIGNALS, [])) <= 1


def test_the_newest_note_stands_first(it, leyla, roos):
    for text in ("eerst", "later"):
        note = GuideNote(GuideStep.TALK, TODAY, text)
        leyla.call(around_her.guide, roos, note, now=MONDAY)
    choose(it, GuideStep.TALK)
    assert it.words().index("later") < it.words().index("eerst")


def test_the_other_confidant_reads_it_and_nobody_else(it, roos, sign_in, qtbot, qapp):
    with shown(sign_in("Imane"), GuidePage, qtbot, qapp) as hers:
        hers.page.begin(roos)
        assert hers.page.heading() == "Vijf stappen"
    with shown(sign_in("Salma"), GuidePage, qtbot, qapp) as not_hers:
        with pytest.raises(Forbidden):
            not_hers.page.begin(roos)
        assert not_hers.page.beside() == ""


def test_the_title_says_beside_whom(it, leyla, roos):
    code = leyla.call(cases.name_of, roos).code
    assert it.page.beside() == f"Roos · {code}"
    it.ctx.veil(True)
    assert it.page.beside() == code


def test_the_veil_hides_every_text_and_brings_it_back(it, leyla, roos):
    note = GuideNote(GuideStep.SIGNALS, TODAY, "zevenblad", "Imane")
    leyla.call(around_her.guide, roos, note, now=MONDAY)
    choose(it, GuideStep.SIGNALS)
    it.page.steps[GuideStep.SIGNALS].form.text.setPlainText("kattenstaart")
    it.ctx.veil(True)
    assert "zevenblad" not in it.words() and "Imane" not in it.words()
    assert "Leyla" not in it.words()
    assert not it.page.steps[GuideStep.SIGNALS].form.isVisible()
    it.ctx.veil(False)
    assert "zevenblad" in it.words()
    assert it.page.steps[GuideStep.SIGNALS].form.text.toPlainText() == "kattenstaart"


@pytest.mark.parametrize("status", Status)
def test_the_words_follow_how_the_organisation_stands(status, it, sign_in, roos):
    sign_in("Salma").call(organisation.choose_meldcode, status.value)
    it.page.begin(roos)
    assert ("aandachtsfunctionaris" in it.words()) == (status is Status.SUBSIDY)
    assert ("Wet verplichte meldcode" in it.words()) == (status is Status.BOUND)


def test_the_red_flags_fold_and_lie_open_beside_the_fourth_step(it):
    flags = it.page.aside.flags
    assert not flags.is_open and "Stalken." not in it.words()
    it.push(flags.button)
    assert flags.is_open and flags.button.accessibleDescription() == "open"
    assert "Stalken." in it.words()
    assert "Zie je er één? Bel voor advies: 0800-2000." in it.words()
    it.push(flags.button)
    assert "Stalken." not in it.words()
    choose(it, GuideStep.WEIGH)
    assert flags.is_open


def test_nothing_on_the_page_can_be_ticked_or_counted(it):
    for step in GuideStep:
        choose(it, step)
        for kind in (QCheckBox, QRadioButton, QSlider):
            assert it.page.findChildren(kind) == []
    checkable = [b for b in it.page.aside.findChildren(QAbstractButton) if b.isCheckable()]
    assert checkable == []


def test_the_log_of_advice_is_one_press_away(it, qtbot):
    with qtbot.waitSignal(it.way.advice):
        it.push(it.page.aside.log)


def test_what_is_half_typed_at_several_steps_comes_back(it, leyla, roos, qtbot, qapp):
    signals, decide = it.page.steps[GuideStep.SIGNALS].form, it.page.steps[GuideStep.DECIDE].form
    signals.text.setPlainText("zevenblad")
    decide.whom.setText("Imane")
    decide.told.segments[0].click()
    decide.day.set_value(TODAY - timedelta(days=2))
    it.page.keep_half_typed()
    with shown(leyla, GuidePage, qtbot, qapp) as again:
        again.page.begin(roos)
        steps = again.page.steps
        assert steps[GuideStep.SIGNALS].form.text.toPlainText() == "zevenblad"
        note = steps[GuideStep.DECIDE].form.note()
        assert (note.with_whom, note.told_her, note.on) == (
            "Imane",
            True,
            TODAY - timedelta(days=2),
        )


def test_a_saved_step_leaves_no_draft_and_another_step_keeps_its_own(it, leyla, roos):
    place = f"cases/{roos}/guide"
    for step, text in ((GuideStep.SIGNALS, "zevenblad"), (GuideStep.TALK, "kattenstaart")):
        it.page.steps[step].form.text.setPlainText(text)
    it.page.keep_half_typed()
    it.push(choose(it, GuideStep.SIGNALS).form.save)
    assert list(leyla.call(drafts.look, place)) == ["talk"]
    it.push(choose(it, GuideStep.TALK).form.save)
    assert leyla.call(drafts.look, place) is None


def test_what_is_half_typed_beside_one_never_shows_beside_another(it, leyla, roos):
    other = open_case(leyla, alias="Iris")
    it.page.steps[GuideStep.SIGNALS].form.text.setPlainText("zevenblad")
    it.page.begin(other)
    assert it.page.steps[GuideStep.SIGNALS].form.text.toPlainText() == ""
    it.page.begin(roos)
    assert it.page.steps[GuideStep.SIGNALS].form.text.toPlainText() == "zevenblad"


def test_the_keyboard_reaches_everything_and_each_part_has_a_name(it):
    it.page.take_focus()
    assert it.focus in it.page.tabs.tabs
    seen = it.tab_stops()
    form = it.page.steps[GuideStep.SIGNALS].form
    assert {form.text, form.day, form.save} <= seen
    assert {it.page.aside.flags.button, it.page.aside.log} <= seen
    assert all(widget.accessibleName() for widget in seen)


@pytest.mark.parametrize("language", ["nl", "en", "ar"])
@pytest.mark.parametrize("scale", [100, 130])
def test_it_fits_a_small_window_in_every_language(leyla, roos, qtbot, qapp, language, scale):
    with shown(leyla, GuidePage, qtbot, qapp, language=language, scale=scale, size=ROOM_SIZE) as it:
        it.page.begin(roos)
        for step in GuideStep:
            choose(it, step)
            assert it.page.minimumSizeHint().width() <= ROOM
        assert it.page.width() <= ROOM
