"""Something on every page of going along, in words that are of no language."""

from dataclasses import replace
from datetime import time

from desk import MONDAY, Desk
from going import HOUR, person, plan
from going import partner as add_partner
from standing_beside import AGREED, agree, open_linde

from hgkm_desktop.db import Database
from hgkm_desktop.rules.contact import Window
from hgkm_desktop.rules.going_along import PlaceWord
from hgkm_desktop.services import shift_notes

SAID = {"name_we_use": "Els", "voicemail": "Ok", "if_another_answers": "Ok"}
TYPED = {
    "purpose": "Ok",
    "meet_where": "A",
    "place": "B",
    "interpreter": None,
    "questions": ("Ok?",),
    "not_with": (),
    "place_word": PlaceWord.HERE,
}


def furnish(desk: Desk, leyla: Database) -> None:
    """Let her call somebody now, go along in an hour, know a partner, and leave a note."""
    case_id = open_linde(desk, leyla)
    all_day = (Window(frozenset(range(7)), time(8), time(20)),)
    agree(leyla, case_id, replace(AGREED, windows=all_day, **SAID))
    there = add_partner(leyla, "Buurtteam Oost")
    known = {"partner_id": there, "person_id": person(leyla, there, "Jolanda")}
    plan(leyla, case_id, MONDAY + HOUR, partner_words="", person_words="", **known, **TYPED)
    plan(leyla, None, MONDAY + 4 * HOUR, partner_words="X", person_words="Y", **TYPED)
    leyla.call(shift_notes.write, "Ok.", for_confidants=True, now=MONDAY)
