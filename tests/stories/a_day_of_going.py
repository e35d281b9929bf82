"""The partners, the week and the next shift on such a day, typed in their forms with markers."""

from random import choices

from a_day import Day
from program import CONTROL, Running
from PySide6.QtCore import Qt

from hgkm_desktop.services import partners
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.views.appointments.programme_form import ProgrammeForm
from hgkm_desktop.ui.views.partners.agreement_form import AgreementForm
from hgkm_desktop.ui.views.partners.partner_form import PartnerForm
from hgkm_desktop.ui.views.partners.person_form import PersonForm

NUMBERS = {"general_number", "night_number", "direct_number"}
PARTNER = (
    *("name", "type_words", "does", "does_not", "general_number", "hours_words"),
    *("night_number", "night_words", "address", "bring", "costs"),
)
PERSON = ("name", "does", "direct_number", "hours_words")


def keep_the_week(day: Day, it: Running) -> None:
    """Write an organisation down and all that is known of it; the programme; and a note."""
    it.press(Qt.Key.Key_6, modifiers=CONTROL)
    _write_a_partner(day, it)
    _look_for(it, next(word for word in day.markers if "bring" in word))
    it.press(Qt.Key.Key_4, modifiers=CONTROL)
    _plan_the_programme(day, it)
    it.press(Qt.Key.Key_1, modifiers=CONTROL)
    _tell_the_next_shift(day, it)


def _write_a_partner(day: Day, it: Running) -> None:
    it.press(Qt.Key.Key_N, modifiers=CONTROL)
    assert isinstance(it.overlay, PartnerForm)
    _fill(day, it, *PARTNER)
    name = it.overlay.inputs["name"].text()
    _save(it)
    (row,) = (row for row in it.ctx.call(partners.rows, now=it.ctx.now()) if row.name == name)
    it.push(it.view.page.side.change)
    it.overlay.inputs["name"].selectAll()
    _fill(day, it, "name")
    _save(it)
    card = it.ctx.call(partners.card, row.id, now=it.ctx.now())
    assert [former.name for former in card.former] == [name]
    for deed, form, names in (
        (tr("Write somebody down"), PersonForm, PERSON),
        (tr("Write an agreement down"), AgreementForm, ("text",)),
    ):
        it.push(it.view.page.side.more)
        _choose(it, deed)
        assert isinstance(it.overlay, form)
        _fill(day, it, *names)
        _save(it)


def _plan_the_programme(day: Day, it: Running) -> None:
    it.push(it.view.page.bar.more)
    _choose(it, tr("Weekly programme"))
    listed = it.overlay
    it.push(listed.add_button)
    form = it.overlay
    assert isinstance(form, ProgrammeForm)
    it.fill(form.name, day.mark("programma"))
    it.fill(form.place, day.mark("zaal"))
    _save(it)
    assert it.overlay is listed
    it.press(Qt.Key.Key_Escape)


def _tell_the_next_shift(day: Day, it: Running) -> None:
    it.push(it.view.page.parts.write)
    it.fill(it.overlay.text, day.mark("overdracht"))
    _save(it)


def _look_for(it: Running, word: str) -> None:
    """Find the partner by a word of hers, so that the search is used as well."""
    it.fill(it.program.desk.page.header.search, word)
    it.wait(it.view.page.list.nothing_found.isVisible)
    it.program.desk.page.header.search.clear()


def _fill(day: Day, it: Running, *names: str) -> None:
    for name in names:
        typed = _number(day) if name in NUMBERS else day.mark(name.replace("_", ""))
        it.fill(it.overlay.inputs[name], typed)


def _number(day: Day) -> str:
    digits = "0" + "".join(choices("123456789", k=14))
    day.markers.append(digits)
    return digits


def _choose(it: Running, deed: str) -> None:
    it.push(next(each for each in it.overlay.buttons if each.text() == deed))


def _save(it: Running) -> None:
    form = it.overlay
    it.push(form.accept_button)
    it.wait(lambda: it.overlay is not form)
