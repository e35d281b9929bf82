"""What the page is made of, without the page: words, periods, columns, small fields."""

from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from uuid import uuid4

import pytest
from desk import MONDAY, Make
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hgkm_desktop.models import WalkIn
from hgkm_desktop.models.codes import ContactSetting, FollowUp, HelpTopic, Role, Visit
from hgkm_desktop.services import drafts, members
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.walk_ins import columns, entry_values, periods, room, words
from hgkm_desktop.ui.views.walk_ins.moment import DayField, Moment
from hgkm_desktop.ui.views.walk_ins.periods import Period

TODAY = date(2026, 11, 23)


@pytest.fixture(autouse=True)
def app(qapp):
    return qapp


def visit(**given) -> WalkIn:
    values = {"happened_at": MONDAY, "setting": ContactSetting.WALK_IN, "entered_at": MONDAY}
    return WalkIn(**(values | given))


def test_a_heading_has_the_time_and_whether_she_is_known():
    assert words.heading(visit(visit=Visit.KNOWN), TODAY) == "11.40 · bekend"
    assert words.heading(visit(), TODAY) == "11.40"


def test_a_heading_of_another_day_has_the_day():
    earlier = visit(happened_at=MONDAY - timedelta(days=3), visit=Visit.NEW)
    assert words.heading(earlier, TODAY) == "vr 20 nov, 11.40 · nieuw"


@pytest.mark.parametrize(
    ("follow_up", "on", "row", "full"),
    [
        (None, None, "", ""),
        (FollowUp.GUIDANCE, None, "Begeleiding", "Begeleiding"),
        (FollowUp.PLAN_TALK, None, "Gesprek plannen", "Gesprek plannen"),
        (
            FollowUp.PLAN_TALK,
            date(2026, 11, 24),
            "Gesprek di 24 nov",
            "Gesprek op dinsdag 24 november",
        ),
    ],
)
def test_a_follow_up_is_said_short_and_in_full(follow_up, on, row, full):
    assert words.follow_up_in_row(follow_up, on, TODAY) == row
    assert words.follow_up_in_full(follow_up, on, TODAY) == full


def test_an_unknown_member_is_dots_and_a_veiled_one_a_letter():
    known = uuid4()
    names = {known: SimpleNamespace(name="Asha")}
    assert words.name_of(known, names, False) == "Asha"
    assert words.name_of(known, names, True) == "A."
    assert words.name_of(uuid4(), names, False) == "•••"


def test_differences_are_told_field_by_field():
    before = entry_values.of_record(visit(topics=(HelpTopic.DEBT,), desk_question="eerst"))
    later = MONDAY + timedelta(hours=1)
    changed = visit(topics=(HelpTopic.WORK,), happened_at=later, follow_up_on=TODAY, children=2)
    said = {each.name: each.text for each in words.differences(before, _stored(changed))}
    assert said == {
        "Tijd": "maandag 23 november, 11.40",
        "Onderwerpen": "Geld",
        "Wat er speelde": "eerst",
        "Kinderen": "niets",
        "Wanneer": "niets",
    }


def _stored(record):
    return entry_values.of_record(record)


def test_codes_of_a_later_version_are_passed_over():
    assert words.in_words("visit", "nonsense") == ""
    assert words.in_words("follow_up_on", "2026-11-24") == "dinsdag 24 november"
    assert entry_values.code("visit", "nonsense") is None
    assert entry_values.day("nonsense") is None


def test_endless_words_can_be_broken():
    assert words.breakable("kort") == "kort"
    assert "\u200b" in words.breakable("x" * 60)


def test_values_go_into_a_record_and_back():
    record = visit(
        topics=(HelpTopic.WORK,), children=3, follow_up_on=TODAY, follow_up=FollowUp.PLAN_TALK
    )
    values = entry_values.of_record(record)
    again = entry_values.into_record(values, visit())
    assert entry_values.of_record(again) == values
    assert not entry_values.is_blank(values)
    assert entry_values.is_blank(entry_values.of_record(visit()))


def test_a_period_begins_and_ends_at_midnight_in_amsterdam():
    since, until = periods.span(Period.TODAY, TODAY)
    assert since == datetime(2026, 11, 22, 23, tzinfo=UTC)
    assert until == datetime(2026, 11, 23, 23, tzinfo=UTC)
    assert periods.span(Period.YESTERDAY, TODAY) == (since - timedelta(days=1), since)
    assert periods.span(Period.WEEK, date(2026, 11, 26)) == (since, None)
    assert periods.span(Period.ALL, TODAY) == (None, None)


def test_the_day_of_the_clock_change_is_a_whole_day():
    since, until = periods.span(Period.TODAY, date(2026, 10, 25))
    assert until - since == timedelta(hours=25)


@pytest.mark.parametrize(("days", "period"), [(0, Period.TODAY), (1, Period.WEEK), (4, Period.ALL)])
def test_the_smallest_period_is_chosen_for_a_moment(days, period):
    tuesday = date(2026, 11, 24)
    moment = MONDAY + timedelta(days=1) - timedelta(days=days)
    assert periods.smallest_with(moment, tuesday) == period


