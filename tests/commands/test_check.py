import getpass
import os
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import delete
from sqlalchemy.orm import Session

from hgkm_desktop import __version__
from hgkm_desktop.db import Database
from hgkm_desktop.models import AuditLine
from hgkm_desktop.vault import store

SOURCES = Path(__file__).parents[2] / "src"
PAGE = 4096
AS_BEA = ("--member", "Bea", "--passphrase-file", "-")


@pytest.fixture
def check(typed, data, words):
    """Check the desk's log as somebody, with her passphrase on standard input."""

    def run(name="Bea", given=None, before=(), after=()):
        given = words[name] if given is None else given
        options = ["--member", name, "--passphrase-file", "-", *after]
        return typed(*before, "check", *options, given=given + "\n")

    return run


@pytest.fixture(params=["before", "after"])
def where(request, data):
    """The option that says which folder, on either side of the command."""
    return {request.param: ("--data-dir", str(data))}


def test_a_log_that_is_well_is_called_so(check, where):
    told = check(**where)
    assert (told.code, told.err) == (0, "")
    version, key_ring, file, log = told.out.splitlines()
    assert version.startswith(f"versie {__version__}, stap 0")
    # "untrusted" where the plaintext back end of keyrings.alt is installed beside nothing better
    assert key_ring in ("sleutelbos: missing", "sleutelbos: untrusted")
    assert (file, log) == ("bestand: goed", "logboek: goed")


def test_any_member_can_check_whatever_the_case_of_her_name(typed, data, words):
    told = typed(
        "check", "--data-dir", data, "--member", "hANAN", "--passphrase-file", "-",
        given=words["Hanan"],
    )  # fmt: skip
    assert told.code == 0


def test_a_broken_line_in_the_log_is_found(check, data, desk):
    db = Database(desk.open("Salma"))
    with Session(db.engine) as session, session.begin():
        session.execute(delete(AuditLine).where(AuditLine.seq == 2))
    db.close()
    told = check(after=("--data-dir", str(data)))
    assert told.code == 1
    assert "bestand: goed\nlogboek: breuk bij regel 3" in told.out


@pytest.mark.parametrize("page", [0.25, 0.5, 0.75, 0.95])
def test_a_damaged_page_is_found_and_never_a_traceback(check, data, desk, page):
    file = desk.folder / store.FILE
    content = bytearray(file.read_bytes())
    at = int(len(content) * page) // PAGE * PAGE + 100
    content[at : at + 50] = bytes(50)
    file.write_bytes(bytes(content))
    told = check(after=("--data-dir", str(data)))
    assert told.code == 1
    assert "fouten" in told.out or "beschadigd" in told.err


@pytest.mark.parametrize("name", ["Bea", "Nobody"])
def test_a_wrong_passphrase_and_an_unknown_name_are_told_in_the_same_words(check, data, name):
    told = check(name, given="niet de goede zin", after=("--data-dir", str(data)))
    assert told.code == 1
    assert told.err == "Dat klopt niet. Probeer het nog een keer.\n"
    assert told.out.startswith("versie ")


def test_where_there_is_no_log_it_says_so(typed, tmp_path):
    told = typed("check", "--data-dir", tmp_path / "empty", "--member", "Bea")
    assert told.code == 1
    assert told.err.count("\n") == 1
    assert "Traceback" not in told.err


def test_a_passphrase_can_stand_in_a_file(typed, data, words, tmp_path):
    (tmp_path / "zin").write_text(words["Bea"] + "\n", encoding="utf-8")
    told = typed(
        "check", "--data-dir", data, "--member", "Bea", "--passphrase-file", tmp_path / "zin"
    )
    assert told.code == 0


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00"])
def test_a_passphrase_file_that_cannot_be_read_is_told(typed, data, tmp_path, content):
    if content is not None:
        (tmp_path / "zin").write_bytes(content)
    told = typed(
        "check", "--data-dir", data, "--member", "Bea", "--passphrase-file", tmp_path / "zin"
    )
    assert told.code == 1
    assert told.err.startswith("Dit bestand is niet te lezen.")


def test_name_and_passphrase_are_asked_for_and_the_passphrase_without_echo(
    typed, data, words, monkeypatch
):
    asked = []

    def answer(prompt):
        asked.append(prompt)
        return words["Bea"]

    monkeypatch.setattr(getpass, "getpass", answer)
    told = typed("check", "--data-dir", data, given="Bea\n")
    assert told.code == 0
    assert asked == ["Wachtzin: "]
    assert words["Bea"] not in told.out + told.err


def test_nobody_to_answer_is_told_and_does_not_hang(typed, data, monkeypatch):
    def nobody(_prompt):
        raise EOFError

    monkeypatch.setattr(getpass, "getpass", nobody)
    for arguments in ((), ("--member", "Bea")):
        told = typed("check", "--data-dir", data, *arguments)
        assert told.code == 1
        assert told.err == "Er is niets ingevuld. Probeer het nog een keer.\n"


def test_the_command_works_as_it_is_typed(data, words):
    run = subprocess.run(
        [sys.executable, "-m", "hgkm_desktop", "--data-dir", data, "check", *AS_BEA],
        env=os.environ | {"PYTHONPATH": str(SOURCES)},
        input=words["Bea"] + "\n",
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert "bestand: goed\nlogboek: goed\n" in run.stdout
    assert run.stderr == ""
