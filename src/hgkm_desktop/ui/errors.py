"""The one place where errors end up."""

import logging
import sys
import traceback
from collections.abc import Callable
from types import TracebackType

from hgkm_desktop.errors import UserError
from hgkm_desktop.texts import tr

log = logging.getLogger(__name__)


def install(show: Callable[[str, str], None]) -> None:
    """Send every uncaught error to `show` (title, hint), and unexpected ones to the log too."""

    def handle(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if isinstance(error, UserError):
            show(error.title, error.hint)
            return
        log.critical("unexpected error\n%s", without_content(kind, trace))
        show(tr("Something went wrong."), tr("What you typed is kept. Try again."))

    sys.excepthook = handle


def without_content(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Return a traceback that names places and the kind of error, but never a value or message."""
    frames = traceback.extract_tb(trace)
    lines = [f"{frame.name} line {frame.lineno}" for frame in frames]
    return "\n".join([*lines, kind.__name__])
