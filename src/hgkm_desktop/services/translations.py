"""A language as one file for a translator: out, and back in, all of it or nothing."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from sqlalchemy.orm import Session

from hgkm_desktop.errors import Conflict, Invalid, UserError
from hgkm_desktop.models.codes import Act
from hgkm_desktop.services import access, numbers, sheet_check, sheets
from hgkm_desktop.sheets import library
from hgkm_desktop.sheets.library import SheetText
from hgkm_desktop.texts import tr
from hgkm_desktop.vault import audit

KIND = "buurtlogboek-bladen"
LARGEST = 2_000_000


@dataclass(frozen=True)
class Returned:
    """A text from a translator's file, and the fingerprint of how it read when it went out."""

    text: SheetText
    was: str | None

    @property
    def is_touched(self) -> bool:
        """Whether the translator changed it; what went out and came back says nothing new."""
        return sheets.fingerprint(self.text) != self.was


def export(session: Session, language: str) -> bytes:
    """Return every sheet of a language as one readable file, the Dutch beside each text.

    Raise UserError for a language there is not.
    """
    access.require(session, access.EDITORS)
    names = [one.id for one in library.sheets() if language in library.languages(one.id)]
    if not names:
        raise UserError(
            tr("This sheet is not there in that language."), tr("Choose another language.")
        )
    texts = {name: sheets.text(session, name, language) for name in names}
    data = {
        "kind": KIND,
        "language": language,
        "sheets": {name: library.as_data(text) for name, text in texts.items()},
        "nederlands": {name: library.as_data(library.text(name, library.MASTER)) for name in names},
        "was": {name: sheets.fingerprint(text) for name, text in texts.items()},
    }
    audit.mention(session, Act.EXPORT, "handout")
    return json.dumps(data, ensure_ascii=False, indent=1).encode()


def take_in(session: Session, file: bytes, *, now: datetime) -> int:
    """Save the texts of a translator's file that differ from ours; return how many sheets.

    Nothing is saved when one of them is wrong: Invalid says which sheet, and why; Conflict, that
    one was changed here too since the file was made.
    """
    access.require(session, access.EDITORS)
    touched = [one for one in _returned(file) if one.is_touched]
    _refuse_what_is_wrong(session, [one.text for one in touched])
    count = 0
    for one in touched:
        ours = sheets.text(session, one.text.sheet, one.text.language)
        if sheets.fingerprint(ours) == sheets.fingerprint(one.text):
            continue
        if one.was not in (None, sheets.fingerprint(ours)):
            raise _changed_here(ours)
        sheets.keep(session, one.text, ours, now=now)
        count += 1
    return count


def _refuse_what_is_wrong(session: Session, texts: list[SheetText]) -> None:
    known = numbers.by_key(session)
    wrong = {
        f"{text.sheet}.{place}": problem
        for text in texts
        for place, problem in sheet_check.problems(text, known).items()
    }
    if wrong:
        raise Invalid(wrong)


def _returned(file: bytes) -> list[Returned]:
    data = _read(file)
    language = _known_language(data)
    texts, was = _as_dict(data.get("sheets")), _as_dict(data.get("was", {}))
    known = {one.id for one in library.sheets() if language in library.languages(one.id)}
    if not texts or not texts.keys() <= known:
        raise _not_ours()
    return [Returned(_whole(name, language, text), was.get(name)) for name, text in texts.items()]


def _read(file: bytes) -> dict[str, Any]:
    try:
        return _as_dict(json.loads(file.decode("utf-8-sig")) if len(file) <= LARGEST else None)
    except (ValueError, RecursionError) as problem:
        raise _not_ours() from problem


def _known_language(data: Mapping[str, Any]) -> str:
    found = next((code for code in library.LANGUAGES if code == data.get("language")), None)
    if found is None or data.get("kind") != KIND:
        raise _not_ours()
    return found


def _as_dict(data: object) -> dict[str, Any]:
    if not isinstance(data, dict):
        raise _not_ours()
    return cast(dict[str, Any], data)


def _whole(name: str, language: str, data: Any) -> SheetText:  # noqa: ANN401
    """Return a cleaned text; raise Invalid unless it has every part, and no other, as text."""
    keys = {section.key for section in library.sheet(name).sections}
    match data:
        case {"title": str(), "lead": str(), "sections": {**parts}} if parts.keys() == keys:
            if all(map(_is_part, parts.values())):
                return sheet_check.cleaned(library.parsed(name, language, data))
        case _:
            pass
    raise Invalid({name: tr("A part is missing. Look at the file.")})


def _is_part(part: Any) -> bool:  # noqa: ANN401
    match part:
        case {"heading": str(), "lines": [*lines]}:
            return all(isinstance(line, str) for line in lines)
        case _:
            return False


def _changed_here(ours: SheetText) -> Conflict:
    hint = tr("This was changed here meanwhile: {title}. Make a new file.")
    return Conflict(tr("Somebody else changed this first."), hint.format(title=ours.title))


def _not_ours() -> UserError:
    return UserError(
        tr("This is not a file with our sheets."), tr("Choose the file the translator sent back.")
    )
