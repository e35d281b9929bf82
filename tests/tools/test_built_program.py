"""The built program: what it leaves out is what no module of ours asks for."""

import ast
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "hgkm_desktop"


def _left_out() -> set[str]:
    for node in ast.parse((ROOT / "build.spec").read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign) and node.targets[0].id == "NOT_NEEDED":
            return set(ast.literal_eval(node.value))
    raise AssertionError("build.spec leaves nothing out")


def _imports(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {each.name for each in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module} | {f"{node.module}.{each.name}" for each in node.names}
    return names


def test_nothing_that_a_module_imports_is_left_out():
    asked = {(name, path.name) for path in SOURCE.rglob("*.py") for name in _imports(path)}
    left_out = _left_out()
    missed = [each for each in asked if any(f"{each[0]}.".startswith(f"{o}.") for o in left_out)]
    assert missed == []


def test_the_plaintext_key_rings_are_left_out():
    assert "keyrings" in _left_out()
