"""The card for danger, the guide and the log of advice in the whole program: names, Tab, words."""

import pytest
from desk import MONDAY
from inspection import faults_of, outer, said, stops
from program import running
from PySide6.QtCore import Qt
from standing_beside import open_linde

from hgkm_desktop.db import Database
from hgkm_desktop.rules.lists import GuideStep
from hgkm_desktop.settings import Settings
from hgkm_desktop.sheets.numbers import FRESH_FOR
from hgkm_desktop.ui.emergency_card import EmergencyCard
from hgkm_desktop.ui.widgets.dialog import Overlay

LOOKS = [(language, scale) for language in ("nl", "en", "ar") for scale in (100, 130)]


@pytest.fixture(params=LOOKS, ids=lambda look: f"{look[0]}-{look[1]}")
def look(request):
    language, scale = request.param
    return Settings(language=language, scale=scale)


@pytest.fixture
def linde(desk):
    leyla = Database(desk.open("Leyla"), desk.now)
    yield open_linde(desk, leyla)
    leyla.close()


def faults(it, root) -> list[str]:
    """Return what has no name, is cut off or out of reach of Tab; a date keeps Tab three times."""
    found = [fault for fault in faults_of(root) if fault.startswith(("no name", "cut off"))]
    wanted, seen = stops(root), set()
    wanted[0].setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(3 * len(wanted)):
        seen.add(outer(it.focus))
        it.press(Qt.Key.Key_Tab)
    return found + [f"Tab never comes to {said(each)}" for each in wanted if each not in seen]


def test_the_guide_and_the_log_of_advice(look, desk, linde, qtbot):
    with running(desk, qtbot, look=look) as it:
        it.sign_in("Leyla")
        for forced in it.window.findChildren(Overlay):
            forced.close_overlay()
        it.program.desk.page.go_to("cases")
        pages, found = it.view.pages, {}
        pages.open_case(linde)
        pages.open_guide(linde)
        for step in GuideStep:
            pages.guide.tabs.select(step.value)
            pages.guide.open(step.value)
            found[step.value] = faults(it, pages.guide)
        pages.open_advice()
        found["advice"] = faults(it, pages.advice)
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def test_the_card_for_danger_with_fresh_and_with_old_numbers(look, desk, qtbot):
    for now in (MONDAY, MONDAY + 2 * FRESH_FOR):
        with running(desk, qtbot, look=look, now=lambda at=now: at) as it:
            it.sign_in("Salma")
            it.press(Qt.Key.Key_F2)
            assert isinstance(it.overlay, EmergencyCard)
            found = faults(it, it.overlay)
        assert found == []
