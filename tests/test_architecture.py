import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "hgkm_desktop"
FILES = sorted(SOURCE.rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
BEFORE_SIGN_IN = (
    "sqlalchemy",
    "sqlcipher3",
    "alembic",
    "cryptography",
    "keyring",
    "reportlab",
    "pypdfium2",
    "zxcvbn",
    "PySide6.QtPrintSupport",
)


def trees():
    return [(path, ast.parse(path.read_text(encoding="utf-8"))) for path in FILES]


def functions(tree):
    kinds = ast.FunctionDef | ast.AsyncFunctionDef
    return [node for node in ast.walk(tree) if isinstance(node, kinds)]


def test_no_file_is_longer_than_300_lines():
    lengths = [(path, len(path.read_text().splitlines())) for path in [*FILES, *TESTS]]
    assert [(path.name, lines) for path, lines in lengths if lines > 300] == []


def test_the_main_window_stays_under_120_lines():
    assert len((SOURCE / "ui" / "main_window.py").read_text().splitlines()) <= 120


def test_no_function_is_longer_than_40_lines():
    long = [
        (path.name, node.name)
        for path, tree in trees()
        for node in functions(tree)
        if node.end_lineno - node.lineno + 1 > 40
    ]
    assert [entry for entry in long if entry != ("0001_first_tables.py", "upgrade")] == []


def test_no_class_has_more_than_15_methods():
    many = [
        (path.name, node.name)
        for path, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
        and sum(isinstance(part, ast.FunctionDef) for part in node.body) > 15
    ]
    assert many == []


def test_no_lambda_with_logic_is_connected():
    """A slot is a method with a name; a lambda may only pass a value on."""
    odd = [
        (path.name, node.lineno)
        for path, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and getattr(node.func, "attr", "") == "connect"
        and node.args
        and isinstance(node.args[0], ast.Lambda)
        and not isinstance(node.args[0].body, ast.Call)
    ]
    assert odd == []


@pytest.mark.parametrize(
    "word", ["processEvents", "QMessageBox", "pickle", "eval(", "shell=True", "os.system"]
)
def test_what_the_architecture_forbids_is_nowhere(word):
    allowed = {"commands/tour.py"} if word == "processEvents" else set()
    found = [str(p.relative_to(SOURCE)) for p in FILES if word in p.read_text(encoding="utf-8")]
    assert set(found) - allowed == set()


def test_ignores_are_never_bare():
    odd = [
        (path.name, number)
        for path in FILES
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if ("type: ignore" in line and "type: ignore[" not in line)
        or ("pyright: ignore" in line and "pyright: ignore[" not in line)
    ]
    assert odd == []


def test_imports_point_one_way():
    command = [Path(sys.executable).with_name("lint-imports"), "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_nothing_slow_is_loaded_before_sign_in_is_painted(tmp_path):
    script = (
        "import sys\n"
        "from PySide6.QtWidgets import QApplication\n"
        "from hgkm_desktop.app import Program\n"
        "(__import__('pathlib').Path(sys.argv[1]) / 'log').mkdir()\n"
        "app = QApplication([])\n"
        "program = Program(sys.argv[1])\n"
        "program.doorway._gate.look = lambda: None\n"
        "program.begin()\n"
        "program.window.repaint()\n"
        "print(*sys.modules)\n"
        "import os; sys.stdout.flush(); os._exit(0)\n"
    )
    command = [sys.executable, "-c", script, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "PySide6.QtWidgets" in loaded
    assert [name for name in BEFORE_SIGN_IN if name in loaded] == []


def test_every_user_visible_version_is_in_the_changelog():
    from hgkm_desktop import __version__

    assert f"## {__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_every_test_that_stands_beside_a_promise_is_there():
    named = set(
        re.findall(r"tests/[a-z_/]+\.py", (ROOT / "SECURITY.md").read_text(encoding="utf-8"))
    )
    assert len(named) > 20
    assert [name for name in sorted(named) if not (ROOT / name).is_file()] == []
