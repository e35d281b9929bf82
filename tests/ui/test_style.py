import re

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontInfo, QIcon
from PySide6.QtWidgets import QWidget

from hgkm_desktop.ui import icons, qss, style, tokens
from hgkm_desktop.ui.widgets.labels import page_title
from hgkm_desktop.ui.widgets.strips import Banner

STATUS = ("ok", "am", "rd", "bl", "nt")
PEOPLE = ("c1", "c2", "c3", "c4", "c5", "c6")
READABLE = [
    ("ink", "page"),
    ("ink", "card"),
    ("ink", "sunk"),
    ("mut", "page"),
    ("mut", "card"),
    ("mut", "sunk"),
    ("onpri", "pri"),
    ("onpri", "prih"),
    ("onpri", "pria"),
    ("pri", "page"),
    ("pri", "card"),
    ("pri", "prit"),
    ("ink", "prit"),
    ("bindink", "bind"),
    ("bindmut", "bind"),
    ("bindink", "bind2"),
    ("page", "ink"),
    ("undo", "ink"),
    ("onribbon", "ribbon"),
    ("card", "rd"),
    ("faint", "card"),
    *((tone, f"{tone}t") for tone in STATUS + PEOPLE),
    *((tone, "card") for tone in STATUS + PEOPLE),
    *(("ink", f"{tone}t") for tone in STATUS),
    *(("onc", tone) for tone in PEOPLE),
]
VISIBLE = [
    ("edge", "card"),
    ("edge", "page"),
    ("focus", "page"),
    ("focus", "card"),
    ("ribbon", "bind"),
    *((f"{tone}s", "card") for tone in STATUS),
]
MEASURED = [
    ("ink", "page", 12.8, 13.6),
    ("mut", "page", 6.0, 8.5),
    ("onpri", "pri", 7.4, 8.3),
    ("pri", "page", 6.9, 8.4),
    ("bindink", "bind", 8.4, 13.3),
    ("edge", "page", 3.7, 5.2),
    ("focus", "page", 6.4, 9.4),
]
THEMES = {"light": tokens.LIGHT, "dark": tokens.DARK}


@pytest.fixture(autouse=True)
def look(qapp):
    style.apply(qapp)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    style.apply(qapp)


def brightness(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    dark, light = sorted((brightness(one), brightness(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", THEMES)
def test_text_stands_out_from_its_ground(theme):
    used = THEMES[theme]
    weak = [(a, b) for a, b in READABLE if contrast(used[a], used[b]) < 4.5]
    assert weak == []


@pytest.mark.parametrize("theme", THEMES)
def test_edges_bars_and_the_focus_ring_are_visible(theme):
    used = THEMES[theme]
    weak = [(a, b) for a, b in VISIBLE if contrast(used[a], used[b]) < 3]
    assert weak == []


@pytest.mark.parametrize(("a", "b", "light", "dark"), MEASURED)
def test_contrast_is_as_measured_in_the_design(a, b, light, dark):
    assert contrast(tokens.LIGHT[a], tokens.LIGHT[b]) == pytest.approx(light, abs=0.06)
    assert contrast(tokens.DARK[a], tokens.DARK[b]) == pytest.approx(dark, abs=0.2)


def test_both_themes_know_the_same_names():
    assert set(tokens.LIGHT) == set(tokens.DARK)
    system = tokens.high_contrast("#ffffff", "#000000", "#ffff00", "#000000", "#3ff23f")
    assert set(system) == set(tokens.LIGHT)


@pytest.mark.parametrize("scale", style.SCALES)
def test_the_style_sheet_has_no_name_left_and_grows_with_the_letters(scale):
    sheet = qss.build(tokens.LIGHT, scale)
    assert "@" not in sheet
    title = re.search(r'role="page-title"\] \{ font-size: (\d+)px', sheet)
    assert title is not None
    assert int(title[1]) == round(25 * scale / 100)


def test_an_unknown_colour_is_an_error():
    with pytest.raises(KeyError):
        style.color("purple")


def test_the_fonts_travel_with_the_program(qapp):
    assert QFontInfo(style.font(15)).family() == "Noto Sans"
    assert style.font(15).families() == style.FAMILIES
    assert QFontInfo(style.font(15, bold=True)).weight() == 600
    assert QFontInfo(style.font(90, light=True)).weight() == 300


def test_letters_grow_to_130_percent(qapp):
    style.apply(qapp, scale=130)
    assert style.px(40) == 52
    assert style.font(15).pixelSize() == 20


def test_the_dark_repaints_what_is_on_the_screen(qapp, qtbot):
    holder = QWidget()
    banner = Banner("Twee regels zijn verborgen.")
    banner.setParent(holder)
    banner.setGeometry(0, 0, 300, 60)
    qtbot.addWidget(holder)
    holder.show()
    assert banner.grab().toImage().pixelColor(20, 4) == style.color("blt")
    style.apply(qapp, dark=True)
    assert banner.grab().toImage().pixelColor(20, 4).name().upper() == tokens.DARK["blt"]
    assert holder.palette().window().color().name().upper() == tokens.DARK["page"]


def test_text_takes_the_ink_of_the_theme(qapp, qtbot):
    title = page_title("Inloop")
    qtbot.addWidget(title)
    style.apply(qapp, dark=True)
    title.show()
    assert title.fontInfo().pixelSize() == 25
    assert title.palette().windowText().color().name().upper() == tokens.DARK["ink"]


def test_high_contrast_uses_only_the_colours_of_the_system(qapp, monkeypatch):
    monkeypatch.setattr(style, "_wants_high_contrast", lambda app: True)
    style.apply(qapp)
    assert style.theme.high_contrast
    system = qapp.style().standardPalette()
    assert style.color("ink") == system.windowText().color()
    assert style.color("page") == style.color("card") == system.window().color()
    used = {hue.lower() for hue in re.findall(r"#\w{6}", qapp.styleSheet())}
    assert used <= {hue.lower() for hue in style.theme.tokens.values()}


def test_an_icon_is_sharp_on_a_dense_screen():
    made = icons.icon("gear", size=20)
    assert made.pixmap(QSize(20, 20), 2.0, QIcon.Mode.Normal).size() == QSize(40, 40)
    assert icons.pixmap("gear", size=20, ratio=2.0).deviceIndependentSize().width() == 20


def test_an_icon_follows_the_theme_by_itself(qapp):
    made = icons.icon("circle", "pri", 20, "fill")

    def middle():
        return made.pixmap(QSize(20, 20), 1.0).toImage().pixelColor(10, 10).name().upper()

    assert middle() == tokens.LIGHT["pri"]
    style.apply(qapp, dark=True)
    assert middle() == tokens.DARK["pri"]


def test_a_switched_off_icon_is_faint():
    made = icons.icon("circle", "ink", 20, "fill")
    off = made.pixmap(QSize(20, 20), 1.0, QIcon.Mode.Disabled).toImage().pixelColor(10, 10)
    assert off.name().upper() == tokens.LIGHT["faint"]


def test_arrows_turn_round_in_right_to_left_and_others_do_not(qapp):
    before = {name: icons.pixmap(name).toImage() for name in ("arrow-right", "door-open")}
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    after = {name: icons.pixmap(name).toImage() for name in before}
    assert after["arrow-right"] != before["arrow-right"]
    assert after["door-open"] == before["door-open"]


def test_a_missing_icon_is_told_at_once():
    with pytest.raises(FileNotFoundError):
        icons.icon("no-such-icon")


def test_the_program_has_an_icon_of_its_own():
    assert not icons.app_icon().isNull()
