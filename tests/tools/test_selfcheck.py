import pytest

from hgkm_desktop.commands import selfcheck as module


@pytest.fixture
def parts(monkeypatch):
    def use(*parts):
        monkeypatch.setattr(module, "PARTS", parts)

    return use


def test_a_program_with_everything_inside_checks_out(qapp, capsys):
    assert module.selfcheck() == 0
    lines = capsys.readouterr().out.splitlines()
    parts = [line.partition(":")[0] for line in lines]
    assert parts == ["modules", "vault", "key ring", "window", "paper"]


def test_a_part_that_fails_is_named_and_the_others_are_still_tried(parts, capsys):
    def broken():
        raise ImportError("left out")

    parts(("first", broken), ("second", lambda: "fine"))
    assert module.selfcheck() == 1
    out = capsys.readouterr().out
    assert out == "first: FAILED, ImportError: left out\nsecond: fine\n"


def test_a_program_without_a_console_is_checked_in_silence(parts, monkeypatch):
    parts(("only", lambda: "fine"))
    monkeypatch.setattr(module.sys, "stdout", None)
    assert module.selfcheck() == 0
