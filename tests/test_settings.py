import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hgkm_desktop.settings import IDLE_MINUTES, SCALES, Settings, load, save

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.text(), inside, max_size=3),
    max_leaves=5,
)
choices = st.dictionaries(
    st.sampled_from([*Settings.__dataclass_fields__, "nonsense"]), anything, max_size=6
)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "config" / "keuzes.json"


def test_what_was_chosen_comes_back(path):
    chosen = Settings("ar", "Logboek", True, 130, 10)
    save(path, chosen)
    assert load(path) == chosen
    assert list(path.parent.iterdir()) == [path]


def test_a_choice_changes_only_itself():
    assert Settings().changed(dark=True) == Settings(dark=True)


@pytest.mark.parametrize("written", ["", "null", "[]", "3", "{", '{"dark": "ja"}', "\x00"])
def test_what_cannot_be_read_becomes_the_default(path, written):
    path.parent.mkdir()
    path.write_text(written)
    assert load(path) == Settings()


def test_bytes_that_are_no_text_become_the_default(path):
    path.parent.mkdir()
    path.write_bytes(b"\xff\xfe\x00")
    assert load(path) == Settings()


def test_a_missing_file_is_the_default(path):
    assert load(path) == Settings()
    assert load(path.parent / "a" / "b") == Settings()


@pytest.mark.parametrize(
    "odd", [{"scale": 7}, {"idle_minutes": 0}, {"scale": 100, "idle_minutes": 9}]
)
def test_an_odd_size_or_time_becomes_the_default(path, odd):
    path.parent.mkdir()
    path.write_text(json.dumps(odd | {"dark": True}))
    assert load(path) == Settings(dark=True)


@settings(deadline=None)
@given(choices)
def test_whatever_is_written_in_the_file_gives_usable_settings(tmp_path_factory, written):
    path = tmp_path_factory.mktemp("keuzes") / "keuzes.json"
    path.write_text(json.dumps(written))
    found = load(path)
    assert found.scale in SCALES
    assert found.idle_minutes in IDLE_MINUTES
    assert isinstance(found.language, str)
    assert isinstance(found.window_title, str)
    assert isinstance(found.dark, bool)


def test_a_choice_that_cannot_be_kept_costs_nothing_else(tmp_path):
    (tmp_path / "file").write_text("in the way")
    save(tmp_path / "file" / "keuzes.json", Settings(dark=True))
    assert (tmp_path / "file").read_text() == "in the way"


def test_a_title_with_odd_letters_is_kept(path):
    for title in ("Zoë ✿ سجل", "half\ud83d", "'\"<b>"):
        save(path, Settings(window_title=title))
        assert load(path).window_title == title
