"""When it is over: how many there were, what they took along, and what worked (R-236)."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QSizePolicy

from hgkm_desktop.errors import Invalid, UserError
from hgkm_desktop.models import InformationSession
from hgkm_desktop.models.codes import Language
from hgkm_desktop.rules import recognisable
from hgkm_desktop.services.fields import clean
from hgkm_desktop.sheets.library import LANGUAGES, MASTER
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.forms.few_lines import FewLines
from hgkm_desktop.ui.forms.form_overlay import FormOverlay
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.sessions import after_hands, after_rows, after_work
from hgkm_desktop.ui.views.sessions.after_hands import Hands
from hgkm_desktop.ui.views.sessions.after_rows import Given, Handouts
from hgkm_desktop.ui.views.sessions.after_work import After
from hgkm_desktop.ui.views.sessions.form_group import number, number_line, number_text
from hgkm_desktop.ui.views.sessions.list_words import title_of
from hgkm_desktop.ui.widgets.fields import Field

PAUSE = 400
_ELSEWHERE = {"sheet": after_rows.KEY, "copies": after_rows.KEY}
"""Where a problem is said that has another name in the services."""
_SHEETS_IN = {
    Language.DUTCH: "nl",
    Language.ARABIC: "ar",
    Language.ARABIC_MOROCCAN: "ar",
    Language.ENGLISH: "en",
    Language.TURKISH: "tr",
    Language.SOMALI: "so",
    Language.TIGRINYA: "ti",
}


class AfterForm(FormOverlay):
    """Everything may stay empty. It is saved all at once, or nothing of it is."""

    def __init__(self, ctx: Context, session: InformationSession) -> None:
        super().__init__(
            tr("After “{title}”").format(title=title_of(session)),
            text=tr("Only numbers. Nobody's name."),
            accept=tr("Save"),
            cancel=tr("Cancel"),
            width=620,
        )
        self._ctx, self._session_id = ctx, session.id
        session, self._noted, here = ctx.call(after_work.look, session.id)
        self.heads, self.hands = number_line(), Hands()
        self.handouts = Handouts(_language_of(session))
        self.worked = FewLines(3)
        self.heads.setFixedWidth(px(96))
        self.heads.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._lay_out(here)
        self._show(session)
        self.pause = QTimer(self)
        self.pause.setSingleShot(True)
        self.pause.setInterval(PAUSE)
        self.pause.timeout.connect(self.look_again)
        self.worked.textChanged.connect(self.pause.start)
        self.keep_in(ctx, f"sessions/{session.id}/after")
        self.look_again()

    def act(self) -> None:
        """Save everything, or raise for what is wrong and save nothing."""
        now, before = self._typed(), self._noted
        self._ctx.call(after_work.keep, self._session_id, now, before)
        undo = partial(_put_back, self._ctx, self._session_id, before, now)
        self._ctx.notify(tr("Noted what comes after the session."), undo)

    def answer(self, error: UserError) -> None:
        """Say what is wrong at its field, and there that nothing of it is saved yet."""
        told = tr("Nothing of it is saved yet.")
        if isinstance(error, Invalid):
            problems = {_ELSEWHERE.get(key, key): text for key, text in error.problems.items()}
            super().answer(Invalid({key: f"{text} {told}" for key, text in problems.items()}))
        else:
            super().answer(UserError(error.title, f"{error.hint} {told}".strip()))

    def look_again(self) -> None:
        """Say it when somebody could be recognised in what worked; it refuses nothing."""
        text = self.worked.toPlainText()
        found = [text[span.start : span.end] for span in recognisable.find(text)]
        told = tr("Could somebody be recognised by “{text}”?")
        self.fields["what_worked"].set_hint(told.format(text=found[0]) if found else _hint())

    def _typed(self) -> After:
        heads = number(self.heads, "heads")
        hands, of = self.hands.value(heads)
        copies = self.handouts.copies()
        return After(heads, hands, of, clean(self.worked.toPlainText()), copies)

    def _lay_out(self, here: int) -> None:
        ticked = tr("{count} were ticked at the door.").format(count=here) if here else ""
        self.add_field("heads", Field(tr("How many people were there?"), self.heads, ticked))
        asked = tr("“I know now where I can turn.” Who puts up her hand?")
        self.add_field(after_hands.KEY, Field(asked, self.hands))
        self.add_field(after_rows.KEY, Field(tr("Which sheets were taken along?"), self.handouts))
        self.add_field("what_worked", Field(tr("What worked?"), self.worked, _hint()))

    def _show(self, session: InformationSession) -> None:
        before = self._noted
        self.heads.setText(number_text(before.heads))
        self.hands.set_texts(number_text(before.hands), number_text(before.hands_of))
        self.worked.setPlainText(before.what_worked)
        given: list[Given] = [
            (sheet, language, str(copies)) for (sheet, language), copies in before.handouts.items()
        ]
        known = {sheet for sheet, _ in before.handouts}
        language = _language_of(session)
        given += [(sheet, language, "") for sheet in session.sheets if sheet not in known]
        self.handouts.set_values(given)


def _put_back(ctx: Context, session_id: UUID, before: After, now: After) -> None:
    ctx.call(after_work.keep, session_id, before, now)


def _hint() -> str:
    return tr("For your colleagues, next time. No names.")


def _language_of(session: InformationSession) -> str:
    """Return in which language its sheets will have been taken along, as a first guess."""
    spoken = [_SHEETS_IN.get(each, "") for each in session.languages]
    return next((each for each in spoken if each in LANGUAGES), MASTER)
