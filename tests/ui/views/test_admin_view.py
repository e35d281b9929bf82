import pytest
from admin_page import open_admin
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLineEdit, QWidget

from hgkm_desktop.errors import Forbidden
from hgkm_desktop.models.codes import Role
from hgkm_desktop.rules.guide import Status
from hgkm_desktop.services import audit_log, members, organisation
from hgkm_desktop.settings import Settings
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.views.admin import AdminView
from hgkm_desktop.ui.widgets.buttons import Button

TABS = ("overview", "team", "copies", "log", "choices")


@pytest.fixture
def page(sign_in, qtbot):
    yield from open_admin(sign_in("Salma"), qtbot)


@pytest.fixture
def coordinator(sign_in, qtbot):
    """Beheer as a coordinator sees it who is no administrator."""
    salma = sign_in("Salma")
    ids = {member.name: member.id for member in salma.call(members.everyone)}
    salma.call(members.change, ids["Joke"], "Joke", (Role.COORDINATOR,), 2)
    salma.close()
    yield from open_admin(sign_in("Joke"), qtbot)


@pytest.mark.parametrize("name", ["Hanan", "Leyla"])
def test_others_are_not_offered_the_view_and_the_services_refuse_them(sign_in, name):
    db = sign_in(name)
    ctx = Context(db, db.call(members.names)[db.actor.member_id], Settings())
    assert not ctx.may(*AdminView.roles)
    someone, now = db.actor.member_id, ctx.now()
    for service, given in (
        (members.everyone, ()),
        (members.add, ("Nora", (Role.VOLUNTEER,), 1)),
        (members.change, (someone, "Nora", (Role.ADMINISTRATOR,), 1)),
        (members.reset_passphrase, (someone,)),
        (members.leave, (someone,)),
        (audit_log.page, ()),
        (audit_log.first_broken_line, ()),
        (organisation.change, ("a", "b", frozenset())),
        (organisation.backed_up, ()),
        (organisation.sheet_tested, ()),
    ):
        takes_now = service in (
            members.add,
            members.reset_passphrase,
            members.leave,
            organisation.backed_up,
            organisation.sheet_tested,
        )
        with pytest.raises(Forbidden):
            db.call(service, *given, **({"now": now} if takes_now else {}))


def test_a_coordinator_reads_the_team_and_has_one_setting(coordinator):
    hers = [tab.identifier for tab in coordinator.view.tabs.tabs.tabs]
    assert hers == [*TABS[:-1], "meldcode"]
    for tab in ("overview", "team"):
        shown = coordinator.open(tab)
        assert shown.team.lines
        assert {line.button for line in shown.team.lines} == {""}
        assert not shown.new_button.isVisible()
        coordinator.press_button_of(shown.team, "Hanan")
        assert coordinator.overlay is None
    coordinator.view.start_new()
    assert coordinator.overlay is None
    coordinator.view.restore({"choices": {"name": "x"}, "member": {"name": "y"}})
    assert coordinator.overlay is None


def test_a_coordinator_sees_log_and_copies(coordinator):
    assert coordinator.open("log").model.rows
    assert coordinator.open("copies").copies.copy_row.title() == "Nog geen kopie"


def test_a_coordinator_chooses_how_the_organisation_stands_towards_the_law(coordinator):
    page = coordinator.open("meldcode")
    assert page.choice.status() is Status.FREE
    coordinator.click(page.choice.segments[1])
    coordinator.click(page.save_button)
    kept = coordinator.ctx.call(organisation.get)
    assert organisation.meldcode(kept) is Status.SUBSIDY
    assert coordinator.said[-1].text == "Bewaard."
    coordinator.open("team")
    assert coordinator.open("meldcode").choice.status() is Status.SUBSIDY


def test_whoever_loses_both_tasks_sees_nothing_new(page):
    ids = {member.name: member.id for member in page.ctx.call(members.everyone)}
    page.ctx.call(members.change, ids["Salma"], "Salma", (Role.VOLUNTEER,), 6)
    page.view.refresh()
    page.view.start_new()
    assert page.overlay is None


def test_the_view_stands_at_the_foot_with_its_own_icon():
    assert (AdminView.identifier, AdminView.icon_name) == ("admin", "gear-six")
    assert AdminView.at_the_foot
    assert AdminView.roles == {Role.ADMINISTRATOR, Role.COORDINATOR}


def test_it_says_its_name_and_whose_log_it_is(page):
    assert (page.view.title(), page.view.subtitle()) == ("Beheer", "Nisa test")


