"""The rows of the tour that show information sessions (mock-ups 09 and 09b)."""

from datetime import date, datetime, time
from pathlib import Path

from PySide6.QtCore import Qt

from hgkm_desktop import clock
from hgkm_desktop.commands.stage import Stage
from hgkm_desktop.commands.tour_sessions import BEFORE
from hgkm_desktop.handouts import attendance_list, certificate, poster
from hgkm_desktop.handouts.attendance_list import AttendanceList, AttendanceRow
from hgkm_desktop.handouts.certificate import Certificate
from hgkm_desktop.handouts.poster import Poster
from hgkm_desktop.services import registrations
from hgkm_desktop.ui.desk import Desk
from hgkm_desktop.ui.views.sessions import SessionsView
from hgkm_desktop.ui.views.sessions.after_form import AfterForm
from hgkm_desktop.ui.views.sessions.holidays import HolidaysOverlay
from hgkm_desktop.ui.views.sessions.import_overlay import ImportOverlay
from hgkm_desktop.ui.views.sessions.papers import PosterForm
from hgkm_desktop.ui.widgets.dialog import Overlay

CONTROL = Qt.KeyboardModifier.ControlModifier
DURING = clock.at(date(2026, 11, 19), time(12, 40))
"""Ten minutes after it began (mock-up 09)."""


def during_it() -> datetime:
    """Return the moment of mock-up 09."""
    return DURING


def show_sessions(stage: Stage) -> None:
    """Show the list, one session, the door, what is planned, printed and counted."""
    view = _open(stage)
    stage.settle()
    stage.shoot("09-voorlichting")
    _at_the_door(stage, view)
    stage.key(Qt.Key.Key_N, CONTROL)
    stage.settle()
    stage.shoot("09d-nieuwe-bijeenkomst")
    _close_all(stage)
    _forms(stage, view)
    view.pages.show_years()
    stage.settle()
    stage.shoot("09j-per-jaar")
    view.pages.go_back()


def show_follow_ups(stage: Stage) -> None:
    """Show what a confidant goes on with, which nobody else sees."""
    view = _open(stage)
    view.pages.show_follow_ups()
    stage.settle()
    stage.shoot("09k-gesprekken-erna")


def print_papers(stage: Stage, out: Path) -> None:
    """Keep the papers: the list, the poster in three languages, and the certificate."""
    view = _open(stage)
    about = view.pages.first.page.about
    assert about is not None
    one, house = about.session, "Nisa for Nisa"
    rows = [
        AttendanceRow(line.number, line.name, line.children)
        for line in view.ctx.call(registrations.of_session, one.id)
    ]
    listed = AttendanceList(one.starts_at, one.place, house, rows, 4)
    (out / "presentielijst.pdf").write_bytes(attendance_list.attendance_list(listed))
    title = "حقوقك عند الطلاق"
    when = one.starts_at, one.ends_at, one.place, house
    for language, told in (("nl", one.title), ("ar", title)):
        made = Poster(*when, title=told, for_whom="women", child_care=True, is_open=True)
        (out / f"poster-open-{language}.pdf").write_bytes(poster.poster(made, language))
    (out / "poster-so.pdf").write_bytes(poster.poster(Poster(*when), "so"))
    proof = Certificate("Samira", one.title, one.starts_at.date(), house)
    (out / "bewijs.pdf").write_bytes(certificate.certificate(proof, "nl"))


def _at_the_door(stage: Stage, view: SessionsView) -> None:
    about = view.pages.first.page.about
    assert about is not None
    view.pages.show_door(about.session.id)
    stage.settle()
    stage.shoot("09b-aan-de-deur")
    stage.type("Na")
    stage.settle()
    stage.shoot("09c-aan-de-deur-getypt")
    view.pages.go_back()


def _forms(stage: Stage, view: SessionsView) -> None:
    """Show what stands over the page: a change, the holidays, a poster, a file, afterwards."""
    first, deeds = view.pages.first, view.pages.deeds
    deeds.change()
    stage.settle()
    stage.shoot("09e-verander")
    _close_all(stage)
    HolidaysOverlay(view.ctx).open(stage.program.window)
    stage.settle()
    stage.shoot("09f-schoolvakanties")
    _close_all(stage)
    about = first.page.about
    assert about is not None
    poster_form = PosterForm(view.ctx, about.session)
    poster_form.open(stage.program.window)
    stage.wait(lambda: not poster_form.is_drawing())
    stage.shoot("09g-poster")
    _close_all(stage)
    ImportOverlay(view.ctx, about.session).open(stage.program.window)
    stage.settle()
    stage.shoot("09h-lijst-uit-bestand")
    _close_all(stage)
    first.pane.head.side.segments[1].click()
    stage.settle()
    about = first.page.about
    assert about is not None and clock.local(about.session.starts_at).date() == BEFORE
    AfterForm(view.ctx, about.session).open(stage.program.window)
    stage.settle()
    stage.shoot("09i-na-afloop")
    _close_all(stage)


def _open(stage: Stage) -> SessionsView:
    desk = stage.program.desk
    assert isinstance(desk, Desk)
    desk.page.go_to("sessions")
    stage.settle()
    view = desk.page.current
    assert isinstance(view, SessionsView)
    return view


def _close_all(stage: Stage) -> None:
    for overlay in stage.program.window.findChildren(Overlay):
        overlay.close_overlay()
    stage.settle()
