import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from PIL import ImageChops, ImageStat
from PySide6.QtCore import QSettings
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinterInfo
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QWidget
from reportlab.platypus import PageBreak

import hgkm_desktop
from hgkm_desktop.errors import UserError
from hgkm_desktop.handouts import page
from hgkm_desktop.handouts.recovery_sheet import recovery_sheet
from hgkm_desktop.ui import printing
from hgkm_desktop.ui.widgets.pdf_preview import Pages
from hgkm_desktop.vault import recovery_code


@pytest.fixture(autouse=True)
def places(tmp_path, monkeypatch):
    """Work in folders in which nothing may appear that nobody asked for."""
    folders = [tmp_path / name for name in ("work", "home", "temporary")]
    for folder in folders:
        folder.mkdir()
    monkeypatch.chdir(folders[0])
    monkeypatch.setenv("HOME", str(folders[1]))
    monkeypatch.setenv("TMPDIR", str(folders[2]))
    settings = tmp_path / "settings"
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(settings))
    yield folders
    assert [file for folder in folders for file in folder.rglob("*")] == []
    assert [file for file in settings.rglob("*") if file.is_file() and file.read_bytes()] == []


@pytest.fixture(scope="module")
def sheet():
    return recovery_sheet(recovery_code.new(), "Nisa for Nisa", date(2026, 11, 19), 1)


@pytest.fixture(scope="module")
def two_pages():
    story = [page.paragraph("Een"), PageBreak(), page.paragraph("Twee")]
    return page.make(story, lambda canvas: None)


@pytest.fixture
def window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


def pictures(pdf):
    document = pypdfium2.PdfDocument(pdf)
    shown = [printed.render(scale=4, grayscale=True).to_pil() for printed in document]
    document.close()
    return shown


def dialog_of(window, kind):
    return window.findChildren(kind)[-1]


def test_nothing_slow_is_imported_before_paper_is_asked_for():
    look = (
        "import sys, hgkm_desktop.ui.printing;"
        "print({'pypdfium2', 'reportlab', 'PySide6.QtPrintSupport'} & set(sys.modules))"
    )
    import_paths = [str(Path(hgkm_desktop.__file__).parents[1]), *sys.path]
    answer = subprocess.run(
        [sys.executable, "-c", look],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(import_paths)},
    )
    assert answer.stdout.strip() == "set()", answer.stderr


def test_what_is_printed_is_what_was_shown(window, sheet, tmp_path):
    done = []
    printer = printing.file_printer(tmp_path / "printed.pdf")
    printing.print_pdf(window, sheet, printer=printer, on_done=lambda: done.append(True))
    assert done == [True]
    (asked,), (printed,) = pictures(sheet), pictures((tmp_path / "printed.pdf").read_bytes())
    assert abs(asked.width - printed.width) <= 4
    at_a_glance = [picture.resize((149, 210)) for picture in (asked, printed)]
    assert ImageStat.Stat(ImageChops.difference(*at_a_glance)).mean[0] < 1


def test_every_page_is_printed(window, two_pages, tmp_path):
    printing.print_pdf(window, two_pages, printer=printing.file_printer(tmp_path / "printed.pdf"))
    assert len(pictures((tmp_path / "printed.pdf").read_bytes())) == 2


def test_paper_that_is_too_small_gets_the_whole_page(window, sheet, tmp_path):
    printer = printing.file_printer(tmp_path / "printed.pdf")
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
    printing.print_pdf(window, sheet, printer=printer)
    (printed,) = pictures((tmp_path / "printed.pdf").read_bytes())
    box = printed.point(lambda shade: 255 - shade).getbbox()
    assert box[2] < printed.width - 100
    assert box[3] < printed.height - 100


def test_the_print_job_has_a_neutral_name(tmp_path):
    printer = printing.file_printer(tmp_path / "printed.pdf")
    assert printer.docName() == "Blad"
    assert printer.creator() == ""


def test_what_the_print_system_puts_aside_lies_in_memory(
    window, sheet, tmp_path, monkeypatch, places
):
    memory = tmp_path / "memory"
    memory.mkdir()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(memory))
    seen = []
    draw = Pages.image

    def look(pages, place, scale):
        seen.append(os.environ["TMPDIR"])
        return draw(pages, place, scale)

    monkeypatch.setattr(Pages, "image", look)
    printing.print_pdf(window, sheet, printer=printing.file_printer(tmp_path / "printed.pdf"))
    assert seen == [str(memory)]
    assert os.environ["TMPDIR"] == str(places[2])


def test_a_printer_that_is_gone_is_said_in_plain_words(window, sheet, tmp_path):
    printer = printing.file_printer(tmp_path / "nowhere" / "printed.pdf")
    done = []
    with pytest.raises(UserError) as problem:
        printing.print_pdf(window, sheet, printer=printer, on_done=lambda: done.append(True))
    assert problem.value.title == "De printer geeft geen antwoord."
    assert problem.value.hint == "Staat hij aan, met papier erin? Print dan opnieuw."
    assert done == []


def test_without_a_printer_another_way_is_offered(window, sheet, monkeypatch):
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(list))
    with pytest.raises(UserError) as problem:
        printing.print_pdf(window, sheet)
    assert problem.value.title == "Er is geen printer."
    assert "USB-stick" in problem.value.hint
    assert window.findChildren(QPrintDialog) == []


