"""Left behind: nothing. A day in the real window with a marker typed into every field."""

import base64
import logging
import tempfile
from pathlib import Path
from uuid import uuid4

import pytest
from program import ALT, CONTROL, Running, running
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit
from sqlalchemy import LargeBinary, String, select

from hgkm_desktop.models import Record
from hgkm_desktop.models.codes import Role
from hgkm_desktop.ui import printing
from hgkm_desktop.ui.entrance.around import Around
from hgkm_desktop.ui.entrance.key_ring_look import KeyRing
from hgkm_desktop.ui.entrance.press import Press
from hgkm_desktop.ui.entrance.slip_step import SlipStep
from hgkm_desktop.ui.views.admin.member_form import MemberForm
from hgkm_desktop.ui.widgets.dialog import Overlay

OWN_WORDS = "vuurtoren klaproos zandloper boterbloem hooiberg"
TYPED = {
    "walk_in.desk_question",
    "walk_in.search_key",
    "walk_in.deleted_reason",
    "walk_in_correction.before",
    "organisation.name",
    "member.name",
}
"""Where something stands that somebody typed as text; the day puts a marker in each."""
OURS = {
    "organisation.window_title",
    "organisation.hidden_fields",
    "audit_line.kind",
    "ring.name",
    "recovery_share.partner",
    "draft.place",
    "statement.name",
}
"""Words of ours: names of places and kinds, and the neutral title that everybody sees."""
SEALED = {"walk_in.sealed", "walk_in_correction.sealed", "draft.sealed"}


def text_columns() -> dict[str, object]:
    """Return every column that holds free text (codes of a list are types of their own)."""
    return {
        f"{table.name}.{column.name}": column
        for table in Record.metadata.tables.values()
        for column in table.columns
        if type(column.type) is String
    }


class Day:
    """Everything that was typed in secret, and where it could have been left."""

    def __init__(self, home: Path) -> None:
        self.home, self.stick = home, home / "stick"
        self.data = home / "data"
        self.markers: list[str] = []
        self.secrets: set[str] = {OWN_WORDS}
        self.first = ""
        self.printed = 0
        self.titles: set[str] = set()
        for folder in (self.stick, self.data):
            folder.mkdir(parents=True)

    def mark(self, name: str) -> str:
        """Return a word nobody else writes."""
        word = f"zevenblad{name}{uuid4().hex[:6]}"
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


@pytest.fixture
def day(tmp_path, monkeypatch, caplog):
    caplog.set_level(logging.DEBUG)
    home = tmp_path / "home"
    made = Day(home)
    for name in ("HOME", "TMPDIR", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        (home / name.lower()).mkdir(mode=0o700)
        monkeypatch.setenv(name, str(home / name.lower()))
    monkeypatch.setattr(tempfile, "tempdir", None)
    monkeypatch.chdir(home)
    return made


def test_nothing_readable_stays_of_a_whole_day(day, qtbot, tmp_path, caplog, capfd):
    title = QApplication.clipboard().text()
    with running(day.data, qtbot, around=day.around()) as it:
        _found_the_log(day, it)
        _work(day, it)
        _copy(day, it)
        locked = _lock_half_typed(day, it)
    with running(day.data, qtbot, locked=locked) as it:
        it.unlock("", OWN_WORDS)
        assert day.markers[-1] in it.view.page.strip.fields.desk_question.text()
        _every_column_was_filled(day, it)
        open_files = files_of(tmp_path, day.stick / "blad.pdf")
        day.titles.add(it.window.windowTitle())
    assert any("-wal" in where for where, _ in open_files), "it was searched while at work"
    assert found_in(day.everything(), open_files) == []
    assert found_in(day.everything(), files_of(tmp_path, day.stick / "blad.pdf")) == []
    said = capfd.readouterr()
    kept = QSettings(QSettings.Scope.UserScope, "QtProject")
    aloud = [caplog.text, said.out, said.err, *day.titles, QApplication.clipboard().text()]
    aloud += [f"{key} {kept.value(key)}" for key in kept.allKeys()]
    assert QApplication.clipboard().text() == title
    assert found_in(day.everything(), [("said aloud", "\n".join(aloud).encode())]) == []
    assert not any("stick" in f"{kept.value(key)}" for key in kept.allKeys())
    assert day.printed == 2


def test_every_text_somebody_can_type_has_its_marker():
    """A text column that is new belongs in the day (TYPED), or is words of ours (OURS)."""
    assert set(text_columns()) == TYPED | OURS


def test_every_sealed_column_is_known():
    sealed = {
        f"{table.name}.{column.name}"
        for table in Record.metadata.tables.values()
        for column in table.columns
        if column.name == "sealed" and isinstance(column.type, LargeBinary)
    }
    assert sealed == SEALED | {"recovery_share.sealed"}


@pytest.mark.parametrize("number", range(len(list(forms("zevenbladdoornstruik")))))
def test_the_search_finds_a_planted_word(number, tmp_path):
    planted = list(forms("zevenbladdoornstruik"))[number]
    (tmp_path / "log.bin").write_bytes(b"\x00" * 99 + planted + b"\xff" * 99)
    assert found_in(["zevenbladdoornstruik"], files_of(tmp_path))


def _found_the_log(day: Day, it: Running) -> None:
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


def _work(day: Day, it: Running) -> None:
    day.titles.add(it.window.windowTitle())
    it.press(Qt.Key.Key_9, modifiers=CONTROL)
    _add_a_confidant(day, it)
    _rename_the_organisation(day, it)
    _choose_own_words(day, it)
    it.press(Qt.Key.Key_1, modifiers=CONTROL)
    it.view.start_new()
    _log_a_visit(day, it)
    _correct_it(day, it)
    _look_for(it, next(word for word in day.markers if "anders" in word))
    _delete_it(day, it)
    it.program.desk.page.header.search.clear()


def _add_a_confidant(day: Day, it: Running) -> None:
    it.press(Qt.Key.Key_N, modifiers=CONTROL)
    it.type(day.mark("hatice"))
    it.push(it.overlay.findChildren(MemberForm)[0].tasks[Role.CONFIDANT])
    it.push(it.overlay.accept_button)
    slip = it.view.slip
    it.wait(slip.isVisible)
    shown = [label for label in slip.findChildren(QLabel) if label.property("role") == "page-title"]
    day.secrets.add(" ".join(label.text() for label in shown))
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
    it.wait(lambda: it.overlay is not None and _lines(it.overlay))
    old, new, again = _lines(it.overlay)
    it.fill(old, day.first)
    it.fill(new, OWN_WORDS)
    it.fill(again, OWN_WORDS)
    it.press(Qt.Key.Key_Return)
    it.wait(lambda: it.overlay is None)


def _lines(overlay: Overlay) -> list[QLineEdit]:
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


def _copy(day: Day, it: Running) -> None:
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


def _lock_half_typed(day: Day, it: Running) -> str:
    it.press(Qt.Key.Key_1, modifiers=CONTROL)
    it.fill(it.view.page.strip.fields.desk_question, day.mark("half"))
    it.press(Qt.Key.Key_F12)
    return it.left[0]


def _every_column_was_filled(day: Day, it: Running) -> None:
    def values(session, column):
        return " ".join(str(value) for value in session.scalars(select(column)))

    columns = text_columns()
    for name in TYPED:
        written = it.ctx.call(values, columns[name])
        assert any(marker in written for marker in day.markers), name
