"""Spreadsheet files as other programs make them: XLSX with its writer, ODS and bombs by hand."""

import io
import zipfile

import xlsxwriter

KIND = "application/vnd.oasis.opendocument.spreadsheet"
NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
    for short, long in [("office", "office"), ("table", "table"), ("text", "text")]
)
SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'


def zipped(parts, compression=zipfile.ZIP_DEFLATED):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", compression) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return file.getvalue()


def unzipped(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def xlsx(fill):
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        fill(book)
    return file.getvalue()


def listed(*rows):
    """Return an XLSX of these rows, each value written as what it is."""

    def fill(book):
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)

    return xlsx(fill)


def with_sheet(data, shared=None):
    """Return an XLSX whose one sheet holds these rows of XML, by hand."""
    parts = unzipped(listed(["x"]))
    parts["xl/worksheets/sheet1.xml"] = f"{SHEET}<sheetData>{data}</sheetData></worksheet>"
    if shared is not None:
        parts["xl/sharedStrings.xml"] = f"<sst>\n<si><t>{shared}</t></si></sst>"
    return zipped(parts)


def ods(rows, manifest="", before=""):
    body = f'<table:table table:name="Blad1">{rows}</table:table>'
    content = f"<office:document-content {NAMES}><office:body><office:spreadsheet>{body}"
    end = "</office:spreadsheet></office:body></office:document-content>"
    names = 'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"'
    return zipped(
        {
            "mimetype": KIND,
            "content.xml": before + content + end,
            "META-INF/manifest.xml": f"<manifest:manifest {names}>{manifest}</manifest:manifest>",
        }
    )


def row(*cells, times=1):
    return (
        f'<table:table-row table:number-rows-repeated="{times}">{"".join(cells)}</table:table-row>'
    )


def cell(text, times=1):
    return (
        f'<table:table-cell office:value-type="string" table:number-columns-repeated="{times}">'
        f"<text:p>{text}</text:p></table:table-cell>"
    )


def valued(kind, **attributes):
    said = "".join(f' office:{name}-value="{value}"' for name, value in attributes.items())
    return f'<table:table-cell office:value-type="{kind}"{said.replace("office:-", "office:")}/>'


def empty(times):
    return f'<table:table-cell table:number-columns-repeated="{times}"/>'
