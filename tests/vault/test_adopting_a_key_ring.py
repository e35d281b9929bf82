from hgkm_desktop.ui.views.admin import key_ring
from hgkm_desktop.vault.keyring import State


def test_a_log_without_a_key_ring_moves_into_one_that_works_by_now(desk, sign_in, secret_service):
    db = sign_in("Salma")
    assert key_ring.look(desk.vault) is State.NOT_USED
    assert key_ring.mend(desk.vault, db.actor) is State.READY
    raw = (desk.folder / "logboek.slots").read_bytes()
    assert db.actor.device_secret.hex().encode() not in raw and b'"device":""' in raw
    assert [tile.name for tile in desk.vault.look().tiles]
    opened = desk.sign_in("Hanan")
    opened.engine.dispose()
