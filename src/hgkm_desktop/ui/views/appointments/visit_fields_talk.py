"""Supporting and interpreting are two things; a child never interprets (R-087)."""

from dataclasses import replace

from hgkm_desktop.models.codes import Language
from hgkm_desktop.models.labels import label
from hgkm_desktop.rules.appointment import Details, Interpreter, Visit
from hgkm_desktop.rules.going_along import PROFESSIONAL_INTERPRETER, AppointmentKind, Support
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.forms.group import Group, chosen
from hgkm_desktop.ui.views.appointments.visit_fields import options
from hgkm_desktop.ui.widgets.checks import CheckBox
from hgkm_desktop.ui.widgets.fields import ComboField, line_edit
from hgkm_desktop.ui.widgets.segmented import Segmented
from hgkm_desktop.ui.widgets.strips import Banner

LONGEST = 120


class Talk(Group):
    """Which language, what we do at the talk, and who interprets."""

    def __init__(self) -> None:
        super().__init__()
        asked = tr("What do you do at the talk?")
        self.support = Segmented(options(Support), asked, small=True)
        spoken: list[tuple[object, str]] = [(each, label(each)) for each in Language]
        self.language = ComboField([("", tr("Not known")), *spoken])
        self.needs = CheckBox(tr("An interpreter comes"))
        self.name, self.wish = line_edit(), line_edit()
        self.sure = CheckBox(tr("Interpreter confirmed"))
        for line in (self.name, self.wish):
            line.setMaxLength(LONGEST)
        told = tr("Ask for a professional interpreter. Nobody of ours interprets here.")
        self.advice = Banner(told, "bl")
        self._lay_out()
        self.needs.toggled.connect(self._show_parts)

    def show_visit(self, visit: Visit) -> None:
        """Show what is known."""
        told = visit.details
        found = told.interpreter or Interpreter()
        self.support.set_value(told.support)
        self.language.set_value(told.language)
        self.needs.setChecked(told.interpreter is not None)
        self.name.setText(found.name)
        self.wish.setText(found.wish)
        self.sure.setChecked(found.is_sure)
        self.advise(told.kind)
        self._show_parts()

    def advise(self, kind: object) -> None:
        """Advise a professional interpreter for police, court and youth protection."""
        formal = chosen(kind, AppointmentKind) in PROFESSIONAL_INTERPRETER
        self.advice.setVisible(formal)

    def put(self, told: Details) -> Details:
        """Return the details with what stands here."""
        found = Interpreter(self.name.text(), self.wish.text(), self.sure.isChecked())
        language = self.language.value()
        return replace(
            told,
            support=chosen(self.support.value(), Support) or Support.SUPPORT,
            language=str(language) if language else "",
            interpreter=found if self.needs.isChecked() else None,
        )

    def _lay_out(self) -> None:
        self.add(self.field("support", tr("What do you do at the talk?"), self.support))
        self.add(self.field("language", tr("Which language?"), self.language))
        self.add(self.advice)
        self.add(self.needs)
        never = tr("Never a child, never somebody from her house.")
        name = self.field("interpreter", tr("Who interprets?"), self.name, never)
        wish = tr("For example: a woman, not from the neighbourhood.")
        hers = self.field("interpreter_wish", tr("What does she want?"), self.wish, wish)
        self._interpreter = self.add(name, hers)
        self.add(self.sure)
        self.column.addStretch(1)
        self.more = {"needs": self.needs, "sure": self.sure}

    def _show_parts(self) -> None:
        for part in (self._interpreter, self.sure):
            part.setVisible(self.needs.isChecked())
