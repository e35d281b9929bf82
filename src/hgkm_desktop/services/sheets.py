"""The sheets as this organisation has them: own words, readers, letterhead."""

import json
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from hashlib import sha256

from sqlalchemy import select
from sqlalchemy.orm import Session

from hgkm_desktop.errors import Conflict, Invalid, UserError
from hgkm_desktop.models import Organisation, OwnSheet, SheetChoice, SheetReview
from hgkm_desktop.services import access, numbers, sheet_check
from hgkm_desktop.services.fields import one_line, problem_with_name
from hgkm_desktop.sheets import card, library
from hgkm_desktop.sheets.card import CARD, CardContent
from hgkm_desktop.sheets.content import Content, House, Review, compose
from hgkm_desktop.sheets.library import SheetText
from hgkm_desktop.texts import tr
from hgkm_desktop.vault.actor import Actor

SCRIPTS = ("LATIN", "GREEK", "CYRILLIC", "ARABIC", "ETHIOPIC")
"""What every sheet can show a reader's initials in; one other letter would stop its printing."""


@dataclass(frozen=True)
class State:
    """How far a sheet is in a language."""

    language: str
    is_own: bool
    review: Review | None


def states(session: Session, sheet_id: str) -> Sequence[State]:
    """Return each language of a sheet (or of the card): whose words, and who read them."""
    access.require(session, access.DESK)
    codes = tuple(library.LANGUAGES) if sheet_id == CARD else library.languages(sheet_id)
    return [_state(session, sheet_id, language) for language in codes]


def text(session: Session, sheet_id: str, language: str) -> SheetText:
    """Return what a sheet says here: the organisation's own words, or else the original."""
    access.require(session, access.DESK)
    original = library.text(sheet_id, language)
    own = session.get(OwnSheet, (sheet_id, language))
    return original if own is None else _own_text(original, own)


def content(session: Session, sheet_id: str, language: str) -> Content:
    """Return what is printed of a sheet; `prints.prepare` decides whether it may be."""
    access.require(session, access.DESK)
    state = _state(session, sheet_id, language)
    chosen = choice(session, sheet_id)
    name = session.scalars(select(Organisation.name)).one()
    return compose(
        text(session, sheet_id, language),
        numbers.by_key(session),
        review=state.review,
        is_own=state.is_own,
        house=House(name, chosen.letterhead, chosen.qr),
    )


def card_content(session: Session, language: str, cover: int = 0) -> CardContent:
    """Return what is printed of the card; raise UserError for a language there is not."""
    access.require(session, access.DESK)
    _refuse_unless_spoken(language)
    return card.compose_card(language, numbers.by_key(session), cover)


def choice(session: Session, sheet_id: str) -> SheetChoice:
    """Return what was chosen for a sheet: by default no letterhead and no QR code."""
    access.require(session, access.DESK)
    found = session.get(SheetChoice, sheet_id)
    return SheetChoice(sheet=sheet_id) if found is None else found


def choose(session: Session, sheet_id: str, *, letterhead: bool, qr: bool) -> None:
    """Choose whether a sheet carries our name and a QR code."""
    access.require(session, access.EDITORS)
    found = session.get(SheetChoice, library.sheet(sheet_id).id)
    if found is None:
        session.add(SheetChoice(sheet=sheet_id, letterhead=letterhead, qr=qr))
    else:
        found.letterhead, found.qr = letterhead, qr


def keep(session: Session, changed: SheetText, before: SheetText, *, now: datetime) -> None:
    """Save our own words in place of `before`, the text as it was read to change it.

    Raise Conflict when it is no longer that, Invalid({place: problem}) for what cannot be printed;
    a place is "title", "lead", "key" (a heading) or "key.2" (the third line of a section). Words
    that are those of the original again are no words of our own.
    """
    actor = access.require(session, access.EDITORS)
    if fingerprint(text(session, changed.sheet, changed.language)) != fingerprint(before):
        raise Conflict(
            tr("Somebody else changed this first."), tr("Your text is kept. Look at both.")
        )
    changed = sheet_check.cleaned(changed)
    if problems := sheet_check.problems(changed, numbers.by_key(session)):
        raise Invalid(problems)
    if fingerprint(changed) == fingerprint(library.text(changed.sheet, changed.language)):
        reset(session, changed.sheet, changed.language)
    else:
        _store(session, changed, actor, now)


