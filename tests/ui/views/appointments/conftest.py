import pytest
from panel_desk import going as linde_goes
from panel_desk import panel_desk
from week_desk import TUESDAY, at

from hgkm_desktop.ui.views.appointments.visit_form import open_visit_form


@pytest.fixture
def leyla(sign_in):
    return sign_in("Leyla")


@pytest.fixture
def going(desk, sign_in, leyla):
    """Linde and where she goes."""
    return linde_goes(desk, sign_in, leyla)


@pytest.fixture
def visit(going, leyla):
    """A quarter to two at Veilig Thuis, today."""
    return going.plan(leyla)


@pytest.fixture
def it(leyla, visit, qtbot, qapp):
    """The panel with her appointment of today, as Leyla sees it."""
    with panel_desk(leyla, qtbot, qapp) as made:
        made.panel.show_visit(visit.id)
        yield made


@pytest.fixture
def new(it, going):
    """The form of a new appointment with Linde, tomorrow at ten."""
    starts = at(TUESDAY, 10)
    return open_visit_form(it.ctx, it.window, starts=starts, case_id=going.case_id)
