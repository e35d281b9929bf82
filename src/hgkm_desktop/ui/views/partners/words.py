"""How a partner reads in the list and on its card; behind the veil without names and numbers."""

from collections.abc import Iterable
from datetime import date

from hgkm_desktop.models import PartnerPerson
from hgkm_desktop.models.codes import Language
from hgkm_desktop.models.labels import label
from hgkm_desktop.rules.partner_words import word
from hgkm_desktop.rules.partners import Kept
from hgkm_desktop.services.partners import PartnerCard, PartnerRow
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.dates import day_without_weekday, kept_together
from hgkm_desktop.ui.names import inside, shown

HIDDEN = "•••"
NO_BREAK = "\u00a0"
_TONES = {"fresh": None, "old": ("am", "clock"), "stale": ("rd", "warning-circle")}
NEVER = ("am", "clock")


def number(digits: str, *, veiled: bool) -> str:
    """Return a number as it stands in the list, in one piece; dots behind the veil."""
    if not digits:
        return ""
    return HIDDEN if veiled else kept_together(digits.replace(" ", NO_BREAK))


def face(row: PartnerRow, *, veiled: bool) -> str:
    """Return who is known there; that nobody is, when somebody should be."""
    if row.face:
        return shown(row.face, veiled)
    return "" if row.number_key or row.is_ended else tr("nobody yet")


def face_tone(row: PartnerRow) -> tuple[str, str] | None:
    """Return how it stands out that nobody is known there (R-091)."""
    return None if row.face or row.number_key or row.is_ended else ("am", "")


def formality(is_formal: bool) -> str:
    """Return the word on the badge."""
    return tr("formal") if is_formal else tr("informal")


def checked(row: PartnerRow, today: date) -> str:
    """Return when somebody last said that it is right."""
    if row.is_ended:
        return tr("stopped")
    if row.checked_on is None:
        return tr("not yet")
    day = day_without_weekday(row.checked_on)
    if row.checked_on.year == today.year:
        return day
    apart = "/" if "/" in day else " "  # long ago the month is enough, and fits
    return f"{day.split(apart)[-1]}{apart}{row.checked_on.year}"


def checked_tone(row: PartnerRow) -> tuple[str, str] | None:
    """Return how an old check stands out: shape, word and colour together."""
    return ("nt", "") if row.is_ended else _TONES.get(row.age, NEVER)


def person_line(person: PartnerPerson, *, veiled: bool) -> str:
    """Return somebody with her number: "Peter, 020 555 0130"."""
    parts = [inside(shown(person.name, veiled)), number(person.direct_number, veiled=veiled)]
    return tr(", ").join(part for part in parts if part)


def languages(codes: Iterable[str]) -> str:
    """Return languages one after the other."""
    return tr(", ").join(label(Language(code)) for code in codes)


def experience(card: PartnerCard) -> str:
    """Return how often we went there together, and how often the known face was there (R-052)."""
    held = card.counts.get(Kept.HELD, 0)
    if not card.counted:
        return ""
    if not held and card.untold:
        return tr("The counts of {year} are told when the year is over.").format(year=card.untold)
    if not held:
        return tr("Not been there together yet.")
    together = tr("Once been there together.")
    if held > 1:
        together = tr("{count} times been there together.").format(count=held)
    known = tr("{count} times the known face.").format(count=card.counts.get(Kept.KNOWN_FACE, 0))
    return f"{together} {known}"


def kept_in_year(year: int, counts: dict[Kept, int]) -> str:
    """Return what was kept and what was not in a year, without persons."""
    parts = [f"{word(what)} {counts[what]}" for what in Kept if counts.get(what)]
    return f"{year}: {tr(', ').join(parts)}"


def times_kept(card: PartnerCard) -> list[str]:
    """Return a line for every year something was counted in, the latest first."""
    years = sorted(card.by_year.items(), reverse=True)
    return [kept_in_year(year, counts) for year, counts in years if any(counts.values())]


def last_checked(on: date | None, by: str, today: date) -> str:
    """Return the words under the card: "Gecontroleerd op 3 nov, door Asha"."""
    if on is None:
        return tr("Nobody checked this yet")
    day = day_without_weekday(on, today)
    if not by:
        return tr("Checked on {day}").format(day=day)
    return tr("Checked on {day}, by {name}").format(day=day, name=inside(by))


def since_until(person: PartnerPerson, today: date) -> str:
    """Return from when until when somebody was there, as far as it is known."""
    first = day_without_weekday(person.since, today) if person.since else ""
    last = day_without_weekday(person.until, today) if person.until else ""
    if first and last:
        return f"{first} – {last}"
    if last:
        return tr("until {day}").format(day=last)
    return tr("since {day}").format(day=first) if first else ""
