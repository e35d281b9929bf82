"""Somebody we may call: her name, why, and what the gate says; the button leads to the gate."""

from collections.abc import Hashable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from hgkm_desktop.rules.contact import Verdict
from hgkm_desktop.services.beside_today import Call, CallHer
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.today import call_words
from hgkm_desktop.ui.views.today.call_words import Said
from hgkm_desktop.ui.views.today.rich import Part, Rich, beside, code_of, name_of
from hgkm_desktop.ui.views.today.row import Row
from hgkm_desktop.ui.views.today.scene import Scene
from hgkm_desktop.ui.views.today.showing import show_when
from hgkm_desktop.ui.widgets.buttons import Button, make_button
from hgkm_desktop.ui.widgets.icon_label import IconLabel
from hgkm_desktop.ui.widgets.strips import Strip

_TOP = Qt.AlignmentFlag.AlignTop
_NARROW_HEAD = 150


class CallStrip(Strip):
    """Says it in words, colour and icon together; never shows a number."""

    def __init__(self) -> None:
        super().__init__("nt")
        self.words = Rich()
        self._verdict: Verdict | None = None
        self._mark: IconLabel | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(px(9), px(7), px(12), px(7))
        self._row.setSpacing(px(11))
        self._row.addWidget(self.words, 1)

    def say(self, verdict: Verdict, said: Said) -> None:
        """Show what the gate says."""
        tone = call_words.TONES[verdict]
        self.words.say((Part(said.strong, tone, is_bold=True), *said.rest))
        if verdict is not self._verdict:
            self._verdict = verdict
            self.set_tone(tone)
            if self._mark is not None:
                self._row.removeWidget(self._mark)
                self._mark.hide()
                self._mark.deleteLater()
            self._mark = _mark(verdict)
            self._row.insertWidget(0, self._mark, 0, _TOP)


class CallRow(Row[Call]):
    """On a small screen only whom we may reach now stays open; the others take one line."""

    def __init__(self) -> None:
        super().__init__()
        self.head, self.strip = Rich(), CallStrip()
        self.go: Button | None = None
        self.look: Button | None = None
        self._is_narrow = False
        self._body = self._lay_out()

    def key_of(self, item: Call) -> Hashable:
        """Return whose row it is."""
        return item.name.case_id

    def opens(self, item: Call, scene: Scene) -> object:
        """Lead to the gate while it is open and names are seen, else to her."""
        return CallHer(item.name.case_id) if _may(item, scene) else item.name

    def write(self, item: Call, scene: Scene) -> None:
        """Show what the gate says now."""
        is_short = self._is_narrow and not item.gate.may
        name = scene.called(item.name)
        parts = [name_of(name)]
        if scene.has_alias(item.name):
            parts.append(code_of(item.name.code))
        why = "" if is_short else scene.words(item.why)
        self.head.say((*parts, beside(why)))
        told = call_words.in_short if is_short else call_words.in_full
        self.strip.say(item.gate.verdict, told(item, scene.now, veiled=scene.veiled))
        self._show_button(item, scene)
        self._stand(is_open=_may(item, scene), is_short=is_short)
        spoken = f"{self.head.text}. {self.strip.words.text}"
        self.setAccessibleName(spoken)

    def fit(self, *, is_narrow: bool) -> None:
        """Take one line on a small screen, unless we may reach her now."""
        self._is_narrow = is_narrow

    def _show_button(self, item: Call, scene: Scene) -> None:
        waits, may = call_words.waits(item, scene.now), _may(item, scene)
        words = call_words.button(item, scene.now) if may or not item.gate.may else tr("Look")
        self.setAccessibleDescription(words)
        if may:
            self.go = self.go or self._added(make_button("", "primary", "phone", small=True))
            self.go.setText(words)
            return
        self.look = self.look or self._added(make_button("", small=True))
        self.look.setText(words)
        self.look.set_icon("clock" if waits else "")
        self.look.setEnabled(not waits)

    def _added(self, button: Button) -> Button:
        """Put a button beside her name; the keyboard presses it with Enter on the row."""
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(self._on_clicked)
        self._top.addWidget(button)
        return button

    def _stand(self, *, is_open: bool, is_short: bool) -> None:
        side, under = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._body.setDirection(side if is_short else under)
        top, bottom = (px(8), px(8)) if is_short else (px(11), px(12))
        self._body.setContentsMargins(px(14), top, px(14), bottom)
        self._head.setFixedWidth(px(_NARROW_HEAD)) if is_short else _free(self._head)
        if self.go is not None:
            show_when(self.go, is_open)
        if self.look is not None:
            show_when(self.look, not is_open and not is_short)

    def _lay_out(self) -> QBoxLayout:
        self._head = QWidget()
        self._head.setMinimumHeight(px(34))
        self._top = QHBoxLayout(self._head)
        self._top.setContentsMargins(0, 0, 0, 0)
        self._top.setSpacing(px(8))
        self._top.addWidget(self.head, 1)
        body = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        body.setContentsMargins(px(14), px(11), px(14), px(12))
        body.setSpacing(px(6))
        body.addWidget(self._head)
        body.addWidget(self.strip, 1)
        return body


def _may(call: Call, scene: Scene) -> bool:
    return call.gate.may and not scene.veiled


def _mark(verdict: Verdict) -> IconLabel:
    tone = call_words.TONES[verdict]
    return IconLabel(call_words.ICONS[verdict], f"{tone}t", 17, "fill", tone, 30)


def _free(widget: QWidget) -> None:
    widget.setMinimumWidth(0)
    widget.setMaximumWidth(16_777_215)
