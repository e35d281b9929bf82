"""Information sheets: how long a sheet, a hundred and the first picture take, beside two peers."""

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench import html_sheet
from bench.measure import Result, Timing, beside, once, timing
from hgkm_desktop.handouts.paper import pdf
from hgkm_desktop.services.prints import Form
from hgkm_desktop.sheets import library, numbers
from hgkm_desktop.sheets.content import Content, compose

TENTH = 0.1
"""At least ten times faster than either peer."""
ONE, HUNDRED, PREVIEW = 60, 4000, 300
AT_ONCE = 10
TITLE = "## Information sheets"
HEAD = "| what | median, ms (quartiles) | slowest | may be | kept |\n|---|---|---|---|---|\n"
BESIDE = (
    "| the same page | ours, ms (quartiles) | peer, ms (quartiles) | ratio | may be | kept |\n"
    "|---|---|---|---|---|---|\n"
)


@dataclass(frozen=True)
class Own:
    """One line about ourselves: how long it takes, and how long it may take at most."""

    name: str
    spent: Timing
    slowest: float
    limit: int

    def row(self) -> str:
        """Return the line as Markdown."""
        kept = "yes" if self.spent.median <= self.limit else "**no**"
        return f"| {self.name} | {self.spent} | {self.slowest:.0f} | {self.limit} | {kept} |"


def section() -> str:
    """Measure everything about sheets; return the part of the report about it."""
    ours = "\n".join(line.row() for line in own())
    with tempfile.TemporaryDirectory(prefix="sheets-bench-") as folder:
        found = [*peers(Path(folder))]
    rows = "\n".join(line.row() for line in found if isinstance(line, Result))
    missing = "".join(f"\n{line}\n" for line in found if isinstance(line, str) and line)
    return f"{TITLE}\n\n{HEAD}{ours}\n\n{BESIDE}{rows}\n{missing}"


def own(rounds: int = 7) -> Iterator[Own]:
    """Yield our own times, each round in a process of its own: nothing is known from before."""
    told = [_told("bench.handout_once") for _ in range(rounds)]
    yield _own("one sheet after the first, each of 83 for the first time", _all(told, "each"), ONE)
    yield _own("a hundred sheets as one job", _all(told, "hundred"), HUNDRED)
    first = _all([_told("bench.preview_once") for _ in range(rounds)], "preview")
    yield _own("first preview, from asking to painted", first, PREVIEW)


def peers(folder: Path) -> Iterator[Result | str]:
    """Yield a line for each peer and language, in turns with ours; a sentence where one is not."""
    for language in ("nl", "ar"):
        page = folder / f"{language}.html"
        page.write_text(html_sheet.html(_content(language)), encoding="utf-8")
        yield _beside_weasyprint(page, language)
        yield _beside_libreoffice(folder, page, language)
    yield _at_its_best(folder)


def _beside_weasyprint(page: Path, language: str) -> Result | str:
    python = html_sheet.weasyprint_python()
    if python is None:
        return f"WeasyPrint is not on this machine ({language} not compared)."
    with html_sheet.Weasyprint(python) as peer:
        return beside(
            f"{language}, WeasyPrint {peer.version} (kept running)",
            lambda: _ours(language),
            lambda: peer.made(page),
            limit=TENTH,
            rounds=11,
        )


def _beside_libreoffice(folder: Path, page: Path, language: str) -> Result | str:
    program = shutil.which("soffice")
    if program is None:
        return f"LibreOffice is not on this machine ({language} not compared)."
    return beside(
        f"{language}, LibreOffice, headless",
        lambda: _ours(language),
        lambda: html_sheet.libreoffice(program, folder, [page]),
        limit=TENTH,
        rounds=7,
    )


def _at_its_best(folder: Path) -> str:
    """Return a sentence about LibreOffice when its start is shared by many pages."""
    program = shutil.which("soffice")
    if program is None:
        return ""
    pages = [folder / f"copy-{n}.html" for n in range(AT_ONCE)]
    for copy in pages:
        shutil.copy(folder / "nl.html", copy)
    times = [once(lambda: html_sheet.libreoffice(program, folder, pages)) for _ in range(3)]
    ours = timing([once(lambda: _ours("nl")) for _ in range(21)])
    each = sorted(times)[1] * 1000 / AT_ONCE
    return (
        f"For comparison, without a limit: {AT_ONCE} pages in one start cost LibreOffice"
        f" {each:.0f} ms a page, ours {ours} ms."
    )


def _ours(language: str) -> bytes:
    return pdf([(_content(language), Form.A4)])


def _content(language: str) -> Content:
    known = {number.key: number for number in numbers.shipped()}
    return compose(library.text("veilig_thuis", language), known)


def _told(module: str) -> dict[str, list[float]]:
    done = subprocess.run([sys.executable, "-m", module], capture_output=True, check=True)
    return json.loads(done.stdout)


def _all(told: list[dict[str, list[float]]], name: str) -> list[float]:
    return [spent for one in told for spent in one[name]]


def _own(name: str, spent: list[float], limit: int) -> Own:
    return Own(name, timing(spent), max(spent) * 1000, limit)
