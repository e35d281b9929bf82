"""How the file got its shape, one step at a time. Never edit a step that was released."""

from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine

from hgkm_desktop.errors import CannotOpen
from hgkm_desktop.texts import tr

if TYPE_CHECKING:
    from alembic.config import Config


def upgrade(engine: Engine) -> bool:
    """Bring a log to the newest shape, all steps or none; return whether anything was done.

    Raise CannotOpen("DB-08") for a log from a newer version, which stays as it is.
    """
    with engine.connect() as connection:
        done, newest = _now(connection), newest_step()
        connection.rollback()
        if done == newest:
            return False
        driver = connection.connection.driver_connection
        assert driver is not None
        # With foreign keys on, rebuilding a parent table would delete its children (store.md 7).
        driver.execute("PRAGMA foreign_keys=OFF").fetchall()
        try:
            with connection.begin():
                _run(connection)
        finally:
            driver.execute("PRAGMA foreign_keys=ON").fetchall()
    return True


def newest_step() -> str:
    """Return the name of the last step this version knows."""
    from alembic.script import ScriptDirectory

    return ScriptDirectory.from_config(_config()).get_current_head() or ""


def _now(connection: Connection) -> str:
    from alembic.runtime.migration import MigrationContext
    from alembic.script import ScriptDirectory
    from alembic.util import CommandError

    current = MigrationContext.configure(connection).get_current_revision() or ""
    try:
        if current:
            ScriptDirectory.from_config(_config()).get_revision(current)
    except CommandError as error:
        raise CannotOpen(
            tr("This log comes from a newer version."),
            tr("Install the newest version. Nothing was changed."),
            "DB-08",
        ) from error
    return current


def _run(connection: Connection) -> None:
    from alembic import command

    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    if orphans:
        raise CannotOpen(
            tr("The log could not be brought up to date."), tr("Nothing was changed."), "DB-09"
        )


def _config() -> "Config":
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "hgkm_desktop:migrations")
    config.set_main_option("path_separator", "os")
    return config
