"""The parts of what plays for her: how each is called, and what is known of it in words."""

from dataclasses import dataclass
from enum import StrEnum, auto

from hgkm_desktop.models.codes import HarmKind
from hgkm_desktop.models.labels import label
from hgkm_desktop.rules.bodies import Situation
from hgkm_desktop.rules.lists import Barrier, LifeDomain, Worry
from hgkm_desktop.rules.words import word
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.breaking import as_typed


class Part(StrEnum):
    """The parts, in the order of the page: her own words come first."""

    OWN_WORDS = auto()
    WISHES = auto()
    WORRIES = auto()
    BARRIERS = auto()
    DOMAINS = auto()
    HARMS = auto()
    NOT_TO_DISCUSS = auto()


@dataclass(frozen=True)
class PartWords:
    """How a part is called, what is asked, and a hint."""

    icon: str
    title: str
    hint: str = ""


def words_of(part: Part) -> PartWords:
    """Return the words of a part."""
    optional = tr("May stay empty")
    return {
        Part.OWN_WORDS: PartWords(
            "chats-circle", tr("In her own words"), tr("As she says it, also in her own language.")
        ),
        Part.WISHES: PartWords("flower-tulip", tr("What does she want?"), optional),
        Part.WORRIES: PartWords("warning-circle", tr("What is she afraid of?"), optional),
        Part.BARRIERS: PartWords("hand-palm", tr("What stands in the way?"), optional),
        Part.DOMAINS: PartWords("list-checks", tr("What plays a part?"), optional),
        Part.HARMS: PartWords(
            "eye", tr("Kind of violence"), tr("It may stay empty, or “not named”.")
        ),
        Part.NOT_TO_DISCUSS: PartWords(
            "speaker-simple-slash",
            tr("Not to discuss with somebody there"),
            tr("What not, and who is there then?"),
        ),
    }[part]


def text_of(part: Part, situation: Situation) -> str:
    """Return what is known of a part, in words."""
    if part is Part.DOMAINS:
        told = situation.domains
        known = [domain for domain in LifeDomain if domain in told]
        return "\n".join(f"{word(domain)}: {as_typed(told[domain])}" for domain in known)
    value = getattr(situation, part)
    if isinstance(value, str):
        return as_typed(value)
    texts = dict(chips_of(part))
    said = ", ".join(texts[each] for each in value if each in texts)
    return said[:1].upper() + said[1:]


def chips_of(part: Part) -> list[tuple[object, str]]:
    """Return what can be chosen in a part, with its words; nothing for a part in free words."""
    if part is Part.WORRIES:
        return [(each, word(each)) for each in Worry]
    if part is Part.BARRIERS:
        return [(each, word(each)) for each in Barrier]
    if part is Part.HARMS:
        kinds = sorted(HarmKind, key=_named)
        return [(each.value, label(each)) for each in kinds]
    return []


def _named(kind: HarmKind) -> bool:
    """Put "not named" in front."""
    return kind is not HarmKind.NOT_NAMED
