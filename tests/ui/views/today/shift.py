"""A shift with a little of everything, noted through the real services; and the page on it."""

from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from uuid import UUID

from a_window import Hands, framed, in_front, signed_in, speak
from desk import MONDAY, Desk
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from hgkm_desktop import clock
from hgkm_desktop.db import Database
from hgkm_desktop.models import FixedTime
from hgkm_desktop.rules.appointment import Interpreter
from hgkm_desktop.rules.bodies import Began, Consent, Held, Note
from hgkm_desktop.rules.clocks import Kind, begin
from hgkm_desktop.rules.contact import Channel, SafeContact, Window
from hgkm_desktop.rules.going_along import AppointmentKind, BothSides, FixedKind, Presence
from hgkm_desktop.rules.holding import Holder, Holding
from hgkm_desktop.rules.lists import ConsentForm, NoteKind, Outcome, Purpose
from hgkm_desktop.services import (
    absences,
    appointments,
    around_her,
    case_board,
    case_key,
    case_notes,
    cases,
    consents,
    fixed_times,
    holders,
    safe_contact,
    shift_notes,
)
from hgkm_desktop.services.cases import Candidate, NewCase
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.notify import Voice
from hgkm_desktop.ui.views.today import TodayView
from hgkm_desktop.ui.views.today.rich import Rich
from hgkm_desktop.ui.views.today.section import Section
from hgkm_desktop.ui.widgets.badges import Badge

TODAY = date(2026, 11, 23)
UNSEEN = dict.fromkeys(map(ord, "\u2066\u2068\u2069\u200b"))
"""Signs that keep digits and names in their order."""
LARGE, SMALL = (1180, 780), (1124, 620)


def at(hour: int, minute: int = 0, days: int = 0) -> datetime:
    """A moment of today, as people in Amsterdam say it."""
    return clock.at(TODAY + timedelta(days=days), time(hour, minute))


def member(desk: Desk, name: str) -> UUID:
    return desk.keys[name].tile.member_id


def yes(purpose: Purpose, day: date, **more) -> Consent:
    return Consent(purpose, ConsentForm.ORAL, day, heard_by="Leyla", **more)


def stand_beside(desk: Desk, db: Database, alias: str, *names: str, days: int = 3) -> UUID:
    """Begin to stand beside somebody so many days ago."""
    asked = [Candidate(member(desk, name), False) for name in names or ("Leyla", "Imane")]
    day = TODAY - timedelta(days=days)
    began = NewCase(alias, tuple(asked), yes(Purpose.NOTES, day), Began(day))
    return db.call(cases.open_case, began, now=MONDAY - timedelta(days=days))


def agree(db: Database, case_id: UUID, *hours: int, days: int = 2, **more) -> None:
    """Her yes to contact by us, on Mondays between these hours."""
    now = MONDAY - timedelta(days=days)
    window = Window(frozenset({0}), time(hours[0]), time(hours[1]))
    words = {"name_we_use": "Fatima van de naailes", "if_another_answers": "Verkeerd verbonden"}
    ways = more.pop("channels", frozenset({Channel.CALL}))
    agreed = SafeContact(ways, "06-12345678", (window,), **(words | more))
    db.call(consents.answer, case_id, yes(Purpose.CONTACT_BY_US, now.date()), now=now)
    db.call(safe_contact.agree, case_id, agreed, now=now)


def go_along(desk: Desk, db: Database, case_id: UUID | None, starts: datetime, **told) -> UUID:
    """Plan to go along; Leyla goes and Imane is the reserve, unless told otherwise."""
    first, reserve = told.pop("first", "Leyla"), told.pop("reserve", "Imane")
    blank = db.call(appointments.blank, starts, case_id, now=MONDAY)
    who = member(desk, first), member(desk, reserve)
    usual = {
        "kind": AppointmentKind.BUURTTEAM,
        "partner_words": "Buurtteam Osdorp",
        "person_words": "Jolanda",
        "has_met": True,
        "presence": Presence.INSIDE,
        "was_asked_alone": True,
        "introduced": who,
        "both_sides": frozenset({BothSides.SHE_WANTS_US, BothSides.PARTNER_KNOWS}),
    }
    details = replace(blank.details, **(usual | told))
    visit = replace(blank, first=who[0], reserve=who[1], details=details)
    made = db.call(appointments.plan, visit, now=MONDAY)
    return db.call(appointments.confirm, made.id, made.version, now=MONDAY).id


def takes_place(db: Database, title: str, begins: time, ends: time, kind: FixedKind, place=""):
    """Let something take place every Monday."""
    made = FixedTime(
        kind=kind,
        title=title,
        weekday=0,
        begins=begins,
        ends=ends,
        place=place,
        first_day=TODAY - timedelta(days=70),
    )
    return db.call(fixed_times.save, made, now=MONDAY)


def nobody_holds(db: Database, case_id: UUID, desk: Desk) -> None:
    """Whoever held her has no key to her any more."""
    gone = Held(Holding(Holder("", "Hanan", member(desk, "Hanan")), MONDAY), "begin")
    db.call(case_key.note, case_id, gone, now=MONDAY - timedelta(minutes=1))