def test_columns_give_way_in_order():
    unused = frozenset()
    assert columns.hidden_at(1000, True, unused) == {columns.DAY}
    assert columns.hidden_at(1000, False, unused) == set()
    assert columns.hidden_at(720, True, unused) == {columns.DAY, columns.VISIT}
    everything = {columns.DAY, columns.VISIT, columns.BY, columns.LANGUAGE}
    assert columns.hidden_at(300, True, unused) == everything
    assert columns.SIGNAL in columns.hidden_at(1000, True, frozenset({"signal"}))


def test_rooms_follow_the_width():
    assert room.room_for(px(1186)) == room.Room.WIDE
    assert room.room_for(px(1112)) == room.Room.NARROW
    assert room.room_for(px(900)) == room.Room.TIGHT


def test_large_letters_on_a_small_screen_break_the_rows(open_page):
    page = open_page("Hanan", size=(860, 602))
    places = page.strip.places
    below = places.top["visit"].geometry().bottom()
    assert places.top["signal"].geometry().top() > below
    assert page.fields.desk_question.geometry().top() > page.fields.follow_up.geometry().top()
    page.press(Qt.Key.Key_T, modifiers=Qt.KeyboardModifier.AltModifier)
    QTest.qWait(10)
    counters = page.view.page.tally.counters
    assert len({each.x() for each in counters.values()}) == 2


def test_a_day_can_be_changed_by_its_carets(qtbot):
    field = DayField(TODAY, "Dag")
    qtbot.addWidget(field)
    field.show()
    right = field.width() - 12
    QTest.mouseClick(field, Qt.MouseButton.LeftButton, pos=QPoint(right, field.height() - 4))
    assert field.text() == "gisteren"
    QTest.mouseClick(field, Qt.MouseButton.LeftButton, pos=QPoint(right, 4))
    assert field.text() == "vandaag"
    QTest.mouseClick(field, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    assert field.text() == "vandaag"


def test_a_day_to_come_starts_empty_and_never_lies_behind(qtbot):
    field = DayField(TODAY, "Wanneer", ahead=True)
    qtbot.addWidget(field)
    assert (field.value(), field.is_understood()) == (None, True)
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert field.text() == "morgen"
    QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert field.text() == "vandaag"


def test_a_moment_in_the_hour_that_comes_twice_stays(qtbot):
    second = datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    moment = Moment(MONDAY)
    qtbot.addWidget(moment)
    moment.set_value(second, MONDAY)
    assert moment.value() == second
    assert not moment.is_touched


def test_a_wheel_changes_nothing_unseen(qtbot):
    moment = Moment(MONDAY)
    qtbot.addWidget(moment)
    moment.show()
    before = moment.value()
    for field in (moment.time, moment.day):
        turned = QWheelEvent(
            QPointF(5, 5),
            QPointF(5, 5),
            QPoint(0, 120),
            QPoint(0, 120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(field, turned)
    assert moment.value() == before


def test_midnight_brings_a_new_day_to_the_page(open_page, sign_in):
    db = sign_in("Hanan")
    Make(db).walk_in()
    page = open_page(db)
    assert len(page.rows) == 1
    page.clock.later(hours=13)
    page.strip._ticks.timeout.emit()
    assert page.rows == []
    assert page.list.nobody_yet.isVisible()


def test_chosen_filters_out_of_sight_are_counted(open_page, sign_in):
    db = sign_in("Hanan")
    Make(db).walk_in()
    page = open_page(db)
    page.list.bar.filters["setting"].set_value(ContactSetting.PHONE)
    page.list.bar.changed.emit()
    assert page.list.more_filters.text() == "Meer filters (1)"
    page.list.bar.clear_and_tell()
    assert page.list.more_filters.text() == "Meer filters"


def test_a_confidant_without_the_key_is_told_whom_to_ask(open_page, sign_in):
    from hgkm_desktop.models import RealQuestion

    Make(sign_in("Hanan")).walk_in(question=RealQuestion("vraag"))
    salma = sign_in("Salma")
    joke = next(m for m in salma.call(members.everyone) if m.name == "Joke")
    salma.call(members.change, joke.id, "Joke", (Role.STAFF, Role.CONFIDANT), 2)
    page = open_page("Joke")
    page.open_row(0)
    assert page.detail.reading_button() is None
    assert "Vraag een andere vertrouwenspersoon." in page.texts_in(page.detail)
    page.click(page.detail.correct)
    form = page.view.deeds.correction.form
    page.click(form.change_question)
    assert form.question.is_blank()
    page.overlay.reject()


def test_a_draft_sealed_with_old_keys_is_let_go(open_page, sign_in, monkeypatch):
    from hgkm_desktop.vault.directory import tampered

    db = sign_in("Hanan")
    db.call(drafts.keep, "walk_ins", {"strip": {}, "kept_at": MONDAY.isoformat()})

    def look(_session, _place):
        raise tampered("RI-05")

    monkeypatch.setattr(drafts, "look", look)
    page = open_page(db)
    monkeypatch.undo()
    assert page.strip.is_blank()
    assert db.call(drafts.look, "walk_ins") is None
