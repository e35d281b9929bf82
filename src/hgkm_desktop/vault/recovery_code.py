"""The code on paper: 26 Crockford characters (130 bit) and two that catch a typing mistake.

Crockford's alphabet has no I, L, O and U; typed I, L and O are read as 1, 1 and 0.
"""

import hashlib
import hmac
import secrets
import unicodedata

from hgkm_desktop.errors import Invalid
from hgkm_desktop.texts import tr

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 26


def new() -> str:
    """Return a fresh code as it is printed: seven groups of four."""
    body = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
    return groups(body + _check(body))


def groups(code: str) -> str:
    """Return a code in groups of four."""
    return "-".join(code[i : i + 4] for i in range(0, len(code), 4))


def read(typed: str) -> str:
    """Return the 26 secret characters of a typed code; raise Invalid({"code": …}) for a mistake."""
    upper = unicodedata.normalize("NFKC", typed[:400]).upper()
    text = "".join(c for c in upper if c.isalnum()).translate(str.maketrans("OIL", "011"))
    if len(text) != LENGTH + 2 or any(c not in ALPHABET for c in text):
        raise Invalid({"code": tr("The code has 28 characters. Look at the sheet again.")})
    if not hmac.compare_digest(_check(text[:LENGTH]), text[LENGTH:]):
        raise Invalid({"code": tr("A character is wrong. Compare the code with the sheet.")})
    return text[:LENGTH]


def _check(body: str) -> str:
    digest = hashlib.sha256(b"buurtlogboek code" + body.encode()).digest()
    value = int.from_bytes(digest[:2], "big")
    return ALPHABET[value >> 5 & 31] + ALPHABET[value & 31]
