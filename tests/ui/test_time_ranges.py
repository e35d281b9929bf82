"""From when till when: in Arabic too the first time stands at the left, wherever it is shown."""

from datetime import time
from html import unescape
from uuid import UUID

import pytest
from desk import MONDAY
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextLayout, QTextOption

from hgkm_desktop import clock, texts
from hgkm_desktop.rules import gate_words, opening
from hgkm_desktop.rules.contact import Window
from hgkm_desktop.services.conflicts import Clash, Conflict
from hgkm_desktop.ui import dates
from hgkm_desktop.ui.calendar.block import Block, tip
from hgkm_desktop.ui.views.appointments.clash_words import clash_lines
from hgkm_desktop.ui.views.appointments.prepare_words import span_text

TODAY = MONDAY.date()
FIRST, LAST = time(10, 20), time(12, 30)
STARTS, ENDS = clock.at(TODAY, FIRST), clock.at(TODAY, LAST)
WINDOW = Window(frozenset({1, 3}), FIRST, LAST)


def a_clash() -> str:
    found = Conflict(None, Clash.NETWORK_MEETING, STARTS, ENDS)
    return clash_lines([found], {}, veiled=False)[0]


def a_tip() -> str:
    block = Block(UUID(int=1), "", "", "", 0, STARTS, ENDS)
    return unescape(tip(block).removeprefix("<qt>").removesuffix("</qt>"))


SHOWN = {
    "anywhere": lambda: dates.times_of(STARTS, ENDS),
    "the panel and the forms": lambda: span_text(STARTS, ENDS, TODAY),
    "a clash": a_clash,
    "a tip in the week": a_tip,
    "opening hours": lambda: opening.words(opening.unpack("1 1020-1230;3 1020-1230")),
    "the call gate": lambda: gate_words.windows_line([WINDOW]),
    "the call gate in short": lambda: gate_words.windows_in_short([WINDOW]),
}


def place_of(text: str, part: str) -> float:
    """Return how far from the left a part of a text stands on a page in this language."""
    way = Qt.LayoutDirection
    page = QTextOption()
    page.setTextDirection(way.RightToLeft if texts.is_right_to_left() else way.LeftToRight)
    laid = QTextLayout(text)
    laid.setTextOption(page)
    laid.beginLayout()
    line = laid.createLine()
    line.setLineWidth(2000)
    laid.endLayout()
    x, _at = line.cursorToX(text.index(part) + 1)
    return x


@pytest.fixture(autouse=True)
def afterwards_in_dutch():
    yield
    texts.use(texts.DEFAULT)


@pytest.fixture(params=["nl", "en", "ar"])
def language(request):
    texts.use(request.param)
    return request.param


@pytest.mark.parametrize("shown", list(SHOWN.values()), ids=list(SHOWN))
def test_the_first_time_stands_left_of_the_last(shown, language, qapp):
    text = shown()
    assert place_of(text, "10.20") < place_of(text, "12.30"), text


@pytest.mark.parametrize("shown", list(SHOWN.values()), ids=list(SHOWN))
def test_only_a_page_that_runs_to_the_left_needs_a_sign_for_it(shown, language):
    assert ("\u2066" in shown()) is (language == "ar")


def test_left_to_itself_an_arabic_page_turns_times_round(qapp):
    texts.use("ar")
    bare = "10.20 – 12.30"
    assert place_of(f"اليوم، {bare}", "10.20") > place_of(f"اليوم، {bare}", "12.30")
