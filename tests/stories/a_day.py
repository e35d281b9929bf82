"""A day at the desk by keyboard, with a marker typed into every field; and a search for markers."""

import base64
from pathlib import Path
from uuid import uuid4

from program import ALT, CONTROL, Running
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit

from hgkm_desktop.models.codes import Role
from hgkm_desktop.services import members
from hgkm_desktop.ui import printing
from hgkm_desktop.ui.entrance.around import Around
from hgkm_desktop.ui.entrance.key_ring_look import KeyRing
from hgkm_desktop.ui.entrance.press import Press
from hgkm_desktop.ui.entrance.slip_step import SlipStep
from hgkm_desktop.ui.views.admin.member_form import MemberForm
from hgkm_desktop.ui.widgets.dialog import Overlay

LETTERS = str.maketrans("0123456789", "ghijklmnop")
"""A row of digits would be refused as a number that was typed."""
OWN_WORDS = "vuurtoren klaproos zandloper boterbloem hooiberg"


class Day:
    """Everything that was typed in secret, and where it could have been left."""

    def __init__(self, home: Path) -> None:
        self.home, self.stick = home, home / "stick"
        self.data = home / "data"
        self.markers: list[str] = []
        self.secrets: set[str] = {OWN_WORDS}
        self.first = self.slip = self.confidant = ""
        self.said: list[str] = []
        self.printed = 0
        self.titles: set[str] = set()
        for folder in (self.stick, self.data):
            folder.mkdir(parents=True)

    def mark(self, name: str) -> str:
        """Return a word nobody else writes."""
        word = f"zevenblad{name}{uuid4().hex[:6].translate(LETTERS)}"
        self.markers.append(word)
        return word

    def around(self) -> Around:
        press = Press(self._print, self._save)
        return Around(press=press, key_ring=KeyRing(state=lambda: "missing"))

    def _print(self, parent, pdf, done) -> None:
        paper = self.home / "printer.pdf"
        printing.print_pdf(parent, pdf, on_done=done, printer=printing.file_printer(paper))
        assert paper.stat().st_size > 1000
        paper.unlink()
        self.printed += 1

    def _save(self, _parent, pdf, done) -> None:
        printing.write(pdf, self.stick / "blad.pdf")
        done()

    def everything(self) -> list[str]:
        return [*self.markers, *self.secrets]


def forms(secret: str):
    """Return how a word could stand in a file."""
    for raw in (secret.encode(), secret.encode("utf-16-le")):
        yield raw
        yield raw.hex().encode()
        for start in range(3):
            yield base64.b64encode(raw[start : len(raw) - (len(raw) - start) % 3])
    yield secret.upper().encode()
    yield secret.replace(" ", "").encode()


def files_of(folder: Path, asked: Path | None = None) -> list[tuple[str, bytes]]:
    """Return every file with its name in front, but the one that was asked for."""
    files = [file for file in folder.rglob("*") if file.is_file() and file != asked]
    return [(str(file), str(file).encode() + b"\n" + file.read_bytes()) for file in files]


def found_in(secrets: list[str], places: list[tuple[str, bytes]]) -> list[str]:
    return [
        f"{secret} in {where}"
        for secret in secrets
        for form in set(forms(secret))
        for where, raw in places
        if form in raw
    ]


