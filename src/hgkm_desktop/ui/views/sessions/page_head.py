"""The head of a session: what, when, where, who tells it, and what is done with it most."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from hgkm_desktop.texts import tr
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.sessions import list_words as words
from hgkm_desktop.ui.views.sessions.page_about import About
from hgkm_desktop.ui.widgets.badges import Badge
from hgkm_desktop.ui.widgets.buttons import icon_button, make_button
from hgkm_desktop.ui.widgets.flow import FlowLayout
from hgkm_desktop.ui.widgets.icon_label import IconLabel
from hgkm_desktop.ui.widgets.labels import muted, panel_title
from hgkm_desktop.ui.widgets.painting import line_height

WIDE = 560
"""From this width on the buttons stand beside the name."""


class PageHead(QWidget):
    """Shows who may do what; the rest is behind the three dots."""

    def __init__(self, *, may_edit: bool) -> None:
        super().__init__()
        self._may_edit = may_edit
        self.name, self.state = panel_title("", wrap=True), Badge("")
        self.change = make_button(tr("Change"), icon="pencil-simple", small=True)
        self.print = make_button(tr("Print attendance list"), "primary", "printer", small=True)
        self.more = icon_button("dots-three", tr("What else can be done"), small=True)
        self.facts = [
            _FactLine(icon) for icon in ("clock", "map-pin", "chalkboard-teacher", "translate")
        ]
        self.repeats = _FactLine("arrows-clockwise")
        self._lay_out()

    def show_session(self, about: About) -> None:
        """Show one session."""
        session = about.session
        self.name.setText(words.title_of(session))
        said = (
            words.from_until(session, about.now),
            session.place,
            words.told_by(session, about.partner),
            words.spoken_in(session),
        )
        repeats = tr("comes back") if session.series_id is not None else ""
        height = line_height(" ".join((*said, repeats)), 14)
        for line, text in zip((*self.facts, self.repeats), (*said, repeats), strict=True):
            line.say(text, height)
        self._show_state(about)
        self.change.setVisible(self._may_edit)
        self.print.setEnabled(not about.veiled)

    def _show_state(self, about: About) -> None:
        self.state.setHidden(not about.session.is_off)
        if about.session.is_off:
            self.state.say(tr("does not take place"), "nt")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons under the name where there is no room for both."""
        super().resizeEvent(event)
        self._place(is_wide=event.size().width() >= px(WIDE))

    def _lay_out(self) -> None:
        self.name.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        named, self._buttons = QWidget(), QWidget()
        first, second = QHBoxLayout(named), QHBoxLayout(self._buttons)
        for row in (first, second):
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(px(8))
        first.addWidget(self.name, 1)
        first.addWidget(self.state, 0, Qt.AlignmentFlag.AlignVCenter)
        for button in (self.change, self.print, self.more):
            second.addWidget(button)
        holder = QWidget()
        flow = FlowLayout(gap=18, line_gap=4)
        for line in (*self.facts, self.repeats):
            flow.addWidget(line)
        holder.setLayout(flow)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(px(18), px(14), px(18), px(13))
        self._grid.setHorizontalSpacing(px(8))
        self._grid.setVerticalSpacing(px(5))
        self._grid.setColumnStretch(0, 1)
        self._grid.addWidget(named, 0, 0)
        self._grid.addWidget(holder, 1, 0, 1, 2)
        self._place(is_wide=True)

    def _place(self, *, is_wide: bool) -> None:
        top = Qt.AlignmentFlag.AlignTop
        if is_wide:
            self._grid.addWidget(self._buttons, 0, 1, top)
        else:
            self._grid.addWidget(self._buttons, 2, 0, Qt.AlignmentFlag.AlignLeading)


class _FactLine(QWidget):
    """An icon and a few words; away while there is nothing to say."""

    def __init__(self, icon: str) -> None:
        super().__init__()
        self.words = muted("")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(7))
        row.addWidget(IconLabel(icon, "mut", 17))
        row.addWidget(self.words)

    def say(self, text: str, height: int) -> None:
        """Show other words; all are as high, so that two scripts stand on one line."""
        self.words.setText(text)
        self.setFixedHeight(height)
        self.setHidden(not text)
