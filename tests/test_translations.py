import ast
import json
import re
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "hgkm_desktop"
CATALOGUES = SOURCE / "resources" / "translations"
ARABIC_PARTS = (
    "admin",
    "appointment_form",
    "appointments",
    "beside",
    "calendar",
    "case_page",
    "case_tabs",
    "case_widgets",
    "cases",
    "contact",
    "dates",
    "entrance",
    "going",
    "going_paper",
    "guide",
    "handouts",
    "holding",
    "labels",
    "looking_back",
    "opening",
    "palette",
    "partners",
    "partners_words",
    "referrals",
    "refuse",
    "session_after",
    "session_door",
    "session_form",
    "session_paper",
    "session_rules",
    "session_services",
    "session_view",
    "session_words",
    "sheets",
    "tables",
    "today",
    "walk_ins",
    "widgets",
    "window",
)


def tr_calls():
    """Return every text given to tr(), with where it stands; a text must be one literal."""
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "tr":
                yield path.relative_to(SOURCE), node.lineno, node.args[0]


def catalogue(language):
    parts = sorted((CATALOGUES / language).glob("*.json"))
    return {part.stem: json.loads(part.read_text(encoding="utf-8")) for part in parts}


def merged(language):
    return {key: value for part in catalogue(language).values() for key, value in part.items()}


def used():
    return {arg.value for _, _, arg in tr_calls() if isinstance(arg, ast.Constant)}


def test_every_text_is_one_literal():
    odd = [(str(p), line) for p, line, arg in tr_calls() if not isinstance(arg, ast.Constant)]
    assert odd == []


def test_dutch_is_complete():
    assert sorted(used() - set(merged("nl"))) == []


def test_no_translation_is_left_over():
    assert sorted(set(merged("nl")) - used()) == []


@pytest.mark.parametrize("language", ["nl", "ar"])
def test_no_part_says_the_same_text_twice_differently(language):
    seen = {}
    for part, texts in catalogue(language).items():
        for key, value in texts.items():
            assert seen.setdefault(key, value) == value, (part, key)


@pytest.mark.parametrize("language", ["nl", "ar"])
def test_placeholders_survive_translation(language):
    holes = re.compile(r"\{(\w*)\}")
    for key, value in merged(language).items():
        assert sorted(holes.findall(key)) == sorted(holes.findall(value)), key
        assert value.strip(), key


def test_arabic_is_complete_for_the_window_and_the_walk_ins():
    dutch, arabic = catalogue("nl"), merged("ar")
    for part in ARABIC_PARTS:
        assert sorted(set(dutch.get(part, {})) - set(arabic)) == [], part


def test_dutch_sentences_are_short():
    """R-106: at most 12 words a sentence."""
    for value in merged("nl").values():
        for sentence in re.split(r"(?<=[.!?:])\s+", value):
            assert len(sentence.split()) <= 12, sentence


def test_no_forbidden_words_in_any_text():
    """LOOK.md 8: none of these stands on anything a visitor can see."""
    forbidden = re.compile(r"cli[eë]nt|dossier|dader|slachtoffer|casus|succesvol", re.IGNORECASE)
    assert [value for value in merged("nl").values() if forbidden.search(value)] == []
