"""A language as one file: out to a translator, and what she made of it back in."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hgkm_desktop.errors import Invalid, UserError
from hgkm_desktop.services import translations
from hgkm_desktop.sheets.library import LANGUAGES
from hgkm_desktop.texts import tr
from hgkm_desktop.ui import printing
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.handouts import places
from hgkm_desktop.ui.views.handouts.files import Read, ask_for_file
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.combo import ComboField
from hgkm_desktop.ui.widgets.dialog import Overlay
from hgkm_desktop.ui.widgets.fields import Field
from hgkm_desktop.ui.widgets.labels import label, muted
from hgkm_desktop.ui.widgets.strips import Banner

ENDING = ".json"
WIDTH, MOST_PROBLEMS = 600, 8

Save = Callable[..., None]
Ask = Callable[[QWidget, str, Read], None]


class TranslationDesk(QObject):
    """Both ways in one dialog; a wrong file changes nothing and says where it is wrong."""

    def __init__(
        self,
        ctx: Context,
        language: str,
        save: Save = printing.save_file,
        ask: Ask = ask_for_file,
    ) -> None:
        super().__init__(ctx)
        self._ctx, self._save, self._ask = ctx, save, ask
        self.language = ComboField(list(LANGUAGES.items()))
        self.language.set_value(language)
        self.out = make_button(tr("Save for the translator"), icon="download-simple")
        self.back_in = make_button(tr("Read the file in"), icon="upload-simple")
        self.answer = Banner("", "rd")
        self.wrong = label("", "explain", wrap=True)
        self.overlay = Overlay(
            tr("Translation out and in"), self._body(), cancel=tr("Back"), width=WIDTH
        )
        self.out.clicked.connect(self._on_out)
        self.back_in.clicked.connect(self._on_in)

    def open(self, window: QWidget) -> None:
        """Show it over the page."""
        self.overlay.open(window)

    def take_in(self, file: bytes) -> None:
        """Save what differs in a translator's file, or say why nothing was saved."""
        try:
            count = self._ctx.call(translations.take_in, file, now=self._ctx.now())
        except Invalid as error:
            self._complain(tr("Nothing was changed."), tr("This must be put right first:"))
            self._list(error.problems)
        except UserError as error:
            self._complain(error.title, error.hint)
        else:
            self.overlay.close_overlay()
            self._ctx.notify(tr("Sheets changed: {count}.").format(count=count))

    def _complain(self, title: str, hint: str) -> None:
        self.answer.say(hint, "rd", title)
        self.answer.show()
        self.wrong.hide()

    def _list(self, problems: dict[str, str]) -> None:
        shown = list(problems.items())[:MOST_PROBLEMS]
        self.wrong.setText("\n".join(f"{places.in_words(at)}: {text}" for at, text in shown))
        self.wrong.show()

    def _body(self) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addWidget(Field(tr("Language"), self.language))
        told = tr("The file holds all sheets of this language. No names, no visits.")
        column.addWidget(muted(told, wrap=True))
        row = QHBoxLayout()
        row.setSpacing(px(10))
        row.addWidget(self.out)
        row.addWidget(self.back_in)
        row.addStretch(1)
        column.addLayout(row)
        late = tr("What is read in replaces our texts. Let a reader check it.")
        column.addWidget(Banner(late, "am"))
        column.addWidget(self.answer)
        column.addWidget(self.wrong)
        self.answer.hide()
        self.wrong.hide()
        return body

    def _on_out(self) -> None:
        language = str(self.language.value())
        file = self._ctx.call(translations.export, language)
        name = f"teksten-{language}{ENDING}"
        self._save(self.overlay.window(), file, name, tr("Translation"), on_done=self._on_saved)

    def _on_saved(self) -> None:
        self._ctx.notify(tr("The file is saved."))

    def _on_in(self) -> None:
        self._ask(self.overlay.window(), ENDING, self.take_in)
