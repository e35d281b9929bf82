from datetime import timedelta

import pytest
from desk import MONDAY

from hgkm_desktop.models import Member, TallyDay, WalkIn
from hgkm_desktop.models.codes import Role
from hgkm_desktop.settings import Settings
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.view import View


class Page(View):
    """The smallest page there can be."""

    identifier = "page"
    icon_name = "book"
    shows = frozenset({WalkIn})

    def __init__(self, ctx):
        super().__init__(ctx)
        self.times = 0

    def title(self):
        return "Page"

    def refresh(self):
        self.times += 1


@pytest.fixture
def ctx(db, make, qapp):
    member = make.db.actor
    return Context(db, member, Settings(), lambda: MONDAY)


@pytest.fixture
def page(ctx, qtbot):
    made = Page(ctx)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def seen(page, qtbot):
    page.show()
    qtbot.waitExposed(page)
    return page


def test_a_page_fetches_when_it_is_first_seen(page, qtbot):
    assert page.times == 0
    page.show()
    assert page.times == 1


def test_what_it_shows_changed_so_it_fetches_again(seen, make):
    make.walk_in()
    assert seen.times == 2


def test_news_about_other_kinds_leaves_it_alone(seen, ctx):
    ctx.changed.emit(frozenset({Member, TallyDay}))
    assert seen.times == 1


def test_a_hidden_page_waits_until_it_is_seen(seen, make):
    seen.hide()
    make.walk_in()
    make.walk_in(now=MONDAY + timedelta(minutes=1))
    assert seen.times == 1
    seen.show()
    assert seen.times == 2
    seen.hide()
    seen.show()
    assert seen.times == 2


def test_hiding_names_shows_everything_anew(seen, ctx):
    ctx.veil(True)
    assert seen.times == 2


def test_what_a_page_does_not_do_is_nothing(page):
    assert page.subtitle() == ""
    assert page.draft() is None
    page.start_new()
    page.find("text")
    page.restore({})
    assert page.roles == frozenset(Role)
    assert not page.at_the_foot


def test_a_page_without_a_name_or_content_is_a_mistake(ctx, qtbot):
    bare = View(ctx)
    qtbot.addWidget(bare)
    for method in (bare.title, bare.refresh):
        with pytest.raises(NotImplementedError):
            method()
