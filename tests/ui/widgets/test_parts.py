from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from hgkm_desktop import texts
from hgkm_desktop.ui import style
from hgkm_desktop.ui.gallery import Gallery
from hgkm_desktop.ui.widgets import fade, labels, scene, watching
from hgkm_desktop.ui.widgets.avatar import Avatar
from hgkm_desktop.ui.widgets.badges import Badge, SignalBadge, Tag
from hgkm_desktop.ui.widgets.buttons import icon_button, make_button
from hgkm_desktop.ui.widgets.card import Card, Heading
from hgkm_desktop.ui.widgets.chips import ChipRow
from hgkm_desktop.ui.widgets.clock_face import ClockFace
from hgkm_desktop.ui.widgets.empty import Empty
from hgkm_desktop.ui.widgets.error_page import ErrorPage
from hgkm_desktop.ui.widgets.holder_ring import STATES, HolderLine
from hgkm_desktop.ui.widgets.icon_label import IconLabel
from hgkm_desktop.ui.widgets.key_cap import KeyCap
from hgkm_desktop.ui.widgets.member_tile import MemberTiles
from hgkm_desktop.ui.widgets.painting import text_width
from hgkm_desktop.ui.widgets.skeleton import Skeleton
from hgkm_desktop.ui.widgets.skyline import Skyline
from hgkm_desktop.ui.widgets.steps import NumberMark, StepList
from hgkm_desktop.ui.widgets.strips import Banner, Callout, Fact, SafeStrip, StatusLine
from hgkm_desktop.ui.widgets.timeline import BlockBar, TimelineItem

NOON = datetime(2026, 11, 19, 15, 42, 30)


def test_a_button_answers_enter_and_space(shown, qtbot):
    button = shown(make_button("Bewaar", "primary", key_hint="F12"))
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        with qtbot.waitSignal(button.clicked):
            qtbot.keyClick(button, key)
    assert (button.accessibleName(), button.accessibleDescription()) == ("Bewaar", "F12")
    button.setText("Verder")
    assert button.accessibleName() == "Verder"


def test_an_icon_button_is_named(shown):
    button = shown(icon_button("eye-slash", "Namen verbergen"))
    assert button.accessibleName() == button.toolTip() == "Namen verbergen"
    assert button.sizeHint().width() == button.sizeHint().height() == 40


@pytest.mark.parametrize("scale", style.SCALES)
def test_words_on_buttons_and_badges_are_never_cut(qapp, shown, scale):
    style.apply(qapp, scale=scale)
    wide = style.font(15, bold=True)
    button = make_button("Open de kopie van gisteren", icon="plus")
    assert button.minimumSizeHint().width() >= text_width(wide, button.text()) + style.px(50)
    badge = Badge("9 maanden niet geweest", "am", "clock")
    letters = style.font(13, bold=True)
    assert badge.sizeHint().width() >= text_width(letters, "9 maanden niet geweest") + style.px(35)


def test_text_is_never_markup(qtbot):
    for make in (labels.body, labels.muted, labels.page_title, labels.small):
        made = make("<b>x</b>")
        qtbot.addWidget(made)
        assert made.textFormat() == Qt.TextFormat.PlainText
    rich = labels.RichLine("<i>x</i>", "a < b")
    qtbot.addWidget(rich)
    assert "&lt;i&gt;" in rich.text()
    assert rich.accessibleName() == "<i>x</i> a < b"


def test_dutch_words_stand_at_the_leading_side_of_an_arabic_page(qtbot, qapp):
    made = labels.body("Naima")
    qtbot.addWidget(made)
    assert made.alignment() & Qt.AlignmentFlag.AlignLeft
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert made.alignment() & Qt.AlignmentFlag.AlignRight


def test_people_sign_in_by_tile_with_arrows(shown, qtbot):
    people = [("a", "Marleen", 6), ("b", "Hatice", 1), ("c", "Naima", 2), ("d", "Yvonne", 4)]
    tiles = shown(MemberTiles(people, name="Wie ben je?"))
    tiles.tiles[0].setFocus()
    with qtbot.waitSignal(tiles.chosen) as told:
        qtbot.keyClick(tiles.tiles[0], Qt.Key.Key_Down)
    assert told.args == ["c"]
    qtbot.keyClick(tiles.tiles[2], Qt.Key.Key_Right)
    assert tiles.current() == "d"
    tiles.select("a")
    assert tiles.current() == "a"


