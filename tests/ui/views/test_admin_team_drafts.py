"""A half-typed member comes back after locking."""

import pytest
from admin_page import by_name, open_admin, open_form_of

from hgkm_desktop.models.codes import Role
from hgkm_desktop.services import members
from hgkm_desktop.ui.views.admin import people


@pytest.fixture
def page(sign_in, qtbot):
    yield from open_admin(sign_in("Salma"), qtbot)


def test_a_half_typed_person_comes_back_after_locking(page, sign_in, qtbot):
    assert page.view.draft() is None
    page.view.start_new()
    form = page.view.desk._dialog.form
    form.name.setText("Nor")
    page.click(form.tasks[Role.STAFF])
    kept = page.view.draft()
    for again in open_admin(sign_in("Salma"), qtbot):
        again.view.restore(kept)
        restored = again.view.desk._dialog.form
        assert restored.typed().name == "Nor"
        assert restored.typed().roles == {Role.VOLUNTEER, Role.STAFF}
        assert again.view.draft() == kept


def test_a_half_changed_member_comes_back_unless_she_left(page):
    dialog = open_form_of(page, "Hanan")
    dialog.form.name.setText("Hanan B")
    kept = page.view.draft()
    dialog.overlay.reject()
    assert page.view.draft() is None
    page.view.restore(kept)
    assert page.view.desk._dialog.form.typed().name == "Hanan B"
    page.view.desk._dialog.overlay.reject()
    page.ctx.call(members.leave, by_name(page, "Hanan").id, now=page.ctx.now())
    page.view.restore(kept)
    assert page.overlay is None


@pytest.mark.parametrize("odd", [{}, {"member": {"roles": ["queen"], "color": 9}}, {"member": 3}])
def test_an_odd_draft_does_no_harm(page, odd):
    page.view.restore(odd)
    if page.overlay is not None:
        assert page.view.desk._dialog.form.typed().color in people.COLORS
