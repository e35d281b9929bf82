"""The words for days and months, for the screen and for paper."""

from hgkm_desktop.texts import tr


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
