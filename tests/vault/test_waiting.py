import json
from datetime import timedelta

import pytest
from desk import MONDAY
from hypothesis import given
from hypothesis import strategies as st

from hgkm_desktop.errors import TooSoon
from hgkm_desktop.models import new_id
from hgkm_desktop.vault import waiting

HER = new_id()


def _fail(folder, times, at=MONDAY):
    for _try in range(times):
        waiting.count_failure(folder, HER, at)


def _left(folder, at) -> int:
    try:
        waiting.refuse_when_too_soon(folder, HER, at)
    except TooSoon as refused:
        return refused.seconds
    return 0


def test_the_wait_doubles_up_to_a_minute():
    waits = [waiting.seconds_after(failures) for failures in range(12)]
    assert waits == [0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60]


def test_two_mistakes_are_free(tmp_path):
    _fail(tmp_path, 2)
    assert _left(tmp_path, MONDAY) == 0


def test_the_wait_ends_by_itself_and_survives_a_restart(tmp_path):
    _fail(tmp_path, 6)
    assert _left(tmp_path, MONDAY + timedelta(seconds=7)) == 2
    assert _left(tmp_path, MONDAY + timedelta(seconds=8)) == 0


def test_it_says_in_dutch_how_long(tmp_path):
    _fail(tmp_path, 5)
    with pytest.raises(TooSoon, match=r"Wacht 5 seconden\. Probeer het dan opnieuw\."):
        waiting.refuse_when_too_soon(tmp_path, HER, MONDAY)


def test_a_clock_moved_back_does_not_shorten_the_wait(tmp_path):
    _fail(tmp_path, 9)
    back = MONDAY - timedelta(days=1)
    assert _left(tmp_path, back) == 61
    assert _left(tmp_path, back + timedelta(seconds=59)) == 2


def test_a_clock_moved_back_does_not_make_it_endless_either(tmp_path):
    _fail(tmp_path, 9)
    back = MONDAY - timedelta(days=400)
    assert _left(tmp_path, back) == 61
    assert _left(tmp_path, back + timedelta(seconds=60)) == 0


def test_moving_the_clock_back_again_and_again_helps_nobody(tmp_path):
    _fail(tmp_path, 9)
    for day in range(1, 50):
        assert _left(tmp_path, MONDAY - timedelta(days=day)) == 61


def test_the_free_mistakes_of_tomorrow_keep_nobody_out_today(tmp_path):
    _fail(tmp_path, 2, MONDAY + timedelta(days=1))
    assert _left(tmp_path, MONDAY) == 0


def test_a_success_starts_anew(tmp_path):
    _fail(tmp_path, 9)
    waiting.forget(tmp_path, HER)
    assert _left(tmp_path, MONDAY) == 0
    waiting.forget(tmp_path, HER)


def test_others_need_not_wait(tmp_path):
    _fail(tmp_path, 9)
    waiting.refuse_when_too_soon(tmp_path, new_id(), MONDAY)


@pytest.mark.parametrize(
    "written",
    ["", "null", "[]", "3", '{"%s": 3}', '{"%s": []}', '{"%s": {"a": 1}}', '{"%s": ["x", 1]}'],
)
def test_a_damaged_file_keeps_nobody_out(tmp_path, written):
    (tmp_path / waiting.FILE).write_text(written.replace("%s", str(HER)))
    assert _left(tmp_path, MONDAY) == 0
    _fail(tmp_path, 3)
    assert _left(tmp_path, MONDAY) == 2


@pytest.mark.parametrize("failures", [10**6, 10**30, 1e308])
def test_an_impossible_number_of_failures_waits_a_minute_at_most(tmp_path, failures):
    known = {str(HER): (failures, MONDAY.timestamp())}
    (tmp_path / waiting.FILE).write_text(json.dumps(known))
    assert _left(tmp_path, MONDAY) == 61


@pytest.mark.parametrize("number", ["Infinity", "-Infinity", "NaN"])
def test_numbers_that_are_none_keep_nobody_out(tmp_path, number):
    (tmp_path / waiting.FILE).write_text(f'{{"{HER}": [{number}, 0]}}')
    assert _left(tmp_path, MONDAY) == 0


@given(st.binary(max_size=60))
def test_noise_in_the_file_keeps_nobody_out(tmp_path_factory, noise):
    folder = tmp_path_factory.mktemp("pauze")
    (folder / waiting.FILE).write_bytes(noise)
    assert _left(folder, MONDAY) == 0


def test_where_nothing_can_be_written_nobody_is_kept_out(tmp_path):
    gone = tmp_path / "weg"
    waiting.count_failure(gone, HER, MONDAY)
    assert _left(gone, MONDAY) == 0
    assert not gone.exists()


def test_the_file_names_nobody(tmp_path):
    _fail(tmp_path, 3)
    assert set(json.loads((tmp_path / waiting.FILE).read_text())) == {str(HER)}
    assert (tmp_path / waiting.FILE).stat().st_mode & 0o777 == 0o600
