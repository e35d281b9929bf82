"""The evening the tour shows: six people, nine visits, as in the mock-ups."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

from hgkm_desktop.commands import tour_cases, tour_going, tour_partners, tour_sessions
from hgkm_desktop.db import Database
from hgkm_desktop.models import RealQuestion, WalkIn
from hgkm_desktop.models.codes import (
    ContactSetting,
    FollowUp,
    HelpTopic,
    Language,
    Role,
    SignalLevel,
    TellsAbout,
    Urgency,
    Visit,
)
from hgkm_desktop.services import (
    bulk,
    cases,
    members,
    numbers,
    organisation,
    rings,
    tallies,
    walk_ins,
)
from hgkm_desktop.vault import founding, recovery_code

NOW = datetime(2026, 11, 19, 14, 5, tzinfo=UTC)
"""Thursday 19 November 2026, 15.05 in Amsterdam: the moment of the mock-ups."""

ORGANISATION = "Buurthuis De Linde"
FIRST = "Marleen"
WORDS = "kaneel fiets regenjas brug lepel"
T, V, S, F, L = HelpTopic, Visit, SignalLevel, FollowUp, Language
Row = tuple[str, Visit, tuple[HelpTopic, ...], Language, SignalLevel, FollowUp, str]
TEAM = (
    ("Hatice", (Role.CONFIDANT,), 1),
    ("Naima", (Role.CONFIDANT,), 2),
    ("Yvonne", (Role.COORDINATOR,), 4),
    ("Selam", (Role.STAFF,), 5),
    ("Asha", (Role.VOLUNTEER,), 3),
)
VISITS: tuple[Row, ...] = (
    ("9.10", V.KNOWN, (T.HEALTH,), L.ARABIC_MOROCCAN, S.NONE, F.NONE_NEEDED, "Asha"),
    ("9.30", V.NEW, (T.LETTER_FORM, T.DEBT), L.TURKISH, S.NONE, F.NONE_NEEDED, "Asha"),
    ("10.05", V.KNOWN, (T.UPBRINGING, T.WORK), L.SOMALI, S.NONE, F.COMES_BACK, "Asha"),
    ("10.50", V.NEW, (T.SAFETY,), L.ENGLISH, S.ACUTE, F.GUIDANCE, "Hatice"),
    ("11.20", V.KNOWN, (T.ALONE, T.HEALTH), L.TAMAZIGHT, S.VAGUE, F.PLAN_TALK, "Hatice"),
    ("11.45", V.KNOWN, (T.DUTCH,), L.DUTCH, S.NONE, F.NONE_NEEDED, "Selam"),
    ("13.10", V.NEW, (T.DEBT, T.HOUSING), L.TIGRINYA, S.VAGUE, F.COMES_BACK, "Selam"),
    ("13.55", V.NEW, (T.LETTER_FORM,), L.TURKISH, S.NONE, F.NONE_NEEDED, "Asha"),
    ("14.20", V.KNOWN, (T.SAFETY, T.UPBRINGING), L.ARABIC_MOROCCAN, S.CLEAR, F.PLAN_TALK, "Asha"),
)
SENTENCE = "Vroeg of de cursus ook overdag kan. Wil niet dat ze thuis weten dat ze hier komt."


def furnish(folder: Path) -> dict[str, str]:
    """Make the log of the tour in a folder; return everybody's passphrase."""
    person = founding.Person(FIRST, 6, WORDS)
    start = founding.FirstStart(
        ORGANISATION, "Buurtlogboek", (person,), recovery_code.new(), without_key_ring=True
    )
    words = {FIRST: WORDS}
    db = Database(founding.found(folder, start, _now), _now)
    for name, roles, color in TEAM:
        words[name] = db.call(members.add, name, roles, color, now=NOW).passphrase
    db.call(bulk.settle)
    today = NOW.date()
    for number in db.call(numbers.every):
        if number.checked_on is not None:
            db.call(numbers.check, number.key, today=today)
    db.call(organisation.backed_up, now=NOW - timedelta(hours=21))
    _count_questions(db)
    known = {member.name: member.id for member in db.call(members.names).values()}
    db.close()
    for name in ("Hatice", *sorted({visit[-1] for visit in VISITS} - {"Hatice"})):
        theirs = Database(db.vault.sign_in(known[name], words[name]), _now)
        theirs.call(members.signed_in)
        for member in theirs.call(rings.waiting) if name == "Hatice" else ():
            theirs.call(rings.give, member.id)
        for visit in (visit for visit in VISITS if visit[-1] == name):
            _log(theirs, visit)
        if name == "Hatice":
            tour_cases.furnish(theirs, known["Hatice"], known["Naima"], NOW)
        theirs.close()
    _going(db, known, words)
    return words


def _going(db: Database, known: dict[str, UUID], words: dict[str, str]) -> None:
    """Make the directory and the programme as a staff member, the week as a confidant."""
    selam = Database(db.vault.sign_in(known["Selam"], words["Selam"]), _now)
    partners = tour_partners.furnish(selam, NOW)
    tour_going.programme(selam, NOW)
    tour_sessions.furnish(selam, partners, NOW)
    selam.close()
    naima = Database(db.vault.sign_in(known["Naima"], words["Naima"]), _now)
    hers = {name.alias: name.case_id for name in naima.call(cases.names).values()}
    tour_going.furnish(naima, hers, partners, NOW)
    tour_sessions.stayed_behind(naima, NOW)
    naima.close()


def _now() -> datetime:
    return NOW


def _count_questions(db: Database) -> None:
    for topic, number in ((T.LETTER_FORM, 14), (T.DEBT, 9), (T.DIGITAL, 6), (T.DUTCH, 4)):
        for _ in range(number):
            db.call(tallies.add, date(2026, 11, 19), topic)


def _log(db: Database, visit: Row) -> None:
    clock_time, known, topics, language, signal, follow_up, _name = visit
    hour, minute = map(int, clock_time.split("."))
    happened = datetime(2026, 11, 19, hour - 1, minute, tzinfo=UTC)
    record = WalkIn(
        happened_at=happened,
        setting=ContactSetting.WALK_IN,
        visit=known,
        topics=topics,
        language=language,
        signal=signal,
        follow_up=follow_up,
        urgency=Urgency.SOON if signal is S.CLEAR else Urgency.CALM,
        desk_question=SENTENCE if signal is S.CLEAR else "",
    )
    question = None
    if signal is S.CLEAR:
        record.tells_about = TellsAbout.SELF
        record.follow_up_on = date(2026, 11, 24)
        question = RealQuestion(
            "Het is thuis niet rustig sinds de zomer.", "Ik slaap met de deur open."
        )
    db.call(walk_ins.log, record, question, now=happened + timedelta(minutes=11))
