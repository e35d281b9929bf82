"""What is done in a year beside Roos: every act at the window, and what is looked at after it."""

from dataclasses import replace
from datetime import date

from beside_her import accept, answer, chip, here, open_her, radio, tab, words_of
from desk import MONDAY
from program import CONTROL, Running
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from sqlalchemy import select
from sqlalchemy.orm import Session
from standing_beside import linde

from hgkm_desktop.errors import Tampered
from hgkm_desktop.models import CaseEntry
from hgkm_desktop.rules.bodies import Consent, Note
from hgkm_desktop.rules.lists import ConsentForm, LifeDomain, Purpose
from hgkm_desktop.rules.standing import Standing
from hgkm_desktop.services import case_key, case_notes, cases
from hgkm_desktop.services.cases import StartCase
from hgkm_desktop.services.finding import OpenCase
from hgkm_desktop.ui.palette import Palette
from hgkm_desktop.ui.views.cases.note_page import NotePage
from hgkm_desktop.vault import case_ring

HER, PARTNER, PERSON = "Roos", "Buurtteam Osdorp", "Jolanda"
NUMBER = "06-12345678"
WORD = "zevenblad"
"""A word of a sealed note."""
NOTHING_FOUND = "Niets gevonden. Typ minder woorden, of andere."


def seen(it: Running) -> str:
    """Return every word in the window, after what was begun has come to rest."""
    it.qtbot.wait(20)
    return words_of(it.window)


def stands(it: Running) -> Standing:
    """Return how it stands with her, as the service says it."""
    case_id = it.view.pages.case.page.name.case_id
    return it.ctx.call(cases.page, case_id).standing


def press(it: Running, text: str) -> None:
    """Press what says this: in the dialog on top, or else on the page."""
    where = it.overlay or it.view
    buttons = where.findChildren(QAbstractButton)
    found = [each for each in buttons if each.isVisible() and each.text() == text]
    assert found, f"{text} is not in: {words_of(where)}"
    it.push(found[0])
    it.qtbot.wait(20)


def menu(it: Running, text: str) -> None:
    """Choose something behind the three dots."""
    it.push(here(it).head.more)
    press(it, text)


def choose(it: Running, combo, value) -> None:
    """Go down a list until this is chosen."""
    combo.setFocus()
    it.press(Qt.Key.Key_Home)
    for _ in range(combo.count()):
        if combo.value() == value:
            return
        it.press(Qt.Key.Key_Down)
    assert combo.value() == value


def known(leyla, desk):
    """Let Leyla and Imane stand beside her since Monday, with one sealed note."""
    case_id = leyla.call(cases.open_case, replace(linde(desk), alias=HER), now=MONDAY)
    leyla.call(case_notes.write, case_id, Note(MONDAY, seen=f"Ze zei {WORD}."), now=MONDAY)
    return case_id


def begin(it: Running, visit) -> None:
    """Ask both confidants, and note her yes to notes, said aloud."""
    it.ctx.show(StartCase(visit.id, visit.happened_at.date()))
    form = it.overlay
    it.fill(form.alias, HER)
    answer(it, form.yes.form, "Ja, ze zei het")
    choose(it, form.yes.language, "arabic")
    for candidate in form.candidates.answers.values():
        answer(it, candidate, "Nee")
    accept(it)


def type_note(it: Running, saw: str = "", thought: str = "") -> None:
    """Type in both halves of the note that is open."""
    assert isinstance(here(it), NotePage)
    form = here(it).form
    for text, typed in ((form.seen.text, saw), (form.think.text, thought)):
        if typed:
            it.fill(text, typed)


def seal(it: Running) -> None:
    """Seal the note; her page is open after that."""
    it.press(Qt.Key.Key_Return, modifiers=CONTROL)
    assert here(it) is it.view.pages.case, words_of(here(it))


def put_beside(it: Running, text: str, *, hers: bool = False) -> None:
    """Put a second text beside the only note there is."""
    (item,) = (each for each in tab(it, "timeline").lines.items if each.improve is not None)
    it.push(item.improve)
    if hers:
        it.push(here(it).form.side.hers)
    type_note(it, text)
    seal(it)


def paste(it: Running, text: str) -> None:
    """Copy something elsewhere, and paste it where the keyboard is."""
    QApplication.clipboard().setText(text)
    it.press(Qt.Key.Key_V, modifiers=CONTROL)
    QApplication.clipboard().clear()


def look_for(it: Running, word: str) -> str:
    """Look for a word from anywhere (Ctrl+K); return what of her is found, or nothing."""
    it.press(Qt.Key.Key_K, modifiers=CONTROL)
    it.wait(lambda: isinstance(it.overlay, Palette))
    it.type(word)
    it.wait(
        lambda: (
            isinstance(it.overlay.rows.target(), OpenCase) or NOTHING_FOUND in words_of(it.overlay)
        )
    )
    it.qtbot.wait(250)
    rows = [row for row in it.overlay.rows.rows if isinstance(row.line.target, OpenCase)]
    found = " ".join(row.accessibleName() for row in rows)
    it.press(Qt.Key.Key_Escape)
    it.wait(lambda: it.overlay is None)
    return found


