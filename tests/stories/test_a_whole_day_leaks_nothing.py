"""Left behind: nothing. A day in the real window with a marker typed into every field."""

import logging
import tempfile

import pytest
from a_day import (
    OWN_WORDS,
    Day,
    copy,
    files_of,
    forms,
    found_in,
    found_the_log,
    lock_half_typed,
    work,
)
from a_day_of_cases import HER_WORDS, choose_words_of_her_own, is_half_typed, stand_beside
from a_day_of_going import keep_the_week
from a_day_of_sessions import keep_the_sessions, stay_behind
from a_day_of_sheets import keep_the_sheets
from program import Running, running
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from sqlalchemy import LargeBinary, String, select

from hgkm_desktop.models import Record

TYPED = {
    "walk_in.desk_question",
    "walk_in.search_key",
    "walk_in.deleted_reason",
    "walk_in_correction.before",
    "organisation.name",
    "fixed_time.place",
    "fixed_time.title",
    "information_session.materials",
    "information_session.off_why",
    "information_session.place",
    "information_session.search_key",
    "information_session.speaker",
    "information_session.title",
    "information_session.what_worked",
    "member.name",
    "own_sheet.body",
    "partner.address",
    "partner.bring",
    "partner.costs",
    "partner.does",
    "partner.does_not",
    "partner.former_names",
    "partner.general_number",
    "partner.hours_words",
    "partner.name",
    "partner.night_number",
    "partner.night_words",
    "partner.type_words",
    "partner_agreement.text",
    "partner_person.direct_number",
    "partner_person.does",
    "partner_person.hours_words",
    "partner_person.name",
    "public_number.hours",
    "public_number.name",
    "public_number.number",
    "referral_count.organisation",
    "registration.name",
    "shift_note.text",
    "sheet_review.reader",
}
"""Where something stands that somebody typed as text; the day puts a marker in each."""
OURS = {
    "information_session.printed_for",
    "organisation.window_title",
    "organisation.meldcode",
    "organisation.hidden_fields",
    "audit_line.kind",
    "referral_count.area",
    "ring.name",
    "recovery_share.partner",
    "draft.place",
    "statement.name",
    "own_sheet.language",
    "own_sheet.sheet",
    "partner.hours",
    "partner_count.what",
    "partner_person.hours",
    "print_line.language",
    "print_line.sheet",
    "public_number.key",
    "session_handout.language",
    "session_handout.sheet",
    "session_series.rule",
    "sheet_choice.sheet",
    "sheet_review.fingerprint",
    "sheet_review.initials",
    "sheet_review.language",
    "sheet_review.sheet",
}
"""Words of ours: names of places and kinds, and the neutral title that everybody sees.

Opening hours are packed by the program: days and times. A fingerprint says nothing of its text;
initials are of the reader, and are printed on purpose.
"""
SEALED = {
    "advice_call.sealed",
    "appointment.sealed",
    "case_entry.sealed",
    "case_record.board",
    "case_record.sealed",
    "draft.sealed",
    "registration.sealed",
    "session_follow_up.sealed",
    "shift_note.sealed",
    "walk_in.sealed",
    "walk_in_correction.sealed",
}
"""Where something readable is sealed; the day seals a marker in each (typed_fields.py)."""
KEYS = {
    "audit_line.hash",
    "member.certificate",
    "member.slot",
    "recovery_share.sealed",
    "ring.statement",
    "ring_grant.statement",
    "statement.data",
}
"""Keys, hashes and signed words of the program: nobody types there."""


def text_columns() -> dict[str, object]:
    """Return every column that holds free text (codes of a list are types of their own)."""
    return {
        f"{table.name}.{column.name}": column
        for table in Record.metadata.tables.values()
        for column in table.columns
        if type(column.type) is String
    }


