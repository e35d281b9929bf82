from uuid import uuid4

import pytest
from cases_window import SMALL, begin, cases_window
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hgkm_desktop.errors import Forbidden
from hgkm_desktop.models.codes import Role
from hgkm_desktop.rules.lists import GuideStep
from hgkm_desktop.services import cases, drafts, erasing
from hgkm_desktop.services.case_name import CaseName

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def leyla(sign_in):
    return sign_in("Leyla")


@pytest.fixture
def roos(desk, leyla):
    return begin(desk, leyla, "Roos")


@pytest.fixture
def shown(roos, leyla, qtbot, qapp):
    with cases_window(leyla, qtbot, qapp, size=SMALL) as made:
        yield made


def test_enter_opens_her_and_escape_leads_back_to_her_row(shown):
    back = shown.window.header.back
    assert not back.isVisible()
    shown.choose("Roos")
    shown.press(Qt.Key.Key_Return)
    assert shown.window.header.heading.text() == "Roos"
    assert back.isVisible()
    shown.press(Qt.Key.Key_Escape)
    assert shown.window.header.heading.text() == "Begeleiding"
    assert not back.isVisible()
    assert shown.table.hasFocus()
    assert shown.table.current().name.alias == "Roos"


def test_one_click_opens_her_and_the_arrow_in_the_bar_leads_back(shown):
    shown.click("Roos")
    assert shown.window.header.heading.text() == "Roos"
    shown.push(shown.window.header.back)
    assert shown.window.header.heading.text() == "Begeleiding"


def test_a_second_click_presses_nothing_on_the_page_that_came(shown, qtbot):
    shown.click("Roos")
    deaf = Qt.WidgetAttribute.WA_TransparentForMouseEvents
    assert shown.view.pages.testAttribute(deaf)
    qtbot.waitUntil(lambda: not shown.view.pages.testAttribute(deaf))


def test_the_way_back_from_a_note_leads_over_her_page(shown, roos):
    shown.view.way.write_note.emit(roos, None)
    assert shown.view.pages.here is shown.view.pages.note
    shown.view.way.back.emit()
    assert shown.window.header.heading.text() == "Roos"
    shown.view.way.guide.emit(roos)
    shown.view.way.advice.emit()
    assert shown.view.pages.here is shown.view.pages.advice
    for _ in range(3):
        shown.view.way.back.emit()
    assert shown.view.pages.here is shown.view.pages.home


def test_every_page_hears_escape(shown, roos, qtbot):
    pages = shown.view.pages
    for asked in (
        lambda: shown.view.way.open_case.emit(roos),
        lambda: shown.view.way.guide.emit(roos),
        lambda: shown.view.way.advice.emit(),
    ):
        asked()
        here = pages.here
        assert here is shown.focus or here.isAncestorOf(shown.focus)
        shown.press(Qt.Key.Key_Escape)
        assert pages.here is not here


def test_what_may_no_longer_be_seen_is_left(shown, leyla, roos):
    shown.view.way.open_case.emit(roos)
    shown.ctx.call(erasing.erase, roos, now=shown.ctx.now())
    assert shown.view.pages.here is shown.view.pages.home
    assert shown.page.rows == []


def test_a_case_that_is_not_hers_is_refused_in_the_one_wording(shown):
    shown.view.way.open_case.emit(uuid4())
    assert shown.view.pages.here is shown.view.pages.home
    with pytest.raises(Forbidden) as refused:
        shown.ctx.call(cases.name_of, uuid4())
    assert shown.said[-1].text == refused.value.title


def test_whoever_asks_for_her_is_brought_to_her_page(shown, roos):
    shown.window.go_to("walk_ins")
    shown.ctx.show(CaseName(roos, "BL-000001", "Roos"))
    assert shown.window.header.heading.text() == "Roos"
    assert shown.view.identifier == "cases"


def test_the_heading_is_a_code_behind_the_veil(shown, roos):
    shown.view.way.open_case.emit(roos)
    shown.window.header.veil.click()
    assert shown.window.header.heading.text().startswith("BL-")


def test_the_help_page_lists_the_keys_of_the_page_in_sight(shown, roos):
    told = list(shown.view.keys())
    keys = {key for each in told for key in each.keys}
    assert {"↑", "↓", "Enter", "Spatie", "Esc"} <= keys
    shown.view.way.open_case.emit(roos)
    assert shown.view.keys()[-1].does == "Terug naar de vorige pagina"


def test_locking_keeps_which_note_was_open_and_it_opens_again(leyla, roos, qtbot, qapp):
    with cases_window(leyla, qtbot, qapp) as shown:
        shown.view.way.write_note.emit(roos, None)
        QTest.keyClicks(shown.focus, "zevenblad")
        draft = shown.view.draft()
        assert draft == {"case": str(roos), "corrects": None}
        assert "zevenblad" in str(leyla.call(drafts.look, f"cases/{roos}/note"))
        leyla.call(drafts.keep, "cases", draft)
    with cases_window(leyla, qtbot, qapp) as shown:
        shown.view.restore(leyla.call(drafts.look, "cases"))
        assert shown.view.pages.here is shown.view.pages.note
        assert leyla.call(drafts.look, "cases") is None
        shown.view.way.back.emit()
        assert shown.window.header.heading.text() == "Roos"


def test_a_draft_of_a_case_that_is_gone_leads_to_the_list(leyla, qtbot, qapp):
    with cases_window(leyla, qtbot, qapp) as shown:
        shown.view.restore({"case": str(uuid4()), "corrects": None})
        assert shown.view.pages.here is shown.view.pages.home


@pytest.mark.parametrize(
    ("name", "is_there"),
    [("Leyla", True), ("Salma", True), ("Hanan", False), ("Joke", False), ("Bea", False)],
)
def test_only_confidants_and_coordinators_have_the_page(sign_in, qtbot, qapp, name, is_there):
    with cases_window(sign_in(name), qtbot, qapp) as shown:
        there = [view.identifier for view in shown.window.views]
        assert ("cases" in there) is is_there
        assert shown.ctx.may(Role.CONFIDANT, Role.COORDINATOR) is is_there


def test_the_list_is_read_again_only_when_something_changed(shown, roos, monkeypatch):
    read = []
    home = shown.view.pages.home
    monkeypatch.setattr(home, "refresh", lambda: read.append(True))
    shown.view.way.open_case.emit(roos)
    shown.view.way.back.emit()
    assert read == []
    shown.view.way.open_case.emit(roos)
    shown.ctx.call(cases.rename, roos, "Linde")
    assert shown.window.header.heading.text() == "Linde"
    assert read == []
    shown.view.way.back.emit()
    assert read == [True]


def test_advice_is_asked_from_the_list_too(shown):
    shown.push(shown.page.card.advice)
    assert shown.view.pages.here is shown.view.pages.advice
    shown.press(Qt.Key.Key_Escape)
    assert shown.view.pages.here is shown.view.pages.home


def test_a_lock_keeps_what_is_half_typed_in_the_guide_and_at_the_advice(shown, leyla, roos):
    way, pages = shown.view.way, shown.view.pages
    way.guide.emit(roos)
    pages.guide.steps[GuideStep.SIGNALS].form.text.setPlainText("Haar jas bleef aan.")
    assert shown.view.draft() is None
    assert "jas" in str(leyla.call(drafts.look, f"cases/{roos}/guide"))
    way.advice.emit()
    pages.advice.form.texts["asked"].setPlainText("Wat als ze niet wil?")
    way.back.emit()
    assert pages.here is not pages.advice
    assert shown.view.draft() is None
    assert "niet wil" in str(leyla.call(drafts.look, "advice"))