@pytest.fixture
def one_printer(monkeypatch):
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(lambda: ["Balie"]))


@pytest.mark.parametrize(
    ("answer", "title"),
    [
        (QDialog.DialogCode.Rejected, "Er is niets geprint."),
        (QDialog.DialogCode.Accepted, "De printer geeft geen antwoord."),
    ],
)
def test_called_off_or_gone_meanwhile_nothing_is_printed(
    window, sheet, one_printer, qtbot, answer, title
):
    printing.print_pdf(window, sheet, copies=2, on_done=pytest.fail)
    dialog = dialog_of(window, QPrintDialog)
    assert dialog.windowTitle() == "Print"
    assert dialog.printer().copyCount() == 2
    with qtbot.capture_exceptions() as errors:
        dialog.done(answer)
    assert [error[1].title for error in errors] == [title]


def test_nobody_prints_to_a_file_by_accident(window, sheet, one_printer, qtbot):
    printing.print_pdf(window, sheet)
    dialog = dialog_of(window, QPrintDialog)
    assert not dialog.testOption(QPrintDialog.PrintDialogOption.PrintToFile)
    with qtbot.capture_exceptions():
        dialog.reject()


def test_a_saved_sheet_is_the_same_and_only_for_its_owner(window, sheet, tmp_path, qtbot):
    stick = tmp_path / "stick"
    stick.mkdir()
    done = []
    printing.save_pdf(window, sheet, on_done=lambda: done.append(True))
    dialog = dialog_of(window, QFileDialog)
    words = {label.text() for label in dialog.findChildren(QLabel)}
    assert "Op een bestand zit geen slot. Wie het vindt, kan het lezen." in words
    dialog.setDirectory(str(stick))
    dialog.accept()
    qtbot.waitUntil(lambda: not window.findChildren(QFileDialog))
    (file,) = stick.iterdir()
    assert file.name == "blad.pdf"
    assert file.read_bytes() == sheet
    assert file.stat().st_mode & 0o777 == 0o600
    assert done == [True]


def test_where_other_programs_have_been_is_left_alone(window, sheet, tmp_path, qtbot):
    kept = QSettings(QSettings.Scope.UserScope, "QtProject")
    kept.setValue("FileDialog/lastVisited", "file:///elsewhere")
    kept.setValue("Other/thing", "1")
    printing.save_pdf(window, sheet)
    dialog_of(window, QFileDialog).reject()
    qtbot.waitUntil(lambda: not window.findChildren(QFileDialog))
    after = QSettings(QSettings.Scope.UserScope, "QtProject")
    assert {key: after.value(key) for key in after.allKeys()} == {
        "FileDialog/lastVisited": "file:///elsewhere",
        "Other/thing": "1",
    }
    after.clear()
    after.sync()


def check_it_was_not_saved(sheet, path):
    with pytest.raises(UserError) as problem:
        printing.write(sheet, path)
    assert problem.value.title == "Het blad is niet bewaard."
    assert "USB-stick" in problem.value.hint


def test_a_place_that_is_gone_is_said_in_plain_words(sheet, tmp_path):
    check_it_was_not_saved(sheet, tmp_path / "nowhere" / "blad.pdf")
    check_it_was_not_saved(sheet, tmp_path)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_leaves_no_half_sheet(sheet, tmp_path):
    (tmp_path / "blad.pdf").symlink_to("/dev/full")
    check_it_was_not_saved(sheet, tmp_path / "blad.pdf")
    assert not (tmp_path / "blad.pdf").is_symlink()


def test_papers_in_unlike_numbers_are_one_job(window, sheet, two_pages, tmp_path):
    sent = []
    printer = printing.file_printer(tmp_path / "printed.pdf")
    papers = [(sheet, 3), (two_pages, 2)]
    printing.print_all(window, papers, on_done=sent.append, printer=printer)
    assert sent == [[3, 2]]
    printed = (tmp_path / "printed.pdf").read_bytes()
    assert len(pictures(printed)) == 3 + 2 * 2
    printing.print_all(window, [(sheet, 1)], printer=printing.file_printer(tmp_path / "one.pdf"))
    assert len(printed) < 3 * len((tmp_path / "one.pdf").read_bytes())


def test_the_dialog_says_how_many_there_are_together(window, sheet, one_printer, qtbot):
    for papers, title, copies in (
        ([(sheet, 20), (sheet, 5)], "Print 25 bladen samen", 1),
        ([(sheet, 1), (sheet, 5)], "Print 6 bladen samen", 1),
        ([(sheet, 4), (sheet, 4)], "Print", 4),
    ):
        printing.print_all(window, papers)
        dialog = dialog_of(window, QPrintDialog)
        assert (dialog.windowTitle(), dialog.printer().copyCount()) == (title, copies)
        with qtbot.capture_exceptions():
            dialog.reject()


def test_what_was_asked_for_more_in_the_dialog_is_told_afterwards(window, sheet, tmp_path):
    sent = []
    printer = printing.file_printer(tmp_path / "printed.pdf")
    printer.setCopyCount(2)
    printing._print([(sheet, 3), (sheet, 1)], printer, sent.append)
    assert sent == [[6, 2]]
    assert len(pictures((tmp_path / "printed.pdf").read_bytes())) == 8
