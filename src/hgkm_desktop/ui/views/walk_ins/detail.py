"""The panel beside the list: one visit, who typed it, and what can still be done with it."""

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hgkm_desktop.models import Member, WalkIn
from hgkm_desktop.models.codes import Role
from hgkm_desktop.models.labels import label, short
from hgkm_desktop.services import members, walk_ins
from hgkm_desktop.services.cases import OPENERS, StartCase
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import day_of
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.walk_ins import words
from hgkm_desktop.ui.views.walk_ins.margins import set_margins
from hgkm_desktop.ui.views.walk_ins.room import Room
from hgkm_desktop.ui.views.walk_ins.story import Story
from hgkm_desktop.ui.views.walk_ins.tab_order import follow
from hgkm_desktop.ui.widgets.badges import SignalBadge, Tag
from hgkm_desktop.ui.widgets.buttons import icon_button, make_button
from hgkm_desktop.ui.widgets.card import Card
from hgkm_desktop.ui.widgets.flow import FlowLayout
from hgkm_desktop.ui.widgets.labels import hairline, muted, small
from hgkm_desktop.ui.widgets.labels import label as text_label
from hgkm_desktop.ui.widgets.scroll import FittingScroll

WIDTHS = {Room.WIDE: 340, Room.NARROW: 300, Room.TIGHT: 264}