@pytest.mark.parametrize("tab", TABS)
def test_everything_with_the_keyboard_has_a_name(page, tab):
    page.open(tab)
    for stop in page.tab_stops():
        assert stop.accessibleName(), stop


@pytest.mark.parametrize("tab", TABS)
def test_every_button_and_field_is_reached_with_tab(page, tab):
    shown = page.open(tab)
    stops = page.tab_stops()
    for kind in (Button, QLineEdit, QAbstractItemView):
        for widget in shown.findChildren(kind):
            if widget.isVisible() and widget.isEnabled() and not _is_inside(widget):
                assert widget in stops, widget.accessibleName()


def _is_inside(widget):
    """Say whether a widget is a part of another one, such as the list of a combo box."""
    return widget.focusPolicy() == Qt.FocusPolicy.NoFocus or widget.window() is widget


@pytest.mark.parametrize("tab", TABS)
def test_tab_goes_as_one_reads(page, tab):
    shown = page.open(tab)
    inside = [stop for stop in page.tab_stops() if shown.isAncestorOf(stop)]
    columns = {}
    for stop in inside:
        at = stop.mapTo(shown, stop.rect().topLeft())
        columns.setdefault(at.x() > shown.width() * 0.62, []).append(at.y() // 20)
    for heights in columns.values():
        if tab != "log":
            assert heights == sorted(heights)


def test_the_form_is_filled_and_saved_by_keyboard_alone(page):
    page.view.start_new()
    overlay = page.overlay
    focus = page.window.focusWidget
    QTest.keyClicks(focus(), "Nora")
    QTest.keyClick(focus(), Qt.Key.Key_Tab)
    assert focus().text() == "Vrijwilliger"
    QTest.keyClick(focus(), Qt.Key.Key_Tab)
    QTest.keyClick(focus(), Qt.Key.Key_Space)
    while not isinstance(focus(), Button):
        QTest.keyClick(focus(), Qt.Key.Key_Tab)
    while focus() is not overlay.accept_button:
        QTest.keyClick(focus(), Qt.Key.Key_Tab)
    QTest.keyClick(focus(), Qt.Key.Key_Return)
    page.wait(page.view.slip.isVisible)
    nora = next(m for m in page.ctx.call(members.everyone) if m.name == "Nora")
    assert set(nora.roles) == {Role.VOLUNTEER, Role.CONFIDANT}
    assert focus() is page.view.slip.print_button
    QTest.keyClick(focus(), Qt.Key.Key_Tab)
    QTest.keyClick(focus(), Qt.Key.Key_Space)
    assert page.view.tabs.isVisible()


@pytest.mark.parametrize("width", [1130, 790])
def test_pages_scroll_down_but_never_sideways(sign_in, qtbot, width):
    for page in open_admin(sign_in("Salma"), qtbot, size=(width, 600)):
        for tab in TABS:
            shown = page.open(tab)
            qtbot.wait(20)
            assert shown.width() <= page.view.width(), tab
            for button in shown.findChildren(QAbstractButton):
                if button.isVisible():
                    right = button.mapTo(shown, button.rect().topRight()).x()
                    assert right <= shown.width(), (tab, button.accessibleName())


@pytest.mark.parametrize(("dark", "scale"), [(True, 100), (False, 130), (True, 115)])
def test_it_is_painted_dark_and_large(sign_in, qtbot, dark, scale):
    settings = Settings(dark=dark, scale=scale)
    for page in open_admin(sign_in("Salma"), qtbot, settings=settings):
        for tab in TABS:
            page.open(tab)
            assert not page.window.grab().isNull()


def test_it_is_mirrored_where_the_language_runs_from_right_to_left(sign_in, qtbot, qapp):
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        for page in open_admin(sign_in("Salma"), qtbot):
            overview = page.open("overview")
            team, copies = overview.team, overview.copies
            assert (
                team.mapTo(overview, team.rect().topLeft()).x()
                > copies.mapTo(overview, copies.rect().topLeft()).x()
            )
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_no_text_of_a_user_is_read_as_markup(page):
    from PySide6.QtWidgets import QLabel

    ids = {member.name: member.id for member in page.ctx.call(members.everyone)}
    page.ctx.call(members.change, ids["Hanan"], "<b>Hanan</b>", (Role.VOLUNTEER,), 1)
    page.open("overview")
    for label in page.view.findChildren(QLabel):
        if "Hanan" in label.text():
            assert label.textFormat() == Qt.TextFormat.PlainText
    assert isinstance(page.view, QWidget)
