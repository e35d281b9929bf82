"""Opening hours as people write them in Dutch: in a typed field, and in a file of partners."""

import re
from datetime import time

from hgkm_desktop.rules.opening import Hours, Span, spelled

DAYS = ("ma", "di", "wo", "do", "vr", "za", "zo")
_WORDS = "elke dag", "{this} en {that}", "dag en nacht", ", "
_FULL = "maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag"
_ONE = rf"(?:{_FULL}|ma|di|wo|do|vr|za|zo)\b"
_HOUR = r"(\d{1,2})(?:[.:](\d\d))?(?: ?uur)?(?![\d.:])"
_TOKEN = re.compile(
    rf"(?P<day>{_ONE})(?:(?: ?- ?| t/m | tot en met )(?P<last>{_ONE}))?"
    rf"|(?P<week>elke dag\b|alle dagen\b)"
    rf"|(?P<times>{_HOUR}(?: ?- ?| tot ){_HOUR})"
    r"|(?P<between>[ ,;:&+]+|en\b|van\b|uur\b)"
)


def write(hours: Hours) -> str:
    """Return the hours in Dutch, whatever language is on the screen; `read` reads them back."""
    return spelled(hours, DAYS, _WORDS, "{}–{}".format)


def read(text: str) -> Hours:
    """Return the hours somebody wrote: "ma-vr 9-17, za 10:00 tot 12:30"; "" is not known.

    Raise ValueError for what it does not understand whole: half an opening hour misleads.
    """
    plain = re.sub(r"\s+", " ", re.sub("[‐‑‒–—−]", "-", text)).strip().lower()
    if plain in ("dag en nacht", "24/7", "altijd"):
        return Hours(always=True)
    spans: list[Span] = []
    days: list[int] = []
    had_times, at = True, 0
    while at < len(plain):
        token = _TOKEN.match(plain, at)
        if token is None:
            raise ValueError("no opening hours")
        at = token.end()
        if token["day"] or token["week"]:
            days = _days(token) if had_times else days + _days(token)
            had_times = False
        elif token["times"]:
            spans += _at(days, token)
            had_times = True
    if not had_times:
        raise ValueError("a day without a time")
    return Hours(tuple(spans))


def _days(token: re.Match[str]) -> list[int]:
    if token["week"]:
        return list(range(7))
    first = DAYS.index(token["day"][:2])
    last = DAYS.index((token["last"] or token["day"])[:2])
    return [day % 7 for day in range(first, last + 1 + 7 * (last < first))]


def _at(days: list[int], token: re.Match[str]) -> list[Span]:
    if not days:
        raise ValueError("a time without a day")
    *_, hour, minute, end_hour, end_minute, _between = token.groups()
    begins = time(int(hour), int(minute or 0))
    ends = time(0 if end_hour == "24" else int(end_hour), int(end_minute or 0))
    if end_hour == "24" and ends != time():
        raise ValueError("no such hour")
    return [Span(day, begins, ends) for day in days]
