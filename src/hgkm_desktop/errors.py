"""Everything that can go wrong in a way a volunteer should hear about."""


class UserError(Exception):
    """Something expected went wrong. Shown as is: a short title, and what to do next."""

    def __init__(self, title: str, hint: str = "") -> None:
        super().__init__(title)
        self.title = title
        self.hint = hint


class Invalid(UserError):
    """A record cannot be saved yet. `problems` maps a field name to what is wrong with it."""

    def __init__(self, problems: dict[str, str]) -> None:
        super().__init__(next(iter(problems.values()), ""))
        self.problems = problems


class Forbidden(UserError):
    """The signed-in member has no role for this."""


class Conflict(UserError):
    """Somebody else changed the record first; nothing was overwritten."""


class WrongPassphrase(UserError):
    """Sign-in failed. The words are the same whatever the reason (no hint to an attacker)."""


class TooSoon(UserError):
    """Sign-in has to wait after earlier failures; `seconds` says how long."""

    def __init__(self, title: str, hint: str, seconds: int) -> None:
        super().__init__(title, hint)
        self.seconds = seconds


class KeyRingTrouble(UserError):
    """This computer's key ring does not give the secret; `state` says why (vault/keyring.py)."""

    def __init__(self, title: str, hint: str, state: str) -> None:
        super().__init__(title, hint)
        self.state = state


class CannotOpen(UserError):
    """The log does not open; `code` is a short code for whoever helps, never a path."""

    def __init__(self, title: str, hint: str, code: str) -> None:
        super().__init__(title, hint)
        self.code = code


class Tampered(CannotOpen):
    """Stored data was changed from outside: it does not authenticate where it stands."""
