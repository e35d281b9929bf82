"""Who she is, what it is about, and whom she meets there (R-043, R-051)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import Signal

from hgkm_desktop.rules.appointment import Details, Visit
from hgkm_desktop.rules.going_along import AppointmentKind
from hgkm_desktop.services import partner_names, partners
from hgkm_desktop.services.case_name import CaseName
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.forms.group import Group, beside, chosen, id_of
from hgkm_desktop.ui.views.appointments.visit_fields import options
from hgkm_desktop.ui.views.appointments.visit_fields_met import Met
from hgkm_desktop.ui.widgets.fields import ComboField, line_edit

LONGEST = 120
Item = tuple[object, str]
NOBODY, WORDS = "", "words"
"""Nothing chosen yet, and something that is not in the directory."""


class Who(Group):
    """The first part of the form; another woman means other companions and another draft."""

    woman_chosen = Signal()
    kind_chosen = Signal()

    def __init__(self, ctx: Context, names: Mapping[UUID, CaseName]) -> None:
        super().__init__()
        self._ctx = ctx
        self._kept_partner: list[Item] = []
        self._kept_person: list[Item] = []
        self._partner_id: UUID | None = None
        self.woman = ComboField(_women(names, veiled=ctx.veiled))
        self.alias, self.kind = line_edit(), ComboField(options(AppointmentKind))
        self.partner, self.partner_words = ComboField(self._partners()), line_edit()
        self.person, self.person_words = ComboField(), line_edit()
        self.met = Met(ctx)
        for line in (self.alias, self.partner_words, self.person_words):
            line.setMaxLength(LONGEST)
        self._lay_out()
        self.woman.changed.connect(self._on_woman_chosen)
        self.kind.changed.connect(self._on_kind_chosen)
        self.partner.changed.connect(self._on_partner_chosen)
        self.person.changed.connect(self._on_person_chosen)
        self.person_words.textChanged.connect(self._on_person_chosen)

    @property
    def case_id(self) -> UUID | None:
        """Whose case it is, None for a walk-in's alias."""
        return id_of(self.woman.value())

    def show_visit(self, visit: Visit) -> None:
        """Show what is known; a partner that ended and somebody who left stay in this visit."""
        told = visit.details
        call = self._ctx.call
        self._kept_partner = _kept(told.partner_id, call(partner_names.names))
        self._kept_person = _kept(told.person_id, call(partner_names.person_names))
        self._partner_id = told.partner_id
        self.partner.set_items(self._partners())
        self.woman.set_value(str(visit.case_id) if visit.case_id is not None else NOBODY)
        self.alias.setText(told.alias)
        self.kind.set_value(told.kind)
        self.partner_words.setText(told.partner_words)
        self.partner.set_value(_id_or_words(told.partner_id, told.partner_words))
        self._on_partner_chosen()
        self.person_words.setText(told.person_words)
        self.person.set_value(_id_or_words(told.person_id, told.person_words))
        self.met.show_details(told)
        self._show_parts()

    def put(self, told: Details) -> Details:
        """Return the details with what stands here."""
        by_words = self.partner.value() == WORDS
        told = replace(
            told,
            kind=chosen(self.kind.value(), AppointmentKind) or AppointmentKind.OTHER,
            alias="" if self.case_id is not None else self.alias.text(),
            partner_id=None if by_words else id_of(self.partner.value()),
            partner_words=self.partner_words.text() if by_words else "",
            person_id=None if self._is_in_words() else id_of(self.person.value()),
            person_words=self.person_words.text() if self._is_in_words() else "",
        )
        return self.met.put(told) if self.has_person() else replace(told, has_met=None)

    def has_person(self) -> bool:
        """Say whether somebody at the partner is known."""
        if self._is_in_words():
            return bool(self.person_words.text().strip())
        return id_of(self.person.value()) is not None

    def fix_woman(self) -> None:
        """Whose appointment it is does not change any more."""
        self.fields["woman"].hide()

    def _lay_out(self) -> None:
        woman = self.field("woman", tr("Who is it for?"), self.woman)
        kind = self.field("kind", tr("What kind of appointment?"), self.kind)
        self.add(woman, kind)
        called = tr("Never a real name.")
        self.add(self.field("alias", tr("How is she called here?"), self.alias, called))
        partner = self.field("partner", tr("Where does she go?"), self.partner)
        person = self.field("person", tr("Whom does she meet?"), self.person)
        self.add(partner)
        self.add(person)
        words = self.field("partner_words", tr("Which place?"), self.partner_words)
        name = self.field("person_words", tr("Who is it?"), self.person_words)
        self._in_words = self.add(beside((words, name)))
        self.add(self.met)
        self.fields |= self.met.fields
        self.more |= self.met.more
        self.column.addStretch(1)

    def _partners(self) -> list[Item]:
        found = self._ctx.call(partners.choices, now=self._ctx.now())
        listed: list[Item] = [(str(each.id), each.name) for each in found]
        return _with_words(listed, self._kept_partner)

    def _persons(self) -> list[Item]:
        partner_id = id_of(self.partner.value()) if self.partner.value() != WORDS else None
        listed: list[Item] = []
        if partner_id is not None:
            found = self._ctx.call(partners.persons_of, partner_id, now=self._ctx.now())
            listed = [(str(each.id), each.name) for each in found]
        is_same = partner_id is not None and partner_id == self._partner_id
        return _with_words(listed, self._kept_person if is_same else [])

    def _is_in_words(self) -> bool:
        return self.person.value() == WORDS

    def _on_woman_chosen(self) -> None:
        self._show_parts()
        self.woman_chosen.emit()

    def _on_kind_chosen(self) -> None:
        self._show_parts()
        self.kind_chosen.emit()

    def _on_partner_chosen(self) -> None:
        before = self.person.value()
        self.person.set_items(self._persons())
        values = [self.person.itemData(place) for place in range(self.person.count())]
        self.person.set_value(before if before in values else NOBODY)
        self._show_parts()

    def _on_person_chosen(self) -> None:
        self._show_parts()

    def _show_parts(self) -> None:
        """Show only what still has to be asked."""
        self.fields["alias"].setVisible(self.case_id is None)
        by_words = self.partner.value() == WORDS
        self.fields["partner_words"].setVisible(by_words)
        self.fields["person_words"].setVisible(self._is_in_words())
        self._in_words.setVisible(by_words or self._is_in_words())
        is_first = self.kind.value() == AppointmentKind.INTRODUCTION
        self.met.setVisible(self.has_person() and not is_first)


def _kept(known: UUID | None, names: Mapping[UUID, str]) -> list[Item]:
    return [(str(known), names[known])] if known is not None and known in names else []


def _with_words(listed: Sequence[Item], kept: Sequence[Item]) -> list[Item]:
    """Return what can be chosen; what a visit has already is among it."""
    values = [value for value, _ in listed]
    also = [item for item in kept if item[0] not in values]
    return [(NOBODY, tr("Not known yet")), *listed, *also, (WORDS, tr("In your own words"))]


def _women(names: Mapping[UUID, CaseName], *, veiled: bool) -> list[Item]:
    found: list[Item] = [
        (str(case_id), _called(name, veiled=veiled)) for case_id, name in names.items()
    ]
    return [(NOBODY, tr("No guidance yet")), *sorted(found, key=_by_name)]


def _called(name: CaseName, *, veiled: bool) -> str:
    return name.code if veiled or not name.alias else f"{name.alias} · {name.code}"


def _by_name(item: tuple[object, str]) -> str:
    return item[1].casefold()


def _id_or_words(known: UUID | None, words: str) -> str:
    if known is not None:
        return str(known)
    return WORDS if words else NOBODY
