import platform
import re

import PySide6

from hgkm_desktop import __version__
from hgkm_desktop.commands import version


def test_it_says_which_version_this_is_and_what_it_stands_on(typed):
    told = typed("version")
    first, *parts = told.out.splitlines()
    assert (told.code, told.err) == (0, "")
    assert first == f"Buurtlogboek {__version__} (Python {platform.python_version()})"
    assert [part.split()[0] for part in parts] == list(version.PARTS)
    assert all(re.fullmatch(r"\S+ \d[\w.]*", part) for part in parts)
    assert f"PySide6_Essentials {PySide6.__version__}" in parts
