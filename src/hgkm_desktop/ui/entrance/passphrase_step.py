"""Step 3: the passphrase. Five generated words are offered; her own is welcome if strong (01c)."""

from hgkm_desktop.texts import tr
from hgkm_desktop.ui.entrance.answers import Answers
from hgkm_desktop.ui.entrance.phrase_meter import PhraseMeter
from hgkm_desktop.ui.entrance.step import Step
from hgkm_desktop.ui.entrance.two_phrases import LONGEST, difference
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.fields import Field
from hgkm_desktop.ui.widgets.inputs import line_edit
from hgkm_desktop.ui.widgets.password import PasswordField
from hgkm_desktop.ui.widgets.strips import Fact


class PassphraseStep(Step):
    """Asks for the passphrase twice, and says honestly where the two differ."""

    def __init__(self, answers: Answers) -> None:
        super().__init__(
            tr("Make a passphrase"),
            tr("A passphrase is a long password of four words or more. You type it every day."),
        )
        self._answers, self._offered = answers, ""
        self._first, self._again = PasswordField(size="big"), line_edit(size="big")
        self.passphrase = Field(tr("Passphrase"), self._first)
        self.again = Field(tr("Once more"), self._again)
        self.meter = PhraseMeter()
        self._place()
        self._connect()

    def arrive(self) -> None:
        """Offer a passphrase the first time; typing replaces it by her own."""
        known = self._answers
        names = known.organisation, known.window_title, known.name, known.second_name
        self.meter.personal = tuple(filter(None, names))
        if not self._first.text():
            self._first.setText(self._answers.passphrase)
            self._again.setText(self._answers.repeated)
        if not self._first.text():
            self._on_offer_asked()
        self.passphrase.take_focus()
        self._first.selectAll()

    def remember(self) -> None:
        """Keep both as they are typed."""
        self._answers.passphrase = self._first.text()
        self._answers.repeated = self._again.text()

    def is_complete(self) -> bool:
        """Say whether nothing is wrong that is already pointed out."""
        return not self.passphrase.problem() and not self.again.problem()

    def check(self) -> bool:
        """Take over the passphrase when it is strong enough and twice the same."""
        self.remember()
        problem = self.meter.problem(self._first.text())
        repeated = None if problem else self._problem_with_again()
        fine = self.settle((self.passphrase, problem), (self.again, repeated))
        self.changed.emit()
        return fine

    def wipe(self) -> None:
        """Leave nothing of it in the fields."""
        self._first.wipe()
        self._again.setText("")

    def _place(self) -> None:
        for line in (self._first, self._again):
            line.setMaxLength(LONGEST)
        self.column.addWidget(self.passphrase)
        self.column.addSpacing(px(12))
        self.column.addWidget(self.meter)
        self.column.addSpacing(px(18))
        self.column.addWidget(self.again)
        self.column.addStretch(1)
        self.explain(*_facts())

    def _connect(self) -> None:
        self._first.textChanged.connect(self._on_first_changed)
        self._first.toggle.clicked.connect(self._on_shown_or_hidden)
        self._again.textChanged.connect(self._on_again_changed)
        self._again.editingFinished.connect(self._on_again_finished)
        self.meter.asked.connect(self._on_offer_asked)

    def _problem_with_again(self) -> str | None:
        if not self._again.text().strip():
            return tr("Type the sentence once more.")
        return difference(self._first.text(), self._again.text())

    def entered(self) -> None:
        """Go from the first sentence to the second, and then on."""
        if self._first.hasFocus() and not self._again.text():
            self.again.take_focus()
        else:
            super().entered()

    def _on_first_changed(self, typed: str) -> None:
        self.passphrase.clear()
        ours = bool(typed) and typed == self._offered
        self.passphrase.set_hint(tr("This one is for you. Write it on paper.") if ours else "")
        self.meter.judge(typed)
        self._on_again_changed()

    def _on_again_changed(self) -> None:
        if self.again.problem():
            still_typing = self._first.text().startswith(self._again.text())
            self.again.complain("" if still_typing else self._problem_with_again() or "")
        self.changed.emit()

    def _on_again_finished(self) -> None:
        if self._again.text():
            self.again.complain(difference(self._first.text(), self._again.text()) or "")
            self.changed.emit()

    def _on_shown_or_hidden(self) -> None:
        self._again.setEchoMode(self._first.echoMode())

    def _on_offer_asked(self) -> None:
        from hgkm_desktop.services import passphrase

        self._offered = passphrase.generate()
        self._first.setText(self._offered)
        self._first.show_text(True)
        self._on_shown_or_hidden()
        self._again.setText("")
        self.passphrase.take_focus()
        self._first.selectAll()


def _facts() -> tuple[Fact, ...]:
    return (
        Fact("check", tr("Good"), tr("Four ordinary words that do not belong together.")),
        Fact(
            "x",
            tr("Not good"),
            tr("A name, a street or a song. Or a sentence you use somewhere else."),
        ),
        Fact(
            "key",
            tr("Forgotten?"),
            tr("Then only the recovery sheet helps. We cannot see the sentence."),
        ),
    )
