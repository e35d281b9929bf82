"""The first start where the key ring is missing, locked, or does not keep what it gets."""

import pytest
from first_steps import choose_passphrase, fill_two_steps, finish_sheet, next_page

from hgkm_desktop.errors import KeyRingTrouble
from hgkm_desktop.ui.entrance.key_ring_page import KeyRingPage


def test_the_key_ring_may_fail_while_founding(wizard, keys, qtbot, begun):
    begun.fault = KeyRingTrouble("De sleutelbos zit op slot.", "Ontgrendel hem.", "locked")
    page = wizard()
    fill_two_steps(page, keys, qtbot)
    choose_passphrase(page, keys, qtbot)
    finish_sheet(page, keys, qtbot)
    keys.enter()
    qtbot.waitUntil(lambda: isinstance(page.page, KeyRingPage))
    begun.fault = None
    page.page.without.understood.click()
    page.page.without.button.click()
    with qtbot.waitSignal(page.opened):
        page.foot.next_button.click()
    assert begun[1].without_key_ring


@pytest.mark.parametrize("state", ["missing", "untrusted"])
def test_without_a_safe_key_ring_she_goes_on_only_knowingly(wizard, keys, qtbot, world, state):
    world.state = state
    page = wizard()
    keys.type("Nisa for Nisa")
    next_page(page, keys, qtbot)
    assert isinstance(page.page, KeyRingPage)
    ways = page.page.without
    assert not ways.button.isEnabled()
    ways.understood.click()
    ways.button.click()
    assert page.answers.without_key_ring
    assert page.page.accessibleName() == "Wie is de eerste coördinator?"


def test_a_key_ring_that_was_mended_is_used(wizard, keys, qtbot, world):
    world.state = "missing"
    page = wizard()
    keys.type("Nisa for Nisa")
    next_page(page, keys, qtbot)
    asking = page.page
    keys.enter()
    qtbot.waitUntil(asking.retry.isEnabled)
    assert page.page is asking
    world.state = "ready"
    next_page(page, keys, qtbot)
    assert not page.answers.without_key_ring


def test_a_locked_key_ring_is_unlocked(wizard, keys, qtbot, world):
    world.state = "locked"
    page = wizard()
    keys.type("Nisa for Nisa")
    next_page(page, keys, qtbot)
    assert page.page.retry.text() == "Ontgrendel de sleutelbos"
    next_page(page, keys, qtbot)
    assert world.unlocked == 1


def test_back_from_the_key_ring_is_the_organisation(wizard, keys, qtbot, world):
    world.state = "missing"
    page = wizard()
    keys.type("Nisa for Nisa")
    next_page(page, keys, qtbot)
    page.foot.back_button.click()
    assert page.page.organisation.widget.text() == "Nisa for Nisa"


def test_a_key_ring_that_does_not_keep_the_key_is_called_that(wizard, keys, qtbot, begun):
    begun.fault = KeyRingTrouble("Het geheim is weg.", "", "emptied")
    page = wizard()
    fill_two_steps(page, keys, qtbot)
    choose_passphrase(page, keys, qtbot)
    finish_sheet(page, keys, qtbot)
    keys.enter()
    qtbot.waitUntil(lambda: isinstance(page.page, KeyRingPage))
    assert page.page.accessibleName() == "De sleutelbos houdt onze sleutel niet vast"
    page.foot.back_button.click()
    assert page.page.is_complete()


def test_a_key_ring_that_is_not_known_yet_is_waited_for(wizard, keys, qtbot, world):
    from threading import Event

    answer = Event()
    world.look = answer.wait
    page = wizard()
    keys.type("Nisa for Nisa")
    keys.enter()
    assert page.foot.is_busy
    answer.set()
    qtbot.waitUntil(lambda: page.page.accessibleName() == "Wie is de eerste coördinator?")
    assert not page.foot.is_busy