@pytest.fixture
def day(tmp_path, monkeypatch, caplog):
    caplog.set_level(logging.DEBUG)
    home = tmp_path / "home"
    made = Day(home)
    for name in ("HOME", "TMPDIR", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        (home / name.lower()).mkdir(mode=0o700)
        monkeypatch.setenv(name, str(home / name.lower()))
    monkeypatch.setattr(tempfile, "tempdir", None)
    monkeypatch.chdir(home)
    return made


def test_nothing_readable_stays_of_a_whole_day(day, qtbot, tmp_path, caplog, capfd):
    title = QApplication.clipboard().text()
    with running(day.data, qtbot, around=day.around()) as it:
        found_the_log(day, it)
        work(day, it)
        keep_the_sheets(day, it)
        keep_the_week(day, it)
        keep_the_sessions(day, it)
        copy(day, it)
        locked = lock_half_typed(day, it)
    with running(day.data, qtbot, locked=locked) as it:
        it.unlock("", OWN_WORDS)
        assert day.markers[-1] in it.view.page.strip.fields.desk_question.text()
        day.titles.add(it.window.windowTitle())
    with running(day.data, qtbot, locked=day.confidant) as it:
        it.unlock("", day.slip)
        choose_words_of_her_own(day, it)
        stay_behind(day, it)
        locked = stand_beside(day, it)
    with running(day.data, qtbot, locked=locked) as it:
        it.unlock("", HER_WORDS)
        assert is_half_typed(day, it)
        _every_column_was_filled(day, it)
        _every_sealed_column_was_filled(it)
        open_files = files_of(tmp_path, day.stick / "blad.pdf")
        day.titles.add(it.window.windowTitle())
    assert any("-wal" in where for where, _ in open_files), "it was searched while at work"
    assert found_in(day.everything(), open_files) == []
    assert found_in(day.everything(), files_of(tmp_path, day.stick / "blad.pdf")) == []
    said = capfd.readouterr()
    kept = QSettings(QSettings.Scope.UserScope, "QtProject")
    aloud = [
        caplog.text,
        said.out,
        said.err,
        *day.said,
        *day.titles,
        QApplication.clipboard().text(),
    ]
    aloud += [f"{key} {kept.value(key)}" for key in kept.allKeys()]
    assert QApplication.clipboard().text() == title
    assert found_in(day.everything(), [("said aloud", "\n".join(aloud).encode())]) == []
    assert not any("stick" in f"{kept.value(key)}" for key in kept.allKeys())
    assert day.printed == 3


def test_every_text_somebody_can_type_has_its_marker():
    """A text column that is new belongs in the day (TYPED), or is words of ours (OURS)."""
    assert set(text_columns()) == TYPED | OURS


def test_every_sealed_column_is_known():
    raw = {
        f"{table.name}.{column.name}"
        for table in Record.metadata.tables.values()
        for column in table.columns
        if isinstance(column.type, LargeBinary)
    }
    assert raw == SEALED | KEYS


@pytest.mark.parametrize("number", range(len(list(forms("zevenbladdoornstruik")))))
def test_the_search_finds_a_planted_word(number, tmp_path):
    planted = list(forms("zevenbladdoornstruik"))[number]
    (tmp_path / "log.bin").write_bytes(b"\x00" * 99 + planted + b"\xff" * 99)
    assert found_in(["zevenbladdoornstruik"], files_of(tmp_path))


def _every_column_was_filled(day: Day, it: Running) -> None:
    def values(session, column):
        return " ".join(str(value) for value in session.scalars(select(column)))

    columns = text_columns()
    for name in TYPED:
        written = it.ctx.call(values, columns[name])
        assert any(marker in written for marker in day.markers), name


def _every_sealed_column_was_filled(it: Running) -> None:
    def is_filled(session, name):
        table, column = name.split(".")
        kept = Record.metadata.tables[table].c[column]
        return session.scalars(select(kept).where(kept.is_not(None)).limit(1)).first()

    assert [name for name in sorted(SEALED) if not it.ctx.call(is_filled, name)] == []
