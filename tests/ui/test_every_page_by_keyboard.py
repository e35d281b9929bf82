"""Every page: each part has a name, Tab comes everywhere and never stays, no word is cut off."""

from contextlib import contextmanager

import pytest
from a_week import furnish
from desk import MONDAY
from inspection import Inspector, faults_of
from program import ALT, CONTROL, Running, running
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from hgkm_desktop.db import Database
from hgkm_desktop.models import RealQuestion, WalkIn
from hgkm_desktop.models.codes import HelpTopic, Language, Role, SignalLevel, Visit
from hgkm_desktop.services import appointment_list, members, walk_ins
from hgkm_desktop.services.appointment_list import ShowVisit
from hgkm_desktop.settings import Settings
from hgkm_desktop.ui.entrance.around import Around
from hgkm_desktop.ui.entrance.cannot_open import CannotOpenPage
from hgkm_desktop.ui.entrance.first_start import FirstStart
from hgkm_desktop.ui.entrance.key_ring_look import KeyRing
from hgkm_desktop.ui.entrance.key_ring_page import KeyRingPage
from hgkm_desktop.ui.entrance.press import Press
from hgkm_desktop.ui.own_passphrase import change_own_passphrase
from hgkm_desktop.ui.views import VIEWS
from hgkm_desktop.ui.views.admin import AdminView
from hgkm_desktop.ui.views.admin.sheet_trial import SheetTrial
from hgkm_desktop.ui.views.appointments import AppointmentsView
from hgkm_desktop.ui.views.partners import PartnersView
from hgkm_desktop.ui.views.walk_ins import WalkInsView
from hgkm_desktop.vault import slots

TODAY = MONDAY.date()
LOOKS = [(language, scale) for language in ("nl", "en", "ar") for scale in (100, 130)]


def around() -> Around:
    """Stand for a computer without key ring, with a printer that takes everything."""
    press = Press(lambda _page, _pdf, done: done(), lambda _page, _pdf, done: done())
    return Around(press=press, key_ring=KeyRing(state=lambda: "missing"))


def log_some_visits(desk) -> None:
    db = Database(desk.open("Joke"), desk.now)
    for topic in (HelpTopic.DEBT, HelpTopic.SAFETY, HelpTopic.ALONE):
        visit: WalkIn = db.call(walk_ins.blank, now=MONDAY)
        visit.topics, visit.language = (topic, HelpTopic.HEALTH), Language.ARABIC_MOROCCAN
        visit.visit, visit.signal = Visit.NEW, SignalLevel.CLEAR
        visit.desk_question = "Vroeg of de cursus ook overdag kan. Wil liever niet bellen."
        db.call(walk_ins.log, visit, RealQuestion("iets"), now=MONDAY)
    db.close()


@contextmanager
def inspected(data, qtbot, language, scale, **given):
    """Start a program in a look; at the end nothing may have been wrong with any page."""
    look = Settings(language=language, scale=scale)
    with running(data, qtbot, look=look, around=around(), **given) as it:
        inspector = Inspector(it)
        yield it, inspector
    assert inspector.seen
    assert not inspector.faults, "\n".join(["", *inspector.faults])


@pytest.fixture(params=LOOKS, ids=lambda look: f"{look[0]}-{look[1]}")
def look(request):
    return request.param


def test_first_start(look, tmp_path, qtbot):
    data = tmp_path / "new"
    data.mkdir()
    with inspected(data, qtbot, *look) as (it, inspector):
        wizard = it.page
        assert isinstance(wizard, FirstStart)
        _restore(it, inspector, wizard)
        inspector.page("organisation")
        wizard.page.arrive()
        it.type("Buurthuis De Linde")
        _next(it, wizard)
        inspector.page("key ring")
        assert isinstance(wizard.page, KeyRingPage)
        it.push(wizard.page.without.understood)
        it.push(wizard.page.without.button)
        inspector.page("coordinator")
        wizard.page.arrive()
        it.type("Marleen")
        _next(it, wizard)
        inspector.page("passphrase")
        lines = [line for line in wizard.page.findChildren(QLineEdit) if line.isVisible()]
        it.fill(lines[1], lines[0].text())
        _next(it, wizard)
        it.wait(wizard.page.sheet.print_button.isEnabled)
        inspector.page("recovery sheet")


def _restore(it: Running, inspector: Inspector, wizard: FirstStart) -> None:
    wizard.foot.aside.emit()
    inspector.page("put a copy back")
    wizard.go_back()


def _next(it: Running, wizard: FirstStart) -> None:
    before = wizard.page
    it.press(Qt.Key.Key_Return)
    it.wait(lambda: wizard.page is not before)


def test_before_the_log(look, desk, qtbot):
    with inspected(desk, qtbot, *look) as (it, inspector):
        it.wait(lambda: it.program.doorway.names_are_known)
        inspector.page("sign-in")
        it.choose("Salma")
        it.type("niet de goede zin")
        it.press(Qt.Key.Key_Return)
        it.wait(lambda: it.page.ask.field.problem())
        inspector.page("sign-in refused")


def test_the_lock_card(look, desk, qtbot):
    member = str(desk.keys["Salma"].tile.member_id)
    with inspected(desk, qtbot, *look, locked=member + "+draft") as (it, inspector):
        it.wait(lambda: it.program.doorway.names_are_known)
        it.press(Qt.Key.Key_Space)
        inspector.page("lock card")
        it.type("niet de goede zin")
        it.press(Qt.Key.Key_Return)
        it.wait(lambda: it.page.card.ask.field.problem())
        inspector.page("lock card refused")


