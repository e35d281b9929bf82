"""Every script of the sheets, shaped; Qt's own layout of the same font files is the judge."""

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QTextLayout

from hgkm_desktop.errors import UserError
from hgkm_desktop.handouts import bidi, fonts
from hgkm_desktop.handouts.shaping import Piece, Text

LATIN, ARABIC, ETHIOPIC = "NotoSans", "NotoSansArabic", "NotoSansEthiopic"
SAID = {
    "nl": ("Zoë belt één keer: ’s avonds of in het café.", {LATIN}),
    "en": ("You decide. We’ll help you — always.", {LATIN}),
    "tr": ("Şiddet gördüğünüzde bize söyleyin: İstanbul, ığüşöç", {LATIN}),
    "so": ("Waxaad wici kartaa habeen iyo maalin", {LATIN}),
    "pap": ("Bo no ta bo so; papia ku nos. Ñapa, ò, ù, è", {LATIN}),
    "es": ("¿Tienes miedo? ¡Llama! Mañana también", {LATIN}),
    "pl": ("Zażółć gęślą jaźń", {LATIN}),
    "zgh": ("Tamaziɣt: ḍ ḥ ṛ ṣ ṭ ẓ ɛ ɣ č ǧ", {LATIN}),
    "uk": ("Подзвоніть, будь ласка: ґанок, їжак, є", {LATIN}),
    "ar": ("أنتِ لستِ وحدكِ، اتصلي بنا", {ARABIC}),
    "fa": ("شما می‌توانید زنگ بزنید، گپ بزنید", {ARABIC}),
    "ur": ("آپ اکیلی نہیں ہیں، ٹھیک ہے", {ARABIC}),
    "ti": ("በይንኺ ኣይኮንክን። ደውሊ፣ ትግርኛ", {ETHIOPIC}),
    "am": ("ብቻሽን አይደለሽም። ደውይ፤", {ETHIOPIC}),
}
RIGHT_TO_LEFT = ("ar", "fa", "ur")
WORDS = [
    ("ar", "السلام"),
    ("ar", "لا"),
    ("ar", "الاتصال"),
    ("ar", "مُحَمَّد"),
    ("ar", "ليلاً"),
    ("ar", "هيئة"),
    ("fa", "می‌خواهم"),
    ("fa", "پژوهش"),
    ("fa", "گفت‌وگو"),
    ("ur", "ٹھیک"),
    ("ur", "پاکستان"),
    ("ur", "لڑکیاں"),
]


def line(text, language="nl", *, bold=False):
    pieces = [Piece(text, bold)] if isinstance(text, str) else text
    rtl = language in RIGHT_TO_LEFT
    (found,) = Text(pieces, rtl=rtl, language=language).lines(float("inf"))
    return found


def glyphs(found):
    return [glyph for run in found.runs for glyph in run.glyphs]


def numbers(found):
    return [glyph.number for glyph in glyphs(found)]


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("language", SAID)
def test_every_language_has_all_its_letters(language, bold):
    text, families = SAID[language]
    found = line(text, language, bold=bold)
    weight = "SemiBold" if bold else "Regular"
    assert {run.font for run in found.runs} == {f"{family}-{weight}" for family in families}
    assert 0 not in numbers(found)
    assert found.says == text
    assert sorted("".join(glyph.text for glyph in glyphs(found))) == sorted(text)


@pytest.mark.parametrize(("language", "word"), WORDS)
@pytest.mark.parametrize("bold", [False, True])
def test_letters_join_as_qt_joins_them(qapp, language, word, bold):
    found = line(word, language, bold=bold)
    name = f"{ARABIC}-{'SemiBold' if bold else 'Regular'}"
    assert {run.font for run in found.runs} == {name}
    shown = set(numbers(found)) - blanks(name)
    assert shown == laid_out_by_qt(word, name) - blanks(name)
    alone = {n for letter in word for n in numbers(line(letter, language, bold=bold))}
    assert not shown <= alone


def blanks(name):
    return {fonts.font(name).glyph(sign) for sign in " \u200c\u200b"}


def laid_out_by_qt(word, name):
    """Return the glyphs of a word in Qt's own text layout, from the same file."""
    file = str(fonts.files("hgkm_desktop") / "resources" / "built" / "fonts" / f"{name}.ttf")
    known = QFontDatabase.addApplicationFont(file)
    style = QFont(QFontDatabase.applicationFontFamilies(known)[0])
    style.setWeight(QFont.Weight.DemiBold if "SemiBold" in name else QFont.Weight.Normal)
    style.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
    layout = QTextLayout(word, style)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    runs = layout.glyphRuns()
    found = {number for run in runs for number in run.glyphIndexes()}
    QFontDatabase.removeApplicationFont(known)
    return found


def test_letters_that_belong_together_stand_closer():
    assert line("AV").width < line("A").width + line("V").width - 20
    assert line("To", bold=True).width < line("T", bold=True).width + line("o", bold=True).width
    first, _ = glyphs(line("AV"))
    assert first.advance < fonts.font("NotoSans-Regular").advance(first.number)


def test_bold_is_a_weight_of_its_own():
    thin, thick = line("Bel 0800-2000"), line("Bel 0800-2000", bold=True)
    assert thin.width < thick.width
    assert {run.font for run in thick.runs} == {"NotoSans-SemiBold"}
    assert fonts.font("NotoSans-Regular").advance(36) != fonts.font("NotoSans-SemiBold").advance(36)


