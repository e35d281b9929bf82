"""Every page and dialog of the view: names, Tab everywhere, no word cut off (LOOK.md 9)."""

import pytest
from city import SHELTER, TEAM, fill
from directory import Directory
from inspection import faults_of, outer, said, stops
from PySide6.QtCore import Qt

from hgkm_desktop.ui.widgets.date_time import DateField

LOOKS = [("nl", 100), ("nl", 130), ("ar", 100), ("ar", 130)]


@pytest.fixture(params=LOOKS, ids=lambda look: f"{look[0]}-{look[1]}")
def seen(request, open_page, db):
    language, scale = request.param
    fill(Directory(db))
    width = 1366 - 22 * 2 - round(198 * scale / 100)
    return open_page("Joke", language, (width, 610), scale=scale)


def check(page, name):
    page.settle()
    root = page.overlay or page.view
    wanted = stops(root)
    faults = faults_of(root)
    if len(wanted) == 1 or root.findChildren(DateField):
        walked = "Tab stays", "not by Tab"
        faults = [fault for fault in faults if not fault.startswith(walked)]
        faults += unreached(page, wanted)
    assert not faults, "\n".join([name, *faults])


def unreached(page, wanted):
    """A date keeps Tab for its day, month and year: only say where Tab never comes."""
    seen = set()
    wanted[0].setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(3 * len(wanted) + 6):
        seen.add(outer(page.focus))
        page.press(Qt.Key.Key_Tab)
    return [f"Tab never comes to {said(each)}" for each in wanted if each not in seen]


def test_the_page_and_its_cards(seen):
    seen.choose(TEAM)
    check(seen, "a full card")
    seen.choose(SHELTER)
    check(seen, "nobody known")
    seen.choose("Veilig Thuis")
    check(seen, "a national number")


def test_the_dialogs_that_are_read(seen):
    seen.choose(TEAM)
    seen.view.deeds.show_reachable()
    check(seen, "now")
    seen.push(seen.overlay.when.segments[1])
    check(seen, "another moment")
    seen.overlay.close_overlay()
    seen.side.call_asked.emit()
    check(seen, "call")
    seen.overlay.close_overlay()
    seen.push(seen.side.more)
    check(seen, "menu")
    seen.overlay.close_overlay()
    seen.push(seen.page.bar.more)
    check(seen, "menu of the list")


def test_the_forms(seen):
    seen.choose(TEAM)
    seen.push(seen.side.change)
    seen.type(name="")
    seen.save()
    check(seen, "a partner with a problem")
    seen.push(seen.overlay.cancel_button)
    seen.view.deeds.about_one.write_person()
    check(seen, "a person")
    seen.overlay.close_overlay()
    seen.side.agreement_asked.emit(seen.page.chosen.agreements[0])
    check(seen, "an agreement")


def test_how_it_ends(seen):
    seen.choose(TEAM)
    seen.view.deeds.about_one._on_end_asked()
    check(seen, "it stopped")
    seen.overlay.close_overlay()
    seen.view.deeds.about_one._on_merge_asked()
    check(seen, "put together")
