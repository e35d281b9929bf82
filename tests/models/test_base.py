import time
from datetime import UTC, datetime, timedelta, timezone
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy.dialects.sqlite import dialect

from hgkm_desktop.models import Draft, RealQuestion, Statement, new_id
from hgkm_desktop.models.base import Code, Codes, Moment
from hgkm_desktop.models.codes import CHIP_TOPICS, HelpTopic, Role, main_role

DIALECT = dialect()
topics = st.lists(st.sampled_from(HelpTopic))
zones = st.integers(-14 * 60, 14 * 60).map(lambda m: timezone(timedelta(minutes=m)))
moments = st.datetimes(datetime(1900, 1, 1), datetime(2200, 1, 1), timezones=zones)


def _there_and_back(kind, value):
    return kind.process_result_value(kind.process_bind_param(value, DIALECT), DIALECT)


@settings(deadline=None)
@given(topics)
def test_codes_come_back_once_each_in_the_order_of_the_list(chosen):
    found = _there_and_back(Codes(HelpTopic), chosen)
    assert set(found) == set(chosen)
    assert list(found) == [topic for topic in HelpTopic if topic in chosen]


@settings(deadline=None)
@given(topics, st.sampled_from(HelpTopic))
def test_one_code_can_be_looked_for_without_meeting_a_longer_one(chosen, sought):
    stored = Codes(HelpTopic).process_bind_param(chosen, DIALECT)
    assert (f" {sought.value} " in stored) == (sought in chosen)


@pytest.mark.parametrize("nothing", [None, (), ""])
def test_no_codes_are_no_codes(nothing):
    assert _there_and_back(Codes(Role), nothing) == ()
    assert Codes(Role).process_result_value(None, DIALECT) == ()


def test_a_code_that_is_not_in_the_list_is_refused():
    with pytest.raises(ValueError, match="nonsense"):
        Code(Role).process_bind_param("nonsense", DIALECT)
    with pytest.raises(ValueError, match="nonsense"):
        Codes(Role).process_result_value(" nonsense ", DIALECT)


@pytest.mark.parametrize("role", [None, *Role])
def test_a_code_comes_back_as_itself(role):
    assert _there_and_back(Code(Role), role) is role


@settings(deadline=None)
@given(moments)
def test_a_moment_comes_back_in_utc_to_the_microsecond(moment):
    back = _there_and_back(Moment(), moment)
    assert back == moment
    assert back.tzinfo is UTC


def test_no_moment_is_no_moment_and_one_without_a_zone_is_refused():
    assert _there_and_back(Moment(), None) is None
    with pytest.raises(ValueError, match="zone"):
        Moment().process_bind_param(datetime(2026, 11, 23), DIALECT)


def test_ids_follow_the_time_and_are_never_the_same():
    before = time.time_ns() // 1_000_000
    ids = [new_id() for _ in range(2000)]
    after = time.time_ns() // 1_000_000
    assert len(set(ids)) == 2000
    assert {(id_.version, id_.variant) for id_ in ids} == {(7, "specified in RFC 4122")}
    assert all(before <= id_.int >> 80 <= after for id_ in ids)
    time.sleep(0.002)
    assert new_id() > max(ids)


def test_a_record_shows_type_and_id_only():
    draft = Draft(member_id=UUID(int=1), place="zevenblad", sealed=b"zevenblad", kept_at=None)
    assert repr(draft) == f"<Draft {draft.id}>"
    assert repr(Statement(name="zevenblad", data=b"")) == "<Statement >"


def test_a_real_question_is_one_only_when_something_was_written():
    assert not RealQuestion()
    assert RealQuestion("x")
    assert RealQuestion(own_words="x")


def test_the_number_keys_have_nine_different_topics():
    assert len(set(CHIP_TOPICS)) == 9


def test_somebody_with_several_tasks_is_shown_by_the_one_that_says_most():
    assert main_role([Role.VOLUNTEER, Role.ADMINISTRATOR, Role.COORDINATOR]) is Role.COORDINATOR
    assert main_role([Role.STAFF, Role.CONFIDANT]) is Role.CONFIDANT
    assert main_role([]) is Role.VOLUNTEER
