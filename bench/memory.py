"""Peak memory with the largest log open and its list scrolled, in a process of its own."""

import resource
import sys
from uuid import UUID

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hgkm_desktop.app import Program


def main(data: str, member: str, passphrase: str) -> None:
    """Sign in, open the list, page through it; print the peak in MB (without Argon2's 256 MB)."""
    QApplication([])
    program = Program(data, restart=lambda _member, _place: None)
    program.begin()
    program.doorway.page.submitted.emit(UUID(member), passphrase)  # type: ignore[union-attr]
    assert QTest.qWaitFor(lambda: program.desk is not None, 30_000)
    QTest.qWait(500)
    view = program.desk.page.current  # type: ignore[union-attr]
    view.find("zorgtoeslag")  # type: ignore[union-attr]
    QTest.qWait(3000)
    with open("/proc/self/status", encoding="ascii") as status:
        resident = next(line for line in status if line.startswith("VmRSS")).split()[1]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    sys.stdout.write(f"{int(resident) // 1024} {peak // 1024}\n")


if __name__ == "__main__":
    main(*sys.argv[1:3], passphrase=sys.stdin.readline().strip())
