import sqlite3

import pytest
from hostile import HOSTILE
from hypothesis import given
from hypothesis import strategies as st

from hgkm_desktop.services import search
from hgkm_desktop.services.search import fold, key, like_escape, matches, skeletons, terms

SAME_NAME = [
    "Mohammed Muhammad Mohamed MOHAMMAD Mohamet محمد مُحَمَّد",
    "Fatima Fatma Fátima Fatimah Phatima فاطمة فاطمه",
    "Ayşe Ayse AYŞE Aicha Aïcha Aisha Aischa Caasha عائشة",
    "Youssef Yusuf Yousef Youssouf Jusuf يوسف",
    "Khadija Khadidja Hadija Khadiijah خديجة",
    "Ahmed Ahmet Achmed Axmed أحمد",
    "Nour Noor Nur نور",
    "Zeynep Zaynab Zayneb زينب",
    "Yasmine Yasmin Jasmijn ياسمين",
    "Djamila Jamila Cemile جميلة",
    "Souad Suad سعاد",
    "Marwa Maroua مروة",
    "Nadia Nadya Nadiya نادية",
    "Soukaina Sukayna Soekaina سكينة",
    "Leila Layla Leyla ليلى",
    "Meryem Mariam Maryam مريم",
    "Rachid Rashid Reşit رشيد",
    "Omar Umar عمر",
    "Ali Aly Cali علي",
    "Said Saïd Sait سعيد",
    "Hayat Hayaat حياة",
    "Ibrahim İbrahim ibrahim إبراهيم",
    "Abdullah Abdellah Abdoellah عبدالله",
    "Chaimae Shaimae Şeyma شيماء",
    "Salah Sallah صلاح",
    "Işıl Isil ISIL",
    "Selam Sälam ሰላም",
    "Yohannes Johannes ዮሃንስ",
    "Natalia Natalya Наталія",
    "Yulia Yuliya Юлія",
    "Sofia Sophia",
    "Karima Carima Qarima",
    "Strauß Strauss",
    "M'hamed Mhamed M’hamed",
]

OTHER_NAME = [
    ("Mehmet", "Mohammed"),
    ("Mahmoud", "Muhammad"),
    ("Hatice", "Khadija"),
    ("Samir", "Samira"),
    ("Amin", "Amina"),
    ("Karim", "Karima"),
    ("Omar", "Amir"),
    ("Hassan", "Hussein"),
    ("Nadia", "Nada"),
    ("Maria", "Marwa"),
    ("Maria", "Mira"),
    ("Noor", "Nora"),
    ("Jan", "Jana"),
    ("Fatima", "Fatiha"),
    ("Aicha", "Assia"),
    ("Leyla", "Lola"),
    ("Selam", "Salma"),
    ("Salim", "Selma"),
    ("Dina", "Tina"),
    ("Zahra", "Sara"),
    ("Sara", "Soraya"),
    ("Yusuf", "Yasmin"),
    ("Ali", "Alia"),
    ("Hana", "Hanan"),
    ("Linde", "Londen"),
    ("brief", "braaf"),
    ("kind", "kant"),
    ("huis", "haas"),
    ("geld", "goud"),
    ("werk", "wrak"),
    ("trap", "terp"),
    ("فاطمة", "Fatiha"),
    ("محمد", "Hamid"),
]

MOBILE = (
    "06-12 34 56 78; 0612345678; 06 12345678; 06.12.34.56.78; 06\u00a012\u00a034\u00a056\u00a078; "
    "+31 6 12345678; +31612345678; +31 (0)6 12 34 56 78; 31612345678; "
    "0031612345678; 0031 6 1234 5678; ٠٦١٢٣٤٥٦٧٨; ۰۶-۱۲۳۴۵۶۷۸; +٣١ ٦ ١٢٣٤٥٦٧٨"
)
LANDLINE = "(020) 555 01 23; 020-5550123; 0205550123; +31 20 555 0123; 020 - 555 01 23"
ABROAD = "+32 470 00 00 00; 0032470000000; +32470000000"
PHONES = [MOBILE.split("; "), LANDLINE.split("; "), ABROAD.split("; ")]


def _pairs(names: str) -> list[tuple[str, str]]:
    return [(one, other) for one in names.split() for other in names.split()]


@pytest.mark.parametrize("names", SAME_NAME)
def test_spellings_of_one_name_find_each_other(names: str) -> None:
    missed = [pair for pair in _pairs(names) if not matches(key(f"Met {pair[0]}."), pair[1])]
    assert missed == []


@pytest.mark.parametrize(("written", "asked"), OTHER_NAME)
def test_another_name_is_not_found(written: str, asked: str) -> None:
    assert not matches(key(f"Het gaat over {written}, morgen."), asked)


@pytest.mark.parametrize("numbers", PHONES)
def test_a_phone_number_is_found_in_any_notation(numbers: list[str]) -> None:
    for written in numbers:
        stored = key(f"belt terug op {written} na tienen")
        assert [asked for asked in numbers if not matches(stored, asked)] == [], written


@pytest.mark.parametrize(
    "part", ["5678", "0612", "+31612", "0031 6 12", "1234", "34 56 78", "٥٦٧٨"]
)
def test_a_part_of_a_phone_number_is_found_from_four_digits(part: str) -> None:
    assert matches(key("06-12 34 56 78"), part)
    assert not matches(key("06-99 88 77 66"), part)


