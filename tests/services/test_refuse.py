import json
import re
import string
from datetime import date, time
from importlib.resources import files

import pytest
from hostile import HOSTILE, ORDINARY
from hypothesis import example, given
from hypothesis import strategies as st

from hgkm_desktop import texts
from hgkm_desktop.commands import demo_texts
from hgkm_desktop.models.codes import HelpTopic
from hgkm_desktop.services import refuse
from hgkm_desktop.services.refuse import Kind, Refusal, find
from hgkm_desktop.services.search import fold

FORBIDDEN = {
    Kind.BSN: [
        "123456782",
        "123.456.782",
        "1234.56.782",
        "123 456 782",
        "123-456.782",
        "12 34 56 782",
        "1 2 3 4 5 6 7 8 2",
        "1-2-3-4-5-6-7-8-2",
        "123 - 456 - 782",
        "haar nummer123456782staat erop",
        "(123456782)",
        "١٢٣٤٥٦٧٨٢",
        "۱۲۳ ۴۵۶ ۷۸۲",
        "１２３４５６７８２",
        "123\u200b456\u200b782",
        "123\u00a0456\u2011782",
        "woont op 34 123456782",
        "06 12345678 123456782",
        "12-03-1980 123456782",
        "+32 470 12 34 56 123456782",
        "BSN 12345672",
        "bsn-nummer is: 123456789",
        "burgerservicenummer (oude brief) 123/bsn 123456789",
        "Sofinummer 123456789",
    ],
    Kind.IBAN: [
        "NL91ABNA0417164300",
        "nl91 abna 0417 1643 00",
        "NL91.ABNA.0417.1643.00",
        "n l 9 1 a b n a 0 4 1 7 1 6 4 3 0 0",
        "rekeningNL91ABNA0417164300van haar zus",
        "NL91 ABNA 0417 1643 00 is van haar moeder",
        "ＮＬ９１ＡＢＮＡ０４１７１６４３００",
        "NL91ABNA٠٤١٧١٦٤٣٠٠",
        "BE68 5390 0754 7034",
        "DE89 3704 0044 0532 0130 00",
        "GB29 NWBK 6016 1331 9268 19",
        "FR14 2004 1010 0505 0001 3M02 606",
        "TR33 0006 1005 1978 6457 8413 26",
        "MT84 MALT 0110 0001 2345 MTLC AST0 01S",
    ],
    Kind.CARD: [
        "4111111111111111",
        "4111 1111 1111 1111",
        "5500-0000-0000-0004",
        "3782 822463 10005",
        "2223 0031 2200 3222",
        "pas 6011000000000004 kwijt",
    ],
    Kind.DIGID: [
        "DigiD: linde1980",
        "digid naam is roos_80!x",
        "haar DigiD is linde.roos84",
        "DigiD inlog: linde80 / onbekend",
        "Digi-D account linde1980",
    ],
    Kind.PASSWORD: [
        "wachtwoord: Welkom01",
        "Wachtwoord is welkom2024",
        "het wachtwoord van haar mail is zon!maan",
        "wachtwoord: geheim",
        "wachtwoord = geheim.",
        'wachtwoord "geheim"',
        "DigiD wachtwoord Welkom01",
        "password: qwerty99",
        "inlogcode: 482913",
        "inlogcode 48 29 13",
        "sms-code is 482913",
        "activeringscode AB12CD34E",
        "gebruikersnaam: linderoos",
        "كلمة السر: abc12345",
    ],
    Kind.PIN: [
        "pin 4821",
        "pincode: 4821",
        "pincode is 48 21",
        "de pincode van haar pas is 4821",
        "haar pin staat op een briefje 4821",
        "pin-code (nieuw) 482913",
        "4821 is haar pincode",
        "4821 (pin)",
        "puk 48291357".replace("1357", "1"),
        "PIN ٤٨٢١",
    ],
    Kind.DOCUMENT: [
        "paspoort NX1234567",
        "paspoortnummer is SPECI2014",
        "paspoort nr. NXR4B7C21",
        "ID-kaart: IA 123456 7",
        "verblijfsdocument nummer 123456789012",
        "V-nummer 271 234 5678",
        "rijbewijs 5123456789",
        "identiteitsbewijs: U12345678",
    ],
}

