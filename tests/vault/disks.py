"""Bad places for files: a disk that fills up, a folder that cannot be written."""

import os
import resource
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

NOBODY = 65534


@contextmanager
def as_ordinary_user() -> Iterator[None]:
    """Root may write everywhere; whoever sits at a desk may not."""
    if os.geteuid() != 0:
        yield
        return
    os.setresuid(NOBODY, NOBODY, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)


def own_room() -> Path:
    """Return a folder that an ordinary user reaches and owns."""
    folder = Path(tempfile.mkdtemp(prefix="room-"))
    if os.geteuid() == 0:
        os.chown(folder, NOBODY, NOBODY)
    return folder


def give_away(folder: Path) -> None:
    """Make the ordinary user the owner of everything in a folder."""
    for path in (folder, *folder.rglob("*")) if os.geteuid() == 0 else ():
        os.chown(path, NOBODY, NOBODY)


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
