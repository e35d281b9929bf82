"""The same words are the same bytes, in whatever order, and never touch a disk."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from all_sheets import digests

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def told():
    """What another process made meanwhile, last sheet first, and what it wrote."""
    bare = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONHASHSEED": "7"}
    command = [sys.executable, str(HERE / "all_sheets.py")]
    with subprocess.Popen(command, env=bare, stdout=subprocess.PIPE, text=True) as process:
        here = [f"{name} {digest}" for name, digest in digests(turned=False)]
        out, _ = process.communicate(timeout=120)
    assert process.returncode == 0
    return here, out.splitlines()


def test_another_process_makes_the_same_bytes_in_another_order(told):
    here, there = told
    assert len(here) > 140
    assert sorted(here) == sorted(line for line in there if not line.startswith("written"))


def test_nothing_is_written_while_sheets_are_made(told):
    _, there = told
    assert [line for line in there if line.startswith("written")] == []


def test_the_watch_sees_what_is_written(tmp_path):
    script = (
        "import sys, all_sheets; sys.addaudithook(all_sheets.watch);"
        "open('a', 'w').close(); __import__('os').mkdir('b')"
    )
    command = [sys.executable, "-B", "-c", script]
    path = os.pathsep.join([str(HERE), *sys.path])
    done = subprocess.run(
        command, cwd=tmp_path, env={"PYTHONPATH": path}, capture_output=True, text=True, check=True
    )
    assert len(done.stdout.splitlines()) == 2
    (tmp_path / "a").unlink()
    (tmp_path / "b").rmdir()
