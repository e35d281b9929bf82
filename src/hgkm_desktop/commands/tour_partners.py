"""The partners of mock-up 10, with invented people and numbers: for the tour and the pictures."""

from datetime import date, datetime, timedelta
from uuid import UUID

from hgkm_desktop.db import Database
from hgkm_desktop.models import Partner, PartnerAgreement, PartnerPerson
from hgkm_desktop.models.codes import Language
from hgkm_desktop.rules import opening, opening_words
from hgkm_desktop.rules.lists import Area
from hgkm_desktop.rules.partners import PartnerType, Whose
from hgkm_desktop.services import partner_changes, partner_people

P = PartnerType
Row = tuple[str, PartnerType, str, str, str, int, str]
ROWS: tuple[Row, ...] = (
    ("Buurtteam Osdorp", P.BUURTTEAM, "Jolanda", "020 555 0131", "ma-vr 9-17", 16, ""),
    ("Veilig Thuis, spreekuur", P.VEILIG_THUIS, "Ilse", "020 555 0142", "di, do 13-16", 7, ""),
    ("Blijf Groep, aanmelding", P.BLIJF_GROEP, "Wendy", "020 555 0117", "ma-zo 9-21", 200, ""),
    ("Juridisch Loket", P.LAWYER, "mevrouw Kok", "020 555 0163", "wo, do 9-13", 30, ""),
    ("Wijkagent Meer en Vaart", P.POLICE, "Sanne", "020 555 0188", "", 71, "wisselt"),
    ("Naailes De Draad", P.INFORMAL_ORGANISATION, "Hodan", "020 555 0204", "ma-do 10-16", 22, ""),
    ("Koffietafel Oost", P.INFORMAL_ORGANISATION, "Gladys", "020 555 0217", "di 12-17", 22, ""),
    ("Vrouwen Vooruit", P.INFORMAL_ORGANISATION, "Rabia", "020 555 0229", "wo 18-21", 400, ""),
    ("Wijkraad West", P.INFORMAL_ORGANISATION, "", "", "ma, vr 10-14", 22, ""),
    ("Basisschool De Vlieger", P.SCHOOL, "juf Marieke", "020 555 0258", "ma-vr 8-16", 18, ""),
)
"""Name, kind, fixed contact, direct line, hours, days since somebody checked, words for hours."""


def furnish(db: Database, now: datetime) -> dict[str, tuple[UUID, UUID | None]]:
    """Make the directory through the log of somebody who may edit; return ids by name."""
    return {row[0]: _partner(db, row, now) for row in ROWS}


def _partner(db: Database, row: Row, now: datetime) -> tuple[UUID, UUID | None]:
    name, kind, face, direct, hours, days, words = row
    when = now - timedelta(days=days)
    made = Partner(
        name=name,
        type=kind,
        areas=(Area.NIEUW_WEST,),
        hours=opening.pack(opening_words.read(hours)) if hours else "",
        hours_words=words,
        general_number="020 555 0130" if kind is P.BUURTTEAM else "",
        languages=(Language.DUTCH, Language.ENGLISH, Language.TURKISH),
    )
    if kind is P.BUURTTEAM:
        made.does, made.does_not = "Hulp bij geld, wonen, opvoeden", "Geen spoed, geen advocaat"
        made.address = "Meer en Vaart, ingang achter de bieb"
        made.bring, made.costs = "Niets. Legitimatie mag later.", "Geen"
    saved = db.call(partner_changes.save, made, now=when)
    if not face:
        return saved.id, None
    stand_in = _stand_in(db, saved.id, when) if kind is P.BUURTTEAM else None
    person = PartnerPerson(
        partner_id=saved.id,
        name=face,
        direct_number=direct,
        is_fixed=True,
        since=date(2026, 2, 1),
        stand_in_id=stand_in,
    )
    return saved.id, db.call(partner_people.save_person, person, now=when).id


def _stand_in(db: Database, partner_id: UUID, when: datetime) -> UUID:
    colleague = PartnerPerson(partner_id=partner_id, name="Peter", direct_number="020 555 0139")
    agreed = PartnerAgreement(
        partner_id=partner_id,
        whose=Whose.THEIRS,
        text="Jolanda belt dezelfde dag terug.",
        agreed_on=date(2026, 9, 1),
        look_again=date(2026, 12, 1),
    )
    db.call(partner_people.save_agreement, agreed, now=when)
    return db.call(partner_people.save_person, colleague, now=when).id
