import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QRawFont

ROOT = Path(__file__).parent.parent.parent
BUILT = ROOT / "src" / "hgkm_desktop" / "resources" / "built"
FAMILIES = {
    "Noto Sans": ((300, "Light"), (400, "Regular"), (600, "SemiBold")),
    "Noto Sans Arabic": ((400, "Regular"), (600, "SemiBold")),
    "Noto Sans Ethiopic": ((400, "Regular"), (600, "SemiBold")),
}
SAMPLES = {"Noto Sans": "Aéığɛ€–", "Noto Sans Arabic": "مرحبا", "Noto Sans Ethiopic": "ሰላም"}


def icon_names():
    lines = (ROOT / "tools" / "icons.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def cases():
    return [(family, *style) for family, styles in FAMILIES.items() for style in styles]


@pytest.fixture
def another_tree(tmp_path):
    shutil.copytree(ROOT / "tools", tmp_path / "tools")
    return tmp_path


def build_in(tree):
    return subprocess.run(
        [sys.executable, tree / "tools" / "assets.py"], capture_output=True, text=True, check=False
    )


def test_every_listed_icon_is_built_in_three_weights():
    wanted = {f"{n}-{w}.svg" for n in icon_names() for w in ("regular", "fill", "bold")}
    assert {path.name for path in (BUILT / "icons").glob("*.svg")} == wanted


def test_the_list_of_icons_is_sorted_and_names_each_once():
    assert icon_names() == sorted(set(icon_names()))


def test_every_icon_takes_the_colour_it_is_given():
    for path in (BUILT / "icons").glob("*.svg"):
        assert "currentColor" in path.read_text(encoding="utf-8"), path.name


@pytest.mark.parametrize(("family", "weight", "style"), cases())
def test_qt_finds_each_font_by_family_and_weight(qapp, family, weight, style):
    file = BUILT / "fonts" / f"{family.replace(' ', '')}-{style}.ttf"
    number = QFontDatabase.addApplicationFont(str(file))
    assert family in QFontDatabase.applicationFontFamilies(number)
    font = QFont(family)
    font.setWeight(QFont.Weight(weight))
    found = QRawFont.fromFont(font)
    assert (found.familyName(), found.styleName(), found.weight()) == (family, style, weight)
    assert all(found.supportsCharacter(ord(character)) for character in SAMPLES[family])


@pytest.mark.parametrize("family", FAMILIES)
def test_the_licence_lies_beside_each_font(family):
    licence = BUILT / "fonts" / f"{family.replace(' ', '')}-OFL.txt"
    assert "SIL OPEN FONT LICENSE" in licence.read_text(encoding="utf-8").upper()


def test_an_unknown_icon_stops_the_build_and_is_named(another_tree):
    names = another_tree / "tools" / "icons.txt"
    names.write_text("house\nno-such-icon\n", encoding="utf-8")
    run = build_in(another_tree)
    assert run.returncode == 1
    assert "no-such-icon" in run.stderr
    assert "Traceback" not in run.stderr
    assert not (another_tree / "src").exists()


def test_a_missing_package_is_named_in_one_sentence(another_tree):
    fonts = another_tree / "tools" / "fonts.py"
    text = fonts.read_text(encoding="utf-8").replace("fontpkg-noto-sans-arabic", "no-such-font")
    fonts.write_text(text, encoding="utf-8")
    (another_tree / "tools" / "icons.txt").write_text("house\n", encoding="utf-8")
    run = build_in(another_tree)
    assert run.returncode == 1
    assert run.stderr == "The package no-such-font is missing: run `make assets`.\n"


def test_built_assets_are_left_alone_when_nothing_changed():
    run = build_in(ROOT)
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")


def test_the_program_has_an_icon_in_every_size():
    sizes = sorted(int(path.stem.split("-")[1]) for path in (BUILT / "app").glob("app-*.png"))
    assert sizes == [16, 24, 32, 48, 64, 128, 256, 512]
    assert all(os.path.getsize(path) > 200 for path in (BUILT / "app").glob("*.png"))
