"""The part of the table (test_access.py) that is about women we stand beside."""

from uuid import UUID

from desk import MONDAY
from standing_beside import AGREED, MAY_CONTACT, TODAY, YES, linde

from hgkm_desktop.models.codes import Role
from hgkm_desktop.rules.advice import Advice
from hgkm_desktop.rules.bodies import (
    Agreement,
    GuideNote,
    Household,
    Incident,
    Note,
    Promise,
    Referral,
    Score,
    Situation,
)
from hgkm_desktop.rules.clocks import Clock, Kind
from hgkm_desktop.rules.contact import Channel
from hgkm_desktop.rules.holding import Ending, Reason, Waiting
from hgkm_desktop.rules.lists import (
    Area,
    GuideStep,
    Outcome,
    Purpose,
    ReferralKind,
    ReferralStatus,
    Voice,
)
from hgkm_desktop.services.cases import Candidate
from hgkm_desktop.services.finding import EMPTY
from hgkm_desktop.services.recovery import Helpers

C, K, A = Role.CONFIDANT, Role.COORDINATOR, Role.ADMINISTRATOR
OPENERS = {C, K}
DESK = {Role.VOLUNTEER, C, Role.STAFF, K}
ALL = set(Role)
NOW = {"now": MONDAY}
SHOWN = ReferralKind.SUPPORT_GROUP, "wijkteam", Area.OOST, ReferralStatus.STILL_ATTENDING, TODAY
RUNNING = Clock(Kind.RESTRAINING_ORDER, MONDAY, 10)

TOOLS = {
    "case_board.put": "writes the board with an open key, which only `open_ring` gives",
    "case_key.add": "seals with an open key",
    "case_key.everything": "reads with an open key",
    "case_key.last_link": "reads with an open key",
    "case_key.seal_again": "seals with two open keys",
    "case_key.stands": "reads with an open key",
    "case_key.who_may": "refuses whoever is named and may not; whoever asks was asked before",
    "case_name.change": "seals with an open key",
    "case_name.keep": "seals with an open key",
    "case_name.name_with": "reads with an open key",
    "case_name.seal_again": "seals with two open keys",
    "cases.page_with": "reads with an open key",
}
"""What cannot be called without what only a service gives, after it asked who may; and why."""


def beside(work):
    """Return the line of a service that is about one case: for who stands beside her."""
    return {C}, lambda c: _with_case(c.case_id, *work(c))


def _with_case(case_id: UUID, given=(), named=NOW):
    return (case_id, *given), named


def _helped(c) -> Helpers:
    return Helpers(c.desk.code)


def _leyla(c) -> list[Candidate]:
    return [Candidate(c.leyla, False)]


ABOUT_HER = {
    "around_her.agreement": beside(lambda c: ((Agreement(UUID(int=1), "Geen post"),),)),
    "around_her.clock_set": beside(lambda c: ((None, RUNNING),)),
    "around_her.end_clock": beside(lambda c: ((UUID(int=1),),)),
    "around_her.guide": beside(lambda c: ((GuideNote(GuideStep.CONSULT, TODAY, "gebeld"),),)),
    "around_her.household": beside(lambda c: ((Household(),),)),
    "around_her.promise": beside(lambda c: ((Promise(UUID(int=1), "bellen", "Leyla"),),)),
    "around_her.score": beside(lambda c: ((Score(TODAY, 4, Voice.HERSELF),),)),
    "around_her.situation": beside(lambda c: ((Situation(),),)),
    "case_key.note": beside(lambda c: ((Incident(TODAY),),)),
    "case_key.open_ring": beside(lambda c: ((), {})),
    "case_notes.write": beside(lambda c: ((Note(MONDAY, seen="gezien"),),)),
    "case_team.change": beside(lambda c: ((_leyla(c),),)),
    "case_team.give_again": beside(lambda c: ()),
    "cases.name_of": beside(lambda c: ((), {})),
    "cases.page": beside(lambda c: ((), {})),
    "cases.rename": beside(lambda c: (("Roos",), {})),
    "consents.answer": beside(lambda c: ((YES,),)),
    "consents.withdraw": beside(lambda c: ((Purpose.INTERPRETER,),)),
    "erasing.erase": ({C}, lambda c: ((c.other_case_id,), NOW)),
    "holders.accept": beside(lambda c: (("Anna",),)),
    "holders.asked_after": beside(lambda c: ((TODAY, "goed"),)),
    "holders.close": beside(
        lambda c: ((Reason.MANAGES_HERSELF, None), {"agreed_none": True, **NOW})
    ),
    "holders.confirm": beside(lambda c: ()),
    "holders.end_handover": beside(lambda c: ((Ending.REFUSED,),)),
    "holders.feedback": beside(lambda c: ()),
    "holders.offer": beside(lambda c: (("", TODAY),)),
    "holders.reopen": beside(lambda c: ()),
    "holders.take": beside(lambda c: ()),
    "holders.talk": beside(lambda c: ()),
    "holders.wait": beside(lambda c: ((Waiting("plek", TODAY, "Leyla"),),)),
    "referrals.note": beside(lambda c: ((Referral(UUID(int=1), *SHOWN),),)),
    "safe_contact.agree": beside(lambda c: ((AGREED,),)),
    "safe_contact.agree_with": beside(lambda c: ((MAY_CONTACT, AGREED),)),
    "safe_contact.incident": beside(lambda c: (("gehoord",),)),
    "safe_contact.reach": beside(lambda c: ((Channel.CALL,),)),
    "safe_contact.still_right": beside(lambda c: ()),
    "safe_contact.tried": beside(lambda c: ((Channel.CALL, Outcome.NO_ANSWER),)),
}
"""For who stands beside her, and for nobody else, whatever her role."""

ROWS = ABOUT_HER | {
    "advice_log.ask": ({C}, lambda c: ((Advice(TODAY, "gevraagd"),), NOW)),
    "advice_log.page": ({C}, lambda c: ((), {})),
    "case_board.board": ({K}, lambda c: ((), {})),
    "case_board.fill": ({C}, lambda c: ((), NOW)),
    "case_board.missing": ({C}, lambda c: ((), {})),
    "case_board.start": ({K}, lambda c: ((), NOW)),
    "case_key.mine": ({C}, lambda c: ((), {})),
    "case_list.rows": ({C}, lambda c: ((), NOW)),
    "case_team.drop_leavers": ({C}, lambda c: ((), NOW)),
    "case_team.orphans": ({K}, lambda c: ((), {})),
    "case_team.recover": (
        {K},
        lambda c: ((c.case_id, "nieuw", _helped(c), _leyla(c)), NOW),
    ),
    "case_team.waiting": ({C}, lambda c: ((), {})),
    "cases.names": ({C}, lambda c: ((), {})),
    "cases.open_case": (OPENERS, lambda c: ((linde(c.desk),), NOW)),
    "finding.visits": (DESK, lambda c: (("zevenblad",), {})),
    "gathering.gather": (ALL, lambda c: ((), {})),
    "gathering.with_questions": (ALL, lambda c: ((EMPTY,), {})),
    "numbers.in_need": (ALL, lambda c: ((), {})),
    "organisation.choose_meldcode": ({K, A}, lambda c: (("free",), {})),
    "referrals.counts": (OPENERS, lambda c: ((2026,), {})),
    "recovery.key_with_helpers": ({K}, lambda c: ((_helped(c),), {})),
}
