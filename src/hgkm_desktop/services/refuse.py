"""Recognising what must never be stored: numbers and secrets that open somebody's life (R-096).

`find(text)` looks for a BSN, a bank account, a bank card, DigiD, a password, a PIN and the number
of a passport or card, in any digits, with dots, spaces or dashes, also in the middle of a
sentence. The first three prove themselves by their check digits; the others need their name
beside them. Ordinary numbers pass: telephone numbers (ten digits from a 0, or with a country in
front, whatever their check sum), dates, times, amounts, postcodes, house numbers.

What was found is never kept, shown or put in an error. A text longer than `LIMIT` is refused
unread; below it, the work grows with the length and no faster.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate

from hgkm_desktop.services.search import fold
from hgkm_desktop.texts import tr

LIMIT = 20_000


class Kind(StrEnum):
    """What kind of thing was recognised."""

    BSN = "bsn"
    IBAN = "iban"
    CARD = "card"
    DIGID = "digid"
    PASSWORD = "password"
    PIN = "pin"
    DOCUMENT = "document"
    TOO_LONG = "too_long"


@dataclass(frozen=True)
class Refusal:
    """Why a text is not stored; knows the kind of thing, never the thing itself."""

    kind: Kind

    @property
    def reason(self) -> str:
        """Return what happened and what to do, in the language on the screen."""
        return {
            Kind.BSN: tr("This looks like a BSN. Take it out and save again."),
            Kind.IBAN: tr("This looks like a bank account number. Take it out and save again."),
            Kind.CARD: tr("This looks like the number of a bank card. Take it out and save again."),
            Kind.DIGID: tr("This looks like somebody's DigiD. Take it out and save again."),
            Kind.PASSWORD: tr("This looks like a password or code. Take it out and save again."),
            Kind.PIN: tr("This looks like a PIN. Take it out and save again."),
            Kind.DOCUMENT: tr("This looks like the number of an ID. Take it out and save again."),
            Kind.TOO_LONG: tr("This text is too long. Make it shorter and save again."),
        }[self.kind]

    def __str__(self) -> str:
        return self.reason


# Account numbers by country: n digits, a letters, c either (the registry of ISO 13616).
_REGISTRY = """
    ad:8n12c ae:19n al:8n16c at:16n az:4a20c ba:16n be:12n bg:4a6n8c bh:4a14c bi:23n br:23n1a1c
    by:4c4n16c ch:5n12c cr:18n cy:8n16c cz:20n de:18n dj:23n dk:14n do:4c20n dz:22n ee:16n
    eg:25n es:20n fi:14n fk:2a12n fo:14n fr:10n11c2n gb:4a14n ge:2a16n gi:4a15c gl:14n gr:7n16c
    gt:24c hn:4a20n hr:17n hu:24n ie:4a14n il:19n iq:4a15n ir:22n is:22n it:1a10n12c jo:4a4n18c
    kw:4a22c kz:3n13c lb:4n20c lc:4a24c li:5n12c lt:16n lu:3n13c lv:4a13c ly:21n ma:24n
    mc:10n11c2n md:20c me:18n mk:3n10c2n mn:16n mr:23n mt:4a5n18c mu:4a19n3a ni:4a20n nl:4a10n
    no:11n om:3n16c pk:4a16c pl:24n ps:4a21c pt:21n qa:4a21c ro:4a16c rs:18n ru:14n15c sa:2n18c
    sc:4a20n3a sd:14n se:20n si:15n sk:20n sm:1a10n12c so:19n st:21n sv:4a20n tl:19n tn:20n
    tr:6n16c ua:6n19c va:18n vg:4a16n xk:16n ye:4a4n18c
