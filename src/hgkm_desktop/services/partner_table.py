"""Partners as a table in a file (CSV): the columns by their names; no session."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from hgkm_desktop.errors import Invalid
from hgkm_desktop.services import tables
from hgkm_desktop.services.fields import NAME, one_line
from hgkm_desktop.services.search import fold
from hgkm_desktop.services.tables import LARGEST as LARGEST
from hgkm_desktop.services.tables import as_typed as as_typed
from hgkm_desktop.services.tables import decoded as decoded
from hgkm_desktop.services.tables import defused as defused
from hgkm_desktop.services.tables import lines_of
from hgkm_desktop.texts import tr

Cells = Mapping[str, str]


def written(header: Sequence[str], rows: Iterable[Cells]) -> bytes:
    """Return a table as spreadsheets here open it: semicolons, UTF-8 with its mark."""
    cells = ([row.get(name, "") for name in header] for row in rows)
    return tables.written(header, cells, tables.Format.CSV)


def lines(text: str, header: Sequence[str]) -> Iterator[tuple[int, Cells | None]]:
    """Yield the number of each line with its cells by column, None where it cannot be read.

    The first line names the columns, in any order; raise Invalid({"file": …}) without the first
    of `header`. A quote that is left open costs its own line and no other.
    """
    rows = lines_of(text)
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
    _, first = next(lines_of(text), (1, None))
    names = (one_line(name)[:NAME] for name in first or ())
    return [name for name in names if name and fold(name) not in header]
