"""What holds for every page before sign-in: named, reachable, and whole in every look."""

from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from hgkm_desktop import texts
from hgkm_desktop.errors import CannotOpen
from hgkm_desktop.ui import style
from hgkm_desktop.ui.entrance.cannot_open import CannotOpenPage
from hgkm_desktop.ui.entrance.first_start import FirstStart
from hgkm_desktop.ui.entrance.key_ring_look import KeyRingLook
from hgkm_desktop.ui.entrance.key_ring_page import KeyRingPage
from hgkm_desktop.ui.entrance.lock_screen import LockScreen
from hgkm_desktop.ui.entrance.passphrase_step import PassphraseStep
from hgkm_desktop.ui.entrance.recovery_step import RecoveryStep
from hgkm_desktop.ui.entrance.restore import RestorePage
from hgkm_desktop.ui.entrance.sign_in import SignInPage
from hgkm_desktop.ui.entrance.slip_step import SlipStep
from hgkm_desktop.vault.slots import Tile

DAMAGED = CannotOpen("Het bestand van het logboek is beschadigd.", "", "DB-06")
TEAM = [Tile(uuid4(), name, color) for color, name in enumerate(("Naima", "Asha"), start=1)]


@pytest.fixture
def make(world, background, now, tmp_path):
    """Make any page by its name, in the language and look of the moment."""

    def made(name) -> QWidget:
        around = world.around()
        first = FirstStart(tmp_path, lambda _: None, now, around=around, background=background)
        known = first.answers
        known.second_name, known.second_passphrase = "Yvonne", "een twee drie vier vijf"
        if name == "first start":
            return first
        first.deleteLater()
        if name == "sign-in":
            page = SignInPage(now)
            page.show_tiles(TEAM)
            return page
        if name == "unlock":
            page = LockScreen(now, TEAM[0].member_id, draft_kept=True)
            page.show_tiles(TEAM)
            page.wake()
            return page
        return {
            "passphrase": lambda: PassphraseStep(known),
            "recovery": lambda: RecoveryStep(known, background, around.press, now),
            "slip": lambda: SlipStep(known, background, around.press, now),
            "key ring": lambda: KeyRingPage(KeyRingLook(background, around.key_ring, background)),
            "restore": lambda: RestorePage(tmp_path, background, around),
            "cannot open": lambda: CannotOpenPage(
                CannotOpen("Het bestand is beschadigd.", "", "DB-06"),
                tmp_path,
                background=background,
            ),
        }[name]()

    return made


PAGES = (
    "first start",
    "passphrase",
    "recovery",
    "slip",
    "key ring",
    "restore",
    "cannot open",
    "sign-in",
    "unlock",
)


def stops(page):
    """Return every widget that Tab comes to, in order."""
    found, at = [], page.nextInFocusChain()
    while at is not page:
        if at.focusPolicy() & Qt.FocusPolicy.TabFocus and at.isVisibleTo(page) and at.isEnabled():
            found.append(at)
        at = at.nextInFocusChain()
    return found


@pytest.mark.parametrize("name", PAGES)
def test_whatever_takes_the_keyboard_has_a_name(make, shown, name):
    page = shown(make(name))
    assert stops(page)
    assert [w for w in stops(page) if not (w.accessibleName() or getattr(w, "text", str)())] == []


@pytest.mark.parametrize("name", PAGES)
def test_tab_comes_everywhere_and_back(make, shown, keys, name):
    page = shown(make(name))
    all_stops = stops(page)
    all_stops[0].setFocus()
    seen = set()
    for _ in range(len(all_stops) + 1):
        seen.add(QApplication.focusWidget())
        keys.tab()
    assert seen >= set(all_stops)


@pytest.mark.parametrize("name", PAGES)
def test_no_words_are_markup(make, shown, name):
    page = shown(make(name))
    for label in page.findChildren(QLabel):
        assert label.textFormat() != Qt.TextFormat.AutoText, label.text()


@pytest.mark.parametrize("language", ["nl", "en", "ar"])
@pytest.mark.parametrize(("dark", "scale"), [(False, 100), (True, 130)])
@pytest.mark.parametrize("name", PAGES)
def test_every_page_stands_in_every_look(make, shown, qapp, name, dark, scale, language):
    texts.use(language)
    right, left = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
    qapp.setLayoutDirection(right if texts.is_right_to_left() else left)
    style.apply(qapp, dark, scale)
    page = shown(make(name), 1366, 696)
    assert not page.grab().isNull()
