"""Somebody beside her has new keys: a person says yes, never a program."""

import pytest
from desk import MONDAY
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from standing_beside import member, open_linde

from hgkm_desktop.services import case_team, members
from hgkm_desktop.settings import Settings
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.views.cases.keys_banner import KeysBanner
from hgkm_desktop.ui.widgets.buttons import Button
from hgkm_desktop.ui.widgets.strips import Banner


def shown(db, qtbot):
    ctx = Context(db, db.call(members.names)[db.actor.member_id], Settings(), lambda: MONDAY)
    window = QWidget()
    banner = KeysBanner(ctx)
    QVBoxLayout(window).addWidget(banner)
    window.show()
    qtbot.addWidget(window)
    return ctx, banner, window


def names_in(banner):
    return [each.accessibleName() for each in banner.findChildren(Banner) if each.isVisible()]


@pytest.fixture
def waiting(desk, sign_in):
    leyla = sign_in("Leyla")
    for _ in range(2):
        open_linde(desk, leyla)
    sign_in("Bea").call(members.reset_passphrase, member(desk, "Imane"), now=MONDAY)
    return sign_in("Leyla")


def test_one_yes_gives_her_every_case_they_share(waiting, qtbot):
    ctx, banner, window = shown(waiting, qtbot)
    said = []
    ctx.noticed.connect(said.append)
    assert banner.isVisible()
    (line,) = banner.findChildren(Banner)
    told = "Imane heeft nieuwe sleutels. Staat zij naast je? Dan kan ze weer lezen: Linde, Linde."
    assert line.accessibleName() == told
    button = banner.findChild(Button)
    assert button.accessibleName() == "Ja, ik zie Imane"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert ctx.call(case_team.waiting) == []
    assert not banner.isVisible()
    assert said[-1].text == "Imane kan weer lezen."
    window.close()


def test_hidden_names_are_hidden_here_too(waiting, qtbot):
    ctx, banner, window = shown(waiting, qtbot)
    ctx.veil(True)
    qtbot.waitUntil(lambda: names_in(banner) != [])
    (name,) = names_in(banner)
    assert "Linde" not in name
    assert name.startswith("I. heeft nieuwe sleutels.")
    window.close()


def test_nobody_waits_and_it_is_out_of_sight(desk, sign_in, qtbot):
    leyla = sign_in("Leyla")
    open_linde(desk, leyla)
    _ctx, banner, window = shown(leyla, qtbot)
    assert not banner.isVisible()
    window.close()


def test_others_see_nothing(waiting, sign_in, qtbot):
    _ctx, banner, window = shown(sign_in("Salma"), qtbot)
    assert not banner.isVisible()
    window.close()
