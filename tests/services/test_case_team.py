"""Who stands beside her changes: a new key each time, and nobody reads on with an old one."""

import pytest
from desk import MONDAY
from sqlalchemy import text
from sqlalchemy.orm import Session
from standing_beside import candidates, member, open_linde

from hgkm_desktop.errors import Forbidden, Invalid
from hgkm_desktop.models import Case, CaseEntry, Ring
from hgkm_desktop.models.codes import Role
from hgkm_desktop.rules.bodies import Note
from hgkm_desktop.rules.holding import State
from hgkm_desktop.services import (
    case_board,
    case_notes,
    case_team,
    cases,
    drafts,
    members,
)
from hgkm_desktop.services.recovery import Helpers
from hgkm_desktop.vault import case_ring


@pytest.fixture
def opened(desk, sign_in):
    leyla = sign_in("Leyla")
    case_id = open_linde(desk, leyla)
    leyla.call(case_notes.write, case_id, Note(MONDAY, seen="zevenblad"), now=MONDAY)
    return leyla, case_id


def sealed(db):
    with Session(db.engine) as session:
        return {bytes(e.sealed) for e in session.query(CaseEntry)} | {
            bytes(c.sealed) for c in session.query(Case)
        }


def test_whoever_goes_reads_nothing_on_and_everything_has_a_new_key(opened, sign_in, desk):
    leyla, case_id = opened
    imane = sign_in("Imane")
    imane.call(cases.page, case_id)
    before = sealed(leyla)
    leyla.call(case_team.change, case_id, candidates(desk)[:1], now=MONDAY)
    assert not before & sealed(leyla)
    with pytest.raises(Forbidden):
        imane.call(cases.page, case_id)
    page = leyla.call(cases.page, case_id)
    assert page.standing.notes[0].body.seen == "zevenblad"
    assert page.second is None


def test_one_who_knows_her_story_stays(opened, desk):
    leyla, case_id = opened
    with pytest.raises(Invalid):
        leyla.call(case_team.change, case_id, candidates(desk, Leyla=True, Imane=True), now=MONDAY)


def test_the_first_confidant_holds_her_when_who_held_her_goes(opened, sign_in, desk):
    leyla, case_id = opened
    leyla.call(case_team.change, case_id, candidates(desk)[1:], now=MONDAY)
    page = sign_in("Imane").call(cases.page, case_id)
    assert (page.standing.holding.holder.person, page.second) == ("Imane", None)
    with pytest.raises(Forbidden):
        leyla.call(cases.page, case_id)


def test_who_left_is_taken_out_with_a_new_key(opened, sign_in, desk):
    leyla, case_id = opened
    sign_in("Bea").call(members.leave, member(desk, "Imane"), now=MONDAY)
    leyla = sign_in("Leyla")
    before = sealed(leyla)
    assert leyla.call(case_team.drop_leavers, now=MONDAY) == 1
    assert not before & sealed(leyla)
    assert leyla.call(cases.page, case_id).second is None
    assert leyla.call(case_team.drop_leavers, now=MONDAY) == 0


def test_a_new_passphrase_gives_no_key_until_a_person_says_yes(opened, sign_in, desk):
    leyla, case_id = opened
    sign_in("Bea").call(members.reset_passphrase, member(desk, "Imane"), now=MONDAY)
    leyla = sign_in("Leyla")
    assert leyla.call(case_team.drop_leavers, now=MONDAY) == 0
    (waits,) = leyla.call(case_team.waiting)
    assert (waits.case_id, waits.name, waits.member_id) == (
        case_id,
        "Linde",
        member(desk, "Imane"),
    )
    leyla.call(case_team.give_again, case_id, now=MONDAY)
    assert leyla.call(case_team.waiting) == []


