"""The organisation's names, what the walk-in form asks, how long names stay, and the Meldcode."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from hgkm_desktop.models import Organisation
from hgkm_desktop.rules.guide import Status
from hgkm_desktop.services import organisation
from hgkm_desktop.services.fields import NAME, one_line
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.entrance.neutral_title import problem_with_title
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.admin.meldcode_choice import MeldcodeChoice, meldcode_field
from hgkm_desktop.ui.widgets.checks import CheckBox
from hgkm_desktop.ui.widgets.combo import ComboField
from hgkm_desktop.ui.widgets.fields import Field
from hgkm_desktop.ui.widgets.inputs import line_edit

LONGEST_PASTE = NAME * 4
USUAL = 30
DAYS = 7, 14, USUAL, 60, 90
"""How long names stay on the list of a session: days after it (FACTS.md 4.4)."""


@dataclass(frozen=True)
class Typed:
    """What stands in the form."""

    name: str
    window_title: str
    hidden: frozenset[str]
    meldcode: Status = Status.FREE
    names_days: int = USUAL

    def as_draft(self) -> dict[str, Any]:
        """Return it as plain data, to be kept sealed while the program is locked."""
        return {
            "name": self.name,
            "window_title": self.window_title,
            "hidden": sorted(self.hidden),
            "meldcode": self.meldcode.value,
            "names_days": self.names_days,
        }


def typed_of(record: Organisation) -> Typed:
    """Return the form as it looks for what is stored."""
    hidden, meldcode = organisation.hidden_fields(record), organisation.meldcode(record)
    return Typed(record.name, record.window_title, hidden, meldcode, record.names_days)


def typed_from_draft(data: dict[str, Any]) -> Typed:
    """Return what was kept; anything odd counts as not typed."""
    hidden = frozenset(str(field) for field in data.get("hidden") or ())
    names = str(data.get("name", "")), str(data.get("window_title", ""))
    kept, days = str(data.get("meldcode")), data.get("names_days")
    meldcode = Status(kept) if kept in frozenset(Status) else Status.FREE
    return Typed(*names, hidden, meldcode, days if isinstance(days, int) else USUAL)


class OrganisationForm(QWidget):
    """Two names and a list of boxes; says at the field what cannot be saved."""

    def __init__(self) -> None:
        super().__init__()
        self.name, self.window_title = line_edit(), line_edit()
        self.boxes = {field: CheckBox(word) for field, word in field_names().items()}
        self.name_field = Field(tr("Name of the organisation"), self.name)
        self.title_field = Field(
            tr("What should the window be called?"),
            self.window_title,
            tr("Choose an ordinary name. Whoever looks on sees only this name."),
        )
        self.fields_field = Field(
            tr("What does the walk-in form ask?"),
            _in_two_columns(list(self.boxes.values())),
            tr("Day, place and topic are always asked."),
        )
        self.names_days = ComboField()
        self.names_field = Field(
            tr("How long do names stay on a list?"),
            self.names_days,
            tr("After that only the counts stay. This cannot be undone."),
        )
        self.meldcode = MeldcodeChoice()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(16))
        for line in (self.name, self.window_title):
            line.setMaxLength(LONGEST_PASTE)
        meldcode = meldcode_field(self.meldcode)
        names = self.name_field, self.title_field
        for field in (*names, self.fields_field, self.names_field, meldcode):
            layout.addWidget(field)
        layout.addStretch(1)

    def typed(self) -> Typed:
        """Return what stands in the form now."""
        hidden = frozenset(field for field, box in self.boxes.items() if not box.isChecked())
        names = self.name.text(), self.window_title.text()
        days = self.names_days.value()
        return Typed(
            *names, hidden, self.meldcode.status(), days if isinstance(days, int) else USUAL
        )

    def show_typed(self, typed: Typed) -> None:
        """Fill the form."""
        self.name.setText(typed.name)
        self.window_title.setText(typed.window_title)
        for field, box in self.boxes.items():
            box.setChecked(field not in typed.hidden)
        self.meldcode.set_value(typed.meldcode)
        days = sorted({*DAYS, typed.names_days})
        words = tr("{count} days after the session")
        self.names_days.set_items([(each, words.format(count=each)) for each in days])
        self.names_days.set_value(typed.names_days)
        self.complain({})

    def problems(self) -> dict[str, str]:
        """Return what the service does not know: a window title that tells too much (R-303)."""
        typed = self.typed()
        wrong = problem_with_title(one_line(typed.window_title), one_line(typed.name))
        return {"window_title": wrong} if wrong else {}

    def complain(self, problems: dict[str, str]) -> None:
        """Say at each field what is wrong, and go to the first of them."""
        fields = {"name": self.name_field, "window_title": self.title_field}
        for key, field in fields.items():
            field.complain(problems.get(key, ""))
        if first := next((fields[key] for key in fields if key in problems), None):
            first.take_focus()


def field_names() -> dict[str, str]:
    """Return the fields of the walk-in form that an organisation can do without (R-300)."""
    return {
        "visit": tr("New or known"),
        "language": tr("Language"),
        "signal": tr("Signal"),
        "tells_about": tr("Tells about"),
        "urgency": tr("How soon"),
        "follow_up": tr("Follow-up"),
        "contact_by": tr("Who made contact"),
        "children": tr("Number of children"),
        "real_question": tr("Real question"),
    }


def _in_two_columns(boxes: list[CheckBox]) -> QWidget:
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, px(3), 0, 0)
    grid.setHorizontalSpacing(px(24))
    grid.setVerticalSpacing(px(8))
    grid.setColumnStretch(2, 1)
    for place, box in enumerate(boxes):
        grid.addWidget(box, place // 2, place % 2)
    return holder
