"""Finding a walk-in again, however a name, a sentence or a phone number was spelt.

`key(text)` is stored beside the record. It has three parts, told apart by their letters:

* the **folded** text: lower case, no marks, one space (`fold`);
* **phone numbers**, every digit behind a P: `P0P6P1…`, always in the national form;
* **skeletons**, in capitals, one or a few for each word: what stays when a name is written
  by ear. Letters that sound alike become one (`_RULES`), doubled letters count once, and of
  the vowels only the first and the last stay. Mohammed, Muhammad and محمد are all `MUHMT`.

`terms(query)` says what has to stand in the key: every word of the query, as typed or by one of
its skeletons. Five sounds or more may also be the beginning of a name that is still being typed.
Only what is heard alike meets: Mehmet is not Mohammed, Hatice is not Khadija, Samir not Samira.

Nothing in a query is a wildcard. SQL should use `instr(search_key, :needle) > 0`, which tells
capitals from small letters; LIKE does not, and finds a little too much.
"""

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice, product

MAX_TEXT = 4_000
MAX_QUERY = 100
MAX_TERMS = 8
MAX_KEY = 8_000

_MAX_SKELETONS = 6
_MIN_SOUNDS = 3
_MIN_PREFIX = 5
_MIN_PHONE = 4

_DROPPED = frozenset({"Mn", "Me", "Cc", "Cf", "Cs", "Co", "Cn"})
_ALIKE = (
    {"ı": "i", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ħ": "h", "ŋ": "n", "ə": "e", "ɛ": "e"}
    | {"æ": "ae", "œ": "oe", "þ": "th", "ɣ": "gh"}
    | {"ى": "ي", "ی": "ي", "ے": "ي", "ک": "ك", "ة": "ه", "ہ": "ه", "ھ": "ه", "ە": "ه", "ـ": ""}
    | dict.fromkeys("'’‘ʼʻʿʾ`´", "")
)

_WORD = re.compile(r"[^\W_]+")
_PHONE = re.compile(
    r"(?<!\d)(?:"
    r"(?:(?:\+|00) ?31[ .-]?(?:\(0\))?|\(?0)(?:[ ()./-]{0,3}\d){9}(?!\d)"
    r"|(?:\+|00)(?:[ ()./-]{0,3}\d){8,14}"
    r"|\d(?:[ ()./-]{0,2}\d){5,14})"
)
_DIGITS = re.compile(r"\+?\(?\d(?:[\d ()./-]*\d)?")

# What a piece of a word may sound like: capitals are consonants, a i u are vowels.
_RULES = (
    ("tch|tsj|dzj|dj|zj", "J"),
    ("sch", "S SH"),
    ("sh|sj", "S"),
    ("ch", "S H"),
    ("kh", "H"),
    ("gh", "G"),
    ("ph", "F"),
    ("th", "T S"),
    ("dt$", "T"),
    ("dh", "D"),
    ("ck|k|q", "K"),
    ("c(?=[eiy])", "S J"),
    ("^c(?=[aou])", "K J -"),
    ("c", "K J"),
    ("x", "KS H"),
    ("^j", "J Y"),
    ("ij(?![aeou])", "i"),
    ("^y(?=[aeiou])", "Y"),
    ("ie$", "i"),
    ("(?:iy|y)(?=[aeo]h?$)|i(?=[ao]h?$)", "Y"),
    ("^ou(?=[aei])|w|v", "V"),
    ("o?u(?=[aei])", "uV u"),
    ("[ae]h$", "a aH"),
    ("^e", "a i"),
    ("e$", "a -"),
    ("ə$", "-"),
    ("ə", "i a -"),
    ("[ae]", "a"),
    ("[iy]", "i"),
    ("[ou]", "u"),
    ("اه$", "aT a"),
    ("عه$", "a Ya"),
    ("يه$|يا$", "Ya"),
    ("[اء]+$|ه$", "a"),
    ("ي$", "i a"),
    ("^عا", "a"),
    ("^عي", "i"),
    ("^اي", "i a"),
    ("^[اع]و", "u a"),
    ("^[اع]|ع", "a i u"),
    ("^و|و(?=[اه])", "V"),
    ("^ي", "Y"),
    ("ي(?=ا)", "i"),
    ("ي", "i a"),
    ("و", "u a"),
    ("ا", "a"),
    ("ث", "T S"),
    ("ذ", "D Z"),
    ("چ|ч", "J S"),
    ("г", "G H"),
    ("ю", "Yu"),
    ("я", "Ya"),
)
_LETTERS = dict(
    zip(
        "bdfghjklmnprstz" + "بپتجحخدرزژسشصضطظغفڤقكگلمنهٹڈڑں" + "бвґджзклмнпрстфхцшщ" + "аеэєиіыоу",
        "BDFGHJKLMNPRSTZ" + "BPTJHHDRZJSSSDTZGFVKKGLMNHTDRN" + "BVGDJZKLMNPRSTFHSSS" + "aaaaiiiuu",
        strict=True,
    )
)
_SCANNER = re.compile("|".join(f"({piece})" for piece, _ in _RULES) + "|(.)")
_SOUNDS = [tuple(sound.strip("-") for sound in sounds.split()) for _, sounds in _RULES]
_ARABIC = re.compile("^[\u0621-\u06d3]")
_GLIDE = re.compile("^.ي(?=ا)")
_VOWELS = "aiu"
_HEAD = re.compile(f"[^{_VOWELS}]*[{_VOWELS}]?")
_NO_VOWELS = str.maketrans("", "", _VOWELS)
_HARDENED = str.maketrans("DB", "TP")


@dataclass(frozen=True)
class Term:
    """One word or number of a query; it is found when any of these stands in the key."""

    any_of: tuple[str, ...] = field(repr=False)


@lru_cache(maxsize=4096)
def _plain(character: str) -> str:
    """Return what stays of one character: a digit, small letters, or nothing."""
    small = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", character).casefold())
    kept = ""
    for part in small:
        kind = unicodedata.category(part)
        if part.isspace():
            kept += " "
        elif kind == "Nd":
            kept += str(unicodedata.decimal(part))
        elif kind not in _DROPPED:
            kept += _ALIKE.get(part, part)
    return kept


class _Folding(dict[int, str]):
    """What each sign becomes, for `str.translate`: a fraction of the time of a call for each."""

    def __missing__(self, sign: int) -> str:
        """Remember what stays of a sign that was not met before."""
        plain = self[sign] = _plain(chr(sign))
        return plain


_FOLDING = _Folding()


def fold(text: str) -> str:
    """Return text as it is compared: small, without marks and hidden signs, single spaces."""
    return " ".join(text.translate(_FOLDING).split())


def traced(text: str) -> tuple[str, list[int]]:
    """Return a text as it is compared, spaces as they are, and where each of its signs stood."""
    pieces = [(place, piece) for place, sign in enumerate(text) if (piece := _plain(sign))]
    places = [place for place, piece in pieces for _ in piece]
    return "".join(piece for _, piece in pieces), places


def _ethiopic(letter: str) -> str:
    """Return the Latin spelling of a Tigrinya or Amharic letter (its name holds it)."""
    sound = unicodedata.name(letter, "").rpartition("SYLLABLE ")[2].rpartition(" ")[2].lower()
    is_short = sound.endswith("e") and not sound.endswith("ee")
    return f"{sound[:-1]}ə" if is_short else sound


def _sounds(word: str) -> list[tuple[str, ...]]:
    """Return what each piece of a folded word may sound like.

    Arabic does not write the short vowel after a first consonant, so that one stays open.
    """
    if "\u1200" <= word[0] <= "\u137f":
        word = "".join(map(_ethiopic, word))
    found = [
        _SOUNDS[piece.lastindex - 1]
        if piece.lastindex and piece.lastindex <= len(_SOUNDS)
        else (_LETTERS.get(piece[0], ""),)
        for piece in _SCANNER.finditer(word)
    ]
    if _ARABIC.match(word) and len(found) > 1 and found[0][0].isupper():
        is_open = found[1][0][:1].isupper() or _GLIDE.match(word)
        found[1:1] = [("a", "i", "u")] if is_open else []
    return found


def _squeeze(sounds: str) -> str:
    """Keep the consonants, the first and the last vowel; a last d or b sounds like t or p."""
    single = re.sub(r"(.)\1+", r"\1", sounds)
    head: str = _HEAD.findall(single)[0]
    tail = single.removeprefix(head).lstrip(_VOWELS)
    bare = head + tail.translate(_NO_VOWELS)
    if tail.endswith(tuple(_VOWELS)):
        return bare + tail[-1]
    return bare[:-1] + bare[-1:].translate(_HARDENED)


@lru_cache(maxsize=4096)
def skeletons(word: str) -> tuple[str, ...]:
    """Return how a folded word may sound; nothing for numbers and very short words."""
    if len(word) < _MIN_SOUNDS or not word.isalpha():
        return ()
    spoken = ("".join(sounds) for sounds in product(*_sounds(word)))
    squeezed = dict.fromkeys(_squeeze(each).upper() for each in islice(spoken, 64))
    return tuple(each for each in squeezed if len(each) >= _MIN_SOUNDS)[:_MAX_SKELETONS]


def _digits(written: str) -> str:
    """Return the digits of a phone number as dialled in the Netherlands (0031 and +31 are 0)."""
    digits = re.sub(r"\D", "", written.replace("(0)", ""))
    if written.startswith("+"):
        digits = f"00{digits}"
    if digits.startswith("0031"):
        return f"0{digits[4:].lstrip('0')}"
    return f"0{digits[2:]}" if re.fullmatch(r"31\d{9}", digits) else digits


def _spelt(digits: str) -> str:
    return "".join(f"P{digit}" for digit in digits)


def key(text: str) -> str:
    """Return what is stored to find this text by; at most `MAX_KEY` characters."""
    plain = fold(text[:MAX_TEXT])[:MAX_TEXT]
    phones = [_spelt(_digits(number)) for number in _PHONE.findall(plain)]
    words = dict.fromkeys(_WORD.findall(plain))
    heard = dict.fromkeys(skeleton for word in words for skeleton in skeletons(word))
    whole = f" {' '.join((plain, *phones, *heard))} "
    return whole if len(whole) <= MAX_KEY else f"{whole[:MAX_KEY].rpartition(' ')[0]} "


def _word_term(word: str) -> Term:
    """Look for a word as typed, as heard, or as the heard beginning of a longer name."""
    heard = skeletons(word)
    begun = [each for each in heard if len(each) >= _MIN_PREFIX and each[-1] not in "AIU"]
    return Term((word, *(f" {each} " for each in heard), *(f" {each}" for each in begun)))


def terms(query: str) -> tuple[Term, ...]:
    """Return what must be found, all of it; nothing to look for finds everything."""
    plain = fold(query[:MAX_QUERY])[:MAX_QUERY]
    found: list[Term] = []
    rest = plain
    for written in _DIGITS.findall(plain):
        digits = _digits(written)
        if len(digits) >= _MIN_PHONE:
            found.append(Term((written.strip("+() "), _spelt(digits))))
            rest = rest.replace(written, " ", 1)
    found += map(_word_term, _WORD.findall(rest))
    signs = [] if found else [Term((sign,)) for sign in plain.split()]
    return tuple(found + signs)[:MAX_TERMS]


def matches(stored: str, query: str | tuple[Term, ...]) -> bool:
    """Say whether a stored key answers a query (give `terms(query)` to ask many keys)."""
    wanted = terms(query) if isinstance(query, str) else query
    return all(any(needle in stored for needle in term.any_of) for term in wanted)


def like_escape(needle: str) -> str:
    r"""Return a needle for `LIKE … ESCAPE '\'`, so that % and _ stand for themselves."""
    return re.sub(r"([\\%_])", r"\\\1", needle)
