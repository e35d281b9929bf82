"""How many can come, and what is needed: places, child care, sheets and things."""

from hgkm_desktop import texts
from hgkm_desktop.errors import Invalid
from hgkm_desktop.models import InformationSession
from hgkm_desktop.rules.sessions import BuildingBlock
from hgkm_desktop.services.information_sessions import LONG
from hgkm_desktop.sheets import library
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.forms.few_lines import FewLines
from hgkm_desktop.ui.forms.group import chosen
from hgkm_desktop.ui.views.sessions.form_group import (
    Part,
    number,
    number_line,
    number_text,
    options,
)
from hgkm_desktop.ui.views.sessions.form_picked import Choice, Picked
from hgkm_desktop.ui.widgets.fields import ComboField

NUMBERS = "capacity", "child_places"


class Room(Part):
    """How many places there are; who is on the list already never loses hers."""

    def __init__(self, taken: int) -> None:
        super().__init__()
        self._taken = taken
        self.capacity, self.child_places = number_line(), number_line()
        no_limit = tr("Empty: everybody is welcome.")
        self.add(
            self.field("capacity", tr("How many places?"), self.capacity, no_limit),
            self.field("child_places", tr("Places for children"), self.child_places),
        )
        self.capacity.textChanged.connect(self._on_capacity_typed)

    def show_session(self, planned: InformationSession) -> None:
        """Show both numbers."""
        self.capacity.setText(number_text(planned.capacity))
        self.child_places.setText(number_text(planned.child_places))

    def put(self, planned: InformationSession) -> None:
        """Write both numbers; raise Invalid for what is none."""
        problems: dict[str, str] = {}
        for name in NUMBERS:
            try:
                setattr(planned, name, number(getattr(self, name), name))
            except Invalid as error:
                problems |= error.problems
        if problems:
            raise Invalid(problems)

    def summary(self) -> list[str]:
        """Return how many can come."""
        places, children = self.capacity.text().strip(), self.child_places.text().strip()
        said = [tr("{count} places").format(count=places)] if places else []
        if children:
            said.append(tr("{count} places for children").format(count=children))
        return said

    def _on_capacity_typed(self) -> None:
        typed = self.capacity.text().strip()
        is_fewer = typed.isdecimal() and int(typed) < self._taken
        told = tr("{count} are on the list already. Nobody loses her place.")
        hint = told.format(count=self._taken) if is_fewer else tr("Empty: everybody is welcome.")
        self.fields["capacity"].set_hint(hint)


class Needed(Part):
    """Sheets to hand out, things to bring, and where it belongs in the programme (R-001)."""

    def __init__(self) -> None:
        super().__init__()
        known = [Choice(sheet.id, _title(sheet.id)) for sheet in library.sheets()]
        self.sheets = Picked(known, tr("Add a sheet"))
        self.materials = FewLines(2)
        none: list[tuple[object, str]] = [("", tr("None"))]
        self.block = ComboField([*none, *options(BuildingBlock)])
        self.add(self.field("sheets", tr("Sheets to hand out"), self.sheets))
        hint = tr("For example: coffee, scissors, a screen")
        self.add(self.field("materials", tr("What is needed?"), self.materials, hint))
        self.add(self.field("building_block", tr("Building block"), self.block))

    def show_session(self, planned: InformationSession) -> None:
        """Show what is needed."""
        self.sheets.set_values(planned.sheets)
        self.materials.setPlainText(planned.materials)
        self.block.set_value(planned.building_block or "")

    def put(self, planned: InformationSession) -> None:
        """Write it."""
        planned.sheets = tuple(self.sheets.values())
        planned.materials = self.materials.toPlainText()
        planned.building_block = chosen(self.block.value(), BuildingBlock)

    def summary(self) -> list[str]:
        """Return the sheets and things, shortly."""
        things = " ".join(self.materials.toPlainText().split())
        shortly = things if len(things) <= LONG // 20 else f"{things[: LONG // 20]}…"
        block = self.block.currentText() if self.block.value() else ""
        return [*self.sheets.words(), *(each for each in (shortly, block) if each)]


def _title(sheet_id: str) -> str:
    """Return what a sheet is called in the language on the screen, or in Dutch."""
    language, known = texts.current(), library.languages(sheet_id)
    return library.text(sheet_id, language if language in known else library.MASTER).title
