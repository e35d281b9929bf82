"""Where it is, who tells it, and with whom it is held (R-088)."""

from hgkm_desktop.models import InformationSession
from hgkm_desktop.services import partners
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.forms.group import id_of
from hgkm_desktop.ui.views.sessions.form_group import Part, line
from hgkm_desktop.ui.views.sessions.form_picked import Choice, Picked
from hgkm_desktop.ui.widgets.fields import ComboField


class Where(Part):
    """Organisations come from the directory; the person who speaks is typed."""

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        found = ctx.call(partners.rows, now=ctx.now())
        self._all = [Choice(str(row.id), row.name) for row in found if row.id is not None]
        self._ended = {str(row.id) for row in found if row.is_ended}
        self.place, self.speaker = line(), line()
        self.partner = ComboField()
        here = [each for each in self._all if each.value not in self._ended]
        gone = [each for each in self._all if each.value in self._ended]
        self.others = Picked(here, tr("Add an organisation"), gone)
        self._offer("")
        self.add(self.field("place", tr("Where is it?"), self.place))
        self.add(
            self.field("speaker_partner", tr("From which organisation?"), self.partner),
            self.field("speaker", tr("Who speaks?"), self.speaker),
        )
        self.add(self.field("co_organisers", tr("Together with"), self.others))

    def show_session(self, planned: InformationSession) -> None:
        """Show where it is and who tells it; who ended meanwhile is still named."""
        speaks = str(planned.speaker_partner or "")
        self._offer(speaks)
        self.place.setText(planned.place)
        self.partner.set_value(speaks)
        self.speaker.setText(planned.speaker)
        self.others.set_values(planned.co_organisers)

    def put(self, planned: InformationSession) -> None:
        """Write it."""
        planned.place, planned.speaker = self.place.text(), self.speaker.text()
        planned.speaker_partner = id_of(self.partner.value())
        planned.co_organisers = tuple(self.others.values())

    def summary(self) -> list[str]:
        """Return the place and everybody who tells something."""
        organisation = self.partner.currentText() if self.partner.value() else ""
        said = self.place.text().strip(), self.speaker.text().strip(), organisation
        return [*(each for each in said if each), *self.others.words()]

    def name_of(self, partner_id: str) -> str:
        """Return what an organisation is called."""
        return next((each.words for each in self._all if each.value == partner_id), "")

    def _offer(self, speaks: str) -> None:
        here = [each for each in self._all if each.value not in self._ended or each.value == speaks]
        none: list[tuple[object, str]] = [("", tr("None"))]
        self.partner.set_items([*none, *((each.value, each.words) for each in here)])
