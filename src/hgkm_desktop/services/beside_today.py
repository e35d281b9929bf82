"""What the day asks of a confidant: whom to call and how, what ends, whom nobody holds, news.

All of it follows from what was noted beside those she stands beside, and is asked of nobody else.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import Select, and_, or_, select
from sqlalchemy.orm import Session

from hgkm_desktop import clock
from hgkm_desktop.models import Appointment, Member
from hgkm_desktop.rules.all_clocks import Running, clocks_of
from hgkm_desktop.rules.clocks import Kind, Stage
from hgkm_desktop.rules.contact import Channel, Gate, SafeContact, Verdict
from hgkm_desktop.rules.going_words import noted_words
from hgkm_desktop.rules.holding import State
from hgkm_desktop.rules.lists import Outcome
from hgkm_desktop.services import appointment_rows, case_reading, partner_names, safe_contact
from hgkm_desktop.services.case_name import CaseName
from hgkm_desktop.services.cases import CasePage
from hgkm_desktop.texts import tr
from hgkm_desktop.vault.actor import actor_of
from hgkm_desktop.vault.case_ring import CaseKey

LATELY = timedelta(days=14)
NEAR = timedelta(days=2)
FEEDBACK_OF = timedelta(days=120)
LOOSE = frozenset({State.NOBODY, State.OFFERED})
MOST_NEWS = 12
BY_NUMBER = (Channel.CALL, Channel.APP, Channel.TEXT)


@dataclass(frozen=True)
class CallHer:
    """The wish to call somebody: the gate decides, not who asks."""

    case_id: UUID


@dataclass(frozen=True, repr=False)
class Call:
    """Somebody we may call today, or would like to: why, what the gate says, and how."""

    name: CaseName
    why: str
    gate: Gate
    agreed: SafeContact | None
    windows: tuple[tuple[datetime, datetime], ...]


@dataclass(frozen=True, repr=False)
class Nobody:
    """Somebody nobody holds; a coordinator sees a code, and no name."""

    case_id: UUID
    code: str
    name: CaseName | None
    state: State
    organisation: str
    days_late: int


@dataclass(frozen=True, repr=False)
class Ending:
    """Something that ends soon, and who is there then."""

    name: CaseName
    running: Running


@dataclass(frozen=True, repr=False)
class Late:
    """An answer of a partner that is overdue, and of which appointment when it was one."""

    name: CaseName
    partner: str
    days: int
    visit_id: UUID | None = None


@dataclass(frozen=True, repr=False)
class Changed:
    """What somebody else noted since this member was last here."""

    name: CaseName
    what: str
    at: datetime
    by: UUID


@dataclass(repr=False)
class Beside:
    """Everything the day asks about those she stands beside."""

    calls: list[Call] = field(default_factory=list[Call])
    nobody: list[Nobody] = field(default_factory=list[Nobody])
    endings: list[Ending] = field(default_factory=list[Ending])
    late: list[Late] = field(default_factory=list[Late])
    changed: list[Changed] = field(default_factory=list[Changed])


@dataclass(frozen=True, repr=False)
class _Hers:
    key: CaseKey
    page: CasePage
    visits: Sequence[Appointment]


def beside(session: Session, day: date, *, now: datetime) -> Beside:
    """Return what the day asks of this confidant, what is most urgent first."""
    member = session.get_one(Member, actor_of(session).member_id)
    found = Beside()
    for hers in _everybody(session, member, now):
        found.calls += _calls(hers, day, now)
        if _has_ended(hers):
            continue
        found.nobody += _nobody(hers, day)
        found.endings += _endings(hers, now)
        found.late += _late(session, hers, day)
        found.changed += _news(session, hers, member, now)
    found.calls.sort(key=_when_to_call)
    found.nobody.sort(key=_most_urgent)
    found.endings.sort(key=_ends)
    found.late.sort(key=_days_late, reverse=True)
    found.changed = sorted(found.changed, key=_moment, reverse=True)[:MOST_NEWS]
    return found


def _everybody(session: Session, me: Member, now: datetime) -> list[_Hers]:
    """Return all cases of mine with their appointments that are near, or new to me."""
    visits: dict[UUID | None, list[Appointment]] = {}
    for row in session.scalars(_near(me, now)):
        visits.setdefault(row.case_id, []).append(row)
    return [
        _Hers(hers.key, hers.page, visits.get(hers.page.name.case_id, []))
        for hers in case_reading.everybody(session)
    ]


def _near(me: Member, now: datetime) -> Select[Appointment]:
    """Return the statement for everybody's: asked by case, SQLite would read all of hers."""
    is_near = Appointment.starts_at < now + NEAR
    is_new = Appointment.changed_at > (me.seen_before_at or me.created_at)
    by_others = and_(is_new, Appointment.changed_by != me.id)
    lately = select(Appointment).where(Appointment.starts_at > now - FEEDBACK_OF)
    return lately.where(or_(is_near, by_others)).order_by(Appointment.starts_at)


