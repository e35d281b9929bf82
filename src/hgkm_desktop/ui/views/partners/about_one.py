"""What staff and coordinators do with the partner at the side: forms, and how it ends."""

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from hgkm_desktop.errors import Conflict
from hgkm_desktop.models import PartnerAgreement, PartnerPerson
from hgkm_desktop.services import partner_changes, partners
from hgkm_desktop.services.partners import PartnerCard
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import day_of
from hgkm_desktop.ui.forms.form_overlay import FormOverlay
from hgkm_desktop.ui.menu import Entry, Menu
from hgkm_desktop.ui.names import inside
from hgkm_desktop.ui.views.partners.agreement_form import AgreementForm
from hgkm_desktop.ui.views.partners.ending_forms import EndForm, MergeForm
from hgkm_desktop.ui.views.partners.outgoing import Outgoing
from hgkm_desktop.ui.views.partners.page import Page
from hgkm_desktop.ui.views.partners.partner_form import PartnerForm
from hgkm_desktop.ui.views.partners.person_form import PersonForm
from hgkm_desktop.ui.views.partners.spread import spread

P = TypeVar("P", PartnerPerson, PartnerAgreement)


class AboutOne(QObject):
    """A form begins with what is stored now, not with what was read when the card was shown."""

    made = Signal(object)

    def __init__(self, ctx: Context, view: QWidget, page: Page, outgoing: Outgoing) -> None:
        super().__init__(view)
        self._ctx, self._view, self._page, self._outgoing = ctx, view, page, outgoing
        page.side.change_asked.connect(self.change)
        page.side.menu_asked.connect(self.show_menu)
        page.side.person_asked.connect(self.write_person)
        page.side.agreement_asked.connect(self.write_agreement)

    def change(self) -> None:
        """Change what is known of it."""
        card = self._fresh()
        if card is not None:
            form = PartnerForm(self._ctx, card.partner, is_new=False)
            form.saved.connect(self.made)
            self._open(form)

    def write_person(self, person: PartnerPerson | None = None) -> None:
        """Write down or change somebody who works there; the first one is the known face."""
        card = self._fresh()
        if card is None:
            return
        found = PartnerPerson(partner_id=card.partner.id, name="", is_fixed=not card.persons)
        if person is not None:
            found = _same(person, (*card.persons, *card.coming))
        self._open(PersonForm(self._ctx, card, found, is_new=person is None))

    def write_agreement(self, agreement: PartnerAgreement | None = None) -> None:
        """Write down or change what was agreed with it."""
        card = self._fresh()
        if card is None:
            return
        today = day_of(self._ctx.now())
        found = PartnerAgreement(partner_id=card.partner.id, text="", agreed_on=today)
        if agreement is not None:
            found = _same(agreement, card.agreements)
        self._open(AgreementForm(self._ctx, card, found, is_new=agreement is None))

    def show_menu(self) -> None:
        """Show what else can be done with it."""
        card = self._fresh()
        if card is not None:
            menu = Menu(self._entries(card), spread(card.partner.name))
            menu.open(self._view.window())

    def _entries(self, card: PartnerCard) -> list[Entry]:
        if card.is_ended and not card.merged_into:
            return [(tr("It is there again"), "arrow-clockwise", self._on_back_asked)]
        as_file = (tr("Save as an address card"), "identification-card", self._on_file_asked)
        if card.is_ended:
            return [as_file]
        return [
            (tr("Write somebody down"), "user-plus", self.write_person),
            (tr("Write an agreement down"), "handshake", self.write_agreement),
            as_file,
            (tr("Went up in another"), "path", self._on_merge_asked),
            (tr("It stopped"), "pause-circle", self._on_end_asked),
        ]

    def _fresh(self) -> PartnerCard | None:
        """Return the card as it is stored now; say calmly when it went away."""
        chosen = self._page.chosen
        if chosen is None:
            return None
        try:
            return self._ctx.call(partners.card, chosen.partner.id, now=self._ctx.now())
        except Conflict as conflict:
            self._ctx.warn(conflict.title, conflict.hint)
            return None

    def _open(self, form: FormOverlay) -> None:
        form.open(self._view.window())

    def _on_file_asked(self) -> None:
        if self._page.chosen is not None:
            self._outgoing.save_cards([self._page.chosen.partner.id])

    def _on_end_asked(self) -> None:
        card = self._fresh()
        if card is not None:
            self._open(EndForm(self._ctx, card.partner))

    def _on_back_asked(self) -> None:
        card = self._fresh()
        if card is not None:
            self._ctx.call(partner_changes.bring_back, card.partner.id, now=self._ctx.now())
            self._ctx.notify(tr("{name} is there again.").format(name=inside(card.partner.name)))

    def _on_merge_asked(self) -> None:
        card = self._fresh()
        if card is not None:
            running = self._ctx.call(partners.choices, now=self._ctx.now())
            form = MergeForm(self._ctx, card.partner, {each.id: each.name for each in running})
            form.merged.connect(self.made)
            self._open(form)


def _same(wanted: P, found: Sequence[P]) -> P:
    """Return a record as it is stored now, or as it was when it is gone: saving says so then."""
    return next((each for each in found if each.id == wanted.id), wanted)
