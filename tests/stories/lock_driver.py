"""A real program, driven from inside: sign in, type the words given, and press the lock key."""

import sys
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hgkm_desktop.app import Program
from hgkm_desktop.models import RealQuestion
from hgkm_desktop.models.codes import HelpTopic
from hgkm_desktop.services import walk_in_list, walk_ins


def main(data: str, member: str) -> None:
    passphrase, marker, half_typed = (sys.stdin.readline().strip() for _ in range(3))
    app = QApplication([])
    program = Program(data)
    program.begin()
    program.doorway.page.submitted.emit(UUID(member), passphrase)
    while program.desk is None:
        QTest.qWait(10)
    db = program.desk.db
    for number in range(200):
        record = db.call(walk_ins.blank, now=program.now())
        record.topics, record.desk_question = (HelpTopic.DEBT,), f"{marker} {number}"
        db.call(walk_ins.log, record, RealQuestion(f"{marker} vraag"), now=program.now())
    rows = db.call(walk_in_list.page, walk_in_list.Query()).rows
    db.call(walk_ins.read_real_question, rows[0].id)
    program.desk.page.current.refresh()
    view = program.desk.page.current
    draft = view.draft() or {}
    view.restore(draft | {"desk_question": half_typed})
    QTest.qWait(200)
    print("typed", flush=True)
    sys.stdin.readline()
    sys.argv = ["hgkm-desktop", "--data-dir", data]
    QTest.keyClick(program.window, Qt.Key.Key_F12)
    app.exec()
    raise AssertionError("the program was not started anew")


if __name__ == "__main__":
    main(*sys.argv[1:3])
