import pytest
from desk import MONDAY, Make

from hgkm_desktop.db import Database
from hgkm_desktop.errors import CannotOpen
from hgkm_desktop.services import members

PAGE = 4096


def damage(path, page):
    with path.open("r+b") as file:
        file.seek(page * PAGE + 100)
        byte = file.read(1)
        file.seek(page * PAGE + 100)
        file.write(bytes([byte[0] ^ 0xFF]))


@pytest.mark.parametrize("page", [3, 5, 8, 13, 21])
def test_a_damaged_page_is_never_blamed_on_the_folder(desk, page):
    db = Database(desk.open("Salma"), lambda: MONDAY)
    for number in range(30):
        Make(db).walk_in(desk_question=f"brief {number} " * 20)
    db.close()
    damage(desk.folder / "logboek.db", page)
    try:
        db = Database(desk.open("Salma"), lambda: MONDAY)
    except CannotOpen as error:
        assert error.code in ("DB-06", "DB-07")
        return
    try:
        db.call(members.signed_in)
        Make(db).walk_in(desk_question="nog een brief")
    except CannotOpen as error:
        assert error.code in ("DB-06", "DB-07")
    finally:
        db.close()
