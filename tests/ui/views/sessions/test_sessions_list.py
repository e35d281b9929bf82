"""The list of sessions: what comes, what was, how full it is, and what leads to more."""

from datetime import date, time, timedelta

from meetings import NOW
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hgkm_desktop.rules.sessions import SessionTopic
from hgkm_desktop.services import information_sessions, session_list
from hgkm_desktop.services.follow_ups import ShowFollowUps
from hgkm_desktop.services.information_sessions import NewSession, ShowSession
from hgkm_desktop.ui.views.sessions import list_words as words
from hgkm_desktop.ui.widgets.dialog import Overlay

COMING = [
    "Je rechten bij scheiden",
    "Naailes",
    "Praten met je puber",
    "Wat is gewoon ruzie, wat niet?",
    "Geld en post op orde",
    "Avond voor dochters",
]


def spoken(it, place):
    role = Qt.ItemDataRole.AccessibleTextRole
    return it.pane.model.index(place, 0).data(role)


def test_what_comes_stands_in_the_order_of_the_days_and_the_first_is_shown(open_page, planned):
    it = open_page("Hanan")
    assert it.titles == COMING
    assert it.view.subtitle() == "6 bijeenkomsten"
    assert it.page.head.name.text() == COMING[0]


def test_a_session_says_aloud_when_where_and_how_full_it_is(open_page, planned):
    it = open_page("Hanan")
    first = "Je rechten bij scheiden, do 19 nov  12.30, zaal 1, 14/18"
    assert spoken(it, 0) == first
    full = "Praten met je puber, di 24 nov  10.00, SomAmstel, 18/18, vol, 2 wachten"
    assert spoken(it, 2) == full


def test_what_was_says_how_many_were_there(open_page, planned):
    it = open_page("Hanan", at=NOW + timedelta(hours=3))
    it.pane.head.side.segments[1].click()
    assert it.titles == ["Je rechten bij scheiden"]
    assert spoken(it, 0).endswith("zaal 1, 9 waren er")
    it.pane.head.side.segments[0].click()
    assert len(it.titles) == 5


def test_counted_heads_go_before_ticks(open_page, planned):
    from hgkm_desktop.services import attendance

    session = planned.made["Je rechten bij scheiden"]
    planned.db.call(attendance.count_heads, session.id, 23)
    it = open_page("Hanan", at=NOW + timedelta(hours=3))
    it.pane.head.side.segments[1].click()
    assert spoken(it, 0).endswith("23 waren er")
    assert "23\n" in it.words(it.page.facts.cells[1]) + "\n"


def test_search_and_topic_narrow_the_list_and_esc_shows_everything(open_page, planned):
    it = open_page("Hanan")
    it.view.find("puber")
    assert it.titles == ["Praten met je puber"]
    it.view.find("")
    it.push(it.pane.head.filter)
    it.pane.head.topic.set_value(SessionTopic.RIGHTS)
    it.pane.head.topic.changed.emit(it.pane.head.topic.value())
    assert it.titles == ["Je rechten bij scheiden"]
    it.pane.table.setFocus()
    it.press(Qt.Key.Key_Escape)
    assert it.titles == COMING
    assert it.pane.head.topic.isHidden()


def test_letting_go_of_the_filter_shows_all_topics(open_page, planned):
    it = open_page("Hanan")
    it.push(it.pane.head.filter)
    it.pane.head.topic.set_value(SessionTopic.RIGHTS)
    it.pane.head.topic.changed.emit(it.pane.head.topic.value())
    it.push(it.pane.head.filter)
    assert it.titles == COMING


def test_nothing_found_offers_to_show_everything(open_page, planned):
    it = open_page("Hanan")
    it.view.find("olifant")
    assert "Niets gevonden" in it.words(it.pane)
    it.push(it.pane.nothing.quiet)
    assert it.titles == COMING


def test_an_empty_list_tells_who_plans(open_page):
    it = open_page("Hanan")
    assert "Een medewerker of coördinator plant ze." in it.words(it.pane)
    assert it.pane.nothing.button.isHidden() and it.pane.head.new.isHidden()
    assert "Hier komt de lijst" in it.words()
    it.pane.head.side.segments[1].click()
    assert "Er is nog niets geweest" in it.words(it.pane)


def test_staff_plans_from_the_empty_list(open_page, db):
    it = open_page(db)
    it.push(it.pane.nothing.button)
    assert isinstance(it.overlay, Overlay)


def test_a_long_list_comes_page_after_page_and_stays_read_when_something_changes(
    open_page, meetings, monkeypatch
):
    monkeypatch.setattr(session_list, "PAGE", 3)
    monkeypatch.setattr(session_list.page, "__defaults__", (None, 3))
    for number in range(7):
        meetings.plan(f"Avond {number}", date(2026, 12, 1 + number), time(19))
    it = open_page(meetings.db)
    while it.pane.model.canFetchMore(it.pane.table.rootIndex()):
        it.pane.model.fetchMore(it.pane.table.rootIndex())
    assert it.titles == [f"Avond {number}" for number in range(7)]
    it.choose("Avond 6")
    meetings.put_on(meetings.made["Avond 6"], "Samira")
    it.view.refresh()
    assert len(it.titles) == 7
    assert it.page.head.name.text() == "Avond 6"


