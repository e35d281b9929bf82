"""One visit in the panel of the walk-in view, and what is stored of it."""

from datetime import timedelta

from desk import MONDAY, Make

from hgkm_desktop.models import RealQuestion, WalkIn
from hgkm_desktop.models.codes import (
    FollowUp,
    HarmKind,
    HelpTopic,
    Language,
    SignalLevel,
    TellsAbout,
    Urgency,
    Visit,
)
from hgkm_desktop.services import walk_ins

QUESTION = RealQuestion("waar kan ik slapen", "het is niet rustig", (HarmKind.NOT_NAMED,))


def one(db, **given):
    values = {
        "happened_at": MONDAY - timedelta(minutes=30),
        "topics": (HelpTopic.SAFETY, HelpTopic.MOOD),
        "visit": Visit.KNOWN,
        "language": Language.ARABIC_MOROCCAN,
        "signal": SignalLevel.CLEAR,
        "follow_up": FollowUp.PLAN_TALK,
        "follow_up_on": (MONDAY + timedelta(days=1)).date(),
        "desk_question": "vroeg naar de naailes",
        "urgency": Urgency.SOON,
        "tells_about": TellsAbout.SOMEONE_ELSE,
        "children": 2,
    }
    return Make(db).walk_in(**(values | given))


def open_her_own(open_page, sign_in):
    """Open Hanan's own visit of today in the panel."""
    db = sign_in("Hanan")
    one(db, question=QUESTION)
    page = open_page(db)
    page.open_row(0)
    return page


def stored(page) -> WalkIn:
    return page.ctx.call(lambda session: session.get(WalkIn, page.rows[0].id))


def correct_elsewhere(page, **changes):
    record = page.ctx.call(walk_ins.get, page.rows[0].id)
    for name, value in changes.items():
        setattr(record, name, value)
    page.ctx.call(walk_ins.correct, record, now=MONDAY)


def form(page):
    return page.view.deeds.correction.form
