"""Before anything else: no core dumps, nobody else reads our files or our memory."""

import os
import sys

PR_SET_DUMPABLE = 4


def harden() -> None:
    """Make files ours alone and keep the memory out of dumps and debuggers (SECURITY.md)."""
    os.umask(0o077)
    if os.name == "posix":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)
