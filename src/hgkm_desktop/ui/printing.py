"""To the printer, or to a file somebody chooses; never through a file of our own.

Paper is drawn from memory at 300 dots to an inch. A spooler keeps the name of a job for years,
so every job has the same neutral name.
"""

import os
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFileDialog, QGridLayout, QWidget

from hgkm_desktop.errors import UserError
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.folders import leave_no_trace
from hgkm_desktop.ui.widgets import labels
from hgkm_desktop.ui.widgets.pdf_preview import Pages

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

JOB_NAME = "Blad"
DOTS_PER_INCH = 300
POINTS_PER_INCH = 72
NEARLY = 0.99

Done = Callable[[], object]
Sent = Callable[[Sequence[int]], object]
Papers = Sequence[tuple[bytes, int]]
"""PDFs, and how many are wanted of each."""


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
    sent = partial(_tell, on_done) if on_done else None
    print_all(parent, [(pdf, copies)], on_done=sent, printer=printer)


def print_all(
    parent: QWidget,
    papers: Papers,
    *,
    on_done: Sent | None = None,
    printer: "QPrinter | None" = None,
) -> None:
    """Print several papers as one job, asked for once; raises as `print_pdf` does.

    `on_done` is told how many went out of each: in the dialog somebody may ask for more.
    """
    if printer is not None:
        printer.setCopyCount(_alike(papers))
        _print(papers, printer, on_done)
        return
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo

    if not QPrinterInfo.availablePrinterNames():
        raise UserError(
            tr("There is no printer."), tr("Connect a printer, or save the sheet on a USB stick.")
        )
    chosen = _prepared(QPrinter(QPrinter.PrinterMode.HighResolution))
    chosen.setCopyCount(_alike(papers))
    dialog = QPrintDialog(chosen, parent)
    dialog.setWindowTitle(_title(papers))
    _name_buttons(dialog)
    dialog.setOptions(QPrintDialog.PrintDialogOption.PrintShowPageSize)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.finished.connect(partial(_on_printer_chosen, papers, chosen, on_done))
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
    save_file(parent, pdf, suggested, tr("Sheet"), on_done=on_done)


def save_file(
    parent: QWidget, content: bytes, suggested: str, kind: str, *, on_done: Done | None = None
) -> None:
    """Ask for a place for any file of ours, as `save_pdf` does; its ending says what it is."""
    ending = Path(suggested).suffix
    dialog = QFileDialog(parent, tr("Save the sheet"), "", f"{kind} (*{ending})")
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(ending.lstrip("."))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    _name_parts(dialog)
    dialog.selectFile(suggested)
    dialog.fileSelected.connect(partial(_on_place_chosen, content, on_done))
    leave_no_trace(dialog)
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


def _title(papers: Papers) -> str:
    if len({count for _, count in papers}) == 1:
        return tr("Print")
    return tr("Print {count} sheets together").format(count=sum(count for _, count in papers))


def _alike(papers: Papers) -> int:
    """Return how often the printer repeats the job: papers in unlike numbers are repeated by us."""
    counts = {count for _, count in papers}
    return counts.pop() if len(counts) == 1 else 1


def _tell(on_done: Done, _sent: Sequence[int]) -> None:
    on_done()


def _on_printer_chosen(
    papers: Papers, printer: "QPrinter", on_done: Sent | None, result: int
) -> None:
    if result != QDialog.DialogCode.Accepted:
        raise UserError(tr("Nothing was printed."), tr("Print again when you are ready."))
    if printer.outputFormat() != printer.OutputFormat.NativeFormat:
        raise _no_answer()
    _print(papers, printer, on_done)


def _print(papers: Papers, printer: "QPrinter", on_done: Sent | None) -> None:
    alike = _alike(papers)
    each = [(pdf, count // alike) for pdf, count in papers]
    times = printer.copyCount()
    by_hand = 1 if printer.supportsMultipleCopies() else times
    with _spooling_in_memory():
        _paint(_images(each * by_hand), printer)
    if on_done:
        on_done([count * times for _, count in each])


def _images(papers: Papers) -> Iterator[QImage]:
    """Draw every page once; the same picture again costs the printer's file nothing."""
    scale = DOTS_PER_INCH / POINTS_PER_INCH
    for pdf, count in papers:
        with Pages(pdf) as pages:
            places = range(len(pages.sizes))
            if count == 1:
                yield from (pages.image(place, scale) for place in places)
                continue
            drawn = [pages.image(place, scale) for place in places]
        for _ in range(count):
            yield from drawn


def _paint(images: Iterator[QImage], printer: "QPrinter") -> None:
    painter = QPainter()
    if not painter.begin(printer):
        raise _no_answer()
    try:
        for place, image in enumerate(images):
            if place and not printer.newPage():
                raise _no_answer()
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
