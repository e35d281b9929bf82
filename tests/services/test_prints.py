"""Printing: only with numbers looked at lately, and noted without anybody's name."""

from dataclasses import fields
from datetime import date, timedelta
from uuid import UUID

import pytest
from desk import MONDAY
from sheet_texts import MAY, SHEETS, TODAY, printed, with_lines
from sqlalchemy import text
from sqlalchemy.orm import Session
from visits import lines

from hgkm_desktop.errors import Invalid, UserError
from hgkm_desktop.models import PrintLine
from hgkm_desktop.models.codes import Act
from hgkm_desktop.services import numbers, prints, sheets
from hgkm_desktop.services.prints import Form, Job, TooOld
from hgkm_desktop.sheets import library
from hgkm_desktop.sheets.card import CARD
from hgkm_desktop.sheets.content import used_keys
from hgkm_desktop.sheets.numbers import OWN

LANGUAGES = list(library.LANGUAGES)


def prepare(db, *jobs, today=TODAY):
    return db.call(prints.prepare, jobs, today=today)


def record(db, *jobs, today=TODAY):
    db.call(prints.record, jobs, today=today)


def raw(db, sql):
    with db.engine.connect() as connection:
        return connection.execute(text(sql)).all()


@pytest.fixture
def old(db):
    """A log in which nobody looked at 0800-2000 since the first of May."""
    db.call(numbers.check, "veilig_thuis", today=MAY)
    return db


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", Form)
def test_an_old_number_stops_every_form_in_every_language(old, form, language):
    sheet = CARD if form in (Form.CARD, Form.PICTURE_CARD) else "veilig_thuis"
    with pytest.raises(TooOld) as refused:
        prepare(old, Job(sheet, language, form=form))
    assert [n.number for n in refused.value.numbers] == ["0800-2000"]
    assert (refused.value.title, refused.value.hint) == (
        "Een nummer is een half jaar niet gecontroleerd.",
        "Controleer het eerst. Print daarna.",
    )


def test_an_old_number_stops_each_sheet_that_shows_it_and_no_other(old):
    for sheet in SHEETS:
        shows = "veilig_thuis" in used_keys(library.text(sheet, "nl"))
        found = old.call(prints.old_numbers, [Job(sheet, "nl")], today=TODAY)
        assert [n.key for n in found] == (["veilig_thuis"] if shows else [])
    assert "veilig_thuis" not in used_keys(library.text("going_along", "nl"))
    assert prepare(old, Job("going_along", "nl"))


def test_the_others_of_a_job_wait_for_the_one_with_an_old_number(old):
    with pytest.raises(TooOld):
        prepare(old, Job("going_along", "nl", 20), Job("going_along", "ar"), Job("fgm", "so"))


def test_an_old_number_is_told_once_and_the_next_one_too(old):
    old.call(numbers.check, "emergency", today=MAY)
    jobs = [Job(sheet, "nl") for sheet in SHEETS] + [Job(CARD, "ti")]
    with pytest.raises(TooOld) as refused:
        prepare(old, *jobs)
    assert sorted(n.key for n in refused.value.numbers) == ["emergency", "veilig_thuis"]


def test_once_it_was_looked_at_everything_prints(old):
    old.call(numbers.check, "veilig_thuis", today=TODAY)
    jobs = [Job(sheet, code) for sheet in SHEETS for code in LANGUAGES] + [Job(CARD, "ar", 12)]
    made = prepare(old, *jobs)
    assert [job for job, _ in made] == jobs


def test_our_own_number_grows_old_too(db):
    db.call(numbers.add, "Wij", "020 555 0100", "", today=MAY)
    with pytest.raises(TooOld) as refused:
        prepare(db, Job(CARD, "nl"))
    assert [n.key for n in refused.value.numbers] == [OWN]
    db.call(numbers.remove, OWN)
    assert prepare(db, Job(CARD, "nl"))


def test_a_number_in_own_words_is_looked_after_too(db):
    original = library.text("going_along", "nl")
    db.call(sheets.keep, with_lines(original, "Bel {korrelatie}."), original, now=MONDAY)
    db.call(numbers.check, "korrelatie", today=MAY)
    with pytest.raises(TooOld):
        prepare(db, Job("going_along", "nl"))
    assert prepare(db, Job("going_along", "en"))


@pytest.mark.parametrize(("days", "prints_it"), [(0, True), (180, True), (181, False), (-1, False)])
def test_a_check_holds_for_180_days_and_one_from_a_moved_clock_is_none(db, days, prints_it):
    for key in ("emergency", "veilig_thuis"):
        db.call(numbers.check, key, today=TODAY - timedelta(days=days))
    if prints_it:
        assert prepare(db, Job(CARD, "nl"))
    else:
        with pytest.raises(TooOld):
            prepare(db, Job(CARD, "nl"))


def test_a_number_nobody_ever_looked_at_is_left_out_and_not_asked_for(db):
    unchecked = next(n for n in db.call(numbers.every) if n.checked_on is None)
    original = library.text("money", "nl")
    ours = with_lines(original, "Eerst dit.", f"Bel {{{unchecked.key}}}.")
    db.call(sheets.keep, ours, original, now=MONDAY)
    [(_, content)] = prepare(db, Job("money", "nl"))
    assert unchecked.number not in printed(content)
    db.call(numbers.check, unchecked.key, today=TODAY)
    [(_, content)] = prepare(db, Job("money", "nl"))
    assert f"Bel {unchecked.number}." in printed(content)


