"""Everything that can stand on the page, made once; each part hides while it has nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from hgkm_desktop.models.codes import Role
from hgkm_desktop.rules.holding import State
from hgkm_desktop.services.appointment_list import Seen
from hgkm_desktop.services.beside_today import Call, Changed, Ending, Nobody
from hgkm_desktop.services.fixed_times import Fixed
from hgkm_desktop.services.sessions_today import TakesPlace
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.calendar.day_band import DayBand
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.views.today.call_row import CallRow
from hgkm_desktop.ui.views.today.call_words import now_of, still_today
from hgkm_desktop.ui.views.today.ending_row import EndingRow
from hgkm_desktop.ui.views.today.line_row import Awaited, AwaitedRow, ChangedRow
from hgkm_desktop.ui.views.today.nobody_row import NobodyRow
from hgkm_desktop.ui.views.today.notes import Notes
from hgkm_desktop.ui.views.today.programme_row import ProgrammeRow
from hgkm_desktop.ui.views.today.scene import Scene
from hgkm_desktop.ui.views.today.section import Section
from hgkm_desktop.ui.views.today.session_deeds_row import SessionDeed, SessionDeedRow, deeds
from hgkm_desktop.ui.views.today.session_row import SessionRow
from hgkm_desktop.ui.views.today.stand_in import StandIn
from hgkm_desktop.ui.views.today.team_lines import TeamLines
from hgkm_desktop.ui.views.today.visit_row import VisitRow
from hgkm_desktop.ui.widgets.buttons import Button, make_button


@dataclass
class Parts:
    """The parts of the page by what they are about."""

    band: DayBand
    notes: Notes
    write: Button
    begin: Button
    stand_in: StandIn
    team: TeamLines
    calls: Section[Call]
    going: Section[Seen]
    nobody: Section[Nobody]
    awaited: Section[Awaited]
    endings: Section[Ending]
    programme: Section[Fixed]
    changed: Section[Changed]
    sessions: Section[TakesPlace]
    session_deeds: Section[SessionDeed]

    def sections(self) -> Sequence[Section[Any]]:
        """Return the lists that fold."""
        return (
            self.calls,
            self.going,
            self.nobody,
            self.awaited,
            self.endings,
            self.programme,
            self.changed,
            self.sessions,
            self.session_deeds,
        )


def make_parts(ctx: Context) -> Parts:
    """Make them, all empty."""
    write = make_button(tr("Write a hand-over note"), "quiet", "note-pencil", small=True)
    begin = make_button(tr("New walk-in"), "primary", "plus", key_hint="Ctrl N", big=True)
    return Parts(
        DayBand(),
        Notes(ctx),
        write,
        begin,
        StandIn(ctx),
        TeamLines(),
        Section("phone", tr("Calling today"), CallRow),
        Section("footprints", tr("On the way with her"), VisitRow),
        Section("hand", tr("Nobody holds her"), NobodyRow, at_most=3),
        Section("clock-counter-clockwise", tr("Waiting for an answer"), AwaitedRow, at_most=3),
        Section("hourglass-medium", tr("Clocks that end"), EndingRow, at_most=3),
        Section("calendar-dots", tr("Programme"), ProgrammeRow, at_most=5),
        Section("bell", tr("New since you were here"), ChangedRow, at_most=4),
        Section("chalkboard-teacher", tr("Info sessions"), SessionRow, at_most=4),
        Section("bell", tr("Around the sessions"), SessionDeedRow, at_most=3),
    )


def may_begin(ctx: Context) -> bool:
    """Say whether the large button is hers: who stands beside nobody is there for the desk."""
    return not ctx.may(Role.CONFIDANT)


def fill(parts: Parts, scene: Scene) -> None:
    """Show the day; nothing of it is asked of the services again."""
    today = scene.today
    loose = [each for each in today.nobody if each.state is State.NOBODY]
    others = [each for each in today.nobody if each.state is not State.NOBODY]
    calls = (now_of(call, scene.now) for call in today.calls)
    parts.calls.show_items([each for each in calls if still_today(each, scene.now)], scene)
    going = tr("{count} today").format(count=len(today.going)) if today.going else ""
    parts.going.show_items(today.going, scene, going)
    parts.nobody.show_items(loose, scene)
    parts.awaited.show_items([*today.late, *others], scene)
    parts.endings.show_items(today.endings, scene)
    parts.programme.show_items(today.fixed, scene)
    parts.changed.show_items(today.changed, scene)
    held = tr("{count} today").format(count=len(today.sessions)) if today.sessions else ""
    parts.sessions.show_items(today.sessions, scene, held)
    parts.session_deeds.show_items(deeds(today), scene)
    parts.stand_in.show_items(list(today.to_hand_over), scene)
    parts.team.show_scene(scene)
