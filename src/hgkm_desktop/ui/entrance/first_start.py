"""The first start: four steps from an empty machine to a log (mock-ups 01a to 01d).

The organisation is asked first; then the key ring of this computer must be good, or be done
without knowingly; the log is founded only when the code on paper was typed back.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from hgkm_desktop import clock
from hgkm_desktop.errors import KeyRingTrouble, UserError
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.background import Background
from hgkm_desktop.ui.entrance.answers import Answers
from hgkm_desktop.ui.entrance.coordinator_step import CoordinatorStep
from hgkm_desktop.ui.entrance.foot import Foot
from hgkm_desktop.ui.entrance.key_ring_look import KeyRing, KeyRingLook
from hgkm_desktop.ui.entrance.key_ring_page import KeyRingPage
from hgkm_desktop.ui.entrance.organisation_step import OrganisationStep
from hgkm_desktop.ui.entrance.passphrase_step import PassphraseStep
from hgkm_desktop.ui.entrance.press import Press
from hgkm_desktop.ui.entrance.recovery_step import RecoveryStep
from hgkm_desktop.ui.entrance.restore import Restorer, RestorePage
from hgkm_desktop.ui.entrance.slip_step import SlipStep
from hgkm_desktop.ui.entrance.step import Step
from hgkm_desktop.ui.entrance.step_rail import StepRail
from hgkm_desktop.ui.entrance.trouble import Trouble
from hgkm_desktop.ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from hgkm_desktop.vault.founding import FirstStart as Start
