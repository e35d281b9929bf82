"""The few questions after a visit; none has to be answered (08b, R-052)."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hgkm_desktop.rules.appointment import Afterwards
from hgkm_desktop.rules.going_along import Leaving, Punctual, Wishes
from hgkm_desktop.services.appointment_list import Seen
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.forms.few_lines import FewLines
from hgkm_desktop.ui.forms.group import chosen
from hgkm_desktop.ui.forms.typed_day import TypedDay
from hgkm_desktop.ui.names import inside
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.appointments.afterwards_rows import AgreedRows, Line
from hgkm_desktop.ui.views.appointments.prepare_words import called
from hgkm_desktop.ui.views.appointments.visit_fields import options
from hgkm_desktop.ui.widgets.chips import ChipRow
from hgkm_desktop.ui.widgets.fields import Field, line_edit
from hgkm_desktop.ui.widgets.labels import hairline, muted
from hgkm_desktop.ui.widgets.segmented import Segmented

SAME, OTHER = "same", "other"
_LONGEST = 120


class Questions(QWidget):
    """Questions below each other with lines between them."""

    def __init__(self, seen: Seen, usual: date, today: date) -> None:
        super().__init__()
        self._seen = seen
        self.fields: dict[str, Field] = {}
        self.punctual = _asks(options(Punctual))
        self.face = _asks([(SAME, _same(seen)), (OTHER, tr("Somebody else"))])
        self.instead, self.wishes = line_edit(), _asks(options(Wishes))
        self.agreed = FewLines(3)
        self.rows = AgreedRows(usual, self._first_line)
        told = seen.visit.details.afterwards
        heard = told.feedback_by if told is not None else None
        self.feedback = TypedDay(heard, today, ahead=True)
        self.leaving = ChipRow(options(Leaving), exclusive=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(11))
        self._promised = muted("", wrap=True)
        self.instead.setMaxLength(_LONGEST)
        self._lay_out()
        self.face.changed.connect(self._on_face_chosen)
        self._on_face_chosen()

    def show_afterwards(self, told: Afterwards | None) -> None:
        """Show what was noted before; promises that were made stand on her page."""
        if told is None:
            return
        self.punctual.set_value(told.punctual)
        self.face.set_value({True: SAME, False: OTHER, None: None}[told.known_face])
        self.instead.setText(told.instead)
        self.wishes.set_value(told.wishes)
        self.agreed.setPlainText(told.agreed)
        self.leaving.set_values([told.leaving] if told.leaving is not None else [])
        self._promised.setText(_promised(len(told.promises)))
        self._promised.setVisible(bool(told.promises))
        self._on_face_chosen()

    def afterwards(self, blank: Afterwards) -> Afterwards:
        """Return what stands here; raise Invalid for a day nobody can read."""
        is_other = self.face.value() == OTHER
        return replace(
            blank,
            punctual=chosen(self.punctual.value(), Punctual),
            known_face={SAME: True, OTHER: False}.get(str(self.face.value())),
            instead=self.instead.text() if is_other else "",
            wishes=chosen(self.wishes.value(), Wishes),
            agreed=self.agreed.toPlainText(),
            feedback_by=self.feedback.day("feedback_by"),
            leaving=chosen(self.leaving.value(), Leaving),
        )

    def kept(self) -> dict[str, QWidget]:
        """Return the fields by the names they are kept under."""
        return {key: field.widget for key, field in self.fields.items()} | {"rows": self.rows}

    def complain(self, problems: Mapping[str, str]) -> dict[str, str]:
        """Say at each question what is wrong; return what belongs to none of them."""
        for key, field in self.fields.items():
            field.complain(problems.get(key, ""))
        first = next((field for key, field in self.fields.items() if key in problems), None)
        if first is not None:
            first.take_focus()
        self.rows.complain(problems)
        return {key: text for key, text in problems.items() if not self._is_said(key)}

    def _is_said(self, key: str) -> bool:
        return key in self.fields or (key.startswith("agreed.") and bool(self.rows.rows))

    def _lay_out(self) -> None:
        self._ask("punctual", tr("Did the partner keep to the time?"), self.punctual)
        asked = tr("Was it her known face?")
        if self._seen.person == "":
            asked = tr("Was it somebody she knows?")
        self._ask("known_face", asked, self.face)
        self._ask("instead", tr("Who came instead?"), self.instead, line=False)
        self._ask("wishes", tr("Was it done as she wanted?"), self.wishes)
        self._ask("agreed", tr("What was agreed?"), self.agreed)
        self._column.addWidget(self._promised)
        self._promised.hide()
        self._column.addWidget(self.rows)
        self.rows.setVisible(self._seen.visit.case_id is not None)
        self._ask("feedback_by", tr("When do they let us hear?"), self.feedback)
        her = inside(called(self._seen, veiled=False))
        self._ask("leaving", tr("How did {name} go away?").format(name=her), self.leaving)

    def _ask(self, key: str, asked: str, widget: QWidget, *, line: bool = True) -> None:
        if line and self.fields:
            self._column.addWidget(hairline())
        field = self.fields[key] = Field(asked, widget)
        self._column.addWidget(field)

    def _first_line(self) -> Line:
        """Begin the first promise with what was agreed, by whom she met."""
        other = self.face.value() == OTHER
        who = self.instead.text() if other else self._seen.person
        return Line(self.agreed.toPlainText().strip(), who)

    def _on_face_chosen(self) -> None:
        self.fields["instead"].setVisible(self.face.value() == OTHER)


def _asks(choices: list[tuple[object, str]]) -> Segmented:
    return Segmented(choices, small=True, allow_none=True)


def _same(seen: Seen) -> str:
    return tr("Yes, {name}").format(name=inside(seen.person)) if seen.person else tr("Yes")


def _promised(count: int) -> str:
    if count == 1:
        return tr("One promise of this stands on her page.")
    return tr("{count} promises of this stand on her page.").format(count=count)
