"""A small directory of made-up partners, through the real services."""

from desk import MONDAY

from hgkm_desktop.models import Partner, PartnerAgreement, PartnerPerson
from hgkm_desktop.rules import opening, opening_words
from hgkm_desktop.rules.partners import PartnerType
from hgkm_desktop.services import partner_changes, partner_people, partners

TODAY = MONDAY.date()
NOW = {"now": MONDAY}


def hours(said: str) -> str:
    return opening.pack(opening_words.read(said))


class Directory:
    """Adds and reads partners as whoever is signed in."""

    def __init__(self, db) -> None:
        self.db = db

    def partner(self, name="Buurtteam Osdorp", type=PartnerType.BUURTTEAM, **given) -> Partner:
        partner = Partner(name=name, type=type, **given)
        return self.db.call(partner_changes.save, partner, **NOW)

    def person(self, partner, name="Jolanda", **given) -> PartnerPerson:
        person = PartnerPerson(partner_id=partner.id, name=name, **given)
        return self.db.call(partner_people.save_person, person, **NOW)

    def agreement(self, partner, text="Zij bellen terug.", **given) -> PartnerAgreement:
        agreement = PartnerAgreement(partner_id=partner.id, text=text, **given)
        return self.db.call(partner_people.save_agreement, agreement, **NOW)

    def card(self, partner, now=MONDAY) -> partners.PartnerCard:
        return self.db.call(partners.card, partner.id, now=now)

    def rows(self, now=MONDAY) -> list[partners.PartnerRow]:
        return [row for row in self.db.call(partners.rows, now=now) if row.id]

    def save(self, partner, now=MONDAY) -> Partner:
        return self.db.call(partner_changes.save, partner, now=now)
