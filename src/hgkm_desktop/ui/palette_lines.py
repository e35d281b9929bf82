"""What was found, as the lines of the palette: icon, words, where they stand, what else to know."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from hgkm_desktop.models import Member
from hgkm_desktop.rules.contact import Channel
from hgkm_desktop.rules.holding import State
from hgkm_desktop.services import safe_contact
from hgkm_desktop.services.finding import Hit, Kind, Known, OpenPage, Target
from hgkm_desktop.services.snippets import NOTHING, Marked, Span
from hgkm_desktop.texts import is_right_to_left, tr
from hgkm_desktop.ui.dates import day_in_short, day_of, kept_together, time_of
from hgkm_desktop.ui.widgets.painting import isolate
from hgkm_desktop.ui.widgets.phase_steps import phase_name

_ICONS = {
    Kind.CASE: "note",
    Kind.VISIT: "door-open",
    Kind.PARTNER: "address-book",
    Kind.SESSION: "chalkboard-teacher",
    Kind.SHEET: "files",
    Kind.DEED: "arrow-right",
}
_DOT = " · "


@dataclass(frozen=True, repr=False)
class Line:
    """One line of the palette, and what it opens; `key` does the same without it."""

    target: Target
    icon: str
    title: Marked
    beside: str = ""
    below: Marked = NOTHING
    may_call: bool = False
    key: str = ""

    def spoken(self) -> str:
        """Return everything it says, for a screen reader."""
        said = (self.title.text, self.beside, self.below.text, self.key)
        call = tr("may be called now") if self.may_call else ""
        return ", ".join(part for part in (*said, call) if part)


@dataclass(frozen=True, repr=False)
class Surroundings:
    """What a line needs besides the hit itself."""

    now: datetime
    names: Mapping[UUID, Member] = field(default_factory=dict[UUID, Member])
    pages: Mapping[str, str] = field(default_factory=dict[str, str])
    here: str = ""
    veiled: bool = False


def groups() -> dict[Kind, str]:
    """Return what each kind is called, in the order they are shown."""
    return {
        Kind.CASE: tr("Beside her"),
        Kind.VISIT: tr("Walk-ins"),
        Kind.PARTNER: tr("Partners"),
        Kind.SESSION: tr("Info sessions"),
        Kind.SHEET: tr("Info sheets"),
        Kind.DEED: tr("To do"),
    }


def line_of(hit: Hit, around: Surroundings) -> Line:
    """Return a hit as it is shown."""
    if hit.case is not None:
        return _case_line(hit, hit.case, around)
    if isinstance(hit.target, OpenPage):
        return _deed_line(hit, hit.target, around)
    icon = _ICONS[hit.kind]
    if hit.at is None:
        return Line(hit.target, icon, _apart(hit.title), below=Marked(hit.about))
    day = day_in_short(day_of(hit.at), day_of(around.now))
    when = tr("{day}, {time}").format(day=day, time=time_of(hit.at))
    if hit.kind is Kind.SESSION:
        below = Marked(_DOT.join(part for part in (when, hit.about) if part))
        return Line(hit.target, icon, _apart(hit.title), below=below)
    return Line(hit.target, icon, Marked(when), below=_after(hit.about, hit.snippet))


def _case_line(hit: Hit, case: Known, around: Surroundings) -> Line:
    code = case.name.code
    beside = "" if hit.title.text == code else kept_together(code)
    if hit.at is not None:
        day = day_in_short(day_of(hit.at), day_of(around.now))
        below = _after(f"{hit.about}{_DOT}{day}", hit.snippet)
        return Line(hit.target, _ICONS[hit.kind], hit.title, beside, below)
    found = case.standing
    may = _state(case) is not State.CLOSED and _may_call(case, around)
    said = [phase_name(found.phase()), _holder(case), _first(case, around)]
    below = Marked(_DOT.join(part for part in said if part))
    return Line(hit.target, "hand-heart", hit.title, beside, below, may)


def _state(case: Known) -> State:
    holding = case.standing.holding
    return State.NOBODY if holding is None else holding.state(case.members)


def _may_call(case: Known, around: Surroundings) -> bool:
    return safe_contact.gate_of(case.standing, Channel.CALL, around.now).may


def _holder(case: Known) -> str:
    return {
        State.NOBODY: tr("Nobody holds her"),
        State.OFFERED: tr("Offered, not confirmed"),
        State.US: tr("We hold her"),
        State.PARTNER: tr("A partner holds her"),
        State.CLOSED: tr("Stopped"),
    }[_state(case)]


def _first(case: Known, around: Surroundings) -> str:
    member = around.names.get(case.members[0])
    if member is None:
        return ""
    return f"{member.name.strip()[:1]}." if around.veiled else member.name


def _deed_line(hit: Hit, target: OpenPage, around: Surroundings) -> Line:
    if not target.is_new:
        return Line(hit.target, _ICONS[hit.kind], hit.title, below=Marked(tr("Open this page")))
    key = "Ctrl N" if target.page == around.here else ""
    return Line(target, "plus", hit.title, below=Marked(around.pages.get(target.page, "")), key=key)


def _after(about: str, snippet: Marked) -> Marked:
    """Return a text of ours and then hers, with the marks where they belong."""
    if not (about and snippet.text):
        return _apart(snippet) if snippet.text else Marked(about)
    hers, before = _apart(snippet), f"{about}{_DOT}"
    return Marked(before + hers.text, _shifted(hers, len(before)))


def _apart(words: Marked) -> Marked:
    """Keep the order of words that may run the other way than the page does."""
    apart = isolate(words.text, is_right_to_left())
    return Marked(apart, _shifted(words, 1)) if apart != words.text else words


def _shifted(words: Marked, by: int) -> tuple[Span, ...]:
    return tuple((begin + by, end + by) for begin, end in words.spans)