def test_the_clock_shows_the_minute_and_the_day(shown):
    clock = shown(ClockFace(lambda: NOON))
    assert clock.accessibleName() == "15:42, donderdag 19 november"
    assert clock._timer.interval() == 30_000
    high = clock.sizeHint().height()
    clock.set_large(False)
    assert clock.sizeHint().height() < high
    picture = clock.grab().toImage()
    assert "#f4efe4" in {picture.pixelColor(x, 46).name() for x in range(picture.width())}
    clock._timer.timeout.emit()
    assert clock._timer.isActive()


def test_the_clock_speaks_the_language_of_the_page(shown):
    texts.use("ar")
    clock = shown(ClockFace(lambda: NOON))
    assert "19" in clock.accessibleName()
    assert "الخميس" in clock.accessibleName()


def test_the_first_start_tells_which_step_it_is(shown, qtbot):
    steps = shown(StepList([("Organisatie", "Naam"), ("Wachtzin", "Jouw sleutel")]))
    steps.set_current(1)
    assert not steps.grab().isNull()
    assert steps.accessibleName() == "Stap 2 van 2: Wachtzin"
    mark = NumberMark(3)
    mark.set_kind("done")
    assert (mark.accessibleName(), mark.accessibleDescription()) == ("3", "Klaar")
    qtbot.addWidget(mark)
    pictures = []
    for kind in ("ring", "tint", "done"):
        mark.set_kind(kind)
        pictures.append(mark.grab().toImage())
    assert pictures[0] != pictures[1] != pictures[2]


def test_the_street_is_the_same_every_time():
    assert list(scene.buildings(800, 300)) == list(scene.buildings(800, 300))
    assert list(scene.trees(800)) == list(scene.trees(800))


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("mood", ["day", "lock", "rail", "faint"])
def test_the_street_is_painted_in_every_mood(qapp, shown, mood, dark):
    style.apply(qapp, dark=dark)
    street = shown(Skyline(mood), 600, 700)
    picture = street.grab().toImage()
    spots = [(x, y) for x in range(0, 600, 5) for y in range(500, 690, 10)]
    assert len({picture.pixelColor(x, y).name() for x, y in spots}) > 5


def test_the_error_page_says_what_to_do_and_asks(shown, qtbot):
    page = ErrorPage(
        "Het logboek gaat niet open",
        "Dit ligt niet aan jou.",
        "De laatste kopie is goed.",
        "Gemaakt gisteren om 17.30.",
        [("Wacht één minuut", "Soms is een ander programma nog bezig.")],
        "DB-07",
        "Open de kopie van gisteren",
    )
    shown(page, 1000, 700)
    for button, told in (
        (page.retry_button, page.retry),
        (page.other_button, page.other_chosen),
        (page.close_button, page.close_asked),
    ):
        with qtbot.waitSignal(told):
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    shown_words = [each.text() for each in page.findChildren(QLabel)]
    assert "Voor de beheerder: foutcode DB-07" in shown_words


def test_an_empty_page_has_a_way_on(shown, qtbot):
    empty = shown(Empty("Nog niemand", "Eerst het gesprek.", "Bekijk gisteren", "Hoe werkt dit?"))
    with qtbot.waitSignal(empty.clicked):
        empty.button.click()
    with qtbot.waitSignal(empty.quiet_clicked):
        empty.quiet.click()
    empty.say("Niets gevonden", "Zoek op iets anders.")
    assert "Niets gevonden" in [each.text() for each in empty.findChildren(QLabel)]


def test_painted_parts_are_heard(shown, qtbot):
    parts = {
        Tag("Thuis"): "Thuis",
        Badge("geldig", "ok", "check-circle"): "geldig",
        SignalBadge("acute", "acuut"): "acuut",
        Avatar("Asha", 3): "Asha",
        KeyCap("F12"): "F12",
        Skeleton(): "Even geduld.",
        BlockBar(10, 7, name="Klok"): "Klok 7 van 10",
        SafeStrip("may", "Bellen mag nu.", "Tot 11.00."): "Bellen mag nu. Tot 11.00.",
        Banner("Twee regels.", bold="Let op."): "Let op. Twee regels.",
        Callout("Is dit zij?", "Bezoek.", "users", make_button("Ja", small=True)): "Is dit zij?",
        TimelineItem("9.05", "note", "Notitie", "Hatice", "Tekst"): "9.05: Notitie Hatice Tekst",
        **{HolderLine(state, state): state for state in STATES},
    }
    for part, name in parts.items():
        qtbot.addWidget(part)
        part.resize(part.sizeHint())
        assert not part.grab().isNull()
        assert part.accessibleName() == name


