"""A list of more visits than one page holds."""

from datetime import UTC, datetime, timedelta

import pytest
from desk import MONDAY, Make
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hgkm_desktop.models.codes import (
    ContactSetting,
    HelpTopic,
)
from hgkm_desktop.services import walk_in_list


@pytest.fixture
def long_list(open_page, sign_in):
    db = sign_in("Hanan")
    make = Make(db)
    many = walk_in_list.PAGE + 30

    def fill(session):
        from hgkm_desktop.models import WalkIn

        for number in range(many):
            at = datetime(2026, 10, 1, 8, tzinfo=UTC) + timedelta(minutes=number)
            by = db.actor.member_id
            session.add(
                WalkIn(
                    happened_at=at,
                    setting=ContactSetting.WALK_IN,
                    topics=(HelpTopic.WORK,),
                    entered_by=by,
                    entered_at=at,
                )
            )

    db.call(fill)
    make.walk_in(happened_at=MONDAY)
    page = open_page(db)
    page.click(page.list.bar.periods.segments[2])
    return page


def test_the_list_comes_page_by_page_while_scrolling(long_list):
    assert len(long_list.rows) == walk_in_list.PAGE
    assert long_list.list.count.text() == f"{walk_in_list.PAGE + 31} bezoeken"
    long_list.list.table.scrollToBottom()
    QTest.qWait(20)
    long_list.list.table.scrollToBottom()
    long_list.wait(lambda: len(long_list.rows) == walk_in_list.PAGE + 31)
    moments = [row.happened_at for row in long_list.rows]
    assert moments == sorted(moments, reverse=True)
    assert len({row.id for row in long_list.rows}) == len(moments)


def test_a_refresh_leaves_the_list_where_it_was(long_list):
    long_list.list.rows.fetchMore(long_list.list.table.rootIndex())
    long_list.open_row(walk_in_list.PAGE + 20)
    kept, place = long_list.list.chosen_id(), long_list.list.table.verticalScrollBar().value()
    long_list.view.refresh()
    assert long_list.list.chosen_id() == kept
    assert long_list.list.table.verticalScrollBar().value() == place
    assert long_list.detail.walk_in.id == kept


def test_an_old_visit_saved_today_is_shown_even_beyond_the_first_page(long_list):
    long_list.type("1")
    long_list.fields.moment.day.setFocus()
    long_list.fields.moment.day.selectAll()
    long_list.type("1-1-2020")
    long_list.press(Qt.Key.Key_Return)
    assert long_list.detail.isVisible()
    assert "2020" in long_list.detail.heading.text()
