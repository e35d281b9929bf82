"""Where everything stands on the page of the door: large, few, and nothing that jumps."""

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from hgkm_desktop.models import InformationSession
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.sessions.door_count import DoorCount
from hgkm_desktop.ui.views.sessions.door_field import DoorField
from hgkm_desktop.ui.views.sessions.door_matches import Matches
from hgkm_desktop.ui.views.sessions.door_said import Said
from hgkm_desktop.ui.views.sessions.list_words import from_until, title_of
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.key_cap import KeyCap
from hgkm_desktop.ui.widgets.labels import muted, panel_title
from hgkm_desktop.ui.widgets.strips import Banner

WIDE, ROOM = 720, 6 * 38
"""No wider than text; under the field there is always room for six who may be meant."""


class DoorParts:
    """Builds the page and lays it out; what was typed in it is the page's own."""

    def __init__(self, page: QWidget, ctx: Context) -> None:
        self._page, self._ctx = page, ctx
        self.title, self.when = panel_title(""), muted("")
        self.ready = make_button(tr("Ready at the door"), icon="check")
        self.count, self.field = DoorCount(), DoorField()
        self.lets_in = make_button(
            tr("Comes in"), "primary", big=True, trailing="arrow-elbow-down-left"
        )
        self.matches, self.said = Matches(ctx), Said()
        self.problem = Banner("", "rd")
        self.problem.hide()
        self.nameless = make_button(tr("One more without a name"), icon="user-plus")
        for button in (self.lets_in, self.nameless):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._lay_out()
        self.field.textChanged.connect(self._on_typed)
        self.field.stepped.connect(self._on_stepped)
        self.matches.changed.connect(self.make_room)
        self.said.over.connect(self._on_over)
        self.veil()

    def show_session(self, session: InformationSession, now: datetime) -> None:
        """Say at which door one stands, and when nobody is expected there any more."""
        self.title.setText(title_of(session))
        when = from_until(session, now)
        off = tr("does not take place")
        self.when.setText(tr(", ").join((when, off)) if session.is_off else when)

    def complain(self, text: str, strong: str = "") -> None:
        """Say why somebody could not be let in; nothing takes it away."""
        self.problem.say(text, "rd", strong)
        self.problem.setVisible(bool(text or strong))
        self.field.setAccessibleDescription(f"{strong} {text}".strip())
        self.make_room()

    def make_room(self) -> None:
        """Show the last one unless something else stands under the field."""
        is_free = not self.matches.found and self.problem.isHidden()
        self.said.setVisible(is_free and self.said.is_saying)

    def veil(self) -> None:
        """Hide what is typed and who may be meant while names are hidden."""
        self.field.veil(self._ctx.veiled)
        self.matches.look()

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(px(14))
        column.addLayout(self._head())
        column.addStretch(1)
        column.addWidget(self.count)
        row = QHBoxLayout()
        row.setSpacing(px(10))
        row.addWidget(self.field, 1)
        row.addWidget(self.lets_in)
        column.addLayout(row)
        column.addWidget(self._under(), 3)
        column.addLayout(self._foot())
        middle = QWidget()
        middle.setLayout(column)
        middle.setMaximumWidth(px(WIDE))
        row = QHBoxLayout(self._page)
        row.setContentsMargins(0, px(4), 0, px(4))
        row.addStretch(1)
        row.addWidget(middle, 1000)
        row.addStretch(1)

    def _head(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addWidget(self.title)
        words.addWidget(self.when)
        row = QHBoxLayout()
        row.addLayout(words, 1)
        row.addWidget(self.ready, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _under(self) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        for part in (self.problem, self.matches, self.said):
            column.addWidget(part)
        column.addStretch(1)
        made.setMinimumHeight(px(ROOM))
        made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        return made

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(self.nameless)
        row.addStretch(1)
        for keys, does in ((("+", "−"), tr("children")), (("Ctrl Z",), tr("take the last back"))):
            for key in keys:
                row.addWidget(KeyCap(key))
            row.addWidget(muted(does))
            row.addSpacing(px(8))
        return row

    def _on_typed(self) -> None:
        typed = self.field.typed()
        self.matches.follow(typed)
        if not typed:
            self.complain("")

    def _on_stepped(self, by: int) -> None:
        self.matches.step(by)
        self.field.setAccessibleDescription(self.matches.told())

    def _on_over(self) -> None:
        """Keep the keyboard in the field when the buttons beside the last one go away."""
        if self.said.isAncestorOf(self._page.focusWidget() or self._page):
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
