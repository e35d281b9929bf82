"""What the page says of a session and of who is on its list, in a few words each."""

from datetime import datetime
from uuid import UUID

from hgkm_desktop.models import InformationSession, Partner, Record, Registration
from hgkm_desktop.models.labels import short
from hgkm_desktop.rules import session_words
from hgkm_desktop.rules.sessions import NameKind, Place
from hgkm_desktop.services import partners
from hgkm_desktop.services.session_list import SessionRow
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import day_in_short, day_of, kept_together, time_of


class PartnerNames:
    """What partners are called; read again when one of them changed."""

    def __init__(self, ctx: Context) -> None:
        self._ctx = ctx
        self._names: dict[UUID, str] | None = None
        ctx.changed.connect(self._on_changed)

    def of(self, partner_id: UUID | None) -> str:
        """Return what a partner is called, nothing for none."""
        if partner_id is None:
            return ""
        if self._names is None:
            rows = self._ctx.call(partners.rows, now=self._ctx.now())
            self._names = {row.id: row.name for row in rows if row.id is not None}
        return self._names.get(partner_id, "")

    def _on_changed(self, kinds: frozenset[type[Record]]) -> None:
        if Partner in kinds:
            self._names = None


def title_of(session: InformationSession | SessionRow) -> str:
    """Return what a session is called."""
    return session_words.name_of(session.topic, session.title)


def when(session: SessionRow, now: datetime) -> str:
    """Return "do 19 nov  12.30" for the list."""
    day = day_in_short(day_of(session.starts_at), day_of(now))
    return f"{day}  {time_of(session.starts_at)}"


def from_until(session: InformationSession, now: datetime) -> str:
    """Return "do 19 nov, 12.30 – 14.00" for the head."""
    day = day_in_short(day_of(session.starts_at), day_of(now))
    hours = f"{time_of(session.starts_at)} – {time_of(session.ends_at)}"
    return tr(", ").join((day, kept_together(hours)))


def spoken_in(session: InformationSession) -> str:
    """Return in which languages it is, and for which there is an interpreter."""
    told = [", ".join(short(each) for each in session.languages)]
    if session.interpreter is not None:
        told.append(tr("interpreter {language}").format(language=short(session.interpreter)))
    return tr(", ").join(each for each in told if each)


def told_by(session: InformationSession, partner: str) -> str:
    """Return who tells it: the person, the organisation, or both."""
    return tr(", ").join(each for each in (session.speaker, partner) if each)


def badge(row: SessionRow) -> tuple[str, str]:
    """Return what has to be seen at once and its tone, nothing when all is well."""
    if row.is_off:
        return tr("does not take place"), "nt"
    if row.is_full and row.waiting:
        return tr("full, {count} waiting").format(count=row.waiting), "am"
    if row.waiting:
        return tr("{count} waiting").format(count=row.waiting), "bl"
    return (tr("full"), "am") if row.is_full else ("", "")


def how_full(row: SessionRow, *, is_over: bool) -> str:
    """Return "14/18", or how many came of what is over."""
    if is_over:
        return tr("{count} were there").format(count=row.present)
    if row.capacity is None:
        return tr("{count} on the list").format(count=row.taken)
    return f"{row.taken}/{row.capacity}"


def called(registration: Registration, *, veiled: bool = False) -> str:
    """Return what somebody is called on the list: her number while names are hidden or gone."""
    if registration.kind is NameKind.NUMBER or veiled or not registration.name:
        typed = registration.name if registration.kind is NameKind.NUMBER and not veiled else ""
        return tr("no. {number}").format(number=typed or registration.number)
    return registration.name


def aside(registration: Registration, *, veiled: bool = False) -> str:
    """Return what stands muted after her name."""
    told: list[str] = []
    if registration.kind is NameKind.ALIAS and not veiled:
        told.append(tr("alias"))
    if registration.place is Place.PASSED:
        told.append(tr("not asked yet"))
    return tr(", ").join(told)
