"""The weekly programme: what is always there, changed, ended and back again."""

from datetime import date, time

from desk import MONDAY
from PySide6.QtCore import Qt
from week_desk import programme, week_desk

from hgkm_desktop.rules.going_along import FixedKind
from hgkm_desktop.rules.lists import Area
from hgkm_desktop.services import fixed_times
from hgkm_desktop.ui.views.appointments.programme_form import ProgrammeForm
from hgkm_desktop.ui.views.appointments.programme_list import ProgrammeList

MENU = "Weekprogramma"


def entries(it):
    return [text for text, _icon, _act in it.view.deeds.entries()]


def open_list(it):
    it.push(it.bar.more)
    it.choose(MENU)
    return it.overlay


def titles(it):
    found = it.week.grid.week.data.blocks
    return [each.title for each in found if each.kind == "fixed"]


def test_only_staff_and_coordinators_keep_the_programme(sign_in, qtbot, qapp):
    for name, may in (("Joke", True), ("Salma", True), ("Leyla", False)):
        with week_desk(sign_in(name), qtbot, qapp) as it:
            assert (MENU in entries(it)) is may


def test_something_new_stands_in_everybodys_week(sign_in, qtbot, qapp):
    with week_desk(sign_in("Joke"), qtbot, qapp) as it:
        shown = open_list(it)
        assert "Er is nog niets" in it.words(shown)
        it.push(shown.add_button)
        form = it.overlay
        assert isinstance(form, ProgrammeForm)
        form.kind.set_value(FixedKind.NETWORK_MEETING)
        form.name.setText("Netwerkoverleg")
        form.weekday.set_value(3)
        form.begins.set_value(time(9))
        form.ends.set_value(time(10, 30))
        form.place.setText("Huis van de Wijk")
        form.area.set_value(Area.NIEUW_WEST)
        form.first_day.set_value(date(2026, 11, 1))
        form.last_day.setText("31-12-2026")
        it.push(form.accept_button)
        assert isinstance(it.overlay, ProgrammeList)
        assert "donderdag 9.00 – 10.30, Huis van de Wijk, tot 31 dec" in it.words(it.overlay)
        assert titles(it) == ["Netwerkoverleg"]
    kept = sign_in("Leyla").call(fixed_times.everything)[0]
    assert (kept.kind, kept.weekday, kept.area) == (FixedKind.NETWORK_MEETING, 3, Area.NIEUW_WEST)
    assert kept.last_day == date(2026, 12, 31)


def test_what_is_wrong_stands_at_its_field(sign_in, qtbot, qapp):
    with week_desk(sign_in("Joke"), qtbot, qapp) as it:
        it.push(open_list(it).add_button)
        form = it.overlay
        form.ends.set_value(time(8))
        it.push(form.accept_button)
        assert form.fields["title"].problem()
        assert form.fields["ends"].problem()
        form.last_day.setText("ooit")
        it.push(form.accept_button)
        assert form.fields["last_day"].problem()


def test_one_is_changed_from_the_list_and_from_the_week(sign_in, qtbot, qapp):
    db = sign_in("Joke")
    fixed = programme(db, "Naailes")
    with week_desk(db, qtbot, qapp) as it:
        it.push(open_list(it).changes[0])
        it.overlay.name.setText("Naaiatelier")
        it.push(it.overlay.accept_button)
        assert titles(it) == ["Naaiatelier"]
        it.press(Qt.Key.Key_Escape)
        it.week.grid.opened.emit(fixed.id)
        form = it.overlay
        assert isinstance(form, ProgrammeForm)
        assert form.name.text() == "Naaiatelier"
        assert (form.begins.value(), form.ends.value()) == (time(14), time(16))
        form.name.setText("Naailes")
        it.push(form.accept_button)
        assert titles(it) == ["Naailes"]


def test_a_confidant_opens_nothing_of_the_programme(sign_in, qtbot, qapp):
    fixed = programme(sign_in("Joke"))
    with week_desk(sign_in("Leyla"), qtbot, qapp) as it:
        it.week.grid.opened.emit(fixed.id)
        it.week.grid.chosen.emit(fixed.id)
        assert it.overlay is None
        assert it.panel.visit_id is None


def test_ending_one_leaves_what_was_and_can_be_taken_back(sign_in, qtbot, qapp):
    db = sign_in("Joke")
    programme(db, "Naailes")
    with week_desk(db, qtbot, qapp) as it:
        shown = open_list(it)
        it.push(shown.ends[0])
        assert titles(it) == []
        it.spans.step(-1)
        assert titles(it) == ["Naailes"]
        it.spans.step(1)
        it.said[-1].undo()
        assert titles(it) == ["Naailes"]
        assert db.call(fixed_times.everything)[0].last_day is None


def test_several_stand_in_the_order_of_the_week(sign_in, qtbot, qapp):
    db = sign_in("Joke")
    programme(db, "Koken", day=4)
    programme(db, "Naailes", day=1)
    with week_desk(db, qtbot, qapp) as it:
        shown = open_list(it)
        words = it.words(shown)
        assert words.index("Naailes") < words.index("Koken")
        assert it.focus is shown.changes[0]
        it.press(Qt.Key.Key_Tab)
        assert it.focus is shown.ends[0]


def test_one_that_never_began_is_gone_and_comes_back(sign_in, qtbot, qapp):
    db = sign_in("Joke")
    fixed = programme(db, "Naailes")
    fixed.first_day = date(2027, 1, 1)
    db.call(fixed_times.save, fixed, now=MONDAY)
    with week_desk(db, qtbot, qapp) as it:
        it.push(open_list(it).ends[0])
        assert db.call(fixed_times.everything) == []
        it.said[-1].undo()
        assert [each.title for each in db.call(fixed_times.everything)] == ["Naailes"]


def test_two_who_change_the_same_hear_of_it(sign_in, qtbot, qapp):
    db, salma = sign_in("Joke"), sign_in("Salma")
    programme(db, "Naailes")
    with week_desk(db, qtbot, qapp) as it:
        it.push(open_list(it).changes[0])
        form = it.overlay
        theirs = salma.call(fixed_times.everything)[0]
        theirs.title = "Koken"
        salma.call(fixed_times.save, theirs, now=MONDAY)
        form.name.setText("Zang")
        it.push(form.accept_button)
        assert it.overlay is form
        assert form.problem()
        assert [each.title for each in db.call(fixed_times.everything)] == ["Koken"]


def test_what_is_half_typed_comes_back(sign_in, qtbot, qapp):
    with week_desk(sign_in("Joke"), qtbot, qapp) as it:
        it.push(open_list(it).add_button)
        it.overlay.name.setText("Zang")
        it.view.draft()
        it.press(Qt.Key.Key_Escape)
        it.push(it.overlay.add_button)
        assert it.overlay.name.text() == "Zang"


def test_one_that_is_gone_meanwhile_opens_nothing(sign_in, qtbot, qapp):
    db = sign_in("Joke")
    fixed = programme(db)
    with week_desk(db, qtbot, qapp) as it:
        it.week.grid.opened.emit(fixed.id)
        it.press(Qt.Key.Key_Escape)
        deeds = it.view.deeds
        deeds._on_fixed_opened(it.ctx.member.id)
        assert it.overlay is None
