"""What is known of somebody on the list: a name, and what makes it easier for her to come."""

from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum
from typing import TypeVar

from hgkm_desktop.errors import Conflict, UserError
from hgkm_desktop.models import Registration
from hgkm_desktop.models.codes import Language
from hgkm_desktop.models.labels import short
from hgkm_desktop.rules.session_words import word
from hgkm_desktop.rules.sessions import ChildAge, NameKind, Reading, Source
from hgkm_desktop.services import registrations
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.forms.form_overlay import FormOverlay
from hgkm_desktop.ui.views.sessions.list_words import called
from hgkm_desktop.ui.views.sessions.page_adding import said_of
from hgkm_desktop.ui.views.sessions.page_quick import LONGEST, ChildrenBox, language_items
from hgkm_desktop.ui.widgets.chips import ChipRow
from hgkm_desktop.ui.widgets.combo import ComboField
from hgkm_desktop.ui.widgets.fields import Field
from hgkm_desktop.ui.widgets.inputs import line_edit
from hgkm_desktop.ui.widgets.segmented import Segmented

C = TypeVar("C", bound=StrEnum)


class RegistrationForm(FormOverlay):
    """A name is never needed; what is typed of a surname is not kept.

    Nothing half typed is kept either: it would outlive the day on which names are forgotten.
    """

    def __init__(self, ctx: Context, registration: Registration) -> None:
        super().__init__(
            tr("Number {number} on the list").format(number=registration.number),
            accept=tr("Save"),
            cancel=tr("Cancel"),
            width=560,
        )
        self._ctx, self._record = ctx, registration
        self.kind = Segmented(_options(NameKind), check=False)
        self.name = line_edit()
        self.name.setMaxLength(LONGEST)
        self.language = ComboField(language_items())
        self.reading = ComboField(_with_unknown(_options(Reading)))
        self.children_box = ChildrenBox()
        self.ages = ChipRow(_options(ChildAge), name=tr("How old are they?"))
        self.source = ComboField(_with_unknown(_options(Source)))
        self._lay_out()
        self._show(registration)
        self.kind.changed.connect(self._follow)
        self.children_box.valueChanged.connect(self._follow)

    def act(self) -> None:
        """Keep it; raise Invalid for what is no name, Conflict when somebody was first."""
        done = self._ctx.call(registrations.change, self._typed())
        self._ctx.notify(said_of(done) if done.is_shorter or done.twins else tr("Saved."))

    def answer(self, error: UserError) -> None:
        """After a Conflict tell what is stored; saving again saves what is typed."""
        super().answer(error)
        if isinstance(error, Conflict):
            everybody = self._ctx.call(registrations.of_session, self._record.session_id)
            mine = (one for one in everybody if one.id == self._record.id)
            self._record = next(mine, self._record)
            told = tr("Stored is: {what}.").format(what=_told(self._record))
            self.say(f"{error.title} {told}")

    def _typed(self) -> Registration:
        kind = NameKind(str(self.kind.value()))
        children = self.children_box.value()
        ages = tuple(ChildAge(str(each)) for each in self.ages.values())
        return replace(
            self._record,
            kind=kind,
            name="" if kind is NameKind.NUMBER else self.name.text(),
            language=_chosen(self.language, Language),
            reading=_chosen(self.reading, Reading),
            children=children,
            child_ages=ages if children else (),
            source=_chosen(self.source, Source),
        )

    def _show(self, one: Registration) -> None:
        self.kind.set_value(one.kind)
        self.name.setText(one.name)
        for field, value in (
            (self.language, one.language),
            (self.reading, one.reading),
            (self.source, one.source),
        ):
            field.set_value(value or "")
        self.children_box.setValue(one.children)
        self.ages.set_values(one.child_ages)
        self._follow()

    def _follow(self) -> None:
        """Ask only what can be answered."""
        self._name.setVisible(self.kind.value() != NameKind.NUMBER)
        self._ages.setVisible(self.children_box.value() > 0)

    def _lay_out(self) -> None:
        hint = tr("No surname. Her number on the list is enough too.")
        self.add(Field(tr("What stands on the list?"), self.kind))
        self._name = self.add_field("name", Field(tr("Name"), self.name, hint))
        self.add(Field(tr("Language"), self.language))
        self.add(Field(tr("How does she read?"), self.reading))
        self.add_field("children", Field(tr("Child care"), self.children_box))
        self._ages = Field(tr("How old are they?"), self.ages)
        self.add(self._ages)
        self.add(Field(tr("How did she hear of it?"), self.source))


def _options(kind: type[C]) -> list[tuple[object, str]]:
    return [(each, word(each)) for each in kind]


def _with_unknown(options: Iterable[tuple[object, str]]) -> list[tuple[object, str]]:
    return [("", tr("Not known")), *options]


def _chosen(field: ComboField, kind: type[C]) -> C | None:
    value = field.value()
    return kind(value) if isinstance(value, str) and value else None


def _told(one: Registration) -> str:
    language = short(one.language) if one.language is not None else ""
    return tr(", ").join(each for each in (called(one), language, str(one.children)) if each)
