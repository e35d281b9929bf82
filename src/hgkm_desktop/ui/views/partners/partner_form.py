"""Writing an organisation down, or changing what is known of it."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal

from hgkm_desktop.models import Partner
from hgkm_desktop.models.codes import Language
from hgkm_desktop.rules import words as rule_words
from hgkm_desktop.rules.lists import Area
from hgkm_desktop.rules.partner_words import word
from hgkm_desktop.rules.partners import SECRET_PLACES, PartnerType
from hgkm_desktop.services import partner_changes, partners
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.forms.few_lines import FewLines
from hgkm_desktop.ui.views.partners import pickers
from hgkm_desktop.ui.views.partners.hours_line import HoursField, typed_hours
from hgkm_desktop.ui.views.partners.record_form import RecordForm
from hgkm_desktop.ui.views.partners.spread import spread
from hgkm_desktop.ui.widgets.checks import CheckBox
from hgkm_desktop.ui.widgets.chips import ChipRow
from hgkm_desktop.ui.widgets.combo import ComboField
from hgkm_desktop.ui.widgets.labels import group_heading

_LINES = (
    "name", "type_words", "does", "does_not", "general_number", "hours_words", "night_number",
    "night_words", "address", "bring", "costs",
)  # fmt: skip


class PartnerForm(RecordForm[Partner]):
    """`saved` tells which partner it became."""

    saved = Signal(object)

    def __init__(self, ctx: Context, partner: Partner, *, is_new: bool) -> None:
        title = (
            tr("New partner") if is_new else tr("Change {name}").format(name=spread(partner.name))
        )
        text = tr("Only the name has to be there.")
        super().__init__(ctx, partner, title, text=text)
        self._kept_id = partner.id
        self.type = ComboField([(each, word(each)) for each in PartnerType])
        self.hours = HoursField(tr("When are they open?"))
        self.open_on_holidays = CheckBox(tr("Open on holidays as well"))
        areas = [each for each in Area if each is not Area.UNKNOWN]
        self.areas = ChipRow([(each, rule_words.word(each)) for each in areas], name=tr("Area"))
        self.languages = pickers.language_chips()
        self._lay_out()
        self.show_record()
        self.type.changed.connect(self._on_type_chosen)
        self._on_type_chosen()
        self.accepted.connect(self._on_accepted)
        place = "new" if is_new else str(partner.id)
        more = {"open_on_holidays": self.open_on_holidays}
        self.keep_in(ctx, f"partners/{place}", **more)

    def values(self) -> dict[str, Any]:
        """Return what is typed."""
        kind = pickers.chosen(self.type, PartnerType, PartnerType.OTHER)
        found: dict[str, Any] = {name: self.typed(name) for name in _LINES}
        found |= {
            "type": kind,
            "hours": self.hours.packed("hours"),
            "open_on_holidays": self.open_on_holidays.isChecked(),
            "areas": pickers.several(self.areas, Area),
            "languages": pickers.several(self.languages, Language),
        }
        if kind in SECRET_PLACES:
            found["address"] = ""
        return found

    def shown_values(self, record: Partner) -> Mapping[str, object]:
        """Return what the fields hold when they show a partner."""
        return {name: getattr(record, name) for name in _LINES} | {
            "type": record.type,
            "hours": typed_hours(record.hours),
            "open_on_holidays": record.open_on_holidays,
            "areas": pickers.plain(record.areas),
            "languages": pickers.plain(record.languages),
        }

    def save(self, record: Partner) -> None:
        """Save it, and tell so."""
        kept = self._ctx.call(partner_changes.save, record, now=self._ctx.now())
        self._ctx.notify(tr("{name} is saved.").format(name=kept.name))
        self._kept_id = kept.id

    def fetch(self) -> Partner | None:
        """Return it as it is stored now."""
        return self._ctx.call(partners.card, self._record.id, now=self._ctx.now()).partner

    def _lay_out(self) -> None:
        self.put("name", tr("Name of the organisation"), pickers.line())
        self.put("type", tr("What kind is it?"), self.type)
        self.put("type_words", tr("In your own words"), pickers.line())
        does = self.made("does", tr("What do they do?"), FewLines(3))
        does_not = self.made("does_not", tr("What do they not do?"), FewLines(3))
        self.add(pickers.beside(does, does_not))
        self._lay_out_numbers()
        self.add(group_heading(tr("Going there")))
        self.put("address", tr("Address"), pickers.line())
        self.put("areas", tr("Area"), self.areas, tr("Nothing chosen: the whole city"))
        self.put("languages", tr("Languages"), self.languages)
        bring = self.made("bring", tr("What to bring along?"), pickers.line())
        costs = self.made("costs", tr("What does it cost?"), pickers.line())
        self.add(pickers.beside(bring, costs))

    def _lay_out_numbers(self) -> None:
        self.add(group_heading(tr("To be reached")))
        number = pickers.line(pickers.NUMBER, left_to_right=True)
        hint = tr("Direct lines stand with a person, after saving.")
        self.put("general_number", tr("General number"), number, hint)
        self.inputs["hours"] = self.hours.line
        self.add_field("hours", self.hours)
        told = tr("For example: by appointment, varies")
        self.put("hours_words", tr("About the hours"), pickers.line(), told)
        self.inputs["open_on_holidays"] = self.open_on_holidays
        self.add(self.open_on_holidays)
        night = pickers.line(pickers.NUMBER, left_to_right=True)
        reached = self.made("night_number", tr("Agreed number outside hours"), night)
        answers = self.made("night_words", tr("Who answers then?"), pickers.line())
        self.add(pickers.beside(reached, answers))

    def _on_type_chosen(self, _value: object = None) -> None:
        kind = pickers.chosen(self.type, PartnerType, PartnerType.OTHER)
        self.fields["type_words"].setVisible(kind is PartnerType.OTHER)
        is_secret = kind in SECRET_PLACES
        self.fields["address"].widget.setEnabled(not is_secret)
        self.fields["address"].set_hint(
            tr("We never write this address down.") if is_secret else ""
        )

    def _on_accepted(self) -> None:
        """Tell it after closing: the keyboard goes to the list, not back to the button."""
        self.saved.emit(self._kept_id)
