"""One quick lock in a process of its own: how long from the key until everything is hidden."""

import sys
import time
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hgkm_desktop.app import Program
from hgkm_desktop.ui.window import Window


def main(data: str, member: str, answer: str, passphrase: str) -> None:
    """Sign in, press F12, write the seconds until the covering page is painted."""
    app = QApplication([])
    hidden: list[float] = []
    covered = Window.cover

    def cover(window: Window, page) -> None:  # noqa: ANN001
        covered(window, page)
        hidden.append(time.perf_counter())

    Window.cover = cover  # type: ignore[method-assign]
    program = Program(data, restart=lambda _member, _place: app.quit())
    program.begin()
    program.doorway.page.submitted.emit(UUID(member), passphrase)  # type: ignore[union-attr]
    while program.desk is None:
        QTest.qWait(10)
    QTest.qWait(300)
    begin = time.perf_counter()
    QTest.keyClick(program.window, Qt.Key.Key_F12)
    Path(answer).write_text(str(hidden[0] - begin))


if __name__ == "__main__":
    main(*sys.argv[1:4], passphrase=sys.stdin.readline().strip())
