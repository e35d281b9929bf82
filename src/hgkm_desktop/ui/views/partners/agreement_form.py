"""What was agreed with a partner: their promise, ours or both, and when to look again."""

from collections.abc import Mapping
from typing import Any

from hgkm_desktop.models import PartnerAgreement
from hgkm_desktop.rules.partner_words import word
from hgkm_desktop.rules.partners import Whose
from hgkm_desktop.services import partner_people, partners
from hgkm_desktop.services.partners import PartnerCard
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import day_of
from hgkm_desktop.ui.forms.few_lines import FewLines
from hgkm_desktop.ui.forms.typed_day import TypedDay
from hgkm_desktop.ui.views.partners.pickers import beside, chosen, day_text
from hgkm_desktop.ui.views.partners.record_form import RecordForm
from hgkm_desktop.ui.views.partners.spread import spread
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.combo import ComboField


class AgreementForm(RecordForm[PartnerAgreement]):
    """About working together, never about one of the women."""

    def __init__(
        self, ctx: Context, card: PartnerCard, agreement: PartnerAgreement, *, is_new: bool
    ) -> None:
        title = tr("Agreed with {name}").format(name=spread(card.partner.name))
        text = tr("About how we work together. Nobody's name.")
        super().__init__(ctx, agreement, title, text=text)
        today = day_of(ctx.now())
        self.text = FewLines(4)
        self.whose = ComboField([(each, word(each)) for each in Whose])
        self.agreed_on = TypedDay(agreement.agreed_on, today)
        self.look_again = TypedDay(agreement.look_again, today, ahead=True)
        self.over = make_button(tr("This agreement stopped"), "quiet", "x-circle", small=True)
        self._lay_out()
        self.show_record()
        self.over.setVisible(not is_new)
        self.over.clicked.connect(self._on_over_clicked)
        place = f"partners/{card.partner.id}/agreement/{'new' if is_new else agreement.id}"
        self.keep_in(ctx, place)

    def values(self) -> dict[str, Any]:
        """Return what is typed; raise Invalid for a day that cannot be read."""
        return {
            "text": self.text.toPlainText(),
            "whose": chosen(self.whose, Whose, Whose.BOTH),
            "agreed_on": self.agreed_on.day("agreed_on"),
            "look_again": self.look_again.day("look_again"),
        }

    def shown_values(self, record: PartnerAgreement) -> Mapping[str, object]:
        """Return what the fields hold when they show an agreement."""
        return {
            "text": record.text,
            "whose": record.whose,
            "agreed_on": day_text(record.agreed_on),
            "look_again": day_text(record.look_again),
        }

    def save(self, record: PartnerAgreement) -> None:
        """Save it, and tell so."""
        self._ctx.call(partner_people.save_agreement, record, now=self._ctx.now())
        self._ctx.notify(tr("The agreement is saved."))

    def fetch(self) -> PartnerAgreement | None:
        """Return it as it is stored now."""
        record = self._record
        card = self._ctx.call(partners.card, record.partner_id, now=self._ctx.now())
        return next((each for each in card.agreements if each.id == record.id), None)

    def _lay_out(self) -> None:
        self.put("text", tr("What did we agree?"), self.text)
        self.put("whose", tr("Whose promise is it?"), self.whose)
        may = tr("May stay empty")
        agreed = self.made("agreed_on", tr("Agreed on which day?"), self.agreed_on, may)
        again = self.made("look_again", tr("When do we look again?"), self.look_again, may)
        self.add(beside(agreed, again), self.over)

    def _on_over_clicked(self) -> None:
        if self.tried(self._stop):
            self.forget_half_typed()
            self.close_overlay()
            self.accepted.emit()

    def _stop(self) -> None:
        today = day_of(self._ctx.now())
        self._ctx.call(partner_people.end_agreement, self._record.id, today)
        self._ctx.notify(tr("The agreement stopped. It stays under how it was before."))
