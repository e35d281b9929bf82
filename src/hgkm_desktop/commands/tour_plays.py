"""What the tour plays at the desk: who signs in, what she shows, and at which moment."""

from collections.abc import Callable
from datetime import datetime

from hgkm_desktop.commands import tour_along, tour_beside, tour_handouts, tour_meeting
from hgkm_desktop.commands.stage import Stage
from hgkm_desktop.commands.tour_data import NOW

Play = tuple[str, Callable[[Stage], None], Callable[[], datetime]]


def evening() -> datetime:
    """Return the moment of most mock-ups."""
    return NOW


PLAYS: tuple[Play, ...] = (
    ("Hatice", tour_along.show_day, tour_along.in_the_morning),
    ("Hatice", tour_along.show_afterwards, tour_along.after_the_visit),
    ("Asha", tour_along.show_volunteers_day, tour_along.in_the_morning),
    ("Yvonne", tour_along.show_coordinators_day, tour_along.in_the_morning),
    ("Yvonne", tour_meeting.show_sessions, tour_meeting.during_it),
    ("Hatice", tour_meeting.show_follow_ups, tour_meeting.during_it),
    ("Yvonne", tour_handouts.show_sheets, evening),
    ("Yvonne", tour_handouts.ask_about_old_numbers, tour_handouts.long_after),
    ("Hatice", tour_beside.show_cases, evening),
    ("Hatice", tour_beside.show_open_gate, tour_beside.while_she_may),
    ("Yvonne", tour_beside.show_board, evening),
)
