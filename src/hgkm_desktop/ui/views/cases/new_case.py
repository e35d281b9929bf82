"""Beginning to stand beside somebody: an alias, the day, her yes, and who may stand there."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hgkm_desktop.rules.bodies import Began
from hgkm_desktop.services import cases, follow_up_case
from hgkm_desktop.services.cases import Candidate, NewCase, StartCase
from hgkm_desktop.services.fields import NAME
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import day_in_full, day_of
from hgkm_desktop.ui.forms.form_overlay import FormOverlay
from hgkm_desktop.ui.forms.note_draft import NoteDraft
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.cases.beside_form import BesideForm
from hgkm_desktop.ui.views.cases.new_case_parts import HerYes
from hgkm_desktop.ui.widgets.fields import DateField, Field, line_edit

PLACE = "cases/new"
WIDTH = 640


class NewCaseForm(FormOverlay):
    """What it takes to begin; whatever is half typed comes back the next time it opens."""

    began = Signal(UUID)

    def __init__(self, ctx: Context, start: StartCase | None) -> None:
        super().__init__(
            tr("Begin with somebody"),
            text=tr("Do this together with her."),
            accept=tr("Begin"),
            cancel=tr("Cancel"),
            width=WIDTH,
        )
        self._ctx, self._start, self._is_over = ctx, start, False
        self.alias, self.on = line_edit(), DateField(self._first_day())
        self.alias.setMaxLength(NAME * 4)
        self.yes = HerYes(ctx.member.name)
        self.beside = BesideForm(ctx, [ctx.member.id])
        self.candidates = self.beside.list
        self._add_parts()
        self.alias.setText(start.alias if start is not None else "")
        self._kept = NoteDraft(ctx, self.half_typed, self)
        self._bring_back(self._kept.begin(PLACE))
        self.alias.textEdited.connect(self._kept.touch)
        self.candidates.changed.connect(self._kept.touch)
        self.yes.form.changed.connect(self._kept.touch)

    def act(self) -> None:
        """Begin; raise Invalid for what is wrong at its field."""
        now = self._ctx.now()
        walk_in = self._start.walk_in if self._start is not None else None
        new = NewCase(
            self.alias.text(),
            self.candidates.value(),
            self.yes.value(day_of(now)),
            Began(self.on.value(), walk_in),
        )
        case_id = self._opened(new, now)
        self.forget_half_typed()
        self.began.emit(case_id)

    def half_typed(self) -> dict[str, Any] | None:
        """Return what stands in the form, None when nothing does or it is done with."""
        yes = self.yes.form.value()
        given = self._start.alias if self._start is not None else ""
        is_as_given = self.alias.text() == given and yes is None
        if (is_as_given and self.candidates.is_blank()) or self._is_over:
            return None
        asked = [[str(each.member_id), each.knows_her] for each in self.candidates.value()]
        return {
            "walk_in": self._source(),
            "alias": self.alias.text(),
            "on": self.on.value().isoformat(),
            "form": str(yes or ""),
            "language": str(self.yes.language.value() or ""),
            "heard_by": self.yes.heard_by.text(),
            "asked": asked,
        }

    def keep_half_typed(self) -> None:
        """Keep what is half typed at once (before locking, and with Esc)."""
        self._kept.keep_now()

    def forget_half_typed(self) -> None:
        """Wipe what was kept: it has begun, or is thrown away."""
        self._is_over = True
        self._kept.keep_now()

    def _opened(self, new: NewCase, now: datetime) -> UUID:
        grows_from = self._start.follow_up if self._start is not None else None
        if grows_from is None:
            return self._ctx.call(cases.open_case, new, now=now)
        return self._ctx.call(follow_up_case.open_case, grows_from, new, now=now)

    def _source(self) -> str:
        """Return from what it grows: a half-typed form comes back for the same only."""
        if self._start is None:
            return ""
        return str(self._start.walk_in or self._start.follow_up)

    def _add_parts(self) -> None:
        hint = tr("May stay empty. Never her real name.")
        self.fields["alias"] = Field(tr("What do you call her here?"), self.alias, hint)
        self.fields["began"] = Field(tr("First contact"), self.on, self._about_the_day())
        self.fields["consent"] = self.yes.form_field
        self.add(_side_by_side(self.fields["alias"], self.fields["began"]), self.yes)
        self.add_field("candidates", self.beside)

    def _first_day(self) -> date:
        return self._start.on if self._start is not None else day_of(self._ctx.now())

    def _about_the_day(self) -> str:
        if self._start is None or self._start.walk_in is None:
            return ""
        day = day_in_full(self._start.on, day_of(self._ctx.now()))
        return tr("After the visit of {day}. That visit does not tell so.").format(day=day)

    def _bring_back(self, kept: dict[str, Any] | None) -> None:
        if kept is None or kept["walk_in"] != self._source():
            return
        self.is_back.show()
        self.alias.setText(kept["alias"])
        self.on.set_value(date.fromisoformat(kept["on"]))
        self.yes.show_value(kept["form"], kept["language"], kept["heard_by"])
        answers = [Candidate(UUID(each), knows) for each, knows in kept["asked"]]
        self.candidates.show_value(answers)


def _side_by_side(*fields: Field) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(px(16))
    for field in fields:
        row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
    return holder
