"""A language as one file for a translator: out, and back in, all of it or nothing."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from hgkm_desktop.errors import Invalid, UserError
from hgkm_desktop.models.codes import Act
from hgkm_desktop.services import access, numbers, sheet_check, sheets
from hgkm_desktop.sheets import library
from hgkm_desktop.sheets.library import SheetText
from hgkm_desktop.texts import tr
from hgkm_desktop.vault import audit

KIND = "buurtlogboek-bladen"
LARGEST = 2_000_000


def export(session: Session, language: str) -> bytes:
    """Return every sheet of a language as one readable file, the Dutch beside each text."""
    access.require(session, access.EDITORS)
    found = {
        one.id: library.as_data(sheets.text(session, one.id, language))
        for one in library.sheets()
        if language in library.languages(one.id)
    }
    originals = {name: library.as_data(library.text(name, library.MASTER)) for name in found}
    data = {"kind": KIND, "language": language, "sheets": found, "nederlands": originals}
    audit.mention(session, Act.EXPORT, "handout")
    return json.dumps(data, ensure_ascii=False, indent=1).encode()


def take_in(session: Session, file: bytes, *, now: datetime) -> int:
    """Save the texts of a translator's file that differ from ours; return how many sheets.

    Nothing is saved when one of them is wrong; Invalid then says which sheet, and why.
    """
    access.require(session, access.EDITORS)
    texts = _texts(file)
    known = numbers.by_key(session)
    wrong = {
        f"{text.sheet}.{place}": problem
        for text in texts
        for place, problem in sheet_check.problems(sheet_check.cleaned(text), known).items()
    }
    if wrong:
        raise Invalid(wrong)
    new = [text for text in texts if _differs(session, text)]
    for text in new:
        sheets.keep(session, text, now=now)
    return len(new)


def _differs(session: Session, text: SheetText) -> bool:
    ours = sheets.text(session, text.sheet, text.language)
    return library.as_data(sheet_check.cleaned(text)) != library.as_data(ours)


def _texts(file: bytes) -> list[SheetText]:
    data = _read(file)
    language = data.get("language")
    if data.get("kind") != KIND or language not in library.LANGUAGES:
        raise _not_ours()
    texts: Mapping[str, Any] = data.get("sheets") or {}
    known = {one.id for one in library.sheets() if language in library.languages(one.id)}
    if not texts or not texts.keys() <= known:
        raise _not_ours()
    return [library.parsed(name, language, texts[name]) for name in texts]


def _read(file: bytes) -> dict[str, Any]:
    try:
        data = json.loads(file.decode("utf-8-sig")) if len(file) <= LARGEST else None
    except (ValueError, RecursionError) as problem:
        raise _not_ours() from problem
    if not isinstance(data, dict):
        raise _not_ours()
    return data  # pyright: ignore[reportUnknownVariableType]


def _not_ours() -> UserError:
    return UserError(
        tr("This is not a file with our sheets."), tr("Choose the file the translator sent back.")
    )
