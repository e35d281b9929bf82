"""The side panel before the visit: whom she meets, who goes along, what she wants (08a)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hgkm_desktop.models import Member, PartnerPerson
from hgkm_desktop.models.codes import Language
from hgkm_desktop.models.labels import short
from hgkm_desktop.rules import words as case_words
from hgkm_desktop.rules.appointment import Interpreter, Visit
from hgkm_desktop.rules.going_along import Presence, Support
from hgkm_desktop.rules.going_words import word
from hgkm_desktop.services.appointment_list import Seen
from hgkm_desktop.services.conflicts import Clash, Conflict
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.dates import kept_together, time_of
from hgkm_desktop.ui.names import inside, shown
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.appointments import prepare_rows as rows
from hgkm_desktop.ui.views.appointments.clash_words import clash_lines
from hgkm_desktop.ui.views.appointments.prepare_advice import (
    advice,
    amber,
    caution_lines,
    not_to_discuss,
)
from hgkm_desktop.ui.views.appointments.prepare_ticks import Ticks
from hgkm_desktop.ui.views.appointments.prepare_words import as_typed, called, partner_of
from hgkm_desktop.ui.widgets.badges import Badge
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.labels import explain, muted


@dataclass(frozen=True, repr=False)
class Preparing:
    """Everything the panel shows of a visit."""

    seen: Seen
    names: Mapping[UUID, Member]
    person: PartnerPerson | None
    clashes: Sequence[Conflict]
    veiled: bool

    @property
    def visit(self) -> Visit:
        """The visit itself."""
        return self.seen.visit


class Preparation(QWidget):
    """Made anew whenever something changed; only the ticks can be changed here."""

    ticked = Signal(object, bool)
    interpreter_ticked = Signal(bool)
    reserve_asked = Signal()

    def __init__(self, about: Preparing) -> None:
        super().__init__()
        self.about = about
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(13))
        self.ticks = Ticks(about.visit, *_two_names(about))
        self.reserve = make_button(tr("The reserve goes along"), icon="user", small=True)
        first = (self._clashes(), self._rows(), self._red(), self.ticks)
        parts = (*first, self._her_rows(), *self._cautions())
        for part in parts:
            if part is not None:
                column.addWidget(part)
        column.addStretch(1)
        self.ticks.ticked.connect(self.ticked)
        self.ticks.interpreter_ticked.connect(self.interpreter_ticked)
        self.reserve.clicked.connect(self.reserve_asked)
        self.ticks.setEnabled(about.visit.state.is_ahead and not about.veiled)

    def _clashes(self) -> QWidget | None:
        about = self.about
        visit = about.visit
        lines = clash_lines(about.clashes, about.names, veiled=about.veiled)
        if not lines or not visit.state.is_ahead:
            return None
        first_away = any(
            each.what is Clash.AWAY and each.member_id == visit.first for each in about.clashes
        )
        buttons = (self.reserve,) if first_away and visit.reserve is not None else ()
        return amber(lines, "clock", *buttons)

    def _rows(self) -> QWidget:
        about, made = self.about, rows.Rows()
        told = about.visit.details
        made.add(tr("Partner"), *_partner(about))
        if told.meet_at is not None or told.meet_where or told.place:
            made.add(tr("Meeting"), *_meeting(about))
        made.add(tr("Goes along"), *_along(about))
        if told.support is not Support.SUPPORT or told.interpreter is not None or told.language:
            made.add(tr("Interpreter"), *_interpreter(about))
        if told.domains:
            words = [case_words.word(each) for each in told.domains]
            made.add(tr("What she wants to talk about"), rows.tags(words))
        return made

    def _her_rows(self) -> QWidget:
        about, made = self.about, rows.Rows()
        questions = [as_typed(each) for each in about.visit.details.questions]
        if questions and not about.veiled:
            made.add(tr("Her questions"), rows.numbered(questions))
        made.add(tr("What she wants"), *_presence(about))
        return made

    def _red(self) -> QWidget | None:
        lines = self.about.visit.details.not_with
        return not_to_discuss(lines) if lines and not self.about.veiled else None

    def _cautions(self) -> list[QWidget | None]:
        about = self.about
        if not about.visit.state.is_ahead:
            return []
        lines = caution_lines(about.seen.cautions)
        shown_lines = amber(lines, "warning") if lines else None
        return [shown_lines, advice(about.visit, about.seen.cautions)]


def _two_names(about: Preparing) -> tuple[str, str, str]:
    """Return how she, who goes along and whom she meets are called in the ticks."""
    first = about.names.get(about.visit.first)
    ours = inside(shown(first.name, about.veiled)) if first is not None else ""
    theirs = "" if about.veiled else as_typed(about.seen.person)
    return inside(called(about.seen, veiled=about.veiled)), ours, theirs or tr("the partner")


def _partner(about: Preparing) -> list[QWidget]:
    seen, person = about.seen, about.person
    parts: list[QWidget] = [rows.strong(partner_of(seen, veiled=about.veiled))]
    if about.veiled:
        return parts
    if seen.person:
        has_met = seen.visit.details.has_met
        said = tr("{name}, her known face") if has_met else tr("{name}, not met yet")
        parts.append(explain(said.format(name=inside(seen.person)), wrap=True))
    if person is not None and person.direct_number:
        number = kept_together(person.direct_number)
        parts.append(muted(tr("direct: {number}").format(number=number), wrap=True))
    if seen.visit.details.purpose:
        parts.append(explain(as_typed(seen.visit.details.purpose), wrap=True))
    return parts


def _meeting(about: Preparing) -> list[QWidget]:
    told = about.visit.details
    at = kept_together(time_of(told.meet_at)) if told.meet_at is not None else ""
    where = "" if about.veiled else inside(told.meet_where)
    lines = [" ".join(filter(None, [at, where]))]
    if told.place and not about.veiled:
        lines.append(as_typed(told.place))
    if told.signal is not None:
        lines.append(word(told.signal))
    return [explain(line, wrap=True) for line in lines if line]


def _along(about: Preparing) -> list[QWidget]:
    visit, names = about.visit, about.names
    first = names.get(visit.first)
    reserve = names.get(visit.reserve) if visit.reserve is not None else None
    note = ""
    if reserve is not None:
        note = tr("(reserve {name})").format(name=inside(shown(reserve.name, about.veiled)))
    if first is None:
        return [muted(note)]
    gone = first.left_at is not None
    return [rows.person(shown(first.name, about.veiled), first.color, note, gone=gone)]


def _interpreter(about: Preparing) -> list[QWidget]:
    told = about.visit.details
    language = short(Language(told.language)) if told.language else ""
    found = told.interpreter
    name = inside(found.name) if found is not None and not about.veiled else ""
    parts: list[QWidget] = []
    line = ", ".join(filter(None, [name, language]))
    if line:
        parts.append(explain(line, wrap=True))
    if found is not None:
        parts.extend(_sure(found, veiled=about.veiled))
    if told.support is not Support.SUPPORT:
        parts.append(muted(word(told.support), wrap=True))
    return parts


def _sure(found: Interpreter, *, veiled: bool) -> list[QWidget]:
    tone, icon, said = "am", "warning", tr("not confirmed")
    if found.is_sure:
        tone, icon, said = "ok", "check-circle", tr("confirmed")
    parts: list[QWidget] = [Badge(said, tone, icon)]
    if found.wish and not veiled:
        parts.append(muted(as_typed(found.wish), wrap=True))
    return parts


def _presence(about: Preparing) -> list[QWidget]:
    told = about.visit.details
    said = word(told.presence) if isinstance(told.presence, Presence) else tr("Not asked yet")
    alone = tr("Asked alone, without you or him.") if told.was_asked_alone else ""
    return [explain(said, wrap=True), *([muted(alone, wrap=True)] if alone else [])]
