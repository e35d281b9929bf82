from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from hgkm_desktop import clock
from hgkm_desktop.commands import demo, demo_texts
from hgkm_desktop.db import Database
from hgkm_desktop.models import RealQuestion, TallyDay, WalkIn
from hgkm_desktop.models.codes import HelpTopic, Role
from hgkm_desktop.services import access, refuse, rings, walk_ins
from hgkm_desktop.vault import backup
from hgkm_desktop.vault.keyring import State
from hgkm_desktop.vault.vault import Vault

NOON = datetime(2026, 11, 20, 11, 0, tzinfo=UTC)
"""A Friday."""


@dataclass
class Made:
    """What a demo printed, and the log it made."""

    told: object
    folder: Path
    code: str
    words: dict[str, str]

    def open(self, name) -> Database:
        vault = Vault(self.folder / "log")
        tile = next(tile for tile in vault.look().tiles if tile.name == name)
        return Database(vault.sign_in(tile.member_id, self.words[name]))


@dataclass(frozen=True)
class Content:
    """What is in a log, as far as a seed decides it."""

    visits: list
    tallies: list


def content(db: Database) -> Content:
    def read(session: Session) -> Content:
        access.require(session, access.DESK)
        visits = session.scalars(select(WalkIn)).all()
        tallies = session.scalars(select(TallyDay)).all()
        return Content(
            sorted((str(clock.local(v.happened_at).date()), v.desk_question) for v in visits),
            sorted((str(t.day), t.topic.value, t.count) for t in tallies),
        )

    return db.call(read)


@pytest.fixture
def make(typed, tmp_path):
    def run(name, *more) -> Made:
        told = typed("demo", "--out", tmp_path / name, *more)
        lines = [line.partition(": ") for line in told.out.splitlines()]
        known = {key: value for key, _, value in lines}
        folder, code = known.pop("map", ""), known.pop("herstelcode", "")
        return Made(told, Path(folder), code, known)

    return run


def plan(size="small", years=1, seed=3, now=NOON):
    team = [uuid4() for _ in range(4)]
    return demo._Plan(demo.SIZES[size], years, demo.random.Random(seed), now, team)


def test_a_small_year_is_made_twice_the_same_and_opens_with_what_was_printed(make):
    first, second = (make(name, "--size", "small", "--seed", "3") for name in ("a", "b"))
    assert (first.told.code, first.told.err) == (0, "")
    logs = [made.open("Hatice") for made in (first, second)]
    try:
        one, other = map(content, logs)
    finally:
        for log in logs:
            log.close()
    assert one == other
    assert len(one.visits) == 800
    assert sum(count for _, _, count in one.tallies) == 2000
    assert len(first.words) == 10
    assert first.code != second.code
    assert set(first.words.values()).isdisjoint(second.words.values())


def test_everything_about_a_generated_log_works(make):
    made = make("log", "--seed", "5")
    vault = Vault(made.folder / "log")
    assert vault.look().key_ring is State.NOT_USED, "no key ring: on the passphrase alone"
    assert {tile.name for tile in vault.look().tiles} == set(made.words)
    backup.open_with_code(made.folder / "log", made.code)
    confidants = [name for name in made.words if _is_confidant(made, name)]
    assert len(confidants) > 1
    for name in confidants[-1:]:
        hers = made.open(name)
        questions = hers.call(_questions)
        hers.close()
        assert len(questions) > 100
        assert all(refuse.find(text) is None for text in questions)


def _is_confidant(made, name):
    db = made.open(name)
    try:
        return db.actor.may(Role.CONFIDANT) and not db.call(rings.needs_new_key)
    finally:
        db.close()


def _questions(session: Session) -> list[str]:
    access.require(session, access.CONFIDANTS)
    sealed = session.scalars(select(WalkIn.id).where(WalkIn.sealed.is_not(None))).all()
    found = [walk_ins.read_real_question(session, each) for each in sealed]
    return [text for each in found if each for text in (each.question, each.own_words)]


def test_the_next_seed_is_another_year():
    days = [[e.walk_in.desk_question for e in plan(seed=seed).walk_ins()] for seed in (3, 4)]
    assert days[0] != days[1]


