"""To the printer, or to a file somebody chooses; never through a file of our own.

Paper is drawn from memory at 300 dots to an inch. A spooler keeps the name of a job for years,
so every job has the same neutral name.
"""

import os
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

from PySide6.QtCore import QPointF, QRectF, QSettings, QSize, QSizeF, Qt
from PySide6.QtGui import QPageSize, QPainter
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFileDialog, QGridLayout, QWidget

from hgkm_desktop.errors import UserError
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.widgets import labels
from hgkm_desktop.ui.widgets.pdf_preview import Pages

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

JOB_NAME = "Blad"
DOTS_PER_INCH = 300
POINTS_PER_INCH = 72
NEARLY = 0.99
KEPT_BY_QT = "FileDialog"

Done = Callable[[], object]


def print_pdf(
    parent: QWidget,
    pdf: bytes,
    *,
    copies: int = 1,
    on_done: Done | None = None,
    printer: "QPrinter | None" = None,
) -> None:
    """Ask which printer, print, and then call `on_done`; a printer that is given is not asked.

    Raises UserError when there is no printer, when printing was called off (from the dialog's
    slot), or when the printer stops answering.
    """
    if printer is not None:
        _print(pdf, printer, on_done)
        return
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo

    if not QPrinterInfo.availablePrinterNames():
        raise UserError(
            tr("There is no printer."), tr("Connect a printer, or save the sheet on a USB stick.")
        )
    chosen = _prepared(QPrinter(QPrinter.PrinterMode.HighResolution))
    chosen.setCopyCount(copies)
    dialog = QPrintDialog(chosen, parent)
    dialog.setWindowTitle(tr("Print"))
    _name_buttons(dialog)
    dialog.setOptions(QPrintDialog.PrintDialogOption.PrintShowPageSize)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.finished.connect(partial(_on_printer_chosen, pdf, chosen, on_done))
    QDialog.open(dialog)


def file_printer(path: Path) -> "QPrinter":
    """Return a printer that writes a PDF to this path (for the tour and the tests)."""
    from PySide6.QtPrintSupport import QPrinter

    printer = _prepared(QPrinter(QPrinter.PrinterMode.HighResolution))
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def save_pdf(
    parent: QWidget, pdf: bytes, suggested: str = "blad.pdf", *, on_done: Done | None = None
) -> None:
    """Ask for a place, with a warning, and write the PDF there; then call `on_done`.

    Raises UserError (from the dialog's slot) when it cannot be written; nothing is left then.
    """
    dialog = QFileDialog(parent, tr("Save the sheet"), "", f"{tr('Sheet')} (*.pdf)")
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("pdf")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    _name_parts(dialog)
    dialog.selectFile(suggested)
    dialog.fileSelected.connect(partial(_on_place_chosen, pdf, on_done))
    dialog.destroyed.connect(partial(_restore_places, _places()))
    QDialog.open(dialog)


def write(pdf: bytes, path: Path) -> None:
    """Write a PDF that only its owner may read; raises UserError, and then leaves nothing."""
    try:
        file = open(path, "wb", opener=_for_owner)  # noqa: SIM115 -- closed in _fill
    except OSError as problem:
        raise _not_saved() from problem
    try:
        _fill(file, pdf)
    except OSError as problem:
        with suppress(OSError):
            path.unlink()
        raise _not_saved() from problem


def _prepared(printer: "QPrinter") -> "QPrinter":
    printer.setDocName(JOB_NAME)
    printer.setFullPage(True)
    printer.setResolution(DOTS_PER_INCH)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    return printer


def _name_buttons(dialog: "QPrintDialog") -> None:
    """Give Qt's own dialog our words (the system's dialog has its own)."""
    for box in dialog.findChildren(QDialogButtonBox):
        box.button(QDialogButtonBox.StandardButton.Ok).setText(tr("Print"))
        box.button(QDialogButtonBox.StandardButton.Cancel).setText(tr("Back"))


