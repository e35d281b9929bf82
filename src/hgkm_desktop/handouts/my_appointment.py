"""The paper she takes home: what she asks, what to bring, and when, only as she chose.

Whoever finds it learns nothing: no name, no organisation, no reason (FACTS.md 6.6 B). There is no
field for any of these, so they cannot be printed.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Spacer

from hgkm_desktop import clock
from hgkm_desktop.handouts import page
from hgkm_desktop.handouts.blocks import TINTS, Style
from hgkm_desktop.handouts.her_words import LANGUAGES, HerWords, her_words
from hgkm_desktop.handouts.leaf_marks import ITEM, numbered, pictured
from hgkm_desktop.handouts.leaf_parts import Item, Panel, Rule, WriteOn, headed
from hgkm_desktop.handouts.leaves import FILE_NAME, Leaf, document, told, typed
from hgkm_desktop.handouts.paragraph import Paragraph
from hgkm_desktop.handouts.shaping import Piece
from hgkm_desktop.rules.appointment import Visit
from hgkm_desktop.rules.going_along import PlaceWord, TimeStyle

__all__ = ["FILE_NAME", "LANGUAGES", "MyAppointment", "for_her", "gives_away", "my_appointment"]

WIDTH, HEIGHT, MARGIN = 148 * mm, 210 * mm, 13 * mm
FOOT = 8 * mm
INSIDE = page.Box(MARGIN, MARGIN + FOOT, WIDTH - 2 * MARGIN, HEIGHT - 2 * MARGIN - FOOT)
A5 = Leaf(WIDTH, HEIGHT, INSIDE, 14.5, 8)
COLOR = "green"
LINES = 3
SHORT = 3
"""A word of fewer letters gives nobody away."""


@dataclass(frozen=True, repr=False)
class MyAppointment:
    """All that may stand on it; what is left empty is not printed.

    `place` is what was typed; it is printed where no neutral word was chosen.
    """

    starts: datetime | None = None
    time_style: TimeStyle = TimeStyle.LEFT_OUT
    place_word: PlaceWord = PlaceWord.NONE
    place: str = ""
    questions: tuple[str, ...] = ()


def for_her(visit: Visit, questions: Sequence[str] = ()) -> MyAppointment:
    """Return the paper of an appointment as she chose it; a question only where she wants it."""
    told_of = visit.details
    is_left_out = told_of.time_style is TimeStyle.LEFT_OUT
    word = told_of.place_word if told_of.place_on_paper else PlaceWord.NONE
    place = told_of.place if told_of.place_on_paper and word is PlaceWord.NONE else ""
    starts = None if is_left_out else visit.starts
    return MyAppointment(starts, told_of.time_style, word, place, tuple(questions))


def gives_away(paper: MyAppointment, kept: Iterable[str]) -> list[str]:
    """Return which of these names and words stand in what was typed for the paper."""
    text = _plain(" ".join((paper.place, *paper.questions)))
    return [word for word in kept if _stands_in(_plain(word), text)]


def my_appointment(paper: MyAppointment, language: str) -> bytes:
    """Return the PDF of one A5; raise UserError for a language it does not come in."""
    words = her_words(language)

    def story(body: float) -> list[Flowable]:
        return [*_story(paper, words, Style(body, language, words.rtl, COLOR))]

    def decorate(canvas: Canvas, _number: int, _pages: int) -> None:
        style = Style(A5.smallest, language, words.rtl)
        note = told(words["unread"], style.look(1, page.MUTED))
        _, high = note.wrap(INSIDE.width, FOOT)
        note.drawOn(canvas, MARGIN, MARGIN * 0.8 + FOOT * 0.4 - high / 2)

    return document(A5, language, story, decorate)


def _story(paper: MyAppointment, words: HerWords, style: Style) -> Iterator[Flowable]:
    title = Paragraph([Piece(words["title"], bold=True)], style.look(2.3, leading=1.12))
    yield title
    yield Spacer(1, style.body * 0.6)
    if agreed := [*_agreed(paper, words, style)]:
        yield Panel(agreed, TINTS[COLOR][1], style.body * 0.9, style.body * 0.15)
        yield Spacer(1, style.gap * 1.6)
    else:
        yield Rule(style.gap)
    yield headed("question", words["ask"], style, [*_questions(paper.questions, style)])
    yield Spacer(1, style.gap * 0.6)
    for icon, part in (("tote", "bring"), ("chats", "unclear"), ("coffee", "rest")):
        said = told(words[f"{part}_line"], style.look(1))
        yield Rule(style.gap)
        yield headed(icon, words[part], style, [Item(said, style.body * style.aside)])


def _agreed(paper: MyAppointment, words: HerWords, style: Style) -> Iterator[Item]:
    """Yield the day, the time and the place, as far as she wants them."""
    starts = None if paper.time_style is TimeStyle.LEFT_OUT else paper.starts
    ink = TINTS[COLOR][0]
    aside = style.body * 2.2
    if starts is not None:
        day = told(words.day(starts), style.look(1.3, leading=1.3), bold=True)
        yield Item(day, aside, pictured("calendar-blank", style, 1.4, ink))
        time = _time(starts, paper.time_style, words, style)
        yield Item(time, aside, pictured("clock", style, 1.4, ink))
    typed_place = typed(paper.place, style.look(1.1))
    word = words.place(paper.place_word.value)
    lines = [told(word, style.look(1.1))] if word else typed_place
    for place, line in enumerate(lines):
        yield Item(line, aside, None if place else pictured("map-pin", style, 1.4, ink))


def _time(starts: datetime, how: TimeStyle, words: HerWords, style: Style) -> Paragraph:
    at = clock.local(starts).time()
    look = style.look(1.3, leading=1.3)
    if how is TimeStyle.WORDS and (said := words.time_in_words(at)):
        return told(said, look, bold=True)
    before, after = words.around_digits()
    digits = Piece(f"{at.hour}.{at.minute:02}", bold=True, fixed=True)
    return Paragraph([Piece(before, bold=True), digits, Piece(after, bold=True)], look)


def _questions(questions: Sequence[str], style: Style) -> Iterator[Flowable]:
    """Yield each question she wants on it, and empty lines up to three."""
    aside = style.body * (style.aside + ITEM)
    asked = [lines for question in questions if (lines := typed(question, style.look(1)))]
    for number, lines in enumerate(asked, 1):
        for place, line in enumerate(lines):
            yield Item(line, aside, None if place else numbered(number, style))
    for number in range(len(asked) + 1, LINES + 1):
        yield WriteOn(number, style, aside)


def _plain(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text).casefold()
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def _stands_in(word: str, text: str) -> bool:
    bare = word.strip()
    return len(bare) >= SHORT and re.search(rf"(?<!\w){re.escape(bare)}", text) is not None