class DetailPanel(Card):
    """Shows one visit. Its middle scrolls; the buttons stay where they are."""

    correct_asked = Signal(object)
    delete_asked = Signal(object)
    closed = Signal()

    def __init__(self, ctx: Context) -> None:
        super().__init__(margins=(0, 12, 0, 12), spacing=0)
        self.ctx = ctx
        self.walk_in: WalkIn | None = None
        self._was_veiled = self._makes_room = False
        self.heading = text_label("", "number", wrap=True)
        self.close_button = icon_button("x", tr("Close panel"), small=True, kind="bare")
        self.language = muted("")
        self.correct = make_button(tr("Correct"), icon="pencil-simple")
        self.delete = icon_button("trash", tr("Delete"))
        self.begin = make_button(tr("Stand beside her"), "quiet", icon="hand-heart", small=True)
        self.entered = small("", wrap=True)
        self.setAccessibleName(tr("The chosen visit"))
        self._badges = QWidget()
        self._buttons = QWidget()
        self._story = QWidget()
        self._scrolled = QWidget()
        self._middle = QVBoxLayout(self._scrolled)
        self._middle.setContentsMargins(0, 0, 0, 0)
        self._lay_out()
        self.close_button.clicked.connect(self.closed)
        self.correct.clicked.connect(self._on_correct_clicked)
        self.delete.clicked.connect(self._on_delete_clicked)
        self.begin.clicked.connect(self._on_begin_clicked)
        self.hide()

    def show_visit(self, walk_in: WalkIn) -> None:
        """Show a visit; what was unsealed of another one is gone."""
        self.walk_in, self._was_veiled = walk_in, self.ctx.veiled
        names = self.ctx.call(members.names)
        today = day_of(self.ctx.now())
        self.heading.setText(words.heading(walk_in, today))
        self.language.setText(label(walk_in.language) if walk_in.language else "")
        self.language.setVisible(walk_in.language is not None)
        self._show_badges(walk_in)
        self._tell(Story(self.ctx, walk_in, names))
        self._show_foot(walk_in, names)
        read = self.reading_button()
        follow(
            [self.close_button, *([read] if read else []), self.correct, self.delete, self.begin]
        )
        self.setHidden(self._makes_room)

    def show_nothing(self) -> None:
        """Close; nothing of the visit stays behind."""
        self.walk_in = None
        self._tell(QWidget())
        self.hide()

    def follow_veil(self) -> None:
        """Show the same visit again when the veil fell or was lifted since."""
        if self.walk_in is not None and self._was_veiled != self.ctx.veiled:
            self.show_visit(self.walk_in)

    def make_room(self, on: bool) -> None:
        """Stay away while the room is needed; the visit stays chosen."""
        self._makes_room = on
        self.setHidden(on or self.walk_in is None)

    def reading_button(self) -> QWidget | None:
        """Return the button that unseals the real question, None where there is none."""
        return self._story.read if isinstance(self._story, Story) else None

    def take_focus(self) -> None:
        """Put the keyboard on what can be done here."""
        (self.close_button if self._buttons.isHidden() else self.correct).setFocus()

    def fit(self, room: Room) -> None:
        """Leave more room to the list on a small screen."""
        self.setFixedWidth(px(WIDTHS[room]))

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        set_margins(top, 18, 0, 10, 0)
        top.addWidget(self.heading, 1)
        top.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        middle = QVBoxLayout()
        set_margins(middle, 18, 0, 14, 0)
        middle.setSpacing(0)
        middle.addWidget(self.language)
        middle.addSpacing(px(8))
        self._badge_row = middle
        middle.addWidget(self._badges)
        middle.addSpacing(px(10))
        self._middle.addWidget(self._story)
        middle.addWidget(FittingScroll(self._scrolled), 1)
        buttons = QHBoxLayout(self._buttons)
        buttons.setContentsMargins(px(18), 0, px(18), px(8))
        buttons.setSpacing(px(8))
        buttons.addWidget(self.correct, 1)
        buttons.addWidget(self.delete)
        foot = QVBoxLayout()
        foot.setContentsMargins(px(18), 0, px(18), 0)
        foot.addWidget(self.begin, 0, Qt.AlignmentFlag.AlignLeading)
        foot.addWidget(self.entered)
        self.body.addLayout(top)
        self.body.addLayout(middle, 1)
        self.body.addWidget(hairline())
        self.body.addSpacing(px(12))
        self.body.addWidget(self._buttons)
        self.body.addLayout(foot)

    def _show_badges(self, walk_in: WalkIn) -> None:
        fresh = QWidget()
        flow = FlowLayout(6, 6)
        fresh.setLayout(flow)
        if walk_in.signal is not None:
            flow.addWidget(SignalBadge(walk_in.signal.value, label(walk_in.signal)))
        for topic in walk_in.topics:
            flow.addWidget(Tag(short(topic)))
        self._badge_row.replaceWidget(self._badges, fresh)
        self._badges.deleteLater()
        self._badges = fresh

    def _show_foot(self, walk_in: WalkIn, names: Mapping[UUID, Member]) -> None:
        now = self.ctx.now()
        may = self.ctx.call(walk_ins.may_correct, walk_in, now=now)
        said = [words.entered(walk_in, names, now, self.ctx.veiled)]
        if not may:
            said.append(tr("Is something wrong? Ask a staff member to correct it."))
        elif not self.ctx.may(Role.STAFF, Role.COORDINATOR):
            said.append(tr("Can be corrected until tonight 24.00."))
        self.entered.setText(" ".join(said))
        self.begin.setVisible(self.ctx.may(*OPENERS) and not self.ctx.veiled)
        self._buttons.setVisible(may and not self.ctx.veiled)  # the form would show the texts

    def _tell(self, story: QWidget) -> None:
        self._middle.replaceWidget(self._story, story)
        self._story.hide()
        self._story.deleteLater()
        self._story = story

    def _on_correct_clicked(self) -> None:
        if self.walk_in is not None:
            self.correct_asked.emit(self.walk_in.id)

    def _on_begin_clicked(self) -> None:
        """Nothing is written on the visit: nobody sees what grew from it (R-075)."""
        if self.walk_in is not None:
            self.ctx.show(StartCase(self.walk_in.id, day_of(self.walk_in.happened_at)))

    def _on_delete_clicked(self) -> None:
        if self.walk_in is not None:
            self.delete_asked.emit(self.walk_in.id)
