"""What is done about a session at the window: every act by keyboard, and what is seen of it."""

from datetime import date
from pathlib import Path
from uuid import UUID

from a_visit import choose, press, settled, step, type_hour
from desk import MONDAY
from program import CONTROL, Running
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFileDialog

from hgkm_desktop.models import Partner
from hgkm_desktop.models.codes import Language
from hgkm_desktop.rules.partners import PartnerType
from hgkm_desktop.rules.sessions import SchoolHolidayKind, SessionForm, SessionTopic
from hgkm_desktop.services import partner_changes
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.views.sessions.after_form import AfterForm
from hgkm_desktop.ui.views.sessions.follow_up_form import FollowUpForm
from hgkm_desktop.ui.views.sessions.form import SessionForm as Form
from hgkm_desktop.ui.views.sessions.holidays import HolidaysOverlay

GGD, SHELTER = "GGD Amsterdam", "Blijf Groep"
TUESDAY = date(2027, 6, 22)


def partners_of_us(sign_in) -> dict[str, UUID]:
    """Staff wrote down who tells, and who organises it with us."""
    joke = sign_in("Joke")
    kinds = {GGD: PartnerType.GGD, SHELTER: PartnerType.BLIJF_GROEP}
    made = {
        name: joke.call(partner_changes.save, Partner(name=name, type=kind), now=MONDAY).id
        for name, kind in kinds.items()
    }
    joke.close()
    return made


def enter_the_summer(it: Running, first: date, last: date) -> None:
    """Type in when the summer holiday of the schools is."""
    it.push(it.view.pages.first.pane.head.more)
    press(it, tr("School holidays and reminders"))
    assert isinstance(it.overlay, HolidaysOverlay)
    it.push(it.overlay.add_holiday)
    form = it.overlay
    choose(it, form.kind, SchoolHolidayKind.SUMMER)
    for field, day in ((form.first_day, first), (form.last_day, last)):
        type_day(it, field, day)
    press(it, tr("Save"))
    it.press(Qt.Key.Key_Escape)
    settled(it)


def type_day(it: Running, field, day: date) -> None:
    """Turn a field to a day with the arrows: years, months, then days."""
    known = field.value()
    sections = field.Section.YearSection, field.Section.MonthSection, field.Section.DaySection
    step(it, field, day.year - known.year, sections[0])
    step(it, field, day.month - known.month, sections[1])
    step(it, field, (day - field.value()).days, sections[2])
    assert field.value() == day


def plan_the_session(it: Running, known: dict[str, UUID], day: date = TUESDAY) -> None:
    """Plan a talk in Somali, told by the shelter, organised with the GGD."""
    it.press(Qt.Key.Key_N, modifiers=CONTROL)
    form = it.overlay
    assert isinstance(form, Form)
    every = form.all
    choose(it, every.what.topic, SessionTopic.FGM)
    type_day(it, every.when.day, day)
    type_hour(it, every.when.begins, "1000")
    for fold in every.folds:
        it.push(fold.button)
    choose(it, every.where.partner, str(known[SHELTER]))
    _pick(it, every.where.others.list, GGD)
    assert every.where.others.values() == [str(known[GGD])]
    choose(it, every.whom.form, SessionForm.TALK)
    somali = next(c for c in every.whom.languages.chips if c.value == Language.SOMALI)
    it.push(somali)
    press(it, tr("Save"))
    settled(it)


def _pick(it: Running, combo: QComboBox, name: str) -> None:
    """Open a list by the first letter and choose with Enter."""
    it.fill(combo, name[0])
    it.press(Qt.Key.Key_Return)
    # Without a window manager nobody gives the keyboard back when the list closes.
    it.window.activateWindow()
    it.wait(it.window.isActiveWindow)


def count_afterwards(it: Running, heads: str, hands: str) -> None:
    """Note heads, hands and what was handed out, in the form after the session."""
    it.push(it.view.pages.first.page.head.more)
    press(it, tr("Afterwards"))
    form = it.overlay
    assert isinstance(form, AfterForm)
    it.fill(form.heads, heads)
    it.fill(form.hands.hands, hands)
    for language, copies in (("so", "20"), ("ar", "5")):
        it.push(form.handouts.more)
        row = form.handouts.rows[-1]
        choose(it, row.sheet, "fgm")
        choose(it, row.language, language)
        it.fill(row.copies, copies)
    press(it, tr("Save"))
    settled(it)


def stays_behind(it: Running, alias: str, said: str, step_words: str) -> None:
    """Begin what a confidant goes on with, from the session she was at."""
    it.push(it.view.pages.first.page.head.more)
    press(it, tr("Talk afterwards"))
    form = it.overlay
    assert isinstance(form, FollowUpForm)
    it.fill(form.alias, alias)
    it.fill(form.said, said)
    it.fill(form.steps.rows[0].what, step_words)
    press(it, tr("Save"))
    settled(it)


def save_as(it: Running, folder: Path) -> Path:
    """Save where the dialog is asked to, under the name it suggests; return the file."""
    before = set(folder.iterdir())
    it.wait(lambda: it.window.findChildren(QFileDialog))
    dialog = it.window.findChildren(QFileDialog)[-1]
    name = Path(dialog.selectedFiles()[0]).name
    dialog.setDirectory(str(folder))
    dialog.selectFile(str(folder / name))
    dialog.accept()
    it.wait(lambda: set(folder.iterdir()) - before)
    it.window.activateWindow()
    it.wait(it.window.isActiveWindow)
    return folder / name
