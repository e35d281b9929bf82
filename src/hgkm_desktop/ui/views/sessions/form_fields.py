"""All the fields of the form of a session, as one thing to fill, read and keep half typed."""

from collections.abc import Collection
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hgkm_desktop.errors import Invalid
from hgkm_desktop.models import InformationSession
from hgkm_desktop.services import session_list
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.sessions.form_fold import Fold
from hgkm_desktop.ui.views.sessions.form_group import Part
from hgkm_desktop.ui.views.sessions.form_repeat import RepeatPart
from hgkm_desktop.ui.views.sessions.form_room import Needed, Room
from hgkm_desktop.ui.views.sessions.form_what import What, When
from hgkm_desktop.ui.views.sessions.form_where import Where
from hgkm_desktop.ui.views.sessions.form_whom import Whom
from hgkm_desktop.ui.widgets.fields import Field


class SessionFields:
    """What and when are seen; all else is folded away, and says what is in it."""

    def __init__(self, ctx: Context, session: InformationSession) -> None:
        self.what, self.when = What(), When()
        self.where, self.whom = Where(ctx), Whom()
        self.room, self.needed = Room(_taken(ctx, session.id)), Needed()
        self.show_session(session)
        self.repeat = RepeatPart(ctx, self.when.day) if session.version == 0 else None
        self.folds = [
            Fold(tr("Where, and who tells it"), self.where),
            Fold(tr("For whom, and how"), self.whom),
            Fold(tr("How many can come"), self.room),
            Fold(tr("What is needed"), self.needed),
        ]

    def in_order(self) -> list[QWidget]:
        """Return what stands below each other."""
        again = [self.repeat] if self.repeat is not None else []
        folded = QWidget()
        column = QVBoxLayout(folded)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        for fold in self.folds:
            column.addWidget(fold)
        return [self.what, self.when, *again, folded]

    def fields(self) -> dict[str, Field]:
        """Return the fields by the names services use."""
        return {key: field for group in self._groups() for key, field in group.fields.items()}

    def more(self) -> dict[str, QWidget]:
        """Return what is kept half typed as well."""
        return {key: part for group in self._groups() for key, part in group.more.items()}

    def show_session(self, session: InformationSession) -> None:
        """Show a session as it is stored."""
        for part in self._parts():
            part.show_session(session)

    def put(self, planned: InformationSession) -> None:
        """Write what stands here into a session; raise Invalid for all that cannot be read."""
        problems: dict[str, str] = {}
        for part in self._parts():
            try:
                part.put(planned)
            except Invalid as error:
                problems |= error.problems
        if problems:
            raise Invalid(problems)

    def unfold(self, keys: Collection[str]) -> None:
        """Open every part in which one of these fields stands."""
        for fold in self.folds:
            if any(key in keys for key in fold.group.fields):
                fold.fold(is_open=True)

    def called(self, key: str) -> str:
        """Return the name of a field."""
        return self.fields()[key].label.text().rstrip("?؟")

    def named(self, key: str, value: str) -> str:
        """Return what an organisation or a sheet is called; other words as they are."""
        if key in ("speaker_partner", "co_organisers"):
            return self.where.name_of(value)
        return self.needed.sheets.words_of(value) if key == "sheets" else value

    def _parts(self) -> list[Part]:
        return [self.what, self.when, self.where, self.whom, self.room, self.needed]

    def _groups(self) -> list[Part | RepeatPart]:
        again = [self.repeat] if self.repeat is not None else []
        return [self.what, self.when, *again, self.where, self.whom, self.room, self.needed]


def _taken(ctx: Context, session_id: UUID) -> int:
    row = ctx.call(session_list.one, session_id)
    return row.taken if row is not None else 0