CASES = [(kind, text) for kind, found in FORBIDDEN.items() for text in found]


@pytest.mark.parametrize(("kind", "text"), CASES)
def test_a_secret_is_recognised(kind: Kind, text: str) -> None:
    assert find(text) == Refusal(kind)
    assert find(f"Ze vroeg hulp, {text}, en komt morgen terug.") == Refusal(kind)


@pytest.mark.parametrize("text", ORDINARY)
def test_an_ordinary_sentence_is_not_refused(text: str) -> None:
    assert find(text) is None


def test_all_ordinary_sentences_together_are_not_refused() -> None:
    assert find("\n".join(ORDINARY)) is None


DEMO = [
    *(text for _, text in demo_texts.DESK),
    *(demo_texts.REAL + demo_texts.OWN_WORDS + demo_texts.FOLLOW_UPS + demo_texts.REASONS),
]


def test_the_generated_log_is_varied_and_holds_nothing_refused() -> None:
    assert len(demo_texts.TEMPLATES) >= 80
    assert len(demo_texts.REAL) >= 40
    assert len(set(demo_texts.MEMBERS)) == len(demo_texts.MEMBERS) >= 48
    assert {topic for topics, _ in demo_texts.DESK for topic in topics} == set(HelpTopic)
    assert [text for text in DEMO if find(text)] == []


def test_the_generated_log_has_no_open_slots_and_only_the_fictional_number() -> None:
    assert [text for text in DEMO if re.search("[{}]", text)] == []
    assert {*re.findall(r"\d[\d ]+\d", " ".join(DEMO))} == {"020 555 01 23"}


