"""For whom it is, how it is told and in which languages."""

from hgkm_desktop.models import InformationSession
from hgkm_desktop.models.codes import Language
from hgkm_desktop.models.labels import short
from hgkm_desktop.rules.session_words import word
from hgkm_desktop.rules.sessions import Audience, SessionForm
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.forms.group import chosen
from hgkm_desktop.ui.views.sessions.form_group import Part, options
from hgkm_desktop.ui.widgets.chips import ChipRow
from hgkm_desktop.ui.widgets.fields import ComboField
from hgkm_desktop.ui.widgets.strips import Banner


class Whom(Part):
    """Mediation comes with a warning: never where there is violence (R-171)."""

    def __init__(self) -> None:
        super().__init__()
        self.audience, self.form = ComboField(options(Audience)), ComboField(options(SessionForm))
        spoken: list[tuple[object, str]] = [(each, short(each)) for each in Language]
        self.languages = ChipRow(spoken, name=tr("Languages"))
        self.interpreter = ComboField([("", tr("No interpreter")), *spoken])
        told = tr("Only where there is no violence. In doubt? Ask a confidant first.")
        self.warning = Banner(told, "am", tr("Mediation"))
        self.add(
            self.field("audience", tr("For whom?"), self.audience),
            self.field("form", tr("How?"), self.form),
        )
        self.add(self.warning)
        self.add(self.field("languages", tr("Languages"), self.languages))
        self.add(self.field("interpreter", tr("Interpreter"), self.interpreter))
        self.form.changed.connect(self._on_form_chosen)
        self._on_form_chosen()

    def show_session(self, planned: InformationSession) -> None:
        """Show what is known."""
        self.audience.set_value(planned.audience)
        self.form.set_value(planned.form)
        self.languages.set_values(planned.languages)
        self.interpreter.set_value(planned.interpreter or "")
        self._on_form_chosen()

    def put(self, planned: InformationSession) -> None:
        """Write it."""
        planned.audience = chosen(self.audience.value(), Audience) or Audience.WOMEN
        planned.form = chosen(self.form.value(), SessionForm) or SessionForm.TALK
        planned.languages = tuple(Language(str(each)) for each in self.languages.values())
        planned.interpreter = chosen(self.interpreter.value(), Language)

    def summary(self) -> list[str]:
        """Return for whom and how it is, in which languages."""
        codes = chosen(self.audience.value(), Audience), chosen(self.form.value(), SessionForm)
        spoken = [short(Language(str(each))) for each in self.languages.values()]
        with_whom = chosen(self.interpreter.value(), Language)
        if with_whom is not None:
            spoken.append(tr("interpreter {language}").format(language=short(with_whom)))
        return [*(word(code) for code in codes if code is not None), *spoken]

    def _on_form_chosen(self, _value: object = None) -> None:
        self.warning.setHidden(self.form.value() != SessionForm.MEDIATION)