def furnish(desk: Desk, sign_in) -> dict[str, UUID]:
    """Fill the day; return her cases by alias."""
    sign_in("Salma").call(case_board.start, now=MONDAY)
    leyla, imane, joke = sign_in("Leyla"), sign_in("Imane"), sign_in("Joke")
    her = {
        alias: stand_beside(desk, leyla, alias, days=35 if alias == "Lale" else 3)
        for alias in ("Meryem", "Dunya", "Lale", "Roos", "Amal", "Noor", "Sena")
    }
    agree(leyla, her["Meryem"], 10, 12)
    agree(leyla, her["Dunya"], 13, 15, if_another_answers="")
    agree(leyla, her["Lale"], 9, 11, days=33)
    tried = MONDAY - timedelta(days=4)
    leyla.call(safe_contact.tried, her["Lale"], Channel.CALL, Outcome.NO_ANSWER, now=tried)
    _clocks(leyla, her)
    _going(desk, leyla, her)
    _held(desk, leyla, her)
    _shared(desk, imane, joke, her)
    return her


def _clocks(db: Database, her: dict[str, UUID]) -> None:
    ban = begin(Kind.RESTRAINING_ORDER, at(18, days=-9), who="Leyla is bij haar")
    db.call(around_her.clock_set, her["Roos"], None, ban, now=MONDAY)
    away = begin(Kind.TIME_OUT, at(9, days=-22))
    db.call(around_her.clock_set, her["Amal"], None, away, now=MONDAY)


def _going(desk: Desk, db: Database, her: dict[str, UUID]) -> None:
    meet = {"meet_at": time(12, 15), "meet_where": "bij de bieb"}
    go_along(desk, db, her["Roos"], at(12, 30), **meet)
    unsure = {"interpreter": Interpreter("Samira", "een vrouw"), "person_words": "Ilse"}
    others = {"first": "Imane", "reserve": "Leyla", "partner_words": "Spreekuur Veilig Thuis"}
    go_along(desk, db, her["Amal"], at(13, 45), **unsure, **others)


def _held(desk: Desk, db: Database, her: dict[str, UUID]) -> None:
    share = yes(Purpose.SHARE_WITH_PARTNER, TODAY - timedelta(days=3), receiver="Blijf Groep")
    then = MONDAY - timedelta(days=2)
    db.call(consents.answer, her["Noor"], share, now=then)
    due = TODAY - timedelta(days=1)
    db.call(holders.offer, her["Noor"], "Blijf Groep", due, now=then)
    nobody_holds(db, her["Sena"], desk)


def _shared(desk: Desk, imane: Database, joke: Database, her: dict[str, UUID]) -> None:
    imane.call(absences.note, member(desk, "Imane"), TODAY, TODAY, now=MONDAY)
    text = "Roos is gespannen. Laat haar naast Hatice zitten.\nSleutel ligt bij de balie."
    imane.call(shift_notes.write, text, for_confidants=True, now=MONDAY)
    joke.call(shift_notes.write, "De kopieerder doet het weer.", for_confidants=False, now=MONDAY)
    takes_place(joke, "Naailes", time(14), time(16), FixedKind.OWN_PROGRAMME, "Zaal 2")
    meeting = time(16, 30), time(17, 30)
    takes_place(joke, "Netwerkoverleg", *meeting, FixedKind.NETWORK_MEETING)
    later = MONDAY + timedelta(minutes=1)
    note = Note(later, seen="Ze belde zelf.", kind=NoteKind.CALL)
    imane.call(case_notes.write, her["Meryem"], note, now=later)


@dataclass
class Clock:
    """The time it is for the page, moved by hand."""

    at: datetime = MONDAY

    def __call__(self) -> datetime:
        return self.at

    def later(self, **by) -> None:
        self.at += timedelta(**by)


@dataclass
class TodayPage(Hands):
    """What a test holds on to."""

    window: QWidget
    view: TodayView
    ctx: Context
    voice: Voice
    clock: Clock
    said: list = field(default_factory=list)
    shown: list = field(default_factory=list)

    @property
    def parts(self):
        return self.view.page.parts

    def press(self, key, modifiers=Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(self.focus, key, modifiers)

    def push(self, button: QAbstractButton):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def pass_minutes(self, count: int) -> None:
        """Let the clock go on, and the page follow it."""
        self.clock.later(minutes=count)
        self.view.minutes.turned.emit()

    def words(self, widget: QWidget | None = None) -> str:
        """Return every word that is seen, on labels, buttons, badges and painted lines."""
        root = widget or self.window
        found = [each.text() for each in root.findChildren(QAbstractButton) if each.isVisible()]
        found += [each.text() for each in root.findChildren(QLabel) if each.isVisible()]
        for kind in (Rich, Badge):
            found += [each.accessibleName() for each in root.findChildren(kind) if each.isVisible()]
        return " ".join(found).translate(UNSEEN)

    def row(self, part: Section, alias: str):
        """Return the row of a part that begins with somebody."""
        return next(row for row in part.shown() if alias in row.accessibleName())


@contextmanager
def today_page(db: Database, qtbot, qapp, *, size=LARGE, language="nl", now=MONDAY, **look):
    """Open the page for whoever is signed in."""
    speak(qapp, language, **look)
    clock_ = Clock(now)
    ctx = signed_in(db, language, clock_)
    view = TodayView(ctx)
    window = framed(view)
    page = TodayPage(window, view, ctx, Voice(window, ctx), clock_)
    ctx.noticed.connect(page.said.append)
    ctx.shown.connect(page.shown.append)
    with in_front(window, ctx, size, qtbot):
        yield page


def cut_off(page: TodayPage) -> list[str]:
    """Return the painted words that have less room than they need."""
    seen = [each for each in page.window.findChildren(Rich) if each.isVisible()]
    return [each.text for each in seen if each.height() < each.heightForWidth(each.width())]
