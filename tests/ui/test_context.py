import pytest
from desk import MONDAY

from hgkm_desktop.errors import UserError
from hgkm_desktop.models import WalkIn
from hgkm_desktop.models.codes import Role
from hgkm_desktop.services import members, walk_in_list
from hgkm_desktop.settings import Settings
from hgkm_desktop.ui.context import Context, Notice, Question


@pytest.fixture
def ctx(db, qapp):
    made = Context(db, db.call(members.names)[db.actor.member_id], Settings(), lambda: MONDAY)
    yield made
    made.background.wait()


@pytest.fixture
def heard(ctx):
    """Everything the context announced, by signal."""
    told = {}
    for name in ("noticed", "asked", "shown", "veil_changed", "changed"):
        getattr(ctx, name).connect(told.setdefault(name, []).append)
    for name in ("settings_changed", "lock_requested"):
        told[name] = []
        getattr(ctx, name).connect(lambda name=name: told[name].append(True))
    return told


def test_services_run_here_and_now(ctx, make):
    make.walk_in()
    assert ctx.call(walk_in_list.count, walk_in_list.Query()) == 1


def test_what_changed_is_announced(ctx, heard, make):
    make.walk_in()
    assert any(WalkIn in kinds for kinds in heard["changed"])


def test_slow_work_runs_beside_the_window(ctx, qtbot):
    told = []

    def work():
        raise UserError("That failed.")

    with qtbot.waitSignals(
        [
            ctx.in_background(lambda: 5, told.append).ended,
            ctx.in_background(work, told.append, lambda error: told.append(error.title)).ended,
        ]
    ):
        pass
    assert sorted(map(str, told)) == ["5", "That failed."]


def test_it_knows_who_is_signed_in(ctx):
    assert ctx.member.name == "Joke"
    assert ctx.may(Role.STAFF, Role.VOLUNTEER)
    assert not ctx.may(Role.ADMINISTRATOR)


def test_it_says_and_asks_for_the_views(ctx, heard):
    ctx.notify("Saved.", print)
    ctx.warn("Not saved.", "Try again.")
    ctx.confirm("Sure?", "It is gone then.", "Delete", print, danger=True)
    ctx.show("record")
    assert heard["noticed"] == [
        Notice("Saved.", print),
        Notice("Not saved.", hint="Try again.", is_problem=True),
    ]
    assert heard["asked"] == [Question("Sure?", "It is gone then.", "Delete", print, True)]
    assert heard["shown"] == ["record"]


def test_the_veil_is_remembered_and_announced(ctx, heard):
    ctx.veil(True)
    assert ctx.veiled
    ctx.veil(False)
    assert heard["veil_changed"] == [True, False]


def test_other_settings_are_used_from_now_on(ctx, heard):
    ctx.choose(Settings(dark=True))
    assert ctx.settings.dark
    assert heard["settings_changed"] == [True]


def test_locking_is_asked_for(ctx, heard):
    ctx.lock()
    assert heard["lock_requested"] == [True]


def test_her_own_record_can_be_read_again(ctx):
    before = ctx.member
    ctx.reload_member()
    assert ctx.member.id == before.id
    assert ctx.member is not before
