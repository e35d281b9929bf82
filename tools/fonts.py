"""Cuts the static fonts the design names out of the variable ones on the package index.

A variable font prints its bold as regular (ReportLab and its shaper use the default instance
without a word), so each weight becomes a font of its own.
"""

import os
import shutil
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from packages import source_file

STYLES = {300: "Light", 400: "Regular", 600: "SemiBold"}
# Latin, phonetic, Greek, Cyrillic, their marks, punctuation, currency and arrows: the scripts
# that names and texts arrive in. Cutting out the rest of Noto Sans halves the time and size.
LATIN_AND_NEIGHBOURS = (
    *range(0x0530),
    *range(0x1C80, 0x1C90),
    *range(0x1D00, 0x2400),
    *range(0x25A0, 0x2600),
    *range(0x2C60, 0x2C80),
    *range(0x2DE0, 0x2E80),
    *range(0xA640, 0xA800),
    *range(0xFB00, 0xFB07),
    *range(0xFE00, 0xFE30),
)


@dataclass(frozen=True, kw_only=True)
class Family:
    """A font family: where its variable font lies, and the weights the design uses."""

    name: str
    package: str
    module: str
    font: str
    licence: str
    weights: tuple[int, ...]
    subset: tuple[int, ...] = ()

    @property
    def stem(self) -> str:
        """Return the beginning of its file names."""
        return self.name.replace(" ", "")

    def files(self) -> list[str]:
        """Return the file names it ends up as."""
        fonts = [f"{self.stem}-{STYLES[weight]}.ttf" for weight in self.weights]
        return [*fonts, f"{self.stem}-OFL.txt"]


FAMILIES = (
    Family(
        name="Noto Sans",
        package="fontpkg-noto-sans",
        module="fontpkg_noto_sans",
        font="files/NotoSans[wdth,wght].ttf",
        licence="LICENSE",
        weights=(400, 600, 300),
        subset=LATIN_AND_NEIGHBOURS,
    ),
    Family(
        name="Noto Sans Arabic",
        package="fontpkg-noto-sans-arabic",
        module="fontpkg_noto_sans_arabic",
        font="files/NotoSansArabic[wdth,wght].ttf",
        licence="LICENSE",
        weights=(400, 600),
    ),
    Family(
        name="Noto Sans Ethiopic",
        package="justmytype-intl-africa",
        module="justmytype_intl_africa",
        font="fonts/ofl/notosansethiopic/NotoSansEthiopic[wdth,wght].ttf",
        licence="fonts/ofl/notosansethiopic/OFL.txt",
        weights=(400, 600),
    ),
)


def build_fonts(folder: Path) -> None:
    """Cut every font out, as many at once as there are cores: this is what takes longest."""
    for family in FAMILIES:
        licence = source_file(family.package, family.module, family.licence)
        shutil.copyfile(licence, folder / f"{family.stem}-OFL.txt")
    with ProcessPoolExecutor(max_workers=os.cpu_count()) as pool:
        jobs = [
            pool.submit(build_font, family, weight, folder)
            for family in FAMILIES
            for weight in family.weights
        ]
        for job in jobs:
            job.result()


def build_font(family: Family, weight: int, folder: Path) -> None:
    """Write one static font: the characters asked for, normal width, one weight."""
    from fontTools.ttLib import TTFont
    from fontTools.varLib.instancer import instantiateVariableFont

    source = source_file(family.package, family.module, family.font)
    font = TTFont(source, recalcTimestamp=False)
    if family.subset:
        keep_only(font, family.subset)
    font = instantiateVariableFont(font, {"wdth": 100, "wght": weight}, inplace=True)
    set_names(font, family.name, weight)
    font.save(folder / f"{family.stem}-{STYLES[weight]}.ttf")


def keep_only(font: object, characters: tuple[int, ...]) -> None:
    """Drop the glyphs of all other characters."""
    from fontTools.subset import Options, Subsetter

    options = Options(
        layout_features=["*"], name_IDs=["*"], notdef_outline=True, glyph_names=True, hinting=True
    )
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)


def set_names(font: object, family: str, weight: int) -> None:
    """Name a static font so that Qt finds it under its family and weight on every system."""
    style, table = STYLES[weight], font["name"]
    plain = style == "Regular"
    names = {
        1: family if plain else f"{family} {style}",
        2: "Regular",
        3: f"{family} {style}, static",
        4: f"{family} {style}",
        6: f"{family.replace(' ', '')}-{style}",
        16: None if plain else family,
        17: None if plain else style,
        25: None,
    }
    for number, text in names.items():
        table.removeNames(nameID=number)
        if text:
            table.setName(text, number, 3, 1, 0x409)
    font["OS/2"].usWeightClass = weight
