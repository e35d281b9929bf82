"""What stays of sessions: numbers. Inside exact, outside rounded, and never a name (R-003)."""

import csv
import io
from datetime import date, timedelta

import pytest
from desk import MONDAY
from meeting import TUESDAY, WEEK, planned, register
from python_calamine import CalamineWorkbook
from sqlalchemy.orm import Session

from hgkm_desktop import clock
from hgkm_desktop.errors import Forbidden
from hgkm_desktop.models import AuditLine
from hgkm_desktop.models.codes import Act, Language
from hgkm_desktop.rules.sessions import SessionTopic
from hgkm_desktop.services import attendance, information_sessions, session_counts
from hgkm_desktop.services.session_counts import OfTopic, for_outside
from hgkm_desktop.services.tables import Format
from hgkm_desktop.texts import tr

LAST = TUESDAY - WEEK
FIRST_DAY, LAST_DAY = date(2026, 1, 1), date(2026, 12, 31)


@pytest.fixture
def joke(sign_in):
    return sign_in("Joke")


def rows_of(db, *, outside, first=FIRST_DAY, last=LAST_DAY):
    file = db.call(session_counts.table, first, last, Format.CSV, outside=outside)
    return list(csv.DictReader(io.StringIO(file.decode("utf-8-sig")), delimiter=";"))


def circumcision(db, day=LAST):
    """Return the session of US-4: 23 heads, 17 hands, sheets in two languages."""
    one = planned(db, day, title="", topic=SessionTopic.FGM, languages=(Language.SOMALI,))
    db.call(attendance.count_heads, one.id, 23)
    db.call(attendance.show_hands, one.id, 17, 23)
    db.call(attendance.hand_out, one.id, "fgm", "so", 20)
    db.call(attendance.hand_out, one.id, "fgm", "ar", 5)
    return one


def test_a_year_counts_per_topic_what_took_place(joke):
    circumcision(joke)
    assert joke.call(session_counts.of_year, 2026) == [
        OfTopic(SessionTopic.FGM, sessions=1, present=23, hands=17, hands_of=23, sheets=25)
    ]


def test_what_is_to_come_or_was_called_off_does_not_count(joke):
    planned(joke, TUESDAY)
    one = planned(joke, LAST)
    joke.call(information_sessions.call_off, one.id, one.version, "ziek")
    assert joke.call(session_counts.of_year, 2026) == []


def test_the_most_frequent_topic_comes_first(joke):
    circumcision(joke)
    for week in range(2):
        planned(joke, LAST - week * WEEK, topic=SessionTopic.MONEY, title="")
    topics = [of.topic for of in joke.call(session_counts.of_year, 2026)]
    assert topics == [SessionTopic.MONEY, SessionTopic.FGM]


def test_ticks_count_where_nobody_counted_heads(joke):
    one = planned(joke, LAST)
    for name in ("Samira", "Hodan"):
        joke.call(attendance.tick, register(joke, one.id, name).registration.id, is_here=True)
    (of,) = joke.call(session_counts.of_year, 2026)
    assert (of.present, of.hands_of) == (2, 0)


def test_the_years_are_those_with_sessions_that_are_over(joke):
    assert joke.call(session_counts.years) == []
    planned(joke, LAST)
    planned(joke, date(2025, 3, 4))
    planned(joke, date(2027, 3, 2))
    assert joke.call(session_counts.years) == [2026, 2025]


def test_a_session_late_on_the_last_evening_belongs_to_the_old_year(joke):
    starts = clock.at(date(2025, 12, 31), clock.local(MONDAY).time().replace(hour=23, minute=30))
    planned(joke, starts_at=starts, ends_at=starts + timedelta(hours=2))
    assert len(joke.call(session_counts.of_year, 2025)) == 1
    assert joke.call(session_counts.of_year, 2026) == []


def test_the_exact_table_for_ourselves_holds_what_was_counted(joke):
    circumcision(joke)
    (row,) = rows_of(joke, outside=False)
    names = ("Topic", "Languages", "Present", "Hands", "Hands of", "Sheets")
    told = [tr(name) for name in names]
    assert [row[name] for name in told] == ["Meisjesbesnijdenis", "Somali", "23", "17", "23", "25"]


def test_the_table_for_outside_rounds_and_hides_small_counts(joke):
    one = circumcision(joke)
    register(joke, one.id, "Samira")
    (row,) = rows_of(joke, outside=True)
    hidden = tr("under {count}").format(count=8)
    assert [row[tr(name)] for name in ("Present", "Hands", "Registered")] == ["25", "15", hidden]


@pytest.mark.parametrize(
    ("number", "said"), [(0, None), (7, None), (8, "10"), (12, "10"), (13, "15")]
)
def test_a_count_that_leaves_the_house_is_rounded_to_five_and_hidden_under_eight(number, said):
    assert for_outside(number) == (said or tr("under {count}").format(count=8))


def test_no_name_is_in_any_table(joke):
    one = planned(joke, LAST)
    for name in ("Samira", "Zonnebloem"):
        register(joke, one.id, name)
    for form in Format:
        for outside in (True, False):
            given = FIRST_DAY, LAST_DAY, form
            file = joke.call(session_counts.table, *given, outside=outside)
            said = file.decode() if form is Format.CSV else _cells(file)
            assert "Samira" not in said
            assert "Zonnebloem" not in said


def test_a_title_that_is_a_formula_runs_nowhere(joke):
    planned(joke, LAST, title='=HYPERLINK("x";"y")')
    (row,) = rows_of(joke, outside=False)
    assert row[tr("Title")] == '\'=HYPERLINK("x";"y")'
    file = joke.call(session_counts.table, FIRST_DAY, LAST_DAY, Format.XLSX, outside=False)
    assert "'=HYPERLINK" in _cells(file)


def test_the_table_holds_the_days_that_were_asked_first_and_last_too(joke):
    for day in (LAST - WEEK, LAST, TUESDAY):
        planned(joke, day)
    found = rows_of(joke, outside=False, first=LAST, last=TUESDAY)
    assert [row[tr("Date")] for row in found] == [LAST.isoformat(), TUESDAY.isoformat()]


def test_it_is_noted_who_took_a_table(joke):
    joke.call(session_counts.table, FIRST_DAY, LAST_DAY, Format.CSV, outside=True)
    with Session(joke.engine) as session:
        line = session.query(AuditLine).order_by(AuditLine.seq.desc()).first()
    assert (line.act, line.kind) == (Act.EXPORT, "information_session")


def test_a_volunteer_sees_the_counts_and_takes_no_table(joke, sign_in):
    circumcision(joke)
    hanan = sign_in("Hanan")
    assert len(hanan.call(session_counts.of_year, 2026)) == 1
    with pytest.raises(Forbidden):
        hanan.call(session_counts.table, FIRST_DAY, LAST_DAY, Format.CSV, outside=True)


def _cells(file: bytes) -> str:
    (sheet,) = (CalamineWorkbook.from_filelike(io.BytesIO(file)).get_sheet_by_index(0),)
    return str(sheet.to_python())
