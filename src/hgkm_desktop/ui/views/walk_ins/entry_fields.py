"""Every field of a walk-in, made once; the strip and the correction lay them out differently."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QWidget

from hgkm_desktop.models.codes import (
    CHIP_TOPICS,
    ContactBy,
    ContactSetting,
    FollowUp,
    HelpTopic,
    Language,
    SignalLevel,
    TellsAbout,
    Urgency,
    Visit,
)
from hgkm_desktop.models.labels import label
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.views.walk_ins.entry_values import PREFILLED, Values, code, day
from hgkm_desktop.ui.views.walk_ins.moment import DayField, Moment
from hgkm_desktop.ui.views.walk_ins.typed_combo import TypedCombo
from hgkm_desktop.ui.widgets.chips import ChipRow
from hgkm_desktop.ui.widgets.combo import ComboField
from hgkm_desktop.ui.widgets.inputs import line_edit
from hgkm_desktop.ui.widgets.segmented import Option, Segmented

OTHER_TOPICS = tuple(topic for topic in HelpTopic if topic not in CHIP_TOPICS)
DATED = frozenset({FollowUp.PLAN_TALK, FollowUp.COMES_BACK})
"""What comes after on a day that can be agreed."""
CHILDREN_LONGEST = 3

Complain = Callable[[str], object]


class EntryFields(QObject):
    """The inputs, what stands in them as values, and where problems are said."""

    changed = Signal()

    def __init__(self, now: datetime) -> None:
        super().__init__()
        self.moment = Moment(now)
        self._make_choices()
        self._make_chips()
        self.desk_question = line_edit(tr("One sentence (may stay empty)"))
        self.desk_question.setAccessibleName(tr("What was going on, in one sentence"))
        self.children_count = line_edit(left_to_right=True)
        self.children_count.setMaxLength(CHILDREN_LONGEST)
        self.follow_up_on = DayField(self.moment.day.value() or now.date(), tr("When"), ahead=True)
        self._complain: dict[str, tuple[Complain, QWidget]] = {}
        self._listen()

    def values(self) -> Values:
        """Return what stands in the form."""
        moment, agreed = self.moment.value(), self.follow_up_on.value()
        dated = self.follow_up.value() in DATED
        return {name: self._choices[name]() for name in self._choices} | {
            "happened_at": moment.isoformat() if moment else None,
            "topics": [*self.topics.values(), *self.other_topics.values()],
            "follow_up_on": agreed.isoformat() if agreed and dated else None,
            "desk_question": self.desk_question.text(),
            "children": self.children_count.text(),
        }

    def show(self, values: Values, now: datetime) -> None:
        """Fill the form; nobody is told."""
        typed = values.get("happened_at")
        self.moment.set_value(datetime.fromisoformat(typed) if typed else now, now)
        for name, choose in self._chooses.items():
            chosen = code(name, values.get(name))
            if chosen is not None or name not in PREFILLED:
                choose(chosen)
        topics: Sequence[Any] = values.get("topics") or ()
        self.topics.set_values(topics)
        self.other_topics.set_values(topics)
        self.follow_up_on.set_value(day(values.get("follow_up_on")), now.date())
        self.desk_question.setText(values.get("desk_question") or "")
        self.children_count.setText(values.get("children") or "")
        self._ask_the_day()
        self.complain({})

    def unreadable(self) -> dict[str, str]:
        """Return what was typed and cannot be understood, by field."""
        problems: dict[str, str] = {}
        if self.moment.value() is None:
            problems["happened_at"] = tr("This day is not clear. Type 17-11, or yesterday.")
        if not self.language.is_understood():
            problems["language"] = tr("This language is not in the list. Choose one.")
        if not self.follow_up_on.is_understood():
            problems["follow_up_on"] = tr("This day is not clear. Type 24-11, or tomorrow.")
        if not _is_number(self.children_count.text()):
            problems["children"] = tr("Type a number, or nothing.")
        return problems

    def say_problems_of(self, name: str, complain: Complain, focus: QWidget) -> None:
        """Let the problems of a field be said here; `focus` is where it is mended."""
        self._complain[name] = complain, focus

    def complain(self, problems: dict[str, str]) -> QWidget | None:
        """Say every problem at its field; return where the first one is mended."""
        self.moment.mark("happened_at" in problems)
        first: QWidget | None = None
        for name, (complain, focus) in self._complain.items():
            complain(problems.get(name, ""))
            if name in problems and first is None:
                first = self.moment.place_to_mend() if focus is self.moment else focus
        return first

    def _make_choices(self) -> None:
        self.visit = Segmented(_options(Visit), name=tr("Visit"), allow_none=True)
        levels = [Option(level, label(level), level=level.value) for level in SignalLevel]
        self.signal = Segmented(levels, name=tr("Signal of unsafety"), allow_none=True)
        self.urgency = Segmented(_options(Urgency), name=tr("Urgency"), allow_none=True)
        self.tells_about = Segmented(_options(TellsAbout), name=tr("Tells about"), allow_none=True)
        nobody = [(None, tr("Not filled in"))]
        placeholder = tr("Choose or type")
        self.language = TypedCombo(_options(Language), placeholder, editable=True)
        self.setting = ComboField(_options(ContactSetting))
        self.contact_by = ComboField([*nobody, *_options(ContactBy)])

    def _make_chips(self) -> None:
        self.topics = ChipRow(_options(CHIP_TOPICS), keys=True, name=tr("About"))
        self.other_topics = ChipRow(_options(OTHER_TOPICS), name=tr("Other topics"))
        self.follow_up = ChipRow(_options(FollowUp), exclusive=True, name=tr("Follow-up"))
        for shortcut in self.topics.findChildren(QShortcut):
            shortcut.setEnabled(False)  # the page answers: counters and dialogs want numbers too

    def _listen(self) -> None:
        self._choices: dict[str, Callable[[], object]] = {
            "follow_up": self.follow_up.value,
        }
        self._chooses: dict[str, Callable[[object], object]] = {
            "follow_up": lambda value: self.follow_up.set_values([value]),
        }
        for name in ("visit", "signal", "urgency", "tells_about"):
            self._add(name, cast(Segmented, getattr(self, name)))
        for name in ("language", "setting", "contact_by"):
            self._add(name, cast(ComboField, getattr(self, name)))
        for row in (self.topics, self.other_topics, self.follow_up, self.moment, self.follow_up_on):
            row.changed.connect(self.changed)
        self.follow_up.changed.connect(self._ask_the_day)
        for line in (self.desk_question, self.children_count):
            line.textEdited.connect(self.changed)

    def _add(self, name: str, field: Segmented | ComboField) -> None:
        self._choices[name], self._chooses[name] = field.value, field.set_value
        field.changed.connect(self.changed)

    def _ask_the_day(self) -> None:
        self.follow_up_on.setEnabled(self.follow_up.value() in DATED)


def _options(codes: Iterable[StrEnum]) -> list[tuple[object, str]]:
    return [(each, label(each)) for each in codes]


def _is_number(typed: str) -> bool:
    try:
        return not typed.strip() or int(typed) >= 0
    except ValueError:
        return False