def agree(it: Running) -> None:
    """She is here: she may be called on Tuesdays and Thursdays, from ten to twelve."""
    it.push(here(it).strip.ask)
    form = it.overlay
    radio(it, form.may, "Ja, maar alleen zo:")
    chip(it, form.her_answer.form, "Mondeling")
    fields = form.contact
    chip(it, fields.channels, "Bellen")
    it.fill(fields.number, NUMBER)
    for day in ("di", "do"):
        chip(it, fields.windows.rows[0].days, day)
    it.fill(fields.another.line, "Verkeerd verbonden")
    accept(it)


def call_her(it: Running):
    """Open the gate and ask for her number; return the gate with the number on it."""
    it.push(here(it).strip.call)
    gate = it.overlay
    it.push(gate.number.button)
    assert NUMBER in words_of(gate)
    return gate


def still_right(it: Running) -> None:
    """She is here, hears what was agreed, and says that it still holds."""
    it.push(here(it).strip.ask)
    assert NUMBER not in words_of(it.overlay)
    press(it, "Klopt nog")


def may_share(it: Running) -> None:
    """She says aloud what her partner organisation may know."""
    it.push(tab(it, "consent").register.new)
    form = it.overlay
    choose(it, form.purpose, Purpose.SHARE_WITH_PARTNER)
    it.fill(form.receiver, PARTNER)
    it.push(form.may_know.boxes[LifeDomain.SAFETY])
    chip(it, form.her_answer.form, "Mondeling")
    choose(it, form.her_answer.language, "arabic")
    radio(it, form.how_long, "Zolang zij het wil")
    accept(it)


def take_back(it: Running) -> None:
    """She takes back what she said about sharing."""
    consent = tab(it, "consent")
    rows = [row.answer.receiver for row in consent.register.model.rows]
    consent.register.table.setFocus()
    consent.register.table.select(rows.index(PARTNER))
    press(it, "Trek in")
    assert f"Vertel dit aan {PARTNER}." in words_of(it.overlay)
    it.push(it.overlay.accept_button)


def give_number(it: Running, number: int, voice: str = "Zij zelf", who: str = "") -> None:
    """Note how safe it is in somebody's eyes; her own number is typed with its key."""
    it.push(tab(it, "safety").new_score)
    form = it.overlay
    if voice != "Zij zelf":
        answer(it, form.voice, voice)
    if who:
        it.fill(form.name, who)
    form.numbers.chips[0].setFocus()
    it.press(Qt.Key(Qt.Key.Key_0 + number))
    accept(it)


def offer(it: Running) -> None:
    """Offer her to the partner; they answer within a week."""
    it.push(here(it).head.hand_over)
    press(it, "Bied aan")


def hand_over_to(it: Running, person: str) -> None:
    """A name says yes, they talk with her, and she says yes."""
    it.fill(it.overlay.part.person, person)
    press(it, "Noteer de naam")
    assert f"{person} van {PARTNER} zegt ja." in words_of(it.overlay)
    press(it, "We hebben samen gepraat")
    press(it, "Zij zegt ja")
    assert it.overlay is None


def in_the_list(it: Running, alias: str = HER) -> str:
    """Return what the list says of her, read aloud."""
    it.view.pages.go_home()
    it.qtbot.wait(20)
    model = it.view.pages.home.here.card.model
    place = model.place(lambda row: row.name.alias == alias)
    index = [model.index(place, column) for column in range(model.columnCount())]
    said = [str(each.data(Qt.ItemDataRole.AccessibleTextRole) or each.data()) for each in index]
    open_her(it, alias)
    return " | ".join(said)


def yes_to(purpose: Purpose, on: date, receiver: str = "") -> Consent:
    """Return her yes, said aloud to Leyla."""
    return Consent(purpose, ConsentForm.ORAL, on, receiver=receiver, heard_by="Leyla")


def key_to(db, case_id):
    """Return the key somebody holds to a case."""
    return db.call(case_key.open_ring, case_id)


def opens(db, key) -> tuple[int, int]:
    """Return how many entries of a case a key opens, and how many there are."""
    case_id = key.ring.case_id
    with Session(db.engine) as session:
        wanted = select(CaseEntry.id, CaseEntry.sealed).where(CaseEntry.case_id == case_id)
        rows = session.execute(wanted).all()
    return sum(_is_opened(key, *row) for row in rows), len(rows)


def entries_left(db) -> int:
    """Return how many entries there are of anybody."""
    with Session(db.engine) as session:
        return session.query(CaseEntry).count()


def files_with(desk, text: str) -> list[str]:
    """Return which files beside and in the log hold a text as it was typed."""
    files = [each for each in desk.folder.parent.rglob("*") if each.is_file()]
    assert files
    return [each.name for each in files if text.encode() in each.read_bytes()]


def _is_opened(key, entry_id, sealed: bytes) -> bool:
    try:
        case_ring.unseal(key, sealed, *case_key.ENTRY, entry_id, key.ring.case_id)
    except Tampered:
        return False
    return True
