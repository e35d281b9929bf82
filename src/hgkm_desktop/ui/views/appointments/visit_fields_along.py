"""Who goes along, and what she wants of us, asked alone (R-141, R-253, R-299)."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import Signal

from hgkm_desktop.models.codes import Role
from hgkm_desktop.rules.appointment import Details, Visit
from hgkm_desktop.rules.going_along import Presence
from hgkm_desktop.services import appointments, members
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.forms.choices import Choices
from hgkm_desktop.ui.forms.group import Group, chosen, id_of
from hgkm_desktop.ui.names import inside, shown
from hgkm_desktop.ui.views.appointments.visit_fields import options
from hgkm_desktop.ui.widgets.checks import CheckBox
from hgkm_desktop.ui.widgets.fields import ComboField

NOBODY = ""


class Along(Group):
    """For a case only her two confidants; for an alias every confidant can go along."""

    changed = Signal()

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self._ctx = ctx
        self.first, self.reserve = ComboField(), ComboField()
        self.knows_first, self.knows_reserve = CheckBox(""), CheckBox("")
        wishes: list[tuple[object, str]] = [("", tr("Not asked yet"))]
        asked = tr("What does she want of you?")
        self.presence = Choices([*options(Presence), *wishes], asked)
        self.alone = CheckBox(tr("Asked while she was alone, without you or him"))
        self.add(
            self.field("first", tr("Who goes along?"), self.first),
            self.field("reserve", tr("Who is the reserve?"), self.reserve),
        )
        self.add(self.knows_first)
        self.add(self.knows_reserve)
        self.add(self.field("presence", asked, self.presence))
        self.add(self.alone)
        self.column.addStretch(1)
        self.more = {
            "knows_first": self.knows_first,
            "knows_reserve": self.knows_reserve,
            "alone": self.alone,
        }
        self.first.changed.connect(self._on_changed)
        self.reserve.changed.connect(self._on_changed)

    def show_visit(self, visit: Visit) -> None:
        """Show who goes along and what she said."""
        told = visit.details
        self.offer(visit.case_id)
        self.first.set_value(str(visit.first))
        self.reserve.set_value(str(visit.reserve) if visit.reserve is not None else NOBODY)
        self.knows_first.setChecked(visit.first in told.introduced)
        self.knows_reserve.setChecked(visit.reserve in told.introduced)
        self.presence.set_value(told.presence or "")
        self.alone.setChecked(told.was_asked_alone)
        self._show_parts()

    def offer(self, case_id: UUID | None) -> None:
        """Offer those who may go along with her, whoever was chosen before."""
        names = self._ctx.call(members.names)
        who = self._who(case_id)
        listed: list[tuple[object, str]] = [
            (str(each), shown(names[each].name, self._ctx.veiled)) for each in who if each in names
        ]
        first, reserve = self.first.value(), self.reserve.value()
        self.first.set_items(listed)
        self.reserve.set_items([(NOBODY, tr("Nobody yet")), *listed])
        self._choose(listed, first, reserve)
        self._show_parts()

    def put(self, told: Details) -> Details:
        """Return the details with what stands here."""
        known = ((self.first, self.knows_first), (self.reserve, self.knows_reserve))
        found = (id_of(combo.value()) for combo, tick in known if tick.isChecked())
        return replace(
            told,
            presence=chosen(self.presence.value(), Presence),
            was_asked_alone=self.alone.isChecked(),
            introduced=tuple(dict.fromkeys(each for each in found if each is not None)),
        )

    def companions(self) -> tuple[UUID | None, UUID | None]:
        """Return who goes along, and the reserve."""
        return id_of(self.first.value()), id_of(self.reserve.value())

    def _who(self, case_id: UUID | None) -> Sequence[UUID]:
        ctx = self._ctx
        if case_id is not None:
            now = ctx.now()
            return ctx.call(appointments.blank, now, case_id, now=now).companions
        team = ctx.call(members.names).values()
        ours = [each for each in team if Role.CONFIDANT in each.roles and each.left_at is None]
        return [each.id for each in sorted(ours, key=lambda each: each.name.casefold())]

    def _choose(self, listed: Sequence[tuple[object, str]], first: object, reserve: object) -> None:
        """Keep who was chosen where she may; otherwise the first two of the list."""
        values = [value for value, _ in listed]
        kept = first if first in values else next(iter(values), None)
        self.first.set_value(kept)
        others = [value for value in values if value != kept]
        is_known = reserve in others or (reserve == NOBODY and first in values)
        self.reserve.set_value(reserve if is_known else next(iter(others), NOBODY))

    def _on_changed(self) -> None:
        self._show_parts()
        self.changed.emit()

    def _show_parts(self) -> None:
        said = tr("She has met {name}")
        for combo, tick in ((self.first, self.knows_first), (self.reserve, self.knows_reserve)):
            name = inside(combo.currentText())
            tick.setText(said.format(name=name))
            tick.setAccessibleName(tick.text())
            tick.setVisible(id_of(combo.value()) is not None)