"""
_IBANS: dict[str, str] = dict(re.findall(r"(\w\w):(\w+)", _REGISTRY))
_IS_KIND = {"n": str.isdigit, "a": str.isalpha, "c": str.isalnum}
_IBAN = re.compile(r"(?=([a-z][ .-]{0,3}[a-z](?:[ .-]{0,3}\d){2}(?:[ .-]{0,3}[a-z0-9]){11,30}))")

_SIGNS = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-") | dict.fromkeys("“”„«»", '"'))
_RUN = re.compile(r"\d+(?:[ .()-]{1,3}\d+)*")
_BSN = re.compile(
    r"(?:bsn|sofi-?n|burger ?service)\D{0,20}+(\d(?:[ .-]{0,3}\d){7,8})(?![ .-]{0,3}\d)"
)
_CARD_GROUPS = {(4, 6, 4), (4, 6, 5)}

_NOT_A_DATE = r"(?!(?:[0-2]?\d|3[01])([-./])(?:0?\d|1[0-2])\1\d{2})"
_FILLERS = (
    "is|was|zijn|van|voor|haar|hem|hun|mijn|de|het|een|die|en|met|nu|als|nieuwe?|oude?|naam|"
    "gebruikersnaam|inlognaam|login|inlog|inloggen|account|gegevens|nummer|nr|no|code|pas|pasje|"
    "bankpas|kaart|bank|mail|e-mail|telefoon|app"
)
_GAP = r"[ :=,;(\".-]{0,4}+"
_GLUE = rf"(?:{_GAP}(?:{_FILLERS})\b){{0,6}}+{_GAP}"
_SECRET = (
    r"(?!\S{1,40}@\S{1,40}\.)"
    r"(?:(?=[^\s,;]{0,40}\d)(?=[^\s,;]{0,40}[a-z])[^\s,;]{5}|"
    r"[a-z0-9]{2,40}[@#$%^&*!_+~][a-z0-9]{2})"
)
_CODE = _NOT_A_DATE + r"\d(?:[ .-]?\d){3}"
_ORDINARY = (
    r"(?:vergeten|kwijt|verlopen|nieuwe?|aanvragen|aangevraagd|(?:ge)?reset|resetten|wijzigen|niet|"
    r"gewijzigd|veranderen|veranderd|geblokkeerd|onbekend|geen|opnieuw|herstel(?:len|d)|instellen|"
    r"klaar|gelukt|lukte?|maken|gemaakt|gedaan|hulp|uitleg|uitgelegd|opgelost|samen|goed|fout)\b"
)
_PASSWORD = (
    r"(?:wachtwoord|wachtzin|paswoord|passwoord|password|gebruikersnaam|inlognaam|username|"
    r"(?:inlog|toegangs|activerings|activatie|beveiligings|herstel|sms-?|digid-?)code|"
    r"كلمه السر|كلمه المرور|رمز الدخول)"
)
_PIN = r"\b(?:pin|puk)(?:-?code|-?nummer)?\b"
_NOT_A_YEAR = r"(?!(?:19|20)\d\d\b)"
_DOCUMENT = (
    r"(?:paspoort|passport|rijbewijs|identiteits(?:kaart|bewijs)|\bid-? ?(?:kaart|bewijs|nummer)|"
    r"verblijfs(?:document|vergunning|pas|kaart)|vreemdelingen|documentn|\bv-?(?:nummer|nr))[a-z]{0,8}"
)
_LABELLED = (
    (Kind.PASSWORD, f"{_PASSWORD}{_GLUE}(?:{_SECRET}|{_CODE})"),
    (
        Kind.PASSWORD,
        rf"{_PASSWORD}(?: is)? ?[:=\"] ?\"?(?!{_ORDINARY})[^\s\",;.!?]{{4,40}}+ ?(?:[\",;.!?]|$)",
    ),
    (Kind.DIGID, rf"\bdigi-?d\b{_GLUE}{_SECRET}"),
    (Kind.PIN, rf"{_PIN}{_GLUE}{_CODE}(?:[ .-]?\d){{0,2}}+(?![ .-]?\d| ?(?:euro|eur\b|,[-\d]|%))"),
    (
        Kind.PIN,
        rf"{_PIN}[^\d.!?;]{{0,25}}(?<![\d.,/€-]){_NOT_A_YEAR}\d{{4,6}}+"
        r"(?![.,:/-]?\d| ?(?:euro|eur\b|uur|,-|[a-z]{2}\b))",
    ),
    (
        Kind.PIN,
        rf"(?<![\d-]){_NOT_A_YEAR}\d{{4,6}}[ =(,]{{1,3}}"
        rf"(?:is |als )?(?:de |het |haar |zijn |mijn )?{_PIN}",
    ),
    (
        Kind.DOCUMENT,
        rf"{_DOCUMENT}{_GLUE}(?:{_NOT_A_DATE}[a-z]{{0,4}}[ -]?\d(?:[ .-]?\d){{5}}|"
        r"(?=[a-z]*\d[a-z]*\d[a-z]*\d)[a-z0-9]{8,10}\b)",
    ),
)
_LABELS = [(kind, re.compile(pattern)) for kind, pattern in _LABELLED]


def _passes_eleven(digits: str) -> bool:
    """Say whether nine digits pass the test of a BSN."""
    weighed = sum(
        int(digit) * weight for digit, weight in zip(digits, range(9, 1, -1), strict=False)
    )
    return int(digits) > 0 and (weighed - int(digits[8])) % 11 == 0


def _passes_luhn(digits: str) -> bool:
    """Say whether digits pass the test of a bank card."""
    doubled = (divmod(2 * int(digit), 10) for digit in digits[-2::-2])
    return (sum(map(sum, doubled)) + sum(map(int, digits[::-2]))) % 10 == 0


def _labelled_bsn(plain: str) -> bool:
    """Look for a BSN named as such; eight digits are one whose first 0 was left out."""
    numbers = (re.sub(r"\D", "", found[1]) for found in _BSN.finditer(plain))
    return any(len(number) == 9 or _passes_eleven(f"0{number}") for number in numbers)


def _account(compact: str) -> str:
    """Return the account number a text without spaces begins with, by the form of its country."""
    form = _IBANS.get(compact[:2], "")
    end = 4 if form else 0
    for count, kind in re.findall(r"(\d+)([nac])", form):
        part = compact[end : end + int(count)]
        if len(part) < int(count) or not _IS_KIND[kind](part):
            return ""
        end += int(count)
    return compact[:end]


def _has_iban(plain: str) -> bool:
    for found in _IBAN.finditer(plain):
        account = _account(re.sub(r"[ .-]", "", found[1]))
        moved = account[4:] + account[:4]
        if account and int("".join(str(int(sign, 36)) for sign in moved)) % 97 == 1:
            return True
    return False


def _phone(groups: list[str], *, is_abroad: bool) -> int:
    """Return how many groups of digits at the start are one telephone number."""
    enough = 11 if is_abroad else 13 if groups[0].startswith("00") else 10
    sizes = list(accumulate(map(len, groups)))
    count = next((count for count, size in enumerate(sizes, 1) if size >= enough), 0)
    if enough != 10 or not count:
        return count
    is_even = count == 10 or all(len(group) > 1 for group in groups[:count])
    return count if is_even and sizes[count - 1] == 10 and groups[0].startswith("0") else 0


def _runs(plain: str) -> Iterator[tuple[list[str], list[str]]]:
    """Yield neighbouring groups of digits and what stands between, without telephone numbers."""
    for run in _RUN.finditer(plain):
        pieces = re.split(r"(\d+)", run[0])[1:-1]
        groups, gaps = pieces[::2], pieces[1::2]
        is_abroad = plain[max(run.start() - 1, 0) : run.start()] == "+"
        start = at = 0
        while at < len(groups):
            size = _phone(groups[at : at + 10], is_abroad=is_abroad and at == 0)
            if size:
                yield groups[start:at], gaps[start:at]
                start = at + size
            at += size or 1
        yield groups[start:], gaps[start:]


def _number(groups: list[str], gaps: list[str]) -> Kind | None:
    """Say what these groups of digits are together."""
    digits, is_regular = "".join(groups), len(set(gaps)) < 2
    if len(digits) == 9 and _passes_eleven(digits):
        is_short = len(groups) <= 4 and all(len(group) > 1 for group in groups)
        return Kind.BSN if is_regular or is_short else None
    if 13 <= len(digits) <= 19 and is_regular and re.match("[3-6]|2[2-7]", digits):
        sizes = tuple(map(len, groups))
        is_card = sizes in _CARD_GROUPS or set(sizes[:-1]) <= {4}
        return Kind.CARD if is_card and _passes_luhn(digits) else None
    return None


def _numbers(plain: str) -> Iterator[Kind | None]:
    for groups, gaps in _runs(plain):
        for start in range(len(groups)):
            size = 0
            for end, group in enumerate(groups[start : start + 19], start + 1):
                size += len(group)
                if size > 19:
                    break
                yield _number(groups[start:end], gaps[start : end - 1])


def find(text: str) -> Refusal | None:
    """Return why a text must not be stored, or None when nothing in it looks like a secret."""
    if len(text) > LIMIT:
        return Refusal(Kind.TOO_LONG)
    plain = fold(text).translate(_SIGNS)
    named = (kind for kind, label in _LABELS if label.search(plain))
    kind = next(named, None)
    if _labelled_bsn(plain):
        kind = Kind.BSN
    elif _has_iban(plain):
        kind = Kind.IBAN
    kind = kind or next(filter(None, _numbers(plain)), None)
    return Refusal(kind) if kind else None
