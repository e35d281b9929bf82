import sys
from pathlib import Path

from hgkm_desktop import places


def test_the_data_folder_has_a_neutral_name_and_is_ours_alone(tmp_path):
    folder = places.data_folder()
    assert folder == tmp_path / "xdg_data_home" / "buurtlogboek"
    assert folder.stat().st_mode & 0o777 == 0o700


def test_a_chosen_folder_is_made_and_may_start_at_home(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    assert places.data_folder("~/a/b") == tmp_path / "a" / "b"
    assert (tmp_path / "a" / "b").is_dir()
    assert places.settings_file("~/a") == tmp_path / "a" / "keuzes.json"


def test_choices_lie_apart_from_the_data(tmp_path):
    assert places.settings_file() == tmp_path / "xdg_config_home" / "buurtlogboek" / "keuzes.json"


def test_the_log_has_a_folder_of_its_own(tmp_path):
    assert places.log_folder(tmp_path) == tmp_path / "log"


def test_a_folder_that_cannot_be_made_is_told_later_by_whoever_needs_it(tmp_path):
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    assert places.data_folder(str(tmp_path / "file" / "data")) == tmp_path / "file" / "data"
    assert not (tmp_path / "file" / "data").exists()


def test_the_program_starts_itself_again_as_a_module():
    assert places.program_itself() == [sys.executable, "-m", "hgkm_desktop"]


def test_a_program_in_one_folder_starts_itself_again_as_it_is(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert places.program_itself() == [sys.executable]


def test_no_place_tells_what_the_program_is_for(tmp_path):
    """R-303: names of files and folders are neutral."""
    names = Path(*places.data_folder().parts[-1:], places.settings_file().name)
    assert str(names) == "buurtlogboek/keuzes.json"
