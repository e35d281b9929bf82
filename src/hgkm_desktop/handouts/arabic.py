"""Arabic letters in a name: joined, and in the order they are drawn from left to right.

For one short line only. Whole sheets in Arabic need real shaping, which is not here.
"""

import re
import unicodedata
from functools import cache, partial
from itertools import groupby

ISOLATED, FINAL, INITIAL, MEDIAL = "<isolated>", "<final>", "<initial>", "<medial>"
FORM_BLOCKS = (range(0xFB50, 0xFE00), range(0xFE70, 0xFEFD))
TATWEEL = "\u0640"
LAM = "\u0644"
NUMBER = re.compile(r"\+?\d+(?:[-.,:/ ]\d+)*")
MIRRORED = str.maketrans("()[]{}<>«»", ")(][}{><»«")


def drawn(text: str) -> str:
    """Return a line of text as it is drawn, letter by letter from left to right."""
    letters = joined(text)
    levels = _levels(letters)
    return "".join(_reordered([*zip(levels, letters, strict=True)]))


def joined(text: str) -> str:
    """Return the text with each Arabic letter in the shape its neighbours ask for."""
    letters = _ligatures([c for c in text if not _is_arabic_mark(c)])
    around = zip([" ", *letters], letters, [*letters[1:], " "], strict=False)
    return "".join(_shape(before, letter, after) for before, letter, after in around)


def _is_arabic_mark(character: str) -> bool:
    """Vowel signs are left out: without positioning they land beside the letter."""
    return unicodedata.bidirectional(character) == "NSM" and "\u0600" <= character <= "\u08ff"


def _ligatures(letters: list[str]) -> list[str]:
    out: list[str] = []
    for letter in letters:
        if out and out[-1] == LAM and LAM + letter in _forms():
            out[-1] += letter
        else:
            out.append(letter)
    return out


def _shape(before: str, letter: str, after: str) -> str:
    shapes = _forms().get(letter)
    if shapes is None:
        return letter
    from_right = _joins_on(before) and FINAL in shapes
    to_left = INITIAL in shapes and _joins_back(after)
    wanted = {
        (True, True): MEDIAL,
        (True, False): FINAL,
        (False, True): INITIAL,
        (False, False): ISOLATED,
    }
    return shapes.get(wanted[from_right, to_left], letter)


def _joins_on(letter: str) -> bool:
    return letter == TATWEEL or INITIAL in _forms().get(letter, {})


def _joins_back(letter: str) -> bool:
    return letter == TATWEEL or FINAL in _forms().get(letter, {})


@cache
def _forms() -> dict[str, dict[str, str]]:
    """Return the shapes of each letter and of lam with alef, as Unicode lists them."""
    table: dict[str, dict[str, str]] = {}
    for code in (code for block in FORM_BLOCKS for code in block):
        shape, *codes = unicodedata.decomposition(chr(code)).split() or [""]
        letters = "".join(chr(int(c, 16)) for c in codes)
        if len(letters) == 1 or (len(letters) == 2 and code >= 0xFEF5):
            table.setdefault(letters, {})[shape] = chr(code)
    return table


def _levels(text: str) -> list[int]:
    """Return the depth of each character: even runs to the right, odd to the left."""
    sides = _sides(text)
    base = next((side for side in sides if side in "LR"), "L")
    numbers = _numbers(text, sides, base)
    resolved = _neutrals(numbers, base)
    depth = {"R": 1, "L": 0 if base == "L" else 2, "N": 2}
    return [depth[side] for side in resolved]


def _sides(text: str) -> list[str]:
    kinds = {"L": "L", "R": "R", "AL": "R"}
    return [kinds.get(unicodedata.bidirectional(c), " ") for c in text]


def _numbers(text: str, sides: list[str], base: str) -> list[str]:
    """Mark each number as a whole (N); telephone numbers never turn round (ARCHITECTURE 13)."""
    out = list(sides)
    for match in NUMBER.finditer(text):
        before = next((s for s in reversed(sides[: match.start()]) if s in "LR"), base)
        kind = "L" if before == "L" else "N"
        out[match.start() : match.end()] = [kind] * len(match.group())
    return out


def _neutrals(sides: list[str], base: str) -> list[str]:
    """Give spaces and signs the side of both neighbours, or that of the line."""
    out: list[str] = []
    for side, group in groupby(enumerate(sides), key=lambda pair: pair[1]):
        places = [index for index, _ in group]
        if side == " ":
            before = out[-1] if out else base
            after = sides[places[-1] + 1] if places[-1] + 1 < len(sides) else base
            flow = {"L": "L", "R": "R", "N": "R"}
            side = flow[before] if flow[before] == flow[after] else base
        out += [side] * len(places)
    return out


def _reordered(items: list[tuple[int, str]]) -> list[str]:
    """Turn round every stretch at or above a depth, deepest first (rule L2 of UAX 9)."""
    for depth in range(max((level for level, _ in items), default=0), 0, -1):
        stretches = groupby(items, key=partial(_at_or_above, depth))
        items = [c for deep, group in stretches for c in ([*group][::-1] if deep else [*group])]
    return [c.translate(MIRRORED) if level % 2 else c for level, c in items]


def _at_or_above(depth: int, item: tuple[int, str]) -> bool:
    return item[0] >= depth
