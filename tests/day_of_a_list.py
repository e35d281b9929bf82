"""A session with a marker typed wherever something of it can be typed; for the leak drill."""

from dataclasses import replace
from datetime import time
from uuid import UUID

from day_beside_her import NOW, Hand
from meeting import meeting
from standing_beside import TODAY

from hgkm_desktop.models import InformationSession
from hgkm_desktop.rules.contact import Channel, SafeContact, Window
from hgkm_desktop.rules.follow_ups import PrivateFollowUp, Step
from hgkm_desktop.rules.sessions import NameKind
from hgkm_desktop.services import (
    attendance,
    drafts,
    follow_ups,
    information_sessions,
    registration_files,
    registrations,
    session_list,
    session_reach,
    tables,
)
from hgkm_desktop.services.registration_files import Column
from hgkm_desktop.services.registrations import NewRegistration


def hold(staff: Hand, confidant: Hand) -> list[object]:
    """Plan it, fill its list, let people in, and go on with one of them; return what was kept."""
    planned = _plan(staff)
    _fill(staff, planned)
    _go_on(confidant, planned)
    known = staff.call(information_sessions.get, planned.id)
    staff.call(information_sessions.call_off, known.id, known.version, staff.mark("waaromniet"))
    staff.call(information_sessions.printed, known.id)
    return [
        staff.call(information_sessions.get, known.id),
        *staff.call(registrations.of_session, known.id),
        *(line.follow_up for line in confidant.call(follow_ups.everything)),
        staff.call(session_list.one, known.id),
        confidant.call(session_reach.to_tell, known.id, **NOW),
    ]


def _plan(staff: Hand) -> InformationSession:
    words = {name: staff.mark(name) for name in ("title", "place", "speaker", "materials")}
    return staff.call(information_sessions.save, meeting(**words), **NOW)


def _fill(staff: Hand, planned: InformationSession) -> None:
    for kind in (NameKind.FIRST_NAME, NameKind.ALIAS):
        new = NewRegistration(staff.mark("voornaam"), kind)
        one = staff.call(registrations.register, planned.id, new).registration
    one.name = staff.mark("anders")
    staff.call(registrations.change, one)
    _agree(staff, one.id)
    staff.call(attendance.arrive, planned.id, staff.mark("aandedeur"))
    table = tables.read(f"naam;reden\n{staff.mark('lijst')};{staff.mark('reden')}".encode())
    found = staff.call(registration_files.preview, planned.id, table, {Column.NAME: 0})
    staff.call(registration_files.take_in, planned.id, found)
    staff.call(attendance.what_worked, planned.id, staff.mark("watwerkte"))
    staff.call(drafts.keep, "sessions/new", {"title": staff.mark("halfplan")})


def _agree(staff: Hand, registration_id: UUID) -> None:
    agreed = SafeContact(
        frozenset({Channel.CALL}),
        staff.number(),
        (Window(frozenset(range(7)), time(8), time(20)),),
        **staff.filled(SafeContact, "number", "checked_by"),
    )
    staff.call(session_reach.agree, registration_id, agreed, **NOW)


def _go_on(confidant: Hand, planned: InformationSession) -> None:
    (hers,) = confidant.call(session_reach.to_tell, planned.id, **NOW)
    reach = session_reach.reach, hers.registration.id, Channel.CALL
    assert confidant.call(*reach, **NOW).gate.may
    confidant.call(session_reach.still_right, hers.registration.id, **NOW)
    told = PrivateFollowUp(
        confidant.mark("schuilnaam"),
        confidant.mark("vertelde"),
        (Step(confidant.mark("stap"), TODAY),),
        planned.id,
    )
    follow_up_id = confidant.call(follow_ups.begin, told, **NOW)
    said = replace(told, said=confidant.mark("daarna"))
    confidant.call(follow_ups.save, follow_up_id, 1, said, **NOW)
    half = follow_ups.place_of(follow_up_id)
    confidant.call(drafts.keep, half, {"said": confidant.mark("halfgesprek")})