def test_three_digits_of_a_phone_number_are_not_enough() -> None:
    assert not matches(key("06-12345678"), "345 noor")
    assert not matches(key("06-12 34 56 78"), "345")


def test_a_phone_number_and_a_name_are_both_needed() -> None:
    stored = key("Linde belt, 020 555 01 23")
    assert matches(stored, "linde 5550123")
    assert not matches(stored, "linde 5550124")
    assert not matches(stored, "roos 5550123")


def test_every_word_has_to_be_found_in_any_order() -> None:
    stored = key("Fatma vroeg een brief over zorgtoeslag")
    assert matches(stored, "toeslag Fatima")
    assert not matches(stored, "fatima huur")


def test_part_of_a_word_is_enough() -> None:
    assert matches(key("brief over zorgtoeslag"), "TOESL")


def test_the_heard_beginning_of_a_long_name_is_enough() -> None:
    assert matches(key("Abdulkader"), "abdelk")
    assert not matches(key("Abdulkader"), "abdelm")


def test_a_code_is_found_with_and_without_its_dash() -> None:
    stored = key("zie BL-0412")
    assert matches(stored, "bl-0412")
    assert matches(stored, "BL 0412")
    assert not matches(stored, "BL-0413")


@pytest.mark.parametrize("sign", ["%", "_", "\\", "*", "?", '"', "%%", "b%z", "_____"])
def test_signs_are_never_wildcards(sign: str) -> None:
    assert not matches(key("abc brief"), sign)


def test_a_sign_alone_finds_itself() -> None:
    assert matches(key("50% korting"), "%")
    assert matches(key("een_twee \\ drie"), "_ \\")


@pytest.mark.parametrize("nothing", ["", "   ", "\u200b", "\x00", "'"])
def test_nothing_to_look_for_finds_everything(nothing: str) -> None:
    assert terms(nothing) == ()
    assert matches(key("wat dan ook"), nothing)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("  Één  koffie\tthee\n", "een koffie thee"),
        ("İSTANBUL ısırık ŞİŞLİ Ağaç", "istanbul isirik sisli agac"),
        ("Straße STRASSE", "strasse strasse"),
        ("Søren Łódź Đorđe Æ", "soren lodz dorde ae"),
        ("w\u200bo\u202er\u2069d", "word"),
        ("ﬁets ｆｕｌｌ ℌ", "fiets full h"),
        ("١٢٣ ۴۵", "123 45"),
        ("أمينة إيمان آية علـــي", "امينه ايمان ايه علي"),
        ("half\ud83d\x00", "half"),
        ("één\u2028twee", "een twee"),
    ],
)
def test_folding(written: str, folded: str) -> None:
    assert fold(written) == folded


@given(st.text(max_size=60))
def test_folding_twice_changes_nothing_and_leaves_no_capitals(text: str) -> None:
    folded = fold(text)
    assert fold(folded) == folded
    assert not any("A" <= sign <= "Z" for sign in folded)
    folded.encode()


@given(st.text(max_size=60))
def test_a_text_is_found_by_itself(text: str) -> None:
    assert matches(key(text), text)


@given(st.text("abcdefghijklmnopqrstuvwxyzçşğıéü ", max_size=40))
def test_a_text_is_found_however_it_is_cased(text: str) -> None:
    assert matches(key(text), text.title())


@pytest.mark.parametrize(("name", "text"), HOSTILE, ids=[name for name, _ in HOSTILE])
def test_hostile_text_gives_a_small_clean_key(name: str, text: str) -> None:
    stored = key(text)
    assert len(stored) <= search.MAX_KEY
    assert "\x00" not in stored
    stored.encode()
    assert len(terms(text)) <= search.MAX_TERMS
    assert matches(key(text[: search.MAX_QUERY]), text)


def test_a_long_key_is_cut_between_words() -> None:
    words = [f"حم{a}{b}{c}" for a in "بتدسرزنكل" for b in "فقكلمنش" for c in "تجحشرن"]
    stored = key(" ".join(words))
    assert search.MAX_KEY - 20 < len(stored) <= search.MAX_KEY
    assert stored.endswith(" ")
    assert {*stored.split()} <= {*words, *(each for word in words for each in skeletons(word))}


def test_numbers_and_short_words_have_no_skeleton() -> None:
    assert skeletons("12345") == skeletons("al") == skeletons("noa") == ()


def test_a_term_does_not_show_what_was_asked() -> None:
    assert "linde" not in repr(terms("Linde")).lower()


@pytest.mark.parametrize("names", SAME_NAME)
def test_sql_finds_what_python_finds(names: str) -> None:
    db = sqlite3.connect(":memory:")
    for written, asked in _pairs(names):
        for term in terms(asked):
            hits = [
                db.execute("SELECT instr(?, ?) > 0", (key(written), needle)).fetchone()[0]
                for needle in term.any_of
            ]
            assert any(hits) == matches(key(written), (term,))
    db.close()


def test_like_escape_makes_wildcards_literal() -> None:
    db = sqlite3.connect(":memory:")
    like = "SELECT ? LIKE '%' || ? || '%' ESCAPE '\\'"
    for sign in ("100%", "a_b", "c\\d"):
        assert db.execute(like, (f"x {sign} y", like_escape(sign))).fetchone() == (1,)
        assert db.execute(like, ("x 1000 azb cdd y", like_escape(sign))).fetchone() == (0,)
    db.close()
