"""A few made-up organisations, as mock-up 10 has them."""

from datetime import UTC, date, datetime
from uuid import UUID

from directory import Directory, hours

from hgkm_desktop.models import Partner, PartnerCount
from hgkm_desktop.models.codes import Language
from hgkm_desktop.rules.lists import Area
from hgkm_desktop.rules.partners import Expertise, Kept, PartnerType, Whose
from hgkm_desktop.services import partner_people

LONG_AGO = datetime(2025, 6, 1, 9, tzinfo=UTC)
TEAM, SCHOOL, CHURCH, SHELTER = "Buurtteam Osdorp", "De Vlieger", "S.H.E.", "Blijf, aanmelding"


def fill(directory: Directory) -> None:
    """Write them all down."""
    _team(directory)
    school = directory.partner(SCHOOL, PartnerType.SCHOOL, hours=hours("ma-vr 8-16"))
    directory.person(school, "juf Marieke", is_fixed=True, direct_number="020 555 0258")
    said = Partner(name=CHURCH, type=PartnerType.FAITH_GROUP, hours_words="op afspraak")
    directory.save(said, LONG_AGO)
    directory.partner(
        SHELTER,
        PartnerType.BLIJF_GROEP,
        night_number="020 555 0118",
        night_words="achterwacht",
        areas=(Area.NOORD,),
    )


def _team(directory: Directory) -> None:
    team = directory.partner(
        TEAM,
        hours=hours("ma-vr 9-17"),
        does="Hulp bij geld",
        does_not="Geen spoed",
        general_number="020 555 0100",
        address="Meer en Vaart",
        languages=(Language.DUTCH, Language.TURKISH),
        bring="Niets",
        costs="Geen",
        areas=(Area.NIEUW_WEST,),
    )
    peter = directory.person(team, "Peter", direct_number="020 555 0130", does="jeugd")
    given = {"is_fixed": True, "direct_number": "020 555 0131", "since": date(2025, 2, 1)}
    expertise = (Expertise.DEBTS,)
    directory.person(team, "Jolanda", stand_in_id=peter.id, expertise=expertise, **given)
    mirjam = directory.person(team, "Mirjam", since=date(2022, 3, 1))
    directory.db.call(partner_people.end_person, mirjam.id, date(2025, 2, 1))
    directory.agreement(team, whose=Whose.THEIRS, look_again=date(2026, 11, 1))
    directory.db.call(count, team.id, {Kept.HELD: 7, Kept.KNOWN_FACE: 6, Kept.LATE: 1})


def count(session, partner_id: UUID, counts: dict[Kept, int]) -> None:
    """Count as if the appointments had been held this year."""
    for what, number in counts.items():
        row = PartnerCount(partner_id=partner_id, year=2026, what=what.value, number=number)
        session.add(row)
