"""The guide tells nobody that she is obliged who is not (R-297), and rests on what was checked."""

import json
import re
from importlib.resources import files

import pytest

from hgkm_desktop.rules.guide import Status, guide, with_numbers
from hgkm_desktop.rules.lists import GuideStep
from hgkm_desktop.sheets.numbers import IN_NEED, shipped

LANGUAGES = ["nl", "en", "ar"]
FREE_TO_CHOOSE = [Status.FREE, Status.SUBSIDY]
OBLIGED = {
    "nl": r"\bmoet|verplicht|\bplicht|\bdient\b|\bhoort te\b|\bnodig\b|\bbehoor",
    "en": r"\b(must|have to|has to|needs? to|duty|should|shall)\b|oblig|mandat|requir",
    "ar": "يجب|لا بد|لابد|إلزام|ملزم|الزام|واجب|عليك|يلزم|لازم|ينبغي|مضطر|إجبار[يا]",
}
MAY = {"nl": "Je mag", "en": "You may", "ar": "يمكنك"}
FORBIDDEN = re.compile(r"cli[eë]nt|dossier|dader|slachtoffer|casus|succesvol", re.IGNORECASE)
UNSURE = re.compile(r"10 weken|tien weken|20 jaar|chat|belrekening|verify|nakijken", re.IGNORECASE)
"""What FACTS.md 3.4 marks as not yet known."""


def data(language):
    path = files("hgkm_desktop") / "resources" / "guide" / f"{language}.json"
    return json.loads(path.read_text(encoding="utf-8"))


def lines(status, language):
    made = guide(status, language)
    parts = [line for step in made.steps.values() for line in step]
    for part in (made.advice, made.report, made.red_flags):
        parts += [part.heading, *part.lines]
    return [*made.intro, *parts, *made.then]


def shape(node):
    """Return how many lines stand where."""
    if isinstance(node, list):
        return len(node)
    return {key: shape(value) for key, value in node.items()} if isinstance(node, dict) else "text"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("status", FREE_TO_CHOOSE)
def test_a_volunteer_never_reads_that_she_is_obliged(status, language):
    forced = re.compile(OBLIGED[language], re.IGNORECASE)
    assert [line for line in lines(status, language) if forced.search(line)] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("step", GuideStep)
def test_every_step_says_what_a_volunteer_may_do(step, language):
    assert any(line.startswith(MAY[language]) for line in guide(Status.FREE, language).steps[step])


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_that_force_would_be_found_where_the_law_holds(language):
    assert re.search(OBLIGED[language], " ".join(lines(Status.BOUND, language)), re.IGNORECASE)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_subsidy_speaks_of_a_safeguarding_lead_and_claims_no_condition(language):
    told = " ".join(lines(Status.SUBSIDY, language))
    lead = {"nl": "aandachtsfunctionaris", "en": "safeguarding lead", "ar": "المسؤولة عن الأمان"}
    assert lead[language] in told
    assert lead[language] not in " ".join(lines(Status.FREE, language))


def test_only_an_organisation_under_the_law_reads_the_assessment_framework():
    assert "afwegingskader" in " ".join(lines(Status.BOUND, "nl"))
    for status in FREE_TO_CHOOSE:
        assert "afwegingskader" not in " ".join(lines(status, "nl"))


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_language_says_as_much_as_dutch(language):
    assert shape(data(language)) == shape(data("nl"))


def test_a_language_without_a_guide_reads_dutch():
    assert guide(Status.FREE, "so") == guide(Status.FREE, "nl")


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_come_from_the_registry_alone(status, language):
    known = {number.key: number.number for number in shipped() if number.key in IN_NEED}
    typed = [line for line in lines(status, language) if re.search(r"\d{3}", line)]
    assert typed == []
    assert "0800-2000" in " ".join(with_numbers(lines(status, language), known))


@pytest.mark.parametrize("status", Status)
def test_dutch_sentences_are_short_and_say_nothing_forbidden(status):
    for line in lines(status, "nl"):
        for sentence in re.split(r"(?<=[.!?:;])\s+", line):
            assert len(sentence.split()) <= 12, sentence
    told = " ".join(lines(status, "nl"))
    assert not re.search(
        r"cli[eë]nt|dossier|dader|slachtoffer|casus|succesvol", told, re.IGNORECASE
    )
    assert not UNSURE.search(told)


def test_what_is_claimed_has_a_source_in_the_facts():
    sourced = [line for line in _dutch_lines(data("nl")) if line["source"]]
    assert len(sourced) > 40
    assert all(re.fullmatch(r"B\d\d", s) for line in sourced for s in line["source"])


def _dutch_lines(node):
    if isinstance(node, dict) and "text" in node:
        return [node]
    inside = node.values() if isinstance(node, dict) else node if isinstance(node, list) else []
    return [line for part in inside for line in _dutch_lines(part)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_red_flags_are_the_nine_and_lead_to_advice(language):
    made = guide(Status.FREE, language)
    assert len(made.red_flags.lines) == 9
    assert "{veilig_thuis}" in " ".join(made.then)
    assert "{emergency}" in " ".join(made.then)
