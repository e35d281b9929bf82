"""A day with nothing in it, and names and texts nobody expected."""

import pytest
from desk import MONDAY
from PySide6.QtCore import Qt
from shift import LARGE, SMALL, at, cut_off, go_along, stand_beside

from hgkm_desktop.services import shift_notes
from hgkm_desktop.services.walk_ins import NewWalkIn
from hgkm_desktop.ui.views.today.note_form import NoteForm
from hgkm_desktop.ui.views.today.rich import Part, Rich
from hgkm_desktop.ui.widgets.empty import Empty


@pytest.fixture
def desk(founded, tmp_path):
    """A log in which nothing happened yet."""
    return founded.copy(tmp_path / "log")


@pytest.mark.parametrize("who", ["Leyla", "Hanan"])
def test_a_day_with_nothing_is_calm_and_says_what_to_do(open_today, who):
    page = open_today(who)
    empty = page.view.page.empty
    assert isinstance(empty, Empty) and empty.isVisible()
    said = page.words()
    assert "Er staat niets voor vandaag." in said
    assert "Eerst het gesprek, met de laptop dicht." in said
    assert not page.parts.band.isVisible()
    page.push(empty.button)
    assert page.shown == [NewWalkIn()]
    page.push(empty.quiet)
    assert isinstance(page.overlay, NoteForm)


def test_the_first_note_takes_its_place(open_today, sign_in):
    joke = sign_in("Joke")
    page = open_today(joke)
    joke.call(shift_notes.write, "Koffie is op.", for_confidants=False, now=MONDAY)
    assert not page.view.page.empty.isVisible()
    assert "Koffie is op." in page.words()
    assert page.parts.begin.isVisible() and page.parts.write.isVisible()


ODD = "<i>Schuin</i> & " + "w" * 40


@pytest.mark.parametrize("size", [LARGE, SMALL])
def test_odd_and_endless_names_stay_inside_their_column(open_today, sign_in, desk, size):
    leyla = sign_in("Leyla")
    case_id = stand_beside(desk, leyla, "Wolkenkrabberbewoonster")
    told = {"partner_words": ODD, "person_words": ODD, "meet_where": ODD}
    go_along(desk, leyla, case_id, at(14), **told)
    page = open_today(leyla, size=size)
    (row,) = page.parts.going.shown()
    assert "<i>Schuin</i> &" in page.words(row)
    assert page.view.page.width() <= page.view.width()
    assert cut_off(page) == []


def test_a_visit_of_a_walk_in_has_an_alias_and_no_code(open_today, sign_in, desk):
    leyla = sign_in("Leyla")
    go_along(desk, leyla, None, at(14), alias="Mevrouw Blauw")
    page = open_today(leyla)
    (row,) = page.parts.going.shown()
    assert "Mevrouw Blauw" in page.words(row) and "BL-" not in page.words(row)
    page.ctx.veil(True)
    assert "•••" in page.words(row) and "Blauw" not in page.words()


def test_letters_outside_the_first_plane_keep_their_look(qapp, qtbot):
    line = Rich()
    qtbot.addWidget(line)
    line.say([Part("🌷🌷", is_bold=True), Part("stil", "mut")])
    ends = [(each.start, each.length) for each in line._formats()]
    assert ends == [(0, 4), (5, 4)]
    assert line.heightForWidth(10) > 0
    line.resize(300, 60)
    line.grab()
    line.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    line.grab()
