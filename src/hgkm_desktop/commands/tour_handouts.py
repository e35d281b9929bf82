"""The rows of the tour that show the information sheets (mock-ups 11a to 11d)."""

from datetime import datetime, timedelta

from PySide6.QtCore import Qt

from hgkm_desktop.commands.stage import Stage
from hgkm_desktop.commands.tour_data import NOW
from hgkm_desktop.services.prints import Form
from hgkm_desktop.sheets.library import LANGUAGES
from hgkm_desktop.ui.views.handouts import HandoutsView

LONG_AFTER = NOW + timedelta(days=300)
CONTROL = Qt.KeyboardModifier.ControlModifier


def long_after() -> datetime:
    """Return a moment at which every number was last checked too long ago."""
    return LONG_AFTER


def show_sheets(stage: Stage) -> None:
    """Walk through the view as a coordinator: gallery, languages, card, and what she keeps."""
    view = _opened(stage)
    panel = view.pages.first.panel
    stage.shoot("11a-informatiebladen")
    for question, place in ((panel.advice.looks, 1), (panel.advice.place, 0)):
        stage.press(question.segments[place])
    stage.shoot("11a-veilig-om-mee-te-nemen")
    for pill in panel.head.languages.pills[1:]:
        stage.press(pill)
        _wait_for_paper(stage, view)
        stage.shoot(f"11b-taal-{pill.value}")
    stage.press(panel.advice.card_button)
    _wait_for_paper(stage, view)
    stage.shoot("11d-kaartje")
    _show_other_pages(stage, view)


def _show_other_pages(stage: Stage, view: HandoutsView) -> None:
    first = view.pages.first
    first.show_sheet("veilig_thuis")
    first.panel.show_language("nl")
    stage.press(next(s for s in first.panel.head.forms.segments if s.option.value is Form.ALOUD))
    stage.press(first.panel.foot.large)
    stage.shoot("11e-voorlezen")
    stage.key(Qt.Key.Key_Escape)
    stage.press(first.several)
    stage.press(view.pages.several.add)
    stage.shoot("11f-meer-in-een-keer")
    stage.key(Qt.Key.Key_Escape)
    stage.press(first.panel.head.menu)
    stage.shoot("11g-aanpassen")
    stage.key(Qt.Key.Key_Return)
    stage.wait(lambda: not view.pages.text.preview.is_busy())
    stage.shoot("11h-tekst-aanpassen")
    stage.key(Qt.Key.Key_Escape)
    view.pages.list_numbers()
    stage.shoot("11i-nummers")


def ask_about_old_numbers(stage: Stage) -> None:
    """Print when nobody has looked at the numbers for long: the program asks first."""
    view = _opened(stage)
    stage.press(view.pages.first.panel.foot.print)
    stage.wait(lambda: view.outgoing.question)
    stage.shoot("11j-klopt-dit-nummer-nog")
    stage.key(Qt.Key.Key_Escape)


def _opened(stage: Stage) -> HandoutsView:
    desk = stage.program.desk
    assert desk is not None
    place = [view.identifier for view in desk.page.views].index(HandoutsView.identifier)
    stage.key(Qt.Key(Qt.Key.Key_1 + place), CONTROL)
    view = desk.page.current
    assert isinstance(view, HandoutsView)
    assert len(view.pages.first.panel.head.languages.pills) == len(LANGUAGES)
    _wait_for_paper(stage, view)
    return view


def _wait_for_paper(stage: Stage, view: HandoutsView) -> None:
    stage.wait(lambda: not view.pages.first.panel.preview.is_busy())
