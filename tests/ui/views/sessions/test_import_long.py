"""A list from a file: thousands of lines, late answers, hidden names, and the keyboard."""

import threading
import time

from files_desk import as_file
from PySide6.QtCore import QElapsedTimer, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from hgkm_desktop import texts
from hgkm_desktop.services.registration_files import Column
from hgkm_desktop.services.tables import Format
from hgkm_desktop.ui.views.sessions import import_found
from hgkm_desktop.ui.views.sessions.import_overlay import ask_for_list


def test_names_that_are_hidden_are_not_shown_before_they_go_in(seat, read_in):
    seat.ctx.veil(True)
    session = seat.plan()
    overlay = read_in(session, as_file())
    model = overlay.found.good
    assert {model.index(row, 1).data() for row in range(3)} == {import_found.HIDDEN}
    assert "Samira" not in seat.words(overlay)
    assert "Namen zijn verborgen" in seat.words(overlay)
    seat.push(overlay.accept_button)
    assert seat.names(session) == ["Samira", "Zonnebloem", "Fatima"]


def test_hostile_cells_stay_text(seat, read_in):
    session = seat.plan()
    rows = [("=cmd",), ("<b>Ayan</b>",), ("سميرة",)]
    overlay = read_in(session, as_file(rows, header=("Naam",)))
    seat.push(overlay.accept_button)
    assert "سميرة" in seat.names(session)
    assert seat.names(session) == ["=cmd", "<b>Ayan</b>", "سميرة"]


def test_ten_thousand_lines_never_hold_the_window_up(seat, read_in):
    session = seat.plan()
    rows = [(f"Naam{'abcdefghij'[n % 10]}", "", "Somali", "", n % 4, "") for n in range(10_000)]
    content = as_file(rows, Format.CSV)
    beats, clock = [], QElapsedTimer()
    clock.start()
    timer = QTimer(interval=10)
    timer.timeout.connect(lambda: beats.append(clock.restart()))
    timer.start()
    overlay = read_in(session, content)
    assert overlay.accept_button.text() == "Zet 10000 erbij"
    assert len(overlay.found.good.rows) == import_found.PAGE
    seat.push(overlay.accept_button)
    timer.stop()
    assert max(beats) < 1000, "the window stood still"
    assert len(seat.people(session)) == 10_000
    seat.ctx.undo()
    assert seat.people(session) == []


def test_long_lists_come_page_by_page(seat, read_in):
    rows = [(f"Naam{'abcdefghij'[n % 10]}", "", "", "", 0, "") for n in range(250)]
    overlay = read_in(seat.plan(), as_file(rows, Format.CSV))
    model = overlay.found.good
    seen = [len(model.rows)]
    while model.canFetchMore(model.index(-1, -1)):
        model.fetchMore(model.index(-1, -1))
        seen.append(len(model.rows))
    assert seen == [100, 200, 250, 250]


def test_an_older_choice_that_is_answered_late_changes_nothing(seat, read_in, monkeypatch):
    session = seat.plan()
    overlay = read_in(session, as_file())
    from hgkm_desktop.services import registration_files

    may_go, real = threading.Event(), registration_files.preview

    def slow(db_session, session_id, table, matching):
        if Column.LANGUAGE in matching:
            may_go.wait(10)
        return real(db_session, session_id, table, matching)

    monkeypatch.setattr(registration_files, "preview", slow)
    overlay._look()
    assert overlay.is_busy()
    overlay.accept()
    assert seat.people(session) == []
    overlay.match.combo(Column.LANGUAGE).set_value(None)
    overlay._look()
    until = time.monotonic() + 10
    while overlay.is_busy() and time.monotonic() < until:
        QTest.qWait(10)
    assert overlay.accept_button.text() == "Zet 4 erbij"
    may_go.set()
    seat.settle()
    assert overlay.accept_button.text() == "Zet 4 erbij"


def test_while_it_goes_in_the_dialog_stays(seat, read_in):
    session = seat.plan()
    overlay = read_in(session, as_file())
    overlay.accept()
    overlay.reject()
    assert seat.overlay is overlay
    seat.settle()
    assert seat.overlay is None
    assert len(seat.people(session)) == 3


def test_the_keyboard_begins_at_the_file_and_ends_at_the_button(seat, read_in):
    overlay = read_in(seat.plan(), as_file())
    stops = overlay.stops()
    assert stops[0] is overlay.choose
    assert stops[-1] is overlay.accept_button
    assert stops[1] is overlay.match.combo(Column.NAME)


def test_the_dialog_asks_for_tables_in_our_words(seat, tmp_path):
    read = []
    ask_for_list(seat.window, lambda *given: read.append(given))
    dialog = next(each for each in QApplication.topLevelWidgets() if isinstance(each, QFileDialog))
    assert dialog.nameFilters() == ["Tabel (*.xlsx *.ods *.csv)"]
    chosen = tmp_path / "lijst.csv"
    chosen.write_bytes(as_file(form=Format.CSV))
    dialog.fileSelected.emit(str(chosen))
    assert read == [(as_file(form=Format.CSV), ".csv")]
    dialog.close()
    seat.settle()


def test_a_reason_in_arabic_that_begins_with_a_dutch_word_runs_to_the_left(seat, read_in):
    texts.use("ar")
    overlay = read_in(seat.plan(), as_file())
    reason = overlay.found.bad.index(0, 1).data()
    assert reason.startswith("\u2067")
    assert "“" in reason