def _calls(hers: _Hers, day: date, now: datetime) -> Iterator[Call]:
    found = hers.page.standing
    agreed = found.contact
    channel = next((way for way in BY_NUMBER if agreed and way in agreed.channels), None)
    if agreed is None or channel is None:
        return
    gate, why = safe_contact.gate_of(found, channel, now), _why(hers, day)
    if _has_ended(hers) and not why:
        return
    windows = tuple(_windows(agreed, day)) if gate.verdict in _CURRENT else ()
    later = any(until > now for _, until in windows)
    if gate.may or later or (why and gate.verdict is Verdict.ASK_AGAIN):
        hidden = replace(agreed, number="", code_word="")
        yield Call(hers.page.name, why, gate, hidden, windows)


def _has_ended(hers: _Hers) -> bool:
    """Whether we stopped; then she is called for aftercare, as agreed with her, and not else."""
    holding = hers.page.standing.holding
    return holding is not None and not holding.is_open


def _why(hers: _Hers, day: date) -> str:
    """Return why one would call, as far as it follows from what was noted."""
    tomorrow = day + timedelta(days=1)
    if _has_ended(hers):
        is_due = any(due <= day for due in hers.page.standing.aftercare())
        return tr("asking after her") if is_due else ""
    if any(clock.local(row.starts_at).date() == tomorrow and not row.is_off for row in hers.visits):
        return tr("going along tomorrow")
    reached = hers.page.standing.reached
    last = reached[-1] if reached else None
    if last is not None and last.outcome is Outcome.NO_ANSWER:
        on = clock.local(last.at).date()
        if day - on <= LATELY:
            return tr("no answer lately")
    return ""


def _windows(agreed: SafeContact, day: date) -> Iterator[tuple[datetime, datetime]]:
    for window in agreed.windows:
        if day.weekday() in window.days:
            yield clock.at(day, window.begins), clock.at(day, window.ends)


def _nobody(hers: _Hers, day: date) -> Iterator[Nobody]:
    holding = hers.page.standing.holding
    assert holding is not None
    state, handover = holding.state(hers.key.ring.members), holding.handover
    if state in LOOSE:
        name = hers.page.name
        organisation = handover.organisation if handover is not None else ""
        late = handover.days_late(day) if handover is not None else 0
        yield Nobody(name.case_id, name.code, name, state, organisation, late)


def _endings(hers: _Hers, now: datetime) -> Iterator[Ending]:
    for running in clocks_of(hers.page.standing, now):
        is_contact_over = running.kind is Kind.CONTACT and running.stage is Stage.ENDED
        ends_soon = running.stage is not Stage.RUNNING or running.is_of_the_law
        if ends_soon and not is_contact_over:
            yield Ending(hers.page.name, running)


def _late(session: Session, hers: _Hers, day: date) -> Iterator[Late]:
    partners: dict[UUID, str] | None = None
    for row in hers.visits:
        visit = appointment_rows.read(session, row, hers.key)
        after = visit.details.afterwards
        due = after.feedback_by if after is not None and after.feedback_on is None else None
        if due is not None and due < day:
            partners = partner_names.names(session) if partners is None else partners
            told = visit.details
            known = partners.get(told.partner_id) if told.partner_id is not None else None
            partner = known or told.partner_words
            yield Late(hers.page.name, partner, (day - due).days, visit.id)


def _news(session: Session, hers: _Hers, me: Member, now: datetime) -> Iterator[Changed]:
    """Return what others noted since she was last here, each kind of thing once per case."""
    since = me.seen_before_at or me.created_at
    name, seen = hers.page.name, set[str]()
    for entry in reversed(hers.page.entries):
        what = noted_words(entry.body)
        if entry.made_at > since and entry.made_by != me.id and what and what not in seen:
            seen.add(what)
            yield Changed(name, what, entry.made_at, entry.made_by)
    others = [row for row in hers.visits if row.changed_at > since and row.changed_by != me.id]
    if newest := max(others, key=_changed_at, default=None):
        yield Changed(name, tr("an appointment"), newest.changed_at, newest.changed_by)


def _changed_at(row: Appointment) -> datetime:
    return row.changed_at


def _when_to_call(call: Call) -> tuple[int, float, str]:
    order = _ORDER.index(call.gate.verdict)
    return order, min((since.timestamp() for since, _ in call.windows), default=0), call.name.shown


def _most_urgent(row: Nobody) -> tuple[int, int, str]:
    return list(State).index(row.state), -row.days_late, row.code


def _ends(ending: Ending) -> tuple[datetime, str]:
    return ending.running.ends, ending.name.code


def _days_late(late: Late) -> int:
    return late.days


def _moment(changed: Changed) -> datetime:
    return changed.at


_CURRENT = frozenset({Verdict.MAY, Verdict.NOT_NOW})
_ORDER = (Verdict.MAY, Verdict.NOT_NOW, Verdict.ASK_AGAIN, Verdict.SHE_CALLS)
