"""Step 2: who the first coordinator is, and who can help her (01b)."""

from hgkm_desktop.texts import tr
from hgkm_desktop.ui.entrance.answers import NAME, Answers
from hgkm_desktop.ui.entrance.color_picker import ColorPicker
from hgkm_desktop.ui.entrance.step import Step
from hgkm_desktop.ui.entrance.tile_preview import TilePreview
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.fields import Field
from hgkm_desktop.ui.widgets.inputs import line_edit
from hgkm_desktop.ui.widgets.labels import form_label, muted


class CoordinatorStep(Step):
    """Asks for a first name and a colour, and shows how she will stand on the sign-in page."""

    def __init__(self, answers: Answers) -> None:
        super().__init__(
            tr("Who is the first coordinator?"),
            tr("The coordinator adds other people and keeps the recovery sheet."),
        )
        self._answers = answers
        self._name = line_edit(size="big")
        self._second = line_edit(tr("First name of a second coordinator"), size="big")
        self.name = Field(tr("First name"), self._name, tr("A first name is enough."))
        self.color = ColorPicker(answers.color)
        self.second = Field(tr("Somebody else who can help? (may stay empty)"), self._second)
        self.tile = TilePreview()
        self._place()
        self._name.setText(answers.name)
        self._second.setText(answers.second_name)
        self._on_person_changed()

    def arrive(self) -> None:
        """Start at the name."""
        self.name.take_focus()

    def remember(self) -> None:
        """Keep both names as they are typed, and the colour."""
        self._answers.name = self._name.text()
        self._answers.second_name = self._second.text()
        self._answers.color = self.color.value()

    def check(self) -> bool:
        """Take over who was named; two people cannot have one name."""
        from hgkm_desktop.services.fields import one_line, problem_with_name

        name, second = one_line(self._name.text()), one_line(self._second.text())
        same = bool(second) and second.casefold() == name.casefold()
        self._answers.name, self._answers.second_name = name, second
        self._answers.color = self.color.value()
        return self.settle(
            (self.name, problem_with_name(name)),
            (self.second, tr("This name is taken. Add a letter.") if same else None),
        )

    def _place(self) -> None:
        for line in (self._name, self._second):
            line.setMaxLength(NAME)
            self.take(line)
        self._name.textChanged.connect(self._on_person_changed)
        self.color.changed.connect(self._on_person_changed)
        self.column.addWidget(self.name)
        self.column.addSpacing(px(20))
        self.column.addWidget(form_label(tr("Color")))
        self.column.addSpacing(px(5))
        self.column.addWidget(self.color)
        self.column.addSpacing(px(5))
        self.column.addWidget(
            muted(
                tr("This is how you know her in the diary. The first letter is always there."),
                wrap=True,
            )
        )
        self.column.addSpacing(px(22))
        self.column.addWidget(self.second)
        self.column.addStretch(1)
        self.explain(self.tile)

    def _on_person_changed(self) -> None:
        self.tile.show_person(self._name.text(), self.color.value())
