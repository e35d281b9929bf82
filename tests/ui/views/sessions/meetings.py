"""The sessions of mock-up 09, planned and filled through the real services."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from hgkm_desktop import clock
from hgkm_desktop.models import InformationSession
from hgkm_desktop.models.codes import Language
from hgkm_desktop.rules.sessions import NameKind, SessionTopic
from hgkm_desktop.services import attendance, information_sessions, registrations
from hgkm_desktop.services.registrations import NewRegistration

NOW = clock.at(date(2026, 11, 19), time(12, 40))
"""Thursday 19 November, ten minutes after the first session began."""
L = Language
GUESTS = (
    ("Samira", L.ARABIC_MOROCCAN, 2, True),
    ("~Zonnebloem", L.TURKISH, 0, True),
    ("Fatima", L.TAMAZIGHT, 1, True),
    ("Selihom", L.TIGRINYA, 0, False),
    ("Hawa", L.SOMALI, 2, True),
    ("Meryem", L.TURKISH, 0, True),
    ("Yasmin", L.DUTCH, 0, False),
    ("~Mevrouw B.", L.ENGLISH, 0, True),
    ("Aicha", L.ARABIC_MOROCCAN, 0, True),
    ("Hodan", L.SOMALI, 0, True),
    ("Esra", L.TURKISH, 0, True),
    ("Wafa", L.ARABIC_MOROCCAN, 0, False),
    ("Naima", L.TAMAZIGHT, 0, False),
    ("Rahma", L.SOMALI, 0, False),
)


@dataclass
class Meetings:
    """Plans and fills sessions as whoever is signed in."""

    db: object
    now: datetime = NOW
    made: dict = field(default_factory=dict)

    def plan(self, title, day, at, capacity=None, **given) -> InformationSession:
        starts = clock.at(day, at)
        given.setdefault("topic", SessionTopic.OTHER)
        lasts = given.pop("lasts", 90)
        session = InformationSession(
            title=title,
            starts_at=starts,
            ends_at=starts + timedelta(minutes=lasts),
            capacity=capacity,
            **given,
        )
        self.made[title] = self.db.call(information_sessions.save, session, now=self.now)
        return self.made[title]

    def put_on(self, session, name, language=None, children=0, here=False):
        kind = NameKind.ALIAS if name.startswith("~") else NameKind.FIRST_NAME
        new = NewRegistration(name.lstrip("~"), kind, language, children=children)
        done = self.db.call(registrations.register, session.id, new)
        if here:
            self.db.call(attendance.tick, done.registration.id, is_here=True)
        return done.registration

    def fill(self, session, count):
        for number in range(count):
            self.put_on(session, f"Gast{chr(97 + number)}")


def mock_up(meetings):
    """Plan what stands in mock-up 09."""
    at, thursday = time, date(2026, 11, 19)
    rights = meetings.plan(
        "Je rechten bij scheiden",
        thursday,
        at(12, 30),
        18,
        topic=SessionTopic.RIGHTS,
        place="zaal 1",
        speaker="mr. Kok, Juridisch Loket",
        interpreter=L.ARABIC_MOROCCAN,
    )
    for name, language, children, here in GUESTS:
        meetings.put_on(rights, name, language, children, here)
    others = (
        ("Naailes", thursday, at(16, 30), 12, 9, "Nisa for Nisa, zaal 2"),
        ("Praten met je puber", date(2026, 11, 24), at(10), 18, 20, "SomAmstel"),
        ("Wat is gewoon ruzie, wat niet?", date(2026, 11, 26), at(13), 15, 6, "Mi na Mi"),
        ("Geld en post op orde", date(2026, 12, 1), at(10), 16, 4, "Raad is Daad"),
        ("Avond voor dochters", date(2026, 12, 3), at(19), 20, 11, "S.H.E."),
    )
    for title, day, begins, capacity, count, place in others:
        meetings.fill(meetings.plan(title, day, begins, capacity, place=place), count)
    return rights
