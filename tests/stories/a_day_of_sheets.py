"""The sheets on such a day: own words, a reader, a number of ours and paper, all with markers."""

from random import choices

from a_day import Day
from program import CONTROL, Running
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from hgkm_desktop.services import prints
from hgkm_desktop.ui import printing
from hgkm_desktop.ui.views.handouts import edit_menu


def keep_the_sheets(day: Day, it: Running) -> None:
    it.press(Qt.Key.Key_7, modifiers=CONTROL)
    _change_the_words(day, it)
    _note_a_reader(day, it)
    _add_a_number(day, it)
    _print_it(day, it)
    _type_half_a_text(day, it)


def choose(it: Running, deed: str) -> None:
    """Open the menu of the sheet, and do one of the things in it."""
    it.push(it.view.pages.first.panel.head.menu)
    buttons = it.overlay.findChildren(QPushButton)
    it.push(next(button for button in buttons if button.property("deed") == deed))


def _change_the_words(day: Day, it: Running) -> None:
    choose(it, edit_menu.TEXT)
    form = it.view.pages.text.form
    form.title.selectAll()
    it.fill(form.title, day.mark("titel"))
    first = next(iter(form.lines.values()))
    it.fill(first, f"Kom langs {day.mark('regel')}.")
    it.press(Qt.Key.Key_Return)
    it.push(it.view.pages.text.save)
    it.wait(lambda: it.view.pages.text.form is None)


def _note_a_reader(day: Day, it: Running) -> None:
    choose(it, edit_menu.REVIEW)
    it.type(day.mark("hodan"))
    it.press(Qt.Key.Key_Return)
    it.wait(lambda: it.overlay is None)


def _add_a_number(day: Day, it: Running) -> None:
    choose(it, edit_menu.NUMBERS)
    page = it.view.pages.numbers
    it.push(page.add)
    digits = "0" + "".join(choices("123456789", k=18))
    day.markers.append(digits)
    it.fill(page.form.name, day.mark("naaicafe"))
    it.fill(page.form.digits, digits)
    it.fill(page.form.hours, day.mark("dinsdag"))
    it.press(Qt.Key.Key_Return)
    it.wait(lambda: it.overlay is None)
    it.press(Qt.Key.Key_Escape)


def _print_it(day: Day, it: Running) -> None:
    """Print three, to the printer of the day; the markers stand on this paper."""
    before = day.printed

    def send(parent, papers, on_done) -> None:
        paper = day.home / "printer.pdf"
        printer = printing.file_printer(paper)
        printing.print_all(parent, papers, on_done=on_done, printer=printer)
        assert paper.stat().st_size > 1000
        paper.unlink()
        day.printed += 1

    it.view.outgoing._send = send
    it.view.pages.first.panel.foot.copies.set_value(3)
    it.press(Qt.Key.Key_P, modifiers=CONTROL)
    it.wait(lambda: day.printed == before + 1)
    assert [line.copies for line in it.ctx.call(prints.history)] == [3]


def _type_half_a_text(day: Day, it: Running) -> None:
    choose(it, edit_menu.TEXT)
    it.fill(it.view.pages.text.form.lead, day.mark("halfblad"))
