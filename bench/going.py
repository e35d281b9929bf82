"""The week, the month and the day of a vault with 24,000 appointments, painted."""

import gc
import random
import tempfile
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import cast
from uuid import UUID

from PySide6.QtWidgets import QApplication, QWidget
from sqlalchemy.orm import Session

from bench.cases import NOW, Beside
from bench.measure import once, timing
from hgkm_desktop.db import Database
from hgkm_desktop.rules.going_along import AppointmentKind
from hgkm_desktop.services import (
    appointment_list,
    appointment_rows,
    appointments,
    case_key,
    direct,
    members,
)
from hgkm_desktop.services import today as the_day
from hgkm_desktop.settings import Settings
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.views.appointments import AppointmentsView
from hgkm_desktop.ui.views.today import TodayView

TITLE = "## Going along"
MANY, YEARS = 24_000, 20
ROUNDS = 11
WITHIN = 50
"""Milliseconds that painting may take beyond 1.3 times the bare statements."""
ROWS = "SELECT * FROM appointment WHERE starts_at > ? AND starts_at < ? AND ends_at > ?"


def section() -> str:
    """Make the appointments, measure, and return the part of the report about them."""
    with tempfile.TemporaryDirectory(prefix="buurtlogboek-bench-") as folder:
        bench = _Bench(Path(folder))
        try:
            return bench.report()
        finally:
            bench.db.close()


class _Bench:
    """A confidant with sixty women and all the appointments of the vault: the worst case."""

    def __init__(self, folder: Path) -> None:
        self.beside = Beside(folder)
        self.db = self.beside.db
        for case_id in self.beside.ids:
            self.db.call(_appointments, case_id, MANY // len(self.beside.ids))
        self.app = cast(QApplication, QApplication.instance() or QApplication([]))

    def report(self) -> str:
        """Measure week, month and day."""
        gc.disable()  # as beside the window: Python's collector waits for a pause
        day = NOW.date()
        monday = day - timedelta(days=day.weekday())
        first = day.replace(day=1)
        begin = first - timedelta(days=first.weekday())
        lines = [
            f"{MANY} appointments in {YEARS} years, all with one confidant of"
            f" {len(self.beside.ids)} women.\n",
            self._calendar("A week", "week", monday, monday + timedelta(days=6)),
            self._calendar("A month", "month", begin, begin + timedelta(days=41)),
            self._day(),
        ]
        gc.enable()
        return TITLE + "\n\n" + "\n".join(lines) + "\n"

    def _calendar(self, name: str, span: str, first: date, last: date) -> str:
        view = AppointmentsView(self._context(self.db))
        self._show(view)
        view.page.spans.show_span(span)
        ours = timing([once(lambda: self._refresh(view)) for _ in range(ROUNDS)])
        bare = timing([once(lambda: self._bare(first, last)) for _ in range(ROUNDS)])
        count = len(self.db.call(appointment_list.between, first, last, now=NOW).seen)
        view.close()
        beyond = ours.median - 1.3 * bare.median
        return (
            f"{name} of {count} appointments, read and painted: {ours} ms; its bare statement"
            f" {bare} ms; {beyond:.0f} ms beyond 1.3 times that (may be {WITHIN}).\n"
        )

    def _day(self) -> str:
        """Measure the first screen: from a fresh sign-in, and again after a change."""
        first = [self._first_day() for _ in range(5)]
        view = TodayView(self._context(self.db))
        self._show(view)
        again = timing([once(lambda: self._refresh(view)) for _ in range(ROUNDS)])
        bare = timing([once(lambda: self._bare(NOW.date(), NOW.date())) for _ in range(ROUNDS)])
        service = timing([once(lambda: self.db.call(the_day.today, now=NOW)) for _ in range(9)])
        view.close()
        return (
            f"The day, the first time after signing in, read and painted: {timing(first)} ms"
            f" (may be 100); again: {again} ms, of which reading {service} ms; the day's bare"
            f" statement {bare} ms.\n"
        )

    def _first_day(self) -> float:
        db = Database(self.beside.vault.sign_in(*self.beside.who))
        ctx = self._context(db)

        def work() -> None:
            self._show(TodayView(ctx))

        spent = once(work)
        for widget in self.app.topLevelWidgets():
            widget.close()
        db.engine.dispose()
        return spent

    def _context(self, db: Database) -> Context:
        return Context(db, db.call(members.signed_in), Settings(), _now)

    def _show(self, view: QWidget) -> None:
        view.resize(1180, 760)
        view.show()
        view.repaint()
        self.app.processEvents()

    def _refresh(self, view: "AppointmentsView | TodayView") -> None:
        view.refresh()
        view.repaint()
        self.app.processEvents()

    def _bare(self, first: date, last: date) -> object:
        since = datetime(first.year, first.month, first.day, tzinfo=UTC)
        until = datetime(last.year, last.month, last.day, tzinfo=UTC) + timedelta(days=1)
        texts = [_stored(moment) for moment in (since - timedelta(days=1), until, since)]
        return self.db.call(_fetched, tuple(texts))


def _fetched(session: Session, values: tuple[str, ...]) -> object:
    return direct.fetched(session, ROWS, values)


def _stored(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%d %H:%M:%S.%f")


def _now() -> datetime:
    return NOW


def _appointments(session: Session, case_id: UUID, count: int) -> None:
    """Seal appointments over twenty years; half a year of them lies ahead."""
    key, dice = case_key.open_ring(session, case_id), random.Random(str(case_id))
    for _ in range(count):
        back = timedelta(days=dice.randrange(-182, 365 * YEARS - 182))
        starts = NOW - back + timedelta(minutes=15 * dice.randrange(-20, 20))
        visit = appointments.blank(session, starts, case_id, now=NOW)
        told = replace(
            visit.details,
            kind=AppointmentKind.BUURTTEAM,
            partner_words="Buurtteam",
            questions=("Hoe lang duurt het?",),
        )
        appointment_rows.add(session, replace(visit, details=told), key, now=NOW)
