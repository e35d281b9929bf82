"""Peak memory with the largest log open and its list scrolled, in a process of its own."""

import sys
from pathlib import Path
from uuid import UUID

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hgkm_desktop.app import Program


def main(data: str, member: str, passphrase: str) -> None:
    """Sign in, then search and page through the list; print the peak from there on, in MB."""
    QApplication([])
    program = Program(data, restart=lambda _member, _place: None)
    program.begin()
    program.doorway.page.submitted.emit(UUID(member), passphrase)  # type: ignore[union-attr]
    while program.desk is None:
        QTest.qWait(10)
    QTest.qWait(500)
    # Sign-in itself needs Argon2's 256 MB for a second; the peak is counted from here on.
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    view = program.desk.page.current  # type: ignore[union-attr]
    view.find("zorgtoeslag")  # type: ignore[union-attr]
    QTest.qWait(3000)
    status = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    peak = next(line for line in status if line.startswith("VmHWM")).split()[1]
    sys.stdout.write(f"{int(peak) // 1024}\n")


if __name__ == "__main__":
    main(*sys.argv[1:3], passphrase=sys.stdin.readline().strip())
