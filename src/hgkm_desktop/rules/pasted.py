"""Whether a text was copied from a conversation in an app: not ours to keep whole (R-113)."""

import re

LONG = 40
"""More lines than this were not written here."""
STAMPED, SPOKEN, SPEAKERS = 2, 4, 4

_DAY = r"\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}"
_TIME = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?: ?[ap]\.?m\.?)?"
_STAMP = re.compile(
    rf"\s{{0,4}}\[?(?:{_DAY},? {{0,2}}{_TIME}|{_TIME},? {{0,2}}{_DAY}|{_TIME})\]?"
    r" {0,2}[-–]? {0,2}[^\s:][^:\n]{0,40}:",
    re.IGNORECASE,
)
_HIDDEN = str.maketrans("", "", "\u200e\u200f\u202a\u202c\u2068\u2069")
_SPEAKER = re.compile(r"\s{0,4}([^\W\d_][\w' -]{0,24}):\s")


def looks_like_chat(text: str) -> bool:
    """Say whether this is a conversation from an app, or much too much of anything."""
    lines = [line.translate(_HIDDEN) for line in text.splitlines() if line.strip()]
    if len(lines) > LONG:
        return True
    if sum(bool(_STAMP.match(line)) for line in lines) >= STAMPED:
        return True
    found = [match[1] for line in lines if (match := _SPEAKER.match(line))]
    return len(found) >= SPOKEN and 1 < len(set(found)) <= SPEAKERS
