"""A confidant on such a day: what she notes beside somebody, looks for, and leaves half typed."""

from a_day import Day, lines_of
from a_day_of_visits import go_along
from day_beside_her import Hand, everything, live, look_around
from desk import MONDAY
from program import CONTROL, Running
from PySide6.QtCore import Qt
from typed_fields import TYPED, texts_in

from hgkm_desktop.services import case_board
from hgkm_desktop.services.finding import OpenCase
from hgkm_desktop.ui.palette import Palette
from hgkm_desktop.ui.views.cases.case_tabs import TIMELINE

FOUND = {"CaseName.alias", "Note.seen"}
"""Of what is looked for with Ctrl+K."""
SOUGHT = 3
"""Her name, a note, and what was put beside it."""
HER_WORDS = "kruidnagel wolkbreuk sleutelbloem tafelzilver regenton"


def choose_words_of_her_own(day: Day, it: Running) -> None:
    """She was given a slip: the first thing she does is to choose other words."""
    it.wait(lambda: it.overlay is not None and lines_of(it.overlay))
    old, new, again = lines_of(it.overlay)
    it.fill(old, day.slip)
    it.fill(new, HER_WORDS)
    it.fill(again, HER_WORDS)
    it.press(Qt.Key.Key_Return)
    it.wait(lambda: it.overlay is None)
    day.secrets.add(HER_WORDS)


def stand_beside(day: Day, it: Running) -> str:
    """Note everything that can be noted, see all of it, and lock with a note half typed."""
    hand, before = Hand(it.program.desk.db, day.mark, day.markers.append), len(day.markers)
    case_id = live(hand)
    own = day.markers[before:]
    noted = list(texts_in(everything(hand.db, case_id)))
    assert {place for place, text in noted if any(each in text for each in own)} >= TYPED
    day.said += look_around(hand, case_id, own)
    it.ctx.call(case_board.fill, now=MONDAY)
    it.press(Qt.Key.Key_3, modifiers=CONTROL)
    _see_every_page(day, it, case_id)
    go_along(day, it, case_id)
    it.press(Qt.Key.Key_3, modifiers=CONTROL)
    found = [text for place, text in noted if place in FOUND]
    sought = [word for word in own if any(word in text for text in found)]
    assert len(sought) == SOUGHT
    _look_for(it, *sought)
    it.view.pages.write_note(case_id)
    it.fill(it.view.pages.note.form.seen.text, day.mark("halfgezien"))
    it.fill(it.view.pages.note.form.think.text, day.mark("halfgedacht"))
    it.press(Qt.Key.Key_F12)
    return it.left[0]


def is_half_typed(day: Day, it: Running) -> bool:
    """Say whether she is where she was, and the note as it was left."""
    assert it.view.identifier == "cases"
    form = it.view.pages.note.form
    return (form.seen.value(), form.think.value()) == tuple(day.markers[-2:])


def _see_every_page(day: Day, it: Running, case_id) -> None:
    pages = it.view.pages
    pages.open_guide(case_id)
    pages.open_advice()
    day.titles.add(it.window.windowTitle())
    pages.open_case(case_id)
    bar = pages.case.tabs.bar
    for _tab in bar.tabs:
        day.titles.add(it.window.windowTitle())
        it.press(Qt.Key.Key_PageDown, modifiers=CONTROL)
        it.qtbot.wait(1)
    assert bar.current() == TIMELINE


def _look_for(it: Running, *words: str) -> None:
    for word in words:
        it.press(Qt.Key.Key_K, modifiers=CONTROL)
        it.wait(lambda: isinstance(it.overlay, Palette))
        it.type(word)
        it.wait(lambda: isinstance(it.overlay.rows.target(), OpenCase))
        it.press(Qt.Key.Key_Escape)
        it.wait(lambda: it.overlay is None)
