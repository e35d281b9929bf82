"""Every page and dialog of the view: names, Tab everywhere, no word cut off (LOOK.md 9)."""

import pytest
from inspection import faults_of, stops

from hgkm_desktop.services import numbers
from hgkm_desktop.services.prints import Form, Job
from hgkm_desktop.ui.views.handouts import edit_menu
from hgkm_desktop.ui.views.handouts.number_form import NumberForm
from hgkm_desktop.ui.views.handouts.old_numbers import OldNumbers

LOOKS = [("nl", 100), ("nl", 130), ("en", 115), ("ar", 100), ("ar", 130)]


@pytest.fixture(params=LOOKS, ids=lambda look: f"{look[0]}-{look[1]}")
def seen(request, open_page):
    language, scale = request.param
    width = 1366 - 22 * 2 - round(198 * scale / 100)
    return open_page("Joke", language, (width, 602), scale=scale)


def check(page, name):
    page.settle()
    root = page.overlay or page.view
    faults = faults_of(root)
    if len(stops(root)) == 1:
        faults = [fault for fault in faults if not fault.startswith("Tab stays")]
    assert not faults, "\n".join([name, *faults])


def test_the_sheets_in_every_form(seen):
    check(seen, "as opened")
    seen.panel.show_language("ar")
    seen.choose(seen.panel.head.forms, Form.ALOUD)
    check(seen, "read aloud")
    seen.first.show_sheet("card")
    check(seen, "the card")
    seen.first.show_sheet("youth_protection")
    check(seen, "a long title")
    seen.first.show_sheet("going_along_confidant")
    check(seen, "a sheet that stays")


def test_the_pages_beside_it(seen):
    pages = seen.view.pages
    seen.choose(seen.panel.head.forms, Form.ALOUD)
    pages.read_large()
    check(seen, "reading")
    pages.list_several()
    pages.several.add.click()
    check(seen, "several")
    pages.list_numbers()
    check(seen, "numbers")
    pages.edit("time_out", "ar")
    check(seen, "text")
    pages.text.form.title.clear()
    pages.text.form.lines["why"].setPlainText("0800-2000")
    pages.text.save.click()
    check(seen, "text with problems")


@pytest.mark.parametrize("deed", [edit_menu.REVIEW, edit_menu.HOUSE, edit_menu.TRANSLATION])
def test_the_dialogs_of_the_menu(seen, deed):
    seen.view.editing.open_menu()
    check(seen, "menu")
    seen.overlay.close_overlay()
    seen.view.editing.open(deed)
    check(seen, deed)
    if deed == edit_menu.TRANSLATION:
        seen.view.editing.dialog.take_in(b"")
        check(seen, "a wrong file")


def test_the_other_dialogs(seen):
    seen.push(seen.panel.head.for_us)
    check(seen, "for us")
    seen.overlay.close_overlay()
    seen.push(seen.first.history)
    check(seen, "printed")
    seen.overlay.close_overlay()
    form = NumberForm(seen.ctx)
    form.open(seen.window)
    check(seen, "own number")
    form.overlay.close_overlay()
    old = [seen.ctx.call(numbers.by_key)[key] for key in ("emergency", "hear_my_voice")]
    OldNumbers(seen.ctx, old, list).open(seen.window)
    check(seen, "old numbers")
    assert seen.panel.job() == Job("domestic_violence", "nl")
