"""Every kind of deed the program can write has words of its own in the log (SECURITY.md, Log)."""

import ast
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from hgkm_desktop import db, texts
from hgkm_desktop.models import Record
from hgkm_desktop.models.codes import Act
from hgkm_desktop.services.audit_log import AuditEntry
from hgkm_desktop.ui.views.admin import deeds, deeds_beside

SOURCE = Path(deeds.__file__).parents[3]
NOW = datetime(2026, 11, 19, 8, 38, tzinfo=UTC)
CALLS = {"call", "mention", "note", "Deed"}


def entry(act, kind, seq=1, record=None):
    return AuditEntry(seq, NOW, UUID(int=1), act, kind, record)


def named(node):
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def constants(tree):
    """Return the texts that stand under a name at the top of a module."""
    found = (each for each in tree.body if isinstance(each, ast.Assign))
    return {
        named(each.targets[0]): each.value.value
        for each in found
        if isinstance(each.value, ast.Constant)
    }


def written(tree):
    """Return every (act, kind) that is named when something is put in the log."""
    texts_here = constants(tree)
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        parts = node.args
        acts = [each for each in parts if named(getattr(each, "value", None)) == "Act"]
        if named(node.func) not in CALLS or not acts:
            continue
        kind = parts[parts.index(acts[0]) + 1]
        said = kind.value if isinstance(kind, ast.Constant) else texts_here.get(named(kind))
        if said:
            yield Act[acts[0].attr], said


def all_written():
    trees = (ast.parse(each.read_text(encoding="utf-8")) for each in SOURCE.rglob("*.py"))
    tables = {each.class_ for each in Record.registry.mappers} - set(db.UNLOGGED)
    made = {(Act.CREATE, str(each.__tablename__)) for each in tables}
    return made | {pair for tree in trees for pair in written(tree)}


def test_whatever_the_program_writes_has_words_of_its_own():
    found = all_written()
    assert {(Act.READ, "contact"), (Act.CHANGE, "case_board"), (Act.READ, "case_record")} <= found
    assert found - set(deeds.own_words()) == set()


@pytest.mark.parametrize("act", [Act.PRINT, Act.EXPORT])
def test_the_paper_about_erasing_has_words_too(act):
    assert (act, "certificate") in deeds.own_words()


def test_whoever_is_refused_beside_somebody_is_told_so():
    services = SOURCE / "services"
    for service in deeds_beside.SERVICES:
        assert (services / f"{service}.py").exists(), service
        line = entry(Act.REFUSED, service)
        assert deeds.words(line, {}) == "mocht dit niet doen bij een begeleiding"


@pytest.mark.parametrize("language", ["nl", "ar"])
def test_the_words_are_short_and_of_this_language(language):
    texts.use(language)
    for pair, said in deeds.own_words().items():
        assert len(said.split()) <= 12, pair
    assert deeds_beside.words()[Act.READ, "case_record"] != "looked at somebody we stand beside"


def test_a_note_is_one_line_and_its_board_and_count_are_none():
    together = [
        entry(Act.CHANGE, "case_board", 5, uuid4()),
        entry(Act.CHANGE, "case_record", 4, uuid4()),
        entry(Act.CREATE, "case_entry", 3, uuid4()),
        entry(Act.CREATE, "referral_count", 2, uuid4()),
    ]
    (line,) = deeds.told(together)
    assert deeds.words(line, {}) == "schreef iets bij een begeleiding"


def test_a_new_key_is_one_line_however_much_was_sealed_again():
    texts_of_hers = [entry(Act.CHANGE, "case_entry", n, uuid4()) for n in range(9, 2, -1)]
    (line,) = deeds.told([*texts_of_hers, entry(Act.REVOKE, "ring", 2, uuid4())])
    assert deeds.words(line, {}) == "verving een sleutel"