def test_marks_stand_above_and_below_their_letters():
    raised = [glyph.dy for glyph in glyphs(line("مُحَمَّد", "ar")) if not glyph.advance]
    assert len(raised) == 4
    assert min(raised) < 0 < max(raised)
    aside = [glyph.dx for glyph in glyphs(line("ẹ\u0301")) if not glyph.advance]
    assert all(aside)


def test_in_mixed_text_each_stretch_has_its_own_font():
    found = line("ናብ Veilig Thuis ደውሊ: 28 መዓልቲ", "ti")
    used = [run.font for run in found.runs]
    assert set(used) == {"NotoSansEthiopic-Regular", "NotoSans-Regular"}
    assert 0 not in numbers(found)
    mixed = line("اتصلي بـ Veilig Thuis الآن", "ar")
    assert [run.font for run in mixed.runs if run.level == 2] == ["NotoSans-Regular"]


def test_a_joiner_stays_with_its_letters():
    assert len({run.font for run in line("می\u200cخواهم", "fa").runs}) == 1
    alone, joined = numbers(line("ه", "fa")), numbers(line("ه\u200d", "fa"))
    assert alone[0] not in joined


def test_a_number_is_drawn_from_left_to_right_between_arabic_letters():
    pieces = [Piece("اتصلي "), Piece("088 234 24 50", bold=True, fixed=True), Piece(" ليلاً")]
    found = line(pieces, "ar")
    (number,) = [run for run in found.runs if run.font == "NotoSans-SemiBold"]
    assert "".join(glyph.text for glyph in number.glyphs) == "088\u00a0234\u00a024\u00a050"
    assert found.says == "اتصلي 088 234 24 50 ليلاً"


@pytest.mark.parametrize("sign", sorted(bidi.DIRECTIONS - {bidi.LRM}))
def test_nobody_else_can_turn_the_text_round(sign):
    pieces = [Piece(f"Bel {sign}"), Piece(f"0800{sign}-2000", fixed=True), Piece(f"{sign} nu")]
    found = line(pieces)
    assert found.says == "Bel 0800-2000 nu"
    assert "".join(glyph.text for glyph in glyphs(found)) == "Bel 0800-2000 nu"


@pytest.mark.parametrize(
    ("text", "named"), [("漢", "漢 (U+6F22)"), ("\u0007", " (U+0007)"), ("😀", "😀 (U+1F600)")]
)
@pytest.mark.parametrize("bold", [False, True])
def test_a_sign_without_a_glyph_stops_the_print_by_name(text, named, bold):
    with pytest.raises(UserError) as refused:
        line(f"Bel {text} ons", bold=bold)
    assert refused.value.title == f"Een teken in deze tekst kan niet op papier: {named}"
    assert refused.value.hint == "Haal het uit de tekst. Print daarna opnieuw."
    assert "\u0007" not in refused.value.title


def broken(pieces, width, language="nl"):
    pieces = [Piece(pieces)] if isinstance(pieces, str) else pieces
    rtl = language in RIGHT_TO_LEFT
    return Text(pieces, rtl=rtl, language=language).lines(width)


def test_lines_are_broken_between_words_and_never_too_wide():
    text = "Je bent niet alleen en het is niet jouw schuld " * 5
    lines = broken(text.strip(), 9000)
    assert len(lines) > 5
    assert " ".join(part.says for part in lines) == text.strip()
    assert all(part.width <= 9000 + 260 for part in lines)
    assert not any(part.says.startswith(" ") for part in lines)


def test_the_first_words_are_on_the_first_line_also_from_right_to_left():
    text = "أنتِ لستِ وحدكِ ويمكنك أن تتحدثي معنا في أي وقت تريدين ذلك"
    first, *_ = lines = broken(text, 9000, "ar")
    assert len(lines) > 2
    assert text.startswith(first.says.rstrip())
    assert " ".join(" ".join(part.says for part in lines).split()) == text


@pytest.mark.parametrize("width", [1200, 3000])
def test_a_word_wider_than_the_paper_is_cut_and_nothing_is_lost(width):
    word = "Arbeidsongeschiktheidsverzekering"
    lines = broken(f"De {word} hier", width)
    assert "".join(part.says for part in lines).replace(" ", "") == f"De{word}hier"
    assert all(part.width <= width + 260 for part in lines)


def test_a_letter_wider_than_the_paper_still_gets_a_line():
    assert [part.says for part in broken("WWW", 10)] == ["W", "W", "W"]


def test_a_number_with_spaces_stays_on_one_line():
    pieces = [Piece("Bel dan ons nummer "), Piece("088 234 24 50", fixed=True), Piece(" hier")]
    for width in range(7500, 16000, 500):
        whole = [part.says for part in broken(pieces, width) if "088 234 24 50" in part.says]
        assert len(whole) == 1


@pytest.mark.parametrize("nothing", ["", " ", "   "])
def test_nothing_has_no_lines(nothing):
    assert broken(nothing, 9000) == []


def test_spaces_before_the_first_word_do_not_make_a_line():
    assert [part.says.strip() for part in broken("  Bel ons", 9000)] == ["Bel ons"]
