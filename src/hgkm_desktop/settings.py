"""Choices of this computer and their defaults. Nothing secret, nothing about anybody."""

import json
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path

SCALES = (100, 115, 130)
IDLE_MINUTES = (2, 5, 10)


@dataclass(frozen=True)
class Settings:
    """How the program looks and when it locks."""

    language: str = "nl"
    window_title: str = "Buurtlogboek"
    dark: bool = False
    scale: int = 100
    idle_minutes: int = 5

    def changed(self, **choices: object) -> "Settings":
        """Return the settings with other choices."""
        return replace(self, **choices)  # pyright: ignore[reportArgumentType]


def load(path: Path) -> Settings:
    """Return the settings; whatever is missing, unknown or odd becomes the default."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        usual = asdict(Settings())
        kept = {k: v for k, v in found.items() if k in usual and type(v) is type(usual[k])}
    except (OSError, ValueError, AttributeError):
        return Settings()
    settings = Settings(**kept)
    if settings.scale not in SCALES or settings.idle_minutes not in IDLE_MINUTES:
        settings = settings.changed(scale=100, idle_minutes=5)
    return settings


def save(path: Path, settings: Settings) -> None:
    """Keep the settings; a full disk costs nothing but the choice."""
    part = path.with_name(path.name + ".deel")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(json.dumps(asdict(settings)), encoding="utf-8")
        part.replace(path)
    except OSError:
        with suppress(OSError):
            part.unlink()
