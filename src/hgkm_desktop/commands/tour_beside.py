"""The rows of the tour that show standing beside somebody (mock-ups 05 to 07, 03b and 14)."""

from datetime import UTC, datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from hgkm_desktop.commands.stage import Stage
from hgkm_desktop.services import cases
from hgkm_desktop.services.finding import OpenCase
from hgkm_desktop.ui.desk import Desk
from hgkm_desktop.ui.views.cases import CasesView
from hgkm_desktop.ui.views.cases.call_gate import CallGate
from hgkm_desktop.ui.views.cases.case_menu import menu_entries
from hgkm_desktop.ui.views.cases.closing import open_closing
from hgkm_desktop.ui.views.cases.contact_form import ContactForm
from hgkm_desktop.ui.views.cases.hand_over import open_hand_over
from hgkm_desktop.ui.views.cases.safety_tab import SafetyTab
from hgkm_desktop.ui.views.cases.still_right import StillRight
from hgkm_desktop.ui.widgets.dialog import Overlay

WHILE_SHE_MAY = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
"""Monday 23 November 2026, 10.30 in Amsterdam: one of the hours Roos may be called."""
CONTROL = Qt.KeyboardModifier.ControlModifier
TABS = (
    ("06b-veiligheid", "safety"),
    ("06c-toestemming", "consent"),
    ("06d-huishouden", "household"),
    ("06e-klokken", "clocks"),
)
SEEN = "Haar zoon tekende aan tafel. Hij zei niets."
THOUGHT = "Ze is bang dat hij het hoort, want zijn neef werkt daar in de buurt."


def while_she_may() -> datetime:
    """Return a moment at which the gate is open."""
    return WHILE_SHE_MAY


def show_cases(stage: Stage) -> None:
    """Walk through the view as a confidant: list, every tab, note, dialogs, guide, search."""
    view = _opened(stage)
    stage.shoot("05-begeleiding")
    _new_case(stage)
    _roos(stage, view)
    stage.shoot("06a-tijdlijn")
    tabs = view.pages.case.tabs
    for name, tab in TABS:
        tabs.open(tab)
        stage.shoot(name)
    tabs.open("safety")
    safety = tabs.part("safety")
    assert isinstance(safety, SafetyTab)
    stage.press(safety.as_table)
    stage.shoot("06b-als-tabel")
    _note(stage, view)
    _dialogs(stage, view)
    _aids(stage, view)


def show_open_gate(stage: Stage) -> None:
    """Show the gate in an hour in which she may be called, with the number and without."""
    view = _opened(stage)
    _roos(stage, view)
    page = view.pages.case.page
    assert page is not None
    gate = CallGate(view.ctx, page)
    gate.open(stage.program.window)
    stage.shoot("03b-bellen")
    stage.press(gate.number.button)
    stage.shoot("03b-bellen-met-nummer")
    gate.close_overlay()


def show_board(stage: Stage) -> None:
    """Show what a coordinator sees of them."""
    _opened(stage)
    stage.shoot("05b-overzicht")


def _opened(stage: Stage) -> CasesView:
    desk = stage.program.desk
    assert isinstance(desk, Desk)
    desk.page.go_to("cases")
    stage.settle()
    view = desk.page.current
    assert isinstance(view, CasesView)
    return view


def _roos(stage: Stage, view: CasesView) -> None:
    named = view.ctx.call(cases.names)
    view.ctx.show(OpenCase(next(i for i, name in named.items() if name.alias == "Roos")))
    stage.settle()


def _new_case(stage: Stage) -> None:
    stage.key(Qt.Key.Key_N, CONTROL)
    stage.shoot("05a-nieuwe-begeleiding")
    stage.key(Qt.Key.Key_Escape)


def _note(stage: Stage, view: CasesView) -> None:
    stage.press(view.pages.case.head.note)
    stage.type(SEEN)
    view.pages.note.form.think.text.setFocus()
    stage.type(THOUGHT)
    stage.settle(1200)
    stage.shoot("07-notitie")
    for card in view.pages.note.form.cards:
        card.text.clear()
    stage.settle(1200)
    view.pages.go_back()


def _dialogs(stage: Stage, view: CasesView) -> None:
    page, window = view.pages.case.page, stage.program.window
    assert page is not None
    shown = (
        ("06g-afspraak-over-bellen", ContactForm(view.ctx, page)),
        ("06h-klopt-dit-nog", StillRight(view.ctx, page)),
        ("03b-nu-niet", CallGate(view.ctx, page)),
    )
    for name, overlay in shown:
        overlay.open(window)
        stage.shoot(name)
        overlay.close_overlay()
    for name, opens in (("06i-draag-over", open_hand_over), ("06j-stoppen", open_closing)):
        opens(view.ctx, page, window)
        stage.shoot(name)
        _close_all(window)
    assert menu_entries(view.ctx, view.way, page, window)
    stage.press(view.pages.case.head.more)
    stage.shoot("06k-meer")
    _close_all(window)


def _aids(stage: Stage, view: CasesView) -> None:
    page = view.pages.case.page
    assert page is not None
    view.way.guide.emit(page.name.case_id)
    stage.shoot("17-stappenplan")
    view.way.advice.emit()
    stage.shoot("17b-gevraagd-advies")
    stage.key(Qt.Key.Key_F2)
    stage.shoot("17c-hulp-bij-nood")
    _close_all(stage.program.window)
    stage.key(Qt.Key.Key_K, CONTROL)
    stage.settle(600)
    stage.type("zoon")
    stage.settle(400)
    stage.shoot("14-zoeken")
    _close_all(stage.program.window)


def _close_all(window: QWidget) -> None:
    for overlay in window.findChildren(Overlay):
        overlay.close_overlay()
