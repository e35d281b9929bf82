import gc
import threading

import pytest

from hgkm_desktop.errors import UserError
from hgkm_desktop.ui.background import Background, Job
from hgkm_desktop.ui.collecting import Pause


@pytest.fixture
def background(qapp):
    made = Background()
    yield made
    made.wait()


def test_work_runs_elsewhere_and_its_answer_comes_back_here(background, qtbot):
    places = []
    job = background.run(
        lambda: (places.append(threading.get_ident()), 7)[1],
        lambda answer: places.append((threading.get_ident(), answer)),
    )
    with qtbot.waitSignal(job.ended):
        pass
    here = threading.get_ident()
    assert places[0] != here
    assert places[1] == (here, 7)


def test_a_failure_goes_to_whoever_asked(background, qtbot):
    def work():
        raise UserError("That failed.")

    failures = []
    job = background.run(work, lambda _: failures.append("no"), failures.append)
    with qtbot.waitSignal(job.ended):
        pass
    assert [error.title for error in failures] == ["That failed."]


def test_a_failure_nobody_asked_about_reaches_the_error_hook(background, qtbot):
    def work():
        raise ZeroDivisionError

    with qtbot.captureExceptions() as caught:
        job = background.run(work, lambda _: None)
        with qtbot.waitSignal(job.ended):
            pass
    assert [kind for kind, *_ in caught] == [ZeroDivisionError]


@pytest.mark.parametrize("fails", [False, True])
def test_the_answer_of_stopped_work_is_ignored(background, qtbot, fails):
    may_end, told = threading.Event(), []

    def work():
        may_end.wait(5)
        if fails:
            raise ZeroDivisionError

    job = background.run(work, told.append, told.append)
    job.stop()
    may_end.set()
    with qtbot.waitSignal(job.ended):
        pass
    assert told == []


def test_waiting_ends_with_everything_done_and_nothing_told(background, qtbot):
    done, told = [], []
    background.run(lambda: done.append(1), told.append)
    background.wait()
    qtbot.wait(1)
    assert done == [1]
    assert told == []


def test_finished_work_is_let_go(background, qtbot):
    job = background.run(int, lambda _: None)
    with qtbot.waitSignal(job.ended):
        pass
    assert background._jobs == set()


def test_the_garbage_collector_waits_for_every_job(background, qtbot):
    assert gc.isenabled()
    may_end = threading.Event()
    jobs = [background.run(lambda: may_end.wait(5), lambda _: None) for _ in range(2)]
    assert not gc.isenabled()
    with qtbot.waitSignals([job.ended for job in jobs]):
        may_end.set()
    assert gc.isenabled()
    assert Pause.jobs == 0


def test_a_job_can_be_run_without_a_background(qtbot):
    told = []
    job = Job(lambda: 3, told.append)
    with qtbot.waitSignal(job.ended):
        job.start()
    job.wait()
    assert told == [3]
