"""Somebody around her: who it is to her, never who it is (R-006, R-007, R-294)."""

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from functools import partial
from typing import TypeVar
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QWidget

from hgkm_desktop.errors import Invalid
from hgkm_desktop.rules.bodies import Household, Person
from hgkm_desktop.rules.lists import AgeBand, Knows, PersonRole
from hgkm_desktop.rules.names import looks_like_name
from hgkm_desktop.rules.words import word
from hgkm_desktop.services import around_her
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.forms.few_lines import FewLines
from hgkm_desktop.ui.forms.form_overlay import FormOverlay
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.checks import CheckBox
from hgkm_desktop.ui.widgets.combo import ComboField
from hgkm_desktop.ui.widgets.fields import Field, line_edit

WITHOUT_NAME = frozenset({PersonRole.USING_VIOLENCE, PersonRole.BOTH})
_LONGEST = 120
E_ = TypeVar("E_", bound=StrEnum)


class PersonForm(FormOverlay):
    """One person of her household; `place` is None for somebody who is added."""

    def __init__(
        self,
        ctx: Context,
        case_id: UUID,
        household: Household,
        place: int | None = None,
        *,
        in_the_house: bool = True,
    ) -> None:
        title = tr("Somebody around her")
        super().__init__(title, accept=tr("Save"), cancel=tr("Cancel"), width=580)
        self._ctx, self._case_id, self._household = ctx, case_id, household
        self._place = len(household.people) if place is None else place
        self._warned: set[tuple[str, str]] = set()
        self._goes = False
        self.relation = line_edit()
        self.role, self.age = _choice(PersonRole), _choice(AgeBand)
        self.knows = _choice(Knows)
        self.lives_here = CheckBox(tr("Lives in the house"))
        self.words = FewLines(3)
        self.remove = make_button(tr("Take this person out"), "quiet", icon="trash", small=True)
        self._lay_out()
        self._show(Person("", in_the_house=in_the_house) if place is None else self._told())
        self.remove.setVisible(place is not None)
        self.remove.clicked.connect(self._on_remove_clicked)
        self.role.changed.connect(self._on_role_chosen)
        self.relation.editingFinished.connect(self._on_written)
        self.keep_at(ctx, case_id, f"person/{self._place}", lives_here=self.lives_here)

    def act(self) -> None:
        """Save the household with this person in it, or without; warn of a name first, once."""
        if self._goes:
            self._take_out()
            return
        self._warn_once()
        people = list(self._household.people)
        people[self._place : self._place + 1] = [self.typed()]
        self._keep(replace(self._household, people=tuple(people)))
        self._ctx.notify(tr("The household is saved."))

    def typed(self) -> Person:
        """Return who stands in the form."""
        return Person(
            self.relation.text(),
            _chosen(self.role, PersonRole.UNCLEAR),
            _chosen(self.age, AgeBand.UNKNOWN),
            self.lives_here.isChecked(),
            _chosen(self.knows, Knows.UNKNOWN),
            self.words.toPlainText(),
        )

    def _told(self) -> Person:
        return self._household.people[self._place]

    def _lay_out(self) -> None:
        self.relation.setMaxLength(_LONGEST)
        self.add_field("relation", Field(tr("Who is it to her?"), self.relation))
        role = self.fields["role"] = Field(tr("What part does this person have?"), self.role)
        age = self.fields["age"] = Field(tr("How old?"), self.age)
        self.add(_beside((role, age)), self.lives_here)
        knows = Field(tr("What may this person know?"), self.knows)
        self.add_field("knows", knows)
        self.add_field("words", Field(tr("A few words"), self.words, tr("May stay empty")))
        self.add(_beside((self.remove,)))

    def _show(self, person: Person) -> None:
        self.relation.setText(person.relation)
        self.role.set_value(person.role)
        self.age.set_value(person.age)
        self.lives_here.setChecked(person.in_the_house)
        self.knows.set_value(person.knows)
        self.words.setPlainText(person.words)
        self._on_role_chosen()

    def _names(self) -> dict[str, str]:
        """Return the texts that seem to hold a name, where none belongs."""
        if self.role.value() not in WITHOUT_NAME:
            return {}
        texts = {"relation": self.relation.text(), "words": self.words.toPlainText()}
        return {key: text for key, text in texts.items() if looks_like_name(text)}

    def _warn_once(self) -> None:
        """Raise Invalid with a warning the first time; whoever saves again means it."""
        found = self._names()
        fresh = set(found.items()) - self._warned
        self._warned |= fresh
        self.accept_button.setText(tr("Save anyway") if fresh else tr("Save"))
        if fresh:
            raise Invalid(dict.fromkeys(found, warning()))

    def _take_out(self) -> None:
        before = self._household
        people = [each for place, each in enumerate(before.people) if place != self._place]
        self._keep(replace(before, people=tuple(people)))
        self._ctx.notify(tr("This person is taken out."), partial(self._keep_again, before))

    def _keep(self, household: Household) -> None:
        now = self._ctx.now()
        try:
            self._ctx.call(around_her.household, self._case_id, household, now=now)
        except Invalid as error:
            raise Invalid(_here(error.problems, f"people.{self._place}.")) from None

    def _keep_again(self, household: Household) -> None:
        now = self._ctx.now()
        self._ctx.call(around_her.household, self._case_id, household, now=now)

    def _on_role_chosen(self) -> None:
        his = self.role.value() in WITHOUT_NAME
        hint = tr("No name. For example: son, sister, neighbour.")
        if his:
            hint = tr("No name, no birth date, nothing he is suspected of.")
        self.fields["relation"].set_hint(hint)
        told = tr("Only what she says about it herself.") if his else tr("May stay empty")
        self.fields["words"].set_hint(told)
        self._on_written()

    def _on_written(self) -> None:
        found = self._names()
        for key in ("relation", "words"):
            self.fields[key].complain(warning() if key in found else "")

    def _on_remove_clicked(self) -> None:
        self._goes = True
        self.accept()
        self._goes = False


def warning() -> str:
    """Return what is said when there seems to be a name (R-294)."""
    return tr("This looks like a name. Only write who it is to her.")


def _here(problems: dict[str, str], place: str) -> dict[str, str]:
    """Return problems by the names of the fields of this form."""
    return {key.removeprefix(place): text for key, text in problems.items()}


def _choice(kind: type[E_]) -> ComboField:
    return ComboField([(value, word(value)) for value in kind])


def _chosen(field: ComboField, otherwise: E_) -> E_:
    """Return what is chosen; Qt keeps only the letters of a code."""
    value = field.value()
    return type(otherwise)(value) if isinstance(value, str) else otherwise


def _beside(parts: Sequence[QWidget]) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(px(16))
    for part in parts:
        row.addWidget(part, 1 if len(parts) > 1 else 0)
    if len(parts) == 1:
        row.addStretch(1)
    return made