@pytest.mark.parametrize("copies", [0, -1, 1001, 10**9])
def test_a_number_of_copies_nobody_means_is_refused(db, copies):
    with pytest.raises(Invalid) as refused:
        prepare(db, Job("money", "ar"), Job("money", "so", copies))
    assert refused.value.problems == {"copies": "Kijk nog eens naar het getal."}


@pytest.mark.parametrize("copies", [1, 1000])
def test_a_number_of_copies_somebody_may_mean_is_printed(db, copies):
    record(db, *(job for job, _ in prepare(db, Job("money", "ar", copies))))
    assert [line.copies for line in db.call(prints.history)] == [copies]


def test_what_went_out_is_noted_even_when_more_was_asked_for_at_the_printer(db):
    record(db, Job("money", "so", 1200))
    assert [line.copies for line in db.call(prints.history)] == [1200]


@pytest.mark.parametrize("job", [Job("bestaat_niet", "nl"), Job("money", "xx"), Job(CARD, "xx")])
def test_what_is_not_there_is_not_printed(db, job):
    with pytest.raises(UserError):
        prepare(db, job)


def test_a_job_of_nothing_is_nothing(db):
    assert prepare(db) == []
    record(db)
    assert db.call(prints.history) == []
    assert lines(db, Act.PRINT) == []


def test_the_screen_shows_what_will_be_printed_even_with_an_old_number(old):
    job = Job("veilig_thuis", "ti")
    shown = old.call(prints.preview, job)
    assert shown.checked_on == MAY
    assert "0800-2000" in printed(shown)
    card = old.call(prints.preview, Job(CARD, "ar", cover=1))
    assert card == old.call(sheets.card_content, "ar", 1)


def test_a_job_knows_nothing_of_people():
    assert {f.name for f in fields(Job)} == {"sheet", "language", "copies", "form", "cover"}


def test_the_history_holds_sheet_language_copies_and_day_and_nothing_more(db):
    columns = [row[1] for row in raw(db, "PRAGMA table_info(print_line)")]
    assert columns == ["id", "sheet", "language", "copies", "day"]
    record(db, Job("money", "so", 20), Job("money", "ar", 5, Form.PICTURES), Job(CARD, "ti", 12))
    rows = raw(db, "SELECT * FROM print_line ORDER BY sheet, language")
    assert [row[1:] for row in rows] == [
        (CARD, "ti", 12, "2026-11-23"),
        ("money", "ar", 5, "2026-11-23"),
        ("money", "so", 20, "2026-11-23"),
    ]


def test_the_id_of_a_print_does_not_say_at_what_moment_it_was(db):
    record(db, Job("money", "so"))
    [(found,)] = raw(db, "SELECT id FROM print_line")
    assert UUID(found).version == 4


def test_the_log_says_that_something_was_printed_and_not_which(sign_in):
    hanan = sign_in("Hanan")
    record(hanan, Job("money", "so", 20), Job(CARD, "ar"))
    assert lines(hanan, *Act)[-1] == (Act.PRINT, "handout", None)
    ids = {str(row[0]) for row in raw(hanan, "SELECT id FROM print_line")}
    logged = {str(row[0]) for row in raw(hanan, "SELECT record_id FROM audit_line")}
    assert not ids & logged
    kinds = {row[0] for row in raw(hanan, "SELECT kind FROM audit_line")}
    assert PrintLine.__tablename__ not in kinds


def test_looking_and_preparing_are_not_printing(db):
    prepare(db, Job("money", "so"))
    db.call(prints.preview, Job("money", "so"))
    assert db.call(prints.history) == []
    assert lines(db, Act.PRINT) == []


def test_views_hear_that_something_was_printed(db):
    told = []
    db.on_change(told.append)
    record(db, Job("money", "so"))
    assert told == [frozenset({PrintLine})]


def test_the_history_begins_with_the_newest_day_and_has_an_end(db):
    for day in (MAY, TODAY, date(2026, 6, 1)):
        record(db, Job("money", "so"), Job("fgm", "so"), today=day)
    found = [(line.day, line.sheet) for line in db.call(prints.history)]
    assert found == [(d, s) for d in (TODAY, date(2026, 6, 1), MAY) for s in ("fgm", "money")]
    assert len(db.call(prints.history, 3)) == 3


def test_the_oldest_look_is_the_day_on_the_paper(db):
    [(_, content)] = prepare(db, Job("veilig_thuis", "nl"))
    used = [db.call(numbers.by_key)[key] for key in content.numbers]
    assert content.checked_on == min(n.checked_on for n in used)
    for number in used:
        db.call(numbers.check, number.key, today=TODAY)
    [(_, content)] = prepare(db, Job("veilig_thuis", "nl"))
    assert content.checked_on == TODAY


def test_a_print_that_fails_is_not_noted(db):
    def fail(session):
        prints.record(session, [Job("money", "so")], today=TODAY)
        raise Invalid({"printer": "weg"})

    with pytest.raises(Invalid):
        db.call(fail)
    with Session(db.engine) as session:
        assert session.query(PrintLine).count() == 0