@pytest.mark.parametrize("file", ["slots", "database"])
def test_the_log_that_does_not_open(look, file, desk, qtbot):
    names = (slots.FILE, slots.KEPT) if file == "slots" else ("logboek.db",)
    for name in names:
        (desk.folder / name).write_bytes(b"\0" * 100)
    with inspected(desk, qtbot, *look) as (it, inspector):
        if file == "database":
            it.choose("Salma")
            it.type(desk.keys["Salma"].passphrase)
            it.press(Qt.Key.Key_Return)
        it.wait(lambda: isinstance(it.page, CannotOpenPage))
        inspector.page(f"cannot open {it.page.code}")
        if it.page.page.other_button.isVisible():
            it.push(it.page.page.other_button)
            inspector.page("its other way out")


def test_every_view(look, desk, qtbot):
    log_some_visits(desk)
    with inspected(desk, qtbot, *look) as (it, inspector):
        it.sign_in("Salma")
        assert {Role.COORDINATOR, Role.ADMINISTRATOR} <= set(it.ctx.member.roles)
        assert [type(view) for view in it.program.desk.page.views] == list(VIEWS)
        _walk(it, inspector)


def test_every_view_of_a_confidant_with_something_on_it(look, desk, qtbot):
    log_some_visits(desk)
    leyla = Database(desk.open("Leyla"), desk.now)
    furnish(desk, leyla)
    leyla.close()
    with inspected(desk, qtbot, *look) as (it, inspector):
        it.sign_in("Leyla")
        _walk(it, inspector)
        it.program.desk.page.go_to("appointments")
        it.view.start_new()
        _overlay(it, inspector, "new appointment")
        it.program.desk.page.go_to("today")
        it.view.write_note()
        _overlay(it, inspector, "hand-over note")


def _walk(it: Running, inspector: Inspector) -> None:
    for view in it.program.desk.page.views:
        it.program.desk.page.go_to(view.identifier)
        _settle(it)
        inspector.page(view.identifier)
        _inside(it, inspector, view)


def _inside(it: Running, inspector: Inspector, view) -> None:
    """Look at the pages inside a view: its tabs, and the parts the desk opens."""
    tabs = getattr(view, "tabs", None)
    for name in tabs.names if tabs is not None else ():
        tabs.open(name)
        _settle(it)
        inspector.page(f"{view.identifier}, {name}")
    if isinstance(view, AppointmentsView):
        (seen, *_) = it.ctx.call(appointment_list.between, TODAY, TODAY, now=MONDAY).seen or [None]
        if seen is not None:
            it.ctx.show(ShowVisit(seen.visit.id))
            _settle(it)
            inspector.page("a chosen appointment")
    if isinstance(view, PartnersView):
        view.page.list.table.select(0)
        _settle(it)
        inspector.page("a chosen partner")
    if isinstance(view, WalkInsView):
        for key, name in ((Qt.Key.Key_M, "more fields"), (Qt.Key.Key_T, "counting")):
            it.press(key, modifiers=ALT)
            inspector.page(name)
            it.press(key, modifiers=ALT)
        view.page.list.table.select(0)
        it.wait(lambda: view.page.detail.walk_in is not None)
        inspector.page("a chosen visit")


def test_every_overlay(look, desk, qtbot):
    log_some_visits(desk)
    with inspected(desk, qtbot, *look) as (it, inspector):
        it.sign_in("Salma")
        view = it.view
        assert isinstance(view, WalkInsView)
        view.page.list.table.select(0)
        it.wait(lambda: view.page.detail.walk_in is not None)
        wanted = view.page.detail.walk_in.id
        for name, opens in {
            "correction": lambda: view.deeds.correct(wanted),
            "delete": lambda: view.deeds.delete(wanted),
            "user menu": it.program.desk.page.user_clicked.emit,
            "own passphrase": lambda: change_own_passphrase(it.ctx, it.window),
            "own passphrase, forced": lambda: change_own_passphrase(it.ctx, it.window, forced=True),
        }.items():
            opens()
            _overlay(it, inspector, name)
        it.press(Qt.Key.Key_9, modifiers=CONTROL)
        admin = it.view
        assert isinstance(admin, AdminView)
        team = it.ctx.call(members.everyone)
        admin.desk.add()
        _overlay(it, inspector, "new member")
        for member in team[:2]:
            admin.desk.change(member)
            _overlay(it, inspector, "change a member")
        admin.desk.leave(team[1])
        _overlay(it, inspector, "end access")
        trial = SheetTrial(it.ctx)
        trial.open(it.window)
        _overlay(it, inspector, "trying the sheet")


def _overlay(it: Running, inspector: Inspector, name: str) -> None:
    QTest.qWait(1)
    assert it.overlay is not None, name
    inspector.page(name)
    it.press(Qt.Key.Key_Escape)
    if it.overlay is not None:
        it.overlay.close_overlay()


def _settle(it: Running) -> None:
    it.wait(lambda: not it.ctx.background._jobs)


def test_the_inspection_itself_finds_what_is_wrong(qtbot):
    class Trap(QLineEdit):
        def focusNextPrevChild(self, _next):
            return True

    page = QWidget()
    qtbot.addWidget(page)
    page.resize(400, 100)
    label, unnamed, trap = QLabel("Brief over de huur", page), QPushButton(page), Trap(page)
    label.setGeometry(0, 0, 30, 20)
    unnamed.setGeometry(50, 0, 95, 40)
    trap.setGeometry(150, 0, 90, 40)
    trap.setAccessibleName("val")
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    assert faults_of(page) == [
        "no name: QPushButton ''",
        "cut off: QLabel 'Brief over de huur'",
        "Tab stays in Trap 'val'",
    ]
