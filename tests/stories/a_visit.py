"""What is done about a visit to the Buurtteam: every act at the window, and what is seen of it."""

import sys
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from pathlib import Path
from uuid import UUID

from beside_her import Calendar, answer, open_her, tab, words_of
from desk import MONDAY, Desk
from program import CONTROL, Running, running
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QDateTimeEdit, QFileDialog, QWidget
from standing_beside import member, open_linde

from hgkm_desktop import clock
from hgkm_desktop.models import Partner, PartnerPerson
from hgkm_desktop.rules.appointment import Details, Interpreter, NotWith, Visit
from hgkm_desktop.rules.going_along import AppointmentKind, PlaceWord, Presence
from hgkm_desktop.rules.lists import LifeDomain
from hgkm_desktop.rules.partners import PartnerType
from hgkm_desktop.services import appointments, cases, partner_changes, partner_people
from hgkm_desktop.ui.calendar.week_body import WeekBody
from hgkm_desktop.ui.views.appointments.panel_foot import Ask

sys.path.insert(0, str(Path(__file__).parents[1] / "handouts"))
"""Where `going_papers` lies, which reads paper back."""

TUESDAY, WEDNESDAY, THURSDAY = date(2026, 11, 24), date(2026, 11, 25), date(2026, 11, 26)
FRIDAY = date(2026, 11, 27)
HER, TEAM, FACE, STAND_IN, OTHER = "Linde", "Buurtteam Osdorp", "Jolanda", "Peter", "Karin"
DIRECT, INTERPRETER = "020 555 0131", "Rachida"
HUSBAND, SILENT = "haar man", "De time-outplek bij haar tante"
QUESTION, PURPOSE = "Mag ik blijven wonen?", "Een eigen woning"
WHERE, PLACE = "bij tramhalte Meer en Vaart", "tweede verdieping"
SECRETS = (
    *(HER, TEAM, "Osdorp", "Buurtteam", FACE, STAND_IN, "0131", INTERPRETER, HUSBAND, SILENT),
    *(QUESTION, PURPOSE, "tramhalte", PLACE, "BL-"),
)
"""What somebody who does not stand beside her must not come to know."""
STARTS, ENDS = clock.at(THURSDAY, time(10, 30)), clock.at(THURSDAY, time(11, 30))
UNSEEN = str.maketrans("\u00a0", " ", "\u2066\u2067\u2068\u2069\u200b\u200e\u200f")
HOUR = timedelta(hours=1)
DAY = QDateTimeEdit.Section.DaySection


@dataclass
class Known:
    """Where she goes and with whom, before anything is planned."""

    case_id: UUID
    partner_id: UUID
    face_id: UUID
    leyla: UUID
    imane: UUID

    def details(self, **more) -> Details:
        """Return what Leyla and Linde agreed, as the form keeps it."""
        told = Details(
            AppointmentKind.BUURTTEAM,
            partner_id=self.partner_id,
            person_id=self.face_id,
            has_met=False,
            purpose=PURPOSE,
            meet_at=time(10, 15),
            meet_where=WHERE,
            place=PLACE,
            place_word=PlaceWord.CITY,
            presence=Presence.INSIDE,
            was_asked_alone=True,
            language="arabic_moroccan",
            interpreter=Interpreter(INTERPRETER, "een vrouw"),
            domains=(LifeDomain.HOME,),
            questions=(QUESTION,),
            not_with=(NotWith(HUSBAND, SILENT),),
            introduced=(self.leyla, self.imane),
        )
        return replace(told, **more)


def known(desk: Desk, sign_in) -> Known:
    """Staff wrote the partner down; Leyla and Imane stand beside Linde."""
    joke, leyla = sign_in("Joke"), sign_in("Leyla")
    team = Partner(name=TEAM, type=PartnerType.BUURTTEAM)
    team = joke.call(partner_changes.save, team, now=MONDAY)
    people = joke.call, partner_people.save_person
    second = PartnerPerson(partner_id=team.id, name=STAND_IN)
    second = people[0](people[1], second, now=MONDAY)
    face = PartnerPerson(
        partner_id=team.id,
        name=FACE,
        direct_number=DIRECT,
        is_fixed=True,
        stand_in_id=second.id,
    )
    face = people[0](people[1], face, now=MONDAY)
    case_id = open_linde(desk, leyla)
    return Known(case_id, team.id, face.id, member(desk, "Leyla"), member(desk, "Imane"))


def planned(desk: Desk, sign_in, **more) -> Visit:
    """Leyla planned the visit of Thursday; they met Jolanda meanwhile."""
    found, leyla = known(desk, sign_in), sign_in("Leyla")
    blank = leyla.call(appointments.blank, STARTS, found.case_id, now=MONDAY)
    details = found.details(**{"has_met": True} | more)
    return leyla.call(appointments.plan, replace(blank, details=details), now=MONDAY)


@contextmanager
def at_desk(desk: Desk, qtbot, calendar: Calendar, name: str, words: str = ""):
    """Somebody signed in by keyboard, on the first page she comes to."""
    desk.now = calendar
    with running(desk, qtbot, now=calendar) as it:
        it.sign_in(name, words, at_the_door=False)
        settled(it)
        yield it


def settled(it: Running) -> None:
    """Let happen what was posted, and let what works beside the window end."""
    with it.qtbot.waitCallback() as happened:
        QTimer.singleShot(0, happened)
    it.wait(lambda: not it.ctx.background._jobs)


