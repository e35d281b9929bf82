from typing import Any

class VObjectError(Exception): ...
class ParseError(VObjectError): ...

class ContentLine:
    value: Any
    params: dict[str, list[str]]
    singletonparams: list[str]

class Component:
    contents: dict[str, list[ContentLine]]
