"""Slow work for a page: when the page is gone, nobody waits for the answer any more."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject

from hgkm_desktop.ui.background import Background, Job

R = TypeVar("R")


def run_for(
    owner: QObject,
    background: Background,
    work: Callable[[], R],
    then: Callable[[R], object],
    failed: Callable[[Exception], object],
) -> Job:
    """Run slow work beside the window; its answer is ignored when `owner` is gone by then."""
    job = background.run(work, then, failed)
    owner.destroyed.connect(job.stop)
    return job
