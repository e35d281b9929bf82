import gc

import pytest

from hgkm_desktop.ui import collecting
from hgkm_desktop.ui.collecting import Collector, Pause


@pytest.fixture(autouse=True)
def as_before():
    """The collector is on again afterwards, whatever a test does to it."""
    yield
    gc.enable()
    assert Pause.jobs == 0


@pytest.fixture
def collected(monkeypatch):
    """What the collector was asked to collect, for a count of our own."""

    def use(*count):
        asked = []
        monkeypatch.setattr(collecting.gc, "get_count", lambda: count)
        monkeypatch.setattr(collecting.gc, "collect", asked.append)
        return asked

    return use


def test_from_now_on_it_collects_by_the_clock_of_the_window(qtbot, monkeypatch, collected):
    monkeypatch.setattr(collecting, "EVERY", 10)
    asked = collected(collecting.THRESHOLD + 1, 0, 0)
    collector = Collector()
    assert not gc.isenabled()
    qtbot.waitUntil(lambda: len(asked) > 1)
    collector._timer.stop()


@pytest.mark.parametrize(
    ("count", "generation"),
    [((700, 20, 20), []), ((701, 10, 10), [0]), ((701, 11, 10), [1]), ((701, 0, 11), [2])],
)
def test_it_collects_what_is_due_and_no_more(qapp, collected, count, generation):
    asked = collected(*count)
    Collector()._on_time()
    assert asked == generation


def test_a_pause_leaves_a_collector_that_was_off_alone():
    gc.disable()
    Pause.begin()
    Pause.end()
    assert not gc.isenabled()


def test_only_the_end_of_the_last_job_switches_it_on_again():
    Pause.begin()
    Pause.begin()
    Pause.end()
    assert not gc.isenabled()
    Pause.end()
    assert gc.isenabled()