def test_every_generation_stays_and_vouches_for_the_next(opened, desk):
    leyla, case_id = opened
    for _ in range(3):
        leyla.call(case_team.give_again, case_id, now=MONDAY)
    with Session(leyla.engine) as session:
        assert session.query(Ring).filter_by(name=f"case:{case_id}").count() == 4
    ring = leyla.call(_ring, case_id)
    assert ring.generation == 4


def _ring(session, case_id):
    return case_ring.current(session, case_id)


@pytest.fixture
def orphaned(opened, sign_in, desk):
    """Both confidants got new passphrases on one day: only the recovery key opens her case."""
    _, case_id = opened
    bea = sign_in("Bea")
    for name in ("Leyla", "Imane"):
        bea.call(members.reset_passphrase, member(desk, name), now=MONDAY)
    bea.call(members.change, member(desk, "Joke"), "Joke", {Role.CONFIDANT, Role.STAFF}, 3)
    return sign_in("Salma"), case_id


def test_two_people_a_reason_and_a_line_bring_a_case_back(orphaned, sign_in, desk):
    salma, case_id = orphaned
    assert salma.call(case_team.orphans) == [case_id]
    helpers, joke = Helpers(desk.code), candidates(desk, Joke=False)[2:]
    reason = "Beiden kwijt"
    salma.call(case_team.recover, case_id, reason, helpers, joke, now=MONDAY)
    with pytest.raises(Forbidden):
        salma.call(cases.page, case_id)
    page = sign_in("Joke").call(cases.page, case_id)
    assert [note.body.seen for note in page.standing.notes] == ["zevenblad", reason]
    assert page.standing.holding.state((member(desk, "Joke"),)) is State.US
    with Session(salma.engine) as session:
        sql = "SELECT count(*) FROM audit_line WHERE act = 'recover' AND kind = 'case_record'"
        assert session.execute(text(sql)).scalar() == 1
    assert salma.call(case_team.orphans) == []


def test_recovery_needs_each_of_its_parts(orphaned, desk):
    salma, case_id = orphaned
    joke, nobody = candidates(desk, Joke=False)[2:], candidates(desk, Joke=True)[2:]
    recover = case_team.recover, case_id
    for given, problem in (
        (("", Helpers(desk.code), joke), "reason"),
        (("Waarom", Helpers(desk.code), nobody), "candidates"),
        (("Waarom", Helpers(), joke), "halves"),
    ):
        with pytest.raises(Invalid) as refused:
            salma.call(*recover, *given, now=MONDAY)
        assert set(refused.value.problems) == {problem}
    with pytest.raises(Forbidden):
        salma.call(
            case_team.recover, member(desk, "Joke"), "Waarom", Helpers(desk.code), joke, now=MONDAY
        )


def test_only_a_coordinator_recovers(orphaned, sign_in, desk):
    _, case_id = orphaned
    joke = candidates(desk, Joke=False)[2:]
    with pytest.raises(Forbidden):
        sign_in("Bea").call(
            case_team.recover, case_id, "Waarom", Helpers(desk.code), joke, now=MONDAY
        )
    with pytest.raises(Forbidden):
        sign_in("Joke").call(case_team.orphans)


def test_the_board_follows(opened, sign_in, desk):
    leyla, case_id = opened
    salma = sign_in("Salma")
    salma.call(case_board.start, now=MONDAY)
    leyla.call(case_team.change, case_id, candidates(desk)[1:], now=MONDAY)
    (row,) = salma.call(case_board.board)
    assert (row.person, row.confidants) == ("Imane", (member(desk, "Imane"),))


def test_what_she_half_typed_goes_with_whoever_goes(opened, sign_in, desk):
    leyla, case_id = opened
    imane, place = sign_in("Imane"), f"cases/{case_id}/note"
    for db in (leyla, imane):
        db.call(drafts.keep, place, {"seen": "half"})
    leyla.call(case_team.change, case_id, candidates(desk)[:1], now=MONDAY)
    assert imane.call(drafts.look, place) is None
    assert leyla.call(drafts.look, place) == {"seen": "half"}
