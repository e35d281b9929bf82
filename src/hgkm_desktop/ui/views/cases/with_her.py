"""What was agreed with her and who promised what, below the register (R-018, R-049)."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hgkm_desktop.rules.bodies import Agreement, Promise
from hgkm_desktop.rules.standing import Standing
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.dates import day_as_spoken
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.badges import Badge
from hgkm_desktop.ui.widgets.buttons import Button, icon_button, make_button
from hgkm_desktop.ui.widgets.card import Card, Heading
from hgkm_desktop.ui.widgets.icon_label import IconLabel
from hgkm_desktop.ui.widgets.labels import body, muted

DONE_SHOWN = 5
"""How many promises that are done stay in sight."""
_TOP = Qt.AlignmentFlag.AlignTop


class Rows(QWidget):
    """A heading with a button, and a card with rows that is made anew each time."""

    def __init__(self, icon: str, title: str, add: str) -> None:
        super().__init__()
        self.add = make_button(add, icon="plus", small=True)
        self._card: QWidget | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addWidget(Heading(icon, title, "", self.add))

    def fill(self, rows: list[QWidget], nothing: str) -> None:
        """Show rows, or say that there is nothing yet."""
        if self._card is not None:
            self._card.hide()
            self._card.deleteLater()
        card = Card(clip=True)
        for row in rows or [muted(nothing, wrap=True)]:
            card.add_row(row, (14, 9, 10, 9))
        self._card = card
        place = self.layout()
        assert place is not None
        place.addWidget(card)


class AgreementsBox(Rows):
    """What holds between us and her until it is ended."""

    ended = Signal(object)

    def __init__(self) -> None:
        super().__init__("list-checks", tr("Agreements with her"), tr("Agreement"))
        self.ends: list[Button] = []

    def show_standing(self, found: Standing) -> None:
        """Show what holds now."""
        self.ends = []
        rows = [self._row(each) for each in found.agreements.values()]
        self.fill(rows, tr("Nothing was agreed yet."))

    def _row(self, made: Agreement) -> QWidget:
        name = tr("No longer holds: {text}").format(text=made.text)
        end = icon_button("x", name, small=True, kind="bare")
        end.clicked.connect(partial(self.ended.emit, made))
        self.ends.append(end)
        return line_of(IconLabel("handshake", "mut", 19), body(made.text, wrap=True), end)


class PromisesBox(Rows):
    """Who does what by when; ours are kept as strictly as theirs."""

    kept = Signal(object)
    not_kept = Signal(object)

    def __init__(self) -> None:
        super().__init__("check-square", tr("Promises"), tr("Promise"))
        self.answers: list[tuple[Button, Button]] = []

    def show_standing(self, found: Standing, today: date) -> None:
        """Show what is open, what is due first in front; then what was done last."""
        self.answers = []
        done = [each for each in found.promises.values() if each.kept is not None]
        rows = [self._open(each, today) for each in found.open_promises()]
        rows += [_done(each) for each in reversed(done[-DONE_SHOWN:])]
        self.fill(rows, tr("Nothing was promised yet."))

    def _open(self, made: Promise, today: date) -> QWidget:
        late = (today - made.by).days if made.by is not None else 0
        kept = _answer(tr("It is done"), made, partial(self.kept.emit, made))
        not_kept = _answer(tr("It is not done"), made, partial(self.not_kept.emit, made))
        self.answers.append((kept, not_kept))
        parts: list[QWidget] = [_late_badge(late)] if late > 0 else []
        return line_of(IconLabel("circle", "mut", 19), _words(made, today), *parts, kept, not_kept)


def _answer(words: str, made: Promise, tell: Callable[[], None]) -> Button:
    button = make_button(words, small=True)
    button.setAccessibleName(f"{words}: {made.what}")
    button.clicked.connect(tell)
    return button


def _words(made: Promise, today: date) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(body(made.what, wrap=True))
    said = made.who
    if made.by is not None:
        day = day_as_spoken(made.by, today)
        said = tr("{who}, by {day}").format(who=made.who, day=day)
    column.addWidget(muted(said, wrap=True))
    return holder


def _late_badge(days: int) -> Badge:
    said = tr("1 day late") if days == 1 else tr("{count} days late").format(count=days)
    return Badge(said, "rd", "warning-circle")


def _done(made: Promise) -> QWidget:
    said = f"{made.who}. {made.otherwise}" if made.otherwise else made.who
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(body(made.what, wrap=True))
    column.addWidget(muted(said, wrap=True))
    icon, tone = ("check-circle", "oks") if made.kept else ("x-circle", "rds")
    badge = Badge(tr("done"), "ok") if made.kept else Badge(tr("not done"), "am")
    return line_of(IconLabel(icon, tone, 19, "fill"), holder, badge)


def line_of(mark: IconLabel, words: QWidget, *buttons: QWidget) -> QWidget:
    """Return a row of a box: a mark, the words, and what can be pressed."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(px(9))
    row.addWidget(mark)
    row.addWidget(words, 1)
    for button in buttons:
        row.addWidget(button)
    return holder
