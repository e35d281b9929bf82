"""The rows of the tour that show the day, going along and partners (mock-ups 03, 08 and 10)."""

from datetime import date, datetime, time
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from hgkm_desktop import clock
from hgkm_desktop.commands.stage import Stage
from hgkm_desktop.commands.tour_going import MORNING
from hgkm_desktop.handouts import call_list, my_appointment, preparation
from hgkm_desktop.handouts.call_list import CallLine
from hgkm_desktop.handouts.preparation import PreparationNames
from hgkm_desktop.rules.going_along import TimeStyle
from hgkm_desktop.services import appointment_list, partners
from hgkm_desktop.services.appointment_list import Seen, ShowVisit
from hgkm_desktop.ui.desk import Desk
from hgkm_desktop.ui.view import View
from hgkm_desktop.ui.views.appointments import AppointmentsView
from hgkm_desktop.ui.widgets.dialog import Overlay

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
AFTER = clock.at(date(2026, 11, 19), time(12, 10))
"""After Roos came back from the Buurtteam (mock-up 08b)."""


def in_the_morning() -> datetime:
    """Return the moment of mock-up 03."""
    return MORNING


def after_the_visit() -> datetime:
    """Return the moment of mock-up 08b."""
    return AFTER


def show_day(stage: Stage) -> None:
    """Show the first screen as a confidant, and what she leaves for the next shift."""
    stage.shoot("03-vandaag")
    stage.keep_sharp("03f-vandaag-200-procent")
    desk = _desk(stage)
    desk.page.header.veil.click()
    stage.shoot("03g-vandaag-namen-verborgen")
    desk.page.header.veil.click()
    _go_to(stage, "appointments")
    _show_week(stage)
    _go_to(stage, "partners")
    stage.settle()
    stage.shoot("10-partners")
    stage.key(Qt.Key.Key_B, ALT)
    stage.settle()
    stage.shoot("10b-wie-is-bereikbaar")
    _close_all(stage.program.window)


def show_volunteers_day(stage: Stage) -> None:
    """Show the first screen as a volunteer: who is busy, and nothing about anybody."""
    stage.shoot("03d-vandaag-vrijwilliger")


def show_coordinators_day(stage: Stage) -> None:
    """Show the first screen as a coordinator, the shared week, and a partner she may edit."""
    stage.shoot("03e-vandaag-coordinator")
    _go_to(stage, "appointments")
    stage.settle()
    stage.shoot("08f-week-van-anderen")
    _go_to(stage, "partners")
    stage.key(Qt.Key.Key_N, CONTROL)
    stage.settle()
    stage.shoot("10c-nieuwe-partner")
    _close_all(stage.program.window)


def show_afterwards(stage: Stage) -> None:
    """Show how it went, after Roos came back."""
    view = _go_to(stage, "appointments")
    view.ctx.show(ShowVisit(_visit(view, "Roos").visit.id))
    stage.settle()
    stage.shoot("08b-na-afloop")


def print_papers(stage: Stage, out: Path) -> None:
    """Keep the papers: for the confidant, for her in two languages, and the list to call from."""
    view = _go_to(stage, "appointments")
    seen = _visit(view, "Amal")
    names = PreparationNames(seen.label, partner=seen.partner, person=seen.person, first="Naima")
    (out / "voorbereiding.pdf").write_bytes(preparation.preparation(seen.visit, names))
    hers = my_appointment.MyAppointment(seen.visit.starts, TimeStyle.WORDS, place="bij de bieb")
    for language in ("nl", "ar"):
        paper = my_appointment.my_appointment(hers, language)
        (out / f"mijn-afspraak-{language}.pdf").write_bytes(paper)
    rows = view.ctx.call(partners.rows, now=view.ctx.now())
    ours = [row for row in rows if row.id is not None]
    lines = [CallLine(r.name, r.face, r.direct, r.general, r.hours, r.checked_on) for r in ours]
    (out / "belkaart.pdf").write_bytes(call_list.call_list(lines, MORNING.date()))


def _show_week(stage: Stage) -> None:
    view = _go_to(stage, "appointments")
    assert isinstance(view, AppointmentsView)
    stage.settle()
    stage.shoot("08-week")
    view.ctx.show(ShowVisit(_visit(view, "Amal").visit.id))
    stage.settle()
    stage.shoot("08a-voorbereiden")
    stage.key(Qt.Key.Key_Escape)
    stage.key(Qt.Key.Key_N, CONTROL)
    stage.settle()
    stage.shoot("08c-nieuwe-afspraak")
    _close_all(stage.program.window)
    view.page.spans.show_span("month")
    stage.settle()
    stage.shoot("08d-maand")
    view.page.spans.show_span("week")
    view.deeds.open_menu()
    stage.shoot("08e-meer")
    _close_all(stage.program.window)


def _visit(view: View, alias: str) -> Seen:
    today = MORNING.date()
    found = view.ctx.call(appointment_list.between, today, today, now=view.ctx.now())
    return next(seen for seen in found.seen if seen.label == alias)


def _go_to(stage: Stage, page: str) -> View:
    desk = _desk(stage)
    desk.page.go_to(page)
    stage.settle()
    view = desk.page.current
    assert view is not None
    return view


def _desk(stage: Stage) -> Desk:
    assert isinstance(stage.program.desk, Desk)
    return stage.program.desk


def _close_all(window: QWidget) -> None:
    for overlay in window.findChildren(Overlay):
        overlay.close_overlay()
