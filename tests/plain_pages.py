"""Every page of a log as it stands inside the encryption, the free ones and their slack too."""

from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from hgkm_desktop.vault.keys import DatabaseKey

PAGE, RESERVED, IV = 4096, 80, 16


def plain_pages(path: Path, key: DatabaseKey) -> bytes:
    """Return all that is in the file, decrypted page by page as SQLCipher 4 lays it out."""
    raw = path.read_bytes()
    assert len(raw) % PAGE == 0
    return b"".join(
        _plain(raw[at : at + PAGE], key.key, is_first=at == 0) for at in range(0, len(raw), PAGE)
    )


def _plain(page: bytes, key: bytes, *, is_first: bool) -> bytes:
    body, rest = page[: PAGE - RESERVED], page[PAGE - RESERVED :]
    opener = Cipher(algorithms.AES(key), modes.CBC(rest[:IV])).decryptor()
    return opener.update(body[16:] if is_first else body) + opener.finalize()
