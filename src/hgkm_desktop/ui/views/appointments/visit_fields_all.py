"""All the fields of the form of a visit, as one thing to fill, read and keep half typed."""

from PySide6.QtWidgets import QWidget

from hgkm_desktop.rules.appointment import Details, Visit
from hgkm_desktop.services import cases
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.forms import field_values
from hgkm_desktop.ui.forms.group import Group
from hgkm_desktop.ui.views.appointments.visit_fields_along import Along
from hgkm_desktop.ui.views.appointments.visit_fields_talk import Talk
from hgkm_desktop.ui.views.appointments.visit_fields_when import When
from hgkm_desktop.ui.views.appointments.visit_fields_who import Who
from hgkm_desktop.ui.views.appointments.visit_fields_wishes import Topics, Wishes
from hgkm_desktop.ui.widgets.fields import Field

HERS = frozenset({"woman", "first", "reserve", "knows_first", "knows_reserve"})
"""What follows from who she is, and is not taken along to another woman."""


class VisitFields:
    """Six groups in three parts."""

    def __init__(self, ctx: Context) -> None:
        self.who, self.when = Who(ctx, ctx.call(cases.names)), When(ctx)
        self.along, self.talk = Along(ctx), Talk()
        self.topics, self.wishes = Topics(), Wishes()
        self._groups = self.who, self.when, self.along, self.talk, self.topics, self.wishes
        self._first: dict[str, object] = {}

    def parts(self) -> list[tuple[str, Group, Group]]:
        """Return the three parts, each with a name and two columns."""
        return [
            (tr("Who, when, where"), self.who, self.when),
            (tr("Who goes along"), self.along, self.talk),
            (tr("What she wants"), self.topics, self.wishes),
        ]

    def fields(self) -> dict[str, Field]:
        """Return the fields by the names services use."""
        return {key: field for group in self._groups for key, field in group.fields.items()}

    def more(self) -> dict[str, QWidget]:
        """Return what is kept half typed as well."""
        return {key: part for group in self._groups for key, part in group.more.items()}

    def show_visit(self, visit: Visit) -> None:
        """Show a visit; what is typed from now on is something else."""
        for group in self._groups:
            group.show_visit(visit)
        self._first = self.values()

    def put(self, told: Details) -> Details:
        """Return the details as they stand here; raise Invalid for what cannot be read."""
        for group in self._groups:
            told = group.put(told)
        return told

    def values(self) -> dict[str, object]:
        """Return what stands in every field."""
        return {name: field_values.read(part) for name, part in self._kept().items()}

    def are_typed(self) -> bool:
        """Say whether somebody typed something that does not follow from who she is."""
        now = self.values()
        return any(now[name] != self._first[name] for name in now.keys() - HERS)

    def take_over(self, values: dict[str, object]) -> None:
        """Fill in what was typed while another woman was chosen."""
        for name, part in self._kept().items():
            if name not in HERS:
                field_values.write(part, values[name])

    def _kept(self) -> dict[str, QWidget]:
        return {key: field.widget for key, field in self.fields().items()} | self.more()
