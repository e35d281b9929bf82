"""Partners as a table in a file (CSV): decoding, lines, and cells that run nothing; no session."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from hgkm_desktop.errors import Invalid
from hgkm_desktop.services.fields import NAME, one_line
from hgkm_desktop.services.search import fold
from hgkm_desktop.texts import tr

LARGEST = 20_000_000
SEPARATORS = ";", ",", "\t"
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_DEFUSED = re.compile(r"'+[=+\-@\t\r]")

Cells = Mapping[str, str]


def written(header: Sequence[str], rows: Iterable[Cells]) -> bytes:
    """Return a table as spreadsheets here open it: semicolons, UTF-8 with its mark."""
    file = io.StringIO(newline="")
    table = csv.writer(file, delimiter=SEPARATORS[0], lineterminator="\r\n")
    table.writerow(header)
    for row in rows:
        table.writerow([defused(row.get(name, "")) for name in header])
    return file.getvalue().encode("utf-8-sig")


def defused(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula: with an apostrophe in front."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def as_typed(cell: str) -> str:
    """Return a cell as it was before `defused`."""
    return cell[1:] if _DEFUSED.match(cell) else cell


def decoded(data: bytes) -> str:
    """Return the text of a file; raise Invalid({"file": …}) when it is too large or no text."""
    if len(data) > LARGEST:
        raise Invalid({"file": tr("This file is too large. Divide it into smaller ones.")})
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Invalid({"file": tr("This file is not text. Save it as CSV first.")})


def lines(text: str, header: Sequence[str]) -> Iterator[tuple[int, Cells | None]]:
    """Yield the number of each line with its cells by column, None where it cannot be read.

    The first line names the columns, in any order; raise Invalid({"file": …}) without the first
    of `header`. A quote that is left open costs its own line and no other.
    """
    rows = _rows(text)
    number, first = next(rows, (1, None))
    columns = [fold(name).strip() for name in first or ()]
    if header[0] not in columns:
        raise Invalid({"file": tr("The first line must name the columns, with “naam”.")})
    for number, row in rows:
        if row is None or len(row) > len(columns):
            yield number, None
        elif any(cell.strip() for cell in row):
            yield number, dict(zip(columns, map(as_typed, row), strict=False))


def unknown_columns(text: str, header: Sequence[str]) -> list[str]:
    """Return the names on the first line that are no column of ours."""
    _, first = next(_rows(text), (1, None))
    names = (one_line(name)[:NAME] for name in first or ())
    return [name for name in names if name and fold(name) not in header]


def _rows(text: str) -> Iterator[tuple[int, list[str] | None]]:
    kept = list(io.StringIO(text, newline=""))
    separator = max(SEPARATORS, key=(kept[0] if kept else "").count)
    at = 0
    while at < len(kept):
        rest = (kept[number] for number in range(at, len(kept)))
        reader = csv.reader(rest, delimiter=separator, strict=True)
        begin = at
        try:
            for row in reader:
                yield begin + 1, row
                begin = at + reader.line_num
            return
        except csv.Error:
            yield begin + 1, None
            at = begin + 1
