"""Every form beside her that keeps what is half typed: how it opens, and what is typed in it."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from cases_window import TODAY, ago
from contact_desk import AGREED, SHARE, YES
from tab_desk import HOME, PLAYS

from hgkm_desktop.rules.all_clocks import clocks_of
from hgkm_desktop.rules.bodies import Promise, Referral
from hgkm_desktop.rules.clocks import Kind
from hgkm_desktop.rules.clocks import begin as clock_from
from hgkm_desktop.rules.lists import Area, ReferralKind, ReferralStatus
from hgkm_desktop.services import around_her, cases, consents, holders, referrals, safe_contact
from hgkm_desktop.ui.forms import field_values
from hgkm_desktop.ui.views.cases.aftercare import AskAfter
from hgkm_desktop.ui.views.cases.around_forms import CircleForm, PlanForm
from hgkm_desktop.ui.views.cases.clock_form import ClockForm, FollowingForm, LongerForm
from hgkm_desktop.ui.views.cases.closing import ClosingForm
from hgkm_desktop.ui.views.cases.consent_form import AnswerForm
from hgkm_desktop.ui.views.cases.contact_form import ContactForm
from hgkm_desktop.ui.views.cases.hand_over import HandOver
from hgkm_desktop.ui.views.cases.incident import IncidentForm
from hgkm_desktop.ui.views.cases.person_form import PersonForm
from hgkm_desktop.ui.views.cases.referral_forms import HowFarForm, ReferralForm
from hgkm_desktop.ui.views.cases.rename import RenameForm
from hgkm_desktop.ui.views.cases.score_form import ScoreForm
from hgkm_desktop.ui.views.cases.situation_form import SituationForm
from hgkm_desktop.ui.views.cases.situation_parts import Part
from hgkm_desktop.ui.views.cases.still_right import WhatHappened
from hgkm_desktop.ui.views.cases.with_her_forms import AgreementForm, NotKeptForm, PromiseForm

NUMBER, PARTNER, SECRET = "06-12345678", "Buurtteam", "zevenblad"


def furnish(db, case_id: UUID) -> None:
    """Note something of everything a form may be about."""

    def note(service, *what) -> None:
        db.call(service, case_id, *what, now=ago(0))

    note(around_her.household, HOME)
    note(around_her.situation, PLAYS)
    note(safe_contact.agree_with, YES, AGREED)
    note(consents.answer, SHARE)
    note(around_her.promise, Promise(UUID(int=7), "belt over de woning", "Jolanda", TODAY))
    note(around_her.clock_set, None, clock_from(Kind.RESTRAINING_ORDER, ago(2)))
    found = ReferralKind.LAWYER, "Juridisch Loket", Area.WEST, ReferralStatus.AGREED, TODAY
    note(referrals.note, Referral(UUID(int=8), *found))


@dataclass
class Made:
    """How a form opens for a page, and what is typed in its fields, by their names."""

    kind: type
    typed: dict
    more: object = None

    def open(self, ctx, page):
        return self.kind(ctx, *(self.more(page) if self.more else (page,)))


def whose(page):
    return page.name.case_id


def running(page, *kinds):
    found = clocks_of(page.standing, ago(0))
    return next(each for each in found if each.kind in kinds)


def home(page, *more):
    return whose(page), page.standing.household, *more


def plays(part):
    return lambda page: (whose(page), page.standing.situation, part)


def first(page, what):
    return page, next(iter(getattr(page.standing, what).values()))


HER_YES = {"form": ["oral"], "language": "arabic", "heard_by": "Imane"}
FORMS = {
    "person": Made(PersonForm, {"relation": "buurvrouw", "lives_here": False}, home),
    "somebody": Made(PersonForm, {"words": SECRET, "age": "4_11"}, lambda page: home(page, 0)),
    "circle": Made(CircleForm, {"circle": SECRET}, home),
    "plan": Made(PlanForm, {"plan.made_with": "Veilig Thuis", "plan.on": "19 nov"}, home),
    "own words": Made(SituationForm, {"own_words": SECRET}, plays(Part.OWN_WORDS)),
    "worries": Made(SituationForm, {"worries": ["police", "money"]}, plays(Part.WORRIES)),
    "domains": Made(SituationForm, {"domains.home": SECRET}, plays(Part.DOMAINS)),
    "agreement": Made(AgreementForm, {"text": SECRET}),
    "promise": Made(PromiseForm, {"what": SECRET, "who": "Imane", "no_day": True}),
    "not kept": Made(NotKeptForm, {"otherwise": SECRET}, lambda page: first(page, "promises")),
    "score": Made(
        ScoreForm,
        {"number": [4], "voice": "child", "name": "dochter", "why": SECRET, "on": "2026-11-20"},
        lambda page: (whose(page), {}),
    ),
    "clock": Made(
        ClockForm,
        {"kind": "time_out", "days": "5", "hour": "09:05:00", "then": SECRET, "who": "Imane"},
        lambda page: (whose(page),),
    ),
    "another start": Made(
        ClockForm,
        {"child_expert": "yes", "who": "Imane"},
        lambda page: (whose(page), running(page, Kind.RESTRAINING_ORDER)),
    ),
    "last day": Made(
        FollowingForm,
        {"then": SECRET, "who": "Imane"},
        lambda page: (whose(page), running(page, *set(Kind) - {Kind.RESTRAINING_ORDER})),
    ),
    "longer": Made(
        LongerForm,
        {"days": "14"},
        lambda page: (whose(page), running(page, Kind.RESTRAINING_ORDER)),
    ),
    "answer": Made(
        AnswerForm,
        {"purpose": "share_with_partner", "receiver": "School", "may_know": ["home", "law"]}
        | HER_YES
        | {"how_long": True, "until": "2027-02-01", "why": SECRET},
    ),
    "asked again": Made(
        AnswerForm, HER_YES | {"how_long": False, "may_know": ["home"]}, lambda page: (page, SHARE)
    ),
    "contact": Made(
        ContactForm,
        {"may": True, "channels": ["call"], "number": NUMBER, "code_word": SECRET}
        | {"windows": [([0, 2], "09:00:00", "11:30:00"), ([4], "13:00:00", "14:00:00")]}
        | {"hide_number": True, "how_long": True, "until": "2026-12-01"},
    ),
    "closing": Made(
        ClosingForm,
        {"reason": "manages_herself", "after": "none"},
        lambda page: (page, page.standing.holding),
    ),
    "incident": Made(IncidentForm, {"what": SECRET}),
    "what happened": Made(WhatHappened, {"what": SECRET}),
    "name": Made(RenameForm, {"alias": "Iris"}),
    "offer": Made(HandOver, {"due": "2026-12-09"}, lambda page: (page, page.standing.holding)),
    "referral": Made(
        ReferralForm,
        {"kind": "lawyer", "by": SECRET, "area": "west", "status": "agreed", "on": "2026-11-20"},
    ),
    "how far": Made(HowFarForm, {"status": "first_meeting"}, lambda page: first(page, "referrals")),
}


def offered(db, case_id: UUID) -> None:
    """Offer her, so that the steps after it can be opened."""
    db.call(holders.offer, case_id, PARTNER, TODAY + timedelta(days=7), now=ago(0))


def ask_after(ctx, page):
    return AskAfter(ctx, page, TODAY)


def typed(form) -> dict:
    return form._draft._values()


def place(form) -> str:
    return form._draft._keeper.place


def fill(form, values) -> None:
    for name, value in values.items():
        field_values.write(form._draft._fields[name], value)


def page_of(db, case_id: UUID):
    return db.call(cases.page, case_id)
