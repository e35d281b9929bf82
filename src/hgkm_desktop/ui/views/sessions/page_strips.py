"""What has to be known before the list is read: a place is free, the paper is old, names went."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hgkm_desktop.services import information_sessions
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.names import inside
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.sessions import list_words as words
from hgkm_desktop.ui.views.sessions.page_about import About
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.icon_label import IconLabel
from hgkm_desktop.ui.widgets.labels import RichLine
from hgkm_desktop.ui.widgets.strips import Banner, Strip


class PageStrips(QWidget):
    """Shows each only while it is so."""

    def __init__(self) -> None:
        super().__init__()
        self.waiting = WaitingStrip()
        self.off, self.paper, self.names = Banner("", "am"), Banner("", "am"), Banner("", "bl")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(px(14), px(10), px(14), 0)
        self._column.setSpacing(px(8))
        for strip in (self.off, self.paper, self.names, self.waiting):
            self._column.addWidget(strip)

    def show_session(self, about: About) -> None:
        """Say what is to be said of one session."""
        session = about.session
        is_old = information_sessions.is_paper_old(session) and not about.is_over
        shown = {
            self.off: session.is_off,
            self.paper: is_old and not session.is_off,
            self.names: session.names_gone,
            self.waiting: about.first is not None and not about.is_over and not session.is_off,
        }
        if session.is_off:
            self.off.say(session.off_why, "am", tr("It does not take place:"))
        self.paper.say(
            tr("The time or the place is another one. Print it again."),
            "am",
            tr("The printed list is no longer right."),
        )
        self.names.say(tr("The numbers stay."), "bl", tr("The names of this session are gone."))
        self.waiting.ask(about)
        for strip, is_on in shown.items():
            strip.setVisible(is_on)
        self.setVisible(any(shown.values()))


class WaitingStrip(Strip):
    """There is a place: whom to ask, and what she answers."""

    comes = Signal()
    not_asked = Signal()
    does_not_come = Signal()

    def __init__(self) -> None:
        super().__init__("ok")
        self.words = RichLine("", "", "ok")
        self.yes = make_button(tr("She comes"), "primary", small=True)
        self.later = make_button(tr("Not asked yet"), small=True)
        self.no = make_button(tr("She does not come"), small=True)
        mark = IconLabel("armchair", "ok", 20, "fill", circle=21)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(13), px(8), px(10), px(8))
        row.setSpacing(px(10))
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.words, 1)
        for button in (self.yes, self.later, self.no):
            row.addWidget(button)
        self.yes.clicked.connect(self.comes)
        self.later.clicked.connect(self.not_asked)
        self.no.clicked.connect(self.does_not_come)

    def ask(self, about: About) -> None:
        """Say who is first."""
        if about.first is not None:
            name = inside(words.called(about.first, veiled=about.veiled))
            told = tr("{name} is first. Ask her.").format(name=name)
            self.words.say(tr("There is a place."), told, "ok")
            self.setAccessibleName(f"{tr('There is a place.')} {told}")