def go(it: Running, identifier: str) -> QWidget:
    """Go to a page by its number key."""
    pages = [view.identifier for view in it.views if not view.at_the_foot]
    number = pages.index(identifier)
    it.press(Qt.Key(Qt.Key.Key_1 + number), modifiers=CONTROL)
    it.wait(lambda: it.view.identifier == identifier and it.view.isVisible())
    settled(it)
    return it.view


def press(it: Running, text: str, where: QWidget | None = None) -> None:
    """Press what says this: in the dialog on top, or else on the page."""
    settled(it)
    where = where or it.overlay or it.view
    buttons = where.findChildren(QAbstractButton)
    found = [each for each in buttons if each.isVisible() and plain(each.text()) == text]
    assert found, f"{text} is not in: {words_of(where)}"
    it.push(found[0])
    settled(it)


def plain(text: str) -> str:
    """Return a text without the signs nobody sees."""
    return text.translate(UNSEEN)


def told(it: Running, root: QWidget | None = None) -> str:
    """Return everything that is shown, painted or said aloud."""
    settled(it)
    root = root or it.window
    said = [words_of(root)]
    for each in [root, *root.findChildren(QWidget)]:
        if each.isVisible():
            said += [each.toolTip(), each.accessibleDescription()]
        if isinstance(each, WeekBody) and each.isVisible():
            said += [f"{one.title} {one.second} {one.person} {one.note}" for one in blocks(it)]
    return plain(" ".join(said))


def blocks(it: Running):
    """Return what stands in the week."""
    return it.view.page.spans.week.grid.week.data.blocks


def panel(it: Running):
    """Return the side panel of the week."""
    return it.view.page.panel


def open_from_her_page(it: Running) -> None:
    """Open the visit of Thursday from the timeline of her page."""
    open_her(it, HER)
    items = tab(it, "timeline").lines.items
    (item,) = (each for each in items if each.moment.visit is not None)
    it.push(item.look)
    assert it.view.identifier == "appointments"
    it.wait(panel(it).isVisible)


def step(it: Running, field: QDateTimeEdit, count: int, part=DAY) -> None:
    """Turn a day on with the arrows, or back; or the part of it that is said."""
    field.setFocus()
    field.setSelectedSection(part)
    it.press(*[Qt.Key.Key_Up if count > 0 else Qt.Key.Key_Down] * abs(count))


def type_hour(it: Running, field: QDateTimeEdit, digits: str) -> None:
    """Type an hour and minutes."""
    field.setFocus()
    field.setSelectedSection(QDateTimeEdit.Section.HourSection)
    it.type(digits)


def choose(it: Running, combo, value) -> None:
    """Go down a list until this is chosen."""
    combo.setFocus()
    it.press(Qt.Key.Key_Home)
    for _ in range(combo.count()):
        if combo.value() == value:
            return
        it.press(Qt.Key.Key_Down)
    assert combo.value() == value, combo.value()


def fill_in(it: Running, form, found: Known) -> None:
    """Type all that Leyla and Linde agreed for Thursday; they never met Jolanda."""
    who, when, along = form.who, form.when, form.along
    choose(it, who.kind, AppointmentKind.BUURTTEAM)
    choose(it, who.partner, str(found.partner_id))
    choose(it, who.person, str(found.face_id))
    answer(it, who.met.answer, "Nog niet")
    step(it, when.day, (THURSDAY - when.day.value()).days)
    type_hour(it, when.hour, "1030")
    it.fill(when.meet_at, "10.15")
    it.fill(when.meet_where, WHERE)
    it.fill(when.place, PLACE)
    press(it, "Verder")
    for tick in (along.knows_first, along.knows_reserve, along.alone):
        it.push(tick)
    it.push(next(each for each in along.presence.buttons if each.text() == "Mee naar binnen"))
    talk = form.all.talk
    choose(it, talk.language, "arabic_moroccan")
    it.push(talk.needs)
    it.fill(talk.name, INTERPRETER)
    it.fill(talk.wish, "een vrouw")
    press(it, "Verder")
    topics, wishes = form.all.topics, form.all.wishes
    it.push(next(each for each in topics.domains.chips if each.value == LifeDomain.HOME))
    it.fill(topics.purpose, PURPOSE)
    it.fill(topics.questions.rows[0].boxes[0], QUESTION)
    who_not, what_not = wishes.not_with.rows[0].boxes
    it.fill(who_not, HUSBAND)
    it.fill(what_not, SILENT)
    choose(it, wishes.place_word, PlaceWord.CITY)


def take_to_the_calendar(it: Running, folder: Path) -> Path:
    """Save the visit for the calendar of her telephone, as the dialog suggests; return the file."""
    before = set(folder.iterdir())
    it.push(panel(it).foot.buttons[Ask.MORE])
    press(it, "Naar de agenda")
    it.wait(lambda: it.window.findChildren(QFileDialog))
    dialog = it.window.findChildren(QFileDialog)[0]
    name = Path(dialog.selectedFiles()[0]).name
    dialog.setDirectory(str(folder))
    dialog.selectFile(str(folder / name))
    dialog.accept()
    it.wait(lambda: set(folder.iterdir()) - before)
    it.window.activateWindow()
    it.wait(it.window.isActiveWindow)
    return folder / name


def visit_now(it: Running, visit_id: UUID) -> Visit:
    """Return the visit as it is kept now."""
    return it.ctx.call(appointments.get, visit_id)


def promises(it: Running, case_id: UUID):
    """Return what was promised to her and is still open."""
    return it.ctx.call(cases.page, case_id).standing.open_promises()
