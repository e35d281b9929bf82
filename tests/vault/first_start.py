"""A log with one coordinator, as the first start leaves it."""

from pathlib import Path

from desk import MONDAY, Desk, Key

from hgkm_desktop.vault import founding, recovery_code

WORDS = "kaneel fiets regenjas brug lepel"


def found(folder: Path, *, without_key_ring=False) -> Desk:
    """Found a log and sign in once."""
    code = recovery_code.new()
    people = (founding.Person("Salma", 6, WORDS),)
    start = founding.FirstStart("Nisa test", "Buurtlogboek", people, code, without_key_ring)
    opened = founding.found(folder, start, lambda: MONDAY)
    opened.engine.dispose()
    actor = opened.actor
    (tile,) = opened.vault.look().tiles
    return Desk(folder, code, {"Salma": Key(tile, WORDS, actor.bundle, actor.device_secret)})
