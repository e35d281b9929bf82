"""Somebody who works at a partner: a known face, her direct line, and who stands in (R-023)."""

from collections.abc import Mapping
from typing import Any

from hgkm_desktop.models import PartnerPerson
from hgkm_desktop.models.codes import Language
from hgkm_desktop.rules.partner_words import word
from hgkm_desktop.rules.partners import Expertise
from hgkm_desktop.services import partner_people, partners
from hgkm_desktop.services.partners import PartnerCard
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import day_of
from hgkm_desktop.ui.forms.typed_day import TypedDay
from hgkm_desktop.ui.names import inside
from hgkm_desktop.ui.views.partners import pickers
from hgkm_desktop.ui.views.partners.hours_line import HoursField, typed_hours
from hgkm_desktop.ui.views.partners.pickers import NUMBER, beside, day_text, line
from hgkm_desktop.ui.views.partners.record_form import RecordForm
from hgkm_desktop.ui.views.partners.spread import spread
from hgkm_desktop.ui.widgets.checks import CheckBox
from hgkm_desktop.ui.widgets.chips import ChipRow
from hgkm_desktop.ui.widgets.combo import ComboField

_LINES = ("name", "does", "direct_number", "hours_words")


class PersonForm(RecordForm[PartnerPerson]):
    """Business only: a first name and a number at work are enough."""

    def __init__(
        self, ctx: Context, card: PartnerCard, person: PartnerPerson, *, is_new: bool
    ) -> None:
        title = tr("Somebody at {name}") if is_new else tr("Change {name}")
        called = card.partner.name if is_new else person.name
        text = tr("A first name is enough. No private numbers.")
        super().__init__(ctx, person, title.format(name=spread(called)), text=text)
        self._today = day_of(ctx.now())
        self.is_fixed = CheckBox(tr("This is the known face"))
        self.hours = HoursField(tr("When is she there?"))
        self.since = TypedDay(person.since, self._today)
        self.until = TypedDay(person.until, self._today, ahead=True)
        others = [each for each in card.persons if each.id != person.id]
        self.stand_in = ComboField([("", tr("Nobody")), *((str(o.id), o.name) for o in others)])
        self._others = {str(each.id): each.id for each in others}
        self.expertise = ChipRow([(each, word(each)) for each in Expertise])
        self.languages = pickers.language_chips()
        self._lay_out()
        self.show_record()
        place = f"partners/{card.partner.id}/person/{'new' if is_new else person.id}"
        self.keep_in(ctx, place, is_fixed=self.is_fixed)

    def values(self) -> dict[str, Any]:
        """Return what is typed; raise Invalid for a day that cannot be read."""
        found: dict[str, Any] = {name: self.typed(name) for name in _LINES}
        return found | {
            "is_fixed": self.is_fixed.isChecked(),
            "hours": self.hours.packed("hours"),
            "since": self.since.day("since"),
            "until": self.until.day("until"),
            "stand_in_id": self._others.get(str(self.stand_in.value() or "")),
            "expertise": pickers.several(self.expertise, Expertise),
            "languages": pickers.several(self.languages, Language),
        }

    def shown_values(self, record: PartnerPerson) -> Mapping[str, object]:
        """Return what the fields hold when they show a person."""
        return {name: getattr(record, name) for name in _LINES} | {
            "is_fixed": record.is_fixed,
            "hours": typed_hours(record.hours),
            "since": day_text(record.since),
            "until": day_text(record.until),
            "stand_in": str(record.stand_in_id or ""),
            "expertise": pickers.plain(record.expertise),
            "languages": pickers.plain(record.languages),
        }

    def save(self, record: PartnerPerson) -> None:
        """Save it, and tell so."""
        kept = self._ctx.call(partner_people.save_person, record, now=self._ctx.now())
        self._ctx.notify(tr("{name} is saved.").format(name=inside(kept.name)))

    def fetch(self) -> PartnerPerson | None:
        """Return her as she is stored now."""
        record = self._record
        card = self._ctx.call(partners.card, record.partner_id, now=self._ctx.now())
        everybody = (*card.persons, *card.coming, *card.earlier)
        return next((each for each in everybody if each.id == record.id), None)

    def _lay_out(self) -> None:
        number = line(NUMBER, left_to_right=True)
        name = self.made("name", tr("Name"), line())
        direct = self.made("direct_number", tr("Direct line"), number)
        self.add(beside(name, direct), self.is_fixed)
        self.inputs["is_fixed"] = self.is_fixed
        self.put("does", tr("What does she do there?"), line())
        self.inputs["hours"] = self.hours.line
        self.add_field("hours", self.hours)
        told = tr("For example: by appointment, varies")
        self.put("hours_words", tr("About the hours"), line(), told)
        self.put("stand_in", tr("Who stands in for her?"), self.stand_in)
        first = self.made("since", tr("Since when?"), self.since)
        gone = tr("The first day she is no longer there")
        last = self.made("until", tr("Until when?"), self.until, gone)
        self.add(beside(first, last))
        self.put("expertise", tr("What does she know a lot of?"), self.expertise)
        self.put("languages", tr("Languages"), self.languages)
