"""A colleague is not there: her reserve, whom she knows, is asked to go along (R-254)."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hgkm_desktop.errors import UserError
from hgkm_desktop.rules.appointment import Visit
from hgkm_desktop.services import appointments
from hgkm_desktop.services.appointment_list import Seen, ShowVisit
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import day_in_short, day_of, kept_together, time_of
from hgkm_desktop.ui.names import inside
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.today.scene import HIDDEN, Scene
from hgkm_desktop.ui.views.today.showing import show_when
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.strips import Callout


class Ask(Callout):
    """One appointment without its companion, and the answer."""

    def __init__(self, ctx: Context, seen: Seen, scene: Scene) -> None:
        self._ctx, self._visit = ctx, seen.visit
        self.name = _called(seen, scene)
        self.go = make_button(tr("I go along"), "primary", small=True)
        self.look = make_button(tr("Look"), small=True)
        title, text = words(seen, scene)
        super().__init__(title, text, "users", self.go, self.look, tone="am")
        self.go.setVisible(_is_reserve(seen, scene))
        self.go.setAccessibleName(f"{self.go.text()}: {title} {text}")
        self.look.setAccessibleName(f"{self.look.text()}: {self.name}")
        self.go.clicked.connect(self._on_go_clicked)
        self.look.clicked.connect(self._on_look_clicked)

    def _on_go_clicked(self) -> None:
        ctx = self._ctx
        try:
            now = ctx.call(
                appointments.let_reserve_go, self._visit.id, self._visit.version, now=ctx.now()
            )
        except UserError as error:
            ctx.warn(error.title, error.hint)
            return
        undo = partial(_swap_back, ctx, now)
        ctx.notify(tr("You go along with {name}.").format(name=inside(self.name)), undo)

    def _on_look_clicked(self) -> None:
        self._ctx.show(ShowVisit(self._visit.id))


class StandIn(QWidget):
    """Everything this member is asked to take over; not there while nobody is away."""

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self._ctx = ctx
        self._shown: list[object] | None = None
        self.asks: list[Ask] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, px(4), 0, px(2))
        self._column.setSpacing(px(8))

    def show_items(self, items: list[Seen], scene: Scene) -> None:
        """Ask about these; what was asked already stays as it is."""
        wanted: list[object] = [
            (each.visit.id, each.visit.version, words(each, scene)) for each in items
        ]
        if wanted == self._shown:
            return
        self._shown = wanted
        for ask in self.asks:
            self._column.removeWidget(ask)
            ask.hide()
            ask.deleteLater()
        self.asks = [Ask(self._ctx, each, scene) for each in items]
        for ask in self.asks:
            self._column.addWidget(ask)
            show_when(ask, True)
        show_when(self, bool(items))

    def stops(self) -> list[QWidget]:
        """Return the buttons, in reading order."""
        buttons = (button for ask in self.asks for button in (ask.go, ask.look))
        return [button for button in buttons if not button.isHidden()]


def words(seen: Seen, scene: Scene) -> tuple[str, str]:
    """Return that somebody is not there, and the question."""
    visit = seen.visit
    away, day = inside(scene.member(visit.first)), day_of(visit.starts)
    at = kept_together(time_of(visit.starts))
    if day == scene.day:
        title = tr("{name} is not here today.").format(name=away)
    else:
        title = tr("{name} is not here on {day}.").format(
            name=away, day=day_in_short(day, scene.day)
        )
    ask = tr("Will you go along with {name} at {time}?")
    if not _is_reserve(seen, scene):
        ask = tr("Nobody goes along with {name} at {time}. Look who can.")
    return title, ask.format(name=inside(_called(seen, scene)), time=at)


def _is_reserve(seen: Seen, scene: Scene) -> bool:
    return seen.visit.reserve == scene.me


def _called(seen: Seen, scene: Scene) -> str:
    if seen.name is not None:
        return scene.called(seen.name)
    return scene.words(seen.label) or HIDDEN


def _swap_back(ctx: Context, visit: Visit) -> None:
    ctx.call(appointments.let_reserve_go, visit.id, visit.version, now=ctx.now())