def test_states_change_in_place(qtbot):
    badge, banner, avatar = Badge("gevraagd"), Banner("Even."), Avatar("Asha", 3)
    icon = IconLabel("check", "ok")
    for part in (badge, banner, avatar, icon):
        qtbot.addWidget(part)
    badge.say("geldig", "ok", "check-circle")
    banner.say("De kopie is mislukt.", "rd")
    avatar.show_person("Selam", 5)
    icon.show_icon("x", "rd")
    assert badge.accessibleName() == "geldig"
    assert banner.accessibleName() == "De kopie is mislukt."
    assert avatar.accessibleName() == "Selam"


def test_cards_hold_rows_with_lines_and_keep_their_corners(shown):
    card = Card(clip=True)
    card.add_row(StatusLine("check-circle", "Kopie van gisteren", "oks", "Gelukt."))
    card.add_row(Fact("key", "Vergeten?", "Dan helpt alleen het herstelblad."))
    shown(card)
    lines = [each for each in card.findChildren(QWidget) if each.property("role") == "hairline"]
    assert len(lines) == 1
    picture = card.grab().toImage()
    assert picture.pixelColor(0, 0) == style.color("page")
    assert picture.pixelColor(300, 0) == style.color("line")
    assert Heading("users", "Team", "6 mensen", make_button("Nieuw")).minimumHeight() == 36


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("scale", [100, 130])
@pytest.mark.parametrize("rtl", [False, True])
def test_the_gallery_shows_everything(qapp, shown, dark, scale, rtl):
    if rtl:
        qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    style.apply(qapp, dark=dark, scale=scale)
    gallery = shown(Gallery(), round(1440 * scale / 100), round(1420 * scale / 100))
    assert gallery.grab().toImage().pixelColor(2, 2) == style.color("page")
    focusable = [
        each
        for each in gallery.findChildren(QWidget)
        if each.isVisible() and each.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    unnamed = [each for each in focusable if not each.accessibleName() and each.isEnabled()]
    assert [type(each).__name__ for each in unnamed if not each.property("inner")] == []


def test_a_picture_button_is_painted_in_every_kind(shown):
    for kind in ("plain", "bare", "primary"):
        button = shown(icon_button("x", "Sluit", small=True, kind=kind), 60, 60)
        picture = button.grab().toImage()
        assert len({picture.pixelColor(x, 30).name() for x in range(60)}) > 1
    button.setEnabled(False)
    assert not button.grab().isNull()


def test_numbers_and_times_stay_left_to_right(right_to_left, qtbot):
    made = labels.number("14.20")
    qtbot.addWidget(made)
    assert made.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert labels.hairline().property("role") == "hairline"


def test_words_in_two_weights_can_change(qtbot):
    rich = labels.RichLine("Bellen mag nu.", "Tot 11.00.", "ok")
    qtbot.addWidget(rich)
    rich.say("Niet bellen.", "", "rd")
    assert style.color("rd").name() in rich.text()


def test_what_appears_fades_in_and_is_sharp_afterwards(shown, qtbot, monkeypatch):
    monkeypatch.setattr(fade, "motion", lambda milliseconds: 10)
    holder = shown(QWidget())
    fade.fade_in(holder)
    assert holder.graphicsEffect() is not None
    qtbot.waitUntil(lambda: holder.graphicsEffect() is None)


def test_without_motion_it_is_simply_there(shown):
    holder = shown(QWidget())
    fade.fade_in(holder)
    assert style.motion(120) == 0
    assert holder.graphicsEffect() is None


def test_at_the_end_of_the_program_nobody_watches_any_more(shown, qtbot):
    row = shown(ChipRow([(1, "Geld"), (2, "Wonen")]))
    watching.let_go()
    row.chips[0].setFocus()
    qtbot.keyClick(row.chips[0], Qt.Key.Key_Right)
    assert row.chips[0].hasFocus()


def test_an_icon_meets_the_first_line_in_arabic_too(qtbot):
    icon = IconLabel("info", "bl", 19, circle=21)
    qtbot.addWidget(icon)
    icon.stand_beside("Twee regels zijn verborgen.")
    latin = icon.height()
    icon.stand_beside("سطران مخفيان.")
    assert icon.height() > latin
    assert icon.height() == labels.body("سطران مخفيان.").sizeHint().height()
