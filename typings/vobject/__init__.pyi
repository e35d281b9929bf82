from typing import Any

from vobject import base as base
from vobject import vcard as vcard

def readOne(stream: str, *, allowQP: bool = ...) -> base.Component: ...
def vCard() -> Any: ...  # noqa: ANN401