def reset(session: Session, sheet_id: str, language: str) -> None:
    """Go back to the original words."""
    access.require(session, access.EDITORS)
    own = session.get(OwnSheet, (sheet_id, language))
    if own is not None:
        session.delete(own)


def review(session: Session, sheet_id: str, language: str, reader: str, *, today: date) -> None:
    """Note that a named reader of the language checked the text as it is now (R-068)."""
    actor = access.require(session, access.EDITORS)
    reader = one_line(reader)
    initials = _initials(reader)
    if wrong := problem_with_name(reader) or _problem_with_initials(initials, reader):
        raise Invalid({"reader": wrong})
    session.merge(
        SheetReview(
            sheet=sheet_id,
            language=language,
            fingerprint=_now_says(session, sheet_id, language),
            reader=reader,
            initials=initials,
            reviewed_on=today,
            entered_by=actor.member_id,
        )
    )


def _state(session: Session, sheet_id: str, language: str) -> State:
    is_own = session.get(OwnSheet, (sheet_id, language)) is not None
    found = session.get(SheetReview, (sheet_id, language))
    if found is None or found.fingerprint != _now_says(session, sheet_id, language):
        return State(language, is_own, None)
    return State(language, is_own, Review(found.initials, found.reviewed_on))


def fingerprint(sheet_text: SheetText) -> str:
    """Return what tells one text from any other: a single letter changed is another text."""
    return _digest(library.as_data(sheet_text))


def _now_says(session: Session, sheet_id: str, language: str) -> str:
    """Return the fingerprint of what a sheet or the card says now."""
    if sheet_id == CARD:
        _refuse_unless_spoken(language)
        return _digest(library.words(language)["card"])
    return fingerprint(text(session, sheet_id, language))


def _digest(data: Mapping[str, object]) -> str:
    return sha256(json.dumps(data, sort_keys=True).encode()).hexdigest()


def _refuse_unless_spoken(language: str) -> None:
    if language not in library.LANGUAGES:
        raise UserError(
            tr("This sheet is not there in that language."), tr("Choose another language.")
        )


def _store(session: Session, changed: SheetText, actor: Actor, now: datetime) -> None:
    body = json.dumps(library.as_data(changed), ensure_ascii=False)
    own = session.get(OwnSheet, (changed.sheet, changed.language))
    if own is None:
        sheet, language, who = changed.sheet, changed.language, actor.member_id
        own = OwnSheet(sheet=sheet, language=language, body=body, changed_by=who, changed_at=now)
        session.add(own)
    own.body, own.changed_by, own.changed_at = body, actor.member_id, now


def _own_text(original: SheetText, own: OwnSheet) -> SheetText:
    """Return own words; a line that still is the original's keeps its source and its mark."""
    ours = library.parsed(own.sheet, own.language, json.loads(own.body))
    return replace(library.with_known_lines(ours, original), for_us=original.for_us)


def _initials(name: str) -> str:
    """Return what stands on the paper of a name; "" when nothing of it can."""
    words = unicodedata.normalize("NFKC", name).split()
    letters = [next(filter(_is_printed, word), "") for word in words]
    return "".join(f"{letter.upper()[0]}." for letter in letters[:4] if letter)


def _is_printed(sign: str) -> bool:
    return sign.isalpha() and unicodedata.name(sign, "").startswith(SCRIPTS)


def _problem_with_initials(initials: str, reader: str) -> str | None:
    if initials:
        return None
    return tr("A sign in this text cannot be printed: {signs}").format(signs=reader[0])
