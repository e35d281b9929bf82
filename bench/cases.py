"""A confidant with many cases: until she can search, opening a long one, and each key she types."""

import gc
import os
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import cast
from uuid import UUID

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from PySide6.QtWidgets import QApplication
from sqlalchemy.orm import Session

from bench.measure import Result, Timing, beside, once, timing
from hgkm_desktop.commands import demo
from hgkm_desktop.db import Database
from hgkm_desktop.models.codes import Role
from hgkm_desktop.places import log_folder
from hgkm_desktop.rules.bodies import Began, Consent, Note
from hgkm_desktop.rules.lists import ConsentForm, Purpose
from hgkm_desktop.services import case_key, cases, gathering, members
from hgkm_desktop.services.cases import Candidate, NewCase
from hgkm_desktop.services.finding import Index, search
from hgkm_desktop.settings import Settings
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.views.cases.case_page import CasePageView
from hgkm_desktop.ui.views.cases.way import Way
from hgkm_desktop.vault.keys import kdf_for_this_computer
from hgkm_desktop.vault.vault import Vault

TITLE = "## Standing beside somebody"
NOW = datetime(2026, 11, 19, 14, 5, tzinfo=UTC)
CASES, NOTES, MANY, LONG = 60, 800, 20_000, 200
SENTENCE = (
    "Ze kwam met haar jas aan en dronk thee bij het raam. Ze zei dat het rustiger is nu hij "
    "doordeweeks werkt, en dat haar zoon weer buiten speelt. De brief van school nam ze mee. "
)
WORDS = ("sleutel", "woning", "rustig", "advocaat", "buurvrouw", "school", "brief", "nacht")


def section() -> str:
    """Make the cases, measure, and return the part of the report about them."""
    with tempfile.TemporaryDirectory(prefix="buurtlogboek-bench-") as folder:
        bench = Beside(Path(folder))
        try:
            return bench.report()
        finally:
            bench.db.close()


class Beside:
    """A log with one confidant who stands beside sixty women."""

    def __init__(self, folder: Path) -> None:
        made = demo.make(folder, demo.SIZES["small"], 1, seed=1)
        self.vault = Vault(log_folder(folder))
        with_role = {tile.member_id: tile.name for tile in self.vault.look().tiles}
        first = Database(self.vault.sign_in(*self._first(with_role, made.passphrases)))
        team = first.call(members.everyone)
        first.close()
        member = next(m for m in team if Role.CONFIDANT in m.roles)
        self.who = member.id, made.passphrases[member.name]
        self.db = Database(self.vault.sign_in(*self.who))
        self.ids = [self._open(number) for number in range(CASES)]
        self._fill(self.ids, NOTES // CASES)

    @staticmethod
    def _first(names: dict[UUID, str], words: dict[str, str]) -> tuple[UUID, str]:
        known = next(iter(words))
        return next(i for i, name in names.items() if name == known), words[known]

    def report(self) -> str:
        """Measure everything, the largest last."""
        lines = [self._until_searchable().row(), ""]
        self._fill(self.ids[:1], LONG - NOTES // CASES)
        lines.append(self._opening())
        self._fill(self.ids[1:], (MANY - NOTES) // (CASES - 1))
        gc.disable()  # as beside the window: Python's collector runs on the window's thread only
        spent = [once(self._gather) for _ in range(5)]
        index = self._gather()
        gc.enable()
        lines.append(f"\n{len(index.notes)} texts searchable: {timing(spent)} ms (may be 1000).")
        lines.append(f"\nA key in search, {len(index.notes)} texts: {_keys(index)} ms (may be 50).")
        head = "| what | ours, ms (quartiles) | peer, ms (quartiles) | ratio | may be | kept |\n"
        body = "\n".join(lines)
        counts = f"{CASES} cases, {NOTES} notes, then one of {LONG} and {MANY} in all."
        return f"{TITLE}\n\n{counts}\n\n{head}|---|---|---|---|---|---|\n{body}\n"

    def _open(self, number: int) -> UUID:
        yes = Consent(Purpose.NOTES, ConsentForm.ORAL, NOW.date(), heard_by="Demo")
        candidates = (Candidate(self.who[0], knows_her=False),)
        new = NewCase(f"Voorbeeld {number}", candidates, yes, Began(NOW.date()))
        return self.db.call(cases.open_case, new, now=NOW)

    def _fill(self, ids: list[UUID], count: int) -> None:
        for case_id in ids:
            self.db.call(_notes, case_id, count)

    def _gather(self) -> Index:
        return self.db.call(gathering.gather)

    def _until_searchable(self) -> Result:
        cost, salt = asdict(kdf_for_this_computer()), os.urandom(16)

        def derivation() -> None:
            argon = Argon2id(
                salt=salt,
                length=32,
                iterations=cost["t"],
                lanes=cost["p"],
                memory_cost=cost["m"],
            )
            argon.derive(b"kaneel fiets regenjas brug lepel")

        def signing_in() -> None:
            db = Database(self.vault.sign_in(*self.who))
            db.call(gathering.gather)
            db.engine.dispose()

        name = "sign-in to searchable, beside the key derivation"
        return beside(name, signing_in, derivation, limit=1.5, rounds=9)

    def _opening(self) -> str:
        app = cast(QApplication, QApplication.instance() or QApplication([]))
        member = self.db.call(members.signed_in)
        self.ctx = Context(self.db, member, Settings(), lambda: NOW)
        page = CasePageView(self.ctx, Way())
        page.resize(1180, 760)
        page.show()
        others = self.ids[1:]

        def shown(case_id: UUID) -> Callable[[], None]:
            def work() -> None:
                page.begin(case_id)
                page.repaint()
                app.processEvents()

            return work

        shown(others[0])()
        ours = _turns(shown(self.ids[0]), [shown(other) for other in others[:8]])
        bare = timing([once(lambda: _rows(self.db, self.ids[0])) for _ in range(21)])
        page.close()
        beyond = ours.median - bare.median
        return (
            f"Opening a case with {LONG} notes, painted: {ours} ms; its bare statements {bare} ms;"
            f" beyond: {beyond:.0f} ms (may be 50).\n"
        )


def _turns(ours: Callable[[], None], others: list[Callable[[], None]]) -> Timing:
    """Return how long one takes, each time after another was shown."""
    spent: list[float] = []
    for other in others:
        other()
        spent.append(once(ours))
    return timing(spent)


def _notes(session: Session, case_id: UUID, count: int) -> None:
    key = case_key.open_ring(session, case_id)
    last = case_key.last_link(session, key)
    for number in range(count):
        at = NOW - timedelta(days=count - number)
        text = f"{SENTENCE * 2}{WORDS[number % len(WORDS)]} {number}"
        last = case_key.add(session, key, Note(at, seen=text), last, now=at).link


def _rows(db: Database, case_id: UUID) -> int:
    sql = "SELECT id, made_at, sealed FROM case_entry WHERE case_id = ?"
    connection = db.engine.raw_connection()
    try:
        driver = connection.driver_connection
        assert driver is not None
        return len(driver.execute(sql, (case_id.hex,)).fetchall())
    finally:
        connection.close()


def _keys(index: Index) -> Timing:
    """Return what each key costs while words are typed, those that are nowhere among them."""
    spent: list[float] = []
    for word in (*WORDS, "xylofoon", "ze zei dat"):
        for end in range(1, len(word) + 1):
            begin = time.perf_counter()
            list(search(index, word[:end]))
            spent.append(time.perf_counter() - begin)
    return timing(spent)
