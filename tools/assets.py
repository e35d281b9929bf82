"""Builds `resources/built/` (fonts, icons, the program's own icon) from installed packages.

Nothing here is committed; `make assets` remakes it. Each part has a stamp that says what it was
made from, so that an unchanged run takes a tenth of a second and a new icon does not remake the
fonts.
"""

import hashlib
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from fonts import FAMILIES, build_fonts
from packages import CannotBuild, installed_version, licence_file, source_file
from pictograms import FILE as PICTOGRAMS
from pictograms import build_pictograms

ROOT = Path(__file__).resolve().parent.parent
BUILT = ROOT / "src" / "hgkm_desktop" / "resources" / "built"
IN_THE_MAKING = ROOT / "build" / "assets"
ICON_NAMES = ROOT / "tools" / "icons.txt"
ICON_WEIGHTS = ("regular", "fill", "bold")
SHEETS = ROOT / "src" / "hgkm_desktop" / "resources" / "handouts" / "sheets"
APP_ICON_SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
SPRUCE, OCHRE = "#1B4643", "#EDBE62"
STAMP = "stamp.txt"
HERE = Path(__file__)


@dataclass(frozen=True, kw_only=True)
class Part:
    """One folder of assets: how it is made, what it holds, and what it is made from."""

    folder: str
    build: Callable[[Path], None]
    files: Callable[[], list[str]]
    packages: tuple[str, ...]
    sources: tuple[Path, ...]

    def stamp(self) -> str:
        """Return everything the result depends on: package versions, lists, scripts."""
        lines = [f"{package} {installed_version(package)}" for package in self.packages]
        for source in self.sources:
            lines.append(f"{source.name} {hashlib.sha256(source.read_bytes()).hexdigest()}")
        return "\n".join(lines) + "\n"

    def is_fresh(self) -> bool:
        """Say whether everything is there and was made from what is installed now."""
        folder = BUILT / self.folder
        stamp = folder / STAMP
        if not stamp.is_file() or stamp.read_text(encoding="utf-8") != self.stamp():
            return False
        return all((folder / name).is_file() for name in self.files())

    def remake(self) -> None:
        """Make the part anew in a folder aside, then put it in place in one step."""
        aside, folder = IN_THE_MAKING / self.folder, BUILT / self.folder
        shutil.rmtree(aside, ignore_errors=True)
        aside.mkdir(parents=True)
        self.build(aside)
        (aside / STAMP).write_text(self.stamp(), encoding="utf-8")
        shutil.rmtree(folder, ignore_errors=True)
        folder.parent.mkdir(parents=True, exist_ok=True)
        aside.rename(folder)


def main() -> int:
    """Build what is missing or out of date; return the exit code."""
    try:
        for part in PARTS:
            if not part.is_fresh():
                part.remake()
                sys.stdout.write(f"Built {len(part.files())} files of {part.folder}.\n")
    except CannotBuild as problem:
        sys.stderr.write(f"{problem}\n")
        return 1
    return 0


def icon_names() -> list[str]:
    """Read the list of icons; comments and empty lines do not count."""
    lines = (line.strip() for line in ICON_NAMES.read_text(encoding="utf-8").splitlines())
    return sorted({line for line in lines if line and not line.startswith("#")})


def icon_files() -> list[str]:
    """Return the file names the icons end up as."""
    names = [f"{name}-{weight}.svg" for name in icon_names() for weight in ICON_WEIGHTS]
    return [*names, "LICENSE.txt"]


def icon_source(name: str, weight: str) -> Path:
    """Return the SVG file of an icon in the installed package."""
    file = name if weight == "regular" else f"{name}-{weight}"
    return source_file("py-phosphor-icons", "py_phosphor_icons", f"svgs/flat/{weight}/{file}.svg")


def is_known(name: str) -> bool:
    """Say whether Phosphor has an icon of this name."""
    installed_version("py-phosphor-icons")
    try:
        return icon_source(name, "regular").is_file()
    except CannotBuild:
        return False


def build_icons(folder: Path) -> None:
    """Copy the listed icons in three weights; a name Phosphor lacks stops everything."""
    if unknown := [name for name in icon_names() if not is_known(name)]:
        raise CannotBuild(f"tools/icons.txt names icons Phosphor has not: {', '.join(unknown)}.")
    shutil.copyfile(licence_file("py-phosphor-icons"), folder / "LICENSE.txt")
    for name in icon_names():
        for weight in ICON_WEIGHTS:
            shutil.copyfile(icon_source(name, weight), folder / f"{name}-{weight}.svg")


def font_files() -> list[str]:
    """Return the file names the fonts end up as."""
    return [file for family in FAMILIES for file in family.files()]


def app_icon_files() -> list[str]:
    """Return the file names the program's icon ends up as."""
    return ["app.svg", *(f"app-{size}.png" for size in APP_ICON_SIZES)]


def build_app_icon(folder: Path) -> None:
    """Draw the program's icon: the logbook in ochre on spruce, in every size a desktop asks."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    (folder / "app.svg").write_text(app_svg(), encoding="utf-8")
    renderer = QSvgRenderer(app_svg().encode())
    for size in APP_ICON_SIZES:
        image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        renderer.render(painter)
        painter.end()
        image.save(str(folder / f"app-{size}.png"))


def app_svg() -> str:
    """Return the program's icon as SVG: the book on a rounded square."""
    book = icon_source("book-bookmark", "fill").read_text(encoding="utf-8")
    path = book[book.index("<path") : book.rindex("</svg>")]
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 256 256">'
        f'<rect width="256" height="256" rx="56" fill="{SPRUCE}"/>'
        f'<g transform="translate(48 48) scale(.625)" fill="{OCHRE}">{path}</g></svg>\n'
    )


def pictogram_files() -> list[str]:
    """Return the one file that holds what paper draws."""
    return [PICTOGRAMS]


def build_paper_pictograms(folder: Path) -> None:
    """Write the outlines of what the sheets and the card draw."""
    build_pictograms(folder, SHEETS, icon_source)


PARTS = (
    Part(
        folder="icons",
        build=build_icons,
        files=icon_files,
        packages=("py-phosphor-icons",),
        sources=(ICON_NAMES,),
    ),
    Part(
        folder="app",
        build=build_app_icon,
        files=app_icon_files,
        packages=("py-phosphor-icons", "PySide6-Essentials"),
        sources=(HERE,),
    ),
    Part(
        folder="pictograms",
        build=build_paper_pictograms,
        files=pictogram_files,
        packages=("py-phosphor-icons", "fonttools"),
        sources=(HERE.with_name("pictograms.py"), *sorted(SHEETS.glob("*/sheet.json"))),
    ),
    Part(
        folder="fonts",
        build=build_fonts,
        files=font_files,
        packages=("fonttools", *(family.package for family in FAMILIES)),
        sources=(HERE.with_name("fonts.py"),),
    ),
)


if __name__ == "__main__":
    sys.exit(main())
