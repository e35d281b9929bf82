"""A certificate for who wants one: asked first whether it is safe at home (LOOK.md 11).

Her name is typed at that moment for the paper alone: it is kept nowhere.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from hgkm_desktop import texts
from hgkm_desktop.errors import Invalid
from hgkm_desktop.handouts.certificate import LANGUAGES, Certificate, certificate
from hgkm_desktop.models import InformationSession, Registration
from hgkm_desktop.models.codes import Act
from hgkm_desktop.rules.sessions import NameKind
from hgkm_desktop.services import audit_log, organisation
from hgkm_desktop.services.fields import one_line, problem_with
from hgkm_desktop.texts import tr
from hgkm_desktop.ui import printing
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import day_of
from hgkm_desktop.ui.views.sessions.papers_form import Make, PaperForm, Send, said_of
from hgkm_desktop.ui.views.sessions.papers_poster import usual_title
from hgkm_desktop.ui.widgets.checks import CheckBox
from hgkm_desktop.ui.widgets.fields import Field, line_edit
from hgkm_desktop.ui.widgets.segmented import Segmented
from hgkm_desktop.ui.widgets.strips import Banner

NAME, TITLE = 80, 120


class CertificateForm(PaperForm):
    """Nothing can be printed before somebody said it is safe; no name is needed."""

    def __init__(
        self,
        ctx: Context,
        session: InformationSession,
        registration: Registration | None = None,
        send: Send = printing.print_pdf,
        save: Send = printing.save_pdf,
    ) -> None:
        super().__init__(ctx, tr("Certificate of attendance"), send=send, save=save)
        self._session = session
        self._house = ctx.call(organisation.get).name
        self.safe = Segmented([(True, tr("Yes")), (False, tr("No"))], allow_none=True)
        self.not_safe = Banner(tr("Then print nothing. She can ask for it later."), "am")
        self.name, self.title = line_edit(), line_edit()
        self.name.setMaxLength(NAME)
        self.name.setText(_first_name(ctx, registration))
        self.title.setMaxLength(TITLE)
        self.about = CheckBox(tr("It says what it was about"))
        self.language = Segmented(list(LANGUAGES.items()))
        self.language.set_value("nl")
        self._rest = self._place_all()
        self.safe.changed.connect(self._show_what_may)
        self.about.toggled.connect(self._show_what_may)
        self.language.changed.connect(self._on_language_chosen)
        for line in (self.name, self.title):
            line.textEdited.connect(self.redraw)
        self._on_language_chosen()
        self._show_what_may()

    def make(self) -> Make:
        """Return what draws the certificate with what is filled in now."""
        one, language = self._session, str(self.language.value())
        data = Certificate(
            one_line(self.name.text()),
            one_line(self.title.text()) if self.about.isChecked() else "",
            day_of(one.starts_at),
            self._house,
            _hours(one, language),
        )
        return partial(certificate, data, language)

    def check_all(self) -> None:
        """Raise Invalid while it is not said to be safe, or for a text that is no name."""
        problems: dict[str, str | None] = {
            "name": problem_with(one_line(self.name.text()), NAME),
            "title": None,
            "safe": None if self.safe.value() else tr("Ask her first whether this is safe."),
        }
        if self.about.isChecked():
            title = one_line(self.title.text())
            empty = tr("Say in this language what it is about.")
            problems["title"] = problem_with(title, TITLE) if title else empty
        if wrong := {key: problem for key, problem in problems.items() if problem}:
            raise Invalid(wrong)

    def on_out(self, act: Act) -> Callable[[], object]:
        """Return what notes that one went out; not for whom."""
        return partial(_on_out, self.ctx, act)

    def _place_all(self) -> tuple[QWidget, ...]:
        hint = tr("Only on this paper, kept nowhere. Empty: a line to write on.")
        self.place(Field(tr("Is it safe to take home?"), self.safe), "safe")
        self.place(self.not_safe)
        name = self.place(Field(tr("Name"), self.name, hint), "name")
        language = self.place(Field(tr("Which language?"), self.language), "language")
        self.place(self.about)
        self._title = self.place(Field(tr("What is it about?"), self.title), "title")
        return name, language, self.about, self.preview, self.save_button

    def _show_what_may(self) -> None:
        is_safe = self.safe.value() is True
        for part in self._rest:
            part.setVisible(is_safe)
        self._title.setVisible(is_safe and self.about.isChecked())
        self.not_safe.setVisible(self.safe.value() is False)
        self.accept_button.setEnabled(is_safe)
        self.complain({})
        if is_safe:
            self.redraw()

    def _on_language_chosen(self) -> None:
        if not self.title.isModified():
            self.title.setText(usual_title(self._session, str(self.language.value())))
        self.redraw()


def _first_name(ctx: Context, registration: Registration | None) -> str:
    """Return the name on the list; an alias stands on no certificate."""
    if registration is None or ctx.veiled or registration.kind is not NameKind.FIRST_NAME:
        return ""
    return registration.name


def _hours(session: InformationSession, language: str) -> str:
    tr = partial(texts.said_in, language)
    hours = (session.ends_at - session.starts_at).total_seconds() / 3600
    if hours == 1:
        return tr("1 hour")
    said = f"{hours:.2f}".rstrip("0").rstrip(".")
    mark = tr("{count} hours")
    return mark.format(count=said if language == "en" else said.replace(".", ","))


def _on_out(ctx: Context, act: Act) -> None:
    ctx.call(audit_log.note, act, InformationSession.__tablename__)
    ctx.notify(said_of(act))