def found_the_log(day: Day, it: Running) -> None:
    wizard = it.page
    it.type(day.mark("organisatie"))
    it.press(Qt.Key.Key_Return)
    it.wait(lambda: hasattr(wizard.page, "without"))
    it.push(wizard.page.without.understood)
    it.push(wizard.page.without.button)
    it.type(day.mark("marleen"))
    it.press(Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    it.type(day.mark("yvonne"))
    before = wizard.page
    it.press(Qt.Key.Key_Return)
    it.wait(lambda: wizard.page is not before)
    first, again = [line for line in wizard.page.findChildren(QLineEdit) if line.isVisible()][:2]
    day.first = first.text()
    day.secrets.add(day.first)
    it.fill(again, first.text())
    before = wizard.page
    it.press(Qt.Key.Key_Return)
    it.wait(lambda: wizard.page is not before)
    step = wizard.page
    it.wait(step.sheet.print_button.isEnabled)
    code = wizard.answers.code
    day.secrets |= {code, code.replace("-", "")}
    it.push(step.sheet.save_button)
    it.push(step.sheet.print_button)
    it.type(code.replace("-", "").lower())
    it.push(step.put_away)
    it.press(Qt.Key.Key_Return)
    it.wait(lambda: isinstance(wizard.page, SlipStep))
    day.secrets.add(wizard.answers.second_passphrase)
    it.wait(wizard.page.slip.print_button.isEnabled)
    it.push(wizard.page.slip.print_button)
    it.push(wizard.page.given)
    it.press(Qt.Key.Key_Return)
    it.wait(lambda: it.program.desk is not None)


def work(day: Day, it: Running) -> None:
    day.titles.add(it.window.windowTitle())
    it.press(Qt.Key.Key_9, modifiers=CONTROL)
    _add_a_confidant(day, it)
    _rename_the_organisation(day, it)
    _choose_own_words(day, it)
    it.press(Qt.Key.Key_2, modifiers=CONTROL)
    it.view.start_new()
    _log_a_visit(day, it)
    _correct_it(day, it)
    _look_for(it, next(word for word in day.markers if "anders" in word))
    _delete_it(day, it)
    it.program.desk.page.header.search.clear()


def _add_a_confidant(day: Day, it: Running) -> None:
    it.press(Qt.Key.Key_N, modifiers=CONTROL)
    name = day.mark("hatice")
    it.type(name)
    it.push(it.overlay.findChildren(MemberForm)[0].tasks[Role.CONFIDANT])
    it.push(it.overlay.accept_button)
    slip = it.view.slip
    it.wait(slip.isVisible)
    day.slip = slip.words()
    day.secrets.add(day.slip)
    everyone = it.ctx.call(members.names).items()
    day.confidant = str(next(key for key, member in everyone if member.name == name))
    it.push(slip.done_button)


def _rename_the_organisation(day: Day, it: Running) -> None:
    it.view.tabs.open("choices")
    choices = it.view.tabs.choices
    choices.organisation.name.setFocus()
    choices.organisation.name.selectAll()
    it.type(day.mark("vereniging"))
    it.push(choices.save_button)


def _choose_own_words(day: Day, it: Running) -> None:
    it.program.desk.page.user_clicked.emit()
    it.press(Qt.Key.Key_Tab, Qt.Key.Key_Return)
    it.wait(lambda: it.overlay is not None and lines_of(it.overlay))
    old, new, again = lines_of(it.overlay)
    it.fill(old, day.first)
    it.fill(new, OWN_WORDS)
    it.fill(again, OWN_WORDS)
    it.press(Qt.Key.Key_Return)
    it.wait(lambda: it.overlay is None)


def lines_of(overlay: Overlay) -> list[QLineEdit]:
    return [line for line in overlay.findChildren(QLineEdit) if line.isVisible()]


def _log_a_visit(day: Day, it: Running) -> None:
    strip = it.view.page.strip
    it.type("3")
    it.press(Qt.Key.Key_M, modifiers=ALT)
    it.fill(strip.fields.desk_question, day.mark("balie"))
    it.fill(strip.fields.children_count, "3")
    it.fill(strip.question.own_words.widget, day.mark("woorden"))
    it.fill(strip.question.question.widget, day.mark("vraag"))
    it.push(strip.places.save)
    it.wait(lambda: it.view.page.detail.walk_in is not None)


def _correct_it(day: Day, it: Running) -> None:
    detail = it.view.page.detail
    it.push(detail.correct)
    correction = it.view.deeds.correction
    line = correction.form.fields.desk_question
    line.setFocus()
    line.selectAll()
    it.type(day.mark("anders"))
    it.push(correction.form.change_question)
    it.type(day.mark("echter"))
    it.push(correction.overlay.accept_button)
    it.wait(lambda: it.overlay is None)


def _look_for(it: Running, word: str) -> None:
    it.fill(it.program.desk.page.header.search, word)
    rows = it.view.page.list.rows
    it.wait(lambda: len(rows.rows) == 1)
    it.view.page.list.table.select(0)
    it.wait(lambda: it.view.page.detail.walk_in is not None)


def _delete_it(day: Day, it: Running) -> None:
    it.push(it.view.page.detail.delete)
    it.type(day.mark("reden"))
    it.press(Qt.Key.Key_Return)
    it.wait(lambda: it.overlay is None)


def copy(day: Day, it: Running) -> None:
    it.press(Qt.Key.Key_9, modifiers=CONTROL)
    it.view.tabs.open("copies")
    it.push(it.view.tabs.copies.copies.copy_button)
    it.wait(lambda: it.window.findChildren(QFileDialog))
    dialog = it.window.findChildren(QFileDialog)[0]
    dialog.setDirectory(str(day.stick))
    dialog.selectFile(str(day.stick))
    dialog.accept()
    it.wait(lambda: len([each for each in day.stick.iterdir() if each.name != "blad.pdf"]) == 1)
    it.wait(it.view.tabs.copies.copies.copy_button.isEnabled)
    it.window.activateWindow()
    it.wait(it.window.isActiveWindow)


def lock_half_typed(day: Day, it: Running) -> str:
    it.press(Qt.Key.Key_2, modifiers=CONTROL)
    it.fill(it.view.page.strip.fields.desk_question, day.mark("half"))
    it.press(Qt.Key.Key_F12)
    return it.left[0]
