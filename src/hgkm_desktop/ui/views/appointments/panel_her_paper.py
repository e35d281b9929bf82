"""Her own paper: is it safe to take along, in which language, and what stands on it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hgkm_desktop.handouts import my_appointment as paper
from hgkm_desktop.handouts.my_appointment import MyAppointment
from hgkm_desktop.rules.going_words import word
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.forms.tab_chain import buttons_last
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.appointments.prepare import Preparing
from hgkm_desktop.ui.widgets.checks import CheckBox
from hgkm_desktop.ui.widgets.dialog import Overlay
from hgkm_desktop.ui.widgets.fields import ComboField, Field
from hgkm_desktop.ui.widgets.labels import explain, label
from hgkm_desktop.ui.widgets.strips import Banner


class HerPaper(Overlay):
    """Nothing is printed before somebody asked her whether it is safe at home (LOOK.md 11)."""

    def __init__(self, about: Preparing) -> None:
        body = QWidget()
        super().__init__(
            tr("My appointment"),
            body,
            accept=tr("Print"),
            cancel=tr("Back"),
            check=self._is_safe,
            width=520,
        )
        self._about = about
        self.language = ComboField(_languages())
        self.language.set_value(_usual(about))
        self.questions = CheckBox(tr("Her questions stand on it"))
        self.safe = CheckBox(tr("She says: this is safe to take along"))
        self.warning = Banner("", "am")
        self._problem = label("", "problem", wrap=True)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, px(4), 0, 0)
        column.setSpacing(px(14))
        shows = _shows(self.paper())
        for part in (
            explain(shows, wrap=True),
            Field(tr("Which language?"), self.language),
            self.questions,
            self.warning,
            self.safe,
            self._problem,
        ):
            column.addWidget(part)
        self.questions.setVisible(bool(about.visit.details.questions))
        self._problem.hide()
        self.questions.toggled.connect(self._on_questions_toggled)
        self._warn()

    def open(self, window: QWidget) -> None:
        """Show it, the keyboard in the first thing there is to choose."""
        super().open(window)
        buttons_last(self)
        self.stops()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def paper(self) -> MyAppointment:
        """Return what would stand on it."""
        asked = self._about.visit.details.questions
        on = asked if self.questions_wanted() else ()
        return paper.for_her(self._about.visit, on)

    def questions_wanted(self) -> bool:
        """Say whether her questions stand on it."""
        return self.questions.isChecked()

    def made(self) -> bytes:
        """Return the paper."""
        return paper.my_appointment(self.paper(), str(self.language.value()))

    def problem(self) -> str:
        """Return why it was not printed, or nothing."""
        return self._problem.text()

    def _is_safe(self) -> bool:
        safe = self.safe.isChecked()
        self._problem.setText("" if safe else tr("Ask her first whether this is safe."))
        self._problem.setVisible(not safe)
        return safe

    def _on_questions_toggled(self) -> None:
        self._warn()

    def _warn(self) -> None:
        """Say which words on it give away where she goes."""
        found = paper.gives_away(self.paper(), _kept(self._about))
        self.warning.setVisible(bool(found))
        told = tr("These words stand on it: {words}. Somebody at home may read them.")
        self.warning.say(told.format(words=", ".join(found)), "am")


def _kept(about: Preparing) -> Sequence[str]:
    """Return what must not stand on her paper by accident."""
    seen = about.seen
    code = seen.name.code if seen.name is not None else ""
    found = (seen.label, code, seen.partner, seen.person, word(about.visit.details.kind))
    return [each for each in found if each]


def _languages() -> list[tuple[object, str]]:
    return list(paper.LANGUAGES.items())


def _usual(about: Preparing) -> str:
    """Return the language of the paper that is nearest to what she speaks."""
    near = {"arabic": "ar", "arabic_moroccan": "ar", "turkish": "tr", "french": "fr"}
    near |= {"spanish": "es", "english": "en"}
    return near.get(about.visit.details.language, "nl")


def _shows(told: MyAppointment) -> str:
    if told.starts is None:
        return tr("There is no time on it, as she chose.")
    return tr("The time stands on it, as she chose.")
