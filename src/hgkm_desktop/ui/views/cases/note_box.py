"""What a note says, in its box: the beginning of a long text, or all of it and what is beside."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from hgkm_desktop.rules.entries import Entry
from hgkm_desktop.rules.lists import Voice
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.breaking import as_typed
from hgkm_desktop.ui.dates import day_of, day_without_weekday
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.cases.moments import Moment, note_of
from hgkm_desktop.ui.views.cases.written import Run, Written
from hgkm_desktop.ui.widgets.painting import round_box

SHORT = 360
"""So much of a text is shown before somebody asks for all of it."""
SIDE, TOP, GAP, BETWEEN = 14, 9, 5, 22
AIRY = 1.08


class NoteBox:
    """Columns of texts beside each other: one while folded, then one for each text."""

    def __init__(self, moment: Moment, today: date) -> None:
        assert moment.note is not None
        self._entry, self._beside, self._today = moment.note, moment.beside, today
        self.is_open = False
        self._columns = [self._folded()]

    @property
    def may_unfold(self) -> bool:
        """Whether there is more than what is shown."""
        note = note_of(self._entry)
        is_long = max(len(note.seen), len(note.think)) > SHORT
        return not self.is_open and (is_long or bool(self._beside))

    def unfold(self) -> None:
        """Show everything: each text beside the one it stands with."""
        self.is_open = True
        every = (self._entry, *self._beside)
        self._columns = [self._whole(entry) for entry in every]

    def words(self) -> str:
        """Return everything that is shown, to be read aloud."""
        texts = (part.words for column in self._columns for part in column)
        return "\n".join(texts)

    def height(self, width: float, rtl: bool) -> float:
        """Return how high the box is."""
        inner = self._column_width(width)
        highest = max(_height(column, inner, rtl) for column in self._columns)
        return highest + px(2 * TOP)

    def paint(self, painter: QPainter, box: QRectF, rtl: bool) -> None:
        """Paint the box and its columns from the leading side."""
        round_box(painter, box, px(10), "card", "line")
        inner = self._column_width(box.width())
        columns = reversed(self._columns) if rtl else self._columns
        x = box.left() + px(SIDE)
        for column in columns:
            y = box.top() + px(TOP)
            for part in column:
                part.text.paint(painter, QPointF(x, y), inner, rtl)
                y += part.text.height(inner, rtl) + px(GAP)
            x += inner + px(BETWEEN)

    def forget(self) -> None:
        """Lay everything out again."""
        for column in self._columns:
            for part in column:
                part.text.forget()

    def _column_width(self, width: float) -> float:
        gaps = px(BETWEEN) * (len(self._columns) - 1)
        return (width - px(2 * SIDE) - gaps) / len(self._columns)

    def _folded(self) -> list["_Part"]:
        parts = _texts(self._entry, whole=False)
        if self._beside:
            parts.append(_Part(_improved(self._beside[-1], self._today), "mut"))
        return parts

    def _whole(self, entry: Entry) -> list["_Part"]:
        head = [_Part(self._heading(entry), "mut")] if self._beside else []
        return [*head, *_texts(entry, whole=True)]

    def _heading(self, entry: Entry) -> str:
        if entry is self._entry:
            return tr("The first text")
        day = day_without_weekday(day_of(entry.made_at), self._today)
        return tr("Beside it, {day}").format(day=day)


class _Part:
    """One paragraph: a name in few words and a text, or a line of our own."""

    def __init__(self, text: str, hue: str = "ink", name: str = "") -> None:
        self.words = f"{name} {text}".strip()
        title = Run(f"{name}\u2002" if name else "", 14, True, "mut")
        said = Run(as_typed(text) if name else text, 15 if name else 14, hue=hue)
        self.text = Written(title, said, spacing=AIRY)


def _height(column: Sequence[_Part], width: float, rtl: bool) -> float:
    heights = sum(part.text.height(width, rtl) for part in column)
    return heights + px(GAP) * max(0, len(column) - 1)


def _texts(entry: Entry, *, whole: bool) -> list[_Part]:
    note = note_of(entry)
    first = tr("Her own words") if note.voice is Voice.HERSELF else tr("Seen and heard")
    both = (first, note.seen), (tr("What I think"), note.think)
    return [_Part(text if whole else _start(text), name=name) for name, text in both if text]


def _start(text: str) -> str:
    if len(text) <= SHORT:
        return text
    return f"{text[:SHORT].rstrip()} …"


def _improved(newest: Entry, today: date) -> str:
    day = day_without_weekday(day_of(newest.made_at), today)
    if note_of(newest).voice is Voice.HERSELF:
        return tr("Her own words stand beside it since {day}.").format(day=day)
    return tr("Improved on {day}. The first text stays.").format(day=day)
