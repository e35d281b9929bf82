"""Make a log with generated, clearly fictional data, in the volumes of FACTS.md section 7."""

import argparse
import os
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from uuid import UUID

from hgkm_desktop import clock
from hgkm_desktop.commands import demo_texts
from hgkm_desktop.commands.asking import say
from hgkm_desktop.db import Database
from hgkm_desktop.models import RealQuestion, WalkIn
from hgkm_desktop.models.codes import (
    ContactSetting,
    FollowUp,
    HarmKind,
    HelpTopic,
    Language,
    Role,
    SignalLevel,
    TellsAbout,
    Urgency,
    Visit,
)
from hgkm_desktop.places import data_folder, log_folder, program_itself
from hgkm_desktop.services import bulk, members, passphrase, rings
from hgkm_desktop.services.bulk import Example
from hgkm_desktop.vault import founding, keyring, recovery_code


@dataclass(frozen=True)
class Size:
    """How much a year brings (FACTS.md 7.2)."""

    walk_ins: int
    tally_rows: int
    tallied: int
    people: int


SIZES = {
    "small": Size(800, 600, 2000, 10),
    "nisa": Size(5000, 2400, 10_000, 40),
    "largest": Size(10_000, 4400, 54_750, 48),
}
CLOSED = frozenset({6})
COLORS = 6


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe this command's options."""
    parser.add_argument("--years", type=_years, default=1, help="how many years back (default 1)")
    parser.add_argument(
        "--size", choices=sorted(SIZES), default="small", help="how big (default small)"
    )
    parser.add_argument("--seed", type=int, default=1, help="same seed, same examples")
    parser.add_argument("--out", help="an empty folder (default: a temporary one)")
    parser.add_argument("--open", action="store_true", help="open the window on it afterwards")


def run(options: argparse.Namespace) -> int:
    """Make the log, print once who can sign in; return 0, raise UserError when it cannot be."""
    data = data_folder(options.out or tempfile.mkdtemp(prefix="buurtlogboek-"))
    made = make(data, SIZES[options.size], options.years, options.seed)
    say(f"map: {data}\nherstelcode: {made.code}")
    for name, words in made.passphrases.items():
        say(f"{name}: {words}")
    if options.open:
        sys.stdout.flush()
        os.execv(sys.executable, [*program_itself(), "--data-dir", str(data)])
    return 0


def _years(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError
    return number


@dataclass(frozen=True, repr=False)
class Made:
    """What a generated log opens with."""

    folder: Path
    code: str
    passphrases: dict[str, str]
    walk_ins: int


def make(data: Path, size: Size, years: int, seed: int, now: datetime | None = None) -> Made:
    """Make a generated log in a data folder; raise UserError when that does not work."""
    moment, chance = now or clock.now(), random.Random(seed)
    code, names = recovery_code.new(), demo_texts.MEMBERS[: size.people]
    words = {names[0]: passphrase.generate()}
    person = founding.Person(names[0], 6, words[names[0]])
    without = keyring.state() is not keyring.State.READY
    start = founding.FirstStart(
        "Buurthuis De Linde", "Buurtlogboek", (person,), code, without_key_ring=without
    )
    db = Database(founding.found(log_folder(data), start, lambda: moment), lambda: moment)
    try:
        words |= _team(db, names, moment)
        db.call(bulk.settle)
        _give_keys(db, data, words)
        plan = _Plan(size, years, chance, moment, list(db.call(members.names)))
        count = db.call(bulk.add_walk_ins, plan.walk_ins())
        db.call(bulk.add_tallies, plan.tallies())
    finally:
        db.close()
    return Made(data, code, words, count)


def _team(db: Database, names: list[str], now: datetime) -> dict[str, str]:
    roles = [(Role.CONFIDANT,), (Role.STAFF,), (Role.VOLUNTEER,)]
    words: dict[str, str] = {}
    for number, name in enumerate(names[1:]):
        chosen = roles[number % len(roles)]
        new = db.call(members.add, name, chosen, number % COLORS + 1, now=now)
        words[name] = new.passphrase
    return words


def _give_keys(db: Database, data: Path, words: dict[str, str]) -> None:
    """Let the first confidant give the others their key, as she would after signing in."""
    confidants = [m for m in db.call(members.everyone) if Role.CONFIDANT in m.roles]
    first = min(confidants, key=lambda member: member.id)
    hers = Database(db.vault.sign_in(first.id, words[first.name]))
    try:
        for member in hers.call(rings.waiting):
            hers.call(rings.give, member.id)
    finally:
        hers.engine.dispose()


class _Plan:
    """What happens in the generated years."""

    def __init__(
        self, size: Size, years: int, chance: random.Random, now: datetime, team: list[UUID]
    ) -> None:
        self._size, self._chance, self._now, self._team = size, chance, now, team
        last = clock.local(now).date()
        first = last.replace(year=last.year - years) if last.day < 29 else last - timedelta(365)
        self._days = [d for d in bulk.days(first, last) if d.weekday() not in CLOSED]
        self._years = years

    def walk_ins(self) -> Iterator[Example]:
        """Yield the walk-ins, oldest first."""
        for day in self._spread(self._size.walk_ins * self._years):
            yield self._walk_in(day)

    def tallies(self) -> Iterator[tuple[date, HelpTopic, int]]:
        """Yield the day totals."""
        rows, tallied = self._size.tally_rows * self._years, self._size.tallied * self._years
        more = Counter(self._chance.choices(range(rows), k=tallied - rows))
        numbers = (1 + more[row] for row in range(rows))
        for day, topics in Counter(self._spread(rows)).items():
            for topic in self._chance.sample(list(HelpTopic), topics):
                yield day, topic, next(numbers)

    def _spread(self, total: int) -> Iterator[date]:
        """Yield a day for each of so many things, evenly from the first to the last."""
        return (self._days[number * len(self._days) // total] for number in range(total))

    def _walk_in(self, day: date) -> Example:
        pick, chance = self._chance.choice, self._chance.random
        hour = time(self._chance.randint(9, 17), self._chance.randint(0, 59))
        latest = self._now - timedelta(minutes=self._chance.randint(1, 400))
        happened = min(clock.at(day, hour), latest)
        topics, text = pick(demo_texts.DESK)
        level = self._chance.choices(list(SignalLevel), weights=(70, 17, 10, 3))[0]
        record = WalkIn(
            happened_at=happened,
            setting=pick(list(ContactSetting)),
            topics=topics,
            language=pick(list(Language)),
            visit=pick(list(Visit)),
            signal=level,
            urgency=Urgency.CALM if level is SignalLevel.NONE else pick(list(Urgency)),
            follow_up=pick(list(FollowUp)),
            desk_question=text,
            entered_by=pick(self._team),
            entered_at=happened + timedelta(minutes=self._chance.randint(5, 90)),
        )
        return Example(record, self._question(record, level) if chance() < 0.2 else None)

    def _question(self, record: WalkIn, level: SignalLevel) -> RealQuestion:
        pick = self._chance.choice
        record.tells_about = pick(list(TellsAbout))
        harm = (HarmKind.NOT_NAMED,) if level is SignalLevel.NONE else (pick(list(HarmKind)),)
        return RealQuestion(pick(demo_texts.REAL), pick(demo_texts.OWN_WORDS), harm)
