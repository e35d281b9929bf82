import argparse

import pytest

import hgkm_desktop.__main__ as command_line
from hgkm_desktop.errors import UserError

SECRETS = ("passphrase", "password", "code", "secret", "key", "pin")


@pytest.fixture(autouse=True)
def hardened(monkeypatch):
    """Hardening cannot be undone, so it is only noted here (tests/test_harden.py does it)."""
    done = []
    monkeypatch.setattr(command_line, "harden", lambda: done.append(True))
    return done


@pytest.fixture
def opened(monkeypatch):
    """The window is not opened, but noted with the folder it would open on."""
    folders = []

    def run(data_dir):
        folders.append(data_dir)
        return 0

    monkeypatch.setattr("hgkm_desktop.app.run", run)
    return folders


@pytest.fixture
def answering(monkeypatch):
    """Let the version command do something else."""

    def use(run):
        monkeypatch.setattr("hgkm_desktop.commands.version.run", run)

    return use


def options_of(name):
    found = command_line.parser([name])._subparsers._group_actions[0].choices[name]
    return [each for each in found._actions if not isinstance(each, argparse._HelpAction)]


def test_without_a_command_the_window_opens(opened):
    assert command_line.main([]) == 0
    assert opened == [None]


def test_the_window_opens_on_a_chosen_folder(opened):
    assert command_line.main(["--data-dir", "/somewhere"]) == 0
    assert opened == ["/somewhere"]


def test_a_folder_may_be_called_like_a_command(opened):
    assert command_line.main(["--data-dir", "backup"]) == 0
    assert opened == ["backup"]


def test_what_was_typed_is_read_when_nothing_else_is_given(opened, monkeypatch):
    monkeypatch.setattr("sys.argv", ["hgkm-desktop", "--data-dir", "x"])
    command_line.main()
    assert opened == ["x"]


def test_everything_is_hardened_before_anything_else(hardened, capsys):
    command_line.main(["version"])
    assert hardened == [True]


@pytest.mark.parametrize("arguments", [["dance"], ["version", "--loud"], ["--loud"], ["backup"]])
def test_what_nobody_knows_is_answered_with_the_usage(arguments, capsys):
    with pytest.raises(SystemExit) as stopped:
        command_line.main(arguments)
    assert stopped.value.code == 2
    assert "usage: hgkm-desktop" in capsys.readouterr().err


def test_help_names_every_command(capsys):
    with pytest.raises(SystemExit) as stopped:
        command_line.main(["--help"])
    assert stopped.value.code == 0
    out = capsys.readouterr().out
    for name, words in command_line.COMMANDS.items():
        assert f"    {name} " in out
        assert words.split(" (")[0][:40] in out
    assert "selfcheck" not in out


@pytest.mark.parametrize("name", command_line.COMMANDS)
def test_every_command_explains_itself(name, capsys):
    with pytest.raises(SystemExit) as stopped:
        command_line.main([name, "--help"])
    assert stopped.value.code == 0
    assert " ".join(command_line.COMMANDS[name].split()[:3]) in capsys.readouterr().out
    unexplained = [each.dest for each in options_of(name) if not each.help]
    assert unexplained == []


@pytest.mark.parametrize("name", command_line.COMMANDS)
def test_no_option_takes_a_secret_itself(name):
    """What stands on a command line is read by every process and kept in the history."""
    taking = [each for each in options_of(name) if each.nargs != 0]
    for each in taking:
        spelled = " ".join((*each.option_strings, each.dest))
        if any(word in spelled for word in SECRETS):
            assert all(text.endswith("-file") for text in each.option_strings), spelled


def test_a_command_waits_for_no_other_commands_modules(capsys, monkeypatch):
    asked = []
    real = command_line._module
    monkeypatch.setattr(command_line, "_module", lambda name: asked.append(name) or real(name))
    command_line.main(["version"])
    assert set(asked) == {"version"}


def test_what_goes_wrong_is_one_sentence_and_code_one(answering, capsys):
    def run(_options):
        raise UserError("Dat lukt niet.", "Probeer het later.")

    answering(run)
    assert command_line.main(["version"]) == 1
    assert capsys.readouterr() == ("", "Dat lukt niet. Probeer het later.\n")


def test_control_c_ends_a_command_without_a_trace(answering, capsys):
    def run(_options):
        raise KeyboardInterrupt

    answering(run)
    assert command_line.main(["version"]) == 130
    assert capsys.readouterr() == ("", "")


def test_the_selfcheck_is_not_listed_but_works(monkeypatch):
    monkeypatch.setattr("hgkm_desktop.commands.selfcheck.selfcheck", lambda: 1)
    assert command_line.main(["--selfcheck"]) == 1
