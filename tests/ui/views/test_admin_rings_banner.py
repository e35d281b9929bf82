import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hgkm_desktop.models.codes import Role
from hgkm_desktop.services import members, rings
from hgkm_desktop.settings import Settings
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.rings_banner import rings_banner
from hgkm_desktop.ui.widgets.buttons import Button
from hgkm_desktop.ui.widgets.strips import Banner


def banner_for(db):
    ctx = Context(db, db.call(members.names)[db.actor.member_id], Settings(), db._now)
    return ctx, rings_banner(ctx)


@pytest.fixture
def new_confidant(sign_in):
    salma = sign_in("Salma")
    return salma.call(members.add, "Nora", (Role.CONFIDANT,), 1, now=salma._now()).member


@pytest.fixture
def shown(sign_in, new_confidant, qtbot):
    ctx, banner = banner_for(sign_in("Leyla"))
    window = QWidget()
    QVBoxLayout(window).addWidget(banner)
    window.show()
    qtbot.addWidget(window)
    yield ctx, banner
    window.close()


def test_a_confidant_is_told_who_waits_and_gives_the_key(shown, sign_in):
    ctx, banner = shown
    said = []
    ctx.noticed.connect(said.append)
    assert banner.isVisible()
    (line,) = banner.findChildren(Banner)
    assert line.accessibleName() == "Nora is nieuw als vertrouwenspersoon. Geef haar de sleutel."
    button = banner.findChild(Button)
    assert button.accessibleName() == "Geef Nora de sleutel"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not banner.isVisible()
    assert ctx.call(rings.waiting) == []
    assert said[-1].text == "Nora heeft nu de sleutel."


def test_the_banner_hides_names_too(shown, qtbot):
    ctx, banner = shown
    ctx.veil(True)
    qtbot.waitUntil(lambda: names_in(banner) != set())
    assert names_in(banner) == {"N. is nieuw als vertrouwenspersoon. Geef haar de sleutel."}


def names_in(banner):
    return {line.accessibleName() for line in banner.findChildren(Banner) if line.isVisible()}


def test_nobody_waiting_means_no_banner_in_sight_and_no_window(sign_in, qtbot):
    _ctx, banner = banner_for(sign_in("Leyla"))
    qtbot.addWidget(banner)
    assert banner.isHidden()


def test_it_comes_by_itself_when_somebody_new_waits(sign_in, qtbot):
    ctx, banner = banner_for(sign_in("Leyla"))
    window = QWidget()
    QVBoxLayout(window).addWidget(banner)
    qtbot.addWidget(window)
    window.show()
    assert not banner.isVisible()
    salma = sign_in("Salma")
    salma.call(members.add, "Nora", (Role.CONFIDANT,), 1, now=salma._now())
    from hgkm_desktop.models import Member
    from hgkm_desktop.vault.actor import load_directory

    ctx.call(
        lambda session: setattr(
            ctx.db.actor, "directory", load_directory(session, ctx.db.actor.bundle.root)
        )
    )
    ctx.changed.emit(frozenset({Member}))
    assert banner.isVisible()


def test_others_have_no_banner(sign_in):
    assert banner_for(sign_in("Hanan"))[1] is None
    assert banner_for(sign_in("Salma"))[1] is None
