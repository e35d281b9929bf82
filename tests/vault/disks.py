"""Bad places for files: a disk that fills up, a folder that cannot be written."""

import ctypes
import os
import resource
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

PAST_ALL_MODES = 1 << 1 | 1 << 2
"""The two capabilities of root that pass over the mode of a file (see capabilities(7))."""
VERSION_3 = 0x20080522
SET_SECUREBITS, NO_SETUID_FIXUP = 28, 4
"""From prctl(2): without the second, `access` would go by what root could do."""


@contextmanager
def as_ordinary_user() -> Iterator[None]:
    """Root may write everywhere; whoever sits at a desk may not, so this thread may not either."""
    if os.geteuid() != 0:
        yield
        return
    rights = (ctypes.c_uint32 * 6)()
    _ask("capget", _this_thread(), rights)
    _ask("prctl", SET_SECUREBITS, NO_SETUID_FIXUP)
    _ask("capset", _this_thread(), type(rights)(rights[0] & ~PAST_ALL_MODES, *rights[1:]))
    try:
        yield
    finally:
        _ask("capset", _this_thread(), rights)
        _ask("prctl", SET_SECUREBITS, 0)


def _this_thread() -> ctypes.Array:
    return (ctypes.c_uint32 * 2)(VERSION_3, 0)


def _ask(name: str, *given: object) -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    if getattr(libc, name)(*given):
        raise OSError(ctypes.get_errno(), name)


class Disk:
    """A folder whose disk can be filled to the last byte and emptied again."""

    def __init__(self, folder: Path, kind: str) -> None:
        self.folder = folder
        self.mounted = kind == "mounted" and self._mount()

    def _mount(self) -> bool:
        command = ["mount", "-t", "tmpfs", "-o", "size=3m,mode=0700", "tmpfs", str(self.folder)]
        with suppress(OSError):
            return subprocess.run(command, capture_output=True, check=False).returncode == 0
        return False

    @contextmanager
    def full(self) -> Iterator[None]:
        """Leave no room; where nothing can be mounted, by the limit the system has for a file."""
        if self.mounted:
            yield from self._filled()
            return
        soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
        try:
            yield
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    def _filled(self) -> Iterator[None]:
        filler = self.folder / "filler"
        with filler.open("wb", buffering=0) as file, suppress(OSError):
            while file.write(bytes(4096)):
                pass
        try:
            yield
        finally:
            filler.unlink()

    def close(self) -> None:
        if self.mounted:
            subprocess.run(["umount", "--lazy", str(self.folder)], check=True)
