"""Step 1: what the organisation is called, what the window is called, which language (01a)."""

from PySide6.QtCore import Signal

from hgkm_desktop import texts
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.entrance.answers import NAME, Answers
from hgkm_desktop.ui.entrance.neutral_title import problem_with_title
from hgkm_desktop.ui.entrance.step import Step
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.chips import ChipRow
from hgkm_desktop.ui.widgets.fields import Field
from hgkm_desktop.ui.widgets.inputs import line_edit
from hgkm_desktop.ui.widgets.labels import form_label
from hgkm_desktop.ui.widgets.strips import Fact


class OrganisationStep(Step):
    """Asks for the organisation. The window's name must say nothing (R-303)."""

    language_chosen = Signal(str)

    def __init__(self, answers: Answers) -> None:
        super().__init__(
            tr("Welcome. We begin with your organisation."),
            tr("This takes five minutes. You can change everything later."),
        )
        self._answers = answers
        self._name, self._title = line_edit(size="big"), line_edit(size="big")
        self.organisation = Field(tr("Name of the organisation"), self._name)
        self.window_title = Field(
            tr("Which name should the window have?"),
            self._title,
            tr("Choose an ordinary name. Whoever looks on sees only this name."),
        )
        self.languages = self._language_chips()
        self._name.setText(answers.organisation)
        self._title.setText(answers.window_title)
        self._place()

    def arrive(self) -> None:
        """Start at the name."""
        self.organisation.take_focus()

    def remember(self) -> None:
        """Keep both names as they are typed."""
        self._answers.organisation = self._name.text()
        self._answers.window_title = self._title.text()

    def check(self) -> bool:
        """Take over both names, when there is nothing wrong with them."""
        from hgkm_desktop.services.fields import one_line, problem_with_name

        name, title = one_line(self._name.text()), one_line(self._title.text())
        self._answers.organisation, self._answers.window_title = name, title
        return self.settle(
            (self.organisation, problem_with_name(name)),
            (self.window_title, problem_with_title(title, name)),
        )

    def _language_chips(self) -> ChipRow:
        chips = ChipRow(
            list(texts.LANGUAGES.items()),
            exclusive=True,
            name=tr("Language of the program"),
            tall=True,
        )
        chips.set_values([texts.current()])
        chips.changed.connect(self._on_language_changed)
        return chips

    def _place(self) -> None:
        for line in (self._name, self._title):
            line.setMaxLength(NAME)
            self.take(line)
        for field in (self.organisation, self.window_title):
            self.column.addWidget(field)
            self.column.addSpacing(px(20))
        self.column.addWidget(form_label(tr("Language of the program")))
        self.column.addSpacing(px(7))
        self.column.addWidget(self.languages)
        self.column.addStretch(1)
        self.explain(*_facts())

    def _on_language_changed(self) -> None:
        chosen = self.languages.value()
        if not isinstance(chosen, str):
            self.languages.set_values([texts.current()])
        elif chosen != texts.current():
            self.language_chosen.emit(chosen)


def _facts() -> tuple[Fact, ...]:
    return (
        Fact(
            "house-line",
            tr("Everything stays on this computer"),
            tr("Nothing goes to the internet. No copy either."),
        ),
        Fact(
            "lock-simple",
            tr("Everything is locked"),
            tr("Without a passphrase nobody can read anything."),
        ),
        Fact(
            "chats-circle",
            tr("First talk, then write"),
            tr("During a conversation the laptop stays closed."),
        ),
    )