DIGITS = st.integers(0, 9)
SURROUNDINGS = st.text(max_size=20).filter(lambda text: not re.search(r"[\d+]", fold(text)))
SEPARATORS = st.sampled_from(["", " ", ".", "-", " - ", "\u00a0", "\u2011", "\u2013", "  "])
SCRIPTS = st.sampled_from(
    ["0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "०१२३४५६७८९", "０１２３４５６７８９"]
)


@st.composite
def bsns(draw: st.DrawFn) -> str:
    first = draw(st.lists(DIGITS, min_size=8, max_size=8).filter(any))
    check = sum(d * w for d, w in zip(first, range(9, 1, -1), strict=True)) % 11
    return "".join(map(str, first)) + str(check) if check < 10 else "123456782"


@st.composite
def ibans(draw: st.DrawFn) -> str:
    country, form = draw(st.sampled_from(sorted(refuse._IBANS.items())))
    signs = {"n": string.digits, "a": string.ascii_lowercase}
    body = "".join(
        draw(st.text(signs.get(kind, string.digits), min_size=int(n), max_size=int(n)))
        for n, kind in re.findall(r"(\d+)([nac])", form)
    )
    value = int("".join(str(int(sign, 36)) for sign in f"{body}{country}00"))
    return f"{country}{98 - value % 97:02}{body}"


def _written(draw: st.DrawFn, compact: str) -> str:
    """Write a number as people do: one kind of separator, anywhere, any digits, any case."""
    separator, script = draw(SEPARATORS), draw(SCRIPTS)
    spread = "".join(sign + draw(st.sampled_from(["", separator])) for sign in compact[:-1])
    whole = f"{spread}{compact[-1]}".translate(str.maketrans("0123456789", script))
    return whole.upper() if draw(st.booleans()) else whole


@st.composite
def written(draw: st.DrawFn, numbers: st.SearchStrategy[str]) -> str:
    return _written(draw, draw(numbers))


@given(SURROUNDINGS, written(bsns()), SURROUNDINGS)
@example("", "012345672", "")
def test_every_bsn_is_found_however_it_is_written(before: str, number: str, after: str) -> None:
    assert find(f"{before}{number}{after}") is not None
    assert find(number) == Refusal(Kind.BSN)


@given(SURROUNDINGS, written(ibans()), SURROUNDINGS)
def test_every_iban_is_found_however_it_is_written(before: str, number: str, after: str) -> None:
    assert find(f"{before}{number}{after}") is not None
    assert find(number) == Refusal(Kind.IBAN)


@given(
    st.integers(0, 10**8 - 1), st.sampled_from(["06{}", "06-{}", "+31 6 {}", "0031 6{}", "06 {}"])
)
def test_no_mobile_number_is_taken_for_a_bsn(number: int, notation: str) -> None:
    assert find(f"Bel {notation.format(f'{number:08}')} na tienen.") is None


@given(st.dates(date(1900, 1, 1)), st.times())
def test_no_date_and_time_is_refused(day: date, moment: time) -> None:
    shown = f"{day.day}-{day.month}-{day.year} om {moment.hour}.{moment.minute:02} uur"
    assert find(f"Komt op {shown}, was er op {day:%d-%m-%Y} {moment.hour} uur.") is None


@given(st.integers(0, 10**9 - 1).filter(lambda n: not refuse._passes_eleven(f"{n:09}")))
def test_nine_digits_that_are_no_bsn_pass(number: int) -> None:
    assert find(f"Nummer {number:09} van het pakje.") is None


def test_nothing_is_too_small_for_the_zero_number() -> None:
    assert find("000000000") is None


@pytest.mark.parametrize(("name", "text"), HOSTILE, ids=[name for name, _ in HOSTILE])
def test_hostile_text_is_answered(name: str, text: str) -> None:
    found = find(text)
    assert found == (Refusal(Kind.TOO_LONG) if len(text) > refuse.LIMIT else None)


REPEATED = [
    *("1 ", "1-", "12 ", "123.", "0", "a", "- ", "+", "é", "=", "(0)", "nl91 ", "nl91abna"),
    *("digid:", "wachtwoord:", "wachtwoord is ", "pin ", "pin 12", "paspoort a", "bsn ", "bsn 1"),
]


@pytest.mark.parametrize("piece", REPEATED)
def test_the_longest_text_is_read_to_its_end(piece: str) -> None:
    end = " en NL91ABNA0417164300"
    filler = piece * (refuse.LIMIT // len(piece))
    assert find(filler[: refuse.LIMIT - len(end)] + end) is not None


def test_a_text_that_is_too_long_is_refused_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(refuse, "fold", None)
    assert find("x" * (refuse.LIMIT + 1)) == Refusal(Kind.TOO_LONG)


@pytest.mark.parametrize(("kind", "text"), CASES)
@pytest.mark.parametrize("language", ["nl", "en", "ar"])
def test_what_was_found_is_never_repeated(kind: Kind, text: str, language: str) -> None:
    texts.use(language)
    found = find(text)
    texts.use("nl")
    assert found is not None
    shown = f"{found!r} {found} {found.reason} {vars(found)}"
    assert not re.search(r"\d", shown)
    assert not re.search("geheim|elkom|maan|linde|roos|qwerty|ABNA|NWBK|SPECI|NX", shown)


@pytest.mark.parametrize("kind", Kind)
def test_a_reason_is_short_and_translated(kind: Kind) -> None:
    english = Refusal(kind).reason
    for language in ("nl", "ar"):
        part = files("hgkm_desktop") / "resources" / "translations" / language / "refuse.json"
        catalogue = json.loads(part.read_text(encoding="utf-8"))
        texts.use("en")
        english = Refusal(kind).reason
        texts.use("nl")
        sentences = catalogue[english].rstrip(".").split(". ")
        assert len(sentences) == 2
        assert all(len(sentence.split()) <= 12 for sentence in sentences)