def test_another_page_shows_a_session_wherever_it_stands(open_page, planned):
    it = open_page("Hanan", at=NOW + timedelta(hours=3))
    it.view.find("puber")
    it.ctx.show(ShowSession(planned.made["Je rechten bij scheiden"].id))
    assert it.page.head.name.text() == "Je rechten bij scheiden"
    assert it.pane.head.side.value() == "over"


def test_a_session_that_went_away_leaves_the_first(open_page, planned):
    it = open_page(planned.db)
    gone = planned.plan("Vergissing", date(2026, 11, 20), time(10))
    it.choose("Vergissing")
    planned.db.call(information_sessions.take_back, [gone.id])
    assert "Vergissing" not in it.titles
    assert it.page.head.name.text() in COMING
    it.ctx.show(ShowSession(gone.id))
    assert it.page.head.name.text() in COMING


def test_who_may_plan_is_asked_from_another_page(open_page, planned):
    it = open_page(planned.db)
    it.ctx.show(NewSession(SessionTopic.MONEY))
    assert isinstance(it.overlay, Overlay)
    it.overlay.close_overlay()
    volunteer = open_page("Hanan")
    volunteer.ctx.show(NewSession())
    volunteer.ctx.show(ShowFollowUps())
    assert volunteer.overlay is None and volunteer.pages.is_first()


def test_control_n_plans_for_staff_and_goes_to_the_line_for_a_volunteer(open_page, planned):
    it = open_page(planned.db)
    it.view.start_new()
    assert isinstance(it.overlay, Overlay)
    it.overlay.close_overlay()
    it.pages.show_years()
    it.view.start_new()
    assert it.overlay is None
    volunteer = open_page("Hanan")
    volunteer.view.start_new()
    assert volunteer.focus is volunteer.quick.name


def test_the_menu_of_the_list_offers_what_somebody_may(open_page, planned):
    offered = {}
    for name in ("Hanan", "Joke", "Leyla"):
        it = open_page(name)
        it.push(it.pane.head.more)
        offered[name] = it.entries()
        it.overlay.close_overlay()
    assert offered == {
        "Hanan": ["Cijfers per jaar"],
        "Joke": ["Schoolvakanties en herinneringen", "Cijfers per jaar"],
        "Leyla": ["Cijfers per jaar", "Gesprekken erna"],
    }


def test_the_pages_behind_the_menu_lead_back(open_page, planned):
    it = open_page("Leyla")
    for entry, title in (("Cijfers per jaar",) * 2, ("Gesprekken erna",) * 2):
        it.push(it.pane.head.more)
        it.entry(entry)
        assert it.view.heading() == title and it.view.subtitle() == ""
        it.view.refresh()
        it.view.way_back()()
        assert it.view.heading() == "Voorlichting" and it.view.way_back() is None


def test_esc_leads_back_and_the_holidays_open_over_the_page(open_page, planned):
    it = open_page(planned.db)
    it.pages.show_years()
    it.view.setFocus()
    QTest.keyClick(it.view, Qt.Key.Key_Escape)
    assert it.pages.is_first()
    it.push(it.pane.head.more)
    it.entry("Schoolvakanties en herinneringen")
    assert isinstance(it.overlay, Overlay)


def test_f6_goes_round_the_parts_and_esc_back_to_the_sessions(open_page, planned):
    it = open_page("Hanan")
    it.pane.table.setFocus()
    it.press(Qt.Key.Key_F6)
    assert it.focus is it.quick.name
    it.press(Qt.Key.Key_F6)
    assert it.focus is it.table
    it.press(Qt.Key.Key_F6)
    assert it.focus is it.pane.table
    it.press(Qt.Key.Key_Return)
    assert it.focus is it.quick.name
    it.press(Qt.Key.Key_Escape)
    assert it.focus is it.pane.table


def test_the_foot_tells_how_long_names_stay(open_page, planned):
    it = open_page("Hanan")
    told = "Schrijf nooit op waarom iemand komt. Na 30 dagen verdwijnen de namen."
    assert it.pane.note.text().startswith(told)


def test_one_session_is_one(open_page, meetings):
    meetings.plan("Naailes", date(2026, 11, 24), time(10))
    it = open_page("Hanan")
    assert it.view.subtitle() == "1 bijeenkomst"
    assert spoken(it, 0).endswith("0 op de lijst")


def test_the_keys_of_the_page_are_told(open_page, planned):
    staff, volunteer = open_page("Joke").view.keys(), open_page("Hanan").view.keys()
    assert ("Ctrl N",) in [key.keys for key in staff]
    assert ("Ctrl N",) not in [key.keys for key in volunteer]


def test_a_session_that_is_off_says_so_in_both_lists(open_page, planned):
    sewing = planned.made["Naailes"]
    planned.db.call(information_sessions.call_off, sewing.id, sewing.version, "De zaal is bezet")
    it = open_page("Hanan")
    assert spoken(it, 1).endswith("gaat niet door")
    it.pane.grab()
    later = open_page("Hanan", at=NOW + timedelta(days=1))
    later.pane.head.side.segments[1].click()
    later.pane.grab()
    assert spoken(later, 0).endswith("gaat niet door")


def test_a_place_that_came_free_shows_who_waits(open_page, planned):
    from hgkm_desktop.services import registrations

    session = planned.made["Praten met je puber"]
    first = planned.db.call(registrations.of_session, session.id)[0]
    planned.db.call(registrations.cancel, first.id)
    it = open_page("Hanan")
    assert spoken(it, 2).endswith("17/18, 2 wachten")
    assert words.badge(it.pane.model.rows[2]) == ("2 wachten", "bl")
