"""The words for days, months and times, for the screen and for paper."""

from hgkm_desktop.texts import is_right_to_left, tr

_LEFT_TO_RIGHT = "\u2066{}\u2069"


def weekdays() -> tuple[str, ...]:
    """Return the days of the week, Monday first."""
    return (
        tr("Monday"),
        tr("Tuesday"),
        tr("Wednesday"),
        tr("Thursday"),
        tr("Friday"),
        tr("Saturday"),
        tr("Sunday"),
    )


def months() -> tuple[str, ...]:
    """Return the months."""
    return (
        tr("January"),
        tr("February"),
        tr("March"),
        tr("April"),
        tr("May"),
        tr("June"),
        tr("July"),
        tr("August"),
        tr("September"),
        tr("October"),
        tr("November"),
        tr("December"),
    )


def kept(text: str) -> str:
    """Return digits and signs so that no right-to-left sentence turns them round."""
    return _LEFT_TO_RIGHT.format(text) if is_right_to_left() else text


def from_till(first: str, last: str, dash: str = "–") -> str:
    """Return two times as one: "10–12" reads from left to right in every language."""
    return kept(f"{first}{dash}{last}")
