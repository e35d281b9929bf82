import pytest
from desk import MONDAY, Make

from hgkm_desktop.errors import Forbidden
from hgkm_desktop.models import RealQuestion
from hgkm_desktop.models.codes import Act
from hgkm_desktop.services import audit_log, members, walk_ins


@pytest.fixture
def bea(sign_in):
    return sign_in("Bea")


def test_the_newest_lines_come_first_page_by_page(bea, make):
    for _line in range(5):
        make.walk_in()
    first = bea.call(audit_log.page, None, 3)
    second = bea.call(audit_log.page, first[-1].seq, 3)
    numbers = [entry.seq for entry in (*first, *second)]
    assert numbers == list(range(numbers[0], numbers[0] - 6, -1))


def test_a_line_says_who_when_what_and_which_but_no_content(bea, make, db):
    walk_in = make.walk_in(RealQuestion("zevenblad"), desk_question="zevenblad")
    (entry,) = bea.call(audit_log.page, None, 1)
    assert (entry.act, entry.kind, entry.record_id) == (Act.CREATE, "walk_in", walk_in.id)
    assert (entry.at, entry.member_id) == (MONDAY, db.actor.member_id)
    assert "zevenblad" not in repr(bea.call(audit_log.page))


def test_a_print_is_noted(bea, db):
    db.call(audit_log.note, Act.PRINT, "recovery_sheet")
    assert bea.call(audit_log.page)[0].act is Act.PRINT


def test_a_refusal_is_noted_with_the_part_that_was_asked_for(bea, sign_in, make):
    walk_in = make.walk_in(RealQuestion("zevenblad"))
    hanan = sign_in("Hanan")
    for service, *given in ((walk_ins.read_real_question, walk_in.id), (members.everyone,)):
        with pytest.raises(Forbidden):
            hanan.call(service, *given)
    refused = [(e.kind, e.member_id) for e in bea.call(audit_log.page) if e.act is Act.REFUSED]
    assert refused == [("members", hanan.actor.member_id), ("walk_ins", hanan.actor.member_id)]


def test_a_search_leaves_no_line_and_what_failed_neither(bea, db):
    before = bea.call(audit_log.page, None, 1)[0].seq
    with pytest.raises(Exception, match="Kies minstens"):
        Make(db).walk_in(topics=())
    assert bea.call(audit_log.page, None, 1)[0].seq == before


def test_a_founded_log_with_a_whole_team_is_unbroken(bea):
    assert bea.call(audit_log.first_broken_line) is None
    assert len(bea.call(audit_log.page, None, 1000)) > 10
