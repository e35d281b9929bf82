"""The names of the pages on the rail: each whole, in every language and at every size."""

import pytest
from program import running

from hgkm_desktop.settings import Settings
from hgkm_desktop.ui.style import font
from hgkm_desktop.ui.widgets.painting import text_width
from hgkm_desktop.ui.widgets.rail import NavItem


@pytest.mark.parametrize("scale", [100, 130])
@pytest.mark.parametrize("language", ["nl", "en", "ar"])
def test_no_name_of_a_page_is_cut_off_on_the_rail(desk, qtbot, language, scale):
    with running(desk, qtbot, look=Settings(language=language, scale=scale)) as it:
        it.sign_in("Salma")
        tabs = it.program.desk.page.rail.findChildren(NavItem)
        assert [tab.text() for tab in tabs] == [view.title() for view in it.views]
        open_page = font(15, bold=True)
        wide = {tab.text(): text_width(open_page, tab.text()) for tab in tabs}
        assert {tab.text() for tab in tabs if wide[tab.text()] > tab.room().width()} == set()
