class Name:
    given: str | list[str]
    family: str | list[str]
    def __init__(self, family: str = ..., given: str = ...) -> None: ...
