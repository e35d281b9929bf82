"""The first sheet of a spreadsheet file, weighed before it is opened; no formula is evaluated.

A file of a few kilobytes can ask for more memory than a computer has: packed a thousand times
over, a cell in the last corner of a sheet, one long text in a million cells. So a file is
unpacked here, within bounds; what is in it is weighed; and the reader only gets what is light.
"""

import io
import re
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from hgkm_desktop.errors import Invalid
from hgkm_desktop.services.workbook_weight import Excel, OpenDocument, TooHeavy
from hgkm_desktop.texts import tr

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

UNPACKED = 200_000_000
_ABSURD = 250
_SMALL = 10_000_000
_ZIP = b"PK\x03\x04", b"PK\x05\x06"
# Microsoft's older container: an .xls, or any newer workbook behind a password.
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BEHIND_A_PASSWORD = "EncryptedPackage".encode("utf-16-le")
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument.spreadsheet"
_OPEN_DOCUMENT_PARTS = frozenset(("mimetype", "content.xml", "META-INF/manifest.xml"))
_EXCEL_PART = re.compile(r"(\[Content_Types\]|_rels/|xl/).*\.(xml|rels)", re.IGNORECASE)

Value = int | float | str | bool | time | date | datetime | timedelta
Parts = dict[str, bytes]


def is_one(data: bytes) -> bool:
    """Say whether a file begins like a spreadsheet file, readable or not."""
    return data.startswith((*_ZIP, _OLD))


def rows(data: bytes) -> list[tuple[int, list[str] | None]]:
    """Return the filled lines of the first visible sheet, numbered as the spreadsheet does.

    Raise Invalid({"file": …}) when it has a password, is old, damaged, or too large unpacked.
    """
    if data.startswith(_OLD):
        raise _password() if _BEHIND_A_PASSWORD in data else _old()
    with _damaged_otherwise():
        parts = _light(_unpacked(data))
        return [*_filled(parts)]


@contextmanager
def _damaged_otherwise() -> Generator[None]:
    """Turn whatever unpacking and reading may raise into one sentence.

    The reader is written in Rust: when it panics, that is no Exception, and no class to import.
    """
    try:
        yield
    except (TooHeavy, MemoryError):
        raise _too_large() from None
    except BaseException as error:
        if isinstance(error, Invalid | KeyboardInterrupt | SystemExit):
            raise
        raise _damaged() from None


def _unpacked(data: bytes) -> Parts:
    """Return the parts that hold cells; pictures and macros are never unpacked."""
    import zipfile

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        infos = archive.infolist()
        unpacked = sum(info.file_size for info in infos)
        if unpacked > UNPACKED or unpacked > max(_SMALL, _ABSURD * len(data)):
            raise TooHeavy
        if any(info.flag_bits & 1 for info in infos):
            raise _password()
        wanted = [info for info in infos if _is_wanted(info.filename)]
        if len({info.filename.casefold() for info in wanted}) < len(wanted):
            raise _damaged()
        return {info.filename: _part(archive, info) for info in wanted}


def _is_wanted(name: str) -> bool:
    return name in _OPEN_DOCUMENT_PARTS or _EXCEL_PART.fullmatch(name) is not None


def _part(archive: "ZipFile", info: "ZipInfo") -> bytes:
    """Return one part, never more of it than was declared, and with the right checksum."""
    if info.compress_type not in (0, 8):
        raise _damaged()
    with archive.open(info) as part:
        return part.read(info.file_size + 1)


def _light(parts: Parts) -> Parts:
    """Return the same parts when opening them takes no more than memory has."""
    if parts.get("mimetype", b"").strip() == _OPEN_DOCUMENT:
        if b"encryption-data" in parts.get("META-INF/manifest.xml", b""):
            raise _password()
        OpenDocument().weigh(parts.get("content.xml", b""))
    elif "xl/workbook.xml" in parts:
        Excel().weigh(parts)
    else:
        raise _no_table()
    return parts


def _packed(parts: Parts) -> bytes:
    """Pack anew: the reader then sees the very parts that were weighed, and nothing else."""
    import zipfile

    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return file.getvalue()


def _filled(parts: Parts) -> Iterator[tuple[int, list[str] | None]]:
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    with CalamineWorkbook.from_filelike(io.BytesIO(_packed(parts))) as book:
        names = (
            sheet.name
            for sheet in book.sheets_metadata
            if sheet.visible is SheetVisibleEnum.Visible and sheet.typ is SheetTypeEnum.WorkSheet
        )
        sheet = book.get_sheet_by_name(next(names))
        for number, values in enumerate(sheet.iter_rows(), start=1):
            cells = [_shown(value) for value in values]
            while cells and not cells[-1].strip():
                cells.pop()
            if cells:
                yield number, cells


def _shown(value: Value) -> str:
    """Return a value as a Dutch spreadsheet shows it; days as 2026-03-04."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, int | float):
        return f"{value:.15g}".replace(".", ",")
    if isinstance(value, timedelta):
        minutes = round(value.total_seconds() / 60)
        return f"{minutes // 60}:{minutes % 60:02}"
    if isinstance(value, datetime):
        return value.isoformat(" ", "minutes")
    return value.isoformat("minutes") if isinstance(value, time) else value.isoformat()


def _invalid(reason: str) -> Invalid:
    return Invalid({"file": reason})


def _too_large() -> Invalid:
    return _invalid(tr("This file is too large. Divide it into smaller ones."))


def _damaged() -> Invalid:
    return _invalid(tr("This file is damaged. Save it once more and try again."))


def _password() -> Invalid:
    return _invalid(tr("This file has a password. Save it without one first."))


def _old() -> Invalid:
    return _invalid(tr("This is an old kind of file. Save it as XLSX first."))


def _no_table() -> Invalid:
    return _invalid(tr("There is no table in this file. Choose XLSX, ODS or CSV."))
