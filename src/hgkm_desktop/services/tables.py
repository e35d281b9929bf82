"""Tables in files: read from CSV, XLSX and ODS, and written so that no cell runs anything."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from hgkm_desktop.errors import Invalid
from hgkm_desktop.services import workbook
from hgkm_desktop.services.fields import NAME, clean, one_line
from hgkm_desktop.texts import tr

LARGEST = 20_000_000
MOST_ROWS = 20_000
MOST_COLUMNS = 500
SEPARATORS = ";", ",", "\t"
# A quote left open is looked for no further than this, or a hostile file takes hours.
_LONGEST_ROW = 200
_LONGEST_SHEET = 1_048_576
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_DEFUSED = re.compile(r"'+[=+\-@\t\r]")
_CREATED = datetime(2000, 1, 1)

Lines = Iterable[tuple[int, list[str] | None]]


class Format(StrEnum):
    """The kinds of file a table can be written as."""

    CSV = "csv"
    XLSX = "xlsx"


@dataclass(frozen=True, repr=False)
class Row:
    """One line of a table: as many cells as there are columns."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, repr=False)
class BadLine:
    """A line that was left out, and why."""

    line: int
    reason: str


@dataclass(frozen=True, repr=False)
class Table:
    """What stands in a file: the columns by name, the rows, and the lines left out."""

    columns: tuple[str, ...]
    rows: Sequence[Row]
    bad: tuple[BadLine, ...]


def written(header: Sequence[str], rows: Iterable[Sequence[str | int]], format: Format) -> bytes:
    """Return a table as a file: the same cells always make the same bytes, without an author."""
    return _as_csv(header, rows) if format is Format.CSV else _as_xlsx(header, rows)


def read(data: bytes) -> Table:
    """Return the table in a file, whose kind is told by what is in it.

    The first line that is not empty names the columns. A line that cannot be read costs itself
    and no other. Raise Invalid({"file": …}) when it is no table, or too large to be one.
    """
    if workbook.is_one(data):
        _refuse_too_large(data)
        return _table(workbook.rows(data))
    if b"\0" in data:
        raise _no_text()
    return _table(lines_of(decoded(data)))


def defused(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula: with an apostrophe in front."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def as_typed(cell: str) -> str:
    """Return a cell as it was before `defused`."""
    return cell[1:] if _DEFUSED.match(cell) else cell


def decoded(data: bytes) -> str:
    """Return the text of a file; raise Invalid({"file": …}) when it is too large or no text."""
    _refuse_too_large(data)
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise _no_text()


def lines_of(text: str) -> Iterator[tuple[int, list[str] | None]]:
    """Yield the cells of each line of a CSV, None where a quote is left open."""
    kept = list(io.StringIO(text, newline=""))
    first = next((line for line in kept if line.strip()), "")
    separator = max(SEPARATORS, key=first.count)
    at = 0
    while at < len(kept):
        row, used = None, 1
        rest = map(kept.__getitem__, range(at, min(at + _LONGEST_ROW, len(kept))))
        reader = csv.reader(rest, delimiter=separator, strict=True)
        try:
            row = next(reader)
            used = reader.line_num
        except csv.Error:
            pass
        yield at + 1, row
        at += used


def _as_csv(header: Sequence[str], rows: Iterable[Sequence[str | int]]) -> bytes:
    """Write as spreadsheets here open it: semicolons, UTF-8 with its mark."""
    file = io.StringIO(newline="")
    table = csv.writer(file, delimiter=SEPARATORS[0], lineterminator="\r\n")
    for row in (header, *rows):
        table.writerow([cell if isinstance(cell, int) else defused(cell) for cell in row])
    return file.getvalue().encode("utf-8-sig")


def _as_xlsx(header: Sequence[str], rows: Iterable[Sequence[str | int]]) -> bytes:
    """Write texts as nothing but text; whoever saves it as CSV later gets no formula either."""
    import xlsxwriter  # pyright: ignore[reportMissingTypeStubs]

    file = io.BytesIO()
    made: Any = xlsxwriter.Workbook(file, {"in_memory": True})
    with made as book:
        book.set_properties({"created": _CREATED})
        bold = book.add_format({"bold": True})
        sheet = book.add_worksheet("Blad1")
        sheet.freeze_panes(1, 0)
        for number, row in enumerate((header, *rows)):
            style = None if number else bold
            for column, cell in enumerate(row):
                if isinstance(cell, int):
                    sheet.write_number(number, column, cell, style)
                else:
                    sheet.write_string(number, column, defused(cell), style)
    return file.getvalue()


def _table(lines: Lines) -> Table:
    lines = iter(lines)
    columns = _columns(lines)
    rows: list[Row] = []
    bad: list[BadLine] = []
    for number, raw in lines:
        cells = None if raw is None else _cells(raw)
        if cells is None:
            bad.append(BadLine(number, tr("This line cannot be read. Look at the quotes.")))
        elif len(cells) > len(columns):
            bad.append(BadLine(number, tr("This line has more cells than there are columns.")))
        elif cells:
            empty = ("",) * (len(columns) - len(cells))
            rows.append(Row(number, (*cells, *empty)))
        if len(rows) + len(bad) > MOST_ROWS or number > _LONGEST_SHEET:
            message = tr("This file has more than {count} lines. Divide it into smaller ones.")
            raise _invalid(message.format(count=MOST_ROWS))
    return Table(columns, rows, tuple(bad))


def _columns(lines: Lines) -> tuple[str, ...]:
    for _, cells in lines:
        if cells is None:
            raise _invalid(tr("The first line cannot be read. Look at the quotes."))
        if len(cells) > MOST_COLUMNS:
            message = tr("This file has more than {count} columns. Keep only what you need.")
            raise _invalid(message.format(count=MOST_COLUMNS))
        if _cells(cells):
            return tuple(_name(cell, number) for number, cell in enumerate(cells, start=1))
    raise _invalid(tr("There is nothing in this file. Choose another one."))


def _name(cell: str, number: int) -> str:
    """Return the name of a column; a bare number says nothing, so it is no name."""
    name = one_line(as_typed(cell))[:NAME].strip()
    usable = any(char.isalpha() for char in name)
    return name if usable else tr("Column {number}").format(number=number)


def _cells(raw: Sequence[str]) -> list[str]:
    """Return the cells as somebody sees them, without the empty ones at the end."""
    cells = [_seen(cell) for cell in raw]
    while cells and not cells[-1]:
        cells.pop()
    return cells


def _seen(cell: str) -> str:
    plain = cell.isascii() and cell.isprintable()
    return as_typed(cell.strip() if plain else clean(cell))


def _refuse_too_large(data: bytes) -> None:
    if len(data) > LARGEST:
        raise _invalid(tr("This file is too large. Divide it into smaller ones."))


def _no_text() -> Invalid:
    return _invalid(tr("This file is not text. Save it as CSV first."))


def _invalid(reason: str) -> Invalid:
    return Invalid({"file": reason})
