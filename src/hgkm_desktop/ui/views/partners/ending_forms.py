"""An organisation stops, or goes up in another: both stay, so history stays."""

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtCore import Signal

from hgkm_desktop.errors import Invalid
from hgkm_desktop.models import Partner
from hgkm_desktop.services import partner_changes
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import day_of
from hgkm_desktop.ui.forms.form_overlay import FormOverlay
from hgkm_desktop.ui.names import inside
from hgkm_desktop.ui.views.partners.spread import spread
from hgkm_desktop.ui.widgets.combo import ComboField
from hgkm_desktop.ui.widgets.date_time import DateField
from hgkm_desktop.ui.widgets.fields import Field


class EndForm(FormOverlay):
    """Since which day it is no longer there."""

    def __init__(self, ctx: Context, partner: Partner) -> None:
        super().__init__(
            tr("{name} stopped").format(name=spread(partner.name)),
            text=tr("It goes to the bottom of the list. Nothing is erased."),
            accept=tr("It stopped"),
            cancel=tr("Cancel"),
        )
        self._ctx, self._partner = ctx, partner
        self.on = DateField(day_of(ctx.now()))
        self.add_field("ended_on", Field(tr("Since when?"), self.on))

    def act(self) -> None:
        """End it; Ctrl+Z brings it back."""
        partner = self._partner
        self._ctx.call(partner_changes.end, partner.id, self.on.value())
        told = tr("{name} stands under “stopped” now.").format(name=inside(partner.name))
        self._ctx.notify(told, self._bring_back)

    def _bring_back(self) -> None:
        self._ctx.call(partner_changes.bring_back, self._partner.id, now=self._ctx.now())


class MergeForm(FormOverlay):
    """Into which other organisation it went; `merged` tells which one that is."""

    merged = Signal(object)

    def __init__(self, ctx: Context, partner: Partner, others: Mapping[UUID, str]) -> None:
        super().__init__(
            tr("{name} went up in another").format(name=spread(partner.name)),
            text=tr("Its people and agreements go along. This cannot be undone."),
            accept=tr("Put together"),
            cancel=tr("Cancel"),
        )
        self._ctx, self._partner = ctx, partner
        self._others = {str(key): key for key in others if key != partner.id}
        self._into_id = partner.id
        self.accepted.connect(self._on_accepted)
        named = sorted((others[key], each) for each, key in self._others.items())
        self.into = ComboField([(each, name) for name, each in named], placeholder=tr("Choose"))
        self.add_field("into", Field(tr("In which organisation?"), self.into))

    def act(self) -> None:
        """Put them together; raise Invalid while none is chosen."""
        into = self._others.get(str(self.into.value() or ""))
        if into is None:
            raise Invalid({"into": tr("Choose one of them.")})
        made = self._ctx.call(partner_changes.merge, self._partner.id, into, now=self._ctx.now())
        self._ctx.notify(tr("Put together in {name}.").format(name=inside(made.name)))
        self._into_id = made.id

    def _on_accepted(self) -> None:
        self.merged.emit(self._into_id)
