import importlib.util
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def audit():
    spec = importlib.util.spec_from_file_location("audit_tool", ROOT / "tools" / "audit.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def package(**more):
    return {"name": "thing", "version": "1.0"} | more


def test_a_known_vulnerability_fails_and_is_named(audit, monkeypatch, capsys):
    hole = {"id": "CVE-1", "fix_versions": ["1.1"]}
    monkeypatch.setattr(audit, "asked", lambda lock: [package(vulns=[hole]), package(vulns=[])])
    assert audit.main(["a.lock"]) == 1
    assert "thing 1.0: CVE-1 (fixed in 1.1)" in capsys.readouterr().out


def test_packages_without_a_vulnerability_pass(audit, monkeypatch, capsys):
    monkeypatch.setattr(audit, "asked", lambda lock: [package(vulns=[])])
    assert audit.main(["a.lock"]) == 0
    assert "audited 1 of 1, found 0" in capsys.readouterr().out


@pytest.mark.parametrize("answer", [[], [{"name": "thing", "skip_reason": "not found"}]])
def test_a_service_that_does_not_answer_is_said_and_passes(audit, monkeypatch, capsys, answer):
    monkeypatch.setattr(audit, "asked", lambda lock: answer)
    assert audit.main(["a.lock"]) == 0
    assert "nothing was audited" in capsys.readouterr().out
