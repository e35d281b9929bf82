"""List the information sheets, or make one as a PDF. Without signing in: the original texts."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from hgkm_desktop import clock
from hgkm_desktop.commands.asking import add_sign_in, say, sign_in
from hgkm_desktop.errors import UserError
from hgkm_desktop.handouts.paper import pdf
from hgkm_desktop.services import prints
from hgkm_desktop.services.prints import Form, Job, TooOld
from hgkm_desktop.sheets import card, library, numbers
from hgkm_desktop.sheets.card import CARD, CardContent
from hgkm_desktop.sheets.content import Content, compose, used_keys

UNREAD, MASTER = "nog niet nagekeken", "origineel"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe this command's options."""
    verbs = parser.add_subparsers(dest="verb", required=True, help="what to do")
    verbs.add_parser("list", help="sheets, languages and who read them, as a table")
    one = verbs.add_parser("print", help="one sheet as a PDF")
    one.add_argument("sheet", choices=[*(s.id for s in library.sheets()), CARD], help="which")
    one.add_argument(
        "--lang", default=library.MASTER, choices=list(library.LANGUAGES), help="language"
    )
    one.add_argument("--size", type=Form, default=None, choices=list(Form), help="kind of paper")
    one.add_argument("--out", required=True, help="the file, - for standard output")
    add_sign_in(one)


def run(options: argparse.Namespace) -> int:
    """List or print; return 0, raise UserError when there can be no paper."""
    if options.verb == "list":
        say(table())
        return 0
    form = options.size or (Form.CARD if options.sheet == CARD else Form.A4)
    if (options.sheet == CARD) != (form in (Form.CARD, Form.PICTURE_CARD)):
        raise UserError("Dit formaat past niet bij dit blad.", "Kies een ander formaat.")
    job = Job(options.sheet, options.lang, form=form)
    made = pdf([(_content(options, job), form)])
    _write(made, options.out)
    return 0


def table() -> str:
    """Return the table that README shows: every sheet, its languages, how far each is."""
    codes = list(library.LANGUAGES)
    rows = [["blad", *(library.LANGUAGES[code] for code in codes)], ["---"] * (len(codes) + 1)]
    for sheet in library.sheets():
        title = library.text(sheet.id, library.MASTER).title
        known = library.languages(sheet.id)
        rows.append([f"{sheet.number}. {title}", *(_state(code, known) for code in codes)])
    rows.append(["Kaartje", *(_state(code, codes) for code in codes)])
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _state(language: str, known: Sequence[str]) -> str:
    if language not in known:
        return "–"
    return MASTER if language == library.MASTER else UNREAD


def _content(options: argparse.Namespace, job: Job) -> Content | CardContent:
    if options.member is None and options.passphrase_file is None:
        return _original(job)
    db = sign_in(options)
    try:
        today = clock.local(clock.now()).date()
        [(_, content)] = db.call(prints.prepare, [job], today=today)
        db.call(prints.record, [job], today=today)
    finally:
        db.close()
    return content


def _original(job: Job) -> Content | CardContent:
    known = {number.key: number for number in numbers.shipped()}
    text = None if job.sheet == CARD else library.text(job.sheet, job.language)
    keys = card.KEYS if text is None else used_keys(text)
    if old := numbers.old(known, keys, clock.local(clock.now()).date()):
        raise TooOld(old)
    if text is None:
        return card.compose_card(job.language, known)
    return compose(text, known)


def _write(made: bytes, place: str) -> None:
    if place == "-":
        sys.stdout.buffer.write(made)
        return
    try:
        Path(place).write_bytes(made)
    except OSError as error:
        raise UserError("Het blad is niet bewaard.", "Kies een andere plek.") from error
