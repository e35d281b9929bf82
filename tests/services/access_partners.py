"""The part of the table (test_access.py) that is about the partner directory."""

from uuid import UUID

from desk import MONDAY

from hgkm_desktop.models import Partner, PartnerAgreement, PartnerPerson
from hgkm_desktop.models.codes import Role

DESK = {Role.VOLUNTEER, Role.CONFIDANT, Role.STAFF, Role.COORDINATOR}
EDITORS = {Role.STAFF, Role.COORDINATOR}
NOW = {"now": MONDAY}
TODAY = MONDAY.date()
NOBODY = UUID(int=1)
"""Whoever may, hears that it is not in the list; whoever may not, nothing."""

TOOLS = {
    "partner_book.by_name": "reads for a service that asked who may",
    "partner_book.known": "reads for a service that asked who may",
    "partner_book.running": "reads for a service that asked who may",
}

ROWS = {
    "partner_changes.bring_back": (EDITORS, lambda c: ((NOBODY,), NOW)),
    "partner_changes.end": (EDITORS, lambda c: ((NOBODY, TODAY), {})),
    "partner_changes.merge": (EDITORS, lambda c: ((NOBODY, NOBODY), NOW)),
    "partner_changes.save": (EDITORS, lambda c: ((Partner(name="Buurtteam"),), NOW)),
    "partner_changes.still_right": (DESK, lambda c: ((NOBODY,), NOW)),
    "partner_files.read_csv": (EDITORS, lambda c: ((b"naam\nBuurtteam",), {})),
    "partner_files.read_vcard": (EDITORS, lambda c: ((b"BEGIN:VCARD",), {})),
    "partner_files.take_in": (EDITORS, lambda c: (([],), NOW)),
    "partner_files.to_csv": (EDITORS, lambda c: ((), {})),
    "partner_files.to_vcard": (EDITORS, lambda c: ((), {})),
    "partner_people.end_agreement": (EDITORS, lambda c: ((NOBODY, TODAY), {})),
    "partner_people.end_person": (EDITORS, lambda c: ((NOBODY, TODAY), {})),
    "partner_people.save_agreement": (
        EDITORS,
        lambda c: ((PartnerAgreement(partner_id=NOBODY, text="bellen"),), NOW),
    ),
    "partner_people.save_person": (
        EDITORS,
        lambda c: ((PartnerPerson(partner_id=NOBODY, name="Jolanda"),), NOW),
    ),
    "partners.card": (DESK, lambda c: ((NOBODY,), NOW)),
    "partners.choices": (DESK, lambda c: ((), NOW)),
    "partners.persons_of": (DESK, lambda c: ((NOBODY,), NOW)),
    "partners.rows": (DESK, lambda c: ((), NOW)),
    "partners.without_face": (DESK, lambda c: ((), NOW)),
    "reachable.reachable": (DESK, lambda c: ((), {"at": MONDAY})),
}