@pytest.mark.parametrize(
    ("size", "visits", "rows", "tallied"),
    [("small", 800, 600, 2000), ("nisa", 5000, 2400, 10_000), ("largest", 10_000, 4400, 54_750)],
)
def test_a_year_holds_what_facts_7_2_says(size, visits, rows, tallied):
    tallies = list(plan(size).tallies())
    assert sum(1 for _ in plan(size).walk_ins()) == visits
    assert len(tallies) == rows
    assert sum(count for _, _, count in tallies) == tallied
    assert min(count for _, _, count in tallies) >= 1
    assert len({(day, topic) for day, topic, _ in tallies}) == rows


def test_twenty_largest_years_hold_the_worst_case_of_facts_7_2():
    twenty = plan("largest", 20)
    assert sum(1 for _ in twenty._spread(200_000)) == 200_000
    tallies = list(twenty.tallies())
    assert len(tallies) == 88_000
    assert sum(count for _, _, count in tallies) == 20 * 54_750


def test_a_year_ends_now_and_leaves_no_day_of_it_out():
    tallies = list(plan("nisa").tallies())
    visits = [e.walk_in for e in plan("nisa").walk_ins()]
    today = clock.local(NOON).date()
    for days in (
        {day for day, _, _ in tallies},
        {clock.local(v.happened_at).date() for v in visits},
    ):
        assert max(days) == today
        assert timedelta(360) < max(days) - min(days) <= timedelta(366)
        assert not [day for day in days if day.weekday() == 6]
        assert len(days) > 310
    assert max(v.happened_at for v in visits) < NOON
    assert all(v.entered_at > v.happened_at for v in visits)


def test_a_year_from_a_leap_day_is_a_year_too():
    days = plan(now=datetime(2028, 2, 29, 11, 0, tzinfo=UTC))._days
    assert str(days[0]) == "2027-03-01"


def test_nothing_that_is_generated_would_be_refused_at_the_desk():
    said = [text for _, text in demo_texts.DESK]
    said += demo_texts.REAL + demo_texts.OWN_WORDS + demo_texts.FOLLOW_UPS + demo_texts.REASONS
    assert [text for text in said if refuse.find(text)] == []
    assert [text for text in said if "{" in text or len(text) > 400] == []


def test_every_topic_has_something_to_say_and_every_name_stands_once():
    assert {topic for topics, _ in demo_texts.DESK for topic in topics} == set(HelpTopic)
    assert max(Counter(demo_texts.MEMBERS).values()) == 1
    assert len(demo_texts.MEMBERS) >= max(size.people for size in demo.SIZES.values())


def test_some_visits_have_a_real_question_and_it_says_who_it_is_about():
    examples = list(islice(plan().walk_ins(), 800))
    asked = [each for each in examples if each.question]
    assert 0.1 < len(asked) / len(examples) < 0.3
    assert all(isinstance(each.question, RealQuestion) for each in asked)
    assert all(each.walk_in.tells_about for each in asked)


def test_a_log_that_is_there_is_never_overwritten(typed, data, desk):
    before = {file.name: file.read_bytes() for file in desk.folder.iterdir()}
    told = typed("demo", "--out", data)
    assert told.code == 1
    assert told.err.count("\n") == 1
    assert {file.name: file.read_bytes() for file in desk.folder.iterdir()} == before


def test_a_folder_that_cannot_be_made_is_one_sentence(typed, tmp_path):
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    told = typed("demo", "--out", tmp_path / "file" / "data")
    assert (told.code, told.out) == (1, "")
    assert told.err.count("\n") == 1
    assert "Traceback" not in told.err


@pytest.mark.parametrize("years", ["0", "-1", "many"])
def test_a_number_of_years_that_makes_no_sense_is_refused(typed, years):
    with pytest.raises(SystemExit) as stopped:
        typed("demo", "--years", years)
    assert stopped.value.code == 2


def test_without_a_folder_a_temporary_one_is_made_and_can_be_opened(typed, tmp_path, monkeypatch):
    started = []
    made = demo.Made(tmp_path, "CODE", {"Naima": "vijf woorden"}, 0)
    monkeypatch.setattr(demo, "make", lambda data, *_: started.append(data) or made)
    monkeypatch.setattr(demo.tempfile, "mkdtemp", lambda prefix: str(tmp_path / prefix))
    monkeypatch.setattr(demo.os, "execv", lambda *command: started.append(command))
    told = typed("demo", "--open")
    folder = str(tmp_path / "buurtlogboek-")
    assert started[0] == Path(folder)
    assert started[1][1][-2:] == ["--data-dir", folder]
    assert told.out == f"map: {folder}\nherstelcode: CODE\nNaima: vijf woorden\n"
