"""No module goes round the gate to her: read in the code itself (R-284, R-285, R-286)."""

import ast

import pytest
from every_way import SOURCE, going_round


def test_no_module_goes_round_the_gate():
    found = [
        each
        for path in sorted(SOURCE.rglob("*.py"))
        for each in going_round(path.relative_to(SOURCE).as_posix(), path.read_text("utf-8"))
    ]
    assert found == []


@pytest.mark.parametrize(
    "planted",
    [
        "from hgkm_desktop.rules.contact import gate",
        "def f(agreed, now):\n    return contact.gate(agreed, Channel.CALL, now).may",
        "from hgkm_desktop.rules import contact as c\nmay = c.gate(a, 1, now)",
        "def f(page):\n    return page.standing.contact.number",
        "def f(entry):\n    return entry.body.agreed.number",
        "def f(found):\n    return safe_contact.reach(s, c, w, now=n).agreed.number",
        "def f(ctx, her):\n    return ctx.call(session_reach.reach, her, way, now=n)",
        "def f(session, her):\n    return services.session_reach.reach(session, her, way)",
        "from hgkm_desktop.services.session_reach import reach",
        "from hgkm_desktop.services import session_reach as words",
        "def f(session, one):\n    return reach_signed.opened(session, one, one.signed)",
        "from hgkm_desktop.services.reach_signed import opened as told",
        "def f(told):\n    return told.agreed.number",
    ],
)
def test_a_module_that_goes_round_it_is_found(planted):
    assert going_round("ui/views/cases/strip.py", planted)
    assert going_round("ui/views/sessions/page_head.py", planted)
    assert going_round("services/sessions_today.py", planted)


@pytest.mark.parametrize(
    "planted",
    [
        "def to_tell(session, agreed):\n    return agreed.number",
        "def reach(session, her):\n    return safe_contact.reach(session, her, way, now=now)",
    ],
)
def test_who_asks_the_rule_for_a_session_reads_no_number_either(planted):
    assert going_round("services/session_reach.py", planted)
    asks = "def f(agreed, way, now):\n    return contact.gate(agreed, way, now)"
    assert going_round("services/session_reach.py", asks) == []


@pytest.mark.parametrize("where", ["tell.py", "tell_again.py", "reach_form.py"])
def test_only_the_card_of_a_person_shows_a_number_of_a_list(where):
    assert going_round(f"ui/views/sessions/{where}", "said = found.agreed.number")
    assert going_round("ui/views/sessions/tell_person.py", "said = found.agreed.number") == []


def names_in(path):
    """Return every name a module imports or uses; words of the log are only words."""
    nodes = list(ast.walk(ast.parse(path.read_text("utf-8"))))
    aliases = {
        alias.name.rpartition(".")[2]
        for n in nodes
        for alias in getattr(n, "names", ())
        if isinstance(alias, ast.alias)
    }
    modules = {
        part for n in nodes if isinstance(n, ast.ImportFrom) for part in (n.module or "").split(".")
    }
    return aliases | modules | {n.id for n in nodes if isinstance(n, ast.Name)}


def test_no_view_comes_to_the_door_of_the_services():
    views = [*(SOURCE / "ui").rglob("*.py"), *(SOURCE / "handouts").rglob("*.py")]
    assert [path.name for path in views if "case_key" in names_in(path)] == []