def _on_printer_chosen(pdf: bytes, printer: "QPrinter", on_done: Done | None, result: int) -> None:
    if result != QDialog.DialogCode.Accepted:
        raise UserError(tr("Nothing was printed."), tr("Print again when you are ready."))
    if printer.outputFormat() != printer.OutputFormat.NativeFormat:
        raise _no_answer()
    _print(pdf, printer, on_done)


def _print(pdf: bytes, printer: "QPrinter", on_done: Done | None) -> None:
    with Pages(pdf) as pages, _spooling_in_memory():
        _paint(pages, printer)
    if on_done:
        on_done()


def _paint(pages: Pages, printer: "QPrinter") -> None:
    painter = QPainter()
    if not painter.begin(printer):
        raise _no_answer()
    try:
        for place in range(len(pages.sizes)):
            if place and not printer.newPage():
                raise _no_answer()
            image = pages.image(place, DOTS_PER_INCH / POINTS_PER_INCH)
            painter.drawImage(_place_on_paper(image.size(), printer), image)
    finally:
        painter.end()
    if printer.printerState() in (printer.PrinterState.Error, printer.PrinterState.Aborted):
        raise _no_answer()


def _place_on_paper(dots: QSize, printer: "QPrinter") -> QRectF:
    """Return where the picture goes: true to size, smaller only on paper that is too small."""
    resolution = printer.resolution()
    paper = printer.pageLayout().fullRectPixels(resolution)
    size = QSizeF(dots) * resolution / DOTS_PER_INCH
    room = min(paper.width() / size.width(), paper.height() / size.height())
    return QRectF(QPointF(0, 0), size if room > NEARLY else size * room)


@contextmanager
def _spooling_in_memory() -> Generator[None]:
    """Let the print system's passing file (it makes one, and unlinks it) lie in memory."""
    folder = next((place for place in _memory_folders() if os.path.isdir(place)), None)
    before = os.environ.get("TMPDIR")
    if folder:
        os.environ["TMPDIR"] = folder
    try:
        yield
    finally:
        os.environ.pop("TMPDIR", None)
        if before is not None:
            os.environ["TMPDIR"] = before


def _memory_folders() -> tuple[str, str]:
    return os.environ.get("XDG_RUNTIME_DIR", ""), "/dev/shm"


def _no_answer() -> UserError:
    return UserError(
        tr("The printer does not answer."), tr("Is it on, with paper in it? Then print again.")
    )


def _name_parts(dialog: QFileDialog) -> None:
    """Say what is what in the dialog, and that a file has no lock."""
    words = {
        QFileDialog.DialogLabel.Accept: tr("Save"),
        QFileDialog.DialogLabel.Reject: tr("Back"),
        QFileDialog.DialogLabel.FileName: tr("File name"),
        QFileDialog.DialogLabel.FileType: tr("Kind"),
        QFileDialog.DialogLabel.LookIn: tr("Where"),
    }
    for part, text in words.items():
        dialog.setLabelText(part, text)
    warning = labels.bold(tr("A file has no lock. Whoever finds it can read it."), wrap=True)
    grid = cast(QGridLayout, dialog.layout())
    grid.addWidget(warning, grid.rowCount(), 0, 1, -1)


def _on_place_chosen(pdf: bytes, on_done: Done | None, path: str) -> None:
    write(pdf, Path(path))
    if on_done:
        on_done()


def _for_owner(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _fill(file: BinaryIO, pdf: bytes) -> None:
    with file:
        file.write(pdf)
        file.flush()
        os.fsync(file.fileno())


def _not_saved() -> UserError:
    return UserError(
        tr("The sheet was not saved."), tr("Choose another place, such as a USB stick.")
    )


def _places() -> dict[str, object]:
    """Return what Qt's file dialogs keep of places (in one file, shared by all programs)."""
    kept = QSettings(QSettings.Scope.UserScope, "QtProject")
    return {key: kept.value(key) for key in kept.allKeys() if key.startswith(KEPT_BY_QT)}


def _restore_places(before: dict[str, object], _dialog: object = None) -> None:
    """Take away what our dialog left behind, and nothing that was there before."""
    kept = QSettings(QSettings.Scope.UserScope, "QtProject")
    kept.remove(KEPT_BY_QT)
    for key, value in before.items():
        kept.setValue(key, value)
