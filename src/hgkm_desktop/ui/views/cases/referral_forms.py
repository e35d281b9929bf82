"""The forms for a way that was shown: which one, and how far it came since."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import TypeVar

from hgkm_desktop.errors import Invalid
from hgkm_desktop.models import new_id
from hgkm_desktop.rules.bodies import Referral
from hgkm_desktop.rules.lists import Area, ReferralKind, ReferralStatus
from hgkm_desktop.rules.standing import Standing
from hgkm_desktop.rules.words import word
from hgkm_desktop.services import referrals
from hgkm_desktop.services.cases import CasePage
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import day_of
from hgkm_desktop.ui.forms.form_overlay import FormOverlay
from hgkm_desktop.ui.forms.suggested import Suggested
from hgkm_desktop.ui.names import inside
from hgkm_desktop.ui.widgets.combo import ComboField
from hgkm_desktop.ui.widgets.date_time import DateField
from hgkm_desktop.ui.widgets.fields import Field

KNOWN, LONGEST_KNOWN = 4, 40
"""How many organisations are offered as an example, and how long their names may be for that."""

C = TypeVar("C", bound=StrEnum)


class ReferralForm(FormOverlay):
    """To what, by whom, where, and how far it is."""

    def __init__(self, ctx: Context, page: CasePage) -> None:
        title, accept = tr("A way that was shown"), tr("Save")
        super().__init__(title, accept=accept, cancel=tr("Cancel"))
        self._ctx, self._case_id = ctx, page.name.case_id
        self.kind, self.area = _one_of(ReferralKind), _one_of(Area)
        self.by = Suggested(_known(page.standing), 4 * referrals.SHORT)
        self.status = _one_of(ReferralStatus)
        self.status.set_value(ReferralStatus.DISCUSSED)
        self.on = DateField(day_of(ctx.now()))
        self.add_field("kind", Field(tr("To what?"), self.kind))
        self.add_field("by", Field(tr("Which organisation?"), self.by))
        self.add_field("area", Field(tr("In which area?"), self.area))
        self.add_field("status", Field(tr("How far is it?"), self.status))
        self.add_field("on", Field(tr("Since when?"), self.on))
        self.keep_at(ctx, self._case_id, "referral")

    def act(self) -> None:
        """Note it."""
        kind, area = _chosen(self.kind, ReferralKind), _chosen(self.area, Area)
        status = _chosen(self.status, ReferralStatus)
        if kind is None or area is None or status is None:
            found = {"kind": kind, "area": area, "status": status}
            raise Invalid({key: tr("Choose one of them.") for key in found if found[key] is None})
        shown = Referral(new_id(), kind, self.by.text(), area, status, self.on.value())
        self._ctx.call(referrals.note, self._case_id, shown, now=self._ctx.now())
        self._ctx.notify(tr("The way is noted."))


class HowFarForm(FormOverlay):
    """How far one of them came, since which day."""

    def __init__(self, ctx: Context, page: CasePage, shown: Referral) -> None:
        said = tr(", ").join((word(shown.kind), inside(shown.by)))
        title, accept = tr("How far is it?"), tr("Save")
        super().__init__(title, text=said, accept=accept, cancel=tr("Cancel"))
        self._ctx, self._case_id, self._shown = ctx, page.name.case_id, shown
        self.status = _one_of(ReferralStatus)
        self.status.set_value(shown.status)
        self.on = DateField(day_of(ctx.now()))
        self.add_field("status", Field(tr("How far is it?"), self.status))
        self.add_field("on", Field(tr("Since when?"), self.on))
        self.keep_at(ctx, self._case_id, f"how_far/{shown.id}")

    def act(self) -> None:
        """Note it beside the way."""
        status = _chosen(self.status, ReferralStatus) or self._shown.status
        told = replace(self._shown, status=status, on=self.on.value())
        self._ctx.call(referrals.note, self._case_id, told, now=self._ctx.now())
        self._ctx.notify(tr("Noted how far it is."))


def _one_of(kind: type[StrEnum]) -> ComboField:
    return ComboField(_named(kind), placeholder=tr("Choose"))


def _named(values: Iterable[StrEnum]) -> list[tuple[object, str]]:
    return [(value, word(value)) for value in values]


def _chosen(field: ComboField, kind: type[C]) -> C | None:
    """Return what is chosen; Qt keeps a code as plain text."""
    value = field.value()
    return kind(value) if isinstance(value, str) else None


def _known(found: Standing) -> Sequence[str]:
    """Return whom she was shown the way to before, or who may know of her; the first few."""
    shown = [each.by for each in found.referrals.values()]
    told = [each.receiver for each in found.consents.values() if each.receiver]
    short = (each for each in [*shown, *told] if len(each) <= LONGEST_KNOWN)
    return list(dict.fromkeys(short))[:KNOWN]
