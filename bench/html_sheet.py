"""The page of a sheet as HTML, and the two programs that can print that: never part of ours."""

import html as markup
import os
import subprocess
import sys
from importlib.resources import files
from pathlib import Path
from types import TracebackType

from hgkm_desktop.sheets.content import Content, Said

SERVE = """
import sys
import weasyprint
from weasyprint.text.fonts import FontConfiguration
fonts = FontConfiguration()
print(weasyprint.__version__, flush=True)
for line in sys.stdin:
    made = weasyprint.HTML(line.strip()).write_pdf(font_config=fonts)
    print(len(made), flush=True)
"""
STYLE = """
@font-face {{ font-family: Sheet; src: url({regular}); font-weight: 400 }}
@font-face {{ font-family: Sheet; src: url({bold}); font-weight: 600 }}
@font-face {{ font-family: Arab; src: url({arabic}); font-weight: 400 }}
@font-face {{ font-family: Arab; src: url({arabic_bold}); font-weight: 600 }}
@page {{ size: A4; margin: 17mm }}
body {{ font: 10.5pt/1.35 Sheet, Arab }}
h1 {{ font-size: 24pt; font-weight: 600 }} h2 {{ font-size: 12.4pt; font-weight: 600 }}
b {{ font-weight: 600; unicode-bidi: isolate; direction: ltr }}
td {{ background: #eeebe5; padding: 8pt; width: 50% }}
"""


def html(content: Content) -> str:
    """Return the same words, numbers and boxes as a page for a browser."""
    folder = Path(str(files("hgkm_desktop"))) / "resources" / "built" / "fonts"
    names = {"regular": "NotoSans-Regular", "bold": "NotoSans-SemiBold"}
    names |= {"arabic": "NotoSansArabic-Regular", "arabic_bold": "NotoSansArabic-SemiBold"}
    look = STYLE.format(**{key: (folder / f"{n}.ttf").as_uri() for key, n in names.items()})
    side = "rtl" if content.rtl else "ltr"
    return (
        f'<html lang="{content.language}" dir="{side}"><head><meta charset="utf-8">'
        f"<style>{look}</style></head><body><h1>{markup.escape(content.title)}</h1>"
        f"<p>{markup.escape(content.lead)}</p>{_sections(content)}{_boxes(content)}</body></html>"
    )


def _sections(content: Content) -> str:
    return "".join(
        f"<h2>{markup.escape(part.heading)}</h2>"
        + "".join(f"<p>{_line(line)}</p>" for line in part.lines)
        for part in content.parts
    )


def _boxes(content: Content) -> str:
    cells = [f"<td>{b.label}<br>{_line(b.call)}<br>{b.note}</td>" for b in content.boxes]
    rows = ["".join(cells[place : place + 2]) for place in range(0, len(cells), 2)]
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"


def _line(line: Said) -> str:
    bits = ((markup.escape(bit.text), bit.is_number) for bit in line)
    return "".join(f"<b>{text}</b>" if is_number else text for text, is_number in bits)


def weasyprint_python() -> str | None:
    """Return a Python that has WeasyPrint: BENCH_WEASYPRINT, or the one that runs this."""
    for python in (os.environ.get("BENCH_WEASYPRINT"), sys.executable):
        if (
            python
            and subprocess.run(
                [python, "-c", "import weasyprint"], check=False, capture_output=True
            ).returncode
            == 0
        ):
            return python
    return None


class Weasyprint:
    """WeasyPrint in a process that stays, so that its start is not counted."""

    def __init__(self, python: str) -> None:
        command = [python, "-c", SERVE]
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        self.version = self._answer()

    def __enter__(self) -> "Weasyprint":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.terminate()
        self._process.wait(10)

    def made(self, page: Path) -> int:
        """Return how many bytes its PDF of a page has."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{page}\n")
        self._process.stdin.flush()
        return int(self._answer())

    def _answer(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()


def libreoffice(program: str, folder: Path, pages: list[Path]) -> None:
    """Have LibreOffice make a PDF of each page, in one start."""
    command = [program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", "pdf:writer_web_pdf_Export", "--outdir", str(folder)]
    subprocess.run([*command, *map(str, pages)], check=True, capture_output=True, timeout=120)
    assert all(page.with_suffix(".pdf").is_file() for page in pages)
